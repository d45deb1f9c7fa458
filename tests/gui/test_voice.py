"""The voice: what it says, what may break off what, and that neither a slow nor a dead one can hurt a routine."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from bodymap.gui.player.script import ASIDE, CHANGE, COUNT, STEP, line_for
from bodymap.gui.player.teller import Teller
from bodymap.gui.routine_settings import RoutineSettings
from bodymap.gui.voice.manner import Manner
from bodymap.gui.voice.process import ProcessVoice
from bodymap.gui.voice.speaker import CHIME_MS, HANGS, SLEEPY_S, WAKE_MS, Speaker
from bodymap.routine.player import Player
from tests.gui.player_stage import Heard, Stage
from tests.gui.voice_stage import FakeVoice
from tests.routine.content import CONTRACT, HEAT, PRESS, STRIP, FakeClock, routine, step


def said(player: Player, clock: FakeClock, seconds: int, settings: RoutineSettings | None = None) -> list[str]:
    """All lines of so many seconds, each second looked at once."""
    lines = []
    for _ in range(seconds):
        clock.pass_(1.0)
        line = line_for(player.poll(), player, settings or RoutineSettings(), clock())
        if line is not None:
            lines.append(line.text)
    return lines


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def test_the_script_of_a_step_for_closed_eyes(clock: FakeClock) -> None:
    player = Player(routine(both_sides=True, steps=[step("press", PRESS), step("heat", HEAT)]), clock, cues=True)
    player.start()
    first = line_for(player.poll(), player, RoutineSettings(), clock())
    assert first is not None
    assert first.text == "Step press 1. Right side. Tennis ball. Stand beside a wall. Lean on it."
    assert first.rank == STEP
    count = ["Five.", "Four.", "Three.", "Two.", "One."]
    assert said(player, clock, 20) == [*count, "Press, 1 of 3."]
    assert said(player, clock, 30) == ["Half-way.", *count, "Rest."]
    assert said(player, clock, 10) == [*count, "Press, 2 of 3."]
    assert said(player, clock, 40) == ["Half-way.", *count, "Rest.", *count, "Press, 3 of 3."]
    switch = ["Switch sides. The same on the left. Lean in."]
    assert said(player, clock, 30) == ["Half-way.", "Next, the left side.", *count, *switch]


def test_a_late_look_says_only_what_is_still_true(clock: FakeClock) -> None:
    player = Player(routine(steps=[step("press", PRESS)]), clock, cues=True)
    player.start()
    player.poll()
    clock.pass_(62.5)  # the whole of the first press has passed unseen
    line = line_for(player.poll(), player, RoutineSettings(), clock())
    assert line is not None
    assert line.text == "Press, 2 of 3."


def test_what_is_said_can_be_chosen(clock: FakeClock) -> None:
    player = Player(routine(steps=[step("press", PRESS)]), clock, cues=True)
    player.start()
    quiet = RoutineSettings(says_steps=False, says_cues=False, counts_down=False)
    assert line_for(player.poll(), player, quiet, clock()) is None
    assert said(player, clock, 60, quiet) == []
    counting = RoutineSettings(says_steps=False, says_cues=False)
    assert said(player, clock, 29, counting)[:2] == ["Five.", "Four."]


def test_a_push_and_its_release_are_called(clock: FakeClock) -> None:
    player = Player(routine(steps=[step("contract_relax", CONTRACT)]), clock, cues=True)
    player.start()
    lines = said(player, clock, 60)
    assert [line for line in lines if "Push" in line] == [f"Push gently, {number} of 3." for number in (1, 2, 3)]
    assert "Let go." in lines


class Stand:
    """A speaker on a fake clock."""

    def __init__(self, *, at_once: bool = True) -> None:
        self.owner = QObject()
        self.clock = FakeClock()
        self.voice = FakeVoice(at_once=at_once)
        self.woken: list[float] = []
        self.speaker = Speaker(self.voice, self, self.owner, self.clock)
        self.missing: list[str] = []
        self.speaker.missing.connect(self.missing.append)
        self.speaker.open(Manner())
        self.speaker.tell("", 0, lambda: None)  # the loudspeaker is awake
        self.woken.clear()

    def wake(self) -> bool:
        self.woken.append(self.clock())
        return True


@pytest.fixture
def stand(qapp: object) -> Iterator[Stand]:
    made = Stand()
    yield made
    made.speaker.close()


def wait_until_said(qtbot: QtBot, stand: Stand, text: str) -> None:
    qtbot.waitUntil(lambda: bool(stand.voice.said) and stand.voice.said[-1] == text, timeout=3000)


def test_a_whole_instruction_is_not_broken_off_by_a_count(qtbot: QtBot, stand: Stand) -> None:
    qtbot.waitUntil(lambda: not stand.speaker._pause.isActive())
    assert stand.speaker.tell("The whole of it.", STEP)
    assert not stand.speaker.tell("Five.", COUNT)
    assert not stand.speaker.tell("Press.", CHANGE)
    assert stand.speaker.tell("Another step.", STEP)
    stand.voice.end()
    assert stand.speaker.tell("Half-way.", ASIDE)
    assert not stand.speaker.tell("Next.", ASIDE), "an aside waits for silence"
    assert stand.speaker.tell("Five.", COUNT)
    assert stand.speaker.tell("Four.", COUNT)
    assert stand.voice.said == ["The whole of it.", "Another step.", "Half-way.", "Five.", "Four."]


def test_the_chime_comes_before_the_words_and_a_sleepy_loudspeaker_is_woken_first(qtbot: QtBot, stand: Stand) -> None:
    qtbot.waitUntil(lambda: not stand.speaker._pause.isActive())
    order: list[str] = []
    stand.speaker.tell("Press.", CHANGE, lambda: order.append("chime"))
    assert (order, stand.voice.said) == (["chime"], []), "it is awake: the chime sounds at once"
    wait_until_said(qtbot, stand, "Press.")
    stand.voice.end()
    stand.clock.pass_(SLEEPY_S + 0.1)
    stand.speaker.tell("Rest.", CHANGE, lambda: order.append("chime"))
    assert len(stand.woken) == 1
    assert order == ["chime"], "not before it is awake"
    assert stand.speaker._pause.interval() in (WAKE_MS, CHIME_MS)
    wait_until_said(qtbot, stand, "Rest.")
    assert order == ["chime", "chime"]


def test_the_loudspeaker_is_woken_before_the_count(qtbot: QtBot) -> None:
    class Waking(Heard):
        woken = 0

        def wake(self) -> bool:
            self.woken += 1
            return True

    stage, sounds, voice = Stage(qtbot), Waking(), FakeVoice()
    teller = Teller(stage.panel, sounds, voice, RoutineSettings(), stage.clock)
    teller.prepare()
    player = Player(routine(steps=[step("press", PRESS)]), stage.clock)
    player.start()
    stage.clock.pass_(13.0)
    teller.look_ahead(player.state())
    assert sounds.woken == 0
    stage.clock.pass_(1.0)
    teller.look_ahead(player.state())
    assert sounds.woken == 1
    stage.clock.pass_(1.0)
    teller.look_ahead(player.state())
    assert sounds.woken == 1


def test_a_slow_voice_says_what_is_still_worth_it(qtbot: QtBot) -> None:
    stand = Stand(at_once=False)
    qtbot.waitUntil(lambda: not stand.speaker._pause.isActive())
    assert stand.speaker.tell("The first step.", STEP)
    assert stand.voice.said == []
    stand.clock.pass_(5.0)
    stand.voice.ready.emit(["Ann"])
    assert stand.voice.said == ["The first step."]
    stand.speaker.close()


def test_a_voice_that_hangs_is_given_up_and_told_once(qtbot: QtBot, stand: Stand) -> None:
    qtbot.waitUntil(lambda: not stand.speaker._pause.isActive())
    for number in range(HANGS):
        assert stand.speaker.tell(f"Line {number}.", STEP)
        stand.speaker._hang.timeout.emit()
    assert stand.missing == ["The computer’s voice has stopped answering. Chimes go on without it."]
    assert stand.voice.closed == 1
    assert not stand.speaker.tell("More.", STEP)
    stand.speaker.open(Manner())
    assert stand.voice.opened == 1, "it is not asked again"


def test_mute_and_leaving_silence_the_voice(qtbot: QtBot) -> None:
    voice = FakeVoice()
    stage = Stage(qtbot, voice=voice)
    stage.panel.open(routine())
    assert voice.opened == 1
    stage.click("startButton")
    qtbot.waitUntil(lambda: len(voice.said) == 1, timeout=3000)
    stage.panel.set_muted(True)
    assert voice.hushed == 1
    stage.pass_(25.0)
    assert len(voice.said) == 1
    stage.panel.close_routine()
    assert voice.closed == 1


def test_a_routine_without_any_voice_ticks_instead(qtbot: QtBot) -> None:
    voice = FakeVoice(at_once=False)
    stage = Stage(qtbot, voice=voice)
    stage.panel.open(routine(steps=[step("strip", STRIP)]))
    voice.failed.emit("no engine")
    assert stage.problems == [
        "This computer has no voice that Bodymap can use, so you hear chimes instead. (no engine)"
    ]
    stage.click("startButton")
    for _ in range(20):
        stage.pass_(1.0)
    assert stage.heard.chimes == ["switch", "soon", "tick", "tick", "tick", "work"]
    stage.panel.close_routine()
    stage.panel.open(routine())
    assert len(stage.problems) == 1, "said once"


# ---- the process that speaks


@pytest.fixture
def speaking(qtbot: QtBot) -> ProcessVoice:
    """A process with Qt's engine for tests, which speaks in time but makes no sound."""
    voice = ProcessVoice(engine="mock")
    with qtbot.waitSignal(voice.ready, timeout=20000) as told:
        voice.speak_as(Manner(rate=0.5))
        voice.open()
    assert "Anne" in told.args[0]
    return voice


def test_the_process_speaks_and_ends(qtbot: QtBot, speaking: ProcessVoice) -> None:
    with qtbot.waitSignals([speaking.began, speaking.ended], timeout=20000):
        speaking.say("Press.")
    process = speaking._process
    assert process is not None
    pid = process.processId()
    speaking.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_voice_that_dies_is_told_and_the_routine_goes_on(qtbot: QtBot, speaking: ProcessVoice) -> None:
    assert speaking._process is not None
    with qtbot.waitSignal(speaking.failed, timeout=20000):
        os.kill(speaking._process.processId(), signal.SIGKILL)
    speaking.say("Nothing happens.")
    speaking.close()


def test_an_engine_that_is_not_there_is_a_reason_and_no_crash(qtbot: QtBot) -> None:
    voice = ProcessVoice(engine="none_of_that_name")
    with qtbot.waitSignal(voice.failed, timeout=20000):
        voice.open()
    voice.close()


def test_a_process_that_talks_nonsense_is_given_up(qtbot: QtBot, speaking: ProcessVoice) -> None:
    with qtbot.waitSignal(speaking.failed):
        speaking._take(b"not json")
    speaking.close()
