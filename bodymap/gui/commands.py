"""Undo steps. A step remembers the drawing before and after it, so that undo and redo are exact by construction."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from bodymap.pain.drawing import Drawing

Put = Callable[[Drawing, "int | None"], None]
"""Puts a drawing in place of the present one and selects one of its marks (or none)."""


class ChangeDrawing(QUndoCommand):
    """One change of the drawing. ``before`` and ``after`` each hold the marks and the selected mark.

    ``folds_into`` names what is being changed while a control is still held (a slider, a key): steps of the same name
    that follow each other become one.
    """

    def __init__(
        self,
        text: str,
        put: Put,
        before: tuple[Drawing, int | None],
        after: tuple[Drawing, int | None],
        folds_into: str = "",
    ) -> None:
        super().__init__(text)
        self._put = put
        self._before = before
        self.after = after
        self.folds_into = folds_into

    def redo(self) -> None:
        """Put the drawing after the change."""
        self._put(*self.after)

    def undo(self) -> None:
        """Put the drawing before the change."""
        self._put(*self._before)

    def id(self) -> int:
        """Qt only tries to fold steps whose ids are equal and not -1."""
        return 1 if self.folds_into else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Fold ``other``, the newer step, into this one when both are the same control being moved."""
        if not isinstance(other, ChangeDrawing) or other.folds_into != self.folds_into:
            return False
        self.after = other.after
        return True
