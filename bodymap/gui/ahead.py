"""Works out the zones of the best sources while the person reads the list, so that a page opens at once."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from bodymap.body.surface import Side
    from bodymap.engine import Answer, Engine

PAUSE_MS = 180
"""Marks that follow each other quickly come first: nothing is worked out ahead while somebody is still marking."""
SOURCES = 3


class Ahead(QObject):
    """Fills the engine's memory of zones from a thread; it touches nothing of the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._engine: Engine | None = None
        self._wanted: tuple[tuple[str, Side], ...] = ()
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._begin)

    def set_engine(self, engine: Engine) -> None:
        """Ask this engine."""
        self._engine = engine

    def look(self, answer: Answer | None) -> None:
        """The best sources of this answer may be opened next."""
        sources = answer.sources[:SOURCES] if answer is not None else ()
        self._wanted = tuple((source.muscle, source.side) for source in sources)
        self._timer.start()

    def close(self) -> None:
        """Stop after what is being worked out now."""
        self._timer.stop()
        self._wanted = ()
        if self._thread is not None:
            self._thread.join()

    def _begin(self) -> None:
        if self._engine is None or not self._wanted:
            return
        if self._thread is not None and self._thread.is_alive():
            self._timer.start()
            return
        self._thread = threading.Thread(target=self._work, args=(self._engine, self._wanted), name="ahead", daemon=True)
        self._thread.start()

    def _work(self, engine: Engine, wanted: tuple[tuple[str, Side], ...]) -> None:
        for muscle, side in wanted:
            if wanted is not self._wanted:
                return
            engine.zone(muscle, side)
