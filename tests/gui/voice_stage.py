"""A voice that only remembers, and one that is slow."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from bodymap.gui.voice.manner import Manner


class FakeVoice(QObject):
    """Says nothing, and ends a line when told to."""

    ready = Signal(list)
    failed = Signal(str)
    began = Signal()
    ended = Signal()

    def __init__(self, *, at_once: bool = True) -> None:
        super().__init__()
        self.at_once = at_once
        self.said: list[str] = []
        self.manners: list[Manner] = []
        self.hushed = self.opened = self.closed = 0

    def open(self) -> None:
        self.opened += 1
        if self.at_once:
            self.ready.emit(["Ann", "Bob"])

    def speak_as(self, manner: Manner) -> None:
        self.manners.append(manner)

    def say(self, text: str) -> None:
        self.said.append(text)
        self.began.emit()

    def hush(self) -> None:
        self.hushed += 1

    def close(self) -> None:
        self.closed += 1

    def end(self) -> None:
        """The line has been said to its end."""
        self.ended.emit()
