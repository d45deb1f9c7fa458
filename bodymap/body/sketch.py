"""A shape on a view at once, roughly: what a brush shows while it moves.

The exact outline (:mod:`bodymap.body.view`) minds what is hidden and costs milliseconds; a sketch only takes the cells
that are seen and face the viewer. Its pieces lie side by side and all turn the same way, so filled as one winding path
they show no seam. Whoever paints it clips it to the silhouette.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bodymap.body.clip import rings_positive
from bodymap.body.field import Field
from bodymap.body.surface import LATTICE_WEIGHTS, Floats
from bodymap.body.view import View


@dataclass(frozen=True, eq=False)
class Sketch:
    """``rings``: arrays (n, 3 or 4, 2) of polygons to fill, in cm of the view; ``rim`` (e, 2, 2) pieces of the edge."""

    rings: tuple[Floats, ...]
    rim: Floats

    @property
    def empty(self) -> bool:
        """Whether nothing of the shape is seen."""
        return not any(len(each) for each in self.rings)


NOTHING = Sketch((), np.zeros((0, 2, 2)))


def sketch(view: View, shape: Field) -> Sketch:
    """What of a shape is seen on a view."""
    if not len(shape.cells):
        return NOTHING
    facing = view.faces(shape.cells)
    values = shape.values[facing]
    corners = view.xy[view.surface.cells[shape.cells[facing]]]
    inside = values > 0
    whole = inside.all(axis=(1, 2))
    mixed = inside.any(axis=(1, 2)) & ~whole
    lattice = np.einsum("abk,nkd->nabd", LATTICE_WEIGHTS, corners[mixed])
    quads, depth = _sub_cells(lattice), _sub_cells(values[mixed].astype(np.float64)[..., None])[..., 0]
    deep = (depth > 0).all(axis=1)
    edge = (depth > 0).any(axis=1) & ~deep
    pieces, _, cuts = rings_positive(_two_by_two(quads[edge]), _two_by_two(depth[edge]))
    return Sketch((corners[whole], quads[deep], *pieces), np.concatenate(cuts))


def _sub_cells(lattice: Floats) -> Floats:
    """(16n, 4, d) the corners, in the sense of the cell's own, of the sub-cells of lattices (n, 5, 5, d)."""
    low, high = slice(None, -1), slice(1, None)
    corners = [lattice[:, u, v] for u, v in ((low, low), (high, low), (high, high), (low, high))]
    return np.stack(corners, axis=3).reshape(-1, 4, lattice.shape[-1])


def _two_by_two(quads: Floats) -> Floats:
    """Corners (m, 4, ...) as lattices (m, 2, 2, ...)."""
    return quads[:, [[0, 3], [1, 2]]]
