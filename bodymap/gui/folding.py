"""A line of widgets that goes on in the next line where it is too long, as in a narrow window or a wordy language."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bodymap.gui.flow import FlowLayout

GAP = 16


class FoldingLine(FlowLayout):
    """The last widget stands at the right end of its line."""

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets inside ``rect``."""
        super().setGeometry(rect)
        last = self.itemAt(self.count() - 1)
        if last is not None:
            place = last.geometry()
            place.moveRight(rect.right())
            last.setGeometry(place)


class Folding(QWidget):
    """Put widgets into ``line``, then :meth:`level` them. It is as high as its lines are at its width."""

    def __init__(self) -> None:
        super().__init__()
        self.line = FoldingLine(self, GAP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def level(self) -> None:
        """Give all widgets the same height, so that each line has one middle."""
        items = [item for item in map(self.line.itemAt, range(self.line.count())) if item is not None]
        tallest = max((item.sizeHint().height() for item in items), default=0)
        for widget in (item.widget() for item in items):
            if widget is not None:
                widget.setMinimumHeight(tallest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the lines need."""
        super().resizeEvent(event)
        self.setFixedHeight(self.line.heightForWidth(self.width()))
