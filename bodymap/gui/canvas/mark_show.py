"""The marks of the document on every view of a canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas


class MarkShow:
    """Shows what the document has marked on a canvas."""

    def __init__(self, canvas: BodyCanvas) -> None:
        self._canvas = canvas

    def show(self) -> None:
        """The marks are others now: show them at once, and exactly after a moment."""
        self.display()
        self._canvas.finish.later()
        self._canvas.words.update_hint()

    def display(self) -> None:
        """Show the marks as well as they are known now."""
        canvas = self._canvas
        for view, panel in canvas.stage.panels.items():
            marks = [canvas.projector.mark(mark, view) for mark in canvas.document.drawing]
            panel.marks.display([mark for mark in marks if not mark.path.isEmpty()], canvas.document.selected_mark)
