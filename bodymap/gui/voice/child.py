"""The speaking process: ``python -m bodymap.gui.voice.child [ENGINE]`` reads orders from its input and reports.

Both are lines of JSON, the types of :mod:`bodymap.gui.voice.manner`. It ends with its input, and so with the window
that started it, however that ended.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

import msgspec
from PySide6.QtCore import QCoreApplication, QSocketNotifier, QTimer

from bodymap.gui.voice.engine import Engine
from bodymap.gui.voice.manner import MOST_VOICES, Order, Report

_LONGEST_LINE = 64_000
_PR_SET_PDEATHSIG = 1
"""From Linux's prctl.h."""


class Child:
    """Obeys the orders that come in on file ``source`` and writes its reports to file ``target``."""

    def __init__(self, engine: Engine, source: int, target: int) -> None:
        self._engine, self._source, self._target = engine, source, target
        self._read = b""
        self._orders = msgspec.json.Decoder(Order)
        self._notifier = QSocketNotifier(source, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._listen)
        engine.ready.connect(lambda voices: self._report(Report(kind="ready", voices=voices[:MOST_VOICES])))
        engine.failed.connect(lambda why: self._report(Report(kind="failed", why=why[:400])))
        engine.began.connect(lambda: self._report(Report(kind="began")))
        engine.ended.connect(lambda: self._report(Report(kind="ended")))

    def _listen(self) -> None:
        data = os.read(self._source, 65536)
        if not data or len(self._read) > _LONGEST_LINE:
            leave()
        *lines, self._read = (self._read + data).split(b"\n")
        for line in lines:
            self._obey(self._orders.decode(line))

    def _obey(self, order: Order) -> None:
        if order.manner is not None:
            self._engine.speak_as(order.manner)
        if order.hush:
            self._engine.hush()
        if order.say:
            self._engine.say(order.say)

    def _report(self, report: Report) -> None:
        try:
            os.write(self._target, msgspec.json.encode(report) + b"\n")
        except OSError:  # the window is gone
            leave()


def end_with_parent() -> None:
    """Let Linux end this process together with the one that started it.

    Its input ends then as well, but who waits inside a speech service that hangs never looks.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL))


def leave() -> None:
    """End at once: taking an engine down in good order can hang as long as making it."""
    os._exit(0)


def main() -> None:
    """Open the engine and obey until the input ends."""
    end_with_parent()
    app = QCoreApplication(sys.argv[:1])
    engine = Engine(sys.argv[1] if len(sys.argv) > 1 else "")
    child = Child(engine, sys.stdin.fileno(), sys.stdout.fileno())
    QTimer.singleShot(0, engine.open)
    app.exec()
    del child


if __name__ == "__main__":
    main()
