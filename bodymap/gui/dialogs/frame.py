"""What all dialogs share: a title, a page that scrolls when it must, and a row of buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from bodymap.gui.kit import Page, button, column, label, row, rule, scrolls_by_key
from bodymap.gui.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Dialog(QDialog):
    """A dialog with a heading. Add parts to ``body`` and buttons with :meth:`add_button`, the main one last."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None, width: int = 600) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setModal(True)
        self._width = width
        self._outer = outer = column(self, 0)
        self._head = label(title, "title")
        self._head.setContentsMargins(3 * SPACE, round(2.5 * SPACE), 3 * SPACE, SPACE)
        outer.addWidget(self._head)
        self._page = Page(gap=1.25, margins=(3, 0.5, 3, 2))
        self.body = self._page.body
        self.body_bar = self._page.verticalScrollBar()
        outer.addWidget(self._page, 1)
        outer.addWidget(rule())
        self._buttons = row(gap=1, margins=(3, 1.5, 3, 1.75))
        self._buttons.addStretch(1)
        outer.addLayout(self._buttons)

    def set_title(self, title: str) -> None:
        """The heading, also that of the window."""
        self.setWindowTitle(title)
        self._head.setText(title)

    def add_button(self, text: str, name: str, *, primary: bool = False) -> QPushButton:
        """A button at the foot; the primary one is pressed by Enter."""
        made = button(text, "primary" if primary else "plain", name)
        made.setDefault(primary)
        self._buttons.addWidget(made)
        return made

    def add_note(self, name: str) -> QLabel:
        """A small text at the foot, before the buttons."""
        made = label("", "small", "muted")
        made.setObjectName(name)
        self._buttons.insertWidget(0, made, 1)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys scroll, wherever in the dialog the keyboard is."""
        if not scrolls_by_key(self._page, event):
            super().keyPressEvent(event)

    def show_part(self, part: QWidget) -> None:
        """Scroll so that a part is seen whole, with a little of what is before it."""
        self._page.ensureWidgetVisible(part, 0, 3 * SPACE)

    def fit(self) -> None:
        """As high as the text needs, but never higher than the screen."""
        em = self.fontMetrics().averageCharWidth()
        width = max(self._width, em * 62)
        self._page.inner.setFixedWidth(width - 14)
        needed = (
            self.body.totalHeightForWidth(width - 14)
            if self.body.hasHeightForWidth()
            else self.body.sizeHint().height()
        )
        self._page.inner.setMinimumWidth(0)
        self._page.inner.setMaximumWidth(16777215)
        rest = self._outer.sizeHint().height() - self._page.sizeHint().height()
        screen = self.screen().availableGeometry()
        size = QSize(min(width, screen.width() - 40), min(needed + rest + 3 * SPACE, screen.height() - 60))
        self.resize(size)

    def run(self) -> bool:
        """Show it and wait; whether the main button was pressed."""
        self.fit()
        return self.exec() == QDialog.DialogCode.Accepted
