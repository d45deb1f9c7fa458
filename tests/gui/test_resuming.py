"""A routine that was broken off is offered again only if it may be gone on with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.paths import Paths
from bodymap.routine.resume import FILE_NAME
from tests.gui.driver import App, answer_all, dialogs


@pytest.fixture
def broken_off(fresh_app: App) -> Path:
    """The file that a routine leaves behind when the window is closed in the middle of it."""
    app = fresh_app
    app.start()
    app.parts.document.choose("gluteus_minimus", "right")
    with dialogs(("safetyQuestions", answer_all)):
        app.press("startButton")
    QTest.keyClick(app.player, Qt.Key.Key_Space)
    app.clock.pass_(30.0)
    app.player.conductor.look()
    app.parts.close()
    return app.paths.data / FILE_NAME


def test_one_whose_file_was_given_higher_ceilings_is_not_gone_on_with(
    broken_off: Path, qtbot: QtBot, paths: Paths, engine: Engine
) -> None:
    told = json.loads(broken_off.read_text("utf-8"))
    for each in told["player"]["routine"]["steps"]:
        each["ceiling"] = each["spot_ceiling"] = 7200.0
    broken_off.write_text(json.dumps(told), "utf-8")

    app = App(qtbot, paths, engine)
    app.start()
    said: list[str] = []
    app.player.problem.connect(said.append)
    app.window.side.offer_to_resume()
    assert not app.window.panel.resume.isVisible()
    assert not app.window.side.playing
    assert len(said) == 1
    assert "more than the atlas allows" in said[0]
    app.window.side.offer_to_resume()
    assert len(said) == 1, "it is not met again"
    app.close()


def test_an_answer_given_since_then_is_heeded(broken_off: Path, qtbot: QtBot, paths: Paths, engine: Engine) -> None:
    app = App(qtbot, paths, engine)
    app.start()
    said: list[str] = []
    app.player.problem.connect(said.append)
    app.window.side.offer_to_resume()
    assert app.window.panel.resume.isVisible()
    emergency = next(each.id for each in engine.atlas.cautions.values() if each.level == "emergency")
    app.window.flow.answers[emergency] = True
    app.press("resumeRoutine")
    assert not app.window.side.playing
    assert [text.split(" the routine")[0] for text in said] == ["After your answers to the safety questions"]
    app.close()
