"""A routine is never lost: not by a crash, not by a full disk, not by a computer that slept."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bodymap.gui.player.panel import PlayerPanel
from bodymap.gui.routine_settings import RoutineSettings
from bodymap.gui.theme import Themes
from tests.gui.player_stage import Heard, Stage
from tests.routine.content import PRESS, routine, step


def test_a_crash_is_offered_back_where_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.panel.open(routine())
    stage.click("startButton")
    stage.pass_(26.0)
    stage.pass_(5.0)  # no event: only the save every few seconds holds this
    again = Stage(qtbot, tmp_path)
    found = again.panel.under_way()
    assert found is not None
    again.panel.go_on(found)
    assert (again.status, again.face.numeral, again.text("stepTitle")) == ("paused", "19", "Step press 1")
    again.click("startButton")
    again.pass_(19.0)
    assert again.face.word == "Rest"


def test_a_stopped_or_finished_routine_is_not_offered_again(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.panel.open(routine(steps=[step("press", PRESS)]))
    stage.click("startButton")
    stage.pass_(200.0)
    assert stage.panel.under_way() is None
    stage.panel.open(routine())
    stage.panel.close_routine()
    assert stage.panel.under_way() is None


def test_a_state_that_can_not_be_kept_is_said_once(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path / "file")
    (tmp_path / "file").write_text("not a folder")
    stage.panel.open(routine())
    stage.click("startButton")
    stage.pass_(60.0)
    assert len(stage.problems) == 1
    assert stage.status == "running"


@pytest.mark.parametrize(("asleep", "status", "said"), [("pause", "paused", 1), ("count", "running", 0)])
def test_a_computer_that_slept_pauses_the_routine_or_counts(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, asleep: str, status: str, said: int
) -> None:
    """On the real clock, with a lid that is closed for a minute and a half."""
    shut = [0.0]
    monkeypatch.setattr("bodymap.gui.player.conductor.wakeful_clock", lambda: 1000.0 + shut[0])
    monkeypatch.setattr("bodymap.gui.player.conductor.asleep", lambda: shut[0])
    panel = PlayerPanel(Themes(), sounds=Heard())
    qtbot.addWidget(panel)
    problems: list[str] = []
    panel.problem.connect(problems.append)
    panel.set_settings(RoutineSettings(asleep=asleep))  # type: ignore[arg-type]
    panel.open(routine())
    panel.toggle()
    shut[0] = 90.0
    panel.conductor.look()
    assert panel.player is not None
    assert panel.player.state().status == status
    assert problems == ["The computer slept, so the routine was paused."][:said]
    assert panel.player.tallies()[0].worked == (0.0 if said else pytest.approx(60.0))
    panel.close_routine()
