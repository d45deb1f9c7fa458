"""Where in the routine you are: one dot a step, the two sides of a step close together."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bodymap.gui.theme import Theme, mix
from bodymap.routine.saved import Tally
from bodymap.routine.steps import Routine

_HEIGHT = 8
_PAIR_GAP, _STEP_GAP = 3.0, 8.0


class StepDots(QWidget):
    """A bar of pills, as wide as its steps are many: done ones full, the present one filling, skipped ones hollow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("stepDots")
        self._theme = theme
        self._turns: tuple[int, ...] = ()
        self._tallies: tuple[Tally, ...] = ()
        self._present, self._fraction = -1, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a dot; the width is what there is."""
        return QSize(120, _HEIGHT)

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        self.update()

    def show_routine(self, routine: Routine) -> None:
        """Show the steps of another routine."""
        self._turns = tuple(step.turn for step in routine.steps)
        self._tallies = ()
        self.update()

    def show_progress(self, tallies: tuple[Tally, ...], present: int, fraction: float) -> None:
        """Show how far it is. ``fraction`` 0..1 of the present step is shown in hundredths: fewer paints."""
        told = tallies, present, round(fraction, 2)
        if told != (self._tallies, self._present, self._fraction):
            self._tallies, self._present, self._fraction = told
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """One pill a step."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        for index, pill in enumerate(self._pills()):
            outcome = self._tallies[index].outcome if index < len(self._tallies) else "open"
            radius = pill.height() / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(theme.surface_alt, theme.border, 0.6))
            painter.drawRoundedRect(pill, radius, radius)
            done = 1.0 if outcome in ("done", "eased") else self._fraction if index == self._present else 0.0
            if done > 0.0:
                painter.setBrush(theme.accent)
                painter.save()
                painter.setClipRect(QRectF(pill.left(), pill.top(), pill.width() * done, pill.height()))
                painter.drawRoundedRect(pill, radius, radius)
                painter.restore()
            if index == self._present and done < 1.0:
                painter.setPen(theme.accent)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _pills(self) -> list[QRectF]:
        if not self._turns:
            return []
        gaps = [_PAIR_GAP if one == other else _STEP_GAP for one, other in pairwise(self._turns)]
        width = max(2.0, (self.width() - sum(gaps)) / len(self._turns))
        height = min(6.0, width)
        pills, x = [], 0.0
        for gap in [*gaps, 0.0]:
            pills.append(QRectF(x, (self.height() - height) / 2, width, height))
            x += width + gap
        return pills
