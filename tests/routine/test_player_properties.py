"""Whatever somebody presses in whatever order: no step lost or run twice, full time each side, time adds up."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.routine.player import Player
from bodymap.routine.steps import Routine
from tests.routine.content import CONTRACT, HEAT, MOVE, PRESS, REST, STRIP, FakeClock, reloaded, routine, step

DOSES = {"press": PRESS, "strip": STRIP, "move": MOVE, "contract_relax": CONTRACT, "heat": HEAT, "rest": REST}

routines = st.builds(
    lambda kinds, both: routine(
        both_sides=both,
        steps=[
            step(kind, DOSES[kind], number, place=f"thigh 0.{number} lateral" if number % 2 else None)
            for number, kind in enumerate(kinds)
        ],
    ),
    st.lists(st.sampled_from(sorted(DOSES)), min_size=1, max_size=5),
    st.booleans(),
)
waits = st.floats(0.0, 90.0)
commands = st.one_of(
    st.tuples(st.just("wait"), waits),
    st.tuples(st.sampled_from(["start", "pause", "skip", "back", "repeat", "hurry", "ease"]), st.just(0.0)),
    st.tuples(st.just("more"), st.floats(0.0, 60.0)),
    st.tuples(st.just("reload"), st.just(0.0)),
)
CLOSE = 1e-6


def do(player: Player, clock: FakeClock, command: str, amount: float) -> Player:
    match command:
        case "wait":
            clock.pass_(amount)
        case "more":
            player.more_time(amount)
        case "reload":
            return reloaded(player, clock)
        case _:
            getattr(player, command)()
    return player


def check(player: Player, made: Routine) -> None:
    """What holds at every moment."""
    moment = player.state()
    for told, planned in zip(player.tallies(), made.steps, strict=True):
        assert -CLOSE <= told.worked <= planned.ceiling + CLOSE
    assert 0.0 <= moment.seconds_left <= moment.phase.seconds
    assert 0.0 <= moment.phase_fraction <= 1.0
    assert 0.0 <= moment.step_fraction <= 1.0 + CLOSE
    assert moment.total_left >= -CLOSE
    assert moment.ball is None or 0.0 <= moment.ball <= 1.0
    assert moment.total_left == 0.0 or not moment.finished


@given(made=routines, orders=st.lists(commands, max_size=60))
@settings(max_examples=150, deadline=None)
def test_the_ceilings_hold_and_every_step_is_met_under_any_commands(
    made: Routine, orders: list[tuple[str, float]]
) -> None:
    clock = FakeClock()
    player = Player(made, clock)
    entered = {player.state().step_index}
    for command, amount in orders:
        player = do(player, clock, command, amount)
        entered |= {event.step for event in player.poll()} | {player.state().step_index}
        check(player, made)
    player.start()
    for _ in range(600):
        if player.state().finished:
            break
        clock.pass_(13.0)
        entered |= {event.step for event in player.poll()}
        check(player, made)
    assert player.state().finished
    assert entered == set(range(len(made.steps)))
    assert all(told.outcome != "open" for told in player.tallies())


@given(made=routines, cuts=st.lists(st.floats(0.01, 40.0), max_size=80))
@settings(max_examples=60, deadline=None)
def test_left_alone_it_takes_exactly_its_time_and_gives_each_side_its_full_load(
    made: Routine, cuts: list[float]
) -> None:
    clock = FakeClock()
    player = Player(made, clock)
    player.start()
    steps, ended = [], []
    for cut in [*cuts, made.seconds]:
        clock.pass_(cut)
        for event in player.poll():
            steps += [event.step] if event.kind == "step" else []
            ended += [event.at] if event.kind == "finished" else []
    assert steps == list(range(len(made.steps)))
    assert len(ended) == 1
    assert abs(ended[0] - 1000.0 - made.seconds) < CLOSE
    for told, planned in zip(player.tallies(), made.steps, strict=True):
        assert told.outcome == "done"
        assert abs(told.worked - planned.work_seconds) < CLOSE


@given(made=routines, orders=st.lists(commands, max_size=30), wait=waits)
@settings(max_examples=100, deadline=None)
def test_running_time_is_taken_off_the_total_and_paused_time_is_not(
    made: Routine, orders: list[tuple[str, float]], wait: float
) -> None:
    clock = FakeClock()
    player = Player(made, clock)
    for command, amount in orders:
        player = do(player, clock, command, amount)
    before = player.state()
    clock.pass_(wait)
    after = player.state()
    if before.running:
        assert abs(before.total_left - after.total_left - min(wait, before.total_left)) < CLOSE
    else:
        assert after == before


@given(made=routines, orders=st.lists(commands, max_size=30))
@settings(max_examples=100, deadline=None)
def test_what_is_saved_comes_back_as_it_was_but_paused(made: Routine, orders: list[tuple[str, float]]) -> None:
    clock = FakeClock()
    player = Player(made, clock)
    for command, amount in orders:
        player = do(player, clock, command, amount)
    player.pause()
    other_clock = FakeClock(5.0)
    back = reloaded(player, other_clock)
    assert back.state() == player.state()
    assert back.tallies() == player.tallies()
    assert back.to_dict() == player.to_dict()
