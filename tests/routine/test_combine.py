"""Several sources in one routine: order, time, ceilings, and a reason for whatever is left out."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas.load import Atlas, load_atlas
from bodymap.atlas.model import Cited, Dose, Link, LinkKind, Muscle, Step
from bodymap.errors import BodymapError
from bodymap.paths import asset
from bodymap.routine.combine import MINUTES, combine, in_order
from bodymap.routine.resolve import Knowledge
from bodymap.routine.spots import presses
from bodymap.routine.steps import Routine, Side
from tests.routine.content import PRESS, SmallAtlas, atlas, caution, muscle, step

STRETCH = Dose(seconds=30.0, repetitions=2, rest_seconds=5.0)


def named(name: str, steps: list[Step], *links: tuple[LinkKind, str]) -> Muscle:
    told = [Link(to=to, kind=kind, text="They go together.", sources=["book"]) for kind, to in links]
    base = muscle(steps)
    care = msgspec.structs.replace(base.care, avoid=[Cited(text=f"Spare {name}.", sources=["book"])])
    return msgspec.structs.replace(base, id=name, name=name.title(), links=told, care=care)


def knowing(*muscles: Muscle, **options: list) -> SmallAtlas:  # type: ignore[type-arg]
    small = atlas(**options)
    small.muscles.update({each.id: each for each in muscles})
    return small


def at(place: str, number: int = 1, kind: str = "press", dose: Dose = PRESS) -> Step:
    return step(kind, dose, number, place=place)


def order(made: Routine) -> list[str]:
    return [f"{each.muscle} {each.kind}" for each in made.steps]


HIP, LEG, FOOT = "thigh 0.1 lateral", "leg 0.3 lateral", "leg 0.9 lateral"


def test_a_muscle_comes_before_those_it_wakes_whoever_says_so() -> None:
    by_key = knowing(named("hip", [at(HIP)], ("activates", "leg")), named("leg", [at(LEG)]))
    by_satellite = knowing(named("hip", [at(HIP)]), named("leg", [at(LEG)], ("overloaded_by", "hip")))
    for small in (by_key, by_satellite):
        assert order(combine(small, [("leg", "right"), ("hip", "right")])) == ["hip press", "leg press"]


def test_muscles_that_only_travel_together_stay_in_the_order_they_came_in() -> None:
    small = knowing(named("hip", [at(HIP)], ("travels_with", "leg")), named("leg", [at(LEG)]))
    assert order(combine(small, [("leg", "right"), ("hip", "right")])) == ["leg press", "hip press"]


def test_a_chain_is_followed_and_a_circle_is_cut_where_the_likeliest_is() -> None:
    chain = knowing(
        named("foot", [at(FOOT)], ("activated_by", "leg")), named("leg", [at(LEG)], ("activated_by", "hip")),
        named("hip", [at(HIP)]),
    )  # fmt: skip
    asked: list[tuple[str, Side]] = [("foot", "right"), ("leg", "right"), ("hip", "right")]
    assert order(combine(chain, asked, minutes=15)) == ["hip press", "leg press", "foot press"]
    circle = knowing(named("leg", [at(LEG)], ("activates", "hip")), named("hip", [at(HIP)], ("activates", "leg")))
    assert order(combine(circle, [("leg", "left"), ("hip", "left")])) == ["leg press", "hip press"]


def test_warmth_comes_last_and_first_steps_before_second_ones() -> None:
    warm_first = [step("heat", Dose(seconds=300.0), tool="heat_pack"), at(HIP), step("stretch", STRETCH)]
    small = knowing(named("hip", warm_first), named("leg", [at(LEG), step("stretch", STRETCH)]))
    made = combine(small, [("hip", "right"), ("leg", "right")], minutes=15)
    assert order(made) == ["hip press", "hip stretch", "leg press", "leg stretch", "hip heat"]
    short = combine(small, [("hip", "right"), ("leg", "right")], minutes=8)
    assert order(short) == ["hip press", "hip stretch", "leg press", "leg stretch"]
    assert [(each.title, each.reason) for each in short.left_out] == [("Step heat 1", "time")]


def test_what_does_not_fit_is_shortened_to_half_and_then_left_out() -> None:
    small = knowing(
        named("hip", [at(HIP, dose=Dose(seconds=30.0, repetitions=4, rest_seconds=10.0))]), named("leg", [at(LEG)])
    )
    made = combine(small, [("hip", "right"), ("leg", "right")], minutes=3)
    assert [(each.muscle, each.dose.repetitions, each.note) for each in made.steps] == [("hip", 4, "")]
    assert [(each.muscle, each.reason, each.why) for each in made.left_out] == [
        ("leg", "time", "There is no time left for it in 3 minutes.")
    ]
    both = combine(small, [("hip", "right"), ("hip", "left")], minutes=3)
    assert [(each.side, each.dose.repetitions) for each in both.steps] == [("right", 2), ("left", 2)]
    assert both.steps[0].note == "Shortened, so that all of it fits into 3 minutes."


def test_a_single_repetition_is_better_than_nothing() -> None:
    small = knowing(named("hip", [at(HIP, dose=Dose(seconds=50.0, repetitions=2, rest_seconds=60.0))]))
    made = combine(small, [("hip", "right"), ("hip", "left")], minutes=3)
    assert [each.dose.repetitions for each in made.steps] == [1, 1]


def test_the_same_spot_of_two_muscles_is_treated_once() -> None:
    small = knowing(
        named("hip", [at(HIP), step("stretch", STRETCH)]), named("deep", [at(HIP), step("stretch", STRETCH)])
    )
    made = combine(small, [("hip", "right"), ("deep", "right")], minutes=15)
    assert order(made) == ["hip press", "hip stretch", "deep stretch"]
    assert [(each.muscle, each.reason) for each in made.left_out] == [("deep", "same_spot")]
    assert made.left_out[0].why == "It is the same spot as in “Step press 1” (Hip), so it is treated once."


def test_places_close_to_each_other_on_the_body_are_the_same_spot() -> None:
    small = knowing(named("hip", [at(HIP)]), named("deep", [at(LEG)]))

    def locate(place: str, side: Side) -> tuple[float, float, float]:
        return (0.0 if place == HIP else 2.0, 0.0, 0.0)

    made = combine(small, [("hip", "right"), ("deep", "right")], locate=locate)
    assert order(made) == ["hip press"]


def test_answers_take_steps_out_and_choose_the_routine_that_they_leave_whole() -> None:
    gentle = step("stretch", STRETCH, 9)
    hip = named("hip", [at(HIP), step("stretch", STRETCH)])
    free = msgspec.structs.replace(hip.care.routines[0], id="free", name="Without pressure", steps=[gentle])
    hip = msgspec.structs.replace(hip, care=msgspec.structs.replace(hip.care, routines=[*hip.care.routines, free]))
    small = knowing(hip, cautions=[caution("thin_blood", "doctor_first", ["press", "strip"])])
    assert order(combine(small, [("hip", "right")])) == ["hip press", "hip stretch"]
    careful = combine(small, [("hip", "right")], answers={"thin_blood": True})
    assert [each.care for each in careful.steps] == ["free"]
    asked = combine(small, [("hip", "right")], answers={"thin_blood": True}, choose={"hip": "wall"})
    assert order(asked) == ["hip stretch"]
    assert [(each.reason, each.caution) for each in asked.left_out] == [("caution", "thin_blood")]


def test_an_answer_about_one_part_of_the_body_leaves_the_others_alone() -> None:
    artificial = msgspec.structs.replace(
        caution("artificial_hip", "doctor_first", ["press"]), asked_for=["hip_thigh_knee"]
    )
    neck = msgspec.structs.replace(named("neck", [at(LEG)]), group="head_neck")
    small = knowing(named("hip", [at(HIP)]), neck, cautions=[artificial])
    made = combine(small, [("hip", "right"), ("neck", "right")], answers={"artificial_hip": True})
    assert order(made) == ["neck press"]
    assert [(each.muscle, each.caution) for each in made.left_out] == [("hip", "artificial_hip")]


def test_an_emergency_leaves_nothing_anywhere() -> None:
    kinds = ["press", "strip", "move", "stretch", "contract_relax", "heat", "rest"]
    grave = msgspec.structs.replace(caution("numb", "emergency", kinds), asked_for=["torso"])
    small = knowing(named("hip", [at(HIP)]), named("leg", [at(LEG)]), cautions=[grave])
    made = combine(small, [("hip", "right"), ("leg", "right")], answers={"numb": True})
    assert made.steps == ()
    assert {each.caution for each in made.left_out} == {"numb"}


def test_the_routine_says_whose_it_is() -> None:
    small = knowing(named("hip", [at(HIP)]), named("leg", [at(LEG)]))
    made = combine(small, [("hip", "left"), ("leg", "right")])
    assert (made.muscle, made.muscle_name, made.side, made.both_sides) == ("hip", "Hip, Leg", "left", True)
    assert made.name == "Together, 8 minutes"
    assert made.avoid == ("Spare hip.", "Spare leg.")
    assert combine(small, [("leg", "right")]).name == "Ball on the wall, 8 minutes"


@pytest.mark.parametrize(
    ("sources", "minutes", "said"),
    [
        ([], 8, "Choose 1 to 12 muscles"),
        ([("hip", "right")] * 13, 8, "Choose 1 to 12 muscles"),
        ([("tail", "right")], 8, "There is no muscle “tail” in the atlas."),
        ([("minimus", "right")], 60, "takes 3 to 15 minutes"),
    ],
)
def test_what_can_not_be_combined_is_a_sentence(sources: list[tuple[str, Side]], minutes: int, said: str) -> None:
    with pytest.raises(BodymapError, match=said):
        combine(atlas(), sources, minutes=minutes)


@cache
def shipped() -> Atlas:
    return load_atlas(asset("atlas"))


def check(made: Routine, known: Knowledge, minutes: int) -> None:
    """What every combined routine keeps."""
    assert made.seconds <= minutes * 60.0 + 1e-6
    kinds = [each.kind for each in made.steps]
    assert "heat" not in kinds or set(kinds[kinds.index("heat") :]) == {"heat"}
    spots = {each.spot_key for each in made.steps if each.spot_key}
    allowed = [known.techniques[each.technique].max_spots_per_session for each in made.steps if presses(each)]
    assert len(spots) <= min((most for most in allowed if most), default=99)
    for spot in spots:
        on_it = [each for each in made.steps if each.spot_key == spot]
        assert sum(each.work_seconds for each in on_it) <= on_it[0].spot_ceiling + 1e-6
    for each in made.steps:
        technique = known.techniques[each.technique]
        assert each.work_seconds <= technique.max_seconds_per_spot + 1e-6
        assert each.dose.repetitions * each.dose.sets <= technique.max_repetitions
    for each in made.steps:
        pair = [other for other in made.steps if (other.muscle, other.source_step) == (each.muscle, each.source_step)]
        assert len({other.dose.repetitions for other in pair}) == 1
    assert all(each.why.endswith(".") for each in made.left_out)


@given(data=st.data(), minutes=st.sampled_from(MINUTES))
@settings(max_examples=60, deadline=None)
def test_any_sources_of_the_shipped_atlas_keep_time_order_and_ceilings(data: st.DataObject, minutes: int) -> None:
    known = shipped()
    ids = sorted(known.muscles)
    chosen = data.draw(
        st.lists(
            st.tuples(st.sampled_from(ids), st.sampled_from(["left", "right"])), min_size=1, max_size=8, unique=True
        )
    )
    asked = sorted(known.cautions)
    answers = data.draw(st.dictionaries(st.sampled_from(asked), st.booleans(), max_size=4))
    made = combine(known, chosen, minutes=minutes, answers=answers)  # type: ignore[arg-type]
    check(made, known, minutes)
    done = {(each.muscle, each.source_step) for each in made.steps}
    out = {(each.muscle, each.step) for each in made.left_out}
    assert not done & out
    for name in {name for name, _ in chosen}:
        cares = {each.care for each in made.steps if each.muscle == name}
        assert len(cares) <= 1
        steps = {step_id for owner, step_id in done | out if owner == name}
        assert any(steps == {each.id for each in care.steps} for care in known.muscles[name].care.routines)


def test_every_satellite_of_the_shipped_atlas_comes_after_its_key_muscle() -> None:
    known = shipped()
    kinds = ("activates", "overloads")
    woken = {(key.id, link.to) for key in known.muscles.values() for link in key.links if link.kind in kinds}
    one_way = sorted(pair for pair in woken if (pair[1], pair[0]) not in woken)
    assert len(one_way) > 50
    for key, satellite in one_way:
        ordered = [each.id for each, _ in in_order(known, [(satellite, "right"), (key, "right")])]
        assert ordered == [key, satellite]
