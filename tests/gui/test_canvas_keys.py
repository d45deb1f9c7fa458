"""The real canvas by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bodymap.body.surface import Surface
from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.document import MARK_RADIUS_CM, Document
from bodymap.gui.theme import Themes
from tests.gui.canvas_stage import LEFT

pytestmark = pytest.mark.usefixtures("still")


SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


def test_everything_by_keyboard(canvas: BodyCanvas, document: Document, qtbot: QtBot) -> None:
    named: list[str] = []
    canvas.hovered.connect(named.append)
    qtbot.keyClick(canvas, KEY.Key_Left)
    assert canvas.stage.crosshair.isVisible(), "the first key shows where one is"
    assert len(named) == 1
    start = canvas.keys.place
    qtbot.keyClick(canvas, KEY.Key_Left)
    assert canvas.keys.place[0] < start[0], "the person's right"
    assert len(named) == 2, "each arrow names another region"
    qtbot.keyClick(canvas, KEY.Key_Return)
    assert document.drawing[0].label == named[-1]
    assert document.drawing[0].label.startswith("Right ")
    for _ in range(2):
        qtbot.keyClick(canvas, KEY.Key_Down)
    qtbot.keyClick(canvas, KEY.Key_Space)
    assert [mark.label for mark in document.drawing] == [named[1], named[3]]
    assert document.drawing[1].label != document.drawing[0].label
    qtbot.keyClick(canvas, KEY.Key_Delete)
    assert len(document.drawing) == 1
    qtbot.keyClick(canvas, KEY.Key_Z, CONTROL)
    assert len(document.drawing) == 2


def test_size_and_strength(canvas: BodyCanvas, document: Document, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, KEY.Key_Left)
    for _ in range(2):
        qtbot.keyClick(canvas, KEY.Key_Plus)  # nothing is selected: the next mark
    qtbot.keyClick(canvas, KEY.Key_Space)
    large = document.drawing[0].radius_cm
    assert large == canvas.toolbox.radius_cm > MARK_RADIUS_CM
    for key, radius in ((KEY.Key_Plus, large + 0.5), (KEY.Key_Equal, large + 1.0), (KEY.Key_Minus, large + 0.5)):
        qtbot.keyClick(canvas, key)
        assert document.drawing[0].radius_cm == pytest.approx(radius)
    strengths = ((KEY.Key_BracketRight, 6), (KEY.Key_PageUp, 7), (KEY.Key_BracketLeft, 6), (KEY.Key_PageDown, 5))
    for key, strength in strengths:
        qtbot.keyClick(canvas, key)
        assert document.drawing[0].intensity == strength
    for _ in range(12):
        qtbot.keyClick(canvas, KEY.Key_PageUp)
    assert document.drawing[0].intensity == 10
    qtbot.keyClick(canvas, KEY.Key_Z, CONTROL)
    assert document.drawing[0].intensity == 5, "strength set in one go is one step"
    document.select_mark(None)
    for _ in range(30):
        qtbot.keyClick(canvas, KEY.Key_Minus)
    assert canvas.toolbox.radius_cm == 0.5
    assert document.drawing[0].radius_cm > large, "it is not selected"


def test_a_region_is_marked_whole_once(canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, KEY.Key_Left)
    point = canvas.keys.crosshair.point
    assert point is not None
    region, side = document.region_at(point)
    field = document.region_field(region, side)
    assert field is not None
    for key in (KEY.Key_Return, KEY.Key_Space):
        qtbot.keyClick(canvas, key, SHIFT)
        assert len(document.drawing) == 1, "marked once, then selected"
        assert document.drawing[0].region == field.region(document.surface)
        document.select_mark(None)
    qtbot.keyClick(canvas, KEY.Key_Tab)
    assert document.selected_mark == document.drawing[0].id
    stop = canvas.keys.crosshair.stop
    assert stop is not None
    assert canvas.keys.crosshair.territories.names[stop.territory].region == region, "a mark without a middle is found"
    radius = document.drawing[0].radius_cm
    qtbot.keyClick(canvas, KEY.Key_Plus)
    assert document.drawing[0].radius_cm == radius, "only a spot has a size"


def test_straight_back_leads_to_where_one_came_from(canvas: BodyCanvas, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, KEY.Key_Left)
    for there, back in ((KEY.Key_Left, KEY.Key_Right), (KEY.Key_Down, KEY.Key_Up)):
        for _ in range(4):
            place = canvas.keys.place
            qtbot.keyClick(canvas, there)
            assert canvas.keys.place != place
            qtbot.keyClick(canvas, back)
            assert canvas.keys.place == pytest.approx(place)
            qtbot.keyClick(canvas, there)


def test_small_steps_reach_every_figure_and_never_leave_the_skin(canvas: BodyCanvas, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, KEY.Key_Right)
    visited = set()
    for _ in range(400):
        qtbot.keyClick(canvas, KEY.Key_Right, SHIFT)
        found = canvas.stage.view_at(*canvas.keys.place)
        assert found is not None
        visited.add(found[0])
    assert visited >= {"front", "back", "left", "right"}


def test_the_walk_turns_to_the_view_where_the_skin_goes_on(canvas: BodyCanvas, qtbot: QtBot) -> None:
    canvas.show_view("front")
    qtbot.keyClick(canvas, KEY.Key_Left)
    shown = []
    for _ in range(10):
        qtbot.keyClick(canvas, KEY.Key_Left)
        stop = canvas.keys.crosshair.stop
        assert stop is not None
        assert canvas.large_view == stop.view
        if stop.view not in shown:
            shown.append(stop.view)
    assert shown[:4] == ["front", "right", "back", "left"], "round the body"


def test_zoom_by_keys_goes_to_the_crosshair(canvas: BodyCanvas, qtbot: QtBot) -> None:
    scale = canvas.pose.scale
    qtbot.keyClick(canvas, KEY.Key_Plus, CONTROL)
    assert canvas.pose.scale == pytest.approx(scale * 1.3)
    qtbot.keyClick(canvas, KEY.Key_Minus, CONTROL)
    assert canvas.pose.scale == pytest.approx(scale)


def test_without_the_atlas_one_walks_over_the_parts_of_the_body(themes: Themes, woman: Surface, qtbot: QtBot) -> None:
    document = Document("woman", {"woman": woman}.__getitem__)
    canvas = BodyCanvas(document, themes)
    qtbot.addWidget(canvas)
    canvas.resize(900, 640)
    with qtbot.waitExposed(canvas):
        canvas.show()
    canvas.setFocus()
    named: list[str] = []
    canvas.hovered.connect(named.append)
    for _ in range(3):
        qtbot.keyClick(canvas, KEY.Key_Down)
    qtbot.keyClick(canvas, KEY.Key_Return, SHIFT)
    assert document.drawing == (), "no region is known yet"
    qtbot.keyClick(canvas, KEY.Key_Return)
    assert named[-1].endswith(("thigh", "lower leg", "foot"))
    assert document.drawing[0].label == named[-1]


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
    qtbot.keyClick(canvas, Qt.Key.Key_6)
    assert canvas.large_view == "inner_legs"
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.large_view is None
