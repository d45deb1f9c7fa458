"""A voice in the window's own process, for systems whose engine is part of them (Windows, macOS)."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from bodymap.gui.voice.engine import Engine
from bodymap.gui.voice.manner import Manner
from bodymap.gui.voice.signals import VoiceSignals


class DirectVoice(VoiceSignals):
    """See :class:`bodymap.gui.voice.voice.Voice`. The engine is made once the page of the routine has been painted."""

    def __init__(self, parent: QObject | None = None, engine: str = "") -> None:
        super().__init__(parent)
        self._name = engine
        self._engine: Engine | None = None
        self._manner = Manner()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(150)
        self._soon.timeout.connect(self._make)

    def open(self) -> None:
        """Make the engine in a moment."""
        if self._engine is None:
            self._soon.start()

    def speak_as(self, manner: Manner) -> None:
        """Speak so from the next text on."""
        self._manner = manner
        if self._engine is not None:
            self._engine.speak_as(manner)

    def say(self, text: str) -> None:
        """Say ``text`` now, in place of what is being said."""
        if self._engine is not None:
            self._engine.say(text)

    def hush(self) -> None:
        """Stop speaking."""
        if self._engine is not None:
            self._engine.hush()

    def close(self) -> None:
        """Let go of the engine."""
        self._soon.stop()
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.blockSignals(True)
            engine.hush()
            engine.deleteLater()

    def _make(self) -> None:
        self._engine = engine = Engine(self._name, self)
        engine.speak_as(self._manner)
        engine.ready.connect(self.ready)
        engine.failed.connect(self.failed)
        engine.began.connect(self.began)
        engine.ended.connect(self.ended)
        engine.open()
