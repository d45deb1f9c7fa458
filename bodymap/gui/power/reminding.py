"""Reminds of the routine through the day, if the person wants that, for as long as Bodymap is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

if TYPE_CHECKING:
    from bodymap.gui.power.notices import Notices
    from bodymap.routine.reminders import Reminders

LONGEST_MS = 15 * 60 * 1000
"""The computer may sleep meanwhile, or its clock be set: it looks again at least this often."""
LATE_S = 10 * 60
"""A reminder that could not be shown in time is still shown this much later, and no more."""


class Reminding(QObject):
    """``busy`` tells that a routine runs: nobody has to be reminded of what they are doing."""

    def __init__(
        self,
        notices: Callable[[], Notices],
        busy: Callable[[], bool],
        parent: QObject,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(parent)
        self._make, self._busy, self._now = notices, busy, now
        self._notices: Notices | None = None
        self._reminders: Reminders | None = None
        self._due: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setObjectName("reminder")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def set_reminders(self, reminders: Reminders) -> None:
        """Remind so from now on."""
        if reminders != self._reminders:
            self._reminders = reminders
            self._due = reminders.next_due(self._now())
            self._wait()

    def look(self) -> None:
        """Remind if it is time, and wait for the next time."""
        now = self._now()
        if self._due is not None and now >= self._due:
            if (now - self._due).total_seconds() <= LATE_S and not self._busy():
                self._remind()
            self._due = self._reminders.next_due(now) if self._reminders is not None else None
        self._wait()

    def _wait(self) -> None:
        self._timer.stop()
        if self._due is not None:
            left = (self._due - self._now()).total_seconds() * 1000
            self._timer.start(max(1000, min(LONGEST_MS, round(left))))

    def _remind(self) -> None:
        if self._notices is None:
            self._notices = self._make()
        translate = QCoreApplication.translate
        self._notices.show(
            translate("Reminding", "Time for your routine"),
            translate("Reminding", "A few minutes now help more than a long session later."),
        )
