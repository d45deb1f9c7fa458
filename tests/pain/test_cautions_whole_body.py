"""Every caution that marks can raise: a drawing that must raise it, and plain pain in the same place that must not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from bodymap.engine import Engine
from bodymap.pain.drawing import Mark


@dataclass(frozen=True)
class Case:
    caution: str
    regions: tuple[str, ...]
    quality: str = "aching"
    intensity: int = 5
    sides: tuple[str, ...] = ("right",)


RAISED = [
    Case("heart_attack", ("front_of_chest", "front_of_arm"), sides=("left",)),
    Case("heart_attack", ("front_of_chest", "ulnar_forearm"), sides=("left",)),
    Case("heart_attack", ("front_of_chest", "cheek_jaw")),
    Case("chest_pain", ("front_of_chest",)),
    Case("chest_pain", ("side_of_chest",), sides=("left",)),
    Case("hot_foot", ("dorsal_great_toe",), "hot"),
    Case("hot_foot", ("plantar_great_toe",), "swollen"),
    Case("stroke_signs", ("cheek_jaw",), "weak"),
    Case("stroke_signs", ("cheek_jaw", "front_of_arm"), "numb"),
    Case("thunderclap_headache", ("back_of_head",), intensity=10),
    Case("meningitis", ("back_of_neck", "frontal"), "hot"),
    Case("giant_cell_arteritis", ("temporal",), "throbbing"),
    Case("red_painful_eye", ("eye_eyebrow",), intensity=9),
    Case("spinal_cord_neck", ("volar_wrist_palm",), "numb", sides=("right", "left")),
    Case("arm_weakness", ("front_of_arm",), "weak"),
    Case("arm_clot", ("front_of_arm",), "swollen"),
    Case("hot_joint_arm", ("olecranon",), "hot"),
    Case("abdominal_emergency", ("abdominal",), intensity=9),
    Case("abdominal_pain", ("abdominal",)),
    Case("testicle_or_pregnancy", ("pelvic",), intensity=9),
    Case("kidney", ("low_thoracic_back",), "hot"),
    Case("kidney", ("lumbar",), "hot"),
    Case("kidney", ("lumbar", "pelvic"), intensity=8),
    Case("flank_pain", ("low_thoracic_back",)),
    Case("flank_pain", ("lumbar", "abdominal")),
    Case("aortic_emergency", ("lumbar", "abdominal"), intensity=9),
    Case("aortic_emergency", ("low_thoracic_back", "abdominal"), intensity=10),
    Case("aortic_emergency", ("mid_thoracic_back",), "sharp", 10),
    Case("shingles", ("side_of_chest",), "burning"),
    Case("dental_infection", ("toothache",), "swollen"),
    Case("polymyalgia", ("front_of_shoulder",), "stiff", sides=("right", "left")),
    Case("cauda_equina", ("medial_thigh",), "numb", sides=("right", "left")),
    Case("deep_vein_thrombosis", ("posterior_leg",), "swollen"),
    Case("compartment_syndrome", ("anterior_leg",), "swollen", 10),
    Case("exertional_compartment", ("anterior_leg",), "stiff", sides=("right", "left")),
    Case("exertional_compartment", ("lateral_leg",), "tingling", sides=("right", "left")),
    Case("foot_drop", ("anterior_leg",), "weak"),
    Case("fever_infection", ("anterior_knee",), "hot"),
    Case("nerve_signs", ("lateral_leg",), "tingling"),
    Case("severe_pain", ("lumbar",), intensity=10),
    Case("both_legs_swollen", ("lateral_ankle",), "swollen", sides=("right", "left")),
    Case("unexplained_pain", ("vertex",)),
    Case("unexplained_pain", ("lateral_thigh_hip", "throat_front_neck")),
]

QUIET = [
    Case("chest_pain", ("side_of_chest",), sides=("right",)),
    Case("unexplained_pain", ("temporal",), "throbbing"),
    Case("hot_foot", ("dorsal_great_toe", "metatarsal_head")),
    Case("heart_attack", ("front_of_chest",)),
    Case("heart_attack", ("front_of_chest", "front_of_arm"), sides=("right",)),
    Case("stroke_signs", ("cheek_jaw",)),
    Case("thunderclap_headache", ("back_of_head", "temporal"), intensity=7),
    Case("meningitis", ("back_of_neck", "frontal")),
    Case("giant_cell_arteritis", ("temporal",)),
    Case("red_painful_eye", ("eye_eyebrow",)),
    Case("spinal_cord_neck", ("volar_wrist_palm",), "numb"),
    Case("arm_clot", ("front_of_arm",), "swollen", sides=("right", "left")),
    Case("abdominal_emergency", ("abdominal",)),
    Case("kidney", ("low_thoracic_back",)),
    Case("kidney", ("lumbar",), intensity=8),
    Case("kidney", ("lumbar", "pelvic"), intensity=5),
    Case("flank_pain", ("lumbar",)),
    Case("flank_pain", ("mid_thoracic_back",)),
    Case("flank_pain", ("lumbar",), intensity=9, sides=("right", "left")),
    Case("aortic_emergency", ("lumbar", "abdominal"), intensity=7),
    Case("aortic_emergency", ("lumbar",), intensity=10),
    Case("aortic_emergency", ("mid_thoracic_back",), intensity=10),
    Case("exertional_compartment", ("anterior_leg",), "stiff"),
    Case("exertional_compartment", ("anterior_leg",), sides=("right", "left")),
    Case("shingles", ("side_of_chest",)),
    Case("dental_infection", ("toothache",)),
    Case("polymyalgia", ("front_of_shoulder",), "stiff"),
    Case("cauda_equina", ("medial_thigh",), "numb"),
    Case("deep_vein_thrombosis", ("posterior_leg",), "cramping"),
    Case("compartment_syndrome", ("anterior_leg",), intensity=8),
]


def drawing(engine: Engine, case: Case) -> tuple[Mark, ...]:
    marks = [engine.region_mark(region, side) for side in case.sides for region in case.regions]  # type: ignore[arg-type]
    return tuple(
        replace(mark, id=number, intensity=case.intensity, qualities=frozenset({case.quality}))
        for number, mark in enumerate(marks)
    )


@pytest.mark.parametrize("case", RAISED, ids=lambda case: f"{case.caution}-{'-'.join(case.regions)}")
def test_marks_that_call_for_it_raise_a_caution(engine: Engine, case: Case) -> None:
    assert case.caution in [c.id for c in engine.answer(drawing(engine, case)).cautions]


@pytest.mark.parametrize("case", QUIET, ids=lambda case: f"{case.caution}-{'-'.join(case.regions)}")
def test_plain_pain_does_not(engine: Engine, case: Case) -> None:
    assert case.caution not in [c.id for c in engine.answer(drawing(engine, case)).cautions]


def test_every_caution_with_rules_is_tried(engine: Engine) -> None:
    with_rules = {caution.id for caution in engine.atlas.cautions.values() if caution.when}
    assert with_rules == {case.caution for case in RAISED}


def test_every_caution_is_either_asked_about_or_raised_by_marks(engine: Engine) -> None:
    for caution in engine.atlas.cautions.values():
        assert caution.ask or caution.when, caution.id


def test_the_same_question_is_never_put_for_a_part_that_it_does_not_concern(engine: Engine) -> None:
    for caution in engine.atlas.cautions.values():
        assert not caution.ask or caution.asked_for, caution.id
