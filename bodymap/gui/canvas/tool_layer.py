"""What a drawing tool shows on a view: the ring of the brush, the line of the lasso."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from bodymap.gui.canvas.figure import line
from bodymap.gui.canvas.layers import Layer, faded
from bodymap.gui.theme import Theme

ROOM_CM = 1.0


class ToolLayer(Layer):
    """Thin lines over everything else; they say what a press or a release would do."""

    def __init__(self, figure: QGraphicsItem, bounds: QRectF, theme: Theme) -> None:
        super().__init__(figure, bounds, theme, 6)
        self.ring = QPainterPath()
        self.lasso = QPainterPath()

    def display_ring(self, ring: QPainterPath) -> None:
        """The edge of what the brush would cover; an empty path for none."""
        self._repaint(self.ring, ring)
        self.ring = ring

    def display_lasso(self, lasso: QPainterPath) -> None:
        """The line drawn so far; an empty path for none."""
        self._repaint(self.lasso, lasso)
        self.lasso = lasso

    def _repaint(self, before: QPainterPath, after: QPainterPath) -> None:
        for path in (before, after):
            if not path.isEmpty():
                self.update(path.controlPointRect().adjusted(-ROOM_CM, -ROOM_CM, ROOM_CM, ROOM_CM))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Dark on a light halo, so that both can be seen on any skin."""
        scale = painter.worldTransform().m11()
        if not self.ring.isEmpty():
            painter.strokePath(self.ring, line(faded(self.theme.body_light, 0.8), 3.0 / scale))
            painter.strokePath(self.ring, line(self.theme.mark, 1.3 / scale))
        if not self.lasso.isEmpty():
            painter.fillPath(self.lasso, faded(self.theme.mark, 0.14))
            painter.strokePath(self.lasso, line(faded(self.theme.body_light, 0.8), 3.4 / scale))
            dashes = QPen(self.theme.mark, 1.6 / scale, Qt.PenStyle.DashLine)
            painter.strokePath(self.lasso, dashes)
