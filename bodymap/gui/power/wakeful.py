"""When the screen has to stay awake: while a routine runs, rests included, and a while into a pause."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from bodymap.gui.power.awake import Awake
from bodymap.routine.moments import Snapshot

PAUSE_MS = 5 * 60 * 1000
"""Who pauses for longer than this has gone to do something else."""


class Wakeful(QObject):
    """Holds ``awake`` as the routine needs it. ``allowed`` is the person's setting."""

    def __init__(self, awake: Awake, parent: QObject) -> None:
        super().__init__(parent)
        self._awake = awake
        self._holds = False
        self._allowed = True
        self._pause = QTimer(self)
        self._pause.setObjectName("longPause")
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.let_go)

    def allow(self, allowed: bool) -> None:
        """Keep awake from the next change on, or never."""
        self._allowed = allowed
        if not allowed:
            self.let_go()

    def follow(self, moment: Snapshot) -> None:
        """See whether the routine runs."""
        if moment.status == "running" and self._allowed:
            self._pause.stop()
            if not self._holds:
                self._holds = self._awake.hold()
        elif moment.status == "paused" and self._holds:
            if not self._pause.isActive():
                self._pause.start()
        elif self._holds:
            self.let_go()

    def opened(self, open_now: bool) -> None:
        """A routine was opened or left."""
        if not open_now:
            self.let_go()

    def let_go(self) -> None:
        """The screen may sleep."""
        self._pause.stop()
        if self._holds:
            self._holds = False
            self._awake.release()
