"""What the real canvas shows of a chosen source, and in which dress."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.document import Document
from bodymap.gui.theme import Theme, Themes
from tests.gui.canvas_stage import LEFT, pixel, redder, wheel

pytestmark = pytest.mark.usefixtures("still")


def test_a_chosen_source_shows_its_zones_and_brings_the_best_view_forward(
    canvas: BodyCanvas, document: Document, engine: Engine, themes: Themes
) -> None:
    whole = canvas.pose
    bare = canvas.grab().toImage()
    document.choose("gluteus_minimus", "right", "anterior")
    assert canvas.forward_view == "right"
    assert canvas.pose.scale > whole.scale
    assert canvas.stage.panels["right"].name.forward
    canvas.show_view(None)
    picture = canvas.grab().toImage()
    at = pixel(canvas, "right", "right thigh 0.5 lateral", engine)
    other = pixel(canvas, "left", "left thigh 0.5 lateral", engine)
    assert redder(picture, at) > redder(bare, at) + 40
    assert abs(redder(picture, other) - redder(bare, other)) < 3
    document.choose_none()
    assert canvas.forward_view is None
    assert canvas.grab().toImage().pixelColor(at) == bare.pixelColor(at)


@pytest.mark.parametrize("muscle", ["gracilis", "vastus_medialis", "abductor_hallucis"])
def test_a_pattern_of_the_inner_leg_turns_to_it(canvas: BodyCanvas, document: Document, muscle: str) -> None:
    """Both inner views are shown together, and the one with the pattern is marked."""
    for side in ("right", "left"):
        document.choose(muscle, "right" if side == "right" else "left")
        assert canvas.forward_view == f"inner_{side}"
        assert canvas.large_view == "inner_legs"
        assert canvas.stage.panels[f"inner_{side}"].name.forward
        assert all(canvas.words.in_sight(view) for view in ("inner_right", "inner_left"))
    document.choose_none()
    assert canvas.large_view is None


def test_who_zoomed_is_not_moved_by_a_choice(canvas: BodyCanvas, document: Document) -> None:
    wheel(canvas, QPoint(200, 300), 500)
    pose = canvas.pose
    document.choose("gluteus_minimus", "right")
    assert canvas.pose == pose
    assert canvas.forward_view is not None
    document.choose_none()
    assert canvas.pose == pose


def test_who_looks_elsewhere_is_offered_the_way_to_the_best_view(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    way = canvas.findChild(QPushButton, "wayToBestView")
    assert way is not None
    wheel(canvas, pixel(canvas, "front", "left thigh 0.5 anterior", engine), 900)
    assert not way.isVisible()
    document.choose("gluteus_minimus", "right", "anterior")
    assert way.isVisible()
    assert "Right" in way.text()
    qtbot.mouseClick(way, LEFT)
    assert canvas.large_view == "right"
    assert not way.isVisible()


def test_the_canvas_changes_its_dress(canvas: BodyCanvas, engine: Engine, themes: Themes) -> None:
    at = pixel(canvas, "front", "right thigh 0.5 anterior", engine)
    light = canvas.grab().toImage()
    themes.set_mode("dark")
    dark = canvas.grab().toImage()
    theme: Theme = themes.current
    assert dark.pixelColor(2, 2) == theme.window
    assert dark.pixelColor(at).lightness() < light.pixelColor(at).lightness()
