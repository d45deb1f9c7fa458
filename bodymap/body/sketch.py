"""A shape on a view at once, roughly: what a brush shows while it moves.

The exact outline (:mod:`bodymap.body.view`) minds what is hidden and costs milliseconds; a sketch only takes the cells
that are seen and face the viewer. Its pieces lie side by side and all turn the same way, so filled as one winding path
they show no seam. Whoever paints it clips it to the silhouette.
"""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bodymap.body.clip import rings_positive
from bodymap.body.field import Field
from bodymap.body.surface import LATTICE, LATTICE_WEIGHTS, Floats
from bodymap.body.view import View

LAST = LATTICE - 1
SMALL_CM = 0.6
"""In a cell no larger than this (half its diagonal), as those of the face are, the corners alone tell where a shape
ends, to a fraction of a pixel; in one of twice that size every other point of the lattice does."""


class Sketch(Struct, frozen=True, eq=False):
    """``rings``: arrays (n, 3 or 4, 2) of polygons to fill, in cm of the view; ``rim`` (e, 2, 2) pieces of the edge."""

    rings: tuple[Floats, ...]
    rim: Floats

    @property
    def empty(self) -> bool:
        """Whether nothing of the shape is seen."""
        return not any(len(each) for each in self.rings)


NOTHING = Sketch((), np.zeros((0, 2, 2)))


class _Traced(Struct, frozen=True, eq=False):
    """A shape inside its cells, the same for all views: ``whole`` (n,) cells, and for the others the corners of the
    pieces as shares (m, k, 4) of the corners of their cells (m,), which stand in ``owner``; ``rim`` (e, 2, 4) likewise.
    """

    whole: NDArray[np.bool_]
    pieces: tuple[tuple[Floats, NDArray[np.intp]], ...]
    rim: tuple[Floats, NDArray[np.intp]]


_TRACED: WeakKeyDictionary[Field, _Traced] = WeakKeyDictionary()


def sketch(view: View, shape: Field) -> Sketch:
    """What of a shape is seen on a view."""
    return sketches(view, shape, (len(shape.cells),))[0]


def sketches(view: View, shapes: Field, ends: Sequence[int]) -> list[Sketch]:
    """What of several shapes is seen on a view, sketched together, for that takes little longer than one of them.

    ``shapes`` holds the cells of all of them one after the other, up to each of ``ends``; a cell may be in several.
    """
    facing = view.faces(shapes.cells) if len(shapes.cells) else np.zeros(0, np.bool_)
    if not facing.any():
        return [NOTHING] * len(ends)
    traced = _TRACED.get(shapes)
    if traced is None:
        traced = _TRACED[shapes] = _trace(shapes, view.surface.size[shapes.cells])
    corners = view.xy[view.surface.cells[shapes.cells]]
    whole = np.flatnonzero(traced.whole & facing)
    parts = [_cut(corners[whole], whole, ends)]
    parts += [_cut(*_placed(shares, owner, corners, facing), ends) for shares, owner in traced.pieces]
    rims = _cut(*_placed(*traced.rim, corners, facing), ends)
    return [Sketch(tuple(part[shape] for part in parts), rims[shape]) for shape in range(len(ends))]


def _placed(
    shares: Floats, owner: NDArray[np.intp], corners: Floats, facing: NDArray[np.bool_]
) -> tuple[Floats, NDArray[np.intp]]:
    """(m, k, 2) the points of pieces whose cells face the viewer, and (m,) those cells."""
    seen = np.flatnonzero(facing[owner])
    cells = owner[seen]
    return shares[seen] @ corners[cells], cells


def _cut(points: Floats, owner: NDArray[np.intp], ends: Sequence[int]) -> list[Floats]:
    """The pieces of each shape; those of a shape follow each other, but not those of a cell."""
    if len(ends) == 1:
        return [points]
    shape = np.searchsorted(ends, owner, side="right")
    return [points[shape == each] for each in range(len(ends))]


def _trace(shape: Field, size: Floats) -> _Traced:
    """``size`` (n,) half the diagonal of each cell in cm."""
    inside = shape.values > 0
    whole = inside.all(axis=(1, 2))
    mixed = inside.any(axis=(1, 2)) & ~whole
    corners = inside[:, ::LAST, ::LAST].sum(axis=(1, 2))
    plain = (corners > 0) & (corners < 4)  # of others the corners say nothing
    steps = np.where(plain & (size <= SMALL_CM), LAST, np.where(plain & (size <= 2 * SMALL_CM), LAST // 2, 1))
    parts = [_sub_cells_of(shape, np.flatnonzero(mixed & (steps == step)), step) for step in (1, LAST // 2, LAST)]
    depth, quads, owner = (np.concatenate([part[index] for part in parts]) for index in range(3))
    deep = (depth > 0).all(axis=1)
    edge = np.flatnonzero((depth > 0).any(axis=1) & ~deep)
    rings, rows, cuts = rings_positive(_two_by_two(quads[edge]), _two_by_two(depth[edge]))
    pieces = [(quads[deep], owner[deep]), *((ring, owner[edge[row]]) for ring, row in zip(rings, rows, strict=True))]
    ends = np.concatenate([edge[row] for row in rows[1:]])
    return _Traced(np.asarray(whole), tuple(pieces), (np.concatenate(cuts), owner[ends]))


def _sub_cells_of(shape: Field, cells: NDArray[np.intp], step: int) -> tuple[Floats, Floats, NDArray[np.intp]]:
    """The sub-cells (m, 4) of some cells with every ``step``-th point of their lattices: the field at their corners,
    their corners as shares of the cells' own, and the cells they are of."""
    depth = _sub_cells(shape.values[cells, ::step, ::step].astype(np.float64)[..., None])[..., 0]
    count = (LAST // step) ** 2
    quads = np.broadcast_to(_SHARES[step], (len(cells), count, 4, 4)).reshape(-1, 4, 4)
    return depth, quads, np.repeat(cells, count)


def _sub_cells(lattice: Floats) -> Floats:
    """(16n, 4, d) the corners, in the sense of the cell's own, of the sub-cells of lattices (n, 5, 5, d)."""
    low, high = slice(None, -1), slice(1, None)
    corners = [lattice[:, u, v] for u, v in ((low, low), (high, low), (high, high), (low, high))]
    return np.stack(corners, axis=3).reshape(-1, 4, lattice.shape[-1])


def _two_by_two(quads: Floats) -> Floats:
    """Corners (m, 4, ...) as lattices (m, 2, 2, ...)."""
    return quads[:, [[0, 3], [1, 2]]]


_SHARES = {step: _sub_cells(LATTICE_WEIGHTS[None, ::step, ::step]) for step in (1, LAST // 2, LAST)}
"""(m, 4, 4) the corners of the sub-cells of any cell, as shares of its own corners, by the step along its lattice."""
