"""The window's side of the speaking process: a voice that can neither hold up the window nor take it down.

On Linux the speech service is reached over a connection that may block for seconds, or for good where the service
hangs, and it lives in a library of its own. So it gets a process of its own, which runs only while a routine is open.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, QTimer

import bodymap
from bodymap.gui.voice.manner import MOST_LETTERS, Manner, Order, Report
from bodymap.gui.voice.signals import VoiceSignals

OPENS_WITHIN_MS = 20_000
"""A speech service that is started for this takes two or three seconds."""
_LONGEST_LINE = 256_000


class ProcessVoice(VoiceSignals):
    """See :class:`bodymap.gui.voice.voice.Voice`. A process that dies is told as ``failed``, once."""

    def __init__(self, parent: QObject | None = None, engine: str = "") -> None:
        super().__init__(parent)
        self._engine = engine
        self._process: QProcess | None = None
        self._manner = Manner()
        self._read = b""
        self._reports = msgspec.json.Decoder(Report)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(OPENS_WITHIN_MS)
        self._late.timeout.connect(lambda: self._give_up(""))
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    def open(self) -> None:
        """Start the process; ``ready`` or ``failed`` follows."""
        if self._process is not None:
            return
        self._read = b""
        process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._listen)
        process.errorOccurred.connect(self._went_wrong)
        process.finished.connect(self._has_ended)
        self._process = process
        named = [self._engine] if self._engine else []
        process.start(sys.executable, ["-m", "bodymap.gui.voice.child", *named])
        self._late.start()
        self._order(Order(manner=self._manner))

    def speak_as(self, manner: Manner) -> None:
        """Speak so from the next text on."""
        self._manner = manner
        self._order(Order(manner=manner))

    def say(self, text: str) -> None:
        """Say ``text`` now, in place of what is being said."""
        self._order(Order(say=text[:MOST_LETTERS]))

    def hush(self) -> None:
        """Stop speaking."""
        self._order(Order(hush=True))

    def close(self) -> None:
        """End the process."""
        self._late.stop()
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)
        process.closeWriteChannel()
        if not process.waitForFinished(400):
            process.kill()
            process.waitForFinished(2000)
        process.deleteLater()

    def _order(self, order: Order) -> None:
        if self._process is not None:
            self._process.write(msgspec.json.encode(order) + b"\n")

    def _listen(self) -> None:
        if self._process is None:
            return
        *lines, self._read = (self._read + self._process.readAllStandardOutput().data()).split(b"\n")
        for line in lines:
            self._take(line)
        if len(self._read) > _LONGEST_LINE:
            self._give_up("")

    def _take(self, line: bytes) -> None:
        try:
            report = self._reports.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            self._give_up(str(error))
            return
        if report.kind == "ready":
            self._late.stop()
            self.ready.emit(report.voices)
        elif report.kind == "failed":
            self._give_up(report.why)
        elif report.kind == "began":
            self.began.emit()
        else:
            self.ended.emit()

    def _went_wrong(self) -> None:
        self._give_up(self._process.errorString() if self._process is not None else "")

    def _has_ended(self) -> None:
        self._give_up("")

    def _give_up(self, why: str) -> None:
        if self._process is not None:
            self.close()
            self.failed.emit(why)


def _environment() -> QProcessEnvironment:
    """That of this process, with the place from which this very Bodymap runs."""
    made = QProcessEnvironment.systemEnvironment()
    home = str(Path(bodymap.__file__).parent.parent)
    made.insert("PYTHONPATH", os.pathsep.join(part for part in (home, made.value("PYTHONPATH")) if part))
    return made
