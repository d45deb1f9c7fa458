"""Shapes drawn freely on the skin: painted with a brush piece by piece, cut with an eraser, roped with a lasso.

A brush and an eraser work along the skin, so that what is painted on one view runs on round the limb. A lasso is drawn
on a view and takes the skin that is seen inside it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from bodymap.body.field import Field
from bodymap.body.stroke import stroke_field
from bodymap.body.surface import LATTICE, LATTICE_WEIGHTS, Floats, Ints, Surface, SurfacePoint, SurfaceRegion
from bodymap.body.view import View

OUTSIDE = np.float32(-1e3)
"""The value (cm) where nothing was painted."""
LEAP_CM = 3.0
"""A brush that goes so much farther over the skin than over the view has leapt, as from an arm to the hip behind it."""
HIDDEN_CM = 0.05
"""A point this far from the seen part of its cell counts as seen."""


class Paint:
    """A shape that grows and shrinks piece by piece, with its region kept up as it goes."""

    def __init__(self, surface: Surface, start: Field | None = None) -> None:
        self._surface = surface
        self._values = np.full((len(surface.cells), LATTICE, LATTICE), OUTSIDE, np.float32)
        self._weights = np.zeros(len(surface.cells), np.float32)
        self._touched = np.zeros(0, np.int32)
        self._settled = np.zeros(len(surface.cells), np.bool_)
        if start is not None:
            self.add(start)

    def add(self, piece: Field) -> None:
        """Put a piece on."""
        self._values[piece.cells] = np.maximum(self._values[piece.cells], piece.values)
        self._weigh(piece.cells)

    def take(self, piece: Field) -> bool:
        """Take a piece away. Says whether there was anything of the shape in it."""
        before = self._values[piece.cells]
        after = np.minimum(before, -piece.values)
        self._values[piece.cells] = after
        self._weigh(piece.cells)
        return bool(((before > 0) & (after < before)).any())

    @property
    def field(self) -> Field:
        """The shape as it is now."""
        values = self._values[self._touched]
        inside = (values > 0).any(axis=(1, 2))
        return Field(self._touched[inside], values[inside])

    @property
    def region(self) -> SurfaceRegion:
        """The shape as shares of cells, as it is now."""
        return SurfaceRegion(self._weights.copy())

    @property
    def settled(self) -> NDArray[np.bool_]:
        """(C,) cells so far inside the shape that painting on changes nothing in them."""
        return self._settled

    def _weigh(self, cells: Ints) -> None:
        self._touched = np.union1d(self._touched, cells)
        values = self._values[cells]
        self._weights[cells] = Field(cells, values).shares(self._surface)
        self._settled[cells] = values.min(axis=(1, 2)) > self._surface.size[cells]


def brush_piece(
    surface: Surface,
    before: SurfacePoint | None,
    point: SurfacePoint,
    radius_cm: float,
    view_cm: float = 0.0,
    settled: NDArray[np.bool_] | None = None,
) -> Field:
    """What a brush covers on its way from ``before`` to ``point``, which lie ``view_cm`` apart on the view.

    ``settled`` (C,) cells of what it paints on are left out: with small cells, as those of the face, that is most.
    """
    if before is None or _leaps(before, point, view_cm):
        return stroke_field(surface, [(point, radius_cm)], settled)
    return stroke_field(surface, [(before, radius_cm), (point, radius_cm)], settled)


def _leaps(before: SurfacePoint, point: SurfacePoint, view_cm: float) -> bool:
    gap = float(np.linalg.norm(np.array(point.position) - np.array(before.position)))
    return gap > 2 * view_cm + LEAP_CM


def lasso_field(view: View, points: Sequence[tuple[float, float]]) -> Field:
    """The skin seen inside a closed line drawn on a view; where the line crosses itself both loops count.

    Values are cm of the view to the line. Fewer than three points hold nothing.
    """
    nothing = Field(np.zeros(0, np.int32), np.zeros((0, LATTICE, LATTICE), np.float32))
    if len(points) < 3:
        return nothing
    area = shapely.make_valid(shapely.Polygon(points))
    return shape_field(view, area) if area.area > 0 else nothing


def shape_field(view: View, area: BaseGeometry) -> Field:
    """The skin seen inside an area of a view."""
    rows = view.rows_touching(area)
    cells = view.cell[rows]
    lattice = np.einsum("abk,nkd->nabd", LATTICE_WEIGHTS, view.xy[view.surface.cells[cells]]).reshape(-1, 2)
    shapely.prepare(area)
    inside = shapely.contains_xy(area, lattice[:, 0], lattice[:, 1])
    reach = shapely.distance(shapely.boundary(area), shapely.points(lattice))
    values = np.where(inside, reach, -reach).astype(np.float32).reshape(-1, LATTICE, LATTICE)
    hidden = _hidden(view, rows, lattice.reshape(-1, LATTICE**2, 2)).reshape(values.shape)
    values = np.where(hidden, np.minimum(values, -HIDDEN_CM), values).astype(np.float32)
    kept = (values > 0).any(axis=(1, 2))
    return Field(cells[kept], values[kept])


def _hidden(view: View, rows: Ints, lattice: Floats) -> NDArray[np.bool_]:
    """(n, 25) which lattice points of seen cells lie behind something or face away."""
    hidden = np.zeros(lattice.shape[:2], np.bool_)
    partly = np.flatnonzero(~view.seen_whole(rows))
    gaps = shapely.distance(view.visible[rows[partly]][:, None], shapely.points(lattice[partly]))
    hidden[partly] = gaps > HIDDEN_CM
    return hidden


def weights_field(surface: Surface, region: SurfaceRegion) -> Field:
    """A smooth shape for shares of cells: positive where the skin round a point belongs to the region by half or more.

    Values are about cm: the share above or below one half at each corner, times the size of the cell.
    """
    near = np.zeros(len(surface.cells), np.bool_)
    inside = np.flatnonzero(region.weights > 0)
    near[inside] = True
    near[surface.neighbours[inside]] = True
    total, count = np.zeros(len(surface.vertices)), np.zeros(len(surface.vertices))
    np.add.at(total, surface.cells, region.weights[:, None])
    np.add.at(count, surface.cells, 1.0)
    share = total / np.maximum(count, 1.0)
    cells = np.flatnonzero(near).astype(np.int32)
    blend = (share[surface.cells[cells]] + region.weights[cells, None]) / 2 - 0.5
    values = np.einsum("abk,nk->nab", LATTICE_WEIGHTS, blend * 2 * surface.size[cells, None]).astype(np.float32)
    kept = (values > 0).any(axis=(1, 2))
    return Field(cells[kept], values[kept])
