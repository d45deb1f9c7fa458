"""Planning: what a care routine of the atlas becomes for one side, for both, and after a yes to a safety question."""

from __future__ import annotations

import pytest

from bodymap.atlas.model import Dose
from bodymap.errors import BodymapError
from bodymap.routine.dose import BEGIN_SECONDS, GET_READY_SECONDS, SETTLE_SECONDS, SWITCH_SECONDS
from bodymap.routine.plan import plan
from tests.routine.content import HEAT, PRESS, STRIP, atlas, caution, routine, step


def test_a_step_is_resolved_from_its_trigger_point() -> None:
    press, strip, *_ = routine().steps
    assert (press.place, press.path, press.spot, press.side) == ("thigh 0.5 lateral", (), "Front fibres", "right")
    assert strip.path == ("thigh 0.5 lateral", "thigh 0.3 lateral")
    assert press.dose_text == (
        "3 times 30 seconds, rest 10 seconds between, discomfort 4 to 6 of 10, move on sooner when it eases"
    )
    assert press.stop == ("Stop when it is sharp.", "Stop when it tingles.")
    assert press.sources == ("book", "study")


def test_a_step_may_bring_its_own_place_and_path() -> None:
    own = step("strip", STRIP, place="greater_trochanter 4 up", path=["greater_trochanter 4 up", "iliac_crest_top"])
    planned = routine(steps=[own]).steps[0]
    assert planned.place == "greater_trochanter 4 up"
    assert planned.path == ("greater_trochanter 4 up", "iliac_crest_top")


def test_the_phases_of_each_kind_in_order() -> None:
    laid = {each.kind: [(phase.kind, phase.seconds) for phase in each.phases] for each in routine().steps}
    assert laid["press"] == [("get_ready", 20), ("work", 30), ("rest", 10), ("work", 30), ("rest", 10), ("work", 30)]
    assert laid["strip"] == [("get_ready", 10), ("work", 20), ("rest", 5), ("work", 20)]
    assert laid["move"] == [("get_ready", 30)] + [("work", 5)] * 6
    once = [("contract", 7), ("relax", 10)]
    assert laid["contract_relax"] == [("get_ready", 30), *once, ("rest", 3), *once, ("rest", 3), *once]
    assert laid["heat"] == [("get_ready", 60), ("work", 600)]


def test_a_pass_takes_as_long_as_its_path_needs_at_the_pace() -> None:
    asked: list[tuple[tuple[str, ...], str]] = []

    def length(path: tuple[str, ...], side: str) -> float:
        asked.append((path, side))
        return 12.7

    inch_in_ten_seconds = Dose(repetitions=1, pace_cm_per_s=0.254)
    made = plan(atlas([step("strip", inch_in_ten_seconds)]), "minimus", "left", path_length=length)
    assert made.steps[0].work_seconds == pytest.approx(50.0)
    assert asked == [(("thigh 0.5 lateral", "thigh 0.3 lateral"), "left")]


def test_both_sides_follow_each_other_with_a_switch_and_full_time_each() -> None:
    made = routine(both_sides=True)
    assert [each.side for each in made.steps] == ["right", "left"] * 4 + [None] + ["right", "left"]
    for right, left in zip(made.steps, made.steps[1:], strict=False):
        if (right.side, left.side) == ("right", "left") and right.turn == left.turn:
            assert right.work_seconds == left.work_seconds
            assert right.phases[0].kind == "get_ready"
            assert (left.phases[0].kind, left.phases[0].seconds) == ("switch", SWITCH_SECONDS)


def test_both_sides_begin_with_the_side_that_was_asked_for() -> None:
    made = plan(atlas(), "minimus", "left", both_sides=True)
    assert [each.side for each in made.steps[:2]] == ["left", "right"]


def test_a_bath_warms_both_sides_at_once() -> None:
    made = routine(both_sides=True, steps=[step("heat", HEAT, tool="bath")])
    assert [each.side for each in made.steps] == [None]


def test_settling_takes_longer_when_position_or_tool_change() -> None:
    first, same, moved = routine(
        steps=[
            step("press", PRESS),
            step("press", PRESS, 2, place="thigh 0.4 lateral"),
            step("press", PRESS, 3, place="thigh 0.2 lateral", position="Lie down."),
        ]
    ).steps
    settling = [each.phases[0].seconds for each in (first, same, moved)]
    assert settling == [BEGIN_SECONDS, GET_READY_SECONDS, SETTLE_SECONDS]


def test_a_yes_leaves_out_the_blocked_steps_and_says_why() -> None:
    cautions = [
        caution("thin_blood", "doctor_first", ["press", "strip"]),
        caution("numb_saddle", "emergency", ["press"]),
        caution("pregnant", "take_care", ["heat"]),
    ]
    answers = {"thin_blood": True, "numb_saddle": True, "pregnant": False}
    made = plan(atlas(cautions=cautions), "minimus", "right", answers=answers)
    assert [each.kind for each in made.steps] == ["move", "contract_relax", "rest", "heat"]
    assert [(each.step, each.caution) for each in made.left_out] == [
        ("press_1", "numb_saddle"),
        ("strip_1", "thin_blood"),
    ]
    assert made.left_out[0].why == "Numb_Saddle: See a doctor."


def test_everything_blocked_leaves_a_routine_without_steps() -> None:
    kinds = ["press", "strip", "move", "stretch", "contract_relax", "heat", "rest"]
    made = plan(atlas(cautions=[caution("broken", "emergency", kinds)]), "minimus", "right", answers={"broken": True})
    assert made.steps == ()
    assert len(made.left_out) == 6


@pytest.mark.parametrize(
    ("muscle", "chosen", "said"),
    [
        ("maximus", None, "There is no muscle “maximus” in the atlas."),
        ("minimus", "chair", "Gluteus minimus has no routine “chair”. It has: wall, floor."),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(muscle: str, chosen: str | None, said: str) -> None:
    with pytest.raises(BodymapError) as caught:
        plan(atlas(), muscle, "right", routine_id=chosen)
    assert str(caught.value) == said


def test_a_step_at_an_unknown_trigger_point_is_said_in_a_sentence() -> None:
    with pytest.raises(BodymapError, match="at a trigger point “nowhere” that isn't there"):
        plan(atlas([step("press", PRESS, at="nowhere")]), "minimus", "right")


def test_the_last_page_has_what_it_needs() -> None:
    made = routine()
    assert made.expect == "Some soreness."
    assert made.habits == ("Empty the back pocket before you sit.",)
    assert made.per_day == (1, 3)
    assert made.references == {"book": "A book (A. Writer, 1999)", "study": "study"}
