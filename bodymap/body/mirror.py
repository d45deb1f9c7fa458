"""The other side of the body: the same shape, the same points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bodymap.body.field import Field
from bodymap.body.surface import LATTICE, LATTICE_WEIGHTS, Ints, Surface, SurfacePoint, triangle_weights


def mirrored_field(surface: Surface, field: Field) -> Field:
    """The same shape on the other side of the body."""
    cells = surface.mirror_cell[field.cells]
    start = _turns(surface, field.cells)
    values = np.empty_like(field.values)
    for turn in range(4):
        rows = start == turn
        values[rows] = field.values[rows].reshape(-1, LATTICE**2)[:, _TURNED[turn]].reshape(-1, LATTICE, LATTICE)
    order = np.argsort(cells, kind="stable")
    return Field(cells[order].astype(np.int32), values[order])


def mirrored_points(surface: Surface, points: Sequence[SurfacePoint]) -> tuple[SurfacePoint, ...]:
    """The same points on the other side of the body."""
    cells = np.array([point.cell for point in points], np.int32)
    turns, images = _turns(surface, cells), surface.mirror_cell[cells]
    places = [_uv(turn, *point.uv) for turn, point in zip(turns.tolist(), points, strict=True)]
    shares = np.array([triangle_weights(uv) for uv in places]).reshape(-1, 4)
    positions = np.einsum("nk,nkd->nd", shares, surface.vertices[surface.cells[images]])
    rows = zip(images.tolist(), places, positions.tolist(), strict=True)
    return tuple(SurfacePoint(cell, uv, (x, y, z)) for cell, uv, (x, y, z) in rows)


def _turns(surface: Surface, cells: Ints) -> NDArray[np.intp]:
    """(n,) which corner of each cell has the first corner of the mirrored cell as its image."""
    images = surface.mirror_vertex[surface.cells[cells]]
    return np.argmax(images == surface.cells[surface.mirror_cell[cells]][:, :1], axis=1)


def _uv(turn: int, u: float, v: float) -> tuple[float, float]:
    """Where a place of a cell is in the image of the cell."""
    return ((v, u), (1 - u, v), (1 - v, 1 - u), (u, 1 - v))[turn]


def _turned(turn: int) -> NDArray[np.intp]:
    """(25,) for each lattice point of a mirrored cell the point of the first cell that it is the image of.

    Corner i of the image is corner (turn - i) of the cell: the sense of the corners is reversed by the mirror.
    """
    shares = LATTICE_WEIGHTS.reshape(-1, 4)[:, [(turn - corner) % 4 for corner in range(4)]]
    return np.array([int(np.argmin(np.abs(LATTICE_WEIGHTS.reshape(-1, 4) - row).sum(axis=1))) for row in shares])


_TURNED = [_turned(turn) for turn in range(4)]
