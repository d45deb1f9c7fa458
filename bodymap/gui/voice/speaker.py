"""Says one line at a time: wakes the loudspeaker, sounds the chime, then speaks; knows what may break off what."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Signal

from bodymap.gui.voice.manner import Manner
from bodymap.gui.voice.voice import Voice

SLEEPY_S = 4.0
"""After this long a silence a wireless loudspeaker may have gone to sleep."""
WAKE_MS = 600
CHIME_MS = 420
"""What a chime needs for itself before words can be understood."""
LETTERS_PER_S = 6.0
"""The slowest that a voice speaks; one that takes longer hangs."""
PATIENCE_S = 8.0
HANGS = 2
WORTH_S = 15.0
"""How long a line is kept for a voice that is still getting ready."""


class Waker(Protocol):
    """What can wake the loudspeaker."""

    def wake(self) -> bool:
        """Play something that is not heard; whether it was played, and so takes a moment."""
        ...


class Speaker(QObject):
    """``missing(sentence)`` tells once that there is no voice. Everything happens in the window's thread.

    A line is said when nothing is being said or its ``rank`` is at least that of the present line; rank 0 waits for
    silence, and is dropped otherwise.
    """

    missing = Signal(str)
    voices_known = Signal(list)

    def __init__(
        self, voice: Voice, waker: Waker, parent: QObject, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._voice, self._waker, self._clock = voice, waker, clock
        self._opened = self._ready = self._given_up = False
        self._hangs = 0
        self._quiet_since = -SLEEPY_S
        self._present: int | None = None
        self._waiting: tuple[str, int, float] | None = None
        self._next: list[tuple[int, Callable[[], None]]] = []
        self._pause = _timer(self, self._go_on)
        self._hang = _timer(self, self._hung)
        voice.ready.connect(self._is_ready)
        voice.failed.connect(self._has_failed)
        voice.began.connect(self._began)
        voice.ended.connect(self._ended)

    @property
    def speaks(self) -> bool:
        """Whether there is a voice that answers."""
        return self._ready

    @property
    def hopes(self) -> bool:
        """Whether there is a voice, or one may still come."""
        return self._opened and not self._given_up

    def open(self, manner: Manner) -> None:
        """Get a voice ready, unless it has turned out that there is none."""
        self._voice.speak_as(manner)
        if not self._opened and not self._given_up:
            self._opened = True
            self._voice.open()

    def speak_as(self, manner: Manner) -> None:
        """Speak so from the next line on."""
        self._voice.speak_as(manner)

    def close(self) -> None:
        """Be silent and let go of the voice."""
        self.hush()
        if self._opened:
            self._opened = self._ready = False
            self._voice.close()

    def hush(self) -> None:
        """Stop speaking; nothing waits any more."""
        self._pause.stop()
        self._next.clear()
        self._waiting = None
        if self._present is not None:
            self._voice.hush()
            self._ended()

    def tell(self, text: str, rank: int, chime: Callable[[], None] | None = None) -> bool:
        """Sound ``chime``, then say ``text`` (either may be missing); whether the words were taken."""
        words = bool(text) and self.hopes and self._may(rank)
        if not words and chime is None:
            return False
        if words:
            self._next.clear()
        if self.sleepy():
            self._next.extend([(WAKE_MS, _nothing)] if self._waker.wake() else [])
        if chime is not None:
            self._next.append((CHIME_MS if words else 0, chime))
        if words:
            self._next.append((0, lambda: self._say(text, rank)))
            self._present = rank
        self._quiet_since = self._clock()
        if not self._pause.isActive():
            self._go_on()
        return words

    def wake_ahead(self) -> None:
        """Something has to be heard in time in a moment: wake the loudspeaker now."""
        if self.sleepy():
            self._quiet_since = self._clock()
            self._waker.wake()

    def sleepy(self) -> bool:
        """Whether nothing has sounded for a while."""
        return self._present is None and self._clock() - self._quiet_since > SLEEPY_S

    # ---- inside

    def _may(self, rank: int) -> bool:
        return self._present is None or (rank > 0 and rank >= self._present)

    def _go_on(self) -> None:
        while self._next:
            wait, does = self._next.pop(0)
            does()
            if wait:
                self._pause.start(wait)
                return

    def _say(self, text: str, rank: int) -> None:
        if not self._ready:
            self._waiting = text, rank, self._clock() + WORTH_S
            self._present = None
            return
        self._present = rank
        self._hang.start(round(1000 * (PATIENCE_S + len(text) / LETTERS_PER_S)))
        self._voice.say(text)

    def _is_ready(self, voices: list[str]) -> None:
        self._ready = True
        self.voices_known.emit(voices)
        waiting, self._waiting = self._waiting, None
        if waiting is not None and self._clock() <= waiting[2]:
            self._say(waiting[0], waiting[1])

    def _began(self) -> None:
        self._quiet_since = self._clock()

    def _ended(self) -> None:
        self._hang.stop()
        self._present = None
        self._quiet_since = self._clock()

    def _hung(self) -> None:
        self._hangs += 1
        self._ended()
        if self._hangs >= HANGS:
            self._voice.close()
            self._has_failed("")

    def _has_failed(self, why: str) -> None:
        spoke = self._ready
        self._ended()
        self._ready, self._waiting = False, None
        if self._given_up:
            return
        self._given_up = True
        translate = QCoreApplication.translate
        if spoke:
            said = translate("Speaker", "The computer’s voice has stopped answering. Chimes go on without it.")
        else:
            said = translate("Speaker", "This computer has no voice that Bodymap can use, so you hear chimes instead.")
        self.missing.emit(f"{said} ({why})" if why else said)


def spoken_language() -> str:
    """The language of what is said, with the person's country where they speak it: “en_GB”."""
    code = QCoreApplication.translate("Speaker", "en", "the code of the language that these texts are written in")
    system = QLocale.system()
    return system.name() if system.name().split("_")[0] == code else code


def _timer(parent: QObject, does: Callable[[], None]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.timeout.connect(does)
    return made


def _nothing() -> None:
    """Only time passes."""
