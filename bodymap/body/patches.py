"""Many polygons kept as bare coordinates and made into geometries only where they are asked for.

A view has thousands of visible cells and a click touches a few of them: making all of them would be most of the work of
a start.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, cast

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from bodymap.body.surface import Floats, Ints

Geometries = NDArray[Any]


class Patches:
    """n MultiPolygons in shapely's ragged form: ``coords`` (c, 2) cm; offsets of rings, polygons and patches."""

    def __init__(self, coords: NDArray[np.float32], rings: Ints, polygons: Ints, patches: Ints) -> None:
        self._coords = coords
        self._rings = rings.astype(np.int64)
        self._polygons = polygons.astype(np.int64)
        self._patches = patches.astype(np.int64)
        self._made: Geometries = np.full(len(patches) - 1, None, object)

    def __len__(self) -> int:
        return len(self._made)

    def __getitem__(self, rows: NDArray[np.integer[Any]]) -> Geometries:
        """(k,) the geometries of these rows."""
        wanted = np.asarray(rows)
        lacking = np.zeros(len(self), np.bool_)
        lacking[wanted] = shapely.is_missing(self._made[wanted])
        if lacking.any():
            missing = np.flatnonzero(lacking)
            self._made[missing] = self._make(missing)
        return self._made[wanted]

    def one(self, row: int) -> BaseGeometry:
        """The geometry of one row."""
        return cast(BaseGeometry, self[np.array([row])][0])

    def every(self) -> Geometries:
        """(n,) all of them."""
        return self[np.arange(len(self))]

    def _make(self, rows: NDArray[np.integer[Any]]) -> Geometries:
        polygon, patches = _gathered(self._patches, rows)
        ring, polygons = _gathered(self._polygons, polygon)
        coordinate, rings = _gathered(self._rings, ring)
        coords = self._coords[coordinate].astype(np.float64)
        kind = shapely.GeometryType.MULTIPOLYGON
        return cast(Geometries, shapely.from_ragged_array(kind, coords, (rings, polygons, patches)))

    @cached_property
    def bounds(self) -> Floats:
        """(n, 4) west, north, east, south of each patch in cm."""
        starts = self._rings[self._polygons[self._patches[:-1]]]
        low = np.minimum.reduceat(self._coords, starts, axis=0)
        high = np.maximum.reduceat(self._coords, starts, axis=0)
        return np.concatenate([low, high], axis=1).astype(np.float64)

    @cached_property
    def area(self) -> Floats:
        """(n,) cm² of each patch."""
        x, y = self._coords[:, 0].astype(np.float64), self._coords[:, 1].astype(np.float64)
        cross = np.zeros(len(x))
        cross[:-1] = x[:-1] * y[1:] - x[1:] * y[:-1]
        cross[self._rings[1:] - 1] = 0.0
        ring_area = np.abs(np.add.reduceat(cross, self._rings[:-1])) / 2
        is_shell = np.zeros(len(ring_area), np.bool_)
        is_shell[self._polygons[:-1]] = True
        polygon_area = np.add.reduceat(np.where(is_shell, ring_area, -ring_area), self._polygons[:-1])
        return np.add.reduceat(polygon_area, self._patches[:-1])

    def near(self, west: float, north: float, east: float, south: float) -> Ints:
        """Rows, ascending, whose bounds meet a box."""
        bounds = self.bounds
        met = (bounds[:, 0] <= east) & (bounds[:, 2] >= west) & (bounds[:, 1] <= south) & (bounds[:, 3] >= north)
        return np.flatnonzero(met).astype(np.int32)


def _gathered(
    offsets: NDArray[np.int64], rows: NDArray[np.integer[Any]]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The indices that these rows of a ragged array hold, one row after the other, and their offsets there."""
    starts, counts = offsets[rows], offsets[np.asarray(rows) + 1] - offsets[rows]
    ends = np.concatenate([[0], np.cumsum(counts)])
    return np.arange(ends[-1]) + np.repeat(starts - ends[:-1], counts), ends
