"""A small z-buffer: which triangle each pixel sees, and where in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .source import Floats, Ints

_CHUNK = 2_000_000


@dataclass(frozen=True)
class Hits:
    """``triangle`` (H, W) index or -1; ``weights`` (H, W, 3) barycentric; ``depth`` (H, W), -inf where nothing is."""

    triangle: NDArray[np.int32]
    weights: NDArray[np.float32]
    depth: NDArray[np.float32]


def rasterise(points: Floats, triangles: Ints, width: int, height: int) -> Hits:
    """The nearest triangle at each pixel centre.

    `points` (V, 3): x, y in pixels (y down), z greater = nearer.
    """
    triangle = np.full(width * height, -1, np.int32)
    weights = np.zeros((width * height, 3), np.float32)
    depth = np.full(width * height, -np.inf, np.float32)
    for ids, pixel, bary, z in _fragments(points, triangles, width, height):
        order = np.argsort(z, kind="stable")
        ids, pixel, bary, z = ids[order], pixel[order], bary[order], z[order]
        nearer = z > depth[pixel]
        ids, pixel, bary, z = ids[nearer], pixel[nearer], bary[nearer], z[nearer]
        depth[pixel], triangle[pixel], weights[pixel] = z, ids, bary
    shape = (height, width)
    return Hits(triangle.reshape(shape), weights.reshape(*shape, 3), depth.reshape(shape))


def _fragments(
    points: Floats, triangles: Ints, width: int, height: int
) -> Iterator[tuple[NDArray[np.int32], Ints, Floats, NDArray[np.float32]]]:
    corners = points[triangles]
    low = np.floor(corners[:, :, :2].min(axis=1) - 0.5).astype(int)
    high = np.ceil(corners[:, :, :2].max(axis=1) - 0.5).astype(int)
    low = np.maximum(low, 0)
    high = np.minimum(high, [width - 1, height - 1])
    size = high - low + 1
    usable = (size > 0).all(axis=1)
    bucket = np.where(usable, np.ceil(np.log2(np.maximum(size.max(axis=1), 1))).astype(int), -1)
    for power in range(int(bucket.max(initial=-1)) + 1):
        ids = np.flatnonzero(bucket == power)
        side = 2**power
        steps = np.stack(np.meshgrid(np.arange(side), np.arange(side), indexing="xy"), axis=-1).reshape(-1, 2)
        batch = max(1, _CHUNK // len(steps))
        for start in range(0, len(ids), batch):
            yield _inside(corners, low, high, ids[start : start + batch], steps, width)


def _inside(
    corners: Floats, low: Ints, high: Ints, ids: Ints, steps: Ints, width: int
) -> tuple[NDArray[np.int32], Ints, Floats, NDArray[np.float32]]:
    a, b, c = (corners[ids, corner][:, None, :2] for corner in range(3))
    pixel = low[ids][:, None, :] + steps[None]
    at = pixel.astype(np.float64) + 0.5
    area = _doubled(a, b, c)
    area = np.where(np.abs(area) < 1e-12, np.nan, area)
    first, second = _doubled(at, b, c) / area, _doubled(at, c, a) / area
    third = 1.0 - first - second
    with np.errstate(invalid="ignore"):
        keep = (first >= -1e-9) & (second >= -1e-9) & (third >= -1e-9) & (pixel <= high[ids][:, None, :]).all(axis=2)
    bary = np.stack([first, second, third], axis=-1)[keep]
    owner = np.broadcast_to(ids[:, None], keep.shape)[keep]
    z = (bary * corners[owner][:, :, 2]).sum(axis=1)
    place = pixel[keep]
    return owner.astype(np.int32), place[:, 1] * width + place[:, 0], bary, z.astype(np.float32)


def _doubled(a: Floats, b: Floats, c: Floats) -> Floats:
    """Twice the signed area of triangles (..., 2)."""
    one, other = b - a, c - a
    return np.asarray(one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0])


def directions(count: int) -> list[tuple[Floats, Floats, Floats]]:
    """Camera frames (right, down, toward the viewer) spread evenly over the sphere."""
    frames = []
    for index in range(count):
        y = 1 - 2 * (index + 0.5) / count
        turn = index * np.pi * (3 - np.sqrt(5))
        radius = np.sqrt(1 - y * y)
        toward = np.array([radius * np.cos(turn), y, radius * np.sin(turn)])
        right = np.cross([0.0, 1.0, 0.0], toward)
        right /= np.linalg.norm(right)
        frames.append((right, -np.cross(toward, right), toward))
    return frames
