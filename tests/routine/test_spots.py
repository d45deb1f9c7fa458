"""What one session may press: time on a spot, and the number of spots."""

from __future__ import annotations

import msgspec
import pytest

from bodymap.atlas.model import Dose
from bodymap.errors import BodymapError, PlaceError
from bodymap.routine.plan import plan
from bodymap.routine.player import Player
from bodymap.routine.saved import Saved
from bodymap.routine.steps import Side
from tests.routine.content import MOVE, PRESS, STRIP, FakeClock, SmallAtlas, atlas, routine, step

LONG = Dose(seconds=30.0, repetitions=4, rest_seconds=10.0)
SAME = "thigh 0.5 lateral"


def allowing(most: int, *kinds: str, steps: list) -> SmallAtlas:  # type: ignore[type-arg]
    small = atlas(steps)
    for kind in kinds:
        small.techniques[f"do_{kind}"] = msgspec.structs.replace(
            small.techniques[f"do_{kind}"], max_spots_per_session=most
        )
    return small


def at(where: str, number: int, kind: str = "press", dose: Dose = PRESS) -> object:
    return step(kind, dose, number, at=None, place=where)


def test_steps_on_one_spot_share_the_time_it_may_get() -> None:
    first, second = routine(steps=[step("press", PRESS), step("move", MOVE)]).steps
    assert first.spot_key == second.spot_key == f"{SAME}|right"
    assert first.spot_ceiling == second.spot_ceiling == 120.0


def test_what_is_too_long_for_a_spot_in_all_is_shortened_or_left_out_with_the_reason() -> None:
    twice = routine(steps=[step("press", PRESS), step("press", LONG, 2), step("press", PRESS, 3)])
    assert [(each.title, each.dose.repetitions) for each in twice.steps] == [("Step press 1", 3)]
    assert {(each.title, each.reason) for each in twice.left_out} == {
        ("Step press 2", "ceiling"),
        ("Step press 3", "ceiling"),
    }
    assert twice.left_out[0].why == "One spot gets no more than 2 minutes of pressure in one session."
    short = Dose(seconds=15.0, repetitions=3)
    cut = routine(steps=[step("press", PRESS), step("press", short, 2)])
    assert [each.dose.repetitions for each in cut.steps] == [3, 2]
    assert cut.steps[1].note.startswith("Shortened: one spot gets")


def test_the_spot_of_a_stroke_may_get_what_the_stroke_may() -> None:
    made = routine(steps=[step("press", PRESS), step("strip", STRIP)])
    assert [each.spot_ceiling for each in made.steps] == [300.0, 300.0]


def test_moving_without_anything_under_the_muscle_presses_nothing() -> None:
    free, loaded = routine(steps=[step("move", MOVE, tool="none"), step("move", MOVE, 2, tool="roller")]).steps
    assert (free.spot_key, bool(loaded.spot_key)) == ("", True)


def test_more_spots_than_a_session_may_press_are_left_for_another_time() -> None:
    steps = [at(f"thigh 0.{number} lateral", number) for number in range(1, 6)]
    small = allowing(3, "press", steps=steps)
    made = plan(small, "minimus", "right")
    assert [each.source_step for each in made.steps] == ["press_1", "press_2", "press_3"]
    assert [(each.step, each.reason) for each in made.left_out] == [("press_4", "spots"), ("press_5", "spots")]
    assert made.left_out[0].why == "One session presses 3 spots at most. Do this one another time."


def test_each_side_is_a_spot_of_its_own_and_both_are_done_or_none() -> None:
    small = allowing(3, "press", steps=[at("thigh 0.2 lateral", 1), at("thigh 0.4 lateral", 2)])
    made = plan(small, "minimus", "right", both_sides=True)
    assert [(each.source_step, each.side) for each in made.steps] == [("press_1", "right"), ("press_1", "left")]
    assert [each.step for each in made.left_out] == ["press_2"]


def test_places_near_each_other_on_the_body_are_one_spot() -> None:
    where = {"thigh 0.20 lateral": 0.0, "thigh 0.25 lateral": 2.5, "thigh 0.4 lateral": 12.0}

    def locate(place: str, side: Side) -> tuple[float, float, float]:
        return where[place], 0.0, 10.0 if side == "left" else -10.0

    steps = [at(place, number) for number, place in enumerate(where, start=1)]
    small = allowing(2, "press", steps=steps)
    made = plan(small, "minimus", "right", locate=locate)
    assert [each.source_step for each in made.steps] == ["press_1", "press_3"]
    assert [(each.step, each.reason) for each in made.left_out] == [("press_2", "ceiling")]


def test_a_place_that_is_not_on_the_body_is_its_own_spot() -> None:
    def nowhere(place: str, side: Side) -> tuple[float, float, float]:
        raise PlaceError("There is no such place.")

    made = plan(atlas([step("press", PRESS)]), "minimus", "right", locate=nowhere)
    assert made.steps[0].spot_key == f"{SAME}|right"


def test_more_time_leaves_the_steps_to_come_on_the_same_spot_their_time() -> None:
    small = [step("press", PRESS), step("move", Dose(seconds=5.0, repetitions=2))]
    clock = FakeClock()
    player = Player(routine(steps=small), clock)
    player.start()
    clock.pass_(25.0)
    assert player.more_time(60.0) == 20.0  # 120 on this spot, 90 pressed, 10 for the movements to come
    clock.pass_(player.state().total_left)
    assert [told.worked for told in player.tallies()] == [110.0, 10.0]


def test_going_back_gives_the_spot_no_more_than_it_may_get() -> None:
    small = [step("press", PRESS), step("move", Dose(seconds=5.0, repetitions=2))]
    clock = FakeClock()
    player = Player(routine(steps=small), clock)
    player.start()
    for _ in range(20):
        clock.pass_(player.state().total_left)
        player.back()
        player.start()
    assert sum(told.worked for told in player.tallies()) <= 120.0 + 1e-6


def test_a_saved_routine_that_asks_for_more_on_a_spot_is_refused() -> None:
    player = Player(routine(steps=[step("press", PRESS), step("move", MOVE)]), FakeClock())
    told = player.to_dict()
    told["tallies"][1]["worked"] = 60.0
    with pytest.raises(BodymapError, match="can't be read"):
        Saved.read(told)
