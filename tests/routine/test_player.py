"""The player on a fake clock: what happens when, and what each command does."""

from __future__ import annotations

import pytest

from bodymap.errors import BodymapError
from bodymap.routine.player import Player
from bodymap.routine.steps import Routine
from tests.routine.content import HEAT, PRESS, STRIP, FakeClock, atlas, caution, routine, step


def playing(made: Routine, **options: float) -> tuple[Player, FakeClock]:
    clock = FakeClock()
    player = Player(made, clock, **options)
    player.start()
    return player, clock


def test_a_press_from_start_to_end() -> None:
    player, clock = playing(routine(steps=[step("press", PRESS)]))
    seen = []
    for _ in range(130):
        seen += [(clock.now - 1000.0, event.kind, event.phase and event.phase.kind) for event in player.poll()]
        clock.pass_(1.0)
    seen += [(clock.now - 1000.0, event.kind, event.phase and event.phase.kind) for event in player.poll()]
    assert seen == [
        (0, "step", "get_ready"), (15, "last_seconds", "get_ready"),
        (20, "phase", "work"), (45, "last_seconds", "work"),
        (50, "phase", "rest"), (55, "last_seconds", "rest"),
        (60, "phase", "work"), (85, "last_seconds", "work"),
        (90, "phase", "rest"), (95, "last_seconds", "rest"),
        (100, "phase", "work"), (125, "last_seconds", "work"),
        (130, "finished", None),
    ]  # fmt: skip
    end = player.state()
    assert (end.finished, end.running, end.total_left, end.step_fraction) == (True, False, 0.0, 1.0)


def test_a_phase_begins_when_the_last_one_ended_and_not_when_it_was_looked_at() -> None:
    player, clock = playing(routine(steps=[step("press", PRESS)]))
    player.poll()
    clock.pass_(57.25)
    told = [(event.at - 1000.0, event.kind) for event in player.poll()]
    assert told == [(15, "last_seconds"), (20, "phase"), (45, "last_seconds"), (50, "phase"), (55, "last_seconds")]
    assert player.state().seconds_left == 2.75


def test_half_an_hour_looked_at_irregularly_does_not_drift() -> None:
    made = routine(both_sides=True)
    player, clock = playing(made)
    looks = 0
    while not player.state().finished:
        clock.pass_((0.0166, 0.033, 0.41, 2.7)[looks % 4])
        looks += 1
        ends = [event.at for event in player.poll() if event.kind == "finished"]
    assert made.seconds > 1800.0
    assert ends == [pytest.approx(1000.0 + made.seconds, abs=1e-6)]


def test_the_ball_creeps_one_way_and_is_brought_back_in_the_rest() -> None:
    player, clock = playing(routine(steps=[step("strip", STRIP)]))
    assert player.state().ball == 0.0
    clock.pass_(20.0 + 5.0)
    moment = player.state()
    assert (moment.ball, moment.direction) == (pytest.approx(0.25), 1)
    clock.pass_(15.0 + 1.5)
    moment = player.state()
    assert (moment.phase.kind, moment.ball, moment.direction) == ("rest", pytest.approx(0.5), -1)
    clock.pass_(3.0)
    assert player.state().ball == 0.0


def test_a_press_has_no_ball() -> None:
    assert playing(routine())[0].state().ball is None


def test_pause_stops_time_and_start_goes_on() -> None:
    player, clock = playing(routine())
    clock.pass_(25.0)
    assert player.pause()
    assert not player.pause()
    before = player.state()
    clock.pass_(500.0)
    assert player.state() == before
    assert before.seconds_left == 25.0
    assert player.start()
    clock.pass_(10.0)
    assert player.state().seconds_left == 15.0


def test_what_is_next_is_always_known() -> None:
    player, _ = playing(routine(both_sides=True))
    moment = player.state()
    assert moment.next_step is not None
    assert (moment.next_step.title, moment.next_step.side) == ("Step press 1", "left")
    for _ in range(10):
        player.skip()
    assert player.state().next_step is None


def test_eased_moves_on_only_where_the_dose_allows_it_and_once_begun() -> None:
    player, clock = playing(routine())
    assert not player.ease()
    clock.pass_(30.0)
    assert player.state().can_ease
    assert player.ease()
    assert player.state().step.kind == "strip"
    assert player.tallies()[0].outcome == "eased"
    assert player.tallies()[0].worked == 10.0
    clock.pass_(15.0)
    assert not player.ease()


def test_ready_sooner_ends_waiting_and_never_work() -> None:
    player, clock = playing(routine())
    assert player.hurry()
    assert player.state().phase.kind == "work"
    assert not player.hurry()
    clock.pass_(31.0)
    assert player.state().phase.kind == "rest"
    assert player.hurry()
    assert player.state().phase == player.state().step.phases[3]


def test_more_time_stops_at_the_ceiling() -> None:
    player, clock = playing(routine())
    clock.pass_(25.0)
    assert player.more_time(15.0) == 15.0
    assert player.state().seconds_left == 40.0
    assert player.more_time(60.0) == 15.0  # 3 times 30 and 30 more are the 120 seconds that pressing may take
    assert player.more_time(15.0) == 0.0
    assert player.state().more == 0.0


def test_more_time_to_get_ready_is_free_up_to_five_minutes() -> None:
    player, _ = playing(routine())
    assert player.more_time(1000.0) == 280.0
    assert player.state().seconds_left == 300.0


def test_more_time_in_the_last_seconds_warns_again() -> None:
    player, clock = playing(routine(steps=[step("press", PRESS)]))
    clock.pass_(16.0)
    assert [event.kind for event in player.poll()] == ["step", "last_seconds"]
    player.more_time(15.0)
    clock.pass_(15.0)
    assert [event.kind for event in player.poll()] == ["last_seconds"]


def test_repeat_gives_only_what_the_spot_may_still_get() -> None:
    player, clock = playing(routine())
    clock.pass_(20.0 + 30.0 + 10.0 + 20.0)
    assert player.tallies()[0].worked == 50.0
    assert player.repeat()
    assert player.state().phase.kind == "get_ready"
    loads = [phase.seconds for phase in player.routine.steps[0].phases if phase.loads]
    assert loads == [30, 30, 30]
    clock.pass_(20.0 + 30.0 + 10.0 + 30.0 + 10.0)
    moment = player.state()
    assert (moment.phase.kind, moment.phase.seconds) == ("work", 10.0)  # 50 + 30 + 30 + 10 = 120
    clock.pass_(10.0)
    assert player.state().step_index == 1


def test_a_spot_that_had_its_full_time_is_not_begun_again() -> None:
    player, clock = playing(routine(steps=[step("press", PRESS), step("heat", HEAT)]))
    clock.pass_(25.0)
    player.more_time(30.0)
    clock.pass_(135.0)
    assert player.tallies()[0].worked == 120.0
    assert player.state().step_index == 1
    assert player.back()
    assert player.state().step_index == 1  # the press had its full time: back begins the heat again


def test_back_to_a_skipped_step_runs_it_in_full_and_then_goes_on() -> None:
    player, clock = playing(routine())
    player.skip()
    assert player.tallies()[0].outcome == "skipped"
    assert player.back()
    clock.pass_(130.0)
    assert player.tallies()[0].outcome == "done"
    assert player.tallies()[0].worked == 90.0
    assert player.state().step_index == 1


def test_going_back_two_steps_does_not_run_the_one_between_twice() -> None:
    player, clock = playing(routine())
    clock.pass_(20.0)
    player.ease()  # nothing was pressed yet
    clock.pass_(10.0 + 20.0 + 5.0 + 20.0)
    assert player.state().step.kind == "move"
    player.back()
    assert player.state().step.kind == "strip"
    player.back()
    assert player.state().step.kind == "press"
    clock.pass_(130.0)
    assert player.state().step.kind == "move"


def test_back_from_the_end_returns_to_the_last_step_paused() -> None:
    player, clock = playing(routine(steps=[step("press", PRESS)]))
    player.skip()
    assert player.state().finished
    assert player.back()
    moment = player.state()
    assert (moment.status, moment.step_index) == ("paused", 0)
    clock.pass_(100.0)
    assert player.state() == moment


def test_commands_while_paused_leave_it_paused() -> None:
    player, clock = playing(routine())
    player.pause()
    player.skip()
    player.hurry()
    clock.pass_(30.0)
    moment = player.state()
    assert (moment.status, moment.phase.kind, moment.phase_fraction) == ("paused", "work", 0.0)


def test_after_stop_nothing_moves() -> None:
    player, clock = playing(routine())
    clock.pass_(30.0)
    assert player.stop()
    clock.pass_(30.0)
    done = [
        player.start(),
        player.pause(),
        player.skip(),
        player.back(),
        player.repeat(),
        player.hurry(),
        player.ease(),
    ]
    assert not any(done)
    assert player.more_time(15.0) == 0.0
    assert player.tallies()[0].worked == 10.0
    assert player.state().status == "stopped"


def test_a_machine_that_slept_finds_the_routine_paused_where_it_was() -> None:
    player, clock = playing(routine(), longest_gap=20.0)
    clock.pass_(15.0)
    player.poll()
    clock.pass_(3600.0)
    assert [event.kind for event in player.poll()] == ["suspended"]
    moment = player.state()
    assert (moment.status, moment.seconds_left) == ("paused", 5.0)


def test_a_routine_without_steps_is_said_in_a_sentence() -> None:
    from bodymap.routine.plan import plan

    small = atlas([step("press", PRESS)], [caution("broken", "emergency", ["press"])])
    with pytest.raises(BodymapError, match="Nothing is left of this routine"):
        Player(plan(small, "minimus", "right", answers={"broken": True}), FakeClock())
