"""What the colours and signs on the body mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bodymap.gui.flow import FlowLayout
from bodymap.gui.kit import column, empty, label, row
from bodymap.gui.pain_words import quality_words
from bodymap.gui.panel.mark_swatch import MarkSwatch
from bodymap.gui.patterns import DRAWN
from bodymap.gui.theme import Theme, faded, mix

if TYPE_CHECKING:
    from bodymap.pain.drawing import Drawing

STEPS = (0, 3, 6, 10)
"""Strengths whose look is shown."""
SAMPLE = 6
"""The strength at which the signs of qualities are shown."""


class Swatch(QWidget):
    """One sign of the body picture, drawn on a bit of skin."""

    def __init__(self, what: str, theme: Theme) -> None:
        super().__init__()
        self._what = what
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines of small text wide."""
        return QSize(36, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw skin and the sign on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        skin = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(self._theme.body_dark, self._theme.body_light, 0.8))
        painter.drawRoundedRect(skin, 6, 6)
        draw_sign(painter, self._what, skin, self._theme)
        painter.end()


def draw_sign(painter: QPainter, what: str, box: QRectF, theme: Theme) -> None:
    """Draw a sign ("mark", "essential", "spillover", "spot") into ``box``."""
    middle = box.center()
    if what == "mark":
        painter.setBrush(faded(theme.mark, 0.5))
        painter.setPen(QPen(theme.mark, 1.5))
        painter.drawEllipse(middle, 7, 7)
    elif what == "essential":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(theme.essential, 0.62))
        painter.drawRoundedRect(box, 6, 6)
    elif what == "spillover":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(theme.spillover))
        for step in range(-3, 4):
            for line in (-1, 0, 1):
                painter.drawEllipse(middle + QPointF(step * 4.6, line * 5.2), 1.1, 1.1)
    else:
        cross(painter, middle, 4.0, theme)


def cross(painter: QPainter, at: QPointF, reach: float, theme: Theme) -> None:
    """An X mark that stands out on light and dark skin alike."""
    for pen in (QPen(theme.body_light, reach * 0.95), QPen(theme.trigger, reach * 0.5)):
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(at + QPointF(-reach, -reach), at + QPointF(reach, reach))
        painter.drawLine(at + QPointF(-reach, reach), at + QPointF(reach, -reach))


class Legend(QWidget):
    """The signs with their meaning."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        inner = column(self, 0.75)
        for what, meaning in (
            ("mark", self.tr("Where you say it hurts")),
            ("essential", self.tr("Where a muscle usually sends pain")),
            ("spillover", self.tr("Where it sometimes sends pain too")),
            ("spot", self.tr("Where the muscle can be pressed")),
        ):
            line = row(gap=1.25)
            line.addWidget(Swatch(what, theme))
            line.addWidget(label(meaning, "small", "muted"), 1)
            inner.addLayout(line)


class MarkLegend(QWidget):
    """How marks look by strength, and the signs of the qualities that the drawing has now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[str, ...] = ()
        inner = column(self, 0.75)
        inner.addWidget(label(self.tr("How strong the pain is, 0 to 10"), "small", "muted"))
        steps = QWidget()
        flow = FlowLayout(steps, gap=14)
        for step in STEPS:
            flow.addWidget(sample(theme, step, frozenset(), str(step)))
        inner.addWidget(steps)
        self._says = label(self.tr("What it feels like"), "small", "muted")
        inner.addWidget(self._says)
        self._signs = QWidget()
        self._flow = FlowLayout(self._signs, gap=14)
        inner.addWidget(self._signs)
        self.show_drawing(())

    def show_drawing(self, drawing: Drawing) -> None:
        """Show the signs that ``drawing`` uses."""
        used = qualities_used(drawing)
        if used != self._shown:
            empty(self._flow)
            words = {str(quality): word for quality, word in quality_words().items()}
            for quality in used:
                self._flow.addWidget(sample(self._theme, SAMPLE, frozenset({quality}), words[quality]))
            self._shown = used
        self._says.setVisible(bool(used))
        self._signs.setVisible(bool(used))


def qualities_used(drawing: Drawing) -> tuple[str, ...]:
    """The qualities that some mark has, in the order in which their signs are drawn."""
    used = {quality for mark in drawing for quality in mark.qualities}
    return tuple(each for each in DRAWN if each in used)


def sample(theme: Theme, intensity: int, qualities: frozenset[str], words: str) -> QWidget:
    """A bit of marked skin and what it stands for."""
    made = QWidget()
    line = row(made, 0.75)
    line.addWidget(MarkSwatch(theme, intensity, qualities, (26, 20)))
    line.addWidget(label(words, "small", "muted", wrap=False))
    return made
