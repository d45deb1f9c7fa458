"""Drawing pain on the real canvas: brush, lasso, region, eraser, move, mirror."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from bodymap.body.surface import Surface
from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.document import Document
from bodymap.gui.kept import drawing_of, kept_drawing
from tests.gui.canvas_stage import LEFT, pixel, wheel

pytestmark = pytest.mark.usefixtures("still")

THIGH = [f"right thigh {0.2 + 0.05 * step:.2f} lateral" for step in range(13)]


def drag(canvas: BodyCanvas, qtbot: QtBot, way: list[QPoint], *, let_go: bool = True) -> None:
    """Press at the first point, move along the others, and let go at the last."""
    port = canvas.viewport()
    qtbot.mouseMove(port, way[0])
    qtbot.mousePress(port, LEFT, pos=way[0])
    for point in way[1:]:
        qtbot.mouseMove(port, point)
    if let_go:
        qtbot.mouseRelease(port, LEFT, pos=way[-1])


def along_thigh(canvas: BodyCanvas, engine: Engine, places: list[str] | None = None) -> list[QPoint]:
    return [pixel(canvas, "right", place, engine) for place in places or THIGH]


def round_about(middle: QPoint, radius: float) -> list[QPoint]:
    turns = [2 * math.pi * step / 24 for step in range(25)]
    return [middle + QPoint(round(radius * math.cos(turn)), round(radius * math.sin(turn))) for turn in turns]


def area(document: Document, index: int = -1) -> float:
    return document.drawing[index].region.area(document.surface)


def test_a_painted_stroke_is_one_mark_on_every_view_that_sees_it_and_one_undo_step(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    canvas.toolbox.choose("brush")
    drag(canvas, qtbot, along_thigh(canvas, engine))
    assert len(document.drawing) == 1
    assert document.drawing[0].label == "Right outer thigh and hip"
    assert document.drawing[0].strokes[0].view == "right"
    assert 90 < area(document) < 260
    seen = {view for view, panel in canvas.stage.panels.items() if panel.marks.marks}
    assert {"right", "front", "back"} <= seen
    assert "left" not in seen
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.drawing == ()


def test_the_answer_and_the_picture_follow_the_brush_before_it_is_let_go(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    canvas.toolbox.choose("brush")
    with qtbot.waitSignal(document.answer_changed):
        drag(canvas, qtbot, along_thigh(canvas, engine), let_go=False)
    assert document.drawing == ()
    assert document.trying
    assert document.answer is not None
    assert "gluteus_minimus" in [source.muscle for source in document.answer.sources[:4]]
    assert canvas.stage.panels["front"].marks.previews, "what is painted on one view shows on the others"
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=along_thigh(canvas, engine)[-1])
    assert not document.trying
    assert not canvas.stage.panels["front"].marks.previews


def test_escape_gives_up_the_stroke(canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot) -> None:
    canvas.toolbox.choose("brush")
    drag(canvas, qtbot, along_thigh(canvas, engine), let_go=False)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=along_thigh(canvas, engine)[-1])
    assert document.drawing == ()
    assert document.undo_stack.count() == 0
    assert document.answer is not None
    assert document.answer.sources == ()


def test_a_stroke_that_begins_on_a_mark_adds_to_it(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    canvas.toolbox.choose("brush")
    drag(canvas, qtbot, along_thigh(canvas, engine, THIGH[:6]))
    before = area(document)
    drag(canvas, qtbot, along_thigh(canvas, engine, THIGH[5:]))
    assert len(document.drawing) == 1
    assert area(document) > 1.5 * before
    drag(canvas, qtbot, [pixel(canvas, "front", "left thigh 0.4 anterior", engine)] * 2)
    assert len(document.drawing) == 2


def test_the_brush_is_as_large_on_the_skin_as_it_says(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    canvas.toolbox.choose("brush")
    canvas.toolbox.resize(4.0)
    at = pixel(canvas, "right", "right thigh 0.5 lateral", engine)
    drag(canvas, qtbot, [at, at])
    assert area(document) == pytest.approx(math.pi * 16, rel=0.1)


def test_wheel_while_drawing_makes_the_brush_larger_instead_of_zooming(
    canvas: BodyCanvas, engine: Engine, qtbot: QtBot
) -> None:
    canvas.toolbox.choose("brush")
    way = along_thigh(canvas, engine)
    scale, radius = canvas.pose.scale, canvas.toolbox.radius_cm
    drag(canvas, qtbot, way[:3], let_go=False)
    wheel(canvas, way[2], 120)
    assert canvas.toolbox.radius_cm > radius
    assert canvas.pose.scale == scale
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=way[2])


def test_the_lasso_marks_what_it_goes_round(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    canvas.toolbox.choose("lasso")
    canvas.show_view("front")
    middle = pixel(canvas, "front", "left thigh 0.4 anterior", engine)
    drag(canvas, qtbot, round_about(middle, 25))
    seen = canvas.projector.views["front"].project(document.drawing[0].region)
    assert document.drawing[0].label.startswith("Left front of the thigh")
    assert seen.area == pytest.approx(math.pi * (25 / canvas.pose.scale) ** 2, rel=0.25)
    assert canvas.stage.panels["front"].tool.lasso.isEmpty(), "the line is gone"


def test_a_click_with_the_region_tool_marks_the_region_whole(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    canvas.toolbox.choose("region")
    at = pixel(canvas, "right", "right thigh 0.5 lateral", engine)
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=at)
    whole = engine.region_mark("lateral_thigh_hip", "right").region
    assert area(document) == pytest.approx(whole.area(document.surface), rel=0.02)
    assert document.drawing[0].label == "Right outer thigh and hip"
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=at)
    assert len(document.drawing) == 1, "a region is not marked twice"


def test_the_eraser_takes_skin_from_every_mark_under_it(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    for place in ("right thigh 0.45 lateral", "right thigh 0.6 lateral"):
        document.add_mark(engine.places.resolve(place), 4.0)
    before = [area(document, index) for index in (0, 1)]
    canvas.toolbox.choose("eraser")
    drag(canvas, qtbot, along_thigh(canvas, engine, THIGH[4:8]))
    assert all(area(document, index) < before[index] - 3 for index in (0, 1))
    assert document.drawing[0].strokes[-1].erases
    document.undo_stack.undo()
    assert [area(document, index) for index in (0, 1)] == before
    assert document.drawing[0].anchor is not None, "undo brings back the very mark"


def test_rubbing_a_mark_out_whole_removes_it(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    document.add_mark(engine.places.resolve("right thigh 0.5 lateral"), 1.5)
    canvas.toolbox.choose("eraser")
    canvas.toolbox.resize(6.0)
    at = pixel(canvas, "right", "right thigh 0.5 lateral", engine)
    drag(canvas, qtbot, [at, at])
    assert document.drawing == ()


def test_rubbing_where_nothing_is_marked_is_no_step(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    document.add_mark(engine.places.resolve("left thigh 0.5 anterior"), 1.5)
    canvas.toolbox.choose("eraser")
    drag(canvas, qtbot, along_thigh(canvas, engine))
    assert document.undo_stack.count() == 1


@pytest.mark.parametrize("drawn", [False, True], ids=["spot", "drawn"])
def test_a_mark_is_dragged_to_where_it_belongs(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot, drawn: bool
) -> None:
    canvas.toolbox.choose("brush" if drawn else "spot")
    drag(canvas, qtbot, [pixel(canvas, "right", "right thigh 0.4 lateral", engine)] * 2)
    before = area(document)
    canvas.toolbox.choose("move")
    end = pixel(canvas, "right", "right leg 0.4 lateral", engine)
    start = pixel(canvas, "right", "right thigh 0.4 lateral", engine)
    drag(canvas, qtbot, [start, start + QPoint(0, 8), end])
    assert len(document.drawing) == 1
    assert {
        document.surface.segment_name(int(cell)) for cell in np.flatnonzero(document.drawing[0].region.weights)
    } == {"leg"}
    assert area(document) == pytest.approx(before, rel=0.3)
    assert document.drawing[0].label == "Right outer leg below the knee"


def test_mirroring_marks_the_other_side_with_all_that_was_said(
    canvas: BodyCanvas, document: Document, engine: Engine
) -> None:
    number = document.add_mark(engine.places.resolve("right thigh 0.5 lateral"), 4.0)
    document.change_mark(number, intensity=8, qualities=frozenset({"burning"}), timing=frozenset({"at_night"}))
    document.mirror_selected()
    first, image = document.drawing
    assert image.label == "Left outer thigh and hip"
    assert (image.intensity, image.qualities, image.timing) == (first.intensity, first.qualities, first.timing)
    assert np.allclose(image.region.weights, first.region.mirrored(document.surface).weights, atol=1e-3)
    assert document.selected_mark == image.id


def test_a_pen_tells_how_strong_the_pain_is(
    canvas: BodyCanvas, document: Document, engine: Engine, qapp: QApplication
) -> None:
    canvas.toolbox.choose("brush")
    abilities = QInputDevice.Capability.Pressure | QInputDevice.Capability.Position
    kind_of_pen = QPointingDevice.PointerType.Pen
    device = QPointingDevice("pen", 1, QInputDevice.DeviceType.Stylus, kind_of_pen, abilities, 1, 1)
    way = along_thigh(canvas, engine)
    kinds = [QEvent.Type.TabletPress, *[QEvent.Type.TabletMove] * (len(way) - 2), QEvent.Type.TabletRelease]
    for kind, at in zip(kinds, way, strict=True):
        QApplication.sendEvent(canvas.viewport(), pen(canvas, device, kind, at, 0.8 if kind != kinds[-1] else 0.0))
    assert document.drawing[0].intensity == 8


def pen(canvas: BodyCanvas, device: QPointingDevice, kind: QEvent.Type, at: QPoint, pressure: float) -> QTabletEvent:
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletMove else LEFT
    return QTabletEvent(
        kind,
        device,
        QPointF(at),
        QPointF(canvas.viewport().mapToGlobal(at)),
        pressure,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        Qt.KeyboardModifier.NoModifier,
        button,
        LEFT if pressure else Qt.MouseButton.NoButton,
    )


def test_what_was_drawn_is_there_again_after_a_restart(
    canvas: BodyCanvas, document: Document, engine: Engine, woman: Surface, qtbot: QtBot
) -> None:
    canvas.toolbox.choose("brush")
    drag(canvas, qtbot, along_thigh(canvas, engine))
    document.change_mark(document.drawing[0].id, timing=frozenset({"at_night"}), note="After running")
    (back,) = drawing_of(kept_drawing(document.drawing), woman)
    mark = document.drawing[0]
    assert np.allclose(back.region.weights, mark.region.weights, atol=1e-4)
    assert back.field is not None
    assert mark.field is not None
    assert np.array_equal(back.field.values, mark.field.values)
    assert (back.timing, back.note, back.label) == (mark.timing, "After running", mark.label)


def test_the_body_says_what_to_do_with_the_tool_in_hand(canvas: BodyCanvas) -> None:
    hint = canvas.findChild(QLabel, "emptyHint")
    said = set()
    for tool in canvas.toolbox.names:
        canvas.toolbox.choose(tool)
        assert hint.isVisible()
        said.add(hint.text())
    assert len(said) == len(canvas.toolbox.names)
