"""Loads the atlas away from the window's thread, so that the body is on screen at once. No widget is touched here."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bodymap.body.surface import load_surface

if TYPE_CHECKING:
    from bodymap.engine import Engine

Make = Callable[[str], "Engine"]


def engine_maker(packs: tuple[Path, ...], cache: Path | None) -> Make:
    """A function that makes the engine of a figure; the atlas is read once for all of them.

    The function raises BodymapError when the atlas or a pack can't be read.
    """
    lock = threading.Lock()
    made: dict[str, Engine] = {}

    def make(figure: str) -> Engine:
        # Imported here and not above: all of this has to wait until the body is seen.
        from bodymap.atlas.load import load_atlas
        from bodymap.engine import Engine
        from bodymap.paths import asset

        with lock:
            if figure not in made:
                first = next(iter(made.values()), None)
                atlas = first.atlas if first else load_atlas(asset("atlas"), *packs, cache=cache)
                made[figure] = Engine(atlas, load_surface(figure), cache)
            return made[figure]

    return make


class Loader(QObject):
    """``ready(engine)`` and ``failed(error)`` arrive in the window's thread."""

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, make: Make, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._threads: list[threading.Thread] = []

    def load(self, figure: str) -> None:
        """Begin to make the engine of ``figure``."""
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=self._run, args=(figure,), name=f"load-{figure}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def wait(self, seconds: float = 30.0) -> None:
        """Wait for what was begun, so that nothing runs on after the window is gone."""
        for thread in self._threads:
            thread.join(seconds)
        self._threads.clear()

    def _run(self, figure: str) -> None:
        try:
            engine = self._make(figure)
        except Exception as error:  # noqa: BLE001 - whatever went wrong is told by the window, nothing is lost here
            self.failed.emit(error)
        else:
            self.ready.emit(engine)
