"""Zooming and panning the real canvas with wheel, fingers and mouse."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.document import Document
from bodymap.gui.theme import SPACE
from tests.gui.canvas_stage import LEFT, gap, pixel, wheel

pytestmark = pytest.mark.usefixtures("still")


def test_the_wheel_zooms_at_the_cursor_and_fractions_add_up(canvas: BodyCanvas, engine: Engine) -> None:
    place = "right leg 0.5 anterior"
    at = pixel(canvas, "front", place, engine)
    start = canvas.pose.scale
    for _ in range(12):
        wheel(canvas, at, 30)
    assert canvas.pose.scale == pytest.approx(start * 1.25**3, rel=1e-6)
    seen = pixel(canvas, "front", place, engine)
    assert (seen - at).manhattanLength() <= 2
    fine = canvas.pixel_of(*canvas.scene_at(at.x(), at.y()))
    assert (fine - QPointF(at)).manhattanLength() < 1e-6


def test_a_pinch_on_a_touchpad_zooms_at_its_place(canvas: BodyCanvas, engine: Engine) -> None:
    place = "right leg 0.5 anterior"
    at = QPointF(pixel(canvas, "front", place, engine))
    start = canvas.pose.scale
    for _ in range(2):
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            QPointingDevice.primaryPointingDevice(),
            2,
            at,
            at,
            canvas.viewport().mapToGlobal(at),
            0.25,
            QPointF(),
        )
        QApplication.sendEvent(canvas.viewport(), event)
    assert canvas.pose.scale == pytest.approx(start * 1.25**2)
    assert (QPointF(pixel(canvas, "front", place, engine)) - at).manhattanLength() <= 2


def test_what_is_painted_is_where_the_camera_says(canvas: BodyCanvas, engine: Engine) -> None:
    """Pose, scroll bars and transform agree: a scene point is painted at the pixel that the camera gives."""
    for angle in (170, 333, 95):
        wheel(canvas, QPoint(211, 333), angle)
        canvas.pan(7.4, -3.3)
        x, y = canvas.scene_at(300, 200)
        painted = canvas.viewportTransform().map(QPointF(x, y))
        assert (painted - QPointF(300, 200)).manhattanLength() < 0.02


def test_a_click_is_exact_when_zoomed(canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot) -> None:
    at = pixel(canvas, "front", "right leg 0.5 anterior", engine)
    for _ in range(10):
        wheel(canvas, at, 120)
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=pixel(canvas, "front", "right leg 0.5 anterior", engine))
    assert gap(document, "right leg 0.5 anterior", engine) < 0.06


def test_panning_paints_the_same_as_drawing_anew(canvas: BodyCanvas) -> None:
    """A pan moves the picture that is there; what comes in at the edge must fit to it."""
    wheel(canvas, QPoint(211, 333), 700)
    canvas.grab()
    for _ in range(3):
        canvas.pan(37, -21)
        QApplication.processEvents()
    moved = canvas.grab().toImage()
    canvas.redraw_figures()
    anew = canvas.grab().toImage()
    for x in range(5, 900, 45):
        for y in range(5, 640, 40):
            one, other = moved.pixelColor(x, y), anew.pixelColor(x, y)
            assert abs(one.lightness() - other.lightness()) <= 6, (x, y)


def test_dragging_beside_the_body_pans(canvas: BodyCanvas, document: Document, qtbot: QtBot) -> None:
    wheel(canvas, QPoint(450, 320), 600)
    before = canvas.pixel_of(0, 0)
    at = next(
        QPoint(x, y)
        for x in range(20, 880, 10)
        for y in range(20, 620, 10)
        if canvas.bench.pointer(QPointF(x, y)).view is None
    )
    qtbot.mousePress(canvas.viewport(), LEFT, pos=at)
    qtbot.mouseMove(canvas.viewport(), at + QPoint(30, -12))
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=at + QPoint(30, -12))
    assert (canvas.pixel_of(0, 0) - before).toPoint() == QPoint(30, -12)
    assert document.drawing == ()


def test_space_and_drag_pans_on_the_body_and_marks_nothing(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    wheel(canvas, QPoint(450, 320), 600)
    before = canvas.pixel_of(0, 0)
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    qtbot.mousePress(canvas.viewport(), LEFT, pos=QPoint(450, 320))
    qtbot.mouseMove(canvas.viewport(), QPoint(470, 350))
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=QPoint(470, 350))
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert (canvas.pixel_of(0, 0) - before).toPoint() == QPoint(20, 30)
    assert document.drawing == ()


@pytest.mark.parametrize("figure", ["woman", "man"])
@pytest.mark.parametrize(("width", "height"), [(844, 650), (600, 560), (324, 650), (1900, 1300)])
def test_names_of_views_never_run_into_each_other(
    canvas: BodyCanvas, document: Document, figure: str, width: int, height: int
) -> None:
    document.set_figure(figure)
    canvas.resize(width, height)
    boxes = {view: canvas.words.name_box(view).adjusted(SPACE, 0, -SPACE, 0) for view in canvas.stage.panels}
    for one, other in itertools.combinations(boxes, 2):
        assert not boxes[one].intersects(boxes[other]), (one, other)
    folded = {view for view, panel in canvas.stage.panels.items() if panel.name.folded}
    assert not folded or width < 844, "on the usual window every name stands on one line"


def test_both_inner_legs_are_shown_large_together(canvas: BodyCanvas) -> None:
    for view in ("inner_left", "inner_right", "inner_legs"):
        canvas.show_view(None)
        canvas.show_view(view)
        assert canvas.large_view == "inner_legs"
        seen = canvas.viewport().rect()
        for leg in ("inner_left", "inner_right"):
            panel = canvas.stage.panels[leg].figure
            assert seen.contains(canvas.viewportTransform().mapRect(panel.sceneBoundingRect()).toRect())


def test_zooming_all_the_way_out_is_all_views_again(canvas: BodyCanvas, qtbot: QtBot) -> None:
    canvas.show_view("back")
    with qtbot.waitSignal(canvas.view_shown) as heard:
        wheel(canvas, QPoint(300, 300), -1200)
    assert heard.args == [None]
    assert canvas.pose == canvas.camera.fit
    canvas.pan(50, 50)
    assert not canvas.steered, "at the fit there is nothing to pan, so nobody chose where to look"


def test_a_movement_ends_where_it_should_and_no_timer_is_left(
    canvas: BodyCanvas, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bodymap.gui.canvas.zoom_view.reduced_motion", lambda _: False)
    canvas.show_view("back")
    assert canvas.moving()
    target = canvas.target
    qtbot.waitUntil(lambda: not canvas.moving(), timeout=3000)
    assert canvas.pose == target


def test_a_sharper_picture_is_read_when_the_zoom_needs_it(canvas: BodyCanvas, engine: Engine, qtbot: QtBot) -> None:
    pictures = canvas.stage.panels["front"].figure.pictures
    canvas.grab()
    canvas.settle()
    coarse = pictures.picture("woman", "front", canvas.stage.panels["front"].figure.theme, 4.0).px_per_cm
    with qtbot.waitSignal(pictures.finer, timeout=5000):
        pictures.picture("woman", "front", canvas.stage.panels["front"].figure.theme, 60.0)
    fine = pictures.picture("woman", "front", canvas.stage.panels["front"].figure.theme, 60.0).px_per_cm
    assert fine >= 3 * coarse
    canvas.settle()


@pytest.mark.parametrize("size", [(1280, 640), (700, 700), (420, 900)])
def test_all_figures_fit_whatever_the_shape_of_the_canvas(canvas: BodyCanvas, size: tuple[int, int]) -> None:
    canvas.resize(*size)
    QApplication.processEvents()
    room = canvas.viewport().rect()
    for panel in canvas.stage.panels.values():
        box = canvas.viewportTransform().mapRect(panel.figure.sceneBoundingRect())
        assert room.contains(box.toRect())
