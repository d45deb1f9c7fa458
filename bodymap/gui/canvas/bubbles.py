"""Words that float over the canvas: the name of the region under the cursor, and the hint of an empty drawing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from bodymap.gui.theme import SPACE, Theme, font

CLEAR_PX = 22
"""The bubble keeps this far from the cursor, so that it never covers the spot it names."""


class Bubble(QLabel):
    """A small rounded label that lets the mouse through."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(font("small"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Dress the bubble."""
        self.setStyleSheet(
            f"#{self.objectName()} {{ background: {theme.surface.name()}; color: {theme.text.name()};"
            f" border: 1px solid {theme.border.name()}; border-radius: {SPACE}px; }}"
        )
        if self.text():
            self.adjustSize()

    def say(self, text: str) -> None:
        """Show a text, or hide when there is none."""
        if text != self.text():
            self.setText(text)
            self.adjustSize()
        self.setVisible(bool(text))

    def stand_by(self, cursor: QPoint, room: QRect) -> None:
        """Stand beside the cursor, above it where there is room, and never outside of ``room``."""
        x = cursor.x() + CLEAR_PX
        if x + self.width() > room.right() - SPACE:
            x = cursor.x() - CLEAR_PX - self.width()
        y = cursor.y() - CLEAR_PX - self.height()
        if y < room.top() + SPACE:
            y = cursor.y() + CLEAR_PX
        self.move(max(room.left() + SPACE, x), y)

    def stand_clear(self, room: QRect, around: QRect, is_free: Callable[[QRect], bool]) -> None:
        """Stand in ``room`` closely over or under ``around``, rather in the middle, where nothing is covered."""
        middle, right = room.center().x() - self.width() // 2, room.right() - self.width() - SPACE
        over = max(room.top() + SPACE, around.top() - self.height() - 2 * SPACE)
        under = min(room.bottom() - self.height() - SPACE, around.bottom())
        corners = [QPoint(x, y) for x in (middle, room.left() + SPACE, right) for y in (over, under)]
        places = [QRect(corner, self.size()) for corner in corners]
        self.setGeometry(next((place for place in places if is_free(place)), places[0]))
