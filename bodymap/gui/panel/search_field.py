"""The line in which one types what to look for. The keyboard stays in it while arrows move through the results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit

from bodymap.gui.icons import icon

if TYPE_CHECKING:
    from bodymap.gui.theme import Theme

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 4,
    Qt.Key.Key_PageUp: -4,
}
MOST_LETTERS = 120


class SearchField(QLineEdit):
    """``turned_to`` to search; ``moved`` by so many results, ``taken`` by Enter, ``left`` by Esc."""

    turned_to = Signal()
    moved = Signal(int)
    taken = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("searchField")
        self.setPlaceholderText(self.tr("Search: muscle, place, symptom, movement"))
        self.setAccessibleName(self.tr("Search"))
        self.setAccessibleDescription(self.tr("Results appear while you type. Arrow keys choose, Enter opens."))
        self.setToolTip(self.tr("Search the atlas (Ctrl+F or /)"))
        self.setMaxLength(MOST_LETTERS)
        self.setClearButtonEnabled(True)
        clear = self.findChild(QAction, "_q_qlineeditclearaction")
        if clear is not None:
            clear.setText(self.tr("Empty the search field"))
        self._sign = QAction(icon("search", theme, theme.text_muted), self.tr("Search"), self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._sign.setIcon(icon("search", theme, theme.text_muted))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by shortcut is a wish to search; coming past with Tab is not."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ShortcutFocusReason:
            self.selectAll()
            self.turned_to.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Neither is a click anywhere else."""
        super().mousePressEvent(event)
        self.turned_to.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter go to the results, Escape gives up."""
        by = _STEPS.get(Qt.Key(event.key()))
        if by is not None:
            self.moved.emit(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
