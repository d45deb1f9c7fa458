"""What impatient, shaky and hurried hands do while they draw: nothing of it may spoil the drawing."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bodymap.body.paint import Paint
from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.document import Document
from bodymap.gui.edits import shape_of
from tests.gui.canvas_stage import LEFT, pixel

pytestmark = pytest.mark.usefixtures("still")

FINGERS = QTest.createTouchDevice()


def thigh(canvas: BodyCanvas, engine: Engine) -> list[QPoint]:
    return [pixel(canvas, "right", f"right thigh {0.2 + 0.05 * step:.2f} lateral", engine) for step in range(9)]


def begin(canvas: BodyCanvas, qtbot: QtBot, way: list[QPoint]) -> None:
    """Press at the first point and move along the others."""
    port = canvas.viewport()
    qtbot.mouseMove(port, way[0])
    qtbot.mousePress(port, LEFT, pos=way[0])
    for point in way[1:]:
        qtbot.mouseMove(port, point)


def end(canvas: BodyCanvas, qtbot: QtBot, at: QPoint) -> None:
    qtbot.mouseMove(canvas.viewport(), at)
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=at)


def covered(document: Document) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return document.drawing[-1].region.weights


def shared(document: Document, one: np.ndarray, other: np.ndarray) -> float:
    """The skin that two regions share, of what either covers."""
    area = document.surface.area
    return float(area @ np.minimum(one, other) / (area @ np.maximum(one, other)))


@pytest.mark.parametrize(
    ("view", "places"),
    [
        ("front", ("right hand 0.5 palmar", "right thigh 0.4 anterior")),
        ("front", ("right thigh 0.5 anterior", "left thigh 0.5 anterior")),
        ("back", ("right upper_arm 0.7 posterior", "trunk 0.5 posterior")),
        ("right", ("right thigh 0.1 lateral", "right leg 0.8 lateral")),
    ],
)
@pytest.mark.parametrize("tool", ["brush", "eraser"])
def test_a_quick_stroke_covers_what_a_slow_one_does(
    canvas: BodyCanvas,
    document: Document,
    engine: Engine,
    qtbot: QtBot,
    view: str,
    places: tuple[str, str],
    tool: str,
) -> None:
    first, last = (pixel(canvas, view, place, engine) for place in places)
    came_of_it = []
    for steps in (1, 40):
        document.clear()
        if tool == "eraser":
            for side in ("right", "left"):
                for region in ("anterior_thigh", "lateral_thigh_hip"):
                    document.mark_named(region, side)  # type: ignore[arg-type] # a side
        canvas.toolbox.choose(tool)
        begin(canvas, qtbot, [first + (last - first) * step / steps for step in range(steps + 1)])
        end(canvas, qtbot, last)
        came_of_it.append(np.max([mark.region.weights for mark in document.drawing], axis=0))
    assert shared(document, *came_of_it) > 0.85


def test_a_drawn_mark_dragged_with_the_spot_tool_keeps_its_shape_and_lies_where_it_shows(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    canvas.toolbox.choose("brush")
    way = thigh(canvas, engine)
    begin(canvas, qtbot, way)
    end(canvas, qtbot, way[-1])
    before = document.drawing[0].region.area(document.surface)
    canvas.toolbox.choose("spot")
    begin(canvas, qtbot, [way[4], way[4] + QPoint(0, 9), pixel(canvas, "right", "right leg 0.5 lateral", engine)])
    end(canvas, qtbot, pixel(canvas, "right", "right leg 0.5 lateral", engine))
    (mark,) = document.drawing
    assert mark.anchor is None
    assert mark.label == "Right outer leg below the knee"
    assert mark.region.area(document.surface) == pytest.approx(before, rel=0.3)
    shown = shape_of(mark, document.surface).region(document.surface)
    assert np.allclose(shown.weights, mark.region.weights, atol=1e-4)


def test_only_a_spot_can_be_given_another_middle(document: Document, engine: Engine) -> None:
    number = document.mark_named("lateral_thigh_hip", "right")
    assert number is not None
    document.move_mark(number, engine.places.resolve("left leg 0.5 lateral"))
    assert document.undo_stack.count() == 1


def test_mirroring_again_goes_back_and_forth_and_adds_nothing(document: Document, engine: Engine) -> None:
    first = document.add_mark(engine.places.resolve("right thigh 0.5 lateral"), 4.0)
    document.mirror_selected()
    image = document.selected_mark
    assert image != first
    for expected in (first, image, first):
        document.mirror_selected()
        assert document.selected_mark == expected
    assert len(document.drawing) == 2
    assert document.undo_stack.count() == 2


def test_what_lies_across_the_midline_is_its_own_mirror_image(document: Document) -> None:
    right = document.mark_named("iliosacral", "right")
    left = document.mark_named("iliosacral", "left")
    assert right is not None
    assert left is not None
    surface, both = document.surface, Paint(document.surface)
    for mark in document.drawing:
        both.add(shape_of(mark, surface))
    document.clear()
    number = document.draw(both.field)
    name = document.drawing[0].label
    assert {"left", "right"} <= set(name.lower().split())
    assert name[1:] == name[1:].lower(), "only the first word of a name begins with a capital"
    document.mirror_selected()
    assert [mark.id for mark in document.drawing] == [number]
    assert document.selected_mark == number


@pytest.mark.parametrize("times", [1, 2], ids=["circle", "eight"])
def test_a_lasso_may_begin_beside_the_body(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot, times: int
) -> None:
    canvas.toolbox.choose("lasso")
    middle, radius = pixel(canvas, "front", "right thigh 1 anterior", engine), 12 * canvas.pose.scale
    turns = [2 * math.pi * step / 48 for step in range(49)]
    way = [middle + QPoint(round(radius * math.cos(turn)), round(radius * math.sin(times * turn))) for turn in turns]
    assert canvas.bench.point_at(canvas.bench.pointer(way[24].toPointF())) is None, "it begins beside the body"
    begin(canvas, qtbot, way[24:] + way[1:25])
    end(canvas, qtbot, way[24])
    assert {document.surface.segment_name(int(cell)) for cell in np.flatnonzero(covered(document))} == {"thigh", "leg"}
    assert not canvas.steered, "the picture stays where it is"


def test_a_click_with_the_lasso_selects_a_mark_or_none(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    number = document.add_mark(engine.places.resolve("right thigh 0.5 lateral"), 4.0)
    document.select_mark(None)
    canvas.toolbox.choose("lasso")
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=pixel(canvas, "right", "right thigh 0.5 lateral", engine))
    assert document.selected_mark == number
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=pixel(canvas, "right", "right leg 0.5 lateral", engine))
    assert document.selected_mark is None
    assert len(document.drawing) == 1


@pytest.mark.parametrize("tool", ["spot", "brush", "lasso", "eraser", "region", "move"])
@pytest.mark.parametrize("together", [False, True], ids=["one-after-the-other", "together"])
def test_two_fingers_zoom_and_draw_nothing(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot, tool: str, together: bool
) -> None:
    number = document.add_mark(engine.places.resolve("right thigh 0.3 lateral"), 4.0)
    before = document.drawing
    canvas.toolbox.choose(tool)
    at = pixel(canvas, "right", "right thigh 0.3 lateral", engine)
    other, port, scale = at + QPoint(40, 0), canvas.viewport(), canvas.pose.scale
    if not together:
        QTest.touchEvent(port, FINGERS).press(0, at, port).commit()
        QTest.touchEvent(port, FINGERS).move(0, at, port).press(1, other, port).commit()
    else:
        QTest.touchEvent(port, FINGERS).press(0, at, port).press(1, other, port).commit()
    for step in range(12):
        out = QPoint(5 * step, 0)
        QTest.touchEvent(port, FINGERS).move(0, at - out, port).move(1, other + out, port).commit()
        QApplication.processEvents()
    QTest.touchEvent(port, FINGERS).release(0, at - QPoint(55, 0), port).release(
        1, other + QPoint(55, 0), port
    ).commit()
    assert canvas.pose.scale > scale * 1.5
    assert document.drawing == before, "neither while they zoom nor when they are lifted"
    assert document.mark(number) is not None
    canvas.show_view(None)
    qtbot.mouseClick(port, LEFT, pos=pixel(canvas, "front", "left thigh 0.5 anterior", engine))
    assert (document.drawing != before) == (tool in ("spot", "brush", "region")), "one finger works again"


def test_one_finger_paints(canvas: BodyCanvas, document: Document, engine: Engine) -> None:
    canvas.toolbox.choose("brush")
    way, port = thigh(canvas, engine), canvas.viewport()
    QTest.touchEvent(port, FINGERS).press(0, way[0], port).commit()
    for point in way[1:]:
        QTest.touchEvent(port, FINGERS).move(0, point, port).commit()
    QTest.touchEvent(port, FINGERS).release(0, way[-1], port).commit()
    assert document.drawing[0].region.area(document.surface) > 60
