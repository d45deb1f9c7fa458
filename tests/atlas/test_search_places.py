"""A place that is named: muscles that send pain there come before those that only share the other words."""

from __future__ import annotations

import pytest

from bodymap.atlas.search import SearchIndex, words_of
from bodymap.atlas.search_places import NOWHERE, PlaceWords, Reach, reach_of
from bodymap.engine import Engine

HAND = {"dorsal_wrist_hand", "base_thumb_radial_hand", "volar_wrist_palm", "volar_finger", "dorsal_finger"}


@pytest.fixture(scope="module")
def reach(engine: Engine) -> Reach:
    return reach_of(engine.compiled)


@pytest.fixture(scope="module")
def index(engine: Engine, reach: Reach) -> SearchIndex:
    return SearchIndex(engine.atlas, reach)


@pytest.fixture(scope="module")
def places(engine: Engine) -> PlaceWords:
    return PlaceWords(engine.atlas.regions.values())


def named(places: PlaceWords, query: str) -> set[str]:
    return set(places.meant({word: {word: 1.0} for word in words_of(query)}).regions)


def test_every_muscle_reaches_the_places_of_its_pattern(engine: Engine, reach: Reach) -> None:
    assert set(reach) == set(engine.atlas.muscles)
    assert all(reach.values())
    assert {"lateral_thigh_hip", "lateral_leg", "posterior_thigh"} <= reach["gluteus_minimus"]
    assert not HAND & reach["gluteus_minimus"]
    assert HAND & reach["pectoralis_minor"]
    assert "heel" in reach["quadratus_plantae"]


def test_a_region_that_names_a_place_is_meant_by_it(places: PlaceWords) -> None:
    assert named(places, "numb hand at night") == HAND
    assert named(places, "thumb") == {"base_thumb_radial_hand"}, "not the thumb side of the forearm"
    assert named(places, "kneecap") == {"anterior_knee"}
    assert named(places, "my thigh and hip") == {"lateral_thigh_hip"}, "of several words what all of them name"
    assert named(places, "elbow or knee") == named(places, "elbow") | named(places, "knee")
    for nowhere in ("burning at night", "top", "small ball", "going down stairs", ""):
        assert places.meant({word: {word: 1.0} for word in words_of(nowhere)}) == NOWHERE


@pytest.mark.parametrize(
    ("query", "misled"),
    [
        ("numb hand at night", "gluteus_minimus"),
        ("hand falls asleep", "gluteus_minimus"),
        ("tingling fingers", "gluteus_minimus"),
        ("tingling fingers", "sartorius"),
        ("burning foot at night", "sartorius"),
        ("tingling in my foot", "sartorius"),
        ("elbow pain at night", "levator_scapulae"),
        ("knee pain in the morning", "flexors_digitorum"),
    ],
)
def test_who_only_shares_the_other_words_comes_after_who_sends_pain_there(
    index: SearchIndex, places: PlaceWords, reach: Reach, engine: Engine, query: str, misled: str
) -> None:
    regions = named(places, query)
    assert not regions & reach[misled]
    order = [hit.id for hit in index.find(query, 60) if hit.kind == "muscle"]
    there = [muscle for muscle in order if regions & reach[muscle]]
    assert len(there) >= 3
    assert misled not in order[:3]
    if misled in order:
        assert order.index(misled) > order.index(there[2])
    without = [hit.id for hit in SearchIndex(engine.atlas).find(query, 60) if hit.kind == "muscle"]
    assert without.index(misled) < (order.index(misled) if misled in order else 60)


def test_numb_at_night_without_a_place_is_ranked_by_the_words_alone(index: SearchIndex, engine: Engine) -> None:
    assert index.find("numb at night") == SearchIndex(engine.atlas).find("numb at night")


def test_two_fingers_wide_is_no_pain_in_the_fingers() -> None:
    assert "finger" not in words_of("a strap two fingers wide")
    assert "finger" in words_of("spreading the fingers wide")
