"""What every voice tells, and the engine behind it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class VoiceSignals(QObject):
    """``ready(voices)`` or ``failed(why)`` follows its opening; ``began`` and ``ended`` go with each text."""

    ready = Signal(list)
    failed = Signal(str)
    began = Signal()
    ended = Signal()
