"""Moments of the start, printed for the benchmark when the environment asks for them.

``BODYMAP_TRACE=1`` prints ``trace NAME SECONDS`` on the system's monotonic clock, the same for all processes: ``shown``
when the figures were painted first, ``ready`` when the atlas answers, ``first answer`` when a mark was answered.
``BODYMAP_TRACE=click`` also makes that mark, by a click on the front view, and closes then.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from bodymap.gui.document import Document
    from bodymap.gui.window import MainWindow

VARIABLE = "BODYMAP_TRACE"


def print_moment(name: str) -> None:
    """Print the moment that ``name`` happened."""
    sys.stdout.write(f"trace {name} {time.monotonic():.6f}\n")
    sys.stdout.flush()


class FirstPaint(QObject):
    """Calls ``then`` once after a widget has painted for the first time."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._then: Callable[[], None] | None = then
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wait for the paint event; what is painted is on screen when the loop runs again."""
        if event.type() == QEvent.Type.Paint and self._then is not None:
            then, self._then = self._then, None
            QTimer.singleShot(0, then)
        return False


def trace_start(window: MainWindow, document: Document) -> bool:
    """Print the moments of this start if the environment asks for them; whether it does."""
    wanted = os.environ.get(VARIABLE, "")
    if wanted not in ("1", "click"):
        return False
    told: set[str] = set()

    def tell(name: str) -> None:
        if name not in told:
            told.add(name)
            print_moment(name)

    def answered() -> None:
        tell("ready")
        if document.drawing:
            FirstPaint(window.panel, finish)
            window.panel.update()

    def finish() -> None:
        tell("first answer")
        if wanted == "click":
            window.close()

    def painted() -> None:
        tell("shown")
        if wanted == "click":
            click(window)

    FirstPaint(window.canvas.viewport(), painted)
    document.answer_changed.connect(lambda _: answered())
    return True


def click(window: MainWindow) -> None:
    """Press and release the left button on the outer right thigh of the front view."""
    canvas = window.canvas
    box = canvas.stage.box("front")
    pixel = canvas.pixel_of(box.x + 0.36 * box.width, box.y + 0.62 * box.height)
    at = QPointF(pixel.x(), pixel.y())
    viewport = canvas.viewport()
    globally = QPointF(viewport.mapToGlobal(at.toPoint()))
    left, nothing = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, buttons in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, nothing)):
        QApplication.postEvent(viewport, QMouseEvent(kind, at, globally, left, buttons, Qt.KeyboardModifier.NoModifier))
