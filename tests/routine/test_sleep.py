"""A closed lid: by default the routine waits where it was, or counts the time when the person wants that."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from bodymap.routine import clock as clocks
from bodymap.routine.player import Player
from tests.routine.content import FakeClock, routine


class Machine:
    """A clock that goes on while the machine sleeps, and the time it has slept."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept = 40.0

    def __call__(self) -> float:
        return self.now

    def asleep(self) -> float:
        return self.slept

    def wake_for(self, seconds: float) -> None:
        self.now += seconds

    def sleep_for(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds


def test_a_short_sleep_is_noticed_too_and_pauses() -> None:
    machine = Machine()
    player = Player(routine(), machine, asleep=machine.asleep)
    player.start()
    machine.wake_for(15.0)
    player.poll()
    machine.sleep_for(12.0)
    machine.wake_for(0.5)
    event = player.poll()[-1]
    assert (event.kind, event.seconds) == ("suspended", 12.0)
    assert (player.state().status, player.state().seconds_left) == ("paused", 5.0)
    player.start()
    machine.wake_for(1.0)
    assert player.state().seconds_left == 4.0


def test_a_busy_machine_that_did_not_sleep_is_not_taken_for_one() -> None:
    machine = Machine()
    player = Player(routine(), machine, asleep=machine.asleep)
    player.start()
    machine.wake_for(45.0)
    assert player.state().running
    assert player.state().phase.kind == "work"


def test_counting_the_time_goes_on_where_the_routine_would_be_by_now() -> None:
    machine = Machine()
    player = Player(routine(), machine)
    player.start()
    machine.sleep_for(70.0)
    assert player.state().running
    assert (player.state().phase.repetition, player.state().seconds_left) == (2, 20.0)
    assert [event.kind for event in player.poll() if event.holds(machine.now)] == ["phase"]


def test_a_sleep_while_paused_changes_nothing_and_is_not_told_later() -> None:
    machine = Machine()
    player = Player(routine(), machine, asleep=machine.asleep)
    player.start()
    machine.wake_for(15.0)
    player.pause()
    player.poll()
    machine.sleep_for(3600.0)
    assert player.poll() == ()
    player.start()
    machine.wake_for(1.0)
    assert player.poll() == ()
    assert player.state().seconds_left == 4.0


def test_without_a_second_clock_a_long_silence_is_taken_for_sleep() -> None:
    clock = FakeClock()
    player = Player(routine(), clock, longest_gap=30.0)
    player.start()
    clock.pass_(31.0)
    event = player.poll()[-1]
    assert (event.kind, event.seconds) == ("suspended", 31.0)


def test_the_clocks_of_this_system_run_and_agree() -> None:
    before, slept = clocks.wakeful_clock(), clocks.asleep()
    assert clocks.wakeful_clock() >= before
    assert clocks.asleep() == pytest.approx(slept, abs=0.5)


def fixed(values: dict[int, float]) -> Callable[[int], float]:
    return lambda which: values[which]


def test_linux_tells_sleep_by_two_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clocks, "_WITH_SLEEP", 7)
    monkeypatch.setattr(clocks, "_WITHOUT_SLEEP", None)
    monkeypatch.setattr(time, "clock_gettime", fixed({7: 900.0, time.CLOCK_MONOTONIC: 850.0}))
    assert (clocks.wakeful_clock(), clocks.asleep()) == (900.0, 50.0)


def test_macos_tells_sleep_by_two_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clocks, "_WITH_SLEEP", None)
    monkeypatch.setattr(clocks, "_WITHOUT_SLEEP", 8)
    monkeypatch.setattr(time, "clock_gettime", fixed({8: 700.0, time.CLOCK_MONOTONIC: 750.0}))
    assert (clocks.wakeful_clock(), clocks.asleep()) == (750.0, 50.0)


def test_elsewhere_sleep_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clocks, "_WITH_SLEEP", None)
    monkeypatch.setattr(clocks, "_WITHOUT_SLEEP", None)
    monkeypatch.setattr(clocks.sys, "platform", "plan9")
    assert clocks.asleep() == 0.0
    assert clocks.wakeful_clock() <= time.monotonic()
