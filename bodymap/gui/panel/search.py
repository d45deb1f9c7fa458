"""Searching in the panel: the field on top, and in the panel's place what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from bodymap.gui.kit import column, let_go
from bodymap.gui.panel.search_field import SearchField
from bodymap.gui.panel.search_finder import Finder

if TYPE_CHECKING:
    from bodymap.body.surface import Side
    from bodymap.engine import Engine
    from bodymap.gui.document import Document
    from bodymap.gui.panel.search_page import SearchPage
    from bodymap.gui.panel.search_place import PlacePage
    from bodymap.gui.theme import Theme


class Search(QWidget):
    """The field and the ``pages`` of its results; the panel puts both in place.

    ``opened`` and ``closed`` say that the pages want to be seen or not, ``muscle_asked(muscle, side)`` that one was
    chosen. ``place_shown(region, side)`` tells which place is looked at ("" for none), ``marked`` that it became a
    mark. What was typed stays when a result is opened, so that one can come back to it.
    """

    opened = Signal()
    closed = Signal()
    muscle_asked = Signal(str, str)
    place_shown = Signal(str, object)
    marked = Signal()

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("search")
        self._document, self._theme = document, theme
        self._engine: Engine | None = None
        self._results: SearchPage | None = None
        self._place: PlacePage | None = None
        self._came_from: QWidget | None = None
        self.is_open = False
        self.pages = QStackedWidget()
        self.pages.setObjectName("searchPages")
        self.finder = Finder(self)
        self.finder.ready.connect(self._look)
        self.field = SearchField(theme)
        column(self, 0, (2.5, 1.25, 2.5, 0.5)).addWidget(self.field)
        self.field.turned_to.connect(self.open)
        self.field.textEdited.connect(self._typed)
        self.field.moved.connect(self._step)
        self.field.taken.connect(self._take)
        self.field.left.connect(self._leave)
        document.drawing_changed.connect(self.clear)

    def set_engine(self, engine: Engine) -> None:
        """The atlas is there, or the other figure is."""
        self._engine = engine
        self.finder.set_atlas(engine.atlas, engine.compiled)
        self._show_anew()

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        self.field.wear(theme)
        if self._results is not None:
            self._results.wear(theme)
        self._show_anew()

    def _show_anew(self) -> None:
        self._look()
        if self._place is not None and self._engine is not None:
            # A pack may have gone, and with it the place.
            if self._place.region in self._engine.atlas.regions:
                self._show_place(self._place.region, self._place.side)
            else:
                self._drop_place()

    def turn_to(self) -> None:
        """Put the keyboard into the field, and remember where it was."""
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self.field and not self.pages.isAncestorOf(focus):
            self._came_from = focus
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.is_open:
            self.open()

    def open(self) -> None:
        """Show what fits to what is typed."""
        self.finder.prepare()
        self._drop_place()
        if not self.is_open:
            self.is_open = True
            self._look()
        self.pages.setCurrentWidget(self._page())
        self.opened.emit()

    def come_back(self) -> None:
        """Show again what was there when a result was opened."""
        if self._place is None:
            self.turn_to()
            return
        self.is_open = True
        self.opened.emit()
        self._point_out()
        self._place.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> None:
        """Go out of the way, but keep what was typed."""
        if self.is_open:
            self.is_open = False
            self._point_out()
            self.closed.emit()

    def clear(self) -> None:
        """Forget what was typed and go out of the way."""
        self.field.clear()
        self._drop_place()
        self.fold()

    def go_back(self) -> bool:
        """From the page of a place to the results; whether there was such a page."""
        if not self.is_open:
            return False
        if self._place is not None:
            self._drop_place()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._leave()
        return True

    def _page(self) -> SearchPage:
        if self._results is None:
            from bodymap.gui.panel.search_page import SearchPage  # only now: most starts are not for searching

            self._results = SearchPage(self._theme)
            self._results.opened.connect(self._open_hit)
            self._results.tried.connect(self._try)
            self.pages.addWidget(self._results)
        return self._results

    def _typed(self) -> None:
        self._drop_place()
        if self.is_open:
            self._look()
        else:
            self.open()

    def _try(self, text: str) -> None:
        self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look()

    def _look(self) -> None:
        """Show what there is for what is typed now."""
        if not self.is_open:
            return
        query = self.field.text()
        hits = self.finder.find(query) if query.strip() else []
        page = self._page()
        if not query.strip():
            page.show_examples()
        elif hits is None or self._engine is None:
            page.show_waiting()
        else:
            page.show_hits(query, hits, self._engine.atlas)

    def _step(self, by: int) -> None:
        if not self.is_open:
            self.open()
        elif self._place is None:
            self._page().step(by)

    def _take(self) -> None:
        if not self.is_open:
            self.open()
        elif self._place is None:
            self._page().take()

    def _leave(self) -> None:
        """Escape: back to where one was."""
        came_from, self._came_from = self._came_from, None
        self.clear()
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_hit(self, kind: str, found: str) -> None:
        if kind == "muscle":
            self.muscle_asked.emit(found, side_of(self._document))
        elif kind == "region":
            self._show_place(found, side_of(self._document))
            if self._place is not None:
                self._place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch(self, side: str) -> None:
        if self._place is not None:
            self._show_place(self._place.region, "left" if side == "left" else "right")
            if self._place.switch is not None:
                self._place.switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_place(self, region: str, side: Side) -> None:
        if self._engine is None:
            return
        from bodymap.gui.panel.search_place import PlacePage

        self._drop_place()
        self._place = page = PlacePage(self._engine, region, side, self._theme)
        page.back_asked.connect(self.go_back)
        page.side_asked.connect(self._switch)
        page.muscle_asked.connect(self.muscle_asked)
        page.mark_asked.connect(self._mark)
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self._point_out()

    def _point_out(self) -> None:
        place = self._place if self.is_open else None
        if place is None:
            self.place_shown.emit("", None)
        else:
            self.place_shown.emit(place.region, place.side if place.switch is not None else None)

    def _mark(self, region: str, side: Side | None) -> None:
        self._document.mark_named(region, side)
        self.marked.emit()

    def _drop_place(self) -> None:
        page, self._place = self._place, None
        if page is not None:
            self.pages.setCurrentWidget(self._page())
            self.pages.removeWidget(page)
            let_go(page)
            self._point_out()


def side_of(document: Document) -> Side:
    """The side that the present marks lie on, by their area; the right one when there are none."""
    surface = document.surface
    cells = surface.area * surface.side
    return "left" if sum(float(mark.region.weights @ cells) for mark in document.drawing) > 0 else "right"
