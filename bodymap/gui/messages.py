"""The one channel for messages to the person, the bar that shows them, and the one place that catches exceptions."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame

from bodymap.errors import BodymapError
from bodymap.gui.kit import icon_button, label, repolish, row
from bodymap.gui.theme import Theme

Tone = Literal["info", "error"]
INFO_MS = 8000


class Messages(QObject):
    """Say something from anywhere, also from another thread; ``said(text, tone)`` arrives in the window's thread."""

    said = Signal(str, str)

    def say(self, text: str) -> None:
        """A message that goes away by itself."""
        self.said.emit(text, "info")

    def error(self, text: str) -> None:
        """A message that stays until it is closed."""
        self.said.emit(text, "error")

    def report(self, error: BaseException) -> None:
        """An error of the environment in its own words; a bug as one sentence, its traceback goes to standard error."""
        if isinstance(error, BodymapError):
            self.error(str(error))
            return
        traceback.print_exception(error, file=sys.stderr)
        translate = QCoreApplication.translate
        self.error(
            translate("Messages", "Something went wrong inside Bodymap ({}). What you entered is kept.").format(
                type(error).__name__
            )
        )


def catch_everything(messages: Messages) -> Callable[[], None]:
    """Report uncaught exceptions of every thread. Returns a function that puts the former state back."""
    before = sys.excepthook, threading.excepthook

    def in_main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before[0](kind, error, trace)
        else:
            messages.report(error)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            messages.report(args.exc_value)

    def restore() -> None:
        sys.excepthook, threading.excepthook = before

    sys.excepthook = in_main
    threading.excepthook = in_thread
    return restore


class MessageBar(QFrame):
    """Shows the last message in one line or two; hidden while there is none."""

    def __init__(self, messages: Messages, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("messageBar")
        line = row(self, 1, (2, 0.5, 1, 0.5))
        self.text = label("", "small")
        self.text.setObjectName("message")
        line.addWidget(self.text, 1)
        close = icon_button("close", theme, self.tr("Close this message"), "closeMessage")
        close.clicked.connect(self.hide)
        line.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        messages.said.connect(self._show)
        self.hide()

    def _show(self, text: str, tone: str) -> None:
        self.text.setText(text)
        self.setAccessibleName(text)
        self.setProperty("kind", "dangerBar" if tone == "error" else "infoBar")
        repolish(self)
        self.show()
        if tone == "error":
            self._timer.stop()
        else:
            self._timer.start(INFO_MS)
