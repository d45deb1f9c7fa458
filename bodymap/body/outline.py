"""The outline of the part of a view where a field is positive, without handing thousands of slivers to GEOS.

Every point of every lattice has a number that neighbouring cells share, and so has every crossing of the zero line
with a lattice edge. Each triangle gives the edges of its positive part in order; an edge that two parts run through in
opposite directions lies inside and is dropped; what remains is the outline.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from msgspec import Struct
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon
from shapely.geometry.polygon import orient

from bodymap.body.clip import clip_positive
from bodymap.body.overlay import robust
from bodymap.body.surface import LATTICE, Floats, Ints

Ids = NDArray[np.int64]
LAST = LATTICE - 1
BETWEEN = LAST - 1
"""Lattice points strictly inside an edge of a cell."""


class _Triangles(Struct, frozen=True, eq=False):
    """``ids`` (t, 3) of lattice points, their ``xy`` (t, 3, 2) and ``depth`` (t, 3) of the field."""

    ids: Ids
    xy: Floats
    depth: Floats


def outline_of(corners: Ints, lattice: Floats, values: NDArray[np.float32]) -> MultiPolygon:
    """The outline of the positive part of some cells, each wholly seen.

    ``corners`` (n, 4) vertex ids, ``lattice`` (n, 5, 5, 2) points of the view, ``values`` (n, 5, 5) of the field.
    """
    numbers = _numbers(corners)
    triangles = _triangles(numbers, lattice, _agreed(numbers, values.astype(np.float64)))
    ends, xy = _directed_edges(triangles)
    if not len(ends):
        return MultiPolygon()
    numbered = _ranks(ends)
    count = numbered.max() + 1
    there, back = numbered[:, 0] * count + numbered[:, 1], numbered[:, 1] * count + numbered[:, 0]
    known = np.sort(back)
    outer = known[np.minimum(np.searchsorted(known, there), len(known) - 1)] != there
    points = np.zeros((count, 2))
    points[numbered.ravel()] = xy.reshape(-1, 2)
    faces = _faces(points[numbered[outer]])
    if faces is None:  # slower, but a union minds no crossing
        parts = shapely.get_parts(robust(shapely.union_all, clip_positive(lattice, values)[0]))
        faces = [part for part in parts if part.geom_type == "Polygon"]
    return MultiPolygon(faces)


def _faces(edges: Floats) -> list[Polygon] | None:
    """The faces of directed edges (e, 2, 2) that lie on their right hand, for seen cells run clockwise.

    None when edges cross or end in nothing, which happens where cells fold over each other at the silhouette.
    """
    known = {(x0, y0, x1, y1) for (x0, y0), (x1, y1) in edges.tolist()}
    lines: Any = shapely.linestrings(edges)
    faces, *left_over = shapely.polygonize_full(lines)
    if not all(part.is_empty for part in left_over):
        return None

    def inside(face: Polygon) -> bool:
        (x0, y0), (x1, y1) = orient(face, -1.0).exterior.coords[:2]
        return (x0, y0, x1, y1) in known

    return [face for face in shapely.get_parts(faces) if inside(face)]


def _numbers(corners: Ints) -> Ids:
    """(n, 5, 5) a number for each lattice point, the same in every cell that shares the point."""
    n = len(corners)
    ids = np.zeros((n, LATTICE, LATTICE), np.int64)
    first = int(corners.max(initial=0)) + 1
    starts, ends = corners, np.roll(corners, -1, axis=1)
    pairs = np.sort(np.stack([starts, ends], axis=-1).reshape(-1, 2).astype(np.int64), axis=1)
    edge = _ranks(pairs[:, 0] * (int(pairs.max(initial=0)) + 1) + pairs[:, 1]).reshape(n, 4)
    steps = np.arange(1, LAST)
    along = np.where((starts < ends)[..., None], steps, LAST - steps) + (first - 1) + edge[..., None] * BETWEEN
    ids[:, 0, 0], ids[:, LAST, 0], ids[:, LAST, LAST], ids[:, 0, LAST] = corners.T
    ids[:, 1:LAST, 0] = along[:, 0]
    ids[:, LAST, 1:LAST] = along[:, 1]
    ids[:, LAST - steps, LAST] = along[:, 2]
    ids[:, 0, LAST - steps] = along[:, 3]
    inner = first + (int(edge.max(initial=0)) + 1) * BETWEEN
    ids[:, 1:LAST, 1:LAST] = inner + np.arange(n * BETWEEN**2).reshape(n, BETWEEN, BETWEEN)
    return ids


def _agreed(numbers: Ids, values: Floats) -> Floats:
    """One value for each lattice point: the least that its cells give it, for a field may end at the edge of a cell."""
    point = _ranks(numbers)
    least = np.full(point.max(initial=0) + 1, np.inf)
    np.minimum.at(least, point, values)
    return least[point]


def _ranks(values: Ids) -> Ids:
    """The place of each value among the different ones, in the shape of ``values``.

    As ``np.unique(values, return_inverse=True)``, which imports numpy's masked arrays when it is first used.
    """
    flat = values.ravel()
    order = np.argsort(flat, kind="stable")
    ordered = flat[order]
    ranks = np.empty(len(flat), np.int64)
    ranks[order] = np.cumsum(np.concatenate([[False], ordered[1:] != ordered[:-1]])) if len(flat) else 0
    return ranks.reshape(values.shape)


def _triangles(ids: Ids, lattice: Floats, values: Floats) -> _Triangles:
    """Both triangles of every sub-cell that is positive anywhere."""
    low, high = slice(None, -1), slice(1, None)
    quads = [(low, low), (high, low), (high, high), (low, high)]
    numbers = np.stack([ids[:, u, v] for u, v in quads], axis=-1).reshape(-1, 4)
    depth = np.stack([values[:, u, v] for u, v in quads], axis=-1).reshape(-1, 4)
    xy = np.stack([lattice[:, u, v] for u, v in quads], axis=-2).reshape(-1, 4, 2)
    some = (depth > 0).any(axis=1)
    halves = np.array([[0, 1, 2], [0, 2, 3]])
    return _Triangles(
        numbers[some][:, halves].reshape(-1, 3),
        xy[some][:, halves].reshape(-1, 3, 2),
        np.clip(depth[some][:, halves].reshape(-1, 3), -1e6, 1e6),
    )


def _directed_edges(triangles: _Triangles) -> tuple[Ids, Floats]:
    """(e, 2) numbers and (e, 2, 2) points of the edges round each triangle's positive part, in the triangle's sense."""
    inside = triangles.depth > 0
    count = inside.sum(axis=1)
    whole = count == 3
    rings = [(triangles.ids[whole], triangles.xy[whole])]
    for lone in (True, False):
        rows = np.flatnonzero(count == (1 if lone else 2))
        first = np.argmax(inside[rows] if lone else ~inside[rows], axis=1)
        order = (first[:, None] + np.arange(3)) % 3
        ids, xy, depth = (part[rows[:, None], order] for part in (triangles.ids, triangles.xy, triangles.depth))
        cuts = [(_crossing_id(ids, other), _crossing(xy, depth, other)) for other in (1, 2)]
        own = [(ids[:, i], xy[:, i]) for i in range(3)]
        ring = [own[0], cuts[0], cuts[1]] if lone else [cuts[0], own[1], own[2], cuts[1]]
        rings.append((np.stack([each[0] for each in ring], axis=1), np.stack([each[1] for each in ring], axis=1)))
    ends = [np.stack([ids, np.roll(ids, -1, axis=1)], axis=-1).reshape(-1, 2) for ids, _ in rings]
    points = [np.stack([xy, np.roll(xy, -1, axis=1)], axis=-2).reshape(-1, 2, 2) for _, xy in rings]
    return np.concatenate(ends), np.concatenate(points)


def _crossing_id(ids: Ids, other: int) -> Ids:
    """A negative number for the crossing on the edge from corner 0 to ``other``, the same from both of its sides."""
    low, high = np.minimum(ids[:, 0], ids[:, other]), np.maximum(ids[:, 0], ids[:, other])
    return -(low * (1 << 32) + high) - 1


def _crossing(xy: Floats, depth: Floats, other: int) -> Floats:
    """(t, 2) where the field passes zero between corner 0 and ``other``."""
    share = depth[:, 0] / (depth[:, 0] - depth[:, other])
    return xy[:, 0] + (xy[:, other] - xy[:, 0]) * share[:, None]
