"""How well a source fits, as a calm bar and a word: the number behind it is no probability and isn't shown as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from bodymap.gui.theme import Theme

STRONG, GOOD, POSSIBLE = 0.5, 0.3, 0.15


def strength_word(score: float) -> str:
    """The word for a score of 0..1."""
    if score >= STRONG:
        return QCoreApplication.translate("Strength", "Strong match")
    if score >= GOOD:
        return QCoreApplication.translate("Strength", "Good match")
    if score >= POSSIBLE:
        return QCoreApplication.translate("Strength", "Possible")
    return QCoreApplication.translate("Strength", "Weak match")


def widest_word(metrics: QFontMetrics) -> int:
    """The width in pixels of the widest of these words."""
    return max(metrics.horizontalAdvance(strength_word(score)) for score in (STRONG, GOOD, POSSIBLE, 0.0))


class StrengthBar(QWidget):
    """A thin bar, filled by ``score`` (0..1)."""

    def __init__(self, score: float, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_score(score)

    def show_score(self, score: float) -> None:
        """Show another score."""
        self._score = max(0.0, min(1.0, score))
        self.setAccessibleName(strength_word(score))
        self.update()

    def sizeHint(self) -> QSize:
        """Thin, and as wide as there is room."""
        return QSize(120, 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the groove and its filled part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        height = 5.0
        box = QRectF(0, (self.height() - height) / 2, self.width(), height)
        painter.setBrush(self._theme.surface_alt)
        painter.drawRoundedRect(box, height / 2, height / 2)
        box.setWidth(max(height, box.width() * self._score))
        painter.setBrush(self._theme.accent)
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.end()
