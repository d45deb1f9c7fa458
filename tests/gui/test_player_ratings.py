"""Before and after, too much, and what is kept of a session."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from bodymap.gui.player.details import StepDetails
from bodymap.gui.player.guide import breath, wanted
from bodymap.gui.player.rating import RatingScale
from bodymap.gui.routine_settings import RoutineSettings
from bodymap.gui.theme import LIGHT
from bodymap.journal.sessions import SessionLog
from bodymap.routine.player import Player
from tests.gui.player_stage import Stage
from tests.routine.content import CONTRACT, PRESS, REST, STRIP, FakeClock, routine, step

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton


def scale(stage: Stage, name: str) -> RatingScale:
    found = stage.panel.findChild(RatingScale, name)
    assert isinstance(found, RatingScale)
    return found


def click_number(stage: Stage, name: str, number: int) -> None:
    made = scale(stage, name)
    stage.qtbot.mouseClick(made, LEFT, pos=QPoint(round(made.width() * (number + 0.5) / 11), 20))


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Stage:
    made = Stage(qtbot, tmp_path, log=SessionLog(tmp_path))
    made.panel.open(routine(steps=[step("press", PRESS)]))
    return made


def play_to_the_end(stage: Stage) -> None:
    stage.click("startButton")
    for _ in range(200):
        stage.pass_(1.0)
    assert stage.status == "finished"


def test_before_and_after_are_asked_compared_and_kept(stage: Stage, tmp_path: Path) -> None:
    click_number(stage, "ratingBeforeScale", 6)
    assert scale(stage, "ratingBeforeScale").given == 6
    assert stage.panel.focusWidget() is not scale(stage, "ratingBeforeScale"), "the space bar still starts"
    play_to_the_end(stage)
    assert not scale(stage, "ratingBeforeScale").isVisible()
    click_number(stage, "ratingAfterScale", 3)
    assert stage.text("ratingCompared") == "Before it was 6, now it is 3."
    stage.click("doneButton")
    log = SessionLog(tmp_path).read()
    assert log.notice is None
    (session,) = log.sessions
    assert (session.before, session.after, session.finished) == (6, 3, True)
    assert session.steps[0].worked == pytest.approx(90.0)
    assert session.ended_at >= session.begun_at > 1e9


def test_a_kill_on_the_last_page_loses_neither_the_session_nor_its_rating(
    stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    """What a kill would leave is what is on the disk: nothing here leaves the page."""
    play_to_the_end(stage)
    (session,) = SessionLog(tmp_path).read().sessions
    assert (session.after, session.finished) == (None, True)
    click_number(stage, "ratingAfterScale", 8)
    click_number(stage, "ratingAfterScale", 3)
    (rated,) = SessionLog(tmp_path).read().sessions
    assert (rated.id, rated.after, rated.ended_at) == (session.id, 3, session.ended_at)
    stage.click("backToLastButton")
    assert stage.status == "paused"
    again = Stage(qtbot, tmp_path, log=SessionLog(tmp_path))
    found = again.panel.under_way()
    assert found is not None
    again.panel.go_on(found)
    play_to_the_end(again)
    (whole,) = SessionLog(tmp_path).read().sessions
    assert (whole.id, whole.after) == (session.id, 3), "gone on with after a crash it is still the same session"


def test_a_stopped_routine_is_kept_before_it_is_forgotten(stage: Stage, tmp_path: Path) -> None:
    stage.click("startButton")
    stage.pass_(30.0)
    assert SessionLog(tmp_path).read().sessions == (), "it is still under way"
    stage.panel.close_routine()
    (session,) = SessionLog(tmp_path).read().sessions
    assert not session.finished


def test_nobody_has_to_say(stage: Stage, tmp_path: Path) -> None:
    stage.click("ratingBeforeSkip")
    assert not scale(stage, "ratingBeforeScale").isVisible()
    stage.click("startButton")
    stage.click("startButton")
    assert not scale(stage, "ratingBeforeScale").isVisible()
    stage.pass_(0.0)
    stage.click("startButton")
    for _ in range(200):
        stage.pass_(1.0)
    stage.click("ratingAfterSkip")
    stage.click("doneButton")
    (session,) = SessionLog(tmp_path).read().sessions
    assert (session.before, session.after) == (None, None)


def test_who_does_not_want_to_be_asked_is_not(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.panel.set_settings(RoutineSettings(asks_ratings=False))
    stage.panel.open(routine(steps=[step("press", PRESS)]))
    assert not scale(stage, "ratingBeforeScale").isVisible()
    play_to_the_end(stage)
    assert stage.panel.findChild(QWidget, "ratingAfter") is None


def test_a_routine_left_before_anything_was_done_is_no_session(stage: Stage, tmp_path: Path) -> None:
    stage.click("startButton")
    stage.pass_(5.0)
    stage.panel.close_routine()
    assert SessionLog(tmp_path).read().sessions == ()
    stage.panel.open(routine(steps=[step("press", PRESS)]))
    stage.click("startButton")
    stage.pass_(30.0)
    stage.panel.close_routine()
    (session,) = SessionLog(tmp_path).read().sessions
    assert not session.finished
    assert session.steps[0].worked == pytest.approx(10.0)


def test_a_log_that_can_not_be_written_is_said_and_nothing_else_happens(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    stage = Stage(qtbot, log=SessionLog(tmp_path / "file"))
    stage.panel.open(routine(steps=[step("press", PRESS)]))
    play_to_the_end(stage)
    with qtbot.waitSignal(stage.panel.finished):
        stage.click("doneButton")
    assert len(stage.problems) == 1


def test_a_rating_survives_a_crash(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    click_number(stage, "ratingBeforeScale", 7)
    stage.click("startButton")
    stage.pass_(26.0)
    again = Stage(qtbot, tmp_path)
    found = again.panel.under_way()
    assert found is not None
    assert found.saved.notes.before == 7


def test_the_scale_takes_digits_arrows_and_enter(qtbot: QtBot) -> None:
    made = RatingScale(LIGHT, "How strong?", "scale")
    qtbot.addWidget(made)
    chosen: list[int] = []
    made.chosen.connect(chosen.append)
    with qtbot.waitExposed(made):
        made.show()
    assert made.given is None
    qtbot.keyClick(made, KEY.Key_1)
    qtbot.keyClick(made, KEY.Key_0)
    assert chosen == [1, 10]
    qtbot.keyClick(made, KEY.Key_Left)
    qtbot.keyClick(made, KEY.Key_Return)
    assert chosen == [1, 10, 9]


def test_too_much_makes_the_rest_gentler_and_says_why(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.panel.open(routine(both_sides=True, steps=[step("press", PRESS)]))
    assert not stage.button("tooMuchButton").isEnabled()
    stage.click("startButton")
    stage.pass_(25.0)
    before = stage.text("doseText")
    stage.key(KEY.Key_T)
    assert stage.text("doseText") != before
    assert stage.text("doseText").startswith("2 times 20 seconds")
    assert now_gentler(stage).startswith("You said it is too much. Take some of your weight off.")
    assert not stage.problems, "it is said once"
    player = stage.panel.player
    assert player is not None
    assert player.routine.steps[1].dose.repetitions == 3, "the other side is another matter"


def now_gentler(stage: Stage, name: str = "nowGentler") -> str:
    note = stage.panel.findChild(QWidget, name)
    return note.findChild(QLabel).text() if note is not None else ""  # type: ignore[union-attr]


def test_too_much_in_a_pause_says_what_has_changed_until_the_step_is_left(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.panel.open(routine(both_sides=True, steps=[step("press", PRESS), step("strip", STRIP)]))
    stage.click("startButton")
    stage.pass_(25.0)
    stage.click("startButton")
    assert stage.status == "paused"
    assert now_gentler(stage) == ""
    before = stage.text("doseText")
    bar = stage.panel.findChild(StepDetails).verticalScrollBar()  # type: ignore[union-attr]
    bar.setValue(bar.maximum())
    stage.click("tooMuchButton")
    said = now_gentler(stage)
    assert before.rstrip(".").lower() in said.lower(), "what it was"
    assert stage.text("doseText").rstrip(".").lower() in said.lower(), "and what it is"
    assert bar.value() == 0
    assert now_gentler(stage, "doseNote") == "", "nothing is said twice"
    stage.click("startButton")
    stage.pass_(1.0)
    assert now_gentler(stage) == said, "going on takes it not away"
    stage.click("skipButton")
    assert now_gentler(stage) == ""
    stage.click("backButton")
    assert now_gentler(stage) == ""
    assert now_gentler(stage, "doseNote") == said
    stage.click("tooMuchButton")
    assert now_gentler(stage)
    stage.panel.open(routine())
    assert now_gentler(stage) == ""


def test_a_spot_that_is_left_alone_says_so_on_the_next_step(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.panel.open(routine(steps=[step("press", PRESS), step("rest", REST)]))
    stage.click("startButton")
    first = stage.text("stepTitle")
    leave = "It is too much even at the lowest dose. Leave this spot alone today."
    for _ in range(10):
        if stage.text("stepTitle") == first:
            stage.click("tooMuchButton")
    assert stage.text("stepTitle") != first
    assert now_gentler(stage) == leave
    assert not stage.problems
    for _ in range(10):
        if stage.status != "finished":
            stage.click("tooMuchButton")
    assert stage.problems == [leave], "of the last step there is nothing left to say it on"


def test_a_push_breathes_and_with_less_motion_it_only_changes(qtbot: QtBot) -> None:
    clock = FakeClock()
    player = Player(routine(steps=[step("contract_relax", CONTRACT)]), clock)
    player.start()
    assert breath(player.state()) is None
    clock.pass_(20.0)
    seen = []
    for _ in range(17):
        request = wanted(player.state())
        assert request is not None
        assert request.progress == pytest.approx(breath(player.state()), abs=0.01)
        seen.append(request.progress or 0.0)
        clock.pass_(1.0)
    top = seen.index(max(seen))
    assert top == 7
    assert seen[:8] == sorted(seen[:8])
    assert seen[7:] == sorted(seen[7:], reverse=True)
    clock.pass_(10.0)
    assert breath(player.state(), calm=True) in (0.0, 1.0)
    still = wanted(player.state(), calm=True)
    assert still is not None
    assert still.progress is None
