"""What the two articles, read as facts, demand of the ranking; and what any ranking must hold."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bodymap.engine import Answer, Engine
from bodymap.pain.drawing import Mark, pain_of, spot
from bodymap.pain.match import own_score

SPOTS = [
    "right thigh 0.5 lateral",
    "right leg 0.5 lateral",
    "left leg 0.4 posterior",
    "right foot 0.7 lateral",
    "left trunk 0.85 posterior",
    "right thigh 0.8 anterior",
    "lateral_malleolus",
]
PERONEALS = {"peroneus_longus", "peroneus_brevis", "peroneus_tertius"}


def marks(engine: Engine, *places: str, radius: float = 3.0, qualities: str = "") -> tuple[Mark, ...]:
    spots = [spot(engine.surface, i, engine.places.resolve(place), radius) for i, place in enumerate(places)]
    return tuple(replace(each, qualities=frozenset(qualities.split())) for each in spots)


def ask(engine: Engine, *places: str, **options: str) -> Answer:
    return engine.answer(marks(engine, *places, **options))  # type: ignore[arg-type]


def first(answer: Answer, count: int) -> list[str]:
    return [source.muscle for source in answer.sources[:count]]


def test_pain_down_the_outer_thigh_and_leg_is_gluteus_minimus_anterior(engine: Engine) -> None:
    best = ask(engine, "right thigh 0.5 lateral", "right leg 0.5 lateral").sources[0]
    assert (best.muscle, best.side, best.trigger_points[0]) == ("gluteus_minimus", "right", "anterior")


def test_buttock_back_of_thigh_and_calf_bring_gluteus_minimus_posterior(engine: Engine) -> None:
    answer = ask(engine, "right trunk 0.88 160", "right thigh 0.5 posterior", "right leg 0.3 posterior")
    source = next(s for s in answer.sources[:3] if s.muscle == "gluteus_minimus")
    assert source.trigger_points[0] == "posterior"


def test_outer_leg_and_outer_ankle_bring_the_peroneals(engine: Engine) -> None:
    answer = ask(engine, "right leg 0.5 lateral", "right lateral_malleolus")
    assert {"peroneus_longus", "peroneus_brevis"} & set(first(answer, 3))


def test_hip_thigh_leg_and_ankle_are_gluteus_minimus_together_with_a_peroneal(engine: Engine) -> None:
    answer = ask(
        engine, "greater_trochanter", "right thigh 0.5 lateral", "right leg 0.5 lateral", "right lateral_malleolus"
    )
    named = {source.muscle for source in answer.together}
    assert "gluteus_minimus" in named
    assert named & PERONEALS
    assert answer.together_explains > 0.8


@pytest.mark.parametrize("hip", ["greater_trochanter", "thigh 0 lateral", "thigh 0.1 lateral", "trunk 0.85 lateral"])
@pytest.mark.parametrize("foot", ["foot 0.5 lateral", "foot 0.7 lateral"])
def test_tingling_at_the_outer_edge_of_the_foot_with_hip_pain(engine: Engine, hip: str, foot: str) -> None:
    tingling = replace(marks(engine, f"right {foot}", qualities="tingling")[0], id=7)
    answer = engine.answer((*marks(engine, hip if "_" in hip else f"right {hip}"), tingling))
    named = {source.muscle for source in answer.together}
    assert "gluteus_minimus" in named
    assert named & PERONEALS
    top = first(answer, 3)
    assert "gluteus_minimus" in top
    assert set(top) & PERONEALS


def test_a_whole_outer_thigh_with_a_tingling_foot(engine: Engine) -> None:
    thigh = engine.region_mark("lateral_thigh_hip", "right")
    tingling = replace(marks(engine, "right foot 0.5 lateral", qualities="tingling")[0], id=7)
    top = first(engine.answer((thigh, tingling)), 3)
    assert "gluteus_minimus" in top
    assert set(top) & PERONEALS


def test_no_source_on_the_left_for_pain_on_the_right(engine: Engine) -> None:
    answer = ask(engine, "right thigh 0.5 lateral", "right leg 0.5 lateral")
    assert {source.side for source in answer.sources} == {"right"}


def test_pain_that_no_pattern_explains_is_said(engine: Engine) -> None:
    drawing = marks(engine, "right thigh 0.5 lateral", "head 0.9 anterior")
    answer = engine.answer(drawing)
    head = drawing[1].region.area(engine.surface)
    assert answer.unexplained_cm2 == pytest.approx(head, rel=0.05)


def test_an_empty_drawing_has_an_empty_answer(engine: Engine) -> None:
    answer = engine.answer(())
    assert answer.sources == answer.together == answer.cautions == ()
    assert answer.unexplained_cm2 == 0


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(SPOTS), min_size=2, max_size=4, unique=True), st.randoms())
def test_the_order_of_marks_never_changes_the_ranking(engine: Engine, places: list[str], random) -> None:
    drawing = list(marks(engine, *places))
    before = engine.matcher.rank(drawing).candidates
    random.shuffle(drawing)
    assert engine.matcher.rank(drawing).candidates == before


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(SPOTS), min_size=1, max_size=3, unique=True))
def test_the_mirrored_drawing_has_the_mirrored_ranking(engine: Engine, places: list[str]) -> None:
    drawing = marks(engine, *places)
    mirrored = [replace(mark, region=mark.region.mirrored(engine.surface)) for mark in drawing]
    here = engine.matcher.rank(drawing).candidates
    there = engine.matcher.rank(mirrored).candidates
    other = {"left": "right", "right": "left"}
    assert {(c.muscle, c.side, round(c.score, 3)) for c in here} == {
        (c.muscle, other[c.side], round(c.score, 3)) for c in there
    }


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.01, 1), st.floats(0, 0.5))
def test_more_of_any_term_never_lowers_a_score(explains: float, pattern: float, focus: float, more: float) -> None:
    score = own_score(explains, pattern, focus)
    assert 0 <= score <= 1
    assert own_score(min(1, explains + more), pattern, focus) >= score
    assert own_score(explains, min(1, pattern + more), focus) >= score
    assert own_score(explains, pattern, min(1, focus + more)) >= score


def test_stronger_pain_counts_more(engine: Engine) -> None:
    heel, thigh = marks(engine, "heel_plantar", "right thigh 0.5 lateral")
    strong_heel = engine.answer((replace(heel, intensity=9), replace(thigh, intensity=2)))
    strong_thigh = engine.answer((replace(heel, intensity=2), replace(thigh, intensity=9)))
    assert strong_heel.sources[0].muscle == "soleus"
    assert strong_thigh.sources[0].muscle != "soleus"


def test_overlapping_marks_count_once(engine: Engine) -> None:
    one = marks(engine, "right thigh 0.5 lateral")
    twice = (*one, replace(one[0], id=9))
    once, both = pain_of(one, engine.surface), pain_of(twice, engine.surface)
    assert np.allclose(once.hurts, both.hurts)


def test_every_source_says_why(engine: Engine) -> None:
    sources = ask(engine, "right thigh 0.5 lateral", "right lateral_malleolus").sources
    assert sources
    for source in sources:
        texts = [reason.text for reason in source.reasons]
        assert any(text.startswith("Explains ") for text in texts)
        assert any("usual pattern" in text for text in texts)
