"""A pattern that crosses the middle puts one muscle into the list twice: the nearer side stands for both."""

from __future__ import annotations

import pytest

from bodymap.engine import Answer, Engine, Source
from bodymap.pain.drawing import spot
from bodymap.pain.match import ECHO

OTHER = {"right": "left", "left": "right"}


def of(answer: Answer, muscle: str) -> dict[str, Source]:
    return {source.side: source for source in answer.sources if source.muscle == muscle}


@pytest.mark.parametrize("side", ["right", "left"])
def test_the_far_side_counts_less_and_says_why(engine: Engine, side: str) -> None:
    answer = engine.answer((engine.region_mark("pelvic", side),))
    both = of(answer, "levator_ani")
    near, far = both[side].candidate, both[OTHER[side]].candidate
    assert near.heard == 1.0
    assert ECHO <= far.heard < 0.75
    assert not [reason for reason in both[side].reasons if reason.kind == "twin"]
    told = next(reason for reason in both[OTHER[side]].reasons if reason.kind == "twin")
    assert told.values == (side,)
    assert side in told.text


def test_pain_on_both_sides_keeps_both(engine: Engine) -> None:
    marks = tuple(
        spot(engine.surface, number, engine.places.resolve(f"{side} thigh 0.5 lateral"), radius_cm=radius)
        for number, (side, radius) in enumerate((("right", 3.0), ("left", 4.0)), start=1)
    )
    both = of(engine.answer(marks), "vastus_lateralis")
    assert {side: source.candidate.heard for side, source in both.items()} == {"right": 1.0, "left": 1.0}


def test_the_first_five_for_one_side_are_five_muscles(engine: Engine) -> None:
    for region in engine.atlas.regions:
        muscles = [source.muscle for source in engine.answer((engine.region_mark(region, "right"),)).sources[:5]]
        assert len(set(muscles)) == len(muscles), region


@pytest.mark.parametrize("side", ["right", "left"])
def test_of_twins_alike_the_side_that_hurts_stands_for_both(engine: Engine, side: str) -> None:
    """The bands of the rectus abdominis across the back cover the low back of both sides alike."""
    both = of(engine.answer((engine.region_mark("lumbar", side),)), "rectus_abdominis")
    assert both[side].candidate.heard == 1.0
    assert both[OTHER[side]].candidate.heard < 1.0
