"""The one channel for messages to the person, the bar that shows them, and the one place that catches exceptions."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from bodymap.errors import BodymapError
from bodymap.gui.kit import icon_button, label, repolish, row
from bodymap.gui.theme import SPACE, Theme

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
    """Shows the last message over the foot of ``place``, so that nothing moves; hidden while there is none."""

    def __init__(self, messages: Messages, theme: Theme, place: QWidget) -> None:
        super().__init__(place)
        self._place = place
        place.installEventFilter(self)
        self.setObjectName("messageBar")
        line = row(self, 1, (2, 0.75, 1, 0.75))
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
        self._settle()
        if tone == "error":
            self._timer.stop()
        else:
            self._timer.start(INFO_MS)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the place changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._settle()
        return False

    def _settle(self) -> None:
        room = self._place.rect()
        width = min(room.width() - 4 * SPACE, self.fontMetrics().averageCharWidth() * 78)
        height = max(self.layout_height(width), self.sizeHint().height())
        self.setGeometry((room.width() - width) // 2, room.height() - height - 2 * SPACE, width, height)
        self.raise_()

    def layout_height(self, width: int) -> int:
        """The height that the message needs at that width."""
        return self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
