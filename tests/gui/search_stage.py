"""Hands and eyes for the search field of a running window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from bodymap.gui.panel.cautions import CautionCard
from bodymap.gui.panel.search_field import SearchField
from bodymap.gui.panel.search_page import SearchPage
from bodymap.gui.panel.search_place import PlacePage
from bodymap.gui.panel.search_rows import ResultCard
from tests.gui.driver import App

KEY = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Searching:
    """Hands and eyes for the field."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.search = app.window.panel.search

    @property
    def field(self) -> SearchField:
        """What one types into."""
        return self.search.field

    def open(self) -> None:
        """Turn to the field."""
        self.app.key(KEY.Key_F, CONTROL)

    def type(self, text: str) -> None:
        """Type over what is there and wait for the index."""
        self.field.selectAll()
        QTest.keyClicks(self.field, text)
        self.app.qtbot.waitUntil(lambda: self.search.finder.find("") is not None)
        QApplication.processEvents()

    def page(self) -> SearchPage:
        """The page of results."""
        found = self.app.window.findChild(SearchPage)
        assert found is not None
        return found

    def cards(self) -> list[ResultCard]:
        """The results that are seen, from top to bottom."""
        found = [each for each in self.page().findChildren(ResultCard) if each.isVisible()]
        return sorted(found, key=lambda card: card.y())

    def ids(self) -> list[str]:
        """What was found."""
        return [card.hit.id for card in self.cards()]

    def cautions(self) -> list[str]:
        """The warnings that are seen, from top to bottom."""
        found = [each for each in self.page().findChildren(CautionCard) if each.isVisible()]
        return [each.objectName() for each in sorted(found, key=lambda card: card.y())]

    def place(self) -> PlacePage:
        """The open page of a place."""
        found = self.app.window.findChild(PlacePage)
        assert found is not None
        assert found.isVisible()
        return found

    def words(self) -> str:
        """Everything the pages of the search say now."""
        return "\n".join(each.text() for each in self.search.pages.findChildren(QLabel) if each.isVisible())
