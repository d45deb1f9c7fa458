"""Hands and eyes for tools/walk.py: they press real keys and mouse buttons at a real window, and take its pictures."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QPoint, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QCursor, QPainter, QPixmap, QPolygonF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from bodymap.app import Bodymap, furnish, open_shell
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.loader import Make
from bodymap.gui.panel.section import Section
from bodymap.gui.player.panel import PlayerPanel
from bodymap.gui.player.sounds import Chime
from bodymap.gui.theme import Themes
from bodymap.paths import Paths
from bodymap.routine.moments import Snapshot
from bodymap.routine.resume import ResumeFile

Look = Literal["light", "dark"]
LOOKS: tuple[Look, ...] = ("light", "dark")
W = TypeVar("W", bound=QWidget)
SIZE = QSize(1280, 800)
QUALITY = 82
LEFT = Qt.MouseButton.LeftButton
POINTER = [(0, 0), (0, 17), (4, 13.5), (7, 20), (10, 18.7), (7, 12.3), (12.5, 12)]


def rest(milliseconds: int) -> None:
    """Let the window, and the threads behind it, go on working for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def at_rest(canvas: BodyCanvas) -> bool:
    """Whether it looks where it was sent, up to the pixel to which a mere pan is rounded."""
    pose, target = canvas.pose, canvas.target
    away = max(abs(pose.x - target.x), abs(pose.y - target.y)) * target.scale
    return pose.scale == target.scale and away < 1.0


@dataclass(frozen=True)
class Picture:
    """A saved picture: what the person did before it and what they see in it."""

    file: str
    did: str
    sees: str


class Silence:
    """Plays no chimes: pictures have no sound."""

    def prepare(self) -> None:
        """Nothing is needed."""

    def play(self, chime: Chime) -> None:
        """Stay silent."""

    def wake(self) -> bool:
        """Nothing has to be woken."""
        return False

    def set_volume(self, volume: float) -> None:
        """Silence has none."""


class Walker:
    """Hands and eyes at one window. The mouse goes through the window system's events, so it hits what lies on top."""

    def __init__(
        self, make_engine: Make, look: Look, output: Path, *, only: tuple[str, ...] = (), size: QSize = SIZE
    ) -> None:
        self._folder = tempfile.TemporaryDirectory()
        cache = Paths.resolve().cache
        paths = Paths(Path(self._folder.name) / "data", cache, Path(self._folder.name) / "config")
        self._now = 1000.0
        self.parts: Bodymap = furnish(
            open_shell(paths), paths, make_engine, make_player=lambda themes: self._make_player(themes, paths)
        )
        self.window, self.look, self.output, self.only = self.parts.window, look, output, only
        self.pictures: list[Picture] = []
        self._mouse: QPoint | None = None
        self.window.resize(size)
        self.window.move(0, 0)
        self.window.themes.set_mode(look)
        self.parts.start()
        self.until(lambda: self.parts.document.ready, "the atlas")

    def _make_player(self, themes: Themes, paths: Paths) -> PlayerPanel:
        return PlayerPanel(themes, clock=lambda: self._now, keep=ResumeFile(paths.data), sounds=Silence())

    def close(self) -> None:
        """Close the window as a person does."""
        self.parts.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._folder.cleanup()

    # ---- eyes

    @staticmethod
    def until(condition: Callable[[], object], what: str, seconds: float = 30.0) -> None:
        """Let the window work until it shows what is expected."""
        late = QDeadlineTimer(round(seconds * 1000))
        while not condition():
            if late.hasExpired():
                raise SystemExit(f"waited in vain for {what}")
            rest(5)

    def find(self, kind: type[W], name: str, inside: QWidget | None = None) -> W:
        """The widget of that name that is shown."""
        place = inside or self.window
        self.until(lambda: any(each.isVisible() for each in place.findChildren(kind, name)), name)
        return next(each for each in place.findChildren(kind, name) if each.isVisible())

    def said(self, name: str) -> str:
        """The text of a label."""
        return self.find(QLabel, name).text()

    def pixel(self, view: str, place: str) -> QPoint:
        """Where a place of the skin is seen on the canvas."""
        canvas, engine = self.window.canvas, self.parts.document.engine
        seen = canvas.projector.locate(engine.places.resolve(place), view) if engine else None
        if seen is None:
            raise SystemExit(f"{place} can't be seen from the {view}")
        return canvas.pixel_of(*canvas.stage.to_scene(view, *seen)).toPoint()

    def moment(self) -> Snapshot:
        """What the routine shows now."""
        player = self.window.side.player.player
        if player is None:
            raise SystemExit("no routine is open")
        return player.state()

    # ---- hands

    def move(self, widget: QWidget, at: QPoint | None = None) -> tuple[QWidget, QPoint]:
        """Move the mouse to a place of a widget. Gives the top-level widget and the place in it."""
        at = at or widget.rect().center()
        top = widget.window()
        place = widget.mapTo(top, at)
        self._mouse = widget.mapToGlobal(at)
        QCursor.setPos(self._mouse)
        QTest.mouseMove(top.windowHandle(), place)
        return top, place

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click with the left button."""
        for area in self._areas(widget):
            area.ensureWidgetVisible(widget, 0, 24)
        top, place = self.move(widget, at)
        QTest.mouseClick(top.windowHandle(), LEFT, pos=place)

    @staticmethod
    def _areas(widget: QWidget) -> Iterator[QScrollArea]:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea) and parent.widget() is not None:
                yield parent
            parent = parent.parentWidget()

    def press(self, name: str, inside: QWidget | None = None) -> None:
        """Press the button of that name."""
        button = self.find(QPushButton, name, inside)
        self.until(button.isEnabled, f"{name} to be enabled")
        self.click(button)

    def key(self, key: Qt.Key) -> None:
        """Press a key, with the keyboard at the window."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow, "the window to have the keyboard")
        QTest.keyClick(self.window.windowHandle(), key)

    def click_body(self, view: str, place: str) -> None:
        """Click on the skin."""
        self.click(self.window.canvas.viewport(), self.pixel(view, place))

    def read(self, section: str) -> None:
        """Unfold a section of the muscle's page and scroll to it."""
        found = self.find(Section, f"section-{section}")
        if not found.is_open:
            self.click(found.head)
        rest(20)
        for area in self._areas(found):
            inner = area.widget()
            if inner is not None:
                area.verticalScrollBar().setValue(found.mapTo(inner, QPoint(0, -16)).y())
        self.move(found.head)

    def pass_(self, seconds: float) -> None:
        """Let time go by for the routine, and have it look at its clock."""
        self._now += seconds
        tick = self.window.side.player.findChild(QTimer, "playerTick")
        if tick is not None and tick.isActive():
            tick.start(0)
            self.until(lambda: not tick.isActive() or tick.interval() > 0, "the routine's clock")

    def pass_until(self, condition: Callable[[Snapshot], bool], what: str) -> None:
        """Let time go by, from phase to phase, until the routine has come to something."""
        for _ in range(200):
            now = self.moment()
            if condition(now):
                return
            self.pass_(now.seconds_left + 0.01)
        raise SystemExit(f"the routine never came to {what}")

    @contextmanager
    def dialog(self, name: str, act: Callable[[Dialog], None]) -> Iterator[None]:
        """What is done inside opens this dialog; ``act`` works on it while it waits for an answer."""
        acted: list[str] = []
        failed: list[BaseException] = []

        def look() -> None:
            found = QApplication.activeModalWidget()
            if not isinstance(found, Dialog) or not found.isVisible() or acted:
                return
            acted.append(found.objectName())
            try:
                act(found)
            except BaseException as error:  # noqa: BLE001 - raised again below, outside the dialog's own loop
                failed.append(error)
                found.reject()

        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(10)
        yield
        self.until(lambda: acted and QApplication.activeModalWidget() is None, name)
        timer.stop()
        if failed:
            raise failed[0]
        if acted != [name]:
            raise SystemExit(f"{acted[0]} opened instead of {name}")

    # ---- pictures

    def grab(self, *, pointer: bool) -> QPixmap:
        """The window as it is seen, with the dialog and, if wanted, the pointer that lie over it."""
        canvas = self.window.canvas
        self.until(lambda: not canvas.moving() and at_rest(canvas), "the body to come to rest")
        canvas.settle()
        rest(20)
        picture = self.window.grab()
        over = QApplication.activeModalWidget()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if over is not None:
            painter.fillRect(self.window.rect(), QColor(0, 0, 0, 70))
            corner = over.frameGeometry().topLeft() - self.window.geometry().topLeft()
            painter.drawPixmap(corner, over.grab())
            painter.setPen(QColor(0, 0, 0, 110))
            painter.drawRect(QRect(corner, over.size()).adjusted(0, 0, -1, -1))
        if pointer and self._mouse is not None:
            painter.translate(self.window.mapFromGlobal(self._mouse))
            painter.setPen(QColor("white"))
            painter.setBrush(QColor("black"))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in POINTER]))
        painter.end()
        return picture

    def shoot(self, name: str, did: str, sees: str) -> None:
        """Save a picture, if it is among those wanted."""
        if self.only and name not in self.only:
            return
        file = f"{len(self.pictures) + 1:02d}-{name}.webp" if self.look == "light" else f"dark-{name}.webp"
        self.save(self.output / file)
        self.pictures.append(Picture(file, did, sees))

    def save(self, file: Path, *, pointer: bool = True) -> None:
        """Write what is seen now."""
        if not self.grab(pointer=pointer).save(str(file), quality=QUALITY if file.suffix == ".webp" else -1):
            raise SystemExit(f"{file} can't be written")
