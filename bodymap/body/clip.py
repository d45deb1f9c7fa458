"""Triangles of a view: their area and places in them, and lattices of field values cut along their zero line."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from bodymap.body.surface import Floats


def clip_positive(lattice: Floats, values: NDArray[np.float32]) -> tuple[NDArray[Any], NDArray[np.intp]]:
    """The parts of each sub-cell where the field is positive, as one polygon per triangle.

    ``lattice`` (n, k, k, 2) points, ``values`` (n, k, k). Returns polygons (m,) and the row (m,) that each came from.
    """
    rings, owners, _ = rings_positive(lattice, values)
    polygons = np.concatenate([shapely.polygons(ring) for ring in rings if len(ring)] or [np.zeros(0, object)])
    origins = np.concatenate(
        [part for ring, part in zip(rings, owners, strict=True) if len(ring)] or [np.zeros(0, np.intp)]
    )
    kept = shapely.area(polygons) > 1e-9
    return polygons[kept], origins[kept]


def rings_positive(
    lattice: Floats, values: NDArray[np.floating[Any]]
) -> tuple[list[Floats], list[NDArray[np.intp]], list[Floats]]:
    """The same as bare rings (m, 3 or 4, 2), with the rows they came from and where the zero line cuts (e, 2, 2)."""
    corners, depth, owner = _triangles(lattice, values.astype(np.float64))
    inside = depth > 0
    count = inside.sum(axis=1)
    whole = count == 3
    rings, owners, cuts = [corners[whole]], [owner[whole]], []
    for number in (1, 2):
        rows = np.flatnonzero(count == number)
        turned, levels = _alone_first(corners[rows], depth[rows], inside[rows], number == 1)
        cut = [_crossing(turned[:, 0], turned[:, other], levels[:, 0], levels[:, other]) for other in (1, 2)]
        pieces = [turned[:, 0], *cut] if number == 1 else [cut[0], turned[:, 1], turned[:, 2], cut[1]]
        rings.append(np.stack(pieces, axis=1))
        owners.append(owner[rows])
        cuts.append(np.stack(cut, axis=1))
    return rings, owners, cuts


def _triangles(lattice: Floats, values: Floats) -> tuple[Floats, Floats, NDArray[np.intp]]:
    """(t, 3, d) corners, (t, 3) values and (t,) rows of the two triangles of every sub-cell."""
    a, b = (slice(None), slice(None, -1)), (slice(None), slice(1, None))

    def quad(grid: Floats) -> list[Floats]:
        return [grid[:, i, :][:, :, j] for i, j in ((a[1], a[1]), (b[1], a[1]), (b[1], b[1]), (a[1], b[1]))]

    points, levels = quad(lattice), quad(values)
    corners = np.stack([np.stack([points[i] for i in half], axis=-2) for half in ((0, 1, 2), (0, 2, 3))], axis=3)
    depth = np.stack([np.stack([levels[i] for i in half], axis=-1) for half in ((0, 1, 2), (0, 2, 3))], axis=3)
    owner = np.broadcast_to(np.arange(len(lattice))[:, None, None, None], depth.shape[:4])
    return corners.reshape(-1, 3, lattice.shape[-1]), depth.reshape(-1, 3), owner.reshape(-1)


def _alone_first(corners: Floats, depth: Floats, inside: NDArray[np.bool_], lone: bool) -> tuple[Floats, Floats]:
    """Turn each triangle so that its one inside (``lone``) or one outside corner comes first."""
    first = np.argmax(inside if lone else ~inside, axis=1)
    order = (first[:, None] + np.arange(3)) % 3
    rows = np.arange(len(corners))[:, None]
    return corners[rows, order], depth[rows, order]


def _crossing(a: Floats, b: Floats, at_a: Floats, at_b: Floats) -> Floats:
    """The point between a and b (n, 2) where the field passes zero."""
    low, high = np.clip(at_a, -1e6, 1e6), np.clip(at_b, -1e6, 1e6)
    share = low / np.where(low == high, 1.0, low - high)
    return a + (b - a) * np.clip(share, 0.0, 1.0)[:, None]


def signed_area(triangles: Floats) -> Floats:
    """(...) twice-halved signed area of projected triangles (..., 3, 2); negative faces the viewer, for y runs down."""
    a, b, c = triangles[..., 0, :], triangles[..., 1, :], triangles[..., 2, :]
    cross = (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])
    return cross / 2


def barycentric(triangle: Floats, target: Floats) -> Floats:
    """(3,) weights of the corners of a triangle (3, 2) at a point (2,) of its plane; thirds where it has no area."""
    a, b, c = triangle
    matrix = np.array([[b[0] - a[0], c[0] - a[0]], [b[1] - a[1], c[1] - a[1]]])
    det = matrix[0, 0] * matrix[1, 1] - matrix[0, 1] * matrix[1, 0]
    if abs(det) < 1e-12:
        return np.array([1.0, 1.0, 1.0]) / 3
    dx, dy = target - a
    v = (matrix[1, 1] * dx - matrix[0, 1] * dy) / det
    w = (matrix[0, 0] * dy - matrix[1, 0] * dx) / det
    return np.array([1 - v - w, v, w])
