"""A shape on a view at once, roughly: what a brush shows while it moves.

The exact outline (:mod:`bodymap.body.view`) minds what is hidden and costs milliseconds; a sketch only takes the cells
that are seen and face the viewer. Its pieces lie side by side and all turn the same way, so filled as one winding path
they show no seam. Whoever paints it clips it to the silhouette.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bodymap.body.clip import rings_positive
from bodymap.body.field import Field
from bodymap.body.surface import LATTICE, LATTICE_WEIGHTS, Floats
from bodymap.body.view import View


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
    if not len(shape.cells):
        return NOTHING
    facing = view.faces(shape.cells)
    if not facing.any():
        return NOTHING
    traced = _TRACED.get(shape)
    if traced is None:
        traced = _TRACED[shape] = _trace(shape)
    corners = view.xy[view.surface.cells[shape.cells]]
    rings = (_placed(shares, owner, corners, facing) for shares, owner in traced.pieces)
    return Sketch((corners[traced.whole & facing], *rings), _placed(*traced.rim, corners, facing))


def _placed(shares: Floats, owner: NDArray[np.intp], corners: Floats, facing: NDArray[np.bool_]) -> Floats:
    """(m, k, 2) the points of pieces whose cells face the viewer."""
    seen = facing[owner]
    return np.einsum("mkc,mcd->mkd", shares[seen], corners[owner[seen]])


def _trace(shape: Field) -> _Traced:
    inside = shape.values > 0
    whole = inside.all(axis=(1, 2))
    mixed = np.flatnonzero(inside.any(axis=(1, 2)) & ~whole)
    depth = _sub_cells(shape.values[mixed].astype(np.float64)[..., None])[..., 0]
    owner = np.repeat(mixed, SUB_CELLS)
    quads = np.broadcast_to(_SHARES, (len(mixed), *_SHARES.shape)).reshape(-1, 4, 4)
    deep = (depth > 0).all(axis=1)
    edge = np.flatnonzero((depth > 0).any(axis=1) & ~deep)
    rings, rows, cuts = rings_positive(_two_by_two(quads[edge]), _two_by_two(depth[edge]))
    pieces = [(quads[deep], owner[deep]), *((ring, owner[edge[row]]) for ring, row in zip(rings, rows, strict=True))]
    ends = np.concatenate([edge[row] for row in rows[1:]])
    return _Traced(np.asarray(whole), tuple(pieces), (np.concatenate(cuts), owner[ends]))


def _sub_cells(lattice: Floats) -> Floats:
    """(16n, 4, d) the corners, in the sense of the cell's own, of the sub-cells of lattices (n, 5, 5, d)."""
    low, high = slice(None, -1), slice(1, None)
    corners = [lattice[:, u, v] for u, v in ((low, low), (high, low), (high, high), (low, high))]
    return np.stack(corners, axis=3).reshape(-1, 4, lattice.shape[-1])


def _two_by_two(quads: Floats) -> Floats:
    """Corners (m, 4, ...) as lattices (m, 2, 2, ...)."""
    return quads[:, [[0, 3], [1, 2]]]


SUB_CELLS = (LATTICE - 1) ** 2
_SHARES = _sub_cells(LATTICE_WEIGHTS[None])
"""(16, 4, 4) the corners of the sub-cells of any cell, as shares of its own corners."""
