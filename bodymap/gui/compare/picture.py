"""The pieces of body on which two drawings lie, over each other or one drawing alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bodymap.gui.canvas.figure import FigureItem
from bodymap.gui.closeup import paint_name, seen_from
from bodymap.gui.compare.look import paint_now, paint_then
from bodymap.gui.theme import RADIUS, SPACE, Theme

if TYPE_CHECKING:
    from bodymap.gui.canvas.pictures import Pictures
    from bodymap.gui.compare.seen import Seen

Which = Literal["both", "then", "now"]
LEAST_CM = 44.0
"""No piece of body is smaller: it has to be recognised."""
ROUND_CM = 8.0
HEIGHT = 330
NARROW = 200
"""Where there is less room for a view than this (logical pixels), the views stand in two rows."""


class ComparePicture(QWidget):
    """Views side by side, all in one scale. ``which``: both drawings over each other, or one of them."""

    def __init__(self, seen: Sequence[Seen], which: Which, pictures: Pictures, theme: Theme, says: str) -> None:
        super().__init__()
        self._seen, self._which, self._theme = tuple(seen), which, theme
        self._figures = [FigureItem(each.view, pictures, theme) for each in seen]
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pictures.finer.connect(self._sharper)

    def sizeHint(self) -> QSize:
        """Wide, and as high as a piece of body needs."""
        return QSize(400, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each view in its frame."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        boxes = self._boxes()
        scale = self._scale(boxes[0]) if boxes else 1.0
        for each, figure, box in zip(self._seen, self._figures, boxes, strict=True):
            self._view(painter, each, figure, box, scale)
        painter.end()

    def _boxes(self) -> list[QRectF]:
        """Where the views stand: in a row, or in two where the row would be too narrow."""
        count = len(self._seen)
        if not count:
            return []
        rows = 2 if count > 1 and self.width() / count < NARROW else 1
        columns = -(-count // rows)
        width = (self.width() - SPACE * (columns - 1)) / columns
        height = (self.height() - SPACE * (rows - 1)) / rows
        return [
            QRectF((place % columns) * (width + SPACE), (place // columns) * (height + SPACE), width, height)
            for place in range(count)
        ]

    def _scale(self, box: QRectF) -> float:
        """Pixels per cm at which what is marked fits into a frame on every view."""
        wide = max(each.bounds.width() for each in self._seen) + 2 * ROUND_CM
        high = max(each.bounds.height() for each in self._seen) + 2 * ROUND_CM
        least = min(box.width(), box.height()) / LEAST_CM
        return min(box.width() / wide, box.height() / high, least)

    def _view(self, painter: QPainter, seen: Seen, figure: FigureItem, box: QRectF, scale: float) -> None:
        frame = QPainterPath()
        frame.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.save()
        painter.setClipPath(frame)
        painter.fillPath(frame, self._theme.window)
        middle = self._middle(seen, box, scale)
        painter.translate(box.center())
        painter.scale(scale, scale)
        painter.translate(-middle)
        figure.draw(painter)
        if self._which != "then":
            paint_now(painter, seen.now, self._theme, scale)
        if self._which != "now":
            paint_then(painter, seen.then, self._theme, scale)
        painter.restore()
        painter.setPen(QPen(self._theme.border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(frame)
        paint_name(painter, seen_from(seen.view.id), box.topLeft(), self._theme)

    def _middle(self, seen: Seen, box: QRectF, scale: float) -> QPointF:
        """What of the view stands in the middle: what is marked, without more empty air than need be."""
        width, height = seen.view.size_cm
        half_wide, half_high = box.width() / scale / 2, box.height() / scale / 2
        at = seen.bounds.center()
        return QPointF(_held(at.x(), half_wide, width), _held(at.y(), half_high, height))

    def _sharper(self, _figure: str, _view: str) -> None:
        self.update()


def _held(at: float, half: float, size: float) -> float:
    """The middle of a window of 2 x ``half`` on 0..``size`` near ``at``, over the edge no further than need be."""
    return size / 2 if 2 * half >= size else min(max(at, half), size - half)
