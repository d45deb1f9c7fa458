"""What of a document is seen on a view, as painter paths; all worked out once and kept while it stays the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
from msgspec.structs import replace
from PySide6.QtGui import QPainterPath

from bodymap.body.field import Field
from bodymap.body.sketch import sketch
from bodymap.body.stroke import stroke_field
from bodymap.body.surface import Surface, SurfacePoint
from bodymap.body.view import View
from bodymap.gui.canvas.layers import Veil, ZonePaths
from bodymap.gui.canvas.mark_layer import MarkPaths
from bodymap.gui.canvas.shapes import path_of, path_of_rings
from bodymap.gui.canvas.together import Together, sketched
from bodymap.gui.edits import shape_of
from bodymap.gui.patterns import shown_qualities
from bodymap.pain.drawing import DEFAULT_INTENSITY, Mark

if TYPE_CHECKING:
    from bodymap.atlas.shapes import PointZones
    from bodymap.engine import ChosenZones


Kept = TypeVar("Kept")
Sketched = tuple[QPainterPath, QPainterPath, bool]
MOST_KEPT = 224
"""Shapes kept ready: some thirty muscles on seven views."""


class Projector:
    """The views of one figure, and shapes on them. Fields and points are of cells, so any figure's will do."""

    def __init__(self, surface: Surface, views: dict[str, View]) -> None:
        self.surface = surface
        self.views = views
        self._shapes: WeakKeyDictionary[Mark, Field] = WeakKeyDictionary()
        self._sketches: dict[tuple[int, str], tuple[Field, Sketched]] = {}
        self._marks: dict[tuple[int, str], tuple[Mark, MarkPaths]] = {}
        self._zones: dict[tuple[int, str], tuple[PointZones, ZonePaths]] = {}
        self._last: Together | None = None

    def mark(self, mark: Mark, view: str) -> MarkPaths:
        """A mark as it is seen on a view, the same object while the mark is; its path is empty where it is not seen.

        At first it is a rough one, worked out at once; after :meth:`refine` it is exact.
        """
        known = self._marks.get((mark.id, view))
        if known is None or known[0] is not mark:
            known = mark, self.rough(self._shape(mark), view, mark)
            _remember(self._marks, (mark.id, view), known)
        return known[1]

    def rough(self, shape: Field, view: str, mark: Mark | None = None) -> MarkPaths:
        """A shape as it is seen on a view, at once but not exactly: in place of ``mark``, or as a new mark."""
        path, rim, empty = self._sketched(shape, view)
        middle = self.locate(mark.anchor, view) if mark is not None and mark.anchor is not None else None
        return MarkPaths(
            mark_id=mark.id if mark is not None else 0,
            intensity=mark.intensity if mark is not None else DEFAULT_INTENSITY,
            path=path,
            middle=middle,
            qualities=shown_qualities(mark.qualities) if mark is not None else (),
            rim=rim,
            rough=not empty,
        )

    def _sketched(self, shape: Field, view: str) -> Sketched:
        """The pieces and the rim of a shape; kept for a moment, as the spot under the hand becomes the mark."""
        known = self._sketches.get((id(shape), view))
        if known is None or known[0] is not shape:
            seen = sketch(self.views[view], shape)
            known = shape, (path_of_rings(seen.rings), path_of_rings([seen.rim], closed=False), seen.empty)
            _remember(self._sketches, (id(shape), view), known, 2 * len(self.views))
        return known[1]

    def refine(self, marks: Sequence[Mark]) -> bool:
        """Work out one view of one of these marks exactly. False when nothing is left to do."""
        for mark in marks:
            for view in self.views:
                known = self._marks.get((mark.id, view))
                if known is not None and known[0] is mark and known[1].rough:
                    exact = replace(known[1], path=self.field(self._shape(mark), view), rim=None, rough=False)
                    self._marks[mark.id, view] = mark, exact
                    return True
        return False

    def _shape(self, mark: Mark) -> Field:
        """The shape of a mark; that of a spot is made once for all views."""
        if mark.field is None and mark.anchor is not None:
            return _patch(self.surface, mark.anchor, mark.radius_cm)
        if mark not in self._shapes:
            self._shapes[mark] = shape_of(mark, self.surface)
        return self._shapes[mark]

    def zones(self, chosen: ChosenZones, view: str) -> list[ZonePaths]:
        """The zones of a chosen source as they are seen on a view: rough ones at first (see :meth:`exact_zones`)."""
        if not self.knows(chosen, view):
            for point, paths in zip(chosen.points, sketched(self._together(chosen), self.views[view]), strict=True):
                _remember(self._zones, (id(point), view), (point, paths))
        return [self._zones[id(point), view][1] for point in chosen.points]

    def knows(self, chosen: ChosenZones, view: str) -> bool:
        """Whether the zones of a source on a view need not be worked out."""
        known = (self._zones.get((id(point), view)) for point in chosen.points)
        return all(each is not None and each[0] is point for each, point in zip(known, chosen.points, strict=True))

    def seen_cm2(self, chosen: ChosenZones, view: str) -> float:
        """About how much of a source's pattern a view shows, in cm²; spillover counts a third, a spot 25 cm²."""
        return self._together(chosen).seen_cm2(self.views[view])

    def exact_zones(self, chosen: ChosenZones, view: str) -> Iterator[None]:
        """Work the zones of a source out exactly on a view, one outline at each step."""
        for point, rough in zip(chosen.points, self.zones(chosen, view), strict=True):
            if rough.rims is not None:
                essential = self.field(point.essential, view)
                yield
                spillover = self.field(point.spillover, view)
                exact = replace(rough, essential=essential, spillover=spillover, rims=None)
                _remember(self._zones, (id(point), view), (point, exact))
                yield

    def _together(self, chosen: ChosenZones) -> Together:
        """All of a source, kept while the views are asked one after the other."""
        if self._last is None or self._last.points != chosen.points:
            self._last = Together.of(chosen.points, self.surface)
        return self._last

    def veil(self, field: Field, view: str) -> Veil:
        """A field on a view at once, but not exactly."""
        seen = sketch(self.views[view], field)
        return Veil(path_of_rings(seen.rings), path_of_rings([seen.rim], closed=False))

    def field(self, field: Field, view: str) -> QPainterPath:
        """A field's outline on a view."""
        return path_of(self.views[view].project(field))

    def locate(self, point: SurfacePoint, view: str) -> tuple[float, float] | None:
        """Where a point of the skin is seen on a view."""
        return self.views[view].locate(point)

    def spot(self, point: SurfacePoint, radius_cm: float, view: str, mark: Mark | None = None) -> MarkPaths:
        """A spot on a view, at once but not exactly; of the same kind as ``mark``, if any."""
        return replace(self.rough(_patch(self.surface, point, radius_cm), view, mark), middle=self.locate(point, view))

    def ring(self, point: SurfacePoint, radius_cm: float, view: str) -> QPainterPath:
        """The edge of what a brush covers at a point."""
        return path_of_rings([sketch(self.views[view], _patch(self.surface, point, radius_cm)).rim], closed=False)


def _remember(memory: dict[tuple[int, str], Kept], key: tuple[int, str], value: Kept, most: int = MOST_KEPT) -> None:
    """Keep a value; the oldest goes when there are too many, with all that it holds."""
    memory.pop(key, None)
    memory[key] = value
    while len(memory) > most:
        del memory[next(iter(memory))]


@lru_cache(maxsize=64)
def _patch_of(surface: Surface, cell: int, uv: tuple[float, float], radius_cm: float) -> Field:
    return stroke_field(surface, [(surface.point(cell, uv), radius_cm)])


def _patch(surface: Surface, point: SurfacePoint, radius_cm: float) -> Field:
    """The field of a spot, kept so that its views need it made once only."""
    return _patch_of(surface, point.cell, point.uv, radius_cm)


def path_shares(points: tuple[SurfacePoint, ...]) -> list[float]:
    """The share 0..1 of the whole path's length at each of its points."""
    positions = np.array([point.position for point in points])
    gone = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(positions, axis=0), axis=1))])
    return [float(share) for share in gone / max(gone[-1], 1e-9)]
