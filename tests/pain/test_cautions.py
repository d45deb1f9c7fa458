from __future__ import annotations

import pytest
from msgspec.structs import replace

from bodymap.engine import Engine
from bodymap.pain.cautions import LEVELS, questions
from bodymap.pain.drawing import Mark, spot


def marks(engine: Engine, *places: str, quality: str = "aching", intensity: int = 6) -> tuple[Mark, ...]:
    return tuple(
        replace(
            spot(engine.surface, i, engine.places.resolve(place), 4.0),
            qualities=frozenset({quality}),
            intensity=intensity,
        )
        for i, place in enumerate(places)
    )


def ids(engine: Engine, drawing: tuple[Mark, ...], **answers: bool) -> list[str]:
    return [caution.id for caution in engine.answer(drawing, answers).cautions]


def test_plain_aching_of_the_outer_leg_raises_nothing(engine: Engine) -> None:
    assert ids(engine, marks(engine, "right thigh 0.5 lateral", "right leg 0.5 lateral")) == []


def test_a_numb_saddle_is_an_emergency(engine: Engine) -> None:
    drawing = marks(engine, "right thigh 0.1 medial", "left thigh 0.1 medial", quality="numb")
    raised = engine.answer(drawing).cautions
    assert raised
    assert raised[0].level == "emergency"
    assert "cauda" in raised[0].id


def test_both_legs_numb_is_an_emergency_one_is_not(engine: Engine) -> None:
    both = marks(engine, "right leg 0.4 posterior", "left leg 0.4 posterior", quality="numb")
    assert engine.answer(both).cautions[0].level == "emergency"
    assert all(caution.level != "emergency" for caution in engine.answer(both[:1]).cautions)


@pytest.mark.parametrize("quality", ["hot", "swollen"])
def test_one_hot_or_swollen_calf_asks_for_a_doctor_the_same_day(engine: Engine, quality: str) -> None:
    raised = ids(engine, marks(engine, "right leg 0.35 posterior", quality=quality))
    assert any("thrombosis" in caution or "dvt" in caution for caution in raised)


def test_an_answer_raises_what_was_asked(engine: Engine) -> None:
    asked = questions(engine.atlas, ["hip_thigh_knee", "lower_torso"])
    assert asked
    hip = marks(engine, "right thigh 0.05 lateral")
    for caution in asked:
        assert caution.id in ids(engine, hip, **{caution.id: True})
        assert caution.id not in ids(engine, hip, **{caution.id: False})


def test_what_concerns_another_part_of_the_body_is_not_held_against_the_drawing(engine: Engine) -> None:
    head, hip = marks(engine, "right head 0.3 lateral"), marks(engine, "right thigh 0.05 lateral")
    said = {"hip_replacement": True, "cauda_equina": True}
    assert {"hip_replacement", "cauda_equina"} <= set(ids(engine, hip, **said))
    assert "hip_replacement" not in ids(engine, head, **said)
    assert ids(engine, (), **said) == ids(engine, (), cauda_equina=True)
    assert "cauda_equina" in ids(engine, head, **said), "an emergency is one wherever it hurts"


def test_emergencies_are_asked_first_and_shown_first(engine: Engine) -> None:
    levels = [LEVELS.index(caution.level) for caution in questions(engine.atlas, ["leg_ankle_foot"])]
    assert levels == sorted(levels)
    everything = {caution.id: True for caution in engine.atlas.cautions.values()}
    leg = marks(engine, "right leg 0.4 posterior", "right thigh 0.05 lateral")
    shown = [LEVELS.index(caution.level) for caution in engine.answer(leg, everything).cautions]
    assert set(shown) == set(range(len(LEVELS)))
    assert shown == sorted(shown)


def test_an_emergency_leaves_no_step_to_do(engine: Engine) -> None:
    for caution in engine.atlas.cautions.values():
        if caution.level == "emergency":
            assert set(caution.blocks) >= {"press", "strip", "move", "stretch", "contract_relax", "heat"}, caution.id


def test_pain_outside_of_every_pattern_is_never_passed_over(engine: Engine) -> None:
    crown = marks(engine, "head 0.9 anterior")
    thigh = marks(engine, "right thigh 0.5 lateral")
    assert ids(engine, crown) == ["unexplained_pain"]
    assert ids(engine, thigh) == []
    assert ids(engine, (*thigh, *crown)) == ["unexplained_pain"], "one mark among others is heard"
