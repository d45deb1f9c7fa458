"""What the player needs of a voice, and which kind of voice this system gets."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, SignalInstance

    from bodymap.gui.voice.manner import Manner


class Voice(Protocol):
    """After :meth:`open` comes ``ready(voices)`` or ``failed(why)``; ``began`` and ``ended`` go with each text."""

    ready: SignalInstance
    failed: SignalInstance
    began: SignalInstance
    ended: SignalInstance

    def open(self) -> None:
        """Get ready to speak; what is said before that is lost."""
        ...

    def speak_as(self, manner: Manner) -> None:
        """Speak so from the next text on."""
        ...

    def say(self, text: str) -> None:
        """Say ``text`` now, in place of what is being said, and return at once."""
        ...

    def hush(self) -> None:
        """Stop speaking."""
        ...

    def close(self) -> None:
        """Let go of the engine."""
        ...


def system_voice(parent: QObject) -> Voice:
    """The voice of this system. Only where the engine is a service of its own does it need a process of its own."""
    if sys.platform == "linux" and not getattr(sys, "frozen", False):
        from bodymap.gui.voice.process import ProcessVoice

        return ProcessVoice(parent)
    from bodymap.gui.voice.direct import DirectVoice

    return DirectVoice(parent)
