"""“Too much” lowers what is left and says why; nothing in the session raises it again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.routine.dose import load_seconds
from bodymap.routine.easing import SEVERE, gentler
from bodymap.routine.player import Player
from bodymap.routine.saved import Saved
from bodymap.routine.steps import PlannedStep, Routine
from tests.routine.content import CONTRACT, HEAT, MOVE, PRESS, STRIP, FakeClock, reloaded, routine, step

STEPS = [step("press", PRESS), step("strip", STRIP), step("contract_relax", CONTRACT), step("heat", HEAT)]


def playing(made: Routine | None = None) -> tuple[Player, FakeClock]:
    clock = FakeClock()
    player = Player(made or routine(steps=STEPS), clock)
    player.start()
    return player, clock


def test_a_hold_ends_sooner_with_fewer_repetitions_and_a_lower_target_and_says_so() -> None:
    player, clock = playing()
    clock.pass_(20.0 + 5.0)
    lowered = player.too_much(7)
    assert lowered is not None
    assert lowered.why == (
        "You said it is 7 of 10. Take some of your weight off. Now 2 times 20 seconds, rest 10 seconds between, "
        "discomfort 2 to 4 of 10, move on sooner when it eases; before it was 3 times 30 seconds, rest 10 seconds "
        "between, discomfort 4 to 6 of 10, move on sooner when it eases."
    )
    moment = player.state()
    assert (moment.seconds_left, moment.phase.of) == (15.0, 3)
    assert [event.kind for event in player.poll()][-1] == "lowered"
    clock.pass_(15.0 + 10.0 + 20.0)
    assert player.state().step_index == 1
    assert player.tallies()[0].worked == 40.0
    assert player.notes.lowered == (lowered,)


def test_a_hold_that_is_already_longer_is_let_go_slowly() -> None:
    player, clock = playing()
    clock.pass_(20.0 + 26.0)
    player.too_much()
    assert player.state().seconds_left == 3.0


def test_the_steps_to_come_on_the_same_muscle_and_side_get_gentler_and_warmth_stays() -> None:
    player, clock = playing(routine(both_sides=True, steps=STEPS))
    before = player.routine.steps
    clock.pass_(25.0)
    player.too_much()
    changed = [(old.kind, old.side) for old, new in zip(before, player.routine.steps, strict=True) if old != new]
    assert changed == [("press", "right"), ("strip", "right"), ("contract_relax", "right")]
    strip = player.routine.steps[2]
    assert (strip.dose.repetitions, strip.dose.seconds) == (1, before[2].dose.seconds)
    assert strip.note == "Made gentler, because the step before was too much."


def test_more_time_and_repeating_do_not_raise_it_again() -> None:
    player, clock = playing()
    clock.pass_(25.0)
    player.too_much()
    assert player.more_time(30.0) == 0.0
    clock.pass_(15.0 + 10.0 + 10.0)
    assert player.repeat()
    clock.pass_(200.0)
    assert player.tallies()[0].worked == 40.0


def test_in_the_last_rest_that_is_needed_the_step_is_over() -> None:
    player, clock = playing()
    clock.pass_(20.0 + 30.0 + 10.0 + 30.0 + 5.0)
    assert player.state().phase.kind == "rest"
    player.too_much()
    assert player.state().step_index == 1
    assert player.tallies()[0].outcome == "done"


def test_at_its_lowest_dose_the_spot_is_left_alone() -> None:
    player, clock = playing()
    clock.pass_(22.0)
    said = []
    while not said or not said[-1].leaves:
        lowered = player.too_much()
        assert lowered is not None
        said.append(lowered)
        assert len(said) < 10
    assert said[-1].why == "It is too much even at the lowest dose. Leave this spot alone today."
    assert player.tallies()[0].outcome == "left"
    assert [told.outcome for told in player.tallies()] == ["left", "left", "open", "open"]  # the stroke is there too
    assert player.state().step.kind == "contract_relax"
    player.back()
    assert player.state().step.kind == "contract_relax"


def test_severe_pain_leaves_the_spot_at_once() -> None:
    player, clock = playing()
    clock.pass_(22.0)
    lowered = player.too_much(9)
    assert lowered is not None
    assert lowered.why == "9 of 10 is too much to go on with. Leave this spot alone today."
    assert player.state().step.kind == "contract_relax"


def test_what_was_said_survives_a_crash() -> None:
    player, clock = playing()
    player.note(before=6, begun_at=1.7e9)
    clock.pass_(25.0)
    player.too_much(7)
    back = reloaded(player, FakeClock())
    assert back.notes == player.notes
    assert (back.notes.before, back.notes.after, len(back.notes.lowered)) == (6, None, 1)
    assert back.routine == player.routine


def test_a_rating_that_is_none_is_refused() -> None:
    player, _ = playing()
    with pytest.raises(ValueError, match="0 to 10"):
        player.note(before=11)
    with pytest.raises(ValueError, match="0 to 10"):
        player.too_much(-1)


def test_after_the_end_there_is_nothing_to_lower() -> None:
    player, _ = playing()
    player.stop()
    assert player.too_much() is None
    assert not player.state().can_lower


def least(made: PlannedStep) -> int:
    count = 0
    lower = gentler(made)
    while lower is not None:
        assert load_seconds(lower.dose) <= load_seconds(made.dose)
        assert lower.ceiling <= made.ceiling
        assert lower.seconds <= made.seconds
        if made.dose.discomfort and lower.dose.discomfort:
            assert lower.dose.discomfort[1] <= made.dose.discomfort[1]
        made, lower, count = lower, gentler(lower), count + 1
    return count


@pytest.mark.parametrize("number", range(len(STEPS)))
def test_every_dose_has_a_lowest(number: int) -> None:
    assert 0 < least(routine(steps=STEPS).steps[number]) < 10


presses = st.sampled_from(["too_much", "severe", "skip", "back", "repeat", "more", "pause", "start", "hurry"])


@given(orders=st.lists(st.tuples(presses, st.floats(0.0, 40.0)), max_size=40), both=st.booleans())
@settings(max_examples=120, deadline=None)
def test_whatever_is_pressed_the_load_left_never_grows_after_it_was_too_much(
    orders: list[tuple[str, float]], both: bool
) -> None:
    made = routine(both_sides=both, steps=[*STEPS, step("move", MOVE)])
    player, clock = playing(made)
    for command, wait in orders:
        clock.pass_(wait)
        index, was_open = player.state().step_index, player.state().can_lower
        match command:
            case "too_much":
                player.too_much()
            case "severe":
                player.too_much(SEVERE)
            case "more":
                player.more_time(wait)
            case _:
                getattr(player, command)()
        if command in ("too_much", "severe") and was_open:
            assert player.routine.steps[index].ceiling <= made.steps[index].ceiling
        for told, now, then in zip(player.tallies(), player.routine.steps, made.steps, strict=True):
            assert told.worked <= max(now.ceiling, 0.0) + 1e-6
            assert now.ceiling <= then.ceiling
        Saved.read(player.to_dict())
