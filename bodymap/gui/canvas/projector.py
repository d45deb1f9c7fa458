"""What of a document is seen on a view, as painter paths; all worked out once and kept while it stays the same."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from PySide6.QtGui import QPainterPath

from bodymap.body.field import Field
from bodymap.body.stroke import stroke_field
from bodymap.body.surface import Surface, SurfacePoint
from bodymap.body.view import View
from bodymap.gui.canvas.layers import MarkPaths, ZonePaths
from bodymap.gui.canvas.shapes import path_of, runs_of, smooth_path, softened
from bodymap.pain.drawing import Mark

if TYPE_CHECKING:
    from bodymap.engine import ChosenZones, PointZones


Kept = TypeVar("Kept")
MOST_KEPT = 160
"""Shapes kept ready: some thirty muscles on five views."""


class Projector:
    """The views of one figure, and shapes on them. Fields and points are of cells, so any figure's will do."""

    def __init__(self, surface: Surface, views: dict[str, View]) -> None:
        self.surface = surface
        self.views = views
        self.spot = lru_cache(maxsize=256)(self._spot)
        self._marks: dict[tuple[int, str], tuple[Mark, MarkPaths]] = {}
        self._zones: dict[tuple[int, str], tuple[PointZones, ZonePaths, float]] = {}

    def mark(self, mark: Mark, view: str) -> MarkPaths:
        """A mark as it is seen on a view, the same object while the mark is; its path is empty where it is not seen."""
        known = self._marks.get((mark.id, view))
        if known is None or known[0] is not mark:
            known = mark, self._mark(mark, view)
            _remember(self._marks, (mark.id, view), known)
        return known[1]

    def _mark(self, mark: Mark, view: str) -> MarkPaths:
        if mark.anchor is None:
            seen = self.views[view]
            soft = softened(seen.project(mark.region)).intersection(seen.outline)
            return MarkPaths(mark.id, mark.intensity, path_of(soft), None)
        path, middle = self.spot(mark.anchor.cell, mark.anchor.uv, mark.radius_cm, view)
        return MarkPaths(mark.id, mark.intensity, path, middle)

    def zones(self, chosen: ChosenZones, view: str) -> list[ZonePaths]:
        """The zones of a chosen source as they are seen on a view."""
        return [self._point_zones(point, view)[0] for point in chosen.points]

    def seen_cm2(self, chosen: ChosenZones, view: str) -> float:
        """How much of a source's pattern a view shows, in projected cm²; spillover counts a third, a spot 25 cm²."""
        return sum(self._point_zones(point, view)[1] for point in chosen.points)

    def field(self, field: Field, view: str) -> QPainterPath:
        """A field's outline on a view."""
        return path_of(self.views[view].project(field))

    def locate(self, point: SurfacePoint, view: str) -> tuple[float, float] | None:
        """Where a point of the skin is seen on a view."""
        return self.views[view].locate(point)

    def _spot(
        self, cell: int, uv: tuple[float, float], radius_cm: float, view: str
    ) -> tuple[QPainterPath, tuple[float, float] | None]:
        point = self.surface.point(cell, uv)
        return path_of(self.views[view].project(_patch(self.surface, point, radius_cm))), self.views[view].locate(point)

    def _point_zones(self, point: PointZones, view: str) -> tuple[ZonePaths, float]:
        known = self._zones.get((id(point), view))
        if known is not None and known[0] is point:
            return known[1], known[2]
        seen = self.views[view]
        essential, spillover = seen.project(point.essential), seen.project(point.spillover)
        spots = tuple(place for place in (seen.locate(each) for each in point.spots) if place is not None)
        fibres = tuple(smooth_path(run) for run in runs_of(seen.locate(each) for each in point.fibres))
        paths = ZonePaths(path_of(essential), path_of(spillover), fibres, spots)
        area = float(essential.area + spillover.area / 3) + 25.0 * len(spots)
        _remember(self._zones, (id(point), view), (point, paths, area))
        return paths, area


def _remember(memory: dict[tuple[int, str], Kept], key: tuple[int, str], value: Kept) -> None:
    """Keep a value; the oldest goes when there are too many, with all that it holds."""
    memory.pop(key, None)
    memory[key] = value
    while len(memory) > MOST_KEPT:
        del memory[next(iter(memory))]


@lru_cache(maxsize=64)
def _patch_of(surface: Surface, cell: int, uv: tuple[float, float], radius_cm: float) -> Field:
    return stroke_field(surface, [(surface.point(cell, uv), radius_cm)])


def _patch(surface: Surface, point: SurfacePoint, radius_cm: float) -> Field:
    """The field of a spot, kept so that the five views of it need it made once only."""
    return _patch_of(surface, point.cell, point.uv, radius_cm)


def path_shares(points: tuple[SurfacePoint, ...]) -> list[float]:
    """The share 0..1 of the whole path's length at each of its points."""
    positions = np.array([point.position for point in points])
    gone = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(positions, axis=0), axis=1))])
    return [float(share) for share in gone / max(gone[-1], 1e-9)]
