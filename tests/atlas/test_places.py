"""The shipped landmarks and regions lie where anatomy puts them, on both figures and on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from bodymap.atlas.compile import region_field
from bodymap.atlas.load import Atlas, load_atlas
from bodymap.body.axes import axis
from bodymap.body.places import Places
from bodymap.body.surface import Side, Surface, SurfaceRegion, load_surface
from bodymap.paths import asset
from tests.atlas.anatomy import ABOVE, AREAS, FINGERS, FORWARD, HEIGHTS, HOLDS, OUTWARD, SEGMENTS, TOES

FIGURES = ("woman", "man")
SIDES: tuple[Side, ...] = ("right", "left")
MIRROR_CM = {"piriformis_mid": 1.5, "buttock_mid": 1.0}
"""Landmarks half-way along a path, which is followed in steps of half a centimetre."""
LOWER_HALF_GROUPS = ("lower_torso", "hip_thigh_knee", "leg_ankle_foot")


@dataclass(frozen=True)
class Body:
    """One figure with what the shipped atlas says of it."""

    surface: Surface
    places: Places
    regions: dict[tuple[str, Side], SurfaceRegion]

    def at(self, landmark: str, side: Side = "right") -> NDArray[np.float64]:
        """(3,) where a landmark lies, in cm."""
        return np.array(self.places.resolve(landmark, side).position)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load_atlas(asset("atlas"))


@pytest.fixture(scope="module", params=FIGURES)
def body(request: pytest.FixtureRequest, atlas: Atlas) -> Body:
    surface = load_surface(request.param)
    places = Places(surface, {each.id: each.place for each in atlas.landmarks.values()})
    regions = {
        (region.id, side): region_field(places, region, side).region(surface)
        for region in atlas.regions.values()
        for side in SIDES
    }
    return Body(surface, places, regions)


def _expected_segments() -> dict[str, set[str]]:
    return {name: set(allowed.split()) for allowed, names in SEGMENTS.items() for name in names.split()}


def test_every_landmark_has_an_expected_segment(atlas: Atlas) -> None:
    """Those of the main list; what authors of a body part add is held to its side and skin below."""
    assert set(_expected_segments()) <= set(atlas.landmarks)
    assert len(atlas.landmarks) >= 150


@pytest.mark.parametrize("side", SIDES)
def test_every_landmark_lies_on_its_own_side(atlas: Atlas, body: Body, side: Side) -> None:
    sign = 1.0 if side == "left" else -1.0
    across = {name: body.at(name, side)[0] * sign for name in atlas.landmarks}
    strayed = [name for name, x in across.items() if (abs(x) > 0.25 if atlas.landmarks[name].midline else x < -0.25)]
    assert strayed == []


@pytest.mark.parametrize("side", SIDES)
def test_landmarks_lie_on_their_segment_and_side(atlas: Atlas, body: Body, side: Side) -> None:
    sign = 1.0 if side == "left" else -1.0
    wrong = []
    for name, segments in _expected_segments().items():
        point = body.places.resolve(name, side)
        x = point.position[0] * sign
        if body.surface.segment_name(point.cell) not in segments:
            wrong.append(f"{name} lies on the {body.surface.segment_name(point.cell)}")
        if atlas.landmarks[name].midline and abs(x) > 0.25:
            wrong.append(f"{name} lies {x:.2f} cm off the midline")
        if not atlas.landmarks[name].midline and x < 1.0:
            wrong.append(f"{name} lies {x:.2f} cm out")
    assert not wrong


def test_landmarks_lie_on_the_skin(atlas: Atlas, body: Body) -> None:
    for name in atlas.landmarks:
        point = body.places.resolve(name)
        carried = body.surface.point(point.cell, point.uv)
        corners = body.surface.vertices[body.surface.cells[point.cell]]
        assert np.allclose(carried.position, point.position, atol=1e-6), name
        assert (corners.min(axis=0) - 1e-6 <= point.position).all(), name
        assert (point.position <= corners.max(axis=0) + 1e-6).all(), name


def test_left_is_the_mirror_of_right(atlas: Atlas, body: Body) -> None:
    """The cells are split into triangles alike on both sides, not mirrored, so a snapped point may differ a little."""
    for name in atlas.landmarks:
        off = float(np.linalg.norm(body.at(name, "left") * (-1, 1, 1) - body.at(name)))
        assert off < MIRROR_CM.get(name, 0.6), name


def test_heights_agree_with_measured_people(body: Body) -> None:
    shares = {name: body.at(name)[1] / body.surface.height_cm for name in HEIGHTS}
    assert {name: share for name, share in shares.items() if not HEIGHTS[name][0] <= share <= HEIGHTS[name][1]} == {}


@pytest.mark.parametrize("chain", ABOVE)
def test_each_is_above_the_next(body: Body, chain: str) -> None:
    names = chain.split()
    wrong = [f"{a} {b}" for a, b in pairwise(names) if body.at(a)[1] <= body.at(b)[1]]
    assert not wrong


@pytest.mark.parametrize("chain", OUTWARD)
def test_each_is_nearer_to_the_midline_than_the_next(body: Body, chain: str) -> None:
    names = chain.split()
    wrong = [f"{a} {b}" for a, b in pairwise(names) if body.at(a)[0] <= body.at(b)[0]]
    assert not wrong


@pytest.mark.parametrize("chain", FORWARD)
def test_each_is_behind_the_next(body: Body, chain: str) -> None:
    names = chain.split()
    wrong = [f"{a} {b}" for a, b in pairwise(names) if body.at(a)[2] >= body.at(b)[2]]
    assert not wrong


def test_the_trochanter_is_where_the_hip_is_widest_at_its_height(body: Body) -> None:
    surface, place = body.surface, body.at("greater_trochanter")
    hip = surface.segment_mask("trunk", "thigh") & (surface.side < 0)
    level = hip & (np.abs(surface.centres[:, 1] - place[1]) < 2.0)
    assert place[0] < surface.centres[level, 0].min() + 1.5
    assert abs(place[1] - surface.joints["hip.R"][1]) < 5.0


def test_the_crest_the_dimples_and_the_spine_share_their_levels(body: Body) -> None:
    assert abs(body.at("iliac_crest_top")[1] - body.at("l4")[1]) < 2.0
    assert abs(body.at("psis")[1] - body.at("s2")[1]) < 1.5
    assert 7.0 < 2 * -body.at("psis")[0] < 11.0
    assert 20.0 < 2 * -body.at("asis")[0] < 28.0
    assert abs(body.at("scapula_spine_root")[1] - body.at("t3")[1]) < 2.0
    assert abs(body.at("scapula_lower_angle")[1] - body.at("t8")[1]) < 2.5


def test_the_sole_is_underneath_and_the_back_of_the_foot_on_top(body: Body) -> None:
    for name in ("heel_plantar", "sole_arch", "sole_mid", "sole_outer", "great_toe_pad", "metatarsal_head_3_plantar"):
        assert body.surface.normal(body.places.resolve(name))[1] < -0.5, name
    for name in ("instep", "foot_dorsum_mid", "metatarsal_head_3"):
        assert body.surface.normal(body.places.resolve(name))[1] > 0.3, name


@pytest.mark.parametrize("side", SIDES)
def test_regions_lie_on_their_own_side(atlas: Atlas, body: Body, side: Side) -> None:
    other = body.surface.side == (1 if side == "right" else -1)
    stray = {}
    for region in atlas.regions.values():
        found = body.regions[region.id, side]
        share = float(found.weights[other] @ body.surface.area[other]) / found.area(body.surface)
        if share > 0.01:
            stray[region.id] = round(share, 3)
    assert stray == {}


def test_regions_are_as_large_on_the_left(atlas: Atlas, body: Body) -> None:
    for region in atlas.regions:
        right, left = (body.regions[region, side].area(body.surface) for side in SIDES)
        assert left == pytest.approx(right, rel=0.03), region


def test_regions_have_plausible_sizes(atlas: Atlas, body: Body) -> None:
    sizes = {region: body.regions[region, "right"].area(body.surface) for region in atlas.regions}
    limits = {region: AREAS.get(region, (5.0, 900.0)) for region in sizes}
    assert {name: size for name, size in sizes.items() if not limits[name][0] <= size <= limits[name][1]} == {}


@pytest.mark.parametrize("side", SIDES)
def test_regions_hold_their_landmarks(atlas: Atlas, body: Body, side: Side) -> None:
    missing = []
    for region, names in HOLDS.items():
        right, left = (body.regions[region, each] for each in SIDES)
        for name in names.split():
            region_there = (right | left) if atlas.landmarks[name].midline else body.regions[region, side]
            if region_there.weights[body.places.resolve(name, side).cell] <= 0.0:
                missing.append(f"{region} lacks {name}")
    assert not missing


def test_the_ball_of_the_foot_takes_in_all_five_heads(body: Body) -> None:
    ball = body.regions["metatarsal_head", "right"].weights
    for toe in range(1, 6):
        assert ball[body.places.resolve(f"metatarsal_head_{toe}_plantar").cell] > 0.9, toe


def test_the_groin_is_in_the_pelvic_region(body: Body) -> None:
    for name in ("pubic_tubercle", "groin_inner", "inguinal_mid"):
        assert body.regions["pelvic", "right"].weights[body.places.resolve(name).cell] > 0.5, name


def test_regions_do_not_reach_what_they_are_not(body: Body) -> None:
    for region, name in (
        ("lateral_thigh_hip", "thigh_inner_mid"),
        ("lateral_thigh_hip", "umbilicus"),
        ("posterior_thigh", "thigh_front_mid"),
        ("lateral_leg", "calf_mid"),
        ("anterior_leg", "calf_mid"),
        ("buttock", "umbilicus"),
        ("plantar_midfoot", "foot_dorsum_mid"),
        ("dorsal_forefoot", "sole_mid"),
        ("heel", "metatarsal_head_3_plantar"),
        ("pelvic", "greater_trochanter"),
        ("lumbar", "umbilicus"),
        ("medial_ankle", "lateral_malleolus"),
        ("cheek_jaw", "ear"),
        ("front_of_chest", "larynx"),
        ("lateral_thigh_hip", "perineum_front"),
    ):
        assert body.regions[region, "right"].weights[body.places.resolve(name).cell] == 0.0, (region, name)


def _covered(atlas: Atlas, body: Body, groups: tuple[str, ...], also: tuple[str, ...] = ()) -> NDArray[np.bool_]:
    """(C, 5, 5) which points of the skin lie in a region of these groups, or in one of ``also``."""
    covered = np.zeros((len(body.surface.cells), 5, 5), np.bool_)
    for region in atlas.regions.values():
        if region.group in groups or region.id in also:
            for side in SIDES:
                field = region_field(body.places, region, side)
                covered[field.cells] |= field.values > -1e-3
    return covered


def test_no_gap_in_the_lower_half(atlas: Atlas, body: Body) -> None:
    surface = body.surface
    covered = _covered(atlas, body, LOWER_HALF_GROUPS, ("abdominal",))
    t, _, _ = axis(surface, "trunk", "right").locate(surface.centres)
    lower = surface.segment_mask("thigh", "leg", "foot", *TOES) | (surface.segment_mask("trunk") & (t > 0.56))
    bare = np.flatnonzero(lower & ~covered.all(axis=(1, 2))).tolist()
    assert [(surface.segment_name(cell), surface.centres[cell].round(1).tolist()) for cell in bare] == []


def test_no_gap_anywhere(atlas: Atlas, body: Body) -> None:
    groups = tuple({region.group for region in atlas.regions.values()})
    bare = np.flatnonzero(~_covered(atlas, body, groups).all(axis=(1, 2))).tolist()
    where = [(body.surface.segment_name(cell), body.surface.centres[cell].round(1).tolist()) for cell in bare]
    assert where == []


def test_neighbouring_segments_do_not_lend_their_skin(body: Body) -> None:
    """A region of the leg never takes in a hand, and one of a thigh never the other thigh."""
    limbs = {
        "lateral_thigh_hip": ("trunk", "thigh"),
        "lateral_leg": ("leg",),
        "volar_finger": FINGERS,
        "heel": ("foot",),
    }
    for region, segments in limbs.items():
        touched = np.flatnonzero(body.regions[region, "right"].weights > 0)
        assert {body.surface.segment_name(int(cell)) for cell in touched} <= set(segments), region
        assert (body.surface.side[touched] < 0).mean() > 0.99, region
