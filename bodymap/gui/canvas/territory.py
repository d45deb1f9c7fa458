"""The skin dealt out among the named regions: which one each cell belongs to, and which lie beside each other.

Named regions overlap, for pain keeps to no borders. For walking from one to the next every cell belongs to exactly one:
the one that is named under the cursor there, the smallest of those that hold it.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bodymap.body.surface import Ints, Side, Surface, SurfacePoint
from bodymap.gui.values import Engine

HALF = 128
"""Weight (0..255) from which on a cell lies inside a region, as in :meth:`bodymap.engine.Engine.region_at`."""
SIDES: tuple[Side | None, ...] = ("right", "left", None)
TOUCHED = 0.25
"""Share of a territory that a mark covers, or of the mark that lies in it, from which on the territory is marked."""

Floats32 = NDArray[np.float32]


class Name(Struct, frozen=True):
    """What a territory stands for: a named region and its side (None in the midline).

    While the atlas loads ``region`` is empty, and ``segment`` is all there is.
    """

    region: str
    side: Side | None
    segment: str = ""


class Territories(Struct, frozen=True, eq=False, dict=True):
    """``of`` (C,) the territory of each cell of ``surface``, as an index into ``names``."""

    surface: Surface
    of: Ints
    names: tuple[Name, ...]

    @cached_property
    def areas(self) -> Floats32:
        """(T,) cm² of each territory."""
        return np.bincount(self.of, weights=self.surface.area, minlength=len(self.names)).astype(np.float32)

    def middle(self, territory: int) -> SurfacePoint:
        """A point of a territory near its middle."""
        cells = np.flatnonzero(self.of == territory)
        centres = self.surface.centres[cells]
        middle = np.average(centres, axis=0, weights=self.surface.area[cells])
        nearest = cells[int(np.argmin(((centres - middle) ** 2).sum(axis=1)))]
        return self.surface.point(int(nearest), (0.5, 0.5))

    def touched(self, weights: Floats32) -> frozenset[int]:
        """The territories that a region of the skin with these cell weights (C,) marks; at least one, if it is any."""
        marked = weights * self.surface.area
        inside = np.bincount(self.of, weights=marked, minlength=len(self.names))
        whole = float(inside.sum())
        if whole <= 0.0:
            return frozenset()
        enough = (inside >= TOUCHED * whole) | (inside >= TOUCHED * np.maximum(self.areas, 1e-6)) & (inside > 0)
        enough[int(inside.argmax())] = True
        return frozenset(int(each) for each in np.flatnonzero(enough))


def territories(surface: Surface, engine: Engine | None) -> Territories:
    """Deal the skin out: among the named regions, or among the body segments while there is no atlas."""
    left: NDArray[np.bool_] = np.greater(surface.centres[:, 0], 0.0)
    if engine is None:
        key = surface.segment.astype(np.int64) * 3 + left
        kinds = [Name("", side, segment) for segment in surface.segments for side in SIDES]
    else:
        compiled = engine.compiled
        rows = np.where(left, surface.mirror_cell, np.arange(len(surface.cells)))
        weights = compiled.region[rows]
        inside = weights >= HALF
        inside = np.where(np.any(inside, axis=1, keepdims=True), inside, weights > 0)
        sizes = np.where(inside, compiled.region_area, np.inf)
        best = sizes.argmin(axis=1)
        key = best * 3 + np.where(compiled.midline[best], 2, left)
        by_segment = (len(compiled.regions) + surface.segment.astype(np.int64)) * 3 + left
        key = np.where(np.any(inside, axis=1), key, by_segment)
        kinds = [Name(region, side) for region in compiled.regions for side in SIDES]
        kinds += [Name("", side, segment) for segment in surface.segments for side in SIDES]
    there, of = np.unique(key, return_inverse=True)
    return Territories(surface, of.astype(np.int32), tuple(kinds[each] for each in there))
