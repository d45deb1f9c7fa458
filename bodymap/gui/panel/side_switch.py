"""Right or left: which side of the body a page is about, and the way to the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy

from bodymap.gui.kit import button, row
from bodymap.gui.panel.prose import side_word

if TYPE_CHECKING:
    from bodymap.body.surface import Side

SIDES: tuple[Side, Side] = ("right", "left")


class SideSwitch(QFrame):
    """Two buttons of which the present side is pressed. ``asked(side)`` when the other one is wanted."""

    asked = Signal(str)

    def __init__(self, side: str) -> None:
        super().__init__()
        self.setObjectName("sideSwitch")
        self.setAccessibleName(self.tr("Side of the body"))
        self.setProperty("kind", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = row(self, 0.25, (0.25, 0.25, 0.25, 0.25))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for each in SIDES:
            made = button(side_word(each), "chip", f"side-{each}")
            made.setChecked(each == side)
            made.clicked.connect(lambda _=False, each=each: self._clicked(each))
            self._group.addButton(made)
            self._buttons[each] = made
            line.addWidget(made)
        self._side = side
        self.setFocusProxy(self._buttons[side])

    def _clicked(self, side: str) -> None:
        if side != self._side:
            self.asked.emit(side)
