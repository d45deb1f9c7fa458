"""A player's panel on a fake clock, and hands to drive it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bodymap.gui.player.company import System
from bodymap.gui.player.guide import GuideRequest
from bodymap.gui.player.panel import PlayerPanel
from bodymap.gui.player.ring import ClockRing, Face
from bodymap.gui.player.sounds import Chime
from bodymap.gui.theme import Themes
from bodymap.gui.voice.voice import Voice
from bodymap.journal.sessions import SessionLog
from bodymap.routine.resume import ResumeFile
from tests.routine.content import FakeClock


class Heard:
    """Remembers the chimes instead of playing them."""

    def __init__(self) -> None:
        self.chimes: list[Chime] = []
        self.prepared = 0

    def prepare(self) -> None:
        self.prepared += 1

    def play(self, chime: Chime) -> None:
        self.chimes.append(chime)

    def wake(self) -> bool:
        return False

    def set_volume(self, volume: float) -> None:
        self.volume = volume


class Stage:
    """A panel on a fake clock, and what it has said."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path | None = None,
        *,
        log: SessionLog | None = None,
        voice: Voice | None = None,
        system: System | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.clock = FakeClock()
        self.heard = Heard()
        self.themes = Themes()
        keep = ResumeFile(folder) if folder else None
        self.panel = PlayerPanel(
            self.themes, clock=self.clock, keep=keep, log=log, sounds=self.heard, voice=voice, system=system
        )
        self.guides: list[GuideRequest | None] = []
        self.problems: list[str] = []
        self.panel.guide_changed.connect(self.guides.append)
        self.panel.problem.connect(self.problems.append)
        qtbot.addWidget(self.panel)
        self.panel.resize(420, 720)
        with qtbot.waitExposed(self.panel):
            self.panel.show()

    def pass_(self, seconds: float) -> None:
        """Let time go by and have the panel look at it, as its timer would."""
        self.clock.pass_(seconds)
        self.panel.conductor.look()

    def button(self, name: str) -> QPushButton:
        found = self.panel.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        return found

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.panel, key)

    def text(self, name: str) -> str:
        found = self.panel.findChild(QLabel, name)
        assert isinstance(found, QLabel)
        return found.text()

    @property
    def face(self) -> Face:
        ring = self.panel.findChild(ClockRing, "clockRing")
        assert isinstance(ring, ClockRing)
        return ring.face

    @property
    def status(self) -> str:
        assert self.panel.player is not None
        return self.panel.player.state().status
