"""What the real canvas shows of a routine under way, and what it takes no more."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bodymap.body.surface import SurfacePoint
from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.document import Document, Guide
from bodymap.gui.looking import LookingTool
from tests.gui.canvas_stage import LEFT, pixel

pytestmark = pytest.mark.usefixtures("still")


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


def spot_of(engine: Engine) -> tuple[SurfacePoint, ...]:
    return engine.zone("gluteus_minimus", "right").points[0].spots[:1]


@pytest.mark.parametrize("why", ["guide", "tool"])
def test_a_routine_under_way_can_not_change_the_marks(
    canvas: BodyCanvas, document: Document, engine: Engine, qtbot: QtBot, why: str
) -> None:
    """Neither while a place is shown, nor in a bath or a rest without one, when only the tool tells."""
    mark = document.add_mark(engine.places.resolve("right thigh 0.4 anterior"))
    before = document.drawing
    if why == "guide":
        document.set_guide(Guide(spot_of(engine), None, "right", 1.5))
    else:
        canvas.tool = LookingTool()
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=pixel(canvas, "front", "left thigh 0.4 anterior", engine))
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    document.select_mark(mark)
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    qtbot.keyClick(canvas, Qt.Key.Key_BracketRight)
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.drawing == before


def test_the_spot_pulses_only_while_it_is_worked_on_and_seen(
    canvas: BodyCanvas, document: Document, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bodymap.gui.canvas.guide_show.reduced_motion", lambda _: False)
    guide = Guide(spot_of(engine), None, "right", 1.5)
    show = canvas.guide_show
    assert not show.pulsing
    document.set_guide(guide)
    assert show.pulsing
    document.set_guide(replace(guide, still=True))
    assert not show.pulsing, "a pause"
    document.set_guide(guide)
    canvas.hide()
    assert not show.pulsing
    canvas.show()
    assert show.pulsing
    canvas.showMinimized()
    assert not show.pulsing
    canvas.showNormal()
    assert show.pulsing
    document.set_guide(None)
    assert not show.pulsing


@pytest.mark.parametrize("progress", [None, 0.25])
def test_a_movement_of_the_guide_repaints_only_its_own_place(
    canvas: BodyCanvas, document: Document, engine: Engine, progress: float | None
) -> None:
    document.choose("gluteus_minimus", "right", "anterior")
    path = engine.zone("gluteus_minimus", "right").points[0].fibres if progress is not None else spot_of(engine)
    guide = Guide(path, progress, "right", 1.5)
    document.set_guide(guide)
    canvas.zoom_to(path)
    canvas.settle()
    canvas.grab()
    painted: list[QRect] = []
    watch = Watch(painted)
    canvas.viewport().installEventFilter(watch)
    QApplication.processEvents()
    painted.clear()
    layer = canvas.stage.panels["right"].guide
    if progress is None:
        layer.set_beat(0.5)
    else:
        document.set_guide(replace(guide, progress=progress + 0.01))
    QApplication.processEvents()
    assert len(painted) == 1
    reach = 2 * 1.5 * 1.7 * canvas.pose.scale + 12
    assert max(painted[0].width(), painted[0].height()) <= reach
    assert layer.ball is not None
    at = canvas.pixel_of(*canvas.stage.to_scene("right", *layer.ball)).toPoint()
    assert painted[0].contains(at)


class Watch(QObject):
    """Notes what of a widget is painted."""

    def __init__(self, painted: list[QRect]) -> None:
        super().__init__()
        self._painted = painted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self._painted.append(event.region().boundingRect())
        return False


def test_another_size_of_the_window_keeps_to_the_spot(canvas: BodyCanvas, document: Document, engine: Engine) -> None:
    spot = spot_of(engine)
    document.set_guide(Guide(spot, None, "right", 1.5))
    canvas.zoom_to(spot)
    fit = canvas.camera.fit.scale
    for size in ((700, 640), (420, 760), (1100, 500)):
        canvas.resize(*size)
        QApplication.processEvents()
        at = pixel(canvas, "right", spot[0], engine)
        middle = canvas.viewport().rect().center()
        assert (at - middle).manhattanLength() <= 3, size
        assert canvas.pose.scale > 1.5 * fit
    canvas.fit()
    canvas.resize(900, 640)
    QApplication.processEvents()
    assert canvas.pose == canvas.camera.fit, "who looks at everything goes on to"
