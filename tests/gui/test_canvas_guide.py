"""What the real canvas shows of a routine under way, and what it takes no more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.document import Document, Guide
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
