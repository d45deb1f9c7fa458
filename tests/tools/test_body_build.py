"""The pieces of the body build on shapes small enough to know the answer."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

pytest.importorskip("scipy")

from tools.body_build.cells import edge_neighbours, mirror_quads
from tools.body_build.contours import contours
from tools.body_build.figure import fair, neighbours
from tools.body_build.light import openness
from tools.body_build.pose import axis_angle, rotation, turn
from tools.body_build.raster import directions, rasterise
from tools.body_build.seams import border_loops, lips, sewn
from tools.body_build.shade import light, tone, vertex_normals
from tools.body_build.source import other_side
from tools.body_build.subdivide import controls, subdivide
from tools.body_build.visible import see, triangles_of

CUBE = np.array([[x, y, z] for x in (-1.0, 1.0) for y in (-1.0, 1.0) for z in (-1.0, 1.0)])
CUBE_QUADS = np.array([[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]])


def sheet(columns: int, rows: int, size: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """A flat grid in the plane z = 0 that looks along +z; x right, y up."""
    x, y = np.meshgrid(np.arange(columns + 1) * size, np.arange(rows + 1) * size)
    points = np.stack([x.ravel(), y.ravel(), np.zeros(x.size)], axis=1)
    corner = (np.arange(rows)[:, None] * (columns + 1) + np.arange(columns)).ravel()
    return points, np.stack([corner, corner + 1, corner + columns + 2, corner + columns + 1], axis=1)


def seen_from_front(points: np.ndarray) -> np.ndarray:
    return points * [1, -1, 1]


def test_a_subdivided_cube_is_round_and_stays_symmetric() -> None:
    fine = subdivide(CUBE_QUADS, len(CUBE), 4)
    points = fine.matrix @ CUBE
    radius = np.linalg.norm(points, axis=1)
    assert len(fine.quads) == 6 * 4**4
    assert radius.min() > 0.8 * radius.max()
    assert np.allclose(np.sort(points[:, 0]), np.sort(-points[:, 0]))
    assert np.array_equal(np.bincount(fine.parent), np.full(6, 4**4))


def test_subdividing_keeps_a_flat_sheet_and_its_border() -> None:
    points, quads = sheet(3, 2)
    fine = subdivide(quads, len(points), 2)
    moved = fine.matrix @ points
    assert np.abs(moved[:, 2]).max() == 0
    assert moved[:, 0].max() == pytest.approx(3)
    rim = moved[fine.rim]
    on_line = (np.abs(rim - np.rint(rim)) < 0.2)[:, :, :2].any(axis=2)
    assert len(fine.rim) == 17 * 4
    assert on_line.all()


def test_controls_bring_the_skin_back_to_the_vertices() -> None:
    fine = subdivide(CUBE_QUADS, len(CUBE), 2)
    away = np.abs((fine.matrix @ CUBE)[:8] - CUBE).max()
    back = np.abs((fine.matrix @ controls(CUBE, fine, rounds=12))[:8] - CUBE).max()
    assert away > 0.3
    assert back < 0.02


def test_the_nearer_sheet_hides_the_farther_exactly() -> None:
    back, quads = sheet(4, 4)
    front = np.array([[1.3, 1.3, 1.0], [2.6, 1.3, 1.0], [2.6, 2.6, 1.0], [1.3, 2.6, 1.0]])
    points = seen_from_front(np.vstack([back, front]))
    cells = np.vstack([quads, [[25, 26, 27, 28]]])
    fine = subdivide(cells, len(points), 0)
    visible, _ = see(points, fine.quads, fine.parent, fine.rim)
    areas = dict(zip(visible.cells.tolist(), shapely.area(visible.parts), strict=True))
    assert visible.outline.area == pytest.approx(16, abs=1e-3)
    assert areas[16] == pytest.approx(1.3 * 1.3, abs=1e-3)
    assert areas[5] == pytest.approx(1 - 0.7 * 0.7, abs=1e-3)
    assert sum(areas.values()) == pytest.approx(16, abs=1e-3)


def test_what_looks_away_is_not_seen() -> None:
    fine = subdivide(CUBE_QUADS, len(CUBE), 0)
    visible, _ = see(seen_from_front(CUBE), fine.quads, fine.parent, fine.rim)
    assert visible.cells.tolist() == [5]


def test_the_mirror_of_quads_pairs_left_and_right() -> None:
    mirror = np.array([4, 5, 6, 7, 0, 1, 2, 3])
    assert mirror_quads(CUBE_QUADS, mirror).tolist() == [1, 0, 2, 3, 4, 5]
    assert (edge_neighbours(CUBE_QUADS).sum(axis=1) == 4).all()


def test_a_turn_bends_each_point_by_its_own_angle() -> None:
    points = np.array([[1.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 3.0]])
    bent = turn(points, np.zeros(3), np.array([0.0, 0.0, 2.0]), np.radians([0.0, 90.0, 45.0]))
    assert np.allclose(bent, [[1, 0, 0], [0, 1, 0], [0, 0, 3]])


@pytest.mark.parametrize("angle", [0.0, 0.3, 1.5, 3.0])
def test_axis_and_angle_come_back_from_a_rotation(angle: float) -> None:
    axis = np.array([0.6, 0.0, 0.8])
    found, turned = axis_angle(rotation(axis, angle))
    assert turned == pytest.approx(angle)
    assert angle == 0 or np.allclose(found, axis)


def test_the_raster_shows_the_nearer_triangle() -> None:
    points = np.array([[0, 0, 0], [8, 0, 0], [0, 8, 0], [0, 0, 1], [4, 0, 1], [0, 4, 1]], float)
    hits = rasterise(points, np.array([[0, 2, 1], [3, 5, 4]]), 10, 10)
    assert hits.triangle[1, 1] == 1
    assert hits.triangle[1, 5] == 0
    assert hits.triangle[9, 9] == -1
    assert hits.depth[1, 1] == pytest.approx(1)
    assert np.allclose(hits.weights[1, 5].sum(), 1)


def test_directions_are_even_and_orthonormal() -> None:
    frames = [np.stack(frame) for frame in directions(60)]
    assert all(np.allclose(frame @ frame.T, np.eye(3)) for frame in frames)
    assert np.abs(np.mean([frame[2] for frame in frames], axis=0)).max() < 0.03


def test_a_slit_is_sewn_shut() -> None:
    points, quads = sheet(6, 3)
    quads = np.delete(quads, [7, 8, 9, 10], axis=0)
    points[8], points[12] = [0.8, 1.5, 0], [5.2, 1.5, 0]
    slit = min(border_loops(quads), key=len)
    upper, lower = lips(points, slit)
    assert (len(slit), len(upper), len(lower)) == (10, 7, 5)
    assert points[upper, 1].mean() > points[lower, 1].mean()
    assert points[upper[0], 0] < points[upper[-1], 0]
    shut = sewn(points, quads)
    assert np.ptp(points[[9, 10, 11, 16, 17, 18], 1]) == 1
    assert np.allclose(shut[[9, 16], 1], shut[9, 1])
    assert np.allclose(shut[[10, 17], 1], 1.5)
    assert np.array_equal(shut[:, 0], points[:, 0])


def test_a_bump_is_faired_away_and_the_rest_stays() -> None:
    points, quads = sheet(10, 10)
    points[:, 2] = 0.02 * ((points[:, 0] - 5) ** 2 + (points[:, 1] - 5) ** 2)
    wanted = points.copy()
    distance = np.hypot(points[:, 0] - 5, points[:, 1] - 5)
    points[distance < 0.5, 2] += 1.0
    faired = fair(points, distance < 1.5, (distance >= 1.5) & (distance < 4))
    assert np.abs(faired - wanted)[:, 2].max() < 0.1
    assert np.array_equal(faired[distance >= 1.5], points[distance >= 1.5])
    spread = neighbours(quads, len(points))
    assert np.allclose(np.asarray(spread.sum(axis=1)), 1)


def test_a_corner_is_darker_than_open_ground() -> None:
    ground, quads = sheet(20, 20)
    wall = ground[:, [0, 2, 1]] + [0, 20, 0]
    points = np.vstack([ground, wall])
    both = np.vstack([quads, quads + len(ground)])
    open_sky = openness(points, vertex_normals(points, both), both)
    middle = open_sky[: len(ground)].reshape(21, 21)
    assert middle[3, 10] > 0.85
    assert middle[19, 10] < 0.7


def test_light_falls_from_above_and_shadow_darkens() -> None:
    up, down = np.array([[0.0, -0.7, 0.7]]), np.array([[0.0, 0.7, 0.7]])
    full = np.ones(1)
    assert light(up, full) > light(down, full) > light(down, full * 0.3)
    assert 1 <= tone(np.zeros(1))[0] < tone(light(up, full))[0] <= 255


def test_an_arm_in_front_of_a_body_gets_contours() -> None:
    turns = np.linspace(0, 2 * np.pi, 25)[:-1]
    heights = np.linspace(-6, 6, 13)
    around, up = np.meshgrid(turns, heights)
    tube = np.stack([np.cos(around), up, 5 + np.sin(around)], axis=-1).reshape(-1, 3)
    step = (np.arange(12)[:, None] * 24 + np.arange(24)).ravel()
    after = (np.arange(12)[:, None] * 24 + (np.arange(24) + 1) % 24).ravel()
    tube_quads = np.stack([after, step, step + 24, after + 24], axis=1)
    wall, wall_quads = sheet(10, 10, 2.0)
    points = np.vstack([tube, wall - [10, 10, 0]])
    quads = np.vstack([tube_quads, wall_quads + len(tube)])
    fine = subdivide(quads, len(points), 1)
    skin = fine.matrix @ points
    view = seen_from_front(skin)
    _, sight = see(view, fine.quads, fine.parent, fine.rim)
    normals = vertex_normals(skin, fine.quads) * [1, -1, 1]
    lines = contours(view, triangles_of(fine.quads), normals, np.full(len(view), 0.5), sight)
    assert not contours(view, triangles_of(fine.quads), normals, np.full(len(view), 6.0), sight)
    assert len(lines) == 2
    assert sorted(round(float(line[:, 0].mean())) for line in lines) == [-1, 1]
    assert all(np.ptp(line[:, 1]) > 11 for line in lines)


def test_names_have_another_side() -> None:
    assert [other_side(name) for name in ("wrist.L", "toe1-1.R", "neck01")] == ["wrist.R", "toe1-1.L", "neck01"]
