"""The real canvas by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.document import Document
from bodymap.gui.theme import Themes
from tests.gui.canvas_stage import LEFT

pytestmark = pytest.mark.usefixtures("still")


def test_everything_by_keyboard(canvas: BodyCanvas, document: Document, qtbot: QtBot) -> None:
    keys = Qt.Key
    qtbot.keyClick(canvas, keys.Key_Left)
    assert canvas.stage.crosshair.isVisible()
    start = canvas.keys.place
    for _ in range(12):
        qtbot.keyClick(canvas, keys.Key_Left)
    assert canvas.keys.place[0] < start[0], "the person's right"
    qtbot.keyClick(canvas, keys.Key_Return)
    assert document.drawing[0].label.startswith("Right ")
    named = document.drawing[0].label
    for _ in range(2):
        qtbot.keyClick(canvas, keys.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(canvas, keys.Key_Space)
    assert len(document.drawing) == 2
    assert document.drawing[1].label != named
    qtbot.keyClick(canvas, keys.Key_BracketRight)
    assert document.drawing[1].radius_cm == 3.5
    qtbot.keyClick(canvas, keys.Key_Delete)
    assert len(document.drawing) == 1
    qtbot.keyClick(canvas, keys.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(document.drawing) == 2
    scale = canvas.pose.scale
    qtbot.keyClick(canvas, keys.Key_Plus)
    assert canvas.pose.scale == pytest.approx(scale * 1.3)


def test_the_crosshair_reaches_every_figure_and_never_leaves_the_skin(canvas: BodyCanvas, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    visited = set()
    for _ in range(400):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
        found = canvas.stage.view_at(*canvas.keys.place)
        assert found is not None
        visited.add(found[0])
    assert visited >= {"front", "back", "left", "right"}


def test_tab_walks_the_marks_and_then_leaves(document: Document, themes: Themes, engine: Engine, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    canvas, other = BodyCanvas(document, themes, window), QLineEdit(window)
    canvas.setGeometry(0, 0, 800, 600)
    first = document.add_mark(engine.places.resolve("right thigh 0.5 anterior"))
    second = document.add_mark(engine.places.resolve("left leg 0.5 anterior"))
    document.select_mark(None)
    with qtbot.waitExposed(window):
        window.show()
    canvas.setFocus()
    selected = []
    for _ in range(2):
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
        selected.append(document.selected_mark)
    assert selected == [first, second]
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert window.focusWidget() is other
    canvas.setParent(None)
    qtbot.addWidget(canvas)


def test_one_view_large_and_back(canvas: BodyCanvas, qtbot: QtBot) -> None:
    whole = canvas.pose
    name = canvas.stage.panels["back"].name
    at = canvas.pixel_of(name.x(), name.y()).toPoint() + QPoint(0, 10)
    with qtbot.waitSignal(canvas.view_shown) as heard:
        qtbot.mouseDClick(canvas.viewport(), LEFT, pos=at)
    assert heard.args == ["back"]
    assert canvas.pose.scale > whole.scale * 1.1
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.pose == whole
    assert canvas.large_view is None
    qtbot.keyClick(canvas, Qt.Key.Key_4)
    assert canvas.large_view == "right"
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.large_view is None
