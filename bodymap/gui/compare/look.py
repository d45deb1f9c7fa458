"""How then and now are drawn: told apart by pattern and line, with and without colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from bodymap.gui.theme import Theme, faded, mix


def paint_now(painter: QPainter, path: QPainterPath, theme: Theme, scale: float) -> None:
    """Now: an even fill with a solid edge. ``scale``: pixels per unit of the painter."""
    painter.fillPath(path, faded(theme.mark, 0.55))
    painter.strokePath(path, QPen(theme.mark, 1.6 / scale))


def paint_then(painter: QPainter, path: QPainterPath, theme: Theme, scale: float) -> None:
    """Then: hatched, with a dashed edge on a light one, so that it can be seen over now."""
    brush = QBrush(then_color(theme), Qt.BrushStyle.BDiagPattern)
    brush.setTransform(QTransform.fromScale(1 / scale, 1 / scale))
    painter.fillPath(path, brush)
    painter.strokePath(path, QPen(faded(theme.body_light, 0.8), 3.0 / scale))
    pen = QPen(then_color(theme), 1.8 / scale, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([3.0, 2.0])
    painter.strokePath(path, pen)


def then_color(theme: Theme) -> QColor:
    """Dark in both dresses: it has to stand out from the skin and from the colour of marks."""
    return theme.fibre


class Sample(QWidget):
    """A bit of skin as it was marked "then" or is "now"."""

    def __init__(self, what: str, theme: Theme) -> None:
        super().__init__()
        self._what, self._theme = what, theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A line of text high."""
        return QSize(40, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw skin and its mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        patch = QPainterPath()
        patch.addRoundedRect(box, 6, 6)
        painter.fillPath(patch, mix(self._theme.body_dark, self._theme.body_light, 0.8))
        (paint_then if self._what == "then" else paint_now)(painter, patch, self._theme, 1.0)
        painter.end()
