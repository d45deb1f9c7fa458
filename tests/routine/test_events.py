"""What the player tells, when it was due, and whether it is still true when somebody asks late."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas.model import Dose
from bodymap.routine.moments import Event
from bodymap.routine.player import Player
from bodymap.routine.steps import Routine
from tests.routine.content import CONTRACT, MOVE, PRESS, STRIP, FakeClock, routine, step

ONCE = Dose(seconds=30.0)


def told(made: Routine, every: float = 1.0) -> list[Event]:
    """All events of a routine that is left alone and looked at in steps of ``every`` seconds."""
    clock = FakeClock(0.0)
    player = Player(made, clock, cues=True)
    player.start()
    events = list(player.poll())
    while not player.state().finished:
        clock.pass_(every)
        events += player.poll()
    return events


def plain(events: list[Event]) -> list[tuple[float, str, float]]:
    return [(event.at, event.kind, event.seconds) for event in events]


def test_a_press_tells_its_start_its_half_its_last_seconds_and_what_comes_next() -> None:
    events = told(routine(steps=[step("press", ONCE), step("press", ONCE, 2)]))
    countdown = [("last_seconds", 5), ("second", 5), ("second", 4), ("second", 3), ("second", 2), ("second", 1)]
    first = [
        (0, "step", 20), *((20 - left, kind, left) for kind, left in countdown),
        (20, "phase", 30), (35, "half", 15), (38, "preview", 12),
        *((50 - left, kind, left) for kind, left in countdown),
    ]  # fmt: skip
    second = [
        (50, "step", 10), *((60 - left, kind, left) for kind, left in countdown),
        (60, "phase", 30), (75, "half", 15), *((90 - left, kind, left) for kind, left in countdown),
        (90, "finished", 0),
    ]  # fmt: skip
    assert plain(events) == first + second
    assert [event.next_step for event in events if event.kind == "preview"] == [1]


def test_switching_sides_is_a_step_whose_first_phase_says_so() -> None:
    events = told(routine(both_sides=True, steps=[step("press", ONCE)]))
    begun = [(event.step, event.phase and event.phase.kind) for event in events if event.kind == "step"]
    assert begun == [(0, "get_ready"), (1, "switch")]


def test_pushing_and_letting_go_are_told_with_their_number() -> None:
    events = told(routine(steps=[step("contract_relax", CONTRACT)]))
    phases = [event.phase for event in events if event.kind == "phase"]
    said = [(phase.kind, phase.repetition, phase.of) for phase in phases if phase]
    once = ["contract", "relax", "rest"]
    assert said == [(kind, number, 3) for number in (1, 2, 3) for kind in once][:-1]


def test_every_repetition_is_told_and_short_ones_are_not_counted_down() -> None:
    events = told(routine(steps=[step("move", MOVE)]))
    in_work = [event for event in events if event.phase and event.phase.kind == "work"]
    assert [(event.kind, event.phase and event.phase.repetition) for event in in_work] == [
        ("phase", number) for number in range(1, 7)
    ]


def test_the_ball_turns_at_the_end_of_each_pass_but_the_last() -> None:
    events = told(routine(steps=[step("strip", STRIP), step("press", ONCE)]))
    at = [event.at for event in events if event.kind == "turn"]
    rests = [event.at for event in events if event.phase and (event.kind, event.phase.kind) == ("phase", "rest")]
    assert at == rests == [40.0]
    order = [event.kind for event in events if event.at == 40.0]
    assert order == ["turn", "phase"]


def test_a_rest_that_is_ended_early_turns_no_ball() -> None:
    clock = FakeClock()
    player = Player(routine(steps=[step("strip", STRIP)]), clock, cues=True)
    player.start()
    clock.pass_(41.0)
    player.poll()
    player.hurry()
    assert [event.kind for event in player.poll()] == ["phase"]


def test_a_step_with_a_short_end_names_the_next_when_its_last_phase_begins() -> None:
    events = told(routine(steps=[step("move", MOVE), step("press", ONCE)]))
    preview = next(event for event in events if event.kind == "preview")
    assert (preview.at, preview.next_step, preview.phase and preview.phase.repetition) == (45.0, 1, 6)


def test_without_cues_only_the_plain_events_are_told() -> None:
    clock = FakeClock()
    player = Player(routine(), clock)
    player.start()
    clock.pass_(player.routine.seconds)
    assert {event.kind for event in player.poll()} == {"step", "phase", "last_seconds", "finished"}


def test_asked_late_only_what_is_still_true_is_worth_saying() -> None:
    clock = FakeClock(0.0)
    player = Player(routine(steps=[step("press", PRESS)]), clock, cues=True)
    player.start()
    clock.pass_(47.5)  # two and a half seconds before the end of the first press
    still = [(event.kind, event.seconds) for event in player.poll() if event.holds(clock.now)]
    assert still == [("phase", 30.0), ("last_seconds", 5.0), ("second", 3.0)]


def test_asked_after_minutes_nothing_that_is_over_is_said() -> None:
    clock = FakeClock(0.0)
    player = Player(routine(), clock, cues=True)
    player.start()
    clock.pass_(137.0)
    still = [(event.kind, event.step) for event in player.poll() if event.holds(clock.now)]
    assert still == [("step", 1), ("last_seconds", 1), ("second", 1)]


def test_more_time_moves_the_countdown_and_says_the_half_only_once() -> None:
    clock = FakeClock(0.0)
    player = Player(routine(steps=[step("press", ONCE)]), clock, cues=True)
    player.start()
    clock.pass_(46.5)
    assert [event.kind for event in player.poll()].count("half") == 1
    player.more_time(40.0)
    clock.pass_(43.0)
    assert plain(list(player.poll())) == [
        (85.0, "last_seconds", 5.0),
        *((90 - n, "second", n) for n in (5, 4, 3, 2, 1)),
    ]


def test_a_pause_moves_what_is_due() -> None:
    clock = FakeClock(0.0)
    player = Player(routine(steps=[step("press", ONCE)]), clock, cues=True)
    player.start()
    clock.pass_(30.0)
    player.pause()
    player.poll()
    clock.pass_(100.0)
    assert player.poll() == ()
    player.start()
    clock.pass_(5.0)
    assert plain(list(player.poll())) == [(135.0, "half", 15.0)]


@cache
def looked_at_often() -> tuple[Event, ...]:
    return tuple(told(routine(both_sides=True), every=0.25))


@given(looks=st.lists(st.floats(0.001, 70.0), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_however_it_is_looked_at_the_same_things_were_due_at_the_same_times(looks: list[float]) -> None:
    made = routine(both_sides=True)
    clock = FakeClock(0.0)
    player = Player(made, clock, cues=True)
    player.start()
    events = list(player.poll())
    for look in [*looks, made.seconds]:
        clock.pass_(look)
        found = player.poll()
        assert all(event.at <= clock.now for event in found)
        events += found
    expected = looked_at_often()
    assert [event.kind for event in events] == [event.kind for event in expected]
    assert [event.at for event in events] == pytest.approx([event.at for event in expected])
    assert [event.at for event in events] == sorted(event.at for event in events)
