"""Garbage is collected in the window's thread only.

Python collects in whichever thread happens to allocate. Were that the one that loads the atlas or writes the file,
widgets that wait in a reference cycle would be destroyed there, and Qt does not survive that.
"""

from __future__ import annotations

import ctypes
import gc
import sys

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS = 10_000


class Collector(QObject):
    """Collects now and then, as long as it lives; :meth:`stop` gives the work back to Python."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._full = 0
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect what has been piling up; the old generation once in a while."""
        young, _, _ = gc.get_count()
        if young > gc.get_threshold()[0]:
            self._full = (self._full + 1) % 6
            gc.collect(2 if self._full == 0 else 1)
            if self._full == 0:
                give_back_memory()

    def stop(self) -> None:
        """No more collecting here."""
        self._timer.stop()
        gc.enable()


def give_back_memory() -> bool:
    """Give freed memory back to the system; whether that can be done here.

    glibc keeps it, 150 MB after an hour of drawing. It takes some milliseconds, so it goes with the large collection.
    """
    if sys.platform != "linux":
        return False
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's own
    return trim is not None and trim(0) in (0, 1)
