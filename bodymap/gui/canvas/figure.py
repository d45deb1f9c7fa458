"""One figure on the canvas, seen from one side: silhouette, shading and inner contours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from bodymap.body.view import View
from bodymap.gui.canvas.pictures import Pictures
from bodymap.gui.canvas.shapes import path_of, path_of_runs
from bodymap.gui.theme import Theme

CLOSE_SCALE = 12.0
"""From so many device pixels per cm on every point of the silhouette is drawn; from afar half of them do."""
DENSE = 1.5
"""From this device pixel ratio on a line of one device pixel is too faint."""


class FigureItem(QGraphicsItem):
    """The body of one view, in its coordinates: cm, y down, origin in the corner of the view's box."""

    def __init__(self, view: View, pictures: Pictures, theme: Theme) -> None:
        super().__init__()
        self.view = view
        self.theme = theme
        self.pictures = pictures
        self.outline: QPainterPath = path_of(view.outline)
        self._from_afar = path_of(view.far)
        self._contours = path_of_runs(view.contours)
        self._bounds = self.outline.boundingRect().adjusted(-1, -1, 1, 1)

    def boundingRect(self) -> QRectF:
        """The silhouette with room for its line."""
        return self._bounds

    def shape(self) -> QPainterPath:
        """The silhouette."""
        return self.outline

    def set_theme(self, theme: Theme) -> None:
        """Dress the figure in other colours."""
        self.theme = theme
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the figure, where it is no part of a background."""
        self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """Fill the silhouette with the shading, then draw contours and silhouette as lines of constant width."""
        close = painter.worldTransform().m11() * painter.device().devicePixelRatioF() > CLOSE_SCALE
        outline = self.outline if close else self._from_afar
        paint_body(painter, self.view, self.pictures, self.theme, outline)
        hairline(painter, self._contours, self.theme.contour)
        hairline(painter, outline, self.theme.outline)


def hairline(painter: QPainter, path: QPainterPath, color: QColor) -> None:
    """Draw a line of about one logical pixel, whatever the zoom.

    Qt has a fast way for lines of one device pixel only, twenty times faster than a wide line: on a dense screen four
    of them beside each other make a fuller one, so that zooming a silhouette of thousands of points stays smooth.
    """
    pen = QPen(color, 1.0)
    pen.setCosmetic(True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    ratio = painter.device().devicePixelRatioF()
    if ratio < DENSE:
        painter.drawPath(path)
        return
    away = 0.5 / (painter.worldTransform().m11() * ratio)
    for dx, dy in ((away, 0.0), (-away, 0.0), (0.0, away), (0.0, -away)):
        painter.translate(dx, dy)
        painter.drawPath(path)
        painter.translate(-dx, -dy)


def paint_body(painter: QPainter, view: View, pictures: Pictures, theme: Theme, outline: QPainterPath) -> None:
    """Fill ``outline`` with the view's shading; the painter is in cm of the view."""
    scale = painter.worldTransform().m11() * painter.device().devicePixelRatioF()
    picture = pictures.picture(view.surface.name, view.id, theme, scale)
    brush = QBrush(picture.image)
    step = 1.0 / picture.px_per_cm
    brush.setTransform(QTransform(step, 0, 0, step, -picture.pad_cm, -picture.pad_cm))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(outline, brush)


def flat_line(color: QColor, width: float) -> QPen:
    """A pen for many short pieces that meet: without ends and corners, which would take most of the time."""
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin)


def line(color: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A round-ended pen, ``width`` in the painter's units."""
    return QPen(color, width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
