"""Where things stand on a plate. Lengths are logical pixels of 1/120 inch."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from bodymap.body.surface import body_facts
from bodymap.body.view import View
from bodymap.engine import Engine
from bodymap.gui.canvas.layers import ZonePaths

WIDTH, HEIGHT = 1404, 992
MARGIN = 52
FIGURES_TOP, FIGURES_HEIGHT = 146, 552
GAP_CM = 5.0
SOLES_ENLARGED = 1.8


def places_of_views(engine: Engine) -> list[tuple[View, QRectF]]:
    """Where the views stand on the page: all in one scale and on one line; only the soles are enlarged."""
    views = [engine.view(name) for name in body_facts().views]
    sizes = [(view.size_cm[0] * enlarged(view), view.size_cm[1] * enlarged(view)) for view in views]
    scale = min(
        FIGURES_HEIGHT / max(height for _, height in sizes),
        (WIDTH - 2 * MARGIN) / (sum(width for width, _ in sizes) + GAP_CM * (len(views) - 1)),
    )
    spare = (WIDTH - 2 * MARGIN - scale * sum(width for width, _ in sizes)) / (len(views) - 1)
    left, placed = float(MARGIN), []
    for view, (width, height) in zip(views, sizes, strict=True):
        top = FIGURES_TOP + FIGURES_HEIGHT - height * scale
        placed.append((view, QRectF(left, top, width * scale, height * scale)))
        left += width * scale + spare
    return placed


def bounds(paths: list[ZonePaths]) -> QRectF:
    """The box round all zones of a view."""
    box = QRectF()
    for each in paths:
        box = box.united(each.essential.boundingRect()).united(each.spillover.boundingRect())
    return box


def enlarged(view: View) -> float:
    """How much larger than the others a view is drawn."""
    return SOLES_ENLARGED if view.id == "soles" else 1.0
