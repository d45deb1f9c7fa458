"""What searches: the index of the atlas, made beside the window's thread when somebody first turns to the field."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from bodymap.atlas.compile import Compiled
    from bodymap.atlas.load import Atlas
    from bodymap.atlas.search import Hit, SearchIndex

MOST = 24


class Finder(QObject):
    """Finds in the atlas it was given. ``ready`` says that :meth:`find` gives results from now on."""

    ready = Signal()
    _made = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._atlas: Atlas | None = None
        self._compiled: Compiled | None = None
        self._index: SearchIndex | None = None
        self._making: Atlas | None = None
        self._made.connect(self._take)

    def set_atlas(self, atlas: Atlas, compiled: Compiled) -> None:
        """Search in this atlas; both figures share one, indexed once. ``compiled`` says where its muscles reach."""
        self._compiled = compiled
        if atlas is not self._atlas:
            wanted = self._making is not None or self._index is not None
            self._atlas, self._index = atlas, None
            if wanted:
                self.prepare()

    def prepare(self) -> None:
        """Make the index if it is not there yet. Costs nothing to those who never search."""
        if self._atlas is None or self._compiled is None or self._index is not None or self._making is self._atlas:
            return
        self._making = self._atlas
        threading.Thread(
            target=self._make, args=(self._atlas, self._compiled), name="search-index", daemon=True
        ).start()

    def find(self, query: str) -> list[Hit] | None:
        """The best results, best first; None while the index is being made."""
        if self._index is None:
            self.prepare()
            return None
        return self._index.find(query, MOST)

    def _make(self, atlas: Atlas, compiled: Compiled) -> None:
        from bodymap.atlas.search import SearchIndex
        from bodymap.atlas.search_places import reach_of

        index = SearchIndex(atlas, reach_of(compiled))
        index.prepare()
        self._made.emit(atlas, index)

    def _take(self, atlas: Atlas, index: SearchIndex) -> None:
        if atlas is self._atlas:
            self._index, self._making = index, None
            self.ready.emit()
