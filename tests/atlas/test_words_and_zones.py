"""What a trigger point's words say and what its zones cover are held against each other, part of the body by part.

A part that the words name must be touched by a zone, and a part that a zone covers for the most must be named.
"""

from __future__ import annotations

import re

import numpy as np
import pytest

from bodymap.atlas.model import TriggerPoint
from bodymap.engine import Engine

PARTS: dict[str, str] = {
    "outer leg|lower leg|inside of the leg|back of the leg": "anterior_leg lateral_leg posterior_leg",
    "ankle": "anterior_ankle lateral_ankle medial_ankle posterior_ankle",
    "heel": "heel posterior_ankle lateral_ankle medial_ankle",
    "knee|kneecap": "anterior_knee anteromedial_knee lateral_knee posterior_knee",
    "thigh": "lateral_thigh_hip anterior_thigh medial_thigh posterior_thigh",
    "calf": "posterior_leg lateral_leg",
    "shin": "anterior_leg lateral_leg",
    "buttock|buttocks": "buttock sacral_gluteal lateral_thigh_hip iliosacral",
    "sacrum": "sacral_gluteal iliosacral lumbar",
    "groin": "pelvic medial_thigh anterior_thigh lower_abdominal",
    "arch|sole": "plantar_midfoot heel metatarsal_head",
    "toe|toes": "dorsal_great_toe dorsal_lesser_toes plantar_great_toe plantar_lesser_toes metatarsal_head "
    "dorsal_forefoot",
    "skull|scalp|crown|top of the head|back of the head": "vertex back_of_head temporal frontal",
    "low back|small of the back|sacroiliac": "lumbar iliosacral sacral_gluteal low_thoracic_back",
    "tailbone|anus|back passage|cleft": "sacral_gluteal pelvic buttock",
    "hip": "lateral_thigh_hip buttock anterior_thigh medial_thigh pelvic lower_abdominal",
    "flank|waist|side of the trunk": "lower_abdominal abdominal low_thoracic_back side_of_chest lumbar",
    "foot": "lateral_ankle medial_ankle anterior_ankle heel dorsal_forefoot plantar_midfoot metatarsal_head",
    "ball of the foot": "metatarsal_head",
    "temple|temples": "temporal eye_eyebrow frontal",
    "forehead": "frontal eye_eyebrow temporal",
    "eye|eyebrow|brow": "eye_eyebrow frontal temporal cheek_jaw",
    "ear": "ear_tmj",
    "jaw|cheek": "cheek_jaw ear_tmj toothache throat_front_neck",
    "tooth|teeth|molars|gums": "toothache cheek_jaw",
    "throat": "throat_front_neck",
    "neck": "back_of_neck throat_front_neck upper_thoracic_back",
    "shoulder": "front_of_shoulder back_of_shoulder upper_thoracic_back back_of_arm front_of_arm back_of_neck",
    "shoulder blade": "upper_thoracic_back mid_thoracic_back back_of_shoulder",
    "chest|breast|breastbone": "front_of_chest side_of_chest",
    "belly|abdomen|navel": "abdominal lower_abdominal",
    "upper arm": "front_of_arm back_of_arm front_of_shoulder back_of_shoulder",
    "elbow": "lateral_epicondyle medial_epicondyle olecranon antecubital",
    "forearm": "radial_forearm volar_forearm ulnar_forearm dorsal_forearm",
    "wrist": "dorsal_wrist_hand volar_wrist_palm base_thumb_radial_hand dorsal_forearm volar_forearm ulnar_forearm "
    "radial_forearm",
    "palm": "volar_wrist_palm base_thumb_radial_hand",
    "thumb": "base_thumb_radial_hand volar_finger dorsal_finger dorsal_wrist_hand",
    "finger|fingers": "volar_finger dorsal_finger dorsal_wrist_hand volar_wrist_palm",
}
"""Words of ``refers`` and the regions that they can mean."""

MEASURES = re.compile(
    r"(a |two |three )?fingers?('s|s')?[ -](breadth|width|wide|tip)s?|finger-like|like (a )?fingers?|heel of the hand"
    r"|vertebra to the third of the chest|behind the ear but not next to it"
)
"""Parts that only measure, compare or say where else: nothing hurts there."""

DENIED = re.compile(r"\b(not|no|never|without|rarely|rare|spare[sd]?|skip(s|ped)?|less often|stops?)\b")
ACROSS: dict[str, str] = {
    "lie in the middle": "digastric.front sternalis.middle levator_ani.back levator_ani.front coccygeus.tp1 "
    "sphincter_ani.ring perineal_muscles.middle perineal_muscles.side adductor_magnus.tp2 gluteus_maximus.tp3 "
    "obturator_internus.inner sternocleidomastoid.sternal_lower diaphragm.rim",
    "over the spinous process beside the point": "multifidi.thoracolumbar_t4 multifidi.thoracolumbar_l2 "
    "multifidi.thoracolumbar_l5 multifidi.thoracolumbar_s1 multifidi.thoracolumbar_s4",
    "bands or patches on both sides": "rectus_abdominis.upper rectus_abdominis.lower transversus_abdominis.rib_margin "
    "gluteus_medius.tp3 sternocleidomastoid.clavicular quadratus_lumborum.deep_upper",
}
"""Which published patterns cross the middle of the body, and why; all others keep to their side."""

ACROSS_SHARE = 0.1
TOUCHED_CM2 = 0.5
MOSTLY = 0.45


def parts_named(text: str) -> set[str]:
    """Parts that a text names, sentence by sentence, leaving out clauses that deny or only point at one."""
    named = set()
    for clause in re.split(r"[.;,:]| but | and sometimes ", MEASURES.sub("", text.lower())):
        if not DENIED.search(clause):
            named |= {part for part in PARTS if re.search(rf"\b({part})\b", clause)}
    return named


def covered(engine: Engine, muscle: str, point: TriggerPoint) -> dict[str, float]:
    """cm² of each region that a trigger point's zones cover together."""
    column = engine.compiled.points.index((muscle, point.id))
    zone = np.maximum(engine.compiled.essential[:, column], engine.compiled.spillover[:, column]) / 255
    regions = engine.compiled.region / 255
    both = np.maximum(regions, regions[engine.surface.mirror_cell])
    return dict(zip(engine.compiled.regions, (zone * engine.surface.area) @ both, strict=True))


def test_a_zone_covers_what_its_words_name(engine: Engine) -> None:
    disagreements = []
    for muscle in engine.atlas.muscles.values():
        for point in muscle.trigger_points:
            areas = covered(engine, muscle.id, point)
            missed = [
                part
                for part in sorted(parts_named(point.refers))
                if sum(areas[region] for region in PARTS[part].split()) < TOUCHED_CM2
            ]
            disagreements += [f"{muscle.id} {point.id}: names the {part}, no zone is there" for part in missed]
    assert not disagreements, "\n".join(disagreements)


def test_words_name_something_of_every_zone(engine: Engine) -> None:
    """At least one of the parts that a zone lies in is named: words and picture are about the same place."""
    strangers = []
    for muscle in engine.atlas.muscles.values():
        for point in muscle.trigger_points:
            areas = covered(engine, muscle.id, point)
            named = parts_named(point.refers) or parts_named(f"{point.name}. {muscle.plain}. {muscle.about}")
            meant = {region for part in named for region in PARTS[part].split()}
            total = sum(areas.values())
            if named and sum(areas[region] for region in meant) < MOSTLY * total:
                least = sorted(areas, key=lambda region: -areas[region])[:3]
                strangers.append(f"{muscle.id} {point.id}: says {sorted(named)}, lies in {least}")
    assert not strangers, "\n".join(strangers)


def test_a_pattern_crosses_the_middle_only_where_it_is_published_so(engine: Engine) -> None:
    left = engine.surface.side > 0
    crossing = set()
    for index, (muscle, point) in enumerate(engine.compiled.points):
        for zones in (engine.compiled.essential, engine.compiled.spillover):
            skin = zones[:, index] * engine.surface.area
            if skin[left].sum() > ACROSS_SHARE * max(skin.sum(), 1.0):
                crossing.add(f"{muscle}.{point}")
    assert crossing == {name for names in ACROSS.values() for name in names.split()}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Outside of the thigh and the knee, rarely the top of the toes.", {"thigh", "knee|kneecap"}),
        ("The heel; not the sole.", {"heel"}),
        ("", set()),
    ],
)
def test_the_reader_of_words_reads(text: str, parts: set[str]) -> None:
    assert parts_named(text) == parts
