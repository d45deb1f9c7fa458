"""The menu that chooses between the light and the dark dress."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from bodymap.gui.theme import Mode

MODES: tuple[Mode, ...] = ("system", "light", "dark")


class ThemeMenu(QMenu):
    """Like the system, light, or dark; ``choose(mode)`` is called when one is picked."""

    def __init__(self, choose: Callable[[Mode], object], parent: QWidget) -> None:
        super().__init__(parent)
        group = QActionGroup(self)
        words = {"system": self.tr("Like the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        for mode in MODES:
            action = self.addAction(words[mode])
            action.setObjectName(f"theme-{mode}")
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, mode=mode: choose(mode))
            group.addAction(action)

    def show_mode(self, mode: Mode) -> None:
        """Check the one that is worn."""
        for action in self.actions():
            action.setChecked(action.objectName() == f"theme-{mode}")
