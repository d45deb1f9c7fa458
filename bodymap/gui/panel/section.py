"""A part of a page under a heading that can be folded away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from bodymap.gui.icons import icon
from bodymap.gui.kit import button, column
from bodymap.gui.theme import Theme, font


class Section(QWidget):
    """A heading and its contents. ``toggled(open)`` is emitted when the person folds or unfolds it."""

    toggled = Signal(bool)

    def __init__(self, name: str, title: str, theme: Theme, *, opened: bool) -> None:
        super().__init__()
        self.setObjectName(f"section-{name}")
        self._theme = theme
        outer = column(self, 0.5)
        self.head = button(title, "section", f"open-{name}")
        self.head.setFont(font("heading"))
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head.clicked.connect(self._toggle)
        outer.addWidget(self.head)
        self._inner = QWidget()
        self.body: QVBoxLayout = column(self._inner, 1, (0.75, 0, 0, 0.75))
        outer.addWidget(self._inner)
        self.set_open(opened)

    def set_open(self, wanted: bool) -> None:
        """Show or fold away the contents."""
        self._inner.setVisible(wanted)
        self.head.setIcon(icon("down" if wanted else "right", self._theme, self._theme.text_muted))
        says = self.tr("{}, shown") if wanted else self.tr("{}, folded")
        self.head.setAccessibleName(says.format(self.head.text()))

    @property
    def is_open(self) -> bool:
        """Whether its contents are shown."""
        return not self._inner.isHidden()

    def _toggle(self) -> None:
        self.set_open(not self.is_open)
        self.toggled.emit(self.is_open)
