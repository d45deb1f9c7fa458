from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas.compile import region_field
from bodymap.atlas.load import load_atlas
from bodymap.body.clip import clip_positive
from bodymap.body.named import strokes_field
from bodymap.body.places import Places
from bodymap.body.stroke import stroke_field
from bodymap.body.surface import LATTICE_WEIGHTS, Surface, SurfaceRegion, body_facts, load_surface
from bodymap.body.view import View, load_view
from bodymap.paths import asset

VIEWS = ("front", "back", "left", "right", "soles", "inner_right", "inner_left")
ALL = [(figure, view) for figure in ("woman", "man") for view in VIEWS]


@pytest.fixture(scope="module")
def views() -> dict[tuple[str, str], View]:
    surfaces = {name: load_surface(name) for name in ("woman", "man")}
    return {(figure, view): load_view(surfaces[figure], view) for figure, view in ALL}


@pytest.mark.parametrize("key", ALL)
def test_there_is_no_dead_pixel(views: dict[tuple[str, str], View], key: tuple[str, str]) -> None:
    """Every point inside an outline lifts to a cell: a grid of points, and the edge itself."""
    view = views[key]
    west, north, east, south = view.outline.bounds
    xs, ys = np.meshgrid(np.arange(west, east, 0.8), np.arange(north, south, 0.8))
    grid = shapely.points(xs.ravel(), ys.ravel())
    inside = grid[shapely.contains(view.outline, grid)]
    hits = shapely.STRtree(view.visible.every()).query(inside, predicate="intersects")[0]
    assert len(np.unique(hits)) == len(inside)
    for point in inside[:: max(1, len(inside) // 200)]:
        assert view.lift_point(point.x, point.y) is not None


@pytest.mark.parametrize("key", ALL)
def test_what_is_seen_is_seen_once(views: dict[tuple[str, str], View], key: tuple[str, str]) -> None:
    """The visible parts of the cells tile the outline: their areas add up to it."""
    view = views[key]
    assert view.visible.area.sum() == pytest.approx(view.outline.area, rel=2e-3)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ALL), st.floats(0, 1), st.floats(0, 1))
def test_a_lifted_point_is_seen_where_it_was_clicked(
    views: dict[tuple[str, str], View], key: tuple[str, str], across: float, down: float
) -> None:
    view = views[key]
    west, north, east, south = view.outline.bounds
    x, y = west + (east - west) * across, north + (south - north) * down
    point = view.lift_point(x, y)
    assert (point is not None) == view.outline.covers(shapely.Point(x, y)) or view.outline.distance(
        shapely.Point(x, y)
    ) < 1e-3
    if point is not None:
        seen = view.locate(point)
        assert seen is not None
        assert np.hypot(seen[0] - x, seen[1] - y) < 0.6, "off by more than the roundness of a cell"


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(ALL), st.floats(0, 1), st.floats(0, 1), st.floats(0.5, 4))
def test_projecting_what_was_lifted_covers_it(
    views: dict[tuple[str, str], View], key: tuple[str, str], across: float, down: float, radius: float
) -> None:
    """project(lift(x)) covers x to within a cell."""
    view = views[key]
    west, north, east, south = view.outline.bounds
    drawn = shapely.Point(west + (east - west) * across, north + (south - north) * down).buffer(radius)
    region = view.lift(drawn)
    touched = SurfaceRegion(np.where(region.weights > 0, np.float32(1), np.float32(0)))
    missed = shapely.intersection(drawn, view.outline).difference(view.project(touched).buffer(1e-3))
    assert missed.area < 1e-2


def test_what_is_drawn_on_the_side_shows_at_the_edge_of_the_front(views: dict[tuple[str, str], View]) -> None:
    side, front = views["woman", "right"], views["woman", "front"]
    surface = side.surface
    point = Places(surface, {}).resolve("thigh 0.5 lateral")
    shape = stroke_field(surface, [(point, 5.0)])
    on_side, on_front = side.project(shape), front.project(shape)
    assert on_side.area > 45
    assert 1 < on_front.area < on_side.area / 2
    assert on_front.centroid.x < front.size_cm[0] / 2, "the subject's right is on the left of the front view"
    assert views["woman", "left"].project(shape).area == 0


@pytest.mark.parametrize("figure", ["woman", "man"])
def test_the_inner_leg_is_seen_squarely_on_its_own_view_and_on_no_other(
    views: dict[tuple[str, str], View], figure: str
) -> None:
    """Where inner knee, inner thigh, inner ankle and arch hurt, the inner view shows far more than any other."""
    surface = views[figure, "front"].surface
    places = Places(surface, {})
    for place in ("thigh 0.5 medial", "thigh 0.97 medial", "leg 0.5 medial", "leg 0.98 medial", "foot 0.4 270"):
        shape = stroke_field(surface, [(places.resolve(place), 2.0)])
        seen = {view: views[figure, view].project(shape).area for view in VIEWS}
        assert seen.pop("inner_right") > 1.4 * max(seen.values()), (place, seen)
        assert seen["inner_left"] == 0


def test_a_view_of_one_side_reads_nothing_for_the_other_side(woman: Surface) -> None:
    """A mark on the right asks the views of the left in vain: that must cost nothing."""
    point = Places(woman, {}).resolve("leg 0.1 medial")
    shape = stroke_field(woman, [(point, 2.0)])
    for name, side in body_facts().only_side.items():
        view = load_view.__wrapped__(woman, name)
        found = view.project(shape).area > 0, view.locate(point) is not None
        assert ("_answering" in vars(view)) == (side == "right"), name
        assert found == ((True, True) if name == "inner_right" else (False, False)), name


def test_a_zone_in_the_middle_of_a_view_leaves_its_ring_open(views: dict[tuple[str, str], View]) -> None:
    """The arch of the man's foot lies wholly inside the soles: what surrounds it must not swallow it."""
    view = views["man", "soles"]
    arch = [("foot 0.34 222", 2.0), ("foot 0.5 216", 2.4), ("foot 0.66 212", 2.4), ("foot 0.8 208", 2.0)]
    shape = stroke_field(view.surface, Places(view.surface, {}).brush(arch))
    assert view.project(shape).area > 20


@pytest.mark.parametrize("key", [key for key in ALL if key[1] != "left"])
def test_every_region_is_drawn_where_its_cells_are_seen(
    views: dict[tuple[str, str], View], key: tuple[str, str]
) -> None:
    """The outline of a named region holds its whole cells and at most its touched ones."""
    view, atlas = views[key], load_atlas(asset("atlas"))
    places = Places(view.surface, {landmark.id: landmark.place for landmark in atlas.landmarks.values()})
    seen = np.zeros(len(view.surface.cells))
    seen[view.cell] = view.visible.area
    for region in atlas.regions.values():
        field = region_field(places, region)
        whole = seen[field.cells[(field.values > 0).all(axis=(1, 2))]].sum()
        touched = seen[field.cells[(field.values > 0).any(axis=(1, 2))]].sum()
        assert whole * 0.97 - 0.3 <= view.project(field).area <= touched * 1.02 + 0.3, region.id


def test_nothing_is_counted_twice(views: dict[tuple[str, str], View]) -> None:
    """A shape's projection never exceeds its area on the skin."""
    for key in ALL:
        view = views[key]
        shape = stroke_field(view.surface, [(Places(view.surface, {}).resolve("thigh 0.6 anterior"), 4.0)])
        assert view.project(shape).area <= shape.region(view.surface).area(view.surface) * 1.01


@pytest.mark.parametrize("key", ALL)
def test_patches_are_the_same_one_by_one_and_all_at_once(
    views: dict[tuple[str, str], View], key: tuple[str, str]
) -> None:
    patches = load_view(views[key].surface, key[1]).visible
    rows = np.array([5, len(patches) - 1, 0, 5])
    some, every = patches[rows], patches.every()
    assert shapely.equals_exact(some, every[rows]).all()
    assert np.allclose(shapely.area(every), patches.area, atol=1e-5)
    assert np.allclose(shapely.bounds(every), patches.bounds, atol=1e-5)


def test_every_view_of_every_figure_is_there() -> None:
    facts = body_facts()
    assert set(facts.figures) == {"woman", "man"}
    assert facts.views == VIEWS


def test_most_of_the_skin_is_seen_and_the_rest_is_named(woman: Surface) -> None:
    """What no view shows is what nobody could point at: armpits, between the fingers and toes, behind the ears."""
    seen = np.zeros(len(woman.cells), bool)
    for name in body_facts().views:
        seen[load_view(woman, name).cell] = True
    hidden = woman.area[~seen].sum()
    assert hidden < 0.04 * woman.area.sum()


@pytest.mark.parametrize("muscle", ["piriformis", "gluteus_maximus", "peroneus_longus", "gluteus_minimus"])
def test_zones_keep_their_true_edge_inside_cells(views: dict[tuple[str, str], View], muscle: str) -> None:
    """No staircase of whole cells: the outline's area is that of the field's positive part, seen piece by piece."""
    atlas = load_atlas(asset("atlas"))
    for key in ALL:
        view = views[key]
        places = Places(view.surface, {landmark.id: landmark.place for landmark in atlas.landmarks.values()})
        rows = np.full(len(view.surface.cells), -1)
        rows[view.cell] = np.arange(len(view.cell))
        for point in atlas.muscles[muscle].trigger_points:
            field = strokes_field(places, point.essential)
            seen = rows[field.cells] >= 0
            corners = view.xy[view.surface.cells[field.cells[seen]]]
            lattice = np.einsum("abk,nkd->nabd", LATTICE_WEIGHTS, corners)
            pieces, owner = clip_positive(lattice, field.values[seen])
            true = shapely.area(shapely.intersection(pieces, view.visible[rows[field.cells[seen]][owner]])).sum()
            assert view.project(field).area == pytest.approx(true, rel=0.03, abs=8.5), (key, point.id)
