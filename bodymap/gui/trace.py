"""Moments of the start, printed for the benchmark when the environment asks for them.

``BODYMAP_TRACE=1`` prints ``trace NAME SECONDS`` on the system's monotonic clock, the same for all processes: ``shown``
when the figures are on the screen, ``ready`` when the atlas answers, ``first answer`` when a mark was answered.
``BODYMAP_TRACE=click`` also makes that mark, by a click on the front view, and closes then.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtWidgets import QWidget

from bodymap.gui.first_sight import click_on

if TYPE_CHECKING:
    from bodymap.gui.document import Document
    from bodymap.gui.window import MainWindow

VARIABLE = "BODYMAP_TRACE"


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


class Trace:
    """Tells each moment once. ``on`` says whether anybody wants to know."""

    def __init__(self) -> None:
        self._wanted = os.environ.get(VARIABLE, "")
        self.on = self._wanted in ("1", "click")
        self._told: set[str] = set()

    def tell(self, name: str) -> None:
        """Print that ``name`` happens now."""
        if self.on and name not in self._told:
            self._told.add(name)
            sys.stdout.write(f"trace {name} {time.monotonic():.6f}\n")
            sys.stdout.flush()

    def watch(self, window: MainWindow, document: Document) -> None:
        """Tell the rest of the moments as they come."""
        if not self.on:
            return

        def answered() -> None:
            self.tell("ready")
            if document.drawing:
                FirstPaint(window.panel, finish)
                window.panel.update()

        def finish() -> None:
            self.tell("first answer")
            if self._wanted == "click":
                window.close()

        def painted() -> None:
            self.tell("shown")
            if self._wanted == "click":
                click(window)

        FirstPaint(window.canvas.viewport(), painted)
        document.answer_changed.connect(lambda _: answered())


def click(window: MainWindow) -> None:
    """Press and release the left button on the outer right thigh of the front view."""
    canvas = window.canvas
    box = canvas.stage.box("front")
    pixel = canvas.pixel_of(box.x + 0.36 * box.width, box.y + 0.62 * box.height)
    viewport = canvas.viewport()
    click_on(viewport, viewport.mapToGlobal(QPointF(pixel.x(), pixel.y()).toPoint()))
