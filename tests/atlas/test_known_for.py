"""Which muscles are named first for a place: every region has a few, and what is named really reaches it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from bodymap.atlas.compile import compile_atlas
from bodymap.atlas.load import Atlas, load_atlas
from bodymap.atlas.model import KnownFor
from bodymap.body.surface import Surface
from bodymap.paths import asset

Named = dict[tuple[str, str], list[KnownFor]]


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load_atlas(asset("atlas"))


@pytest.fixture(scope="module")
def named(atlas: Atlas) -> Named:
    """(muscle, trigger point) -> what it is known for, without those that are known for nothing."""
    return {
        (muscle.id, point.id): point.known_for
        for muscle in atlas.muscles.values()
        for point in muscle.trigger_points
        if point.known_for
    }


def test_every_region_has_one_to_four_leading_points(atlas: Atlas, named: Named) -> None:
    leading: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for point, entries in named.items():
        for entry in entries:
            leading[entry.region].append(point)
    assert set(leading) == set(atlas.regions)
    assert {region: points for region, points in leading.items() if not 1 <= len(points) <= 4} == {}


def test_no_point_is_known_for_much(named: Named) -> None:
    for point, entries in named.items():
        regions = [entry.region for entry in entries]
        assert len(regions) <= 4, point
        assert len(set(regions)) == len(regions), point


def test_most_points_are_known_for_at_most_one_region(atlas: Atlas, named: Named) -> None:
    points = sum(len(muscle.trigger_points) for muscle in atlas.muscles.values())
    assert sum(len(entries) > 1 for entries in named.values()) < points / 4


def test_what_a_point_is_known_for_rests_on_sources_of_the_atlas(atlas: Atlas, named: Named) -> None:
    for point, entries in named.items():
        for entry in entries:
            assert entry.sources, f"{point} {entry.region}"
            assert set(entry.sources) <= set(atlas.sources), f"{point} {entry.region}"


def test_half_of_it_rests_on_a_text_that_was_read(atlas: Atlas, named: Named) -> None:
    read = [
        any(atlas.sources[source].read for source in entry.sources) for entries in named.values() for entry in entries
    ]
    assert sum(read) / len(read) >= 0.5


def test_a_point_reaches_what_it_is_known_for(
    atlas: Atlas, named: Named, woman: Surface, man: Surface, shared_cache: Path
) -> None:
    """At least 2 % of the region, or 10 % of the point's own pattern lies in it, on both figures."""
    for figure in (woman, man):
        known = compile_atlas(atlas, figure, shared_cache)
        cells = np.arange(len(figure.cells))
        hurts = known.strength(cells) * figure.area[cells, None]
        shared = hurts.T @ (known.region.astype(np.float32) / 255)
        for point, entries in named.items():
            row = known.points.index(point)
            for entry in entries:
                column = known.regions.index(entry.region)
                of_region = shared[row, column] / known.region_area[column]
                of_pattern = shared[row, column] / known.extent[row]
                assert of_region >= 0.02 or of_pattern >= 0.1, f"{figure.name} {point} {entry.region}"


@pytest.mark.parametrize(
    ("region", "muscle"),
    [
        ("front_of_shoulder", "infraspinatus"),
        ("vertex", "splenius_capitis"),
        ("cheek_jaw", "masseter"),
        ("base_thumb_radial_hand", "brachialis"),
        ("lumbar", "quadratus_lumborum"),
        ("lateral_thigh_hip", "gluteus_minimus"),
        ("anterior_knee", "rectus_femoris"),
        ("heel", "soleus"),
    ],
)
def test_what_the_manuals_are_known_for_saying(named: Named, region: str, muscle: str) -> None:
    found = {point[0] for point, entries in named.items() if any(entry.region == region for entry in entries)}
    assert muscle in found
