"""The bar on top folds instead of hiding what it has no room for; things in the panel stand under each other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QTranslator
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.gui.panel.cautions import CautionCard
from bodymap.gui.toolbar import TopBar
from bodymap.paths import Paths
from tests.gui.driver import App

NAMES = ("tool-man", "tool-view_inner_legs", "tool-tool_move", "tool-undo", "tool-fit", "filesButton", "helpButton")


class Wordy(QTranslator):
    """A language in which everything takes half as much room again."""

    def translate(self, _context: str, text: str, _hint: str | None = None, _number: int = -1) -> str:
        return text + text[: len(text) // 2].replace("{", "").replace("}", "")

    def isEmpty(self) -> bool:
        return False


def buttons(app: App) -> list[QRect]:
    """Where the buttons of the bar are in the window."""
    found = [app.find(QToolButton, name) for name in NAMES]
    assert all(button.isVisible() for button in found)
    return [QRect(button.mapTo(app.window, QPoint(0, 0)), button.size()) for button in found]


def resize(app: App, width: int, height: int) -> None:
    app.window.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("width", [1280, 1000, 700])
def test_every_button_is_in_the_window_however_narrow_it_is(app: App, width: int) -> None:
    resize(app, width, 720)
    bar = app.find(TopBar, "toolbar").geometry()  # type: ignore[type-abstract] # a real widget class
    for place in buttons(app):
        assert bar.contains(place)
        assert place.right() < app.window.width()
    assert app.find(QWidget, "canvas").mapTo(app.window, QPoint(0, 0)).y() > bar.bottom()


def test_what_fits_stands_in_one_line_and_the_help_at_its_end(app: App) -> None:
    resize(app, 1500, 720)
    places = buttons(app)
    assert len({place.center().y() // 4 for place in places}) == 1
    assert 1500 - places[-1].right() < 40
    resize(app, 800, 720)
    assert len({place.center().y() // 4 for place in buttons(app)}) > 1
    resize(app, 1500, 720)
    assert buttons(app) == places, "it unfolds again"


def test_a_language_with_longer_words_loses_no_button(qtbot: QtBot, paths: Paths, engine: Engine) -> None:
    wordy = Wordy()
    QCoreApplication.installTranslator(wordy)
    try:
        app = App(qtbot, paths, engine)
        app.start()
        resize(app, 1280, 720)
        assert all(QRect(0, 0, 1280, 200).contains(place) for place in buttons(app))
        app.close()
    finally:
        QCoreApplication.removeTranslator(wordy)


def test_a_warning_is_as_wide_as_what_is_above_it(app: App, qtbot: QtBot) -> None:
    document = app.parts.document
    number = document.add_mark(app.engine.places.resolve("right leg 0.4 posterior"))
    document.change_mark(number, qualities=frozenset({"hot", "swollen"}))
    qtbot.waitUntil(lambda: any(card.isVisible() for card in app.window.panel.findChildren(CautionCard)))
    QApplication.processEvents()
    card = next(card for card in app.window.panel.findChildren(CautionCard) if card.isVisible())
    field = app.find(QWidget, "searchField")
    assert card.mapTo(app.window, QPoint(0, 0)).x() == field.mapTo(app.window, QPoint(0, 0)).x()
    assert card.width() == field.width()
