"""What the real canvas shows of a chosen source, and in which dress."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.canvas.layers import ZonePaths
from bodymap.gui.canvas.shapes import path_of
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


def shown(canvas: BodyCanvas) -> list[ZonePaths]:
    """The zones on all views."""
    return [zone for panel in canvas.stage.panels.values() for zone in panel.zones.zones]


def rough(canvas: BodyCanvas) -> list[bool]:
    return [zone.rims is not None for zone in shown(canvas)]


def numbers(picture: QImage) -> NDArray[np.int16]:
    flat = picture.convertToFormat(QImage.Format.Format_RGB32)
    made = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), -1, 4)
    return made[:, :, :3].astype(np.int16)


def test_a_chosen_source_shows_at_once_and_ends_exact(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    bare = numbers(canvas.grab().toImage())
    document.choose("infraspinatus", "right")
    points = len(engine.zone("infraspinatus", "right").points)
    assert [len(panel.zones.zones) for panel in canvas.stage.panels.values()].count(points) == 1
    assert canvas.stage.panels[canvas.forward_view or ""].zones.zones
    qtbot.waitUntil(lambda: len(shown(canvas)) == points * len(canvas.stage.panels))
    assert all(rough(canvas))
    at_once = numbers(canvas.grab().toImage())
    qtbot.waitUntil(lambda: not canvas.finish.busy)
    assert not any(rough(canvas))
    exact = numbers(canvas.grab().toImage())
    drawn = np.abs(exact - bare).max(axis=2) > 12
    jumped = np.abs(exact - at_once).max(axis=2) > 40
    assert drawn.sum() > 4000
    assert jumped.sum() < 0.06 * drawn.sum()
    for view, panel in canvas.stage.panels.items():
        for zone, point in zip(panel.zones.zones, engine.zone("infraspinatus", "right").points, strict=True):
            assert zone.essential == path_of(canvas.projector.views[view].project(point.essential))
            assert zone.spillover == path_of(canvas.projector.views[view].project(point.spillover))


def test_choosing_another_source_meanwhile_drops_the_first(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    first, second = engine.zone("trapezius", "right"), engine.zone("soleus", "left")
    document.choose("trapezius", "right")
    qtbot.waitUntil(lambda: len(shown(canvas)) == len(first.points) * len(canvas.stage.panels))
    document.choose("soleus", "left")
    for panel in canvas.stage.panels.values():
        assert len(panel.zones.zones) in (0, len(second.points))
    qtbot.waitUntil(lambda: not canvas.finish.busy)
    assert not any(rough(canvas))
    views = list(canvas.stage.panels)
    assert shown(canvas) == [zone for view in views for zone in canvas.projector.zones(second, view)]
    assert any(zone.rims is not None for view in views for zone in canvas.projector.zones(first, view))


def test_who_chooses_none_meanwhile_leaves_nothing_to_do(canvas: BodyCanvas, document: Document) -> None:
    document.choose("trapezius", "right")
    assert canvas.finish.busy
    document.choose_none()
    assert not canvas.finish.busy
    assert not shown(canvas)


def test_a_source_chosen_again_is_exact_at_once(canvas: BodyCanvas, document: Document) -> None:
    document.choose("soleus", "left")
    canvas.settle()
    document.choose("gracilis", "right")
    document.choose("soleus", "left")
    assert shown(canvas)
    assert not any(rough(canvas))


def test_outlines_wait_while_the_body_moves(
    canvas: BodyCanvas, document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    moving = [True]
    monkeypatch.setattr(canvas, "moving", lambda: moving[0])
    document.choose("soleus", "left")
    qtbot.waitUntil(lambda: len(shown(canvas)) >= len(canvas.stage.panels))
    with qtbot.assertNotEmitted(document.chosen_changed, wait=120):
        pass
    assert all(rough(canvas))
    moving[0] = False
    qtbot.waitUntil(lambda: not canvas.finish.busy)
    assert not any(rough(canvas))


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


def test_a_small_pattern_is_looked_at_from_near(canvas: BodyCanvas, document: Document) -> None:
    canvas.show_view("right")
    whole = canvas.pose
    document.choose("masseter", "right")
    near = canvas.pose
    assert near.scale > 1.8 * whole.scale
    assert not canvas.steered
    document.choose("masseter", "right", document.zones().points[0].id)
    assert canvas.pose == near, "another point of the same muscle is no reason to move"
    canvas.resize(canvas.width() - 120, canvas.height())
    assert canvas.pose.scale > 1.5 * whole.scale, "a narrower window looks at the same part"
    document.choose_none()
    assert canvas.pose == canvas.camera.fit


def test_a_long_pattern_is_looked_at_whole(canvas: BodyCanvas, document: Document) -> None:
    canvas.show_view("right")
    whole = canvas.pose
    document.choose("gluteus_minimus", "right", "anterior")
    assert canvas.pose == whole


def test_the_view_with_the_marks_is_preferred(canvas: BodyCanvas, document: Document, engine: Engine) -> None:
    document.add_mark(engine.places.resolve("right l4 4 out"))
    document.choose("quadratus_lumborum", "right")
    assert canvas.forward_view == "back"
    mark = pixel(canvas, "back", "right l4 4 out", engine)
    assert canvas.viewport().rect().adjusted(40, 40, -40, -40).contains(mark)


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
