"""Walking over the body with the arrow keys: from region to region, and in small steps. No widget is needed for it.

Which regions lie beside each other is read from the skin: they share borders of cells. Which of them lies to the left
is read from the view that one stands on, where hidden skin has its place as well; so the way leads round the edge of
a figure and goes on where that skin is seen, on another view.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bodymap.body.surface import Floats
from bodymap.body.view import View
from bodymap.gui.canvas.territory import Floats32, Territories

FARTHEST_CM = 260.0
"""How far a small step looks for skin across a gap, such as from one figure to the next."""
LOOK_CM = 1.0
BEHIND_CM = 2.0
"""A border lies ahead also when it is this far behind the place where one stands: at the rim of a figure it may be."""
LEAST_AISLE_CM, AISLE_SHARE = 3.0, 0.25
"""Borders count the less the further they lie beside the way: how far that is, at least and by the region's breadth."""
GOES_ON = 0.3
"""A region goes on elsewhere when another view shows this much of it beyond what is seen here, as a share of that."""
GOES_ON_UPRIGHT = 0.01
"""Upwards and downwards a region goes on elsewhere only where nothing else lies that way."""
HERE = 0.1
"""A view will do for a region when it shows this share of what the best view shows."""
LEAST_CM2 = 1.0
TRIES = 12
"""How many cells near the middle of a region are tried for one that nothing hides."""
RIM_CM2 = 4.0
"""A cell at the rim of a region counts as this much (distance squared) further away from its middle."""

Direction = tuple[int, int]
Point = tuple[float, float]
DIRECTIONS: tuple[Direction, ...] = ((-1, 0), (1, 0), (0, -1), (0, 1))
Bools = NDArray[np.bool_]
Cells = NDArray[np.integer[Any]]


class Stop(Struct, frozen=True):
    """Where a walk stands: a point of a view (cm), and the territory there."""

    view: str
    x: float
    y: float
    territory: int


class Seen(Struct, frozen=True, eq=False):
    """A view cell by cell: ``there`` (C,) which are seen, ``size`` (C,) how large (cm²), ``middles`` (C, 2) of all."""

    view: View
    there: Bools
    size: Floats
    middles: Floats


class RegionWalk:
    """Walks from territory to territory on these views of a figure."""

    def __init__(self, views: Mapping[str, View], territories: Territories) -> None:
        self.territories = territories
        self._views = dict(views)
        self._seen = lru_cache(maxsize=None)(self._look)

    def step(self, at: Stop, direction: Direction) -> Stop | None:
        """The neighbour in that direction, or the same region where it goes on; None where nothing lies that way."""
        for territory, over in self._that_way(at, direction):
            found = self._further(at, over) if territory == at.territory else self._enter(territory, at.view, over)
            if found is not None:
                return found
        return self._further(at, np.zeros(0, np.intp))  # at the rim nothing is left to see of what lies that way

    def stand(self, territory: int, view: str | None = None) -> Stop | None:
        """A place on a territory: on ``view`` if that will do, else where most of it is seen; None if it is nowhere."""
        return self._place(self.territories.of == territory, view)

    def place_of(self, weights: Floats32, view: str | None = None) -> Stop | None:
        """A place in the midst of a region of the skin with these cell weights (C,), likewise."""
        return self._place((weights > 0) & (weights >= min(0.5, float(weights.max(initial=0.0)))), view)

    def box(self, territory: int, view: str) -> tuple[float, float, float, float] | None:
        """Left, top, width and height (cm) of what a view shows of a territory; None where it shows nothing."""
        seen = self._seen(view)
        cells = np.flatnonzero((self.territories.of == territory) & seen.there)
        if not len(cells):
            return None
        corners = seen.view.xy[self.territories.surface.cells[cells]].reshape(-1, 2)
        (left, top), (right, bottom) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
        return left, top, right - left, bottom - top

    # ---- what lies that way

    def _that_way(self, at: Stop, direction: Direction) -> Iterator[tuple[int, Cells]]:
        """The territories whose borders lie in that direction, those with most border first, each with the cells
        behind the border; the territory itself where it goes on unseen."""
        seen, mine = self._seen(at.view), self.territories.of == at.territory
        part = mine & seen.there
        goes_on = self._most_of(mine & ~seen.there, at.view)[1] > GOES_ON * float(seen.size @ part)
        told: set[int] = set()
        for inside in (part,) if goes_on else (mine, part):
            for territory, over in self._beyond(inside, at, direction):
                if territory not in told:
                    told.add(territory)
                    yield territory, over

    def _beyond(self, inside: Bools, at: Stop, direction: Direction) -> Iterator[tuple[int, Cells]]:
        """The territories that these cells (C,) border on in that direction, with the cells behind the border.

        Much border comes first; a neighbour that lies hardly any other way is helped, so that small ones have a turn.
        """
        surface, of = self.territories.surface, self.territories.of
        cells = np.flatnonzero(inside)
        beyond = surface.neighbours[cells]
        edges = ~inside[beyond] & (beyond != cells[:, None])
        behind = beyond[edges]
        widths = [self._borders(self._seen(at.view), cells, edges, at, each) for each in DIRECTIONS]
        borders = np.array([np.bincount(of[behind], width, minlength=at.territory + 1) for width in widths])
        ahead, width = borders[DIRECTIONS.index(direction)], widths[DIRECTIONS.index(direction)]
        claim = ahead * np.sqrt(ahead / np.maximum(borders.sum(axis=0), 1e-9))
        if direction[1]:
            claim[at.territory] *= GOES_ON_UPRIGHT
        for territory in np.argsort(-claim, kind="stable"):
            if claim[territory] > 0:
                yield int(territory), behind[(of[behind] == territory) & (width > 0)]

    def _borders(self, seen: Seen, cells: Cells, edges: Bools, at: Stop, direction: Direction) -> Floats:
        """How wide these ``edges`` (k, 4) of ``cells`` (k,) are across the direction (cm), where they face it and lie
        ahead; less the further they lie beside the way."""
        corners = seen.view.xy[self.territories.surface.cells[cells]]
        following = np.roll(corners, -1, axis=1)
        along, middles = (following - corners)[edges], ((corners + following) / 2)[edges]
        outward = along[:, ::-1] * (1.0, -1.0)
        own = np.repeat(seen.middles[cells], edges.sum(axis=1), axis=0)
        outward *= np.where((outward * (middles - own)).sum(axis=1) < 0, -1.0, 1.0)[:, None]
        towards, away = np.array(direction, float), middles - (at.x, at.y)
        beside = away @ towards[::-1]
        aisle = max(LEAST_AISLE_CM, AISLE_SHARE * float(np.ptp(beside))) if len(beside) else LEAST_AISLE_CM
        nearness = np.exp(-((beside / aisle) ** 2)) * (away @ towards > -BEHIND_CM)
        return np.maximum(outward @ towards, 0.0) * nearness

    def _enter(self, territory: int, view: str, over: Cells) -> Stop | None:
        """A place on the next territory: on this view if it shows the border that one comes over, or enough else."""
        mine, seen = self.territories.of == territory, self._seen(view)
        best, most = self._most_of(mine)
        shown = float(seen.size @ (mine & seen.there))
        enough = HERE if seen.there[over].any() else GOES_ON
        return self._place(mine, view if shown >= enough * most else best)

    def _further(self, at: Stop, over: Cells) -> Stop | None:
        """The same territory on the view that shows the skin behind the edge of this one."""
        mine = self.territories.of == at.territory
        behind = np.zeros(len(mine), np.bool_)
        behind[over] = True
        for hidden in (behind, mine & ~self._seen(at.view).there):
            view, most = self._most_of(hidden, at.view)
            if most > 0:
                return self._place_on(view, mine)
        return None

    # ---- where one can stand

    def _place(self, mask: Bools, view: str | None) -> Stop | None:
        shown = {name: float(self._seen(name).size @ mask) for name in self._views}
        order = sorted(shown, key=lambda name: (-shown[name], name))
        if view in shown and shown[view] >= HERE * shown[order[0]]:
            order.insert(0, view)
        return next((found for name in order if (found := self._place_on(name, mask)) is not None), None)

    def _place_on(self, view: str, mask: Bools) -> Stop | None:
        """A place in the midst of what a view shows of these cells; None where nothing of them can be seen."""
        seen, surface, of = self._seen(view), self.territories.surface, self.territories.of
        shown = mask & seen.there
        cells = np.flatnonzero(shown)
        if not len(cells) or float(seen.size[cells].sum()) <= 0:
            return None
        middle = np.average(seen.middles[cells], axis=0, weights=seen.size[cells] + 1e-9)
        rim = ~shown[surface.neighbours[cells]].all(axis=1)
        far = ((seen.middles[cells] - middle) ** 2).sum(axis=1) + RIM_CM2 * rim
        for cell in cells[np.argsort(far, kind="stable")][:TRIES]:
            place = seen.view.locate(surface.point(int(cell), (0.5, 0.5)))
            there = seen.view.lift_point(*place) if place is not None else None
            if place is not None and there is not None and mask[there.cell]:
                return Stop(view, *place, int(of[there.cell]))
        return None

    def _most_of(self, mask: Bools, without: str = "") -> tuple[str, float]:
        """The view that shows most of these cells, and how much (cm²)."""
        shown = {name: float(self._seen(name).size @ mask) for name in self._views if name != without}
        best = min(shown, key=lambda name: (-shown[name], name))
        return best, shown[best]

    def _look(self, name: str) -> Seen:
        view, surface = self._views[name], self.territories.surface
        there = np.zeros(len(surface.cells), np.bool_)
        there[view.cell] = True
        corners = view.xy[surface.cells]
        x, y = corners[..., 0], corners[..., 1]
        area = (np.roll(x, -1, axis=1) * y - x * np.roll(y, -1, axis=1)).sum(axis=1) / 2
        return Seen(view, there, np.where(there, np.maximum(area, 0.0), 0.0), corners.mean(axis=1))


def step(at: Point, direction: Direction, length: float, on_skin: Callable[[float, float], bool]) -> Point:
    """The place ``length`` cm further, or the first skin beyond it when that is a gap; the same place at the rim."""
    dx, dy = direction
    gone = length
    while gone <= FARTHEST_CM:
        x, y = at[0] + dx * gone, at[1] + dy * gone
        if on_skin(x, y):
            return x, y
        gone += LOOK_CM
    return at
