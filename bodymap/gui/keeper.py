"""Remembers what was entered, a moment after each change and away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer

from bodymap.gui.kept import Kept
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
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="keeper")
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
        self._writer.shutdown(wait=True)

    def _write(self) -> None:
        state = self._gather()
        if state != self._last:
            self._last = state
            self._writer.submit(self._save, state).add_done_callback(self._look)

    def _look(self, done: Future[None]) -> None:
        """Called in the writing thread: say once that nothing can be kept, the messages channel is safe for that."""
        error = done.exception()
        if error is None:
            self._complained = False
        elif not self._complained:
            self._complained = True
            self._messages.report(error)
