"""Where things stand on a plate. Lengths are logical pixels of 1/120 inch."""

from __future__ import annotations

import shapely
from PySide6.QtCore import QRectF

from bodymap.body.view import View
from bodymap.engine import Engine
from bodymap.gui.canvas.arrange import Profile, packed, profile
from bodymap.gui.canvas.layers import ZonePaths

WIDTH, HEIGHT = 1404, 992
MARGIN = 52
FIGURES_TOP, FIGURES_HEIGHT = 146, 552
SOLES_ENLARGED = 1.8
ROW = ("front", "back", "right", "inner_right", "inner_left", "left", "soles")
"""The views from left to right; over the hands there is room for a piece of body, closer."""


def places_of_views(engine: Engine) -> list[tuple[View, QRectF]]:
    """Where the views stand on the page: all in one scale and on one line; only the soles are enlarged."""
    views = {name: engine.view(name) for name in ROW}
    shapes = [(name, _profile(view)) for name, view in views.items()]
    starts, width = packed(shapes)
    scale = min(FIGURES_HEIGHT / max(shape.height for _, shape in shapes), (WIDTH - 2 * MARGIN) / width)
    spare = (WIDTH - 2 * MARGIN - scale * width) / (len(shapes) - 1)
    placed = []
    for number, (name, shape) in enumerate(shapes):
        left, height = MARGIN + starts[name] * scale + number * spare, shape.height * scale
        box = QRectF(left, FIGURES_TOP + FIGURES_HEIGHT - height, shape.width * scale, height)
        placed.append((views[name], box))
    return placed


def stand(view: View, box: QRectF) -> float:
    """Where a view's name is centred: under its feet."""
    shape = _profile(view)
    return box.left() + shape.stand * box.width() / shape.width


def _profile(view: View) -> Profile:
    """The silhouette of a view as large as it is drawn."""
    by = enlarged(view)
    return profile(view.size_cm[0] * by, view.size_cm[1] * by, shapely.get_coordinates(view.outline) * by)


def bounds(paths: list[ZonePaths]) -> QRectF:
    """The box round all zones of a view."""
    box = QRectF()
    for each in paths:
        box = box.united(each.essential.boundingRect()).united(each.spillover.boundingRect())
    return box


def enlarged(view: View) -> float:
    """How much larger than the others a view is drawn."""
    return SOLES_ENLARGED if view.id == "soles" else 1.0
