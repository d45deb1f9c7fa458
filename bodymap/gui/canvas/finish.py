"""Marks and zones are shown at once and roughly; their exact outlines follow a moment later, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas

QUIET_MS = 40
"""So long nothing was drawn or chosen, and nothing moved, before the exact outlines are worked out."""
DONE = object()


class Finish(QObject):
    """Refines what a canvas shows while nothing else is to do.

    Not on a thread: the geometry is many short steps of Python, and a thread full of them keeps the window waiting for
    the interpreter up to 5 ms at a time. Between two outlines, most of which take less than 10 ms, events are heard.
    """

    def __init__(self, canvas: BodyCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.work)

    def later(self, milliseconds: int = QUIET_MS) -> None:
        """Other marks or zones are shown: what was begun is given up, and begins anew after a moment."""
        self.stop()
        if self._canvas.document.drawing or self._canvas.document.chosen is not None:
            self._timer.start(milliseconds)

    @property
    def busy(self) -> bool:
        """Whether something shown is rough yet and will be refined."""
        return self._timer.isActive()

    def now(self) -> None:
        """Refine everything at once: for pictures of the canvas."""
        self.stop()
        for _ in self._steps():
            pass

    def stop(self) -> None:
        """Leave it as rough as it is."""
        self._work = None
        self._timer.stop()

    def work(self) -> None:
        """One view sketched or one outline found, then the events that have come meanwhile."""
        if self._canvas.source_show.sketch_next():
            self._timer.start(0)
        elif self._canvas.moving():  # each picture of the way would wait for an outline
            self._timer.start(QUIET_MS)
        else:
            self._work = self._work or self._steps()
            if next(self._work, DONE) is DONE:
                self._work = None
            else:
                self._timer.start(0)

    def _steps(self) -> Iterator[None]:
        """All outlines one by one; a view shows the exact zones, and all of them the exact marks, once these are done.

        What is drawn and chosen stays the same on the way, or else it was given up.
        """
        while self._canvas.source_show.sketch_next():
            pass
        yield from self._canvas.source_show.refine()
        while self._canvas.projector.refine(self._canvas.document.drawing):
            yield
        self._canvas.mark_show.display()
