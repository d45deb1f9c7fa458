"""Painting, erasing and roping on the skin."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.body.field import Field
from bodymap.body.mirror import mirrored_field
from bodymap.body.packed import pack_field, unpack_field
from bodymap.body.paint import Paint, brush_piece, lasso_field, shape_field, weights_field
from bodymap.body.places import Places
from bodymap.body.sketch import sketch
from bodymap.body.stroke import stroke_field
from bodymap.body.surface import Surface
from bodymap.body.view import View, load_view

PLACES = ("thigh 0.5 lateral", "leg 0.4 anterior", "trunk 0.5 posterior", "upper_arm 0.5 lateral", "hand 0.5 dorsal")


@pytest.fixture(scope="module")
def places(woman: Surface) -> Places:
    return Places(woman, {})


@pytest.fixture(scope="module")
def right(woman: Surface) -> View:
    return load_view(woman, "right")


def patch(places: Places, place: str, radius: float) -> Field:
    return stroke_field(places.surface, [(places.resolve(place), radius)])


def circle(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    return [(x + radius * np.cos(angle), y + radius * np.sin(angle)) for angle in np.linspace(0, 2 * np.pi, 60)]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), st.floats(0.6, 5.0)), min_size=1, max_size=6))
def test_painting_never_makes_less_and_its_region_is_that_of_its_field(
    woman: Surface, places: Places, strokes: list[tuple[str, float]]
) -> None:
    paint, before = Paint(woman), 0.0
    for place, radius in strokes:
        paint.add(patch(places, place, radius))
        now = paint.region.area(woman)
        assert now >= before - 1e-3
        before = now
    assert np.allclose(paint.region.weights, paint.field.region(woman).weights, atol=1e-4)


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(["head 0.3 0", "head 0.4 60", "hand 0.5 dorsal", "thigh 0.5 lateral", "trunk 0.5 posterior"]),
    st.lists(st.tuples(st.floats(-4, 4), st.floats(-4, 4)), min_size=2, max_size=8),
    st.floats(0.8, 4.0),
)
def test_what_is_settled_may_be_left_out_of_the_next_pieces(
    woman: Surface, places: Places, place: str, way: list[tuple[float, float]], radius: float
) -> None:
    whole, quick, before = Paint(woman), Paint(woman), None
    for across, up in way:
        point = places.resolve(f"{place} {abs(up):.2f} {'up' if up > 0 else 'down'} {abs(across):.2f} out")
        whole.add(brush_piece(woman, before, point, radius, 4.0))
        quick.add(brush_piece(woman, before, point, radius, 4.0, quick.settled))
        before = point
    assert np.array_equal(quick.region.weights, whole.region.weights)
    assert np.array_equal(quick.field.cells, whole.field.cells)
    assert np.array_equal(quick.field.values > 0, whole.field.values > 0)


def test_most_of_the_face_is_settled_soon(woman: Surface, places: Places) -> None:
    paint, point = Paint(woman), places.resolve("head 0.3 0")
    paint.add(brush_piece(woman, None, point, 2.5))
    again = brush_piece(woman, None, point, 2.5, settled=paint.settled)
    assert len(again.cells) < 0.6 * len(paint.field.cells)
    assert paint.take(brush_piece(woman, None, point, 2.5))
    assert not paint.settled.any()


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(PLACES), st.floats(0.6, 5.0))
def test_what_was_painted_can_be_rubbed_out_whole(woman: Surface, places: Places, place: str, radius: float) -> None:
    paint = Paint(woman, patch(places, place, radius))
    assert paint.take(patch(places, place, radius + 1.0))
    assert paint.field.empty
    assert paint.region.area(woman) == pytest.approx(0.0, abs=0.5)
    assert not paint.take(patch(places, place, radius)), "there is nothing left to rub out"


def test_rubbing_out_elsewhere_changes_nothing(woman: Surface, places: Places) -> None:
    paint = Paint(woman, patch(places, "thigh 0.5 lateral", 3.0))
    before = paint.field
    assert not paint.take(patch(places, "trunk 0.5 posterior", 6.0))
    assert np.array_equal(paint.field.cells, before.cells)
    assert np.array_equal(paint.field.values, before.values)


def test_a_brush_paints_the_way_between_two_points(woman: Surface, places: Places) -> None:
    start, end = places.resolve("thigh 0.3 lateral"), places.resolve("thigh 0.6 lateral")
    length = float(np.linalg.norm(np.array(end.position) - np.array(start.position)))
    piece = brush_piece(woman, start, end, 2.0, view_cm=length)
    assert piece.region(woman).area(woman) == pytest.approx(4 * length + np.pi * 4, rel=0.08)


def test_a_brush_that_leaps_from_the_arm_to_the_hip_paints_nothing_between(woman: Surface, places: Places) -> None:
    arm, hip = places.resolve("forearm 0.5 lateral"), places.resolve("thigh 0.1 lateral")
    piece = brush_piece(woman, arm, hip, 2.0, view_cm=1.0)
    assert {woman.segment_name(int(cell)) for cell in piece.cells} <= {"thigh", "trunk"}
    assert piece.region(woman).area(woman) == pytest.approx(np.pi * 4, rel=0.1)


@settings(max_examples=20, deadline=None)
@given(st.floats(0.2, 0.8), st.floats(1.5, 4.0))
def test_a_lasso_takes_the_skin_that_is_seen_inside_it(
    woman: Surface, places: Places, right: View, along: float, radius: float
) -> None:
    found = right.locate(places.resolve(f"thigh {along:.3f} lateral"))
    assert found is not None
    field = lasso_field(right, circle(*found, radius))
    assert right.project(field).area == pytest.approx(np.pi * radius**2, rel=0.06)
    assert (woman.side[field.cells] < 0).all(), "nothing of the other leg"


def test_a_lasso_round_the_whole_view_takes_what_is_seen_and_nothing_behind(woman: Surface, right: View) -> None:
    width, height = right.size_cm
    field = lasso_field(right, [(-5, -5), (width + 5, -5), (width + 5, height + 5), (-5, height + 5)])
    assert right.project(field).area == pytest.approx(right.outline.area, rel=0.02)
    assert (woman.side[field.cells] <= 0).all()


@pytest.mark.parametrize("points", [[], [(1.0, 1.0)], [(0.0, 0.0), (5.0, 5.0)], [(0.0, 0.0), (5.0, 5.0), (2.0, 2.0)]])
def test_a_line_that_encloses_nothing_holds_nothing(right: View, points: list[tuple[float, float]]) -> None:
    assert lasso_field(right, points).empty


def test_a_lasso_that_crosses_itself_takes_both_loops(places: Places, right: View) -> None:
    found = right.locate(places.resolve("thigh 0.5 lateral"))
    assert found is not None
    x, y = found
    eight = [(x - 3, y - 3), (x + 3, y + 3), (x - 3, y + 3), (x + 3, y - 3)]
    field = lasso_field(right, eight)
    seen = right.project(field)
    assert seen.area == pytest.approx(18.0, rel=0.1)


def test_a_shape_that_is_seen_and_taken_again_stays_the_same(places: Places, right: View) -> None:
    field = patch(places, "thigh 0.5 lateral", 3.0)
    seen = right.project(field)
    assert right.project(shape_field(right, seen)).symmetric_difference(seen).area < 0.05 * seen.area


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(PLACES), st.floats(0.6, 6.0))
def test_the_mirror_image_is_exact_and_mirrored_twice_is_the_same(
    woman: Surface, places: Places, place: str, radius: float
) -> None:
    field = patch(places, place, radius)
    image = mirrored_field(woman, field)
    assert image.region(woman).area(woman) == pytest.approx(field.region(woman).area(woman), rel=1e-3)
    assert np.allclose(image.region(woman).weights, field.region(woman).mirrored(woman).weights, atol=1e-3)
    again = mirrored_field(woman, image)
    assert np.array_equal(again.cells, field.cells)
    assert np.array_equal(again.values, field.values)


@pytest.mark.parametrize("place", PLACES)
def test_shares_of_cells_become_a_shape_of_about_their_size(woman: Surface, places: Places, place: str) -> None:
    region = patch(places, place, 5.0).region(woman)
    shape = weights_field(woman, region)
    assert shape.region(woman).area(woman) == pytest.approx(region.area(woman), rel=0.2)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(PLACES), st.floats(0.8, 6.0), st.sampled_from(["front", "back", "right"]))
def test_a_sketch_shows_what_the_exact_outline_shows(
    woman: Surface, places: Places, place: str, radius: float, name: str
) -> None:
    view, field = load_view(woman, name), patch(places, place, radius)
    exact, rough = view.project(field), sketch(view, field)
    area = sum(float(_areas(rings).sum()) for rings in rough.rings)
    assert area == pytest.approx(exact.area, rel=0.25, abs=4.0)


def _areas(rings: np.ndarray) -> np.ndarray:
    x, y = rings[..., 0], rings[..., 1]
    return np.abs((x * np.roll(y, -1, axis=1) - y * np.roll(x, -1, axis=1)).sum(axis=1)) / 2


def test_a_packed_field_comes_back_as_it_was(woman: Surface, places: Places) -> None:
    field = patch(places, "thigh 0.5 lateral", 3.0)
    back = unpack_field(*pack_field(field), len(woman.cells))
    assert np.array_equal(back.cells, field.cells)
    assert np.array_equal(back.values, field.values)


@pytest.mark.parametrize("spoil", ["cells", "values", "short", "far", "nan"])
def test_a_spoilt_field_is_refused(woman: Surface, places: Places, spoil: str) -> None:
    field = patch(places, "thigh 0.5 lateral", 3.0)
    if spoil == "far":
        field = Field(field.cells + np.int32(10**6), field.values)
    elif spoil == "nan":
        field = Field(field.cells, np.where(field.values > 0, np.nan, field.values).astype(np.float32))
    cells, values = pack_field(field)
    cells = "no base64!" if spoil == "cells" else cells
    values = {"values": "no base64!", "short": values[:-8]}.get(spoil, values)
    with pytest.raises(ValueError, match=r"\w"):
        unpack_field(cells, values, len(woman.cells))
