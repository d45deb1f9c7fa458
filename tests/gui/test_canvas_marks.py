"""Marking on the real canvas with the mouse."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.document import Document
from bodymap.gui.theme import Themes
from tests.gui.canvas_stage import LEFT, bluer, gap, pixel

pytestmark = pytest.mark.usefixtures("still")


@pytest.mark.parametrize(
    ("view", "place"),
    [
        ("front", "right thigh 0.5 anterior"),
        ("front", "left thigh 0.5 anterior"),
        ("back", "right leg 0.3 posterior"),
        ("right", "right thigh 0.5 lateral"),
        ("left", "left leg 0.5 lateral"),
        ("soles", "right foot 0.5 plantar"),
        ("soles", "left foot 0.5 plantar"),
        ("inner_right", "right leg 0.1 medial"),
        ("inner_left", "left foot 0.4 270"),
    ],
)
def test_a_click_marks_the_skin_clicked_on(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot, view: str, place: str
) -> None:
    with qtbot.waitSignals([document.drawing_changed, document.answer_changed]):
        qtbot.mouseClick(canvas.viewport(), LEFT, pos=pixel(canvas, view, place, engine))
    assert gap(document, place, engine) < 0.6, "a pixel is half a centimetre here"
    side = place.split(maxsplit=1)[0]
    assert document.drawing[0].label.lower().startswith(side)


def test_right_is_left_in_the_picture_seen_from_the_front(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    right = pixel(canvas, "front", "right thigh 0.5 anterior", engine)
    left = pixel(canvas, "front", "left thigh 0.5 anterior", engine)
    assert right.x() < left.x()
    back_right = pixel(canvas, "back", "right thigh 0.5 posterior", engine)
    back_left = pixel(canvas, "back", "left thigh 0.5 posterior", engine)
    assert back_right.x() > back_left.x()
    letters = {
        (view, sign.letter): sign.pos().x()
        for view, panel in canvas.stage.panels.items()
        for sign, _, _ in panel.letters
    }
    assert letters["front", "R"] < letters["front", "L"]
    assert letters["back", "R"] > letters["back", "L"]
    assert {letter for view, letter in letters if view == "right"} == {"R"}
    assert {letter for view, letter in letters if view == "left"} == {"L"}
    assert {letter for view, letter in letters if view == "inner_right"} == {"R"}
    assert {letter for view, letter in letters if view == "inner_left"} == {"L"}
    soles = {side: pixel(canvas, "soles", f"{side} foot 0.5 plantar", engine).x() for side in ("right", "left")}
    assert (letters["soles", "R"] < letters["soles", "L"]) == (soles["right"] < soles["left"])


def test_a_mark_is_drawn_on_every_view_that_sees_it(
    canvas: BodyCanvas, document: Document, engine: Engine, themes: Themes
) -> None:
    document.add_mark(engine.places.resolve("right thigh 0.5 anterolateral"))
    document.select_mark(None)
    shown = {view for view, panel in canvas.stage.panels.items() if panel.marks.marks}
    assert shown == {"front", "right"}
    picture = canvas.grab().toImage()
    for view in shown:
        at = pixel(canvas, view, "right thigh 0.5 anterolateral", engine)
        mirrored = pixel(canvas, "front", "left thigh 0.5 anterior", engine)
        assert bluer(picture, at) > bluer(picture, mirrored) + 40


def test_dragging_a_mark_previews_and_is_one_step(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    document.add_mark(engine.places.resolve("right thigh 0.4 anterior"))
    start = pixel(canvas, "front", "right thigh 0.4 anterior", engine)
    end = pixel(canvas, "front", "right leg 0.4 anterior", engine)
    qtbot.mousePress(canvas.viewport(), LEFT, pos=start)
    for share in (0.3, 0.6, 1.0):
        qtbot.mouseMove(
            canvas.viewport(),
            QPoint(*(round(a + (b - a) * share) for a, b in zip(start.toTuple(), end.toTuple(), strict=True))),
        )
    preview = canvas.stage.panels["front"].marks.previews[0]
    assert preview is not None
    assert gap(document, "right thigh 0.4 anterior", engine) < 0.1, "nothing has changed yet"
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=end)
    assert canvas.stage.panels["front"].marks.previews == ()
    assert gap(document, "right leg 0.4 anterior", engine) < 0.8
    document.undo_stack.undo()
    assert gap(document, "right thigh 0.4 anterior", engine) < 0.1


def test_escape_gives_up_a_drag(canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot) -> None:
    start = pixel(canvas, "front", "right thigh 0.4 anterior", engine)
    qtbot.mousePress(canvas.viewport(), LEFT, pos=start)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=start)
    assert document.drawing == ()


def test_the_small_cross_removes_a_mark(canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot) -> None:
    document.add_mark(engine.places.resolve("right thigh 0.4 anterior"))
    layer = canvas.stage.panels["front"].marks
    assert layer.handle(canvas.pose.scale) is None, "a click beside the mark must not hit what can't be seen"
    qtbot.mouseMove(canvas.viewport(), pixel(canvas, "front", "right thigh 0.4 anterior", engine))
    handle = layer.handle(canvas.pose.scale)
    assert handle is not None
    at = canvas.pixel_of(*canvas.stage.to_scene("front", handle.x(), handle.y())).toPoint()
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=at)
    assert document.drawing == ()


def test_a_double_click_leaves_one_mark(canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot) -> None:
    at = pixel(canvas, "front", "right thigh 0.4 anterior", engine)
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(canvas.viewport(), LEFT, pos=at)
    assert len(document.drawing) == 1


def test_hover_names_the_region_with_its_side(canvas: BodyCanvas, engine: Engine, qtbot: QtBot) -> None:
    at = pixel(canvas, "right", "right thigh 0.5 lateral", engine)
    with qtbot.waitSignal(canvas.hovered) as heard:
        qtbot.mouseMove(canvas.viewport(), at)
    assert heard.args is not None
    label = heard.args[0]
    assert label.startswith("Right ")
    assert "thigh" in label
    bubble = canvas.findChild(QWidget, "regionBubble")
    assert bubble is not None
    assert bubble.isVisible()
    assert not bubble.geometry().contains(at), "the bubble never covers the spot"
    with qtbot.waitSignal(canvas.hovered) as heard:
        QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert heard.args == [""]
    assert not bubble.isVisible()


def test_marks_stay_with_the_skin_on_another_figure(canvas: BodyCanvas, document: Document, engine: Engine) -> None:
    document.add_mark(engine.places.resolve("right leg 0.5 lateral"))
    document.set_figure("man")
    assert canvas.projector.surface.name == "man"
    assert {view for view, panel in canvas.stage.panels.items() if panel.marks.marks} >= {"right"}
    anchor = document.drawing[0].anchor
    assert anchor is not None
    mark = canvas.stage.panels["right"].marks.marks[0]
    assert mark.middle == canvas.projector.locate(anchor, "right")


def test_the_hint_is_there_only_while_nothing_is_marked(canvas: BodyCanvas, document: Document, engine: Engine) -> None:
    hint = canvas.findChild(QWidget, "emptyHint")
    assert hint is not None
    assert hint.isVisible()
    document.add_mark(engine.places.resolve("right thigh 0.5 anterior"))
    assert not hint.isVisible()
    document.clear()
    assert hint.isVisible()


def test_a_click_is_answered_in_time(canvas: BodyCanvas, engine: Engine, document: Document, qtbot: QtBot) -> None:
    """From press to answer, without painting: processor time of the middle one of several clicks, generously."""
    places: list[str] = [f"right thigh {t / 100} anterior" for t in range(20, 80, 5)]
    times: list[float] = []
    for place in places:
        at = pixel(canvas, "front", place, engine)
        start = time.process_time()
        qtbot.mouseClick(canvas.viewport(), LEFT, pos=at)
        times.append(time.process_time() - start)
        document.clear()
    assert sorted(times)[len(times) // 2] < 0.060
