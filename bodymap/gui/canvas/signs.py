"""Small signs round the figures, of the same size at every zoom: names of views, R and L, the keyboard's cross."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from bodymap.gui.canvas.figure import line
from bodymap.gui.canvas.layers import faded
from bodymap.gui.theme import SPACE, Theme, font


class Sign(QGraphicsItem):
    """Something that keeps its size in pixels while the figures are zoomed."""

    def __init__(self, theme: Theme, z: float) -> None:
        super().__init__()
        self.theme = theme
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(z)

    def set_theme(self, theme: Theme) -> None:
        """Dress the sign in other colours."""
        self.theme = theme
        self.update()


class ViewName(Sign):
    """The name of a view under its figure; pressing it shows that view large. ``forward``: it tells most now."""

    def __init__(self, view: str, text: str, theme: Theme) -> None:
        super().__init__(theme, 8)
        self.view = view
        self.text = text
        self.folded = False
        self._boxes: dict[bool, QRectF] = {}
        self.hot = False
        self.forward = False

    def boundingRect(self) -> QRectF:
        """The text with some room, hanging under its place."""
        if self.folded not in self._boxes:
            size = QFontMetricsF(font("small")).size(0, self._lines())
            width, height = size.width() + 3 * SPACE, size.height() + SPACE
            self._boxes[self.folded] = QRectF(-width / 2, 0, width, height)
        return self._boxes[self.folded]

    def fold(self, folded: bool) -> None:
        """Write the text in two lines, or in one."""
        if folded != self.folded:
            self.prepareGeometryChange()
            self.folded = folded

    def _lines(self) -> str:
        return self.text.replace(" ", "\n", 1) if self.folded else self.text

    def set_theme(self, theme: Theme) -> None:
        """Dress the sign in other colours; the letters may have another size now."""
        self.prepareGeometryChange()
        self._boxes.clear()
        super().set_theme(theme)

    def set_state(self, hot: bool, forward: bool) -> None:
        """Show that the mouse is over it, and whether its view tells most of the chosen source."""
        if (hot, forward) != (self.hot, self.forward):
            self.hot, self.forward = hot, forward
            self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Plain words; a pill behind them when the mouse is there or the view is the one to look at."""
        box = self.boundingRect()
        if self.hot or self.forward:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.accent if self.forward else self.theme.surface_alt)
            radius = (QFontMetricsF(font("small")).height() + SPACE) / 2
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), radius, radius)
        color = self.theme.accent_text if self.forward else self.theme.text if self.hot else self.theme.text_muted
        painter.setPen(color)
        painter.setFont(font("small"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._lines())


class SideLetter(Sign):
    """R or L beside the body: the side of the person shown, not of the picture."""

    def __init__(self, letter: str, theme: Theme) -> None:
        super().__init__(theme, 7)
        self.letter = letter

    def boundingRect(self) -> QRectF:
        """A little square round its place."""
        side = QFontMetricsF(font("small")).height() + SPACE / 2
        return QRectF(-side / 2, -side / 2, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """The letter in a thin ring."""
        box = self.boundingRect().adjusted(1, 1, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(line(self.theme.border, 1.2))
        painter.drawEllipse(box)
        painter.setPen(self.theme.text_muted)
        painter.setFont(font("small"))
        painter.drawText(self.boundingRect(), Qt.AlignmentFlag.AlignCenter, self.letter)


class CrosshairItem(Sign):
    """The place that the keyboard works at."""

    REACH = 10.0

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, 9)
        self.setVisible(False)

    def boundingRect(self) -> QRectF:
        """The ring with its ticks and light edge."""
        reach = self.REACH + 8
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """A ring with four ticks that leaves its middle free."""
        path = QPainterPath()
        path.addEllipse(QPointF(0, 0), self.REACH, self.REACH)
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            path.moveTo(dx * (self.REACH - 4), dy * (self.REACH - 4))
            path.lineTo(dx * (self.REACH + 4), dy * (self.REACH + 4))
        painter.strokePath(path, line(faded(self.theme.surface, 0.9), 4.2))
        painter.strokePath(path, line(self.theme.focus, 1.8))
