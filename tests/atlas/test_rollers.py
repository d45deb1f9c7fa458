"""A foam roller is offered for large muscles, and never leads over bone, spine, neck or the hollow of the knee."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from bodymap.atlas.care import Step
from bodymap.atlas.model import Muscle
from bodymap.body.surface import Surface
from bodymap.engine import Engine

NEVER_NEAR_CM = {
    "popliteal_crease": 6.0,
    "patella_mid": 6.0,
    "greater_trochanter": 6.0,
    "fibular_head": 5.0,
    "fibular_neck": 4.0,
    "iliac_crest_top": 6.0,
    "inguinal_mid": 9.0,
    "lateral_malleolus": 9.0,
    "c7": 5.0,
    "l1": 8.0,
}
"""Landmarks that a roller keeps away from, and how far, from the middle of the roller's way, in cm."""
BESIDE_SPINE_CM = 2.5


def rolled(engine: Engine) -> Iterator[tuple[Muscle, Step]]:
    for muscle in engine.atlas.muscles.values():
        for routine in muscle.care.routines:
            for step in routine.steps:
                if step.tool == "roller":
                    yield muscle, step


def test_the_large_muscles_offer_it(engine: Engine) -> None:
    offered = {muscle.id for muscle, _ in rolled(engine)}
    assert offered >= {"vastus_lateralis", "rectus_femoris", "gastrocnemius", "soleus", "semispinalis_thoracis"}


def test_every_muscle_that_offers_it_has_a_way_without(engine: Engine) -> None:
    for muscle in {muscle.id: muscle for muscle, _ in rolled(engine)}.values():
        assert any(all(step.tool != "roller" for step in routine.steps) for routine in muscle.care.routines), muscle.id


@pytest.mark.parametrize("figure", ["woman", "man"])
def test_it_keeps_away_from_bone_spine_and_the_hollow_of_the_knee(
    engine: Engine, man: Surface, shared_cache: Path, figure: str
) -> None:
    chosen = engine if figure == "woman" else Engine(engine.atlas, man, shared_cache)
    wrong = []
    for muscle, step in rolled(chosen):
        at = chosen.trigger_point(muscle.id, step.at).place if step.at else None
        places = step.path or [step.place or at or ""]
        way = np.array([each.position for each in chosen.path(places, "right")])
        for landmark, least in NEVER_NEAR_CM.items():
            bone = np.array(chosen.places.resolve(landmark, "right").position)
            if (nearest := float(np.linalg.norm(way - bone, axis=1).min())) < least:
                wrong.append(f"{muscle.id} {step.id}: {nearest:.1f} cm from {landmark}")
        if "trunk" in muscle.segments and np.abs(way[:, 0]).min() < BESIDE_SPINE_CM:
            wrong.append(f"{muscle.id} {step.id}: on the spine")
    assert wrong == []
