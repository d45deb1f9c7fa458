"""A speech engine of the system through Qt, in the process and thread in which it is made.

Making one can take seconds, and where the system's speech service hangs it never returns; see
:mod:`bodymap.gui.voice.process` for how the window is kept from that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer

from bodymap.gui.voice.manner import MOST_VOICES, Manner
from bodymap.gui.voice.signals import VoiceSignals

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

TRIES = 3
AGAIN_MS = 1200
"""A service that is started by the first question refuses it, and answers a moment later."""
PLAIN_VOICES = ("English (America)", "English (Great Britain)")
"""eSpeak's; it lists dialects before them, and Qt takes its Caribbean English for American."""
NOT_REAL = "mock"
"""Qt's engine for tests is listed on every machine and says nothing."""


class Engine(VoiceSignals):
    """One engine of the system; its signals follow :meth:`open` and each text."""

    def __init__(self, name: str = "", parent: QObject | None = None) -> None:
        """``name`` picks an engine, by default the system's best."""
        super().__init__(parent)
        self._name = name
        self._speech: QTextToSpeech | None = None
        self._manner = Manner()
        self._language = ""
        self._chosen = False
        self._tries = 0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.open)

    def open(self) -> None:
        """Make the engine; blocks until the system's speech service has answered."""
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError as error:
            self.failed.emit(str(error))
            return
        names = [name for name in QTextToSpeech.availableEngines() if name != NOT_REAL]
        name = self._name or next(iter(names), "")
        if not name:
            self.failed.emit("")
            return
        speech = QTextToSpeech(name, self)
        self._tries += 1
        if speech.state() == QTextToSpeech.State.Error:
            why = speech.errorString()
            speech.deleteLater()
            if self._tries < TRIES:
                self._again.start()
            else:
                self.failed.emit(why)
            return
        self._speech = speech
        speech.stateChanged.connect(self._state_changed)
        speech.errorOccurred.connect(lambda _reason, why: self.failed.emit(why))
        self.speak_as(self._manner)
        self.ready.emit(self.voices())

    def voices(self) -> list[str]:
        """The names of the voices that speak the language; disguises of another (“Anna+whisper”) are left out."""
        return list(dict.fromkeys(voice.name() for voice in self._of_language()))[:MOST_VOICES]

    def speak_as(self, manner: Manner) -> None:
        """Speak so from the next text on."""
        before, self._manner = self._manner, manner
        speech = self._speech
        if speech is None:
            return
        if self._language != manner.language or before.voice != manner.voice:
            self._choose_voice(speech, manner)
        speech.setVolume(manner.volume)
        speech.setRate(manner.rate)

    def say(self, text: str) -> None:
        """Say ``text`` now, in place of what is being said."""
        if self._speech is not None:
            self._speech.say(text)

    def hush(self) -> None:
        """Stop speaking."""
        if self._speech is not None:
            self._speech.stop()

    def _choose_voice(self, speech: QTextToSpeech, manner: Manner) -> None:
        """The voice that was chosen, else the system's own, else a plain one of the person's country."""
        self._language = manner.language
        voices = self._of_language()
        named = next((voice for voice in voices if voice.name() == manner.voice), None)
        if named is None and speech.voice().name() in {voice.name() for voice in voices} and not self._chosen:
            return
        wanted = QLocale(manner.language)
        near = [voice for voice in voices if voice.locale() == wanted]
        plain = [voice for voice in near if voice.name() in PLAIN_VOICES]
        for voice in (named, *plain, *near, *voices):
            if voice is not None:
                self._chosen = True
                speech.setVoice(voice)
                return

    def _of_language(self) -> list[QVoice]:
        if self._speech is None:
            return []
        language = QLocale(self._language).language()
        voices = self._speech.allVoices(None)  # type: ignore[arg-type]  # None asks for those of every country
        return [voice for voice in voices if voice.locale().language() == language and "+" not in voice.name()]

    def _state_changed(self) -> None:
        if self._speech is None:
            return
        states = type(self._speech).State
        state = self._speech.state()
        if state == states.Speaking:
            self.began.emit()
        elif state == states.Ready:
            self.ended.emit()
