"""The whole application on a fake clock, and hands and eyes to drive its real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from bodymap.app import Bodymap, furnish, open_shell
from bodymap.engine import Engine
from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.panel.muscle_page import MusclePage
from bodymap.gui.panel.source_card import SourceCard
from bodymap.gui.player.panel import PlayerPanel
from bodymap.gui.theme import Themes
from bodymap.paths import Paths
from bodymap.routine.resume import ResumeFile
from tests.gui.attend import attended
from tests.gui.player_stage import Heard
from tests.routine.content import FakeClock

LEFT = Qt.MouseButton.LeftButton


class App:
    """A running Bodymap; ``engine`` stands in for loading, everything else is what a person gets."""

    def __init__(self, qtbot: QtBot, paths: Paths, engine: Engine) -> None:
        self.qtbot, self.engine, self.paths = qtbot, engine, paths
        self.clock, self.heard = FakeClock(), Heard()
        self.asked_for: list[str] = []
        self.parts: Bodymap = furnish(open_shell(paths), paths, self._make_engine, make_player=self._make_player)
        self.window = self.parts.window
        self.said: list[tuple[str, str]] = []
        self.parts.messages.said.connect(lambda text, tone: self.said.append((text, tone)))

    def _make_engine(self, figure: str) -> Engine:
        self.asked_for.append(figure)
        return self.engine

    def _make_player(self, themes: Themes) -> PlayerPanel:
        return PlayerPanel(themes, clock=self.clock, keep=ResumeFile(self.paths.data), sounds=self.heard)

    def start(self) -> None:
        """Show the window and wait until marks are answered."""
        with (
            self.qtbot.waitExposed(self.window),
            self.qtbot.waitSignal(self.parts.document.ready_changed, timeout=20000),
        ):
            self.parts.start()
        self.window.activateWindow()

    def close(self) -> None:
        """Close as a person does; nothing may be left running."""
        self.parts.close()
        self.window.deleteLater()

    # ---- eyes

    def find(self, kind: type[QWidget], name: str) -> QWidget:
        """The widget of that name."""
        found = self.window.findChild(kind, name)
        assert found is not None, f"no {name} in the window"
        return found

    def sources(self) -> list[tuple[str, str]]:
        """Muscle and side of the cards, from top to bottom."""
        self.qtbot.waitUntil(lambda: bool(self._cards()))
        QApplication.processEvents()  # the cards take their places
        cards = self._cards()
        return [(card.muscle, card.side) for card in sorted(cards, key=lambda card: card.mapToGlobal(QPoint()).y())]

    def _cards(self) -> list[SourceCard]:
        return [card for card in self.window.panel.findChildren(SourceCard) if card.isVisible()]

    def hover_text(self) -> str:
        """What the status line says."""
        label = self.find(QLabel, "hoverText")
        assert isinstance(label, QLabel)
        return label.text()

    def page(self) -> MusclePage:
        """The open page of a muscle."""
        page = self.window.panel.findChild(MusclePage)
        assert page is not None
        assert page.isVisible()
        return page

    @property
    def player(self) -> PlayerPanel:
        """The routine player."""
        return self.window.side.player

    # ---- hands

    def pixel(self, view: str, place: str) -> QPoint:
        """Where a place of the skin is seen on the canvas."""
        canvas = self.window.canvas
        seen = canvas.projector.locate(self.engine.places.resolve(place), view)
        assert seen is not None, f"{place} is hidden from the {view}"
        scene = canvas.stage.to_scene(view, *seen)
        at = canvas.pixel_of(*scene)
        return QPoint(round(at.x()), round(at.y()))

    def click_body(self, view: str, place: str) -> None:
        """Click on the body."""
        QTest.mouseClick(self.window.canvas.viewport(), LEFT, pos=self.pixel(view, place))

    def press(self, name: str) -> None:
        """Press a button with the mouse."""
        self.qtbot.waitUntil(lambda: any(each.isVisible() for each in self.window.findChildren(QPushButton, name)))
        button = next(each for each in self.window.findChildren(QPushButton, name) if each.isVisible())
        assert button.isEnabled(), f"{name} can't be pressed"
        QTest.mouseClick(button, LEFT)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWidget:
        """Press a key where the keyboard is; gives the widget that has the keyboard afterwards."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        QApplication.processEvents()
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def choose_first(self) -> None:
        """Open the best source."""
        self.sources()
        card = min(self._cards(), key=lambda card: card.mapToGlobal(QPoint()).y())
        QTest.mouseClick(card, LEFT)

    def go_to(self, where: str) -> None:
        """Stay at the "start", or go to the ranked "list", the best source's "page", or the "player" of its routine."""
        if where != "start":
            self.click_body("right", "right thigh 0.5 lateral")
            self.sources()
        if where in ("page", "player"):
            self.choose_first()
        if where == "player":
            with dialogs(("safetyQuestions", answer_all)):
                self.press("startButton")

    def wait_written(self) -> None:
        """Wait until what was entered has been written down."""
        file = self.paths.data / "window.json"
        self.qtbot.waitUntil(file.exists, timeout=3000)


Act = Callable[[Dialog], None]


@contextmanager
def dialogs(*wanted: tuple[str, Act]) -> Iterator[None]:
    """What is done inside opens these modal dialogs one after the other; each ``act`` works on its own."""

    def act(open_now: QDialog, place: int) -> None:
        assert place < len(wanted), f"an unexpected dialog {open_now.objectName()}"
        assert isinstance(open_now, Dialog)
        assert open_now.objectName() == wanted[place][0]
        wanted[place][1](open_now)

    with attended(act) as handled:
        yield
    assert len(handled) == len(wanted), f"not opened: {[name for name, _ in wanted[len(handled) :]]}"


def click_in(open_dialog: Dialog, name: str) -> None:
    """Press a button of a dialog with the mouse."""
    button = open_dialog.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled(), f"{name} can't be pressed"
    QTest.mouseClick(button, LEFT)


def answer_all(open_dialog: Dialog, yes: tuple[str, ...] = ()) -> None:
    """Answer every safety question: no, but yes to those named; and go on."""
    for pick in open_dialog.findChildren(QRadioButton):
        kind, _, caution = pick.objectName().partition("-")
        if (kind == "yes") == (caution in yes):
            pick.setChecked(True)
    click_in(open_dialog, "continue")
