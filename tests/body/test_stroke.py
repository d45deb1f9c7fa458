from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.body.axes import walk
from bodymap.body.field import arc, union
from bodymap.body.named import box_field
from bodymap.body.places import Places
from bodymap.body.stroke import nearest_points, path_length, stroke_field, trace
from bodymap.body.surface import Surface

PLACES = ["thigh 0.5 lateral", "leg 0.4 posterior", "forearm 0.5 dorsal", "trunk 0.7 200", "foot 0.6 lateral"]


@pytest.fixture(scope="module")
def places(woman: Surface) -> Places:
    return Places(woman, {})


def test_a_flat_patch_has_the_area_of_its_disc(places: Places) -> None:
    """On the wide back of the trunk the skin is nearly flat, so a patch of 4 cm is nearly a disc of 50 cm²."""
    field = stroke_field(places.surface, [(places.resolve("trunk 0.45 200"), 4.0)])
    assert field.region(places.surface).area(places.surface) == pytest.approx(np.pi * 16, rel=0.12)


def test_a_stroke_runs_over_the_skin_from_place_to_place(places: Places) -> None:
    brush = places.brush([("thigh 0.1 lateral", 3.0), ("thigh 0.9 lateral", 3.0)])
    region = stroke_field(places.surface, brush).region(places.surface)
    for t in (0.1, 0.3, 0.5, 0.7, 0.9):
        assert region.weights[places.resolve(f"thigh {t} lateral").cell] > 0.9
    assert region.weights[places.resolve("thigh 0.5 medial").cell] == 0


@pytest.mark.parametrize("place", PLACES)
def test_a_patch_never_reaches_another_limb(places: Places, place: str) -> None:
    surface = places.surface
    point = places.resolve(place)
    region = stroke_field(surface, [(point, 8.0)]).region(surface)
    touched = {surface.segment_name(cell) for cell in np.flatnonzero(region.weights)}
    for limb in ({"thigh", "leg", "foot"}, {"hand", "forearm", "upper_arm"}):
        if surface.segment_name(point.cell) in limb:
            other_side = surface.segment_mask(*limb) & (surface.side > 0)
            assert not region.weights[other_side].any()
            assert touched <= limb | {"trunk", "great_toe", "second_toe", "third_toe", "fourth_toe", "fifth_toe"}


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(PLACES), st.floats(0.5, 6.0), st.floats(0.05, 3.0))
def test_growing_a_patch_never_loses_skin(places: Places, place: str, radius: float, more: float) -> None:
    surface, point = places.surface, places.resolve(place)
    small = stroke_field(surface, [(point, radius)]).region(surface)
    large = stroke_field(surface, [(point, radius + more)]).region(surface)
    assert (large.weights >= small.weights - 1e-6).all()
    assert large.area(surface) > small.area(surface)


@pytest.mark.parametrize("place", PLACES)
def test_the_left_is_the_mirror_of_the_right(places: Places, place: str) -> None:
    surface = places.surface
    right = stroke_field(surface, [(places.resolve(place, "right"), 3.0)]).region(surface)
    left = stroke_field(surface, [(places.resolve(place, "left"), 3.0)]).region(surface)
    assert np.allclose(right.mirrored(surface).weights, left.weights, atol=0.02)


def test_an_arc_on_a_round_limb_is_exact() -> None:
    angle = np.linspace(0.01, np.pi, 50)
    radius = 5.0
    assert np.allclose(arc(2 * radius * np.sin(angle / 2), np.cos(angle)), radius * angle)


def test_a_traced_path_stays_on_the_skin(places: Places) -> None:
    ends = [places.resolve("leg 0.1 lateral"), places.resolve("leg 0.9 lateral")]
    path = trace(places.surface, ends)
    found = nearest_points(places.surface, np.array([point.position for point in path]))
    gaps = [np.linalg.norm(np.subtract(a.position, b.position)) for a, b in zip(path, found, strict=True)]
    straight = float(np.linalg.norm(np.subtract(ends[0].position, ends[1].position)))
    assert max(gaps) < 0.05
    assert straight <= path_length(path) < straight * 1.3


def test_boxes_of_a_segment_cover_it_once(places: Places) -> None:
    surface = places.surface
    quarters = [box_field(surface, "thigh", (0, 1), (start, start + 90)) for start in (0, 90, 180, 270)]
    whole = surface.segment_mask("thigh") & (surface.side < 0)
    covered = union(quarters).region(surface).weights
    assert np.allclose(covered[whole], 1.0, atol=0.35)
    lapping = sum(q.region(surface).area(surface) for q in quarters) / surface.area[whole].sum()
    assert 1.0 <= lapping < 1.06, "no more than what laps over the smoothed border"


def test_a_place_that_names_its_side_is_mirrored_with_the_rest(places: Places) -> None:
    """Content is written for the right: “left si” in a zone of the right side is the right one on the left."""
    for text in ("left thigh 0.3 medial", "left trunk 0.7 150"):
        across = places.resolve(text, "right")
        back = places.resolve(text, "left")
        assert across.position[0] > 0 > back.position[0]
        assert np.allclose(np.array(across.position) * (-1, 1, 1), back.position, atol=0.05)


@pytest.mark.parametrize(
    ("start", "end"), [("forearm 0.8 dorsal", "middle_finger 0.5 dorsal"), ("trunk 0.9 160", "leg 0.3 180")]
)
def test_a_path_crosses_the_segments_between_its_ends(places: Places, start: str, end: str) -> None:
    path = trace(places.surface, [places.resolve(start), places.resolve(end)])
    steps = np.linalg.norm(np.diff([point.position for point in path], axis=0), axis=1)
    assert steps.max() < 3.0, "no leap over a segment that neither end lies in"


def test_the_walk_between_segments_is_the_shortest() -> None:
    assert walk("foot", "trunk") == ("foot", "leg", "thigh", "trunk")
    assert walk("leg", "leg") == ("leg",)
