"""A source on a view at once: all its trigger points are sketched together, which takes little longer than one."""

from __future__ import annotations

from itertools import accumulate, islice
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from bodymap.body.field import Field
from bodymap.body.sketch import sketches
from bodymap.body.surface import Floats, Surface, SurfacePoint
from bodymap.body.view import View
from bodymap.gui.canvas.layers import ZonePaths
from bodymap.gui.canvas.shapes import path_of_rings, runs_of, smooth_path

if TYPE_CHECKING:
    from bodymap.atlas.shapes import PointZones

SPILLOVER_COUNTS = 1 / 3
SPOT_CM2 = 25.0
"""A spot to press counts as so much pattern when views are compared."""


class Together(Struct, frozen=True, eq=False):
    """The trigger points of a source laid together: ``zones`` holds the cells of their essential and spillover zones by
    turns, up to each of ``ends``; ``shares`` (n,) is how much each cell counts when views are compared, 0-1; ``spots``
    and ``fibres`` are one point's after the other's.
    """

    points: tuple[PointZones, ...]
    zones: Field
    ends: tuple[int, ...]
    shares: Floats
    spots: tuple[SurfacePoint, ...]
    fibres: tuple[SurfacePoint, ...]

    @staticmethod
    def of(points: tuple[PointZones, ...], surface: Surface) -> Together:
        """Lay these together; there is at least one."""
        fields = [field for point in points for field in (point.essential, point.spillover)]
        sizes = [len(field.cells) for field in fields]
        zones = Field(*(np.concatenate(parts) for parts in zip(*((f.cells, f.values) for f in fields), strict=True)))
        return Together(
            points,
            zones,
            tuple(accumulate(sizes)),
            zones.shares(surface) * np.repeat(np.tile([1.0, SPILLOVER_COUNTS], len(points)), sizes),
            tuple(spot for point in points for spot in point.spots),
            tuple(place for point in points for place in point.fibres),
        )

    def seen_cm2(self, view: View) -> float:
        """About how much of all this a view shows."""
        spots = sum(place is not None for place in view.locate_all(self.spots))
        return view.shown_cm2(self.zones, self.shares) + SPOT_CM2 * spots


def sketched(source: Together, view: View) -> list[ZonePaths]:
    """Each of the points as it is seen on a view, roughly."""
    areas = sketches(view, source.zones, source.ends)
    spots, fibres = iter(view.locate_all(source.spots)), iter(view.locate_all(source.fibres))
    return [
        ZonePaths(
            path_of_rings(essential.rings),
            path_of_rings(spillover.rings),
            tuple(smooth_path(run) for run in runs_of(islice(fibres, len(point.fibres)))),
            tuple(place for place in islice(spots, len(point.spots)) if place is not None),
            (path_of_rings([essential.rim], closed=False), path_of_rings([spillover.rim], closed=False)),
        )
        for point, essential, spillover in zip(source.points, areas[::2], areas[1::2], strict=True)
    ]
