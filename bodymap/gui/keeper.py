"""Remembers what was entered, a moment after each change and away from the window's thread."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bodymap.gui.kept import Kept

if TYPE_CHECKING:
    from bodymap.gui.messages import Messages

DELAY_MS = 250
"""Changes that follow each other closely are written once; at most this much is lost when the process is killed."""

Save = Callable[[Kept], None]


class Keeper(QObject):
    """Calls ``gather`` for the present state and hands it to ``save``, in the order of the changes."""

    def __init__(self, gather: Callable[[], Kept], save: Save, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._gather, self._save, self._messages = gather, save, messages
        self._last: Kept | None = None
        self._complained = False
        self._waiting: queue.SimpleQueue[Kept | None] = queue.SimpleQueue()
        self._writer: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._write)

    def touch(self) -> None:
        """Something changed."""
        if not self._timer.isActive():
            self._timer.start()

    def close(self) -> None:
        """Write what is not written yet, and wait for it."""
        self._timer.stop()
        self._write()
        if self._writer is not None:
            self._waiting.put(None)
            self._writer.join()
            self._writer = None

    def _write(self) -> None:
        state = self._gather()
        if state == self._last:
            return
        self._last = state
        if self._writer is None:
            # Not a daemon: what was entered must be on the disk before the process may end.
            self._writer = threading.Thread(target=self._write_all, name="keeper")
            self._writer.start()
        self._waiting.put(state)

    def _write_all(self) -> None:
        """The writing thread: says once that nothing can be kept; the channel of messages is safe for that."""
        while (state := self._waiting.get()) is not None:
            try:
                self._save(state)
            except Exception as error:  # noqa: BLE001 - told to the person; the next change tries again
                if not self._complained:
                    self._complained = True
                    self._messages.report(error)
            else:
                self._complained = False
