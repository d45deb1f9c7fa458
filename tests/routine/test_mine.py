"""One's own routine: what can be changed, within which limits, and what an edited file can't do."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas.model import Dose
from bodymap.errors import BodymapError
from bodymap.routine.combine import combine
from bodymap.routine.edit import LONGEST_REST_SECONDS, RoutineEdit, Workshop
from bodymap.routine.mine import MOST_STEPS, MyRoutine, build
from bodymap.routine.plan import plan
from bodymap.routine.steps import Routine
from tests.routine.content import CEILINGS, HEAT, MOVE, PRESS, STRIP, SmallAtlas, atlas, caution, step

OTHER = "thigh 0.2 lateral"
STRETCH = Dose(seconds=30.0, repetitions=2, rest_seconds=5.0)
STEPS = [
    step("press", PRESS),
    step("strip", STRIP, place=OTHER, path=[OTHER, "thigh 0.1 lateral"]),
    step("move", MOVE, tool="none"),
    step("stretch", STRETCH),
    step("heat", HEAT, tool="heat_pack"),
]


def known(**options: Any) -> SmallAtlas:
    return atlas(STEPS, **options)


def planned(small: SmallAtlas, *, both_sides: bool = False) -> Routine:
    return plan(small, "minimus", "right", both_sides=both_sides, path_length=lambda *_: 5.0)


def editing(*, both_sides: bool = False, **options: Any) -> RoutineEdit:
    small = known(cautions=options.pop("cautions", None))
    shop = Workshop(small, path_length=lambda *_: 5.0, **options)
    return RoutineEdit.of(shop, planned(small, both_sides=both_sides), id="1")


def done(edit: RoutineEdit) -> list[str]:
    return [each.source_step for each in edit.routine().steps]


def my(**changes: Any) -> MyRoutine:
    told = {"version": 1, "id": "1", "name": "Mine"}
    one = {"muscle": "minimus", "care": "wall", "step": "press_1", "sides": ["right"]}
    return msgspec.convert(told | {"steps": [one | changes]}, MyRoutine)


# Beginning with a routine


@pytest.mark.parametrize("both", [False, True])
def test_unchanged_it_is_the_routine_it_began_with(both: bool) -> None:
    edit = editing(both_sides=both)
    assert edit.routine().steps == planned(known(), both_sides=both).steps
    assert edit.mine.name == "Gluteus minimus: Ball on the wall"
    assert [each.sides for each in edit.mine.steps] == [("right", "left") if both else ("right",)] * 5


def test_a_combined_routine_keeps_the_doses_that_it_was_cut_to() -> None:
    small = known()
    made = combine(small, [("minimus", "right"), ("minimus", "left")], minutes=8, path_length=lambda *_: 5.0)
    assert any("Shortened" in each.note for each in made.steps)
    edit = RoutineEdit.of(Workshop(small, path_length=lambda *_: 5.0), made, id="2")
    again = edit.routine().steps
    assert [(each.source_step, each.side, each.work_seconds) for each in again] == [
        (each.source_step, each.side, each.work_seconds) for each in made.steps
    ]


def test_a_stroke_that_was_asked_for_in_seconds_keeps_its_passes() -> None:
    timed = step("strip", Dose(seconds=80.0, pace_cm_per_s=0.25), place=OTHER, path=[OTHER, "thigh 0.1 lateral"])
    small = atlas([timed])
    made = plan(small, "minimus", "right", path_length=lambda *_: 5.0)
    assert made.steps[0].dose.repetitions == 4
    edit = RoutineEdit.of(Workshop(small, path_length=lambda *_: 5.0), made, id="1")
    assert edit.routine().steps[0].dose.repetitions == 4
    assert edit.with_repetitions(0, 2).edit.routine().steps[0].work_seconds == 40.0


# Changes


def test_steps_are_moved_and_dropped_and_the_last_one_stays() -> None:
    edit = editing()
    assert done(edit.moved(4, 0).edit) == ["heat_1", "press_1", "strip_1", "move_1", "stretch_1"]
    assert done(edit.moved(0, 99).edit)[-1] == "press_1"
    for _ in range(4):
        changed = edit.dropped(0)
        assert not changed.why
        edit = changed.edit
    assert done(edit) == ["heat_1"]
    assert edit.dropped(0).why == "A routine has at least one step."
    assert edit.dropped(0).edit == edit


def test_a_dropped_step_can_be_put_back_once() -> None:
    edit = editing()
    step_gone = edit.mine.steps[0]
    edit = edit.dropped(0).edit.added(step_gone).edit
    assert done(edit)[-1] == "press_1"
    assert edit.added(step_gone).why == "This step is in your routine already."
    assert edit.added(msgspec.structs.replace(step_gone, step="gone")).why == "The atlas does not have this step."


def test_repetitions_stay_under_the_ceiling_and_it_is_said_why() -> None:
    edit = editing()
    fewer = edit.with_repetitions(0, 2)
    assert (fewer.why, fewer.edit.routine().steps[0].dose.repetitions) == ("", 2)
    more = edit.with_repetitions(0, 9)
    assert more.edit.routine().steps[0].dose.repetitions == 4
    assert more.why == "Do press is done 4 times and for 2 minutes at most on one spot, so 4 times are the most here."
    assert edit.with_repetitions(0, 0).why.startswith("Once is the least.")


def test_seconds_stay_between_the_least_and_the_ceiling() -> None:
    edit = editing()
    assert edit.with_seconds(0, 35.0).edit.routine().steps[0].dose.seconds == 35.0
    more = edit.with_seconds(0, 500.0)
    assert more.edit.routine().steps[0].dose.seconds == 40.0
    assert more.why.endswith("so 40 seconds are the most here.")
    assert edit.with_seconds(0, 0.5).why == "3 seconds are the least that do any good."
    assert edit.with_seconds(0, float("nan")).edit.routine().steps[0].dose.seconds == 3.0
    assert edit.with_seconds(1, 10.0).why == "How long a slow stroke takes is decided by its path and its pace."


def test_a_rest_is_at_most_two_minutes() -> None:
    edit = editing()
    assert edit.with_rest(0, 30.0).why == ""
    long = edit.with_rest(0, 1e9)
    assert long.edit.mine.steps[0].rest_seconds == LONGEST_REST_SECONDS
    assert long.why == "A rest lasts 2 minutes at most."


def test_names_are_one_line() -> None:
    edit = editing()
    assert edit.named("  My\n evening \x00 one ").edit.mine.name == "My evening one"
    assert edit.named(" \n").why == "Please give your routine a name."
    assert edit.named("a" * 200).why == "The name was shortened."


def test_the_editor_shows_what_is_left_out_and_why() -> None:
    edit = editing(answers={"thin_blood": True}, cautions=[caution("thin_blood", "doctor_first", ["press"])])
    rows = edit.rows()
    assert [row.title for row in rows if row.unit is None] == ["Step press 1"]
    assert rows[0].left_out is not None
    assert rows[0].left_out.why == "Thin_Blood: See a doctor."
    with pytest.raises(BodymapError, match="Thin_Blood"):
        edit.with_repetitions(0, 2)


def test_more_than_a_spot_may_get_in_all_is_shown_in_the_editor() -> None:
    small = atlas([step("press", PRESS), step("press", PRESS, 2)])
    steps = [{"muscle": "minimus", "care": "wall", "step": f"press_{n}", "sides": ["right"]} for n in (1, 2)]
    mine = msgspec.convert({"version": 1, "id": "1", "name": "Mine", "steps": steps}, MyRoutine)
    rows = RoutineEdit(Workshop(small), mine).rows()
    assert [row.left_out and row.left_out.reason for row in rows] == [None, "ceiling"]


changes = st.tuples(
    st.sampled_from(["moved", "dropped", "repetitions", "seconds", "rest"]),
    st.integers(0, 4),
    st.integers(-5, 5000),
)


@given(orders=st.lists(changes, max_size=15), both=st.booleans())
@settings(max_examples=80, deadline=None)
def test_whatever_is_changed_no_ceiling_is_passed_and_it_comes_back_from_a_file(
    orders: list[tuple[str, int, int]], both: bool
) -> None:
    edit = editing(both_sides=both)
    for what, index, number in orders:
        if index >= len(edit.mine.steps):
            continue
        match what:
            case "moved":
                edit = edit.moved(index, number).edit
            case "dropped":
                edit = edit.dropped(index).edit
            case "repetitions":
                edit = edit.with_repetitions(index, number).edit
            case "seconds":
                edit = edit.with_seconds(index, number / 7).edit
            case _:
                edit = edit.with_rest(index, number / 7).edit
    made = edit.routine()
    assert made.steps
    for each in made.steps:
        seconds, repetitions, discomfort = CEILINGS[each.kind]
        assert each.work_seconds <= seconds + 1e-6
        assert each.dose.repetitions * each.dose.sets <= repetitions
        assert each.dose.discomfort is None or each.dose.discomfort[1] <= discomfort
        assert each.note == "", "what the editor offers is never cut afterwards"
    again = msgspec.json.decode(msgspec.json.encode(edit.mine), type=MyRoutine)
    assert build(edit.shop.atlas, again, path_length=edit.shop.path_length) == made


# Files that were edited by hand, or come from elsewhere


@pytest.mark.parametrize(
    "changes",
    [{"repetitions": 30}, {"seconds": 1800.0}, {"sets": 5}, {"sets": 5, "repetitions": 30, "seconds": 1800.0}],
)
def test_a_file_can_not_raise_a_dose_over_the_ceiling(changes: dict[str, Any]) -> None:
    made = build(known(), my(**changes))
    assert made.steps[0].work_seconds <= 120.0
    assert made.steps[0].dose.repetitions * made.steps[0].dose.sets <= 4
    assert made.steps[0].note.startswith("Shortened")


def test_a_file_can_not_bring_back_what_an_answer_leaves_out() -> None:
    small = known(cautions=[caution("thin_blood", "doctor_first", ["press"])])
    made = build(small, my(), answers={"thin_blood": True})
    assert made.steps == ()
    assert [each.caution for each in made.left_out] == ["thin_blood"]


def test_the_same_step_many_times_is_done_once() -> None:
    one = my(step="stretch_1").steps[0]
    made = build(known(), msgspec.structs.replace(my(), steps=(one,) * MOST_STEPS))
    assert len(made.steps) == 1
    assert {each.reason for each in made.left_out} == {"ceiling"}


@pytest.mark.parametrize("changes", [{"step": "gone"}, {"care": "gone"}, {"muscle": "gone"}])
def test_what_the_atlas_does_not_have_any_more_is_left_out_and_said(changes: dict[str, Any]) -> None:
    made = build(known(), my(**changes))
    assert made.steps == ()
    assert [(each.reason, each.why) for each in made.left_out] == [
        ("missing", "The atlas of this Bodymap does not have this step any more.")
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"sides": []},
        {"sides": ["middle"]},
        {"sides": ["left", "right", "left"]},
        {"repetitions": 0},
        {"repetitions": 1000},
        {"seconds": 0.0},
        {"seconds": 1e9},
        {"rest_seconds": -1.0},
        {"muscle": "../../etc"},
        {"instruction": "Press on the eye."},
    ],
)
def test_what_makes_no_sense_is_refused_when_it_is_read(changes: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        my(**changes)


def test_one_side_named_twice_is_one_side() -> None:
    made = build(known(), my(sides=["left", "left"]))
    assert [each.side for each in made.steps] == ["left"]
