"""The real canvas, driven with mouse, wheel and keys."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bodymap.body.surface import Surface, SurfacePoint
from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.document import Document, Guide
from bodymap.gui.theme import Theme, Themes

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Movements are reached at once, as for somebody who asked for reduced motion."""
    monkeypatch.setattr("bodymap.gui.canvas.zoom_view.reduced_motion", lambda _: True)
    monkeypatch.setattr("bodymap.gui.canvas.guide_show.reduced_motion", lambda _: True)


@pytest.fixture
def themes(qapp: QApplication) -> Themes:
    made = Themes()
    made.set_mode("light")
    return made


@pytest.fixture
def document(woman: Surface, man: Surface, engine: Engine, qapp: QApplication) -> Document:
    made = Document("woman", {"woman": woman, "man": man}.__getitem__)
    made.set_engine(engine)
    return made


@pytest.fixture
def canvas(document: Document, themes: Themes, qtbot: QtBot) -> BodyCanvas:
    made = BodyCanvas(document, themes)
    qtbot.addWidget(made)
    made.resize(900, 640)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


def pixel(canvas: BodyCanvas, view: str, place: str | SurfacePoint, engine: Engine) -> QPoint:
    """Where a place of the skin is seen on the canvas."""
    point = engine.places.resolve(place) if isinstance(place, str) else place
    seen = canvas.projector.locate(point, view)
    assert seen is not None, f"{place} is hidden from the {view}"
    return canvas.pixel_of(*canvas.stage.to_scene(view, *seen)).toPoint()


def gap(document: Document, place: str, engine: Engine) -> float:
    """Distance in cm from the first mark to a place."""
    anchor = document.drawing[0].anchor
    assert anchor is not None
    wanted = engine.places.resolve(place).position
    return float(sum((a - b) ** 2 for a, b in zip(anchor.position, wanted, strict=True)) ** 0.5)


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


def bluer(picture: QImage, at: QPoint) -> int:
    color: QColor = picture.pixelColor(at)
    return color.blue() - color.red()


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
    preview = canvas.stage.panels["front"].marks.preview
    assert preview is not None
    assert gap(document, "right thigh 0.4 anterior", engine) < 0.1, "nothing has changed yet"
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=end)
    assert canvas.stage.panels["front"].marks.preview is None
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


def wheel(canvas: BodyCanvas, at: QPoint, angle: int) -> None:
    where = QPointF(at)
    event = QWheelEvent(
        where,
        QPointF(canvas.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), event)


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


def test_zooming_all_the_way_out_is_all_views_again(canvas: BodyCanvas, qtbot: QtBot) -> None:
    canvas.show_view("back")
    with qtbot.waitSignal(canvas.view_shown) as heard:
        wheel(canvas, QPoint(300, 300), -1200)
    assert heard.args == [None]
    assert canvas.pose == canvas.camera.fit
    canvas.pan(50, 50)
    assert not canvas.steered, "at the fit there is nothing to pan, so nobody chose where to look"


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


def test_marks_stay_with_the_skin_on_another_figure(canvas: BodyCanvas, document: Document, engine: Engine) -> None:
    document.add_mark(engine.places.resolve("right leg 0.5 lateral"))
    document.set_figure("man")
    assert canvas.projector.surface.name == "man"
    assert {view for view, panel in canvas.stage.panels.items() if panel.marks.marks} >= {"right"}
    anchor = document.drawing[0].anchor
    assert anchor is not None
    mark = canvas.stage.panels["right"].marks.marks[0]
    assert mark.middle == canvas.projector.locate(anchor, "right")


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


def redder(picture: QImage, at: QPoint) -> int:
    color: QColor = picture.pixelColor(at)
    return color.red() - color.green()


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


def test_the_guide_shows_a_spot_and_a_ball_on_the_way(canvas: BodyCanvas, document: Document, engine: Engine) -> None:
    path = engine.zone("gluteus_minimus", "right").points[0].fibres
    layer = canvas.stage.panels["right"].guide
    seen = [canvas.projector.locate(point, "right") for point in (path[0], path[-1])]
    for progress, wanted in ((0.0, seen[0]), (1.0, seen[1])):
        document.set_guide(Guide(path, progress, "right", 1.0))
        assert wanted is not None
        assert layer.ball == pytest.approx(wanted, abs=1e-6)
    canvas.zoom_to(path)
    assert canvas.pose.scale > canvas.camera.fit.scale * 2
    document.set_guide(Guide(path[:1], None, "right", 1.5))
    assert layer.ball == pytest.approx(seen[0])
    document.set_guide(None)
    assert layer.ball is None


def test_a_routine_under_way_can_not_change_the_marks(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot
) -> None:
    mark = document.add_mark(engine.places.resolve("right thigh 0.4 anterior"))
    document.set_guide(Guide(engine.zone("gluteus_minimus", "right").points[0].spots[:1], None, "right", 1.5))
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=pixel(canvas, "front", "left thigh 0.4 anterior", engine))
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    document.select_mark(mark)
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert [each.id for each in document.drawing] == [mark]


def test_the_spot_pulses_only_while_it_is_shown(
    canvas: BodyCanvas, document: Document, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bodymap.gui.canvas.guide_show.reduced_motion", lambda _: False)
    spot = engine.zone("gluteus_minimus", "right").points[0].spots[:1]
    assert not canvas.guide_show.pulsing
    document.set_guide(Guide(spot, None, "right", 1.5))
    assert canvas.guide_show.pulsing
    canvas.hide()
    assert not canvas.guide_show.pulsing
    canvas.show()
    assert canvas.guide_show.pulsing
    document.set_guide(None)
    assert not canvas.guide_show.pulsing


def test_a_movement_ends_where_it_should_and_no_timer_is_left(
    canvas: BodyCanvas, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bodymap.gui.canvas.zoom_view.reduced_motion", lambda _: False)
    canvas.show_view("back")
    assert canvas.moving()
    target = canvas.target
    qtbot.waitUntil(lambda: not canvas.moving(), timeout=3000)
    assert canvas.pose == target


def test_the_hint_is_there_only_while_nothing_is_marked(canvas: BodyCanvas, document: Document, engine: Engine) -> None:
    hint = canvas.findChild(QWidget, "emptyHint")
    assert hint is not None
    assert hint.isVisible()
    document.add_mark(engine.places.resolve("right thigh 0.5 anterior"))
    assert not hint.isVisible()
    document.clear()
    assert hint.isVisible()


def test_the_canvas_changes_its_dress(canvas: BodyCanvas, engine: Engine, themes: Themes) -> None:
    at = pixel(canvas, "front", "right thigh 0.5 anterior", engine)
    light = canvas.grab().toImage()
    themes.set_mode("dark")
    dark = canvas.grab().toImage()
    theme: Theme = themes.current
    assert dark.pixelColor(2, 2) == theme.window
    assert dark.pixelColor(at).lightness() < light.pixelColor(at).lightness()


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


def test_a_click_is_answered_in_time(canvas: BodyCanvas, engine: Engine, document: Document, qtbot: QtBot) -> None:
    """From press to answer, without painting: processor time of the middle one of several clicks, generously."""
    places: list[str] = [f"right thigh {t / 100} anterior" for t in range(20, 80, 5)]
    times: list[float] = []
    click: Callable[[QPoint], None] = lambda at: qtbot.mouseClick(canvas.viewport(), LEFT, pos=at)  # noqa: E731
    for place in places:
        at = pixel(canvas, "front", place, engine)
        start = time.process_time()
        click(at)
        times.append(time.process_time() - start)
        document.clear()
    assert sorted(times)[len(times) // 2] < 0.060
