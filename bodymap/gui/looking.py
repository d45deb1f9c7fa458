"""The mouse while a routine runs: one can look around on the body, but not mark it."""

from __future__ import annotations

from bodymap.gui.canvas.tools import Cursor, Pointer


class LookingTool:
    """Leaves every drag to the canvas, which pans (see :class:`bodymap.gui.canvas.tools.Tool`)."""

    marks = False

    def press(self, _at: Pointer) -> bool:
        """Take nothing."""
        return False

    def move(self, _at: Pointer) -> None:
        """Nothing is held."""

    def release(self, _at: Pointer) -> None:
        """Nothing was held."""

    def cancel(self) -> None:
        """Nothing was begun."""

    def cursor(self, _at: Pointer) -> Cursor:
        """The plain arrow."""
        return Cursor.EMPTY
