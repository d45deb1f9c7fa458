"""What the shipped muscles say about how often they are at fault, and what makes their pain worse."""

from __future__ import annotations

from collections import Counter

import pytest

from bodymap.atlas.load import Atlas, load_atlas
from bodymap.atlas.model import Muscle
from bodymap.paths import asset

TIMES = ("at_night", "constant", "on_movement")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load_atlas(asset("atlas"))


def factors_of(muscle: Muscle) -> set[str]:
    return {factor for item in (*muscle.worse, *muscle.restricts) for factor in item.factors}


def test_every_muscle_can_be_told_by_two_to_six_factors(atlas: Atlas) -> None:
    """Fewer tell nothing in a question; more would make it fit every answer."""
    for muscle in atlas.muscles.values():
        assert 2 <= len(factors_of(muscle)) <= 6, f"{muscle.id}: {sorted(factors_of(muscle))}"


def test_every_factor_belongs_to_several_muscles_and_never_to_most(atlas: Atlas) -> None:
    used = Counter(factor for muscle in atlas.muscles.values() for factor in factors_of(muscle))
    for factor in atlas.factors:
        assert 3 <= used[factor] <= len(atlas.muscles) / 4, f"{factor}: {used[factor]} muscles"


def test_the_times_a_mark_can_have_are_factors(atlas: Atlas) -> None:
    assert all(atlas.factors[time].kind == "time" for time in TIMES)


def test_questions_and_names_are_told_apart(atlas: Atlas) -> None:
    assert len({factor.ask for factor in atlas.factors.values()}) == len(atlas.factors)
    assert len({factor.name for factor in atlas.factors.values()}) == len(atlas.factors)


def test_levels_vary_and_every_one_rests_on_a_source(atlas: Atlas) -> None:
    points = [point for muscle in atlas.muscles.values() for point in muscle.trigger_points]
    found = [point.frequency for point in points if point.frequency is not None]
    assert all(source in atlas.sources for frequency in found for source in frequency.sources)
    share = {level: count / len(points) for level, count in Counter(each.level for each in found).items()}
    assert 0.1 <= share["very_common"] <= 0.25
    assert 0.25 <= share["common"] <= 0.4
    assert 0.1 <= share["uncommon"] <= 0.25


def test_what_is_called_very_common_rests_on_more_than_one_text(atlas: Atlas) -> None:
    for muscle in atlas.muscles.values():
        for point in muscle.trigger_points:
            if point.frequency is not None and point.frequency.level == "very_common":
                assert len(point.frequency.sources) >= 2, f"{muscle.id} {point.id}"


def test_most_grades_above_the_ordinary_rest_on_a_text_that_was_read(atlas: Atlas) -> None:
    graded = [
        any(atlas.sources[source].read for source in point.frequency.sources)
        for muscle in atlas.muscles.values()
        for point in muscle.trigger_points
        if point.frequency is not None and point.frequency.level != "uncommon"
    ]
    assert sum(graded) / len(graded) >= 0.75


@pytest.mark.parametrize(
    ("muscle", "point", "level"),
    [
        ("trapezius", "upper", "very_common"),
        ("infraspinatus", "border", "uncommon"),
        ("infraspinatus", "medial", "very_common"),
        ("gastrocnemius", "tp1", "very_common"),
        ("soleus", "tp3", "uncommon"),
        ("deltoid", "middle", "uncommon"),
        ("semispinalis_thoracis", "mid_thoracic", None),
    ],
)
def test_points_of_one_muscle_are_graded_apart(atlas: Atlas, muscle: str, point: str, level: str | None) -> None:
    found = {each.id: each for each in atlas.muscles[muscle].trigger_points}[point].frequency
    assert (None if found is None else found.level) == level
