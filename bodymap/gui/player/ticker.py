"""When to look again: often enough to be smooth while somebody watches, else only when something happens."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from bodymap.gui.motion import reduced_motion
from bodymap.routine.cues import LAST_SECONDS, PREVIEW_SECONDS
from bodymap.routine.moments import Snapshot

SMOOTH_S = 1 / 30
SLOWEST_SMOOTH_S = 0.1
RING_STEPS = 1200
"""The ring's rim is about this many half pixels long: a slower phase needs no more looks than these."""
SELDOM_S = 10.0


class Ticker(QObject):
    """One timer, armed for the next look only, and not at all while time stands still."""

    def __init__(self, widget: QWidget, look: Callable[[], Snapshot | None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._look = look
        self._timer = QTimer(self)
        self._timer.setObjectName("playerTick")
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._due)

    @property
    def active(self) -> bool:
        """Whether another look is due."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def follow(self, moment: Snapshot) -> None:
        """Arm the timer for what ``moment`` needs."""
        if moment.running:
            self._timer.start(wait_ms(moment, visible=self._widget.isVisible(), calm=reduced_motion(self._widget)))
        else:
            self._timer.stop()

    def _due(self) -> None:
        moment = self._look()
        if moment is not None:
            self.follow(moment)


def due_s(moment: Snapshot) -> float:
    """Seconds until something is due to be said or sounded: the half, what comes next, the count, the end."""
    left = moment.seconds_left
    marks = (moment.phase.seconds / 2, PREVIEW_SECONDS, *range(round(LAST_SECONDS) + 1))
    return left - max((mark for mark in marks if mark < left), default=0.0)


def wait_ms(moment: Snapshot, *, visible: bool, calm: bool) -> int:
    """Milliseconds until the next look: a frame, the next whole second (``calm``), or the next event (unseen)."""
    left = moment.seconds_left
    due = due_s(moment)
    if not visible:
        wait = min(due, SELDOM_S)
    else:
        second = left - math.floor(left) if left > math.floor(left) else 1.0
        frame = min(SLOWEST_SMOOTH_S, max(SMOOTH_S, moment.phase.seconds / RING_STEPS))
        wait = second if calm else min(frame if moment.ball is None else SMOOTH_S, second)
    return max(5, math.ceil(min(wait, due) * 1000))
