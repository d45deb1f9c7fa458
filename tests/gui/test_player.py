"""The player's panel, driven with mouse and keys on a fake clock; nothing here sleeps."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from bodymap.gui.player.guide import GuideRequest
from bodymap.routine.plan import plan
from tests.gui.player_stage import Stage
from tests.routine.content import PRESS, STRIP, atlas, caution, routine, step


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    made = Stage(qtbot)
    made.panel.open(routine(both_sides=True))
    return made


def test_an_opened_routine_waits_and_shows_all_of_the_first_step(stage: Stage) -> None:
    assert stage.status == "ready"
    assert (stage.face.word, stage.face.numeral, stage.face.below) == ("In all", "33:19", "6 steps")
    assert stage.text("stepTitle") == "Step press 1"
    assert stage.text("stepCue") == "Lean in."
    assert stage.text("sideTag") == "Right side"
    assert stage.text("positionText") == "Stand beside a wall."
    assert stage.text("instructionText") == "Lean on it."
    assert stage.text("doseText").startswith("3 times 30 seconds, rest 10 seconds between")
    assert stage.text("nextStep") == "Next: Step press 1, left side"
    stops = [each.text() for each in stage.panel.findChild(object, "stopCard").findChildren(QLabel)]  # type: ignore[union-attr]
    assert stops[-2:] == ["Stop when it is sharp.", "Stop when it tingles."]
    assert not stage.panel.conductor.ticker.active


def test_the_muscle_is_called_by_its_plain_name_first(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.panel.open(routine())
    assert (stage.text("muscleName"), stage.text("muscleLatin")) == ("Outer hip", "Gluteus minimus")
    # A routine that an older Bodymap has kept knows the Latin name only.
    older = tuple(replace(each, muscle_plain="") for each in routine().steps)
    stage.panel.open(replace(routine(), steps=older, muscle_plain=""))
    assert (stage.text("muscleName"), stage.text("muscleLatin")) == ("Gluteus minimus", "")


def test_from_start_to_the_last_page(stage: Stage, qtbot: QtBot) -> None:
    stage.click("startButton")
    words: list[str] = []
    for _ in range(2000):
        if stage.status == "finished":
            break
        if not words or words[-1] != stage.face.word:
            words.append(stage.face.word)
        stage.pass_(1.0)
    assert words[:8] == ["Get ready", "Press", "Rest", "Press", "Rest", "Press", "Switch", "Press"]
    assert {"Slow stroke", "Move slowly", "Push gently", "Let go", "Breathe", "Warmth"} < set(words)
    assert stage.text("doneSummary") == "Outer hip · both sides: 27 minutes 42 seconds of treatment."
    assert not stage.panel.conductor.ticker.active
    assert stage.guides[-1] is None
    assert stage.heard.chimes[-1] == "done"
    with qtbot.waitSignal(stage.panel.finished):
        stage.click("doneButton")
    assert stage.panel.player is None


def test_the_clock_counts_down_and_the_ring_empties(stage: Stage) -> None:
    stage.click("startButton")
    assert (stage.face.word, stage.face.numeral, stage.face.strong) == ("Get ready", "20", False)
    stage.pass_(20.0 + 7.5)
    assert (stage.face.word, stage.face.numeral, stage.face.below) == ("Press", "23", "1 of 3")
    assert stage.face.strong
    assert stage.face.left == pytest.approx(0.75)
    assert stage.text("totalLeft") == "32:52 left"


def test_space_starts_pauses_and_goes_on(stage: Stage) -> None:
    stage.key(Qt.Key.Key_Space)
    assert stage.status == "running"
    assert stage.button("startButton").text() == "Pause"
    assert stage.panel.conductor.ticker.active
    stage.pass_(30.0)
    stage.key(Qt.Key.Key_Space)
    assert stage.status == "paused"
    assert stage.button("startButton").text() == "Go on"
    assert (stage.face.word, stage.face.below, stage.face.dimmed) == ("Paused", "Press", True)
    assert not stage.panel.conductor.ticker.active
    stage.pass_(100.0)
    assert stage.face.numeral == "20"
    stage.key(Qt.Key.Key_Space)
    assert stage.status == "running"


def test_space_after_a_click_on_skip_pauses_and_does_not_skip_again(stage: Stage) -> None:
    stage.click("startButton")
    stage.click("skipButton")
    stage.key(Qt.Key.Key_Space)
    assert stage.panel.player is not None
    moment = stage.panel.player.state()
    assert (moment.step_index, moment.status) == (1, "paused")


def test_every_command_has_a_key(stage: Stage) -> None:
    stage.key(Qt.Key.Key_Space)
    player = stage.panel.player
    assert player is not None
    stage.key(Qt.Key.Key_E)  # ready already
    assert player.state().phase.kind == "work"
    stage.pass_(10.0)
    stage.key(Qt.Key.Key_Plus)
    assert player.state().seconds_left == 35.0
    stage.key(Qt.Key.Key_E)  # it has eased
    assert player.state().step.id == "press_1.left"
    stage.key(Qt.Key.Key_Right)
    assert player.state().step.id == "strip_1.right"
    stage.key(Qt.Key.Key_Left)
    assert player.state().step.id == "press_1.left"
    stage.key(Qt.Key.Key_E)
    stage.pass_(5.0)
    stage.key(Qt.Key.Key_R)
    assert player.state().phase.kind == "switch"
    stage.key(Qt.Key.Key_M)
    assert stage.panel.muted


def test_tab_reaches_every_button_and_each_says_what_it_does(stage: Stage) -> None:
    stage.key(Qt.Key.Key_Space)
    reached = set()
    for _ in range(12):
        stage.qtbot.keyClick(stage.panel.focusWidget() or stage.panel, Qt.Key.Key_Tab)
        focused = stage.panel.focusWidget()
        reached.add(focused.objectName() if focused else "")
    wanted = {"soundButton", "closeButton", "backButton", "startButton", "skipButton", "repeatButton", "moreButton"}
    assert wanted <= reached
    for name in wanted:
        assert stage.button(name).accessibleName()


def test_what_can_not_be_done_is_disabled_with_the_reason(stage: Stage) -> None:
    assert not stage.button("easedButton").isEnabled()
    stage.click("startButton")
    assert stage.button("easedButton").text() == "I’m ready"
    stage.pass_(25.0)
    assert stage.button("easedButton").text() == "It has eased"
    stage.click("moreButton")
    stage.click("moreButton")
    assert not stage.button("moreButton").isEnabled()
    assert "full time" in stage.button("moreButton").toolTip()


def test_the_body_is_asked_for_the_spot_and_for_the_moving_ball(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.panel.open(routine(both_sides=True, steps=[step("press", PRESS), step("strip", STRIP)]))
    spot = ("thigh 0.5 lateral",)
    assert stage.guides == [GuideRequest(spot, "right", None, still=True)]
    stage.click("startButton")
    assert stage.guides[-1] == GuideRequest(spot, "right", None)
    stage.click("startButton")
    assert stage.guides[-1] == GuideRequest(spot, "right", None, still=True), "in a pause nothing moves"
    stage.click("skipButton")
    assert stage.guides[-1] == GuideRequest(spot, "left", None, still=True)
    stage.click("skipButton")
    stage.click("startButton")
    stage.pass_(30.0)
    path = ("thigh 0.5 lateral", "thigh 0.3 lateral")
    assert stage.guides[-1] == GuideRequest(path, "right", 0.0)
    stage.pass_(5.0)
    assert stage.guides[-1] == GuideRequest(path, "right", pytest.approx(0.25))  # type: ignore[arg-type]


def test_each_change_has_its_sound_and_mute_is_silent(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.panel.open(routine(steps=[step("press", PRESS)]))
    assert stage.heard.prepared == 1
    stage.click("startButton")
    for _ in range(60):
        stage.pass_(1.0)
    count = ["soon", "tick", "tick", "tick"]
    assert stage.heard.chimes == ["switch", *count, "work", "half", *count, "rest", *count, "work"]
    with qtbot.waitSignal(stage.panel.muted_changed):
        stage.click("soundButton")
    before = len(stage.heard.chimes)
    stage.pass_(30.0)
    assert len(stage.heard.chimes) == before


def test_stopping_asks_first_and_goes_on_when_refused(stage: Stage) -> None:
    stage.click("startButton")
    stage.pass_(30.0)
    stage.key(Qt.Key.Key_Escape)
    assert stage.status == "paused"
    stage.click("keepGoingButton")
    assert stage.status == "running"
    stage.click("closeButton")
    with stage.qtbot.waitSignal(stage.panel.finished):
        stage.click("reallyStopButton")
    assert stage.panel.player is None
    assert stage.guides[-1] is None
    assert not stage.panel.conductor.ticker.active


def test_refusing_to_stop_leaves_a_paused_routine_paused(stage: Stage) -> None:
    stage.click("startButton")
    stage.click("startButton")
    assert stage.status == "paused"
    stage.click("closeButton")
    stage.click("keepGoingButton")
    assert stage.status == "paused"


def test_from_the_last_page_one_can_go_back(stage: Stage) -> None:
    stage.click("startButton")
    for _ in range(11):
        stage.key(Qt.Key.Key_Right)
    assert stage.text("doneSummary").endswith("every step was skipped.")
    stage.click("backToLastButton")
    assert stage.status == "paused"
    assert stage.text("sideTag") == "Left side"


def test_a_routine_of_which_nothing_may_be_done_says_why(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    small = atlas([step("press", PRESS), step("press", PRESS, 2)], [caution("broken", "emergency", ["press"])])
    stage.panel.open(plan(small, "minimus", "right", answers={"broken": True}))
    assert "no step of this routine should be done" in stage.text("doneSummary")
    said = [each.text() for each in stage.panel.findChild(object, "leftOut").findChildren(QLabel)]  # type: ignore[union-attr]
    assert said == ["Left out because of your answers", "Step press 1; Step press 2", "Broken: See a doctor."]
    with qtbot.waitSignal(stage.panel.finished):
        stage.key(Qt.Key.Key_Return)


def test_hidden_it_goes_on_without_painting(stage: Stage) -> None:
    stage.click("startButton")
    stage.panel.hide()
    before = stage.face
    assert stage.panel.conductor.ticker.active
    stage.pass_(3.0)
    assert stage.face == before
    stage.panel.show()
    assert stage.face.numeral == "17"


def test_its_keys_are_its_own_even_when_the_window_has_the_same_ones(stage: Stage) -> None:
    """A shortcut of the window for “+” must not take the key away while the player has the focus."""
    window = QMainWindow()
    stage.qtbot.addWidget(window)
    closer = QAction("Closer", window)
    closer.setShortcut(QKeySequence("+"))
    zoomed: list[bool] = []
    closer.triggered.connect(zoomed.append)
    window.addAction(closer)
    window.setCentralWidget(stage.panel)
    with stage.qtbot.waitActive(window):
        window.show()
    stage.click("startButton")
    stage.panel.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Plus)  # to the window, where shortcuts are looked up
    assert stage.panel.player is not None
    assert stage.panel.player.state().seconds_left == 35.0
    assert zoomed == []
    stage.qtbot.keyClick(stage.panel, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)  # not ours
    assert stage.panel.player.state().seconds_left == 35.0
    window.takeCentralWidget()  # the stage closes it
