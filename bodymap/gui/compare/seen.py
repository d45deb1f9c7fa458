"""What is seen of two drawings on each view, as painter paths."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import shapely
from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from bodymap.gui.canvas.shapes import path_of
from bodymap.gui.edits import shape_of
from bodymap.gui.plate_layout import ROW

if TYPE_CHECKING:
    from bodymap.body.view import View
    from bodymap.engine import Engine
    from bodymap.pain.drawing import Drawing

MOST_VIEWS = 4
WORTH_SHOWING = 0.12
"""A view is shown when it shows at least this share of what the best one does."""


class Seen(Struct, frozen=True, eq=False):
    """A view with what was marked ``then`` and is marked ``now``; ``bounds`` go round both, in cm of the view."""

    view: View
    then: QPainterPath
    now: QPainterPath
    bounds: QRectF


def seen_on_views(engine: Engine, before: Drawing, now: Drawing) -> tuple[Seen, ...]:
    """The views that tell most of two drawings, in the order in which they stand on a page."""
    found: list[tuple[float, Seen]] = []
    for name in ROW:
        view = engine.view(name)
        areas = [_area(engine, view, drawing) for drawing in (before, now)]
        either = shapely.union_all(areas)
        if either.is_empty:
            continue
        west, north, east, south = either.bounds
        bounds = QRectF(west, north, east - west, south - north)
        found.append((float(either.area), Seen(view, path_of(areas[0]), path_of(areas[1]), bounds)))
    most = max((area for area, _ in found), default=0.0)
    best = sorted((area for area, _ in found), reverse=True)[:MOST_VIEWS]
    return tuple(seen for area, seen in found if area >= WORTH_SHOWING * most and area in best)


def _area(engine: Engine, view: View, drawing: Iterable[Any]) -> Any:
    """All that a drawing marks on a view, as one geometry."""
    parts = [view.project(shape_of(mark, engine.surface)) for mark in drawing]
    return shapely.union_all([shapely.make_valid(part) for part in parts])
