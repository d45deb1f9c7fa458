"""Keys, other buttons and other commands while something is being drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.document import Document
from tests.gui.canvas_stage import LEFT, pixel
from tests.gui.driver import App
from tests.gui.test_clumsy_hands import begin, end, thigh

pytestmark = pytest.mark.usefixtures("still")

MIDDLE, RIGHT = Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
TOOLS = ["spot", "brush", "lasso", "eraser", "move"]


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("command", ["undo", "redo", "clear", "view_front", "fit", "man", "tool_spot", "tool_region"])
def test_a_command_while_drawing_gives_the_drag_up_and_spoils_nothing(
    app: App, qtbot: QtBot, tool: str, command: str
) -> None:
    document, canvas = app.parts.document, app.window.canvas
    canvas.toolbox.choose("brush")
    way = thigh(canvas, app.engine)
    begin(canvas, qtbot, way[:6])
    end(canvas, qtbot, way[5])
    number = document.add_mark(app.engine.places.resolve("left thigh 0.5 anterior"))
    document.undo_stack.undo()
    before, steps = document.drawing, document.undo_stack.count()
    canvas.toolbox.choose(tool)
    begin(canvas, qtbot, way[4:7])
    app.window.actions_by_id[command].trigger()
    end(canvas, qtbot, way[8])
    assert document.mark(number) is None, "nothing is done again by the way"
    assert document.drawing == (() if command == "clear" else before)
    assert document.undo_stack.count() in (steps, steps + 1 if command == "clear" else steps, 2)
    assert not document.trying
    assert not any(panel.marks.previews for panel in canvas.stage.panels.values())


def test_undo_while_drawing_takes_back_what_is_drawn_and_no_more(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    document.add_mark(engine.places.resolve("left thigh 0.5 anterior"))
    canvas.toolbox.choose("brush")
    way = thigh(canvas, engine)
    begin(canvas, qtbot, way)
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    end(canvas, qtbot, way[-1])
    assert len(document.drawing) == 1
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.drawing == ()


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_BracketRight, Qt.Key.Key_4])
def test_keys_of_the_canvas_wait_until_the_hand_has_drawn(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot, key: Qt.Key
) -> None:
    document.add_mark(engine.places.resolve("left thigh 0.5 anterior"))
    before, pose = document.drawing, canvas.pose
    canvas.toolbox.choose("brush")
    way = thigh(canvas, engine)
    begin(canvas, qtbot, way[:5])
    qtbot.keyClick(canvas, key)
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    end(canvas, qtbot, way[-1])
    assert document.drawing[0] == before[0]
    assert len(document.drawing) == 2, "the stroke is kept"
    assert canvas.pose == pose
    assert not canvas.keys.standing


@pytest.mark.parametrize("button", [MIDDLE, RIGHT])
def test_another_button_does_not_disturb_a_stroke(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot, button: Qt.MouseButton
) -> None:
    canvas.toolbox.choose("brush")
    way, pose = thigh(canvas, engine), canvas.pose
    begin(canvas, qtbot, way[:4])
    qtbot.mousePress(canvas.viewport(), button, pos=way[3])
    for at in way[4:6]:
        qtbot.mouseMove(canvas.viewport(), at)
    qtbot.mouseRelease(canvas.viewport(), button, pos=way[5])
    assert not any(not panel.tool.ring.isEmpty() for panel in canvas.stage.panels.values()), "it still draws"
    end(canvas, qtbot, way[8])
    assert canvas.pose == pose
    assert document.drawing[0].region.area(document.surface) > 60


def test_the_region_under_the_cursor_is_not_highlighted_while_drawing(
    canvas: BodyCanvas, engine: Engine, qtbot: QtBot
) -> None:
    canvas.toolbox.choose("brush")
    way = thigh(canvas, engine)
    qtbot.mouseMove(canvas.viewport(), way[1])
    qtbot.mouseMove(canvas.viewport(), way[0])
    assert canvas.stage.panels["right"].region.shown
    begin(canvas, qtbot, way)
    assert not canvas.stage.panels["right"].region.shown
    end(canvas, qtbot, way[-1])
    assert canvas.stage.panels["right"].region.shown


def test_space_that_is_let_go_elsewhere_leaves_no_hand_behind(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    QApplication.sendEvent(canvas, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=pixel(canvas, "right", "right thigh 0.5 lateral", engine))
    assert len(document.drawing) == 1, "a click marks again"


def test_a_double_click_on_the_cross_removes_the_mark_and_makes_no_other(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    port, at = canvas.viewport(), pixel(canvas, "right", "right thigh 0.5 lateral", engine)
    qtbot.mouseClick(port, LEFT, pos=at)
    qtbot.mouseMove(port, at + QPoint(1, 1))
    cross = canvas.stage.panels["right"].marks.handle(canvas.pose.scale)
    assert cross is not None
    at = canvas.pixel_of(*canvas.stage.to_scene("right", cross.x(), cross.y())).toPoint()
    for again in (False, True):
        canvas.mouse.press(QPointF(at), LEFT, again)
        canvas.mouse.release(QPointF(at), LEFT)
    assert document.drawing == ()
    qtbot.mouseClick(port, LEFT, pos=at)
    assert len(document.drawing) == 1, "a click of its own marks"


@pytest.mark.parametrize("tool", ["spot", *TOOLS[1:], "region"])
def test_the_cross_shows_only_with_the_tool_that_it_works_with(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot, tool: str
) -> None:
    document.add_mark(engine.places.resolve("right thigh 0.5 lateral"))
    canvas.toolbox.choose(tool)
    qtbot.mouseMove(canvas.viewport(), pixel(canvas, "right", "right thigh 0.5 lateral", engine))
    handle = canvas.stage.panels["right"].marks.handle(canvas.pose.scale)
    assert (handle is not None) == (tool == "spot")
