"""The one channel for messages to the person, and the one place that catches exceptions."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal

from bodymap.errors import BodymapError


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
