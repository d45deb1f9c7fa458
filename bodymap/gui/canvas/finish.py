"""Marks are shown at once and roughly; their exact outlines follow a moment later, one view at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas

QUIET_MS = 40
"""So long nothing was drawn before the exact outlines are worked out."""


class Finish(QObject):
    """Refines the marks of a canvas while nothing else is to do."""

    def __init__(self, canvas: BodyCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._one)

    def later(self) -> None:
        """Marks have changed."""
        if self._canvas.document.drawing:
            self._timer.start(QUIET_MS)

    def now(self) -> None:
        """Refine everything at once: for pictures of the canvas."""
        self._timer.stop()
        if self._canvas.document.drawing:
            while self._canvas.projector.refine(self._canvas.document.drawing):
                pass
            self._show()

    def _one(self) -> None:
        """One view of one mark, then the events that have come meanwhile."""
        if self._canvas.projector.refine(self._canvas.document.drawing):
            self._timer.start(0)
        else:
            self._show()

    def _show(self) -> None:
        self._canvas.show_marks()
        self._timer.stop()
