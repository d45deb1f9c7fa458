"""Why a muscle is in the list, on its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from bodymap.gui.kit import Boxed, column, empty, label
from bodymap.gui.panel.source_card import drawn_tip, reasons_told
from bodymap.gui.panel.strength import strength_word

if TYPE_CHECKING:
    from bodymap.gui.panel.both_sides import Listed


class Why(Boxed):
    """How well it fits and the reasons; hidden for a muscle that is not in the list."""

    def __init__(self) -> None:
        super().__init__("why")
        inner = self.inside
        inner.setSpacing(3)
        self._title = label("", "small", "accent")
        inner.addWidget(self._title)
        self._lines: QVBoxLayout = column(gap=0.4)
        inner.addLayout(self._lines)
        self._drawn = label(self.tr("Depends on how you drew it"), "small", "muted")
        self._drawn.setToolTip(drawn_tip())
        inner.addWidget(self._drawn)
        self._shown: list[str] = []

    def show_source(self, listed: Listed | None) -> None:
        """Show the reasons for a source, or nothing."""
        self.setVisible(listed is not None)
        if listed is None:
            return
        source = listed.source
        self._title.setText(self.tr("Why it is in your list: {}").format(strength_word(source.score)))
        reasons = reasons_told(listed)
        if reasons != self._shown:
            self._shown = reasons
            empty(self._lines)
            for reason in reasons:
                self._lines.addWidget(label(reason, "small"))
        self._drawn.setVisible(source.stable is False)
