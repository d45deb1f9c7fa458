"""What a trigger point is best known for counts where the pain lies, and is said."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bodymap.atlas.load import Atlas
from bodymap.engine import Engine
from bodymap.pain.drawing import spot
from bodymap.pain.known import LEADING, Known
from bodymap.pain.match import Matcher


def known_for(engine: Engine, muscle: str, *regions: str) -> Matcher:
    """A matcher for which the trigger points of a muscle are best known for these regions, and no others for any."""
    matcher = Matcher(engine.atlas, engine.compiled)
    atlas: Atlas = engine.atlas
    facts = {name: Known(atlas).facts(name) for name in atlas.muscles}
    for name, each in facts.items():
        told = dict.fromkeys(regions, ("handbook",)) if name == muscle else {}
        facts[name] = replace(each, known_for=dict.fromkeys(each.known_for, told))
    matcher.known._facts.update(facts)
    return matcher


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_source_that_is_best_known_for_the_place_counts_more_there_alone(engine: Engine, side: str) -> None:
    drawing = (spot(engine.surface, 1, engine.places.resolve(f"{side} thigh 0.5 lateral")),)
    plain, here, elsewhere = (
        known_for(engine, "vastus_lateralis", *regions).rank(drawing).candidates
        for regions in ((), ("lateral_thigh_hip",), ("frontal",))
    )
    own = {
        name: next(c for c in each if (c.muscle, c.side) == ("vastus_lateralis", side))
        for name, each in (("plain", plain), ("here", here), ("elsewhere", elsewhere))
    }
    assert own["here"].fit.own == pytest.approx(own["plain"].fit.own * (1 + LEADING), rel=0.02)
    assert own["elsewhere"].fit.own == own["plain"].fit.own
    assert own["here"].leads_in == ("lateral_thigh_hip",)
    assert own["elsewhere"].leads_in == ()
    others = [(c.muscle, c.side, c.fit.own) for c in plain if c.muscle != "vastus_lateralis"]
    assert sorted(others) == sorted((c.muscle, c.side, c.fit.own) for c in here if c.muscle != "vastus_lateralis")


def test_it_is_said_with_its_sources(engine: Engine) -> None:
    told = [
        (source, reason)
        for region in engine.atlas.regions
        for source in engine.answer((engine.region_mark(region, "right"),)).sources[:6]
        for reason in source.reasons
        if reason.kind == "known_for"
    ]
    for source, reason in told:
        point = engine.trigger_point(source.muscle, source.candidate.fit.trigger_points[0])
        assert set(reason.values) <= {each.region for each in point.known_for}
        assert reason.sources
    expected = any(point.known_for for muscle in engine.atlas.muscles.values() for point in muscle.trigger_points)
    assert bool(told) == expected
