"""The shipped figures are people: right size, right proportions, exactly symmetric, and drawn without a gap.

Reads the files as they lie there, so that nothing the application computes can hide what is wrong with them.
"""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from bodymap.paths import asset
from tests.body.shipped import EVERY_VIEW, FIGURES, VIEWS, arrays, cell_areas, contents, drawn, joints

# Segment heights as shares of stature: Drillis & Contini, Body Segment Parameters, 1966 (after Winter, Biomechanics).
SHARES = {"ankle": 0.039, "knee": 0.285, "hip": 0.530, "shoulder": 0.818, "elbow": 0.630, "wrist": 0.485}


@pytest.mark.parametrize("figure", FIGURES)
def test_the_skin_is_as_large_as_a_persons(figure: str) -> None:
    described = contents()["figures"][figure]
    height, weight = described["height_cm"], described["weight_kg"]
    du_bois = 0.007184 * weight**0.425 * height**0.725 * 1e4
    assert cell_areas(figure).sum() == pytest.approx(du_bois, rel=0.03)
    assert 20 <= weight / (height / 100) ** 2 <= 25
    assert np.ptp(arrays(figure)["vertices"][:, 1]) == pytest.approx(height, abs=0.2)


@pytest.mark.parametrize("figure", FIGURES)
def test_the_proportions_are_a_persons(figure: str) -> None:
    at, height = joints(figure), contents()["figures"][figure]["height_cm"]
    found = {name: at[f"{name}.R"][1] for name in ("ankle", "knee", "hip", "shoulder")}
    found["elbow"] = found["shoulder"] - np.linalg.norm(at["elbow.R"] - at["shoulder.R"])
    found["wrist"] = found["elbow"] - np.linalg.norm(at["wrist.R"] - at["elbow.R"])
    for name, share in SHARES.items():
        assert found[name] / height == pytest.approx(share, abs=0.03), name


def test_the_mirror_of_the_mirror_is_the_identity() -> None:
    topology = arrays("topology")
    for name in ("mirror_cell", "mirror_vertex"):
        mirror = topology[name]
        assert np.array_equal(mirror[mirror], np.arange(len(mirror)))
    assert np.array_equal(topology["side"][topology["mirror_cell"]], -topology["side"])
    assert np.array_equal(topology["segment"][topology["mirror_cell"]], topology["segment"])
    corners = np.sort(topology["mirror_vertex"][topology["cells"]], axis=1)
    assert np.array_equal(corners, np.sort(topology["cells"][topology["mirror_cell"]], axis=1))


@pytest.mark.parametrize("figure", FIGURES)
def test_left_and_right_are_alike(figure: str) -> None:
    topology, vertices, area = arrays("topology"), arrays(figure)["vertices"], cell_areas(figure)
    assert area[topology["side"] > 0].sum() == pytest.approx(area[topology["side"] < 0].sum(), rel=1e-3)
    assert np.allclose(vertices[topology["mirror_vertex"]] * [-1, 1, 1], vertices, atol=1e-4)
    at = joints(figure)
    for name in at:
        if name.endswith(".L"):
            assert np.allclose(at[name] * [-1, 1, 1], at[name[:-1] + "R"], atol=1e-3), name


@pytest.mark.parametrize("figure", FIGURES)
def test_the_left_is_at_plus_x_and_the_front_at_plus_z(figure: str) -> None:
    topology, vertices, at = arrays("topology"), arrays(figure)["vertices"], joints(figure)
    middle = vertices[topology["cells"]].mean(axis=1)
    assert (np.sign(middle[:, 0]) == topology["side"])[topology["side"] != 0].all()
    assert at["hip.L"][0] > 5 > -5 > at["hip.R"][0]
    assert at["toe1_tip.L"][2] > at["ankle.L"][2] + 10
    assert vertices[:, 1].min() == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize("figure", FIGURES)
def test_palms_face_forward(figure: str) -> None:
    at = joints(figure)
    palm = np.cross(at["finger5_base.L"] - at["wrist.L"], at["finger2_base.L"] - at["wrist.L"])
    assert palm[2] / np.linalg.norm(palm) > 0.85
    upper, lower = at["elbow.L"] - at["shoulder.L"], at["wrist.L"] - at["elbow.L"]
    assert np.degrees(np.arccos(upper @ lower / np.linalg.norm(upper) / np.linalg.norm(lower))) < 8


@pytest.mark.parametrize("figure", FIGURES)
def test_normals_are_unit_and_point_outward(figure: str) -> None:
    stored, topology = arrays(figure), arrays("topology")
    assert np.allclose(np.linalg.norm(stored["normals"], axis=1), 1, atol=1e-3)
    corners = stored["vertices"][topology["cells"]]
    facing = np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1])
    agree = (facing * stored["normals"][topology["cells"]].mean(axis=1)).sum(axis=1) > 0
    assert agree.mean() > 0.995
    volume = (corners[:, 0] * facing).sum() / 6
    assert volume > 40_000


def test_every_segment_is_one_piece_on_each_side() -> None:
    topology, names = arrays("topology"), contents()["segments"]
    for segment, name in enumerate(names):
        for side in (-1, 1):
            chosen = np.flatnonzero((topology["segment"] == segment) & (topology["side"] == side))
            assert len(chosen) > 20, name
            assert pieces(topology["cells"][chosen]) == 1, name


def pieces(cells: np.ndarray) -> int:
    parent = {int(vertex): int(vertex) for vertex in np.unique(cells)}

    def root(vertex: int) -> int:
        while parent[vertex] != vertex:
            parent[vertex] = parent[parent[vertex]]
            vertex = parent[vertex]
        return vertex

    for quad in cells.tolist():
        for corner in quad[1:]:
            parent[root(corner)] = root(quad[0])
    return len({root(vertex) for vertex in parent})


@pytest.mark.parametrize(
    ("segment", "near", "far"), [("thigh", "hip", "knee"), ("leg", "knee", "ankle"), ("forearm", "elbow", "wrist")]
)
@pytest.mark.parametrize("figure", FIGURES)
def test_segments_lie_along_their_bones(figure: str, segment: str, near: str, far: str) -> None:
    topology, at = arrays("topology"), joints(figure)
    chosen = (topology["segment"] == contents()["segments"].index(segment)) & (topology["side"] == 1)
    middle = arrays(figure)["vertices"][topology["cells"][chosen]].mean(axis=1)
    axis = at[f"{far}.L"] - at[f"{near}.L"]
    along = (middle - at[f"{near}.L"]) @ axis / (axis @ axis)
    assert along.min() == pytest.approx(0, abs=0.25)
    assert along.max() == pytest.approx(1, abs=0.15)


def test_figures_share_one_topology() -> None:
    count = arrays("topology")["cells"].max() + 1
    for figure in FIGURES:
        assert len(arrays(figure)["vertices"]) == count
        for view in VIEWS:
            stored = arrays(f"{figure}_{view}")
            assert len(stored["xy"]) == len(stored["depth"]) == count


@pytest.mark.parametrize(("figure", "view"), EVERY_VIEW)
def test_visible_parts_tile_the_outline(figure: str, view: str) -> None:
    picture = drawn(figure, view)
    assert np.all(np.diff(picture.cells) > 0)
    assert shapely.is_valid(picture.parts).all()
    assert shapely.area(picture.parts).sum() == pytest.approx(picture.outline.area, abs=1e-3)
    left, bottom, right, top = picture.outline.bounds
    rng = np.random.default_rng(7)
    points = shapely.points(rng.uniform(left, right, 12_000), rng.uniform(bottom, top, 12_000))
    points = points[shapely.contains(picture.outline, points)]
    assert len(points) > 1500
    hit, _ = shapely.STRtree(picture.parts).query(points, predicate="intersects")
    assert np.array_equal(np.unique(hit), np.arange(len(points)))
    assert len(hit) - len(points) < 3


@pytest.mark.parametrize(("figure", "view"), EVERY_VIEW)
def test_the_outline_has_no_pinholes(figure: str, view: str) -> None:
    picture = drawn(figure, view)
    pieces = shapely.get_parts(picture.outline)
    assert len(pieces) == (2 if view == "soles" else 1)
    holes = [shapely.Polygon(ring).area for piece in pieces for ring in piece.interiors]
    assert all(hole > 0.1 for hole in holes)


@pytest.mark.parametrize(("figure", "view"), EVERY_VIEW)
def test_a_view_fills_its_box(figure: str, view: str) -> None:
    described = contents()["figures"][figure]["views"][view]
    left, top, right, bottom = drawn(figure, view).outline.bounds
    assert (left, top) == pytest.approx((0, 0), abs=0.02)
    assert (right, bottom) == pytest.approx((described["width_cm"], described["height_cm"]), abs=0.02)


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize(("view", "side"), [("left", 1), ("right", -1)])
def test_side_views_show_their_own_side_only(figure: str, view: str, side: int) -> None:
    cells = drawn(figure, view).cells
    assert set(arrays("topology")["side"][cells].tolist()) == {side}
    names = contents()["segments"]
    shown = {names[segment] for segment in np.unique(arrays("topology")["segment"][cells])}
    assert {"thigh", "leg", "trunk", "upper_arm", "forearm", "hand", "head"} <= shown


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("view", ["front", "back", "soles"])
def test_the_right_is_where_the_file_says(figure: str, view: str) -> None:
    picture = drawn(figure, view)
    side = arrays("topology")["side"][picture.cells]
    across = shapely.get_coordinates(shapely.centroid(picture.parts))[:, 0]
    right_is_left = across[side < 0].mean() < across[side > 0].mean()
    assert contents()["right_at"][view] == ("left" if right_is_left else "right")


def test_flank_and_hip_are_free_in_the_side_views() -> None:
    names, segment = contents()["segments"], arrays("topology")["segment"]
    limbs = [names.index(name) for name in ("upper_arm", "forearm", "hand")]
    for figure in FIGURES:
        picture, at = drawn(figure, "right"), joints(figure)
        height = contents()["figures"][figure]["height_cm"]
        low = shapely.bounds(picture.parts[np.isin(segment[picture.cells], limbs)])
        trunk = np.isin(segment[picture.cells], [names.index("trunk")])
        behind = shapely.bounds(picture.parts[trunk])
        between = (behind[:, 1] > height - at["spine3"][1]) & (behind[:, 3] < height - at["hip.R"][1])
        widest = behind[between]
        assert np.ptp(np.r_[widest[:, 0], widest[:, 2]]) > 12
        assert not ((low[:, 3] > height - at["pelvis"][1]) & (low[:, 0] < widest[:, 2].max())).any()


@pytest.mark.parametrize("figure", FIGURES)
def test_nearly_all_skin_shows_on_some_view(figure: str) -> None:
    """What no view shows: the gluteal cleft, the armpit's depth, between the toes, the nostrils, behind the ears."""
    area, names, segment = cell_areas(figure), contents()["segments"], arrays("topology")["segment"]
    share = np.zeros(len(area))
    for view in VIEWS:
        picture = drawn(figure, view)
        share[picture.cells] = np.maximum(share[picture.cells], shapely.area(picture.parts) / area[picture.cells])
    hidden = share < 0.02
    assert area[hidden].sum() < 0.005 * area.sum()
    for name in ("neck", "forearm", "hand", "thigh", "leg"):
        assert not hidden[segment == names.index(name)].any(), name


@pytest.mark.parametrize(("figure", "view"), EVERY_VIEW)
def test_contours_lie_inside_the_outline(figure: str, view: str) -> None:
    stored = arrays(f"{figure}_{view}")
    offsets = stored["contour_offsets"]
    assert offsets[0] == 0
    assert offsets[-1] == len(stored["contour_coords"])
    assert (np.diff(offsets) >= 2).all()
    points = shapely.points(stored["contour_coords"].astype(float))
    assert shapely.distance(drawn(figure, view).outline, points).max(initial=0) < 0.05


@pytest.mark.parametrize(("figure", "view"), EVERY_VIEW)
@pytest.mark.parametrize("level", ["low", "high"])
def test_the_shading_covers_the_outline(figure: str, view: str, level: str) -> None:
    image = pytest.importorskip("PIL.Image")
    ending = {"low": "pgm", "high": "webp"}[level]
    with image.open(asset(f"body/{figure}_{view}_{level}.{ending}")) as opened:
        grey = np.asarray(opened.convert("L"))
    shade, described = contents()["shade"], contents()["figures"][figure]["views"][view]
    per_cm, pad = shade["px_per_cm"][level], shade["pad_cm"]
    assert abs(grey.shape[1] - (described["width_cm"] + 2 * pad) * per_cm) <= 1.01
    assert abs(grey.shape[0] - (described["height_cm"] + 2 * pad) * per_cm) <= 1.01
    middle = shapely.get_coordinates(shapely.point_on_surface(drawn(figure, view).parts))
    across, down = ((middle + pad) * per_cm).astype(int).T
    inside = grey[down, across]
    assert inside.min() > 0
    assert 140 < np.median(inside) < 240
    assert inside.std() > 12
