"""The legend below the body: how strong marks look, and the signs that stand on the body now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from bodymap.gui.kit import empty, label, row
from bodymap.gui.pain_words import quality_words
from bodymap.gui.panel.legend import SAMPLE, STEPS, qualities_used
from bodymap.gui.panel.mark_swatch import MarkSwatch
from bodymap.gui.theme import font

if TYPE_CHECKING:
    from bodymap.gui.document import Document
    from bodymap.gui.theme import Theme, Themes

SMALL = 20, 13
"""Width and height of a sample, logical pixels: the line below the body must not grow when the first mark is made."""
MOST_SIGNS = 6
"""So many signs have room; the legend in the panel has all of them."""


class BodyLegend(QWidget):
    """For the line below the body. It is there while there are marks."""

    def __init__(self, document: Document, themes: Themes) -> None:
        super().__init__()
        self.setObjectName("bodyLegend")
        self._document = document
        self._theme = themes.current
        self._shown: tuple[str, ...] | None = None
        self._line = row(self, 0, (0, 0, 1, 0))
        self.setFixedHeight(QFontMetrics(font("small")).height())
        document.drawing_changed.connect(self._refresh)
        themes.changed.connect(self._wear)
        self._refresh()

    def _wear(self, theme: Theme) -> None:
        self._theme, self._shown = theme, None
        self._refresh()

    def _refresh(self) -> None:
        drawing = self._document.drawing
        used = qualities_used(drawing)
        if drawing and used != self._shown:
            self._fill(used)
            self._shown = used
        self.setVisible(bool(drawing))

    def _fill(self, used: tuple[str, ...]) -> None:
        empty(self._line)
        words = {str(quality): word for quality, word in quality_words().items()}
        strengths = self.tr("How strong: {}").format(" · ".join(str(step) for step in STEPS))
        self._line.addWidget(label(self.tr("How strong"), "small", "muted", wrap=False))
        for step in STEPS:
            self._add(step, frozenset(), str(step))
        for quality in used[:MOST_SIGNS]:
            self._add(SAMPLE, frozenset({quality}), words[quality])
        if len(used) > MOST_SIGNS:
            self._line.addSpacing(10)
            self._line.addWidget(label(f"+{len(used) - MOST_SIGNS}", "small", "muted", wrap=False))
        feels = ", ".join(words[quality] for quality in used)
        self.setAccessibleName(f"{strengths}. {feels}" if feels else strengths)

    def _add(self, intensity: int, qualities: frozenset[str], words: str) -> None:
        self._line.addSpacing(10)
        self._line.addWidget(MarkSwatch(self._theme, intensity, qualities, SMALL))
        self._line.addSpacing(4)
        self._line.addWidget(label(words, "small", "muted", wrap=False))
