"""Fields over the skin: how far inside a shape each point is, in cm. A shape is where its field is positive.

Cells carry the weights that matching counts with, but the cells of the trunk are large, so a shape's edge is kept
inside its cells: a field is sampled on a 5 x 5 lattice of every cell that the shape may touch.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bodymap.body.surface import LATTICE, Floats, Ints, Surface, SurfaceRegion


class Field(Struct, frozen=True, eq=False, weakref=True):
    """``cells`` (n,) ascending; ``values`` (n, 5, 5) cm inside (positive) or outside (negative) on their lattices."""

    cells: Ints
    values: NDArray[np.float32]

    @property
    def empty(self) -> bool:
        """Whether the shape holds no part of the skin."""
        return not bool((self.values > 0).any())

    def shares(self, surface: Surface) -> NDArray[np.float32]:
        """(n,) the share inside of each cell: exact for whole ones, smooth, and never shrinking as a shape grows."""
        middles = (
            self.values[:, :-1, :-1] + self.values[:, 1:, :-1] + self.values[:, :-1, 1:] + self.values[:, 1:, 1:]
        ) / 4
        step = (surface.size[self.cells] * (2**0.5) / (LATTICE - 1)).astype(np.float32)[:, None, None]
        return np.clip(middles / step + 0.5, 0.0, 1.0).mean(axis=(1, 2))

    def region(self, surface: Surface) -> SurfaceRegion:
        """The shares of the whole skin's cells."""
        weights = np.zeros(len(surface.cells), np.float32)
        weights[self.cells] = self.shares(surface)
        return SurfaceRegion(weights)


EMPTY = Field(np.zeros(0, np.int32), np.zeros((0, LATTICE, LATTICE), np.float32))


def union(fields: Iterable[Field]) -> Field:
    """The field of all the shapes together: the largest value at each point."""
    parts = [each for each in fields if len(each.cells)]
    if len(parts) < 2:
        return parts[0] if parts else EMPTY
    touched = np.zeros(max(int(each.cells[-1]) for each in parts) + 1, np.bool_)
    for each in parts:
        touched[each.cells] = True
    cells = np.flatnonzero(touched).astype(np.int32)
    values = np.full((len(cells), LATTICE, LATTICE), -np.inf, np.float32)
    for each in parts:
        rows = np.searchsorted(cells, each.cells)
        values[rows] = np.maximum(values[rows], each.values)
    return Field(cells, values)


def connected(surface: Surface, inside: NDArray[np.bool_], seeds: Ints) -> NDArray[np.bool_]:
    """(C,) the cells of ``inside`` that ``seeds`` reach without leaving it: a thigh never leads to a hand."""
    reached = np.zeros(len(surface.cells), np.bool_)
    place = np.zeros(len(surface.cells), np.intp)
    fresh = np.asarray(seeds)
    while len(fresh := fresh[inside[fresh] & ~reached[fresh]]):
        reached[fresh] = True
        fresh = surface.neighbours[fresh].ravel()
        place[fresh] = np.arange(len(fresh))
        fresh = fresh[place[fresh] == np.arange(len(fresh))]  # each of them once
    return reached


def arc(chord: Floats, cosine: Floats) -> Floats:
    """Length along the skin between two points from the chord between them and the cosine between their normals.

    Exact on a ball or a round limb, whose normals turn with the arc: arc = chord x (a / 2) / sin(a / 2) for an angle a.
    On thin parts (a toe, the edge of the hand) it keeps a brush from reaching through to the other side.
    """
    half = np.arccos(np.clip(cosine, -1.0, 1.0)) / 2
    return chord / np.sinc(half / np.pi)
