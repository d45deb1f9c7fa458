"""A panel on a document of its own, shown alone, and hands and eyes for it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bodymap.engine import Answer, Engine
from bodymap.gui.document import Document
from bodymap.gui.panel.muscle_page import MusclePage
from bodymap.gui.panel.side_panel import SidePanel
from bodymap.gui.panel.source_card import SourceCard
from bodymap.gui.theme import Themes

LEFT = Qt.MouseButton.LeftButton


class Answering(Document):
    """A document that can be made to give a certain answer."""

    def show_answer(self, answer: Answer) -> None:
        """Give this answer."""
        self._answer = answer
        self.answer_changed.emit(answer)


class Stage:
    """A panel on a document, shown alone."""

    def __init__(self, qtbot: QtBot, document: Answering, engine: Engine) -> None:
        self.qtbot, self.document, self.engine = qtbot, document, engine
        self.themes = Themes()
        self.themes.set_mode("light")
        self.pictured: list[tuple[str, str, str]] = []
        self.panel = SidePanel(document, self.themes, self._close_up)
        qtbot.addWidget(self.panel)
        self.panel.resize(430, 900)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.starts: list[tuple[str, str, str, bool]] = []
        self.panel.start_requested.connect(lambda *asked: self.starts.append(asked))

    def _close_up(self, muscle: str, side: str, point: str) -> QWidget | None:
        self.pictured.append((muscle, side, point))
        return None

    def mark(self, *places: str) -> None:
        for place in places:
            self.document.add_mark(self.engine.places.resolve(place))
        self.settle()

    def settle(self) -> None:
        """Let the layout come to rest."""
        for _ in range(3):
            QApplication.processEvents()

    def button(self, name: str) -> QPushButton:
        found = [each for each in self.panel.findChildren(QPushButton, name) if each.isVisible()]
        assert found, f"no {name} to press"
        return found[0]

    def press(self, name: str) -> None:
        QTest.mouseClick(self.button(name), LEFT)
        self.settle()

    def cards(self) -> list[SourceCard]:
        found = [each for each in self.panel.findChildren(SourceCard) if each.isVisible()]
        return sorted(found, key=lambda card: card.mapToGlobal(QPoint()).y())

    def words(self) -> str:
        """Everything that can be read now."""
        shown = [each.text() for each in self.panel.findChildren(QLabel) if each.isVisible()]
        return "\n".join(shown)

    def page(self) -> MusclePage:
        found = self.panel.findChild(MusclePage)
        assert found is not None
        return found
