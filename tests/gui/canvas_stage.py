"""Eyes and hands for the tests of the real canvas; its fixtures are in conftest."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from bodymap.body.surface import SurfacePoint
from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.document import Document

LEFT = Qt.MouseButton.LeftButton


def pixel(canvas: BodyCanvas, view: str, place: str | SurfacePoint, engine: Engine) -> QPoint:
    """Where a place of the skin is seen on the canvas."""
    point = engine.places.resolve(place) if isinstance(place, str) else place
    seen = canvas.projector.locate(point, view)
    assert seen is not None, f"{place} is hidden from the {view}"
    return canvas.pixel_of(*canvas.stage.to_scene(view, *seen)).toPoint()


def gap(document: Document, place: str, engine: Engine) -> float:
    """Distance in cm from the first mark to a place."""
    anchor = document.drawing[0].anchor
    assert anchor is not None
    wanted = engine.places.resolve(place).position
    return float(sum((a - b) ** 2 for a, b in zip(anchor.position, wanted, strict=True)) ** 0.5)


def bluer(picture: QImage, at: QPoint) -> int:
    color: QColor = picture.pixelColor(at)
    return color.blue() - color.red()


def redder(picture: QImage, at: QPoint) -> int:
    color: QColor = picture.pixelColor(at)
    return color.red() - color.green()


def wheel(canvas: BodyCanvas, at: QPoint, angle: int) -> None:
    where = QPointF(at)
    event = QWheelEvent(
        where,
        QPointF(canvas.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), event)
