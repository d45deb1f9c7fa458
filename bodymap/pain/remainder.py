"""What is left of a pain: the marked skin that some sources, or the whole atlas, do not explain, and where it is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bodymap.atlas.compile import Compiled
from bodymap.body.surface import Side, SurfaceRegion
from bodymap.pain.match import SIDES, Candidate, Ranking

LEAST_CM2 = 0.5
"""Less than this of a region is not worth naming, unless it is all there is."""

Floats32 = NDArray[np.float32]


class Lies(Struct, frozen=True):
    """Skin lies in a named region: ``cm2`` of it, the ``share`` 0-1 of all that is asked about."""

    region: str
    side: Side
    cm2: float
    share: float


class Remainder(Struct, frozen=True, eq=False):
    """Marked skin that is left over: its ``region``, ``cm2``, and its ``share`` 0-1 of the pain (intensity counts)."""

    region: SurfaceRegion
    cm2: float
    share: float


def unexplained(ranking: Ranking, compiled: Compiled) -> Remainder:
    """What no pattern of the whole atlas reaches, not even with its spillover."""
    return _remainder(ranking, compiled, ranking.unexplained)


def remainder(ranking: Ranking, compiled: Compiled, members: Sequence[Candidate]) -> Remainder:
    """What these sources do not reach, not even with their spillover."""
    reached = np.zeros(len(ranking.pain.cells), np.float32)
    for side in ranking.sides:
        columns = sorted({column for each in members if each.side == side.side for column in each.fit.columns})
        if columns:
            reached = np.maximum(reached, side.reached_by(columns))
    return _remainder(ranking, compiled, ranking.pain.hurts * (1 - reached))


def of_each_mark(ranking: Ranking) -> Floats32:
    """(k,) the share of each drawn mark that lies in no pattern of the atlas."""
    return ranking.pain.marks @ ranking.open_share(ranking.unexplained)


def lies_in(compiled: Compiled, weights: Floats32) -> tuple[Lies, ...]:
    """The named regions that cell ``weights`` (C,) lie in, the most first. Regions overlap, so shares can exceed 1.

    A midline region is named once, with the side on which more of it lies.
    """
    found: dict[str, list[tuple[float, Side]]] = {}
    for side in SIDES:
        cells = np.flatnonzero((weights > 0) & ((compiled.surface.side < 0) == (side == "right")))
        skin = weights[cells] * compiled.surface.area[cells]
        cm2 = skin @ compiled.region[compiled.side_cells(cells, side)].astype(np.float32) / 255
        for index in np.flatnonzero(cm2 > 0).tolist():
            found.setdefault(compiled.regions[index], []).append((float(cm2[index]), side))
    total = float(weights @ compiled.surface.area)
    midline = {name for name, both in zip(compiled.regions, compiled.midline.tolist(), strict=True) if both}
    listed: list[Lies] = []
    for name, parts in found.items():
        joined = [(sum(cm2 for cm2, _ in parts), max(parts)[1])] if name in midline else parts
        listed.extend(Lies(name, side, cm2, min(cm2 / total, 1.0)) for cm2, side in joined)
    listed.sort(key=lambda each: (-each.cm2, each.region, each.side != "right"))
    return tuple(each for each in listed if each.cm2 >= LEAST_CM2) or tuple(listed[:1])


def _remainder(ranking: Ranking, compiled: Compiled, left: Floats32) -> Remainder:
    cells = ranking.pain.cells
    weights = np.zeros(len(compiled.surface.cells), np.float32)
    weights[cells] = left / compiled.surface.area[cells]
    share = float(ranking.pain.mass @ ranking.open_share(left))
    return Remainder(SurfaceRegion(weights), float(left.sum()), min(share, 1.0))
