"""Brush strokes over the skin: how zones, regions and marks get their shape.

A stroke runs from place to place with a radius that changes along the way. Its field is the radius minus the distance
along the skin to the nearest point of the stroke, limited to the part of the skin that the stroke runs over.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, islice, pairwise
from typing import cast

import numpy as np
from numpy.typing import NDArray

from bodymap.body.axes import MIDLINE, walk
from bodymap.body.field import EMPTY, Field, arc, connected
from bodymap.body.surface import Floats, Ints, Surface, SurfacePoint

Brush = Sequence[tuple[SurfacePoint, float]]

SPACING_CM = 0.5
FRINGE_CM = 2.0
"""Outside a brush by more than this, the straight distance is near enough to the one along the skin."""
NEARBY_CM = 8.0
"""How far round its targets a search for the nearest skin looks first."""
NEAREST_CELLS = 12
"""Cells whose middles are nearest, taking their size into account, that are searched for the nearest point."""


def stroke_field(surface: Surface, brush: Brush, known: NDArray[np.bool_] | None = None) -> Field:
    """The field of one stroke. ``brush`` holds its points in order, each with a radius in cm; one point is a patch.

    ``known`` (C,) cells lie inside a shape that the stroke is added to, so the field need not tell of them.
    """
    if not brush:
        return EMPTY
    spots, radii, cells = _samples(surface, brush)
    normals = _normals_at(surface, cells)
    near = _cells_near(surface, spots, radii)
    near = connected(surface, near, cells)
    if known is None:
        known = np.zeros(len(near), np.bool_)
    touched = np.flatnonzero(near & ~known).astype(np.int32)
    positions, outward = surface.lattice(touched)
    values = _depth(positions.reshape(-1, 3), outward.reshape(-1, 3), spots, normals, radii).reshape(
        positions.shape[:3]
    )
    inside = near & known
    inside[touched[(values > 0).any(axis=(1, 2))]] = True
    inside[cells] = True
    kept = connected(surface, inside, cells)[touched]
    return Field(touched[kept], values[kept].astype(np.float32))


def trace(surface: Surface, points: Sequence[SurfacePoint], spacing: float = SPACING_CM) -> list[SurfacePoint]:
    """The points of a path over the skin, about ``spacing`` cm apart, through all of ``points`` in order.

    A path on the thigh stays on the thigh: the segments of its ends and those between limit where it may run.
    """
    pieces = [(_way(surface, (start.cell, end.cell)), start, end) for start, end in pairwise(points)]
    traced = [points[0]]
    for way, group in groupby(pieces, key=lambda piece: piece[0]):
        ends = [(end, _between(start, end, spacing)) for _, start, end in group]
        targets = np.concatenate([between for _, between in ends])
        found = iter(nearest_points(surface, targets, allowed=_cells_of(surface, *way)) if len(targets) else ())
        for end, between in ends:
            traced.extend(islice(found, len(between)))
            traced.append(end)
    return traced


def _between(start: SurfacePoint, end: SurfacePoint, spacing: float) -> Floats:
    """(n, 3) even steps on the straight line between two points, without its ends."""
    a, b = np.array(start.position), np.array(end.position)
    steps = max(1, int(np.ceil(np.linalg.norm(b - a) / spacing)))
    return cast(Floats, a + (b - a) * (np.arange(1, steps) / steps)[:, None])


def path_length(points: Sequence[SurfacePoint]) -> float:
    """Length in cm of a traced path."""
    positions = np.array([point.position for point in points])
    return float(np.linalg.norm(np.diff(positions, axis=0), axis=1).sum())


def nearest_points(surface: Surface, targets: Floats, allowed: Ints | None = None) -> list[SurfacePoint]:
    """The points of the skin nearest to each of ``targets`` (n, 3); of ``allowed`` cells only, if given."""
    if allowed is None:
        allowed = np.arange(len(surface.cells), dtype=np.int32)
    boxed = allowed[_in_box(surface.centres[allowed], targets, NEARBY_CM)]
    if len(boxed) >= NEAREST_CELLS:
        points, distance = _nearest_among(surface, targets, boxed)
        if distance < NEARBY_CM / 2:
            return points
    return _nearest_among(surface, targets, allowed)[0]


def _way(surface: Surface, cells: tuple[int, ...]) -> tuple[tuple[str, ...], int]:
    """The segments that a path between these cells may cross, and the side it keeps to: 0 for none."""
    segments = walk(surface.segment_name(cells[0]), surface.segment_name(cells[-1]))
    sides = {int(surface.side[cell]) for cell in cells}
    return segments, sides.pop() if len(sides) == 1 and segments[0] not in MIDLINE else 0


@lru_cache(maxsize=256)
def _cells_of(surface: Surface, segments: tuple[str, ...], side: int) -> Ints:
    """The cells of these segments, on one side (+1, -1) or both (0)."""
    mask = surface.segment_mask(*segments)
    if side:
        mask &= surface.side == side
    return np.flatnonzero(mask).astype(np.int32)


def _nearest_among(surface: Surface, targets: Floats, allowed: Ints) -> tuple[list[SurfacePoint], float]:
    """The nearest points of these cells, and how far the farthest of them is from its target."""
    gaps = np.linalg.norm(surface.centres[allowed] - targets[:, None], axis=2) - surface.size[allowed]
    count = min(NEAREST_CELLS, len(allowed))
    close = allowed[np.sort(np.argpartition(gaps, count - 1, axis=1)[:, :count], axis=1)]
    corners = surface.vertices[surface.triangles.reshape(-1, 2, 3)[close]].reshape(-1, 3, 3)
    weights = _closest_in_triangles(corners, np.repeat(targets, 2 * count, axis=0))
    points = np.einsum("tk,tkd->td", weights, corners).reshape(len(targets), 2 * count, 3)
    distances = np.linalg.norm(points - targets[:, None], axis=2)
    best = np.argmin(distances, axis=1)
    found = [
        on_triangle(surface, int(close[i, half // 2]), int(half % 2), weights[i * 2 * count + half])
        for i, half in enumerate(best)
    ]
    return found, float(distances.min(axis=1).max())


def _in_box(points: Floats, targets: Floats, margin: float) -> NDArray[np.bool_]:
    low, high = targets.min(axis=0) - margin, targets.max(axis=0) + margin
    return ((points >= low) & (points <= high)).all(axis=1)


def on_triangle(surface: Surface, cell: int, half: int, weights: Floats) -> SurfacePoint:
    """The point with these barycentric ``weights`` (3,) on the first (0) or second (1) triangle of a cell."""
    if half == 0:
        uv = (float(weights[1] + weights[2]), float(weights[2]))
    else:
        uv = (float(weights[1]), float(weights[1] + weights[2]))
    return surface.point(cell, uv)


def _closest_in_triangles(corners: Floats, target: Floats) -> Floats:
    """(t, 3) barycentric weights of the point of each triangle (t, 3, 3) that is nearest to its ``target`` (t, 3)."""
    a, ab, ac = corners[:, 0], corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    ap = target - a
    d00, d01, d11 = (np.einsum("td,td->t", x, y) for x, y in ((ab, ab), (ab, ac), (ac, ac)))
    d20, d21 = np.einsum("td,td->t", ap, ab), np.einsum("td,td->t", ap, ac)
    scale = np.maximum(d00 * d11 - d01 * d01, 1e-12)
    v, w = (d11 * d20 - d01 * d21) / scale, (d00 * d21 - d01 * d20) / scale
    inside = np.stack([1 - v - w, v, w], axis=1)
    best = inside.copy()
    outside = np.flatnonzero((inside < 0).any(axis=1))
    distance = np.full(len(corners), np.inf)
    for i, j in ((0, 1), (1, 2), (2, 0)):
        start, along = corners[outside, i], corners[outside, j] - corners[outside, i]
        length = np.maximum(np.einsum("td,td->t", along, along), 1e-12)
        t = np.clip(np.einsum("td,td->t", target[outside] - start, along) / length, 0.0, 1.0)
        gap = np.linalg.norm(start + along * t[:, None] - target[outside], axis=1)
        closer = gap < distance[outside]
        rows = outside[closer]
        distance[rows] = gap[closer]
        best[rows] = 0.0
        best[rows, i], best[rows, j] = 1 - t[closer], t[closer]
    return best


def _samples(surface: Surface, brush: Brush) -> tuple[Floats, Floats, Ints]:
    """Positions (s, 3), radii (s,) and cells (s,) of closely spaced points along the brush."""
    points, radii = [brush[0][0]], [brush[0][1]]
    for (start, r0), (end, r1) in pairwise(brush):
        steps = trace(surface, [start, end], max(SPACING_CM, min(r0, r1) / 4))
        points.extend(steps[1:])
        radii.extend(r0 + (r1 - r0) * (i / (len(steps) - 1)) for i in range(1, len(steps)))
    positions = np.array([point.position for point in points])
    return positions, np.array(radii), np.array([point.cell for point in points], np.int32)


def _normals_at(surface: Surface, cells: Ints) -> Floats:
    normals = surface.normals[surface.cells[cells]].mean(axis=1)
    return normals / np.linalg.norm(normals, axis=1, keepdims=True)


def _cells_near(surface: Surface, spots: Floats, radii: Floats) -> NDArray[np.bool_]:
    """(C,) cells that may have a part within reach: none that does is left out."""
    margin = radii.max()
    low, high = spots.min(axis=0) - margin, spots.max(axis=0) + margin
    size = surface.size[:, None]
    boxed = np.flatnonzero(((surface.centres + size >= low) & (surface.centres - size <= high)).all(axis=1))
    gaps = _distances(surface.centres[boxed], spots) - radii - surface.size[boxed, None]
    near = np.zeros(len(surface.cells), np.bool_)
    near[boxed[(gaps <= 0).any(axis=1)]] = True
    return near


def _depth(points: Floats, outward: Floats, spots: Floats, normals: Floats, radii: Floats) -> Floats:
    """(p,) radius minus distance along the skin to the nearest part of the brush, for each point."""
    chord = _distances(points, spots)
    depth = radii - chord
    row, column = np.nonzero(depth > -FRINGE_CM)
    cosine = np.einsum("pd,pd->p", outward[row], normals[column])
    depth[row, column] = radii[column] - arc(chord[row, column], cosine)
    return np.max(depth, axis=1)


def _distances(points: Floats, others: Floats) -> Floats:
    """(p, s) straight distances between points (p, 3) and others (s, 3)."""
    squared = (points**2).sum(axis=1)[:, None] + (others**2).sum(axis=1)[None] - 2 * points @ others.T
    return cast(Floats, np.sqrt(np.maximum(squared, 0.0)))
