"""A routine from a file gets no more than the atlas allows, and every routine that was planned is gone on with."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bodymap.atlas.load import load_atlas
from bodymap.paths import asset
from bodymap.routine.combine import combine
from bodymap.routine.limits import why_not
from bodymap.routine.plan import plan
from bodymap.routine.player import Player
from bodymap.routine.saved import Saved
from tests.routine.content import CONTRACT, MOVE, PRESS, FakeClock, atlas, caution, routine, step

CAUTIONS = [caution("blood", "doctor_first", ["press"])]
STEPS = [step("press", PRESS), step("move", MOVE, tool="lacrosse_ball"), step("contract_relax", CONTRACT)]


def saved(**changes: object) -> Saved:
    """A routine under way whose first step was changed by hand."""
    planned = routine(steps=STEPS)
    return Saved.fresh(replace(planned, steps=(replace(planned.steps[0], **changes), *planned.steps[1:])))


def told(each: Saved, **answers: bool) -> str | None:
    return why_not(each, atlas(STEPS, CAUTIONS), answers)


def test_a_routine_as_it_was_planned_is_gone_on_with() -> None:
    assert told(saved()) is None
    assert told(saved(), blood=False) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"ceiling": 121.0},
        {"ceiling": 7200.0, "spot_ceiling": 7200.0},
        {"spot_ceiling": 500.0},
        {"spot_key": ""},
        {"spot_key": "elsewhere"},
        {"technique": "do_heat"},
        {"technique": "gone"},
        {"dose": replace(PRESS, discomfort=(4, 9))},
        {"phases": routine(steps=STEPS).steps[0].phases * 2},
    ],
)
def test_what_was_raised_by_hand_is_refused_with_one_sentence(changes: dict[str, object]) -> None:
    said = told(saved(**changes))
    assert said is not None
    assert "more than the atlas allows" in said


def test_too_many_spots_are_refused() -> None:
    small = atlas(STEPS)
    small.techniques["do_press"] = replace(small.techniques["do_press"], max_spots_per_session=1)
    first = routine(steps=STEPS).steps[0]
    other = replace(first, place="leg 0.5 lateral", spot_key="leg 0.5 lateral|right")
    both = Saved.fresh(replace(routine(steps=STEPS), steps=(first, other)))
    assert why_not(both, atlas(STEPS), {}) is None
    assert why_not(both, small, {}) is not None


def test_an_answer_takes_back_a_routine_with_such_a_step_to_come() -> None:
    said = told(saved(), blood=True)
    assert said is not None
    assert said.startswith("After your answers")
    clock = FakeClock()
    player = Player(routine(steps=STEPS), clock)
    player.start()
    clock.pass_(player.routine.steps[0].seconds + 1.0)
    assert told(Saved.read(player.to_dict()), blood=True) is None, "its only such step is done"


def test_a_dose_that_was_lowered_on_the_way_is_gone_on_with() -> None:
    clock = FakeClock()
    player = Player(routine(steps=STEPS, both_sides=True), clock)
    player.start()
    for _ in range(6):
        clock.pass_(35.0)
        player.more_time(30.0)
        player.too_much()
        assert told(Saved.read(player.to_dict())) is None


def test_every_routine_of_the_shipped_atlas_can_be_gone_on_with() -> None:
    shipped = load_atlas(asset("atlas"))
    made = [
        plan(shipped, muscle.id, "left", routine_id=care.id, both_sides=True)
        for muscle in shipped.muscles.values()
        for care in muscle.care.routines
    ]
    names = list(shipped.muscles)
    fives = [names[first : first + 5] for first in range(0, len(names), 5)]
    made += [combine(shipped, [(name, "right") for name in five], minutes=15) for five in fives]
    assert len(made) > 50
    assert [each.id for each in made if each.steps and why_not(Saved.fresh(each), shipped, {})] == []
