"""A view: one camera on a posed figure. It turns drawings into regions of the surface, and regions into outlines.

View coordinates are cm, x to the right of the picture, y down, from the top left corner of the view's own box.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import shapely
from msgspec import Struct
from numpy.typing import NDArray
from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry

from bodymap.body.arrays import Arrays
from bodymap.body.clip import barycentric, clip_positive, signed_area
from bodymap.body.field import Field
from bodymap.body.outline import outline_of
from bodymap.body.overlay import joined, polygons, robust
from bodymap.body.patches import Patches
from bodymap.body.surface import (
    LATTICE,
    LATTICE_WEIGHTS,
    Floats,
    Ints,
    Surface,
    SurfacePoint,
    SurfaceRegion,
    body_facts,
    triangle_weights,
)
from bodymap.paths import asset

Polygons = NDArray[Any]
ROUNDNESS = 0.06
"""Share by which a cell's smooth outline may differ in area from its flat corners."""
SLIVER_CM = 0.04
"""Half the width of slivers at the silhouette, where the smooth outline bulges beyond the flat cells."""
FEW = 100
"""Cells; a click touches fewer, and shall not wait for a look at all of them."""
BESIDE_CM = 0.05
"""A point so far from the seen part of its cell counts as seen."""


class View(Struct, frozen=True, eq=False, dict=True):
    """A posed figure seen by one camera.

    ``outline`` is the silhouette, ``far`` the same with fewer points for small scales, and ``contours`` are open
    polylines worth drawing: enough to show the body at once. ``side`` is that of the cells it shows, +1 left, -1 right,
    0 both. What is needed to answer is read from ``file`` when it is first asked for.
    """

    id: str
    surface: Surface
    size_cm: tuple[float, float]
    outline: BaseGeometry
    far: BaseGeometry
    contours: tuple[Floats, ...]
    file: Path
    side: int

    @cached_property
    def _answering(self) -> tuple[Floats, Ints, Patches]:
        arrays = Arrays(self.file)
        return arrays["xy"].astype(np.float64), arrays["cell"], _patches(arrays, "vis")

    @property
    def xy(self) -> Floats:
        """(V, 2) projected vertices."""
        return self._answering[0]

    @property
    def cell(self) -> Ints:
        """(n,) ids of the cells that can be seen, ascending."""
        return self._answering[1]

    @property
    def visible(self) -> Patches:
        """The n seen parts of ``cell``, geometries once asked for."""
        return self._answering[2]

    @cached_property
    def _row(self) -> Ints:
        """(C,) row of a cell in ``visible``, or -1."""
        rows = np.full(len(self.surface.cells), -1, np.int32)
        rows[self.cell] = np.arange(len(self.cell), dtype=np.int32)
        return rows

    def _triangles(self, rows: NDArray[np.integer[Any]]) -> Floats:
        """(k, 2, 3, 2) both triangles of seen cells, projected."""
        return self.xy[self.surface.triangles.reshape(-1, 2, 3)[self.cell[rows]]]

    def _projected(self, rows: NDArray[np.integer[Any]]) -> Floats:
        """(k,) projected area in cm² of the triangles of seen cells that face the viewer; 0 where none does."""
        return np.maximum(-signed_area(self._triangles(rows)), 0.0).sum(axis=1)

    @cached_property
    def _every(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """(n,) which of the seen cells are turned to the viewer, and which of them nothing hides."""
        rows = np.arange(len(self.cell))
        return self._projected(rows) > 0, self._whole(rows)

    def _looked_at(self, rows: NDArray[np.integer[Any]]) -> bool:
        """Whether to look these rows up: when they are many, as those of a zone, or when all have been looked at."""
        return len(rows) > FEW or "_every" in self.__dict__

    @cached_property
    def _facing(self) -> NDArray[np.bool_]:
        """(C,) which cells are seen and turned to the viewer."""
        facing = np.zeros(len(self.surface.cells), np.bool_)
        facing[self.cell] = self._projected(np.arange(len(self.cell))) > 0
        return facing

    def faces(self, cells: Ints) -> NDArray[np.bool_]:
        """(n,) which of these cells are seen and turned to the viewer."""
        if len(cells) > FEW:  # as many as a zone has, which are asked for again and again
            return self._facing[cells]
        rows = self._row[cells]
        facing = rows >= 0
        seen = rows[facing]
        facing[facing] = self._every[0][seen] if self._looked_at(seen) else self._projected(seen) > 0
        return facing

    def seen_whole(self, rows: NDArray[np.integer[Any]]) -> NDArray[np.bool_]:
        """(k,) which seen cells nothing hides. The skin is rounder than its cells, so their areas agree but roughly.

        Cells that look folded from here, as some do at the silhouette, don't count.
        """
        return self._every[1][rows] if self._looked_at(rows) else self._whole(rows)

    def _whole(self, rows: NDArray[np.integer[Any]]) -> NDArray[np.bool_]:
        corners = self.xy[self.surface.cells[self.cell[rows]]]
        turns = signed_area(np.stack([np.roll(corners, step, axis=1) for step in (1, 0, -1)], axis=2))
        share = self.visible.area[rows] / np.maximum(self._projected(rows), 1e-9)
        return (turns < 0).all(axis=1) & (share > 1 - ROUNDNESS) & (share < 1 + ROUNDNESS)

    def _extent(self, rows: NDArray[np.integer[Any]]) -> Floats:
        """(k,) area in cm² that seen cells would take on this view if nothing hid them."""
        seen = self.visible.area[rows]
        return np.where(self.seen_whole(rows), seen, np.maximum(self._projected(rows), seen))

    def lift(self, geometry: BaseGeometry) -> SurfaceRegion:
        """The part of the skin that a geometry drawn on this view covers: cell -> share of its projected area."""
        weights = np.zeros(len(self.surface.cells), np.float32)
        rows = self.rows_touching(geometry)
        if len(rows):
            covered = shapely.area(shapely.intersection(self.visible[rows], geometry))
            weights[self.cell[rows]] = np.clip(covered / np.maximum(self._extent(rows), 1e-6), 0.0, 1.0)
        return SurfaceRegion(weights)

    def lift_point(self, x: float, y: float, reach_cm: float = 0.0) -> SurfacePoint | None:
        """The point of the skin seen at (x, y); with ``reach_cm`` the nearest one that far away at most; else None."""
        point = shapely.Point(x, y)
        rows = self.rows_touching(point)
        if not len(rows) and reach_cm > 0:
            rows = self.rows_touching(point.buffer(reach_cm))
            rows = rows[np.argsort(shapely.distance(self.visible[rows], point), kind="stable")]
            if len(rows):
                x, y = shapely.get_coordinates(shapely.shortest_line(self.visible.one(int(rows[0])), point))[0]
        if not len(rows):
            return None
        row = int(rows[0])
        return self.surface.point(int(self.cell[row]), self._uv(row, np.array([x, y])))

    def rows_touching(self, geometry: BaseGeometry) -> Ints:
        """Rows, ascending, of the seen cells that a geometry of this view touches."""
        rows = self.visible.near(*geometry.bounds)
        return rows[shapely.intersects(self.visible[rows], geometry)]

    def _uv(self, row: int, target: Floats) -> tuple[float, float]:
        """Place inside a seen cell of a point of this view, by the triangle it lies in (or is nearest to)."""
        best, best_excess, half = np.array([1.0, 0.0, 0.0]), np.inf, 0
        for index, triangle in enumerate(self._triangles(np.array([row]))[0]):
            if signed_area(triangle) >= 0:
                continue
            weights = barycentric(triangle, target)
            excess = -float(weights.min())
            if excess < best_excess:
                clipped = np.clip(weights, 0.0, None)
                best, best_excess, half = clipped / clipped.sum(), excess, index
        if half == 0:
            return float(best[1] + best[2]), float(best[2])
        return float(best[1]), float(best[1] + best[2])

    def locate(self, point: SurfacePoint) -> tuple[float, float] | None:
        """Where a point of the skin is seen on this view, or None where it is hidden."""
        return self.locate_all((point,))[0]

    def locate_all(self, points: Sequence[SurfacePoint]) -> list[tuple[float, float] | None]:
        """Where each of these points of the skin is seen on this view, or None where it is hidden."""
        cells = np.array([point.cell for point in points], np.int32)
        if not len(points) or not self._may_show(cells):
            return [None] * len(points)
        rows = self._row[cells]
        shares = np.array([triangle_weights(point.uv) for point in points])
        places = np.einsum("nk,nkd->nd", shares, self.xy[self.surface.cells[cells]])
        seen = rows >= 0
        partly = np.flatnonzero(seen)
        partly = partly[~self.seen_whole(rows[partly])]
        if len(partly):
            gaps = shapely.distance(self.visible[rows[partly]], shapely.points(places[partly]))
            seen[partly] = gaps <= BESIDE_CM
        return [(x, y) if shown else None for (x, y), shown in zip(places.tolist(), seen.tolist(), strict=True)]

    def shown_cm2(self, shape: Field, shares: Floats | NDArray[np.float32] | None = None) -> float:
        """How much of this view a shape takes, within some cm². ``shares`` (n,) of its cells, if not what is inside."""
        if not self._may_show(shape.cells):
            return 0.0
        rows = self._row[shape.cells]
        inside = shape.shares(self.surface) if shares is None else shares
        return float(self.visible.area[rows] @ np.where(rows >= 0, inside, 0.0))

    def _may_show(self, cells: Ints | int) -> bool:
        """False where all cells are of the side that this view can't see: then its file needn't be read."""
        return self.side == 0 or bool(np.any(self.surface.side[cells] == self.side))

    @cached_property
    def _outlines(self) -> WeakKeyDictionary[Field, MultiPolygon]:
        return WeakKeyDictionary()

    def project(self, shape: Field | SurfaceRegion) -> MultiPolygon:
        """The outline on this view of a shape on the skin. A region's cells count from a weight of one half.

        A field's outline is kept as long as the field: zones are drawn again and again.
        """
        if isinstance(shape, Field) and not self._may_show(shape.cells):
            return MultiPolygon()
        if isinstance(shape, SurfaceRegion):
            rows = self._row[np.flatnonzero(shape.weights >= 0.5)]
            return polygons(joined(self.visible[rows[rows >= 0]]))
        if shape not in self._outlines:
            self._outlines[shape] = self._outline(shape)
        return self._outlines[shape]

    def _outline(self, shape: Field) -> MultiPolygon:
        rows = self._row[shape.cells]
        seen_at_all = rows >= 0
        rows, values = rows[seen_at_all], shape.values[seen_at_all]
        touched = (values > 0).sum(axis=(1, 2)) > np.where(self._projected(rows) > 0, 0, LATTICE**2 // 2)
        rows, values = rows[touched], values[touched]
        if not len(rows):
            return MultiPolygon()
        seen = joined(self.visible[rows])
        outside = self._outside(rows, values)
        if len(outside):
            seen = robust(shapely.difference, seen, robust(shapely.union_all, outside))
            seen = seen.buffer(-SLIVER_CM).buffer(SLIVER_CM)
        return polygons(seen)

    def _outside(self, rows: Ints, values: NDArray[np.float32]) -> Polygons:
        """The parts of these cells that lie outside a shape, and the whole cells next to them that it doesn't touch.

        Those next to them close the gaps at the shape's edge; of hidden ones only what is seen could, which adjoins.
        """
        mixed = (values <= 0).any(axis=(1, 2))
        around = self._row[self.surface.neighbours[self.cell[rows[mixed]]]]
        beside = np.zeros(len(self.cell) + 1, np.bool_)
        beside[around] = True
        beside[rows] = False
        ring = np.flatnonzero(beside[:-1]).astype(np.int32)
        ring = ring[self.seen_whole(ring)]
        cells = np.concatenate([rows[mixed], ring])
        outer = np.ones((len(ring), *values.shape[1:]), np.float32)
        depth = np.concatenate([-values[mixed], outer])
        corners = self.surface.cells[self.cell[cells]]
        lattice = np.einsum("abk,nkd->nabd", LATTICE_WEIGHTS, self.xy[corners])
        whole = self.seen_whole(cells)
        in_front = outline_of(corners[whole], lattice[whole], depth[whole])
        pieces, owner = clip_positive(lattice[~whole], depth[~whole])
        behind = shapely.intersection(pieces, self.visible[cells[~whole][owner]])
        return np.concatenate([shapely.get_parts(in_front), behind])


@lru_cache(maxsize=16)
def load_view(surface: Surface, view: str) -> View:
    """A view of a figure, one of ``body_facts().views``, read once. Raises BodymapError when its file is missing."""
    file = asset(f"body/{surface.name}_{view}.npz")
    arrays = Arrays(file)
    ends = arrays["contour_offsets"]
    coords = arrays["contour_coords"].astype(np.float64)
    outline, far = (_patches(arrays, name).one(0) for name in ("outline", "far"))
    contours = tuple(np.split(coords, ends[1:-1])) if len(ends) > 1 else ()
    facts = body_facts()
    side = {"left": 1, "right": -1}.get(facts.only_side.get(view, ""), 0)
    return View(view, surface, facts.size_cm(surface.name, view), outline, far, contours, file, side)


def _patches(arrays: Arrays, name: str) -> Patches:
    return Patches(arrays[f"{name}_coords"], *(arrays[f"{name}_offsets_{level}"] for level in range(3)))
