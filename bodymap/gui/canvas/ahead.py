"""Works out the zones of the likeliest sources while the person reads, so that choosing one shows it at once."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer

from bodymap.gui.document import Document

if TYPE_CHECKING:
    from bodymap.body.surface import Side
    from bodymap.body.view import View
    from bodymap.gui.values import Engine

QUIET_MS = 250
"""So long nothing was marked before the work begins: it must not stand in the way of the next click."""
LIKELIEST = 4


class Ahead(QObject):
    """Watches the answer of a document; ``views`` are those of the present figure."""

    def __init__(self, document: Document, views: Callable[[], dict[str, View]], parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._views = document, views
        self._given_up = Event()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(500)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._begin)
        document.answer_changed.connect(self._later)

    def stop(self) -> None:
        """Give up what is not done yet."""
        self._quiet.stop()
        self._given_up.set()
        self._pool.waitForDone()

    def _later(self) -> None:
        self._given_up.set()
        self._quiet.start()

    def _begin(self) -> None:
        answer, engine = self._document.answer, self._document.engine
        if answer is None or engine is None or not answer.sources:
            return
        self._given_up = Event()
        likeliest = [(source.muscle, source.side) for source in answer.sources[:LIKELIEST]]
        self._pool.start(_Work(engine, list(self._views().values()), likeliest, self._given_up))


class _Work(QRunnable):
    """One round of work, away from the window's thread; nothing but memories of engine and views is filled."""

    def __init__(self, engine: Engine, views: list[View], sources: list[tuple[str, Side]], given_up: Event) -> None:
        super().__init__()
        self._engine, self._views, self._sources, self._given_up = engine, views, sources, given_up

    def run(self) -> None:
        for muscle, side in self._sources:
            if self._given_up.is_set():
                return
            zones = self._engine.zone(muscle, side)
            for view in self._views:
                for point in zones.points:
                    if self._given_up.is_set():
                        return
                    view.project(point.essential)
                    view.project(point.spillover)
