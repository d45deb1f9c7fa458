"""Drawing round where it hurts. See :mod:`bodymap.gui.canvas.tools`."""

from __future__ import annotations

from bodymap.body.field import Field
from bodymap.body.paint import Paint, lasso_field
from bodymap.gui.canvas.freehand import BRUSH_CM, Freehand
from bodymap.gui.canvas.tools import Cursor, Pointer
from bodymap.gui.edits import shape_of
from bodymap.pain.drawing import Mark

LASSO_STEP_CM = 0.3
LASSO_BESIDE_CM = 12.0
"""A line round a knee or a hand begins beside it: so far from the body a press still means the body."""


class LassoTool(Freehand):
    """Draw round where it hurts. A line that begins on a mark adds what it encloses to it; a click selects a mark."""

    def press(self, at: Pointer) -> bool:
        """Begin the line anywhere on or near the body."""
        self.cancel()
        start = self._start(at)
        if start is None:
            self._bench.document.select_mark(None)
            return False
        under = self._bench.mark_at(start)
        self._onto = self._bench.document.mark(under) if under is not None else None
        self._begin(start)
        return True

    def move(self, at: Pointer) -> None:
        """Draw the line on; it may run beside the body."""
        if self._view is None:
            return
        place = self._bench.place_on(at, self._view)
        x, y = self._way[-1]
        if abs(place[0] - x) + abs(place[1] - y) >= LASSO_STEP_CM:
            self._way.append(place)
            self._bench.show_line(self._view, self._way)

    def release(self, at: Pointer) -> None:
        """Close the line: what is seen inside it hurts."""
        view, document = self._view, self._bench.document
        if view is None:
            return
        field = self._enclosed(view)
        stroke = self._stroke(BRUSH_CM, lasso=True, erases=False)
        onto = self._onto
        self.cancel()
        if field.empty:
            document.select_mark(onto.id if onto is not None else None)
            return
        if onto is not None:
            paint = Paint(document.surface, shape_of(onto, document.surface))
            paint.add(field)
            field = paint.field
        document.draw(field, (stroke,), onto=onto.id if onto is not None else None)

    def cancel(self) -> None:
        """Take the line away."""
        if self._view is not None:
            self._bench.show_line(self._view, ())
        self._view, self._onto = None, None

    def cursor(self, at: Pointer) -> Cursor:
        """A cross over the skin and beside it."""
        return Cursor.BODY if self._start(at) is not None else Cursor.EMPTY

    def _start(self, at: Pointer) -> Pointer | None:
        """The pointer where a line can begin, None elsewhere."""
        return at if at.view is not None else self._bench.beside(at, LASSO_BESIDE_CM)

    def _enclosed(self, view: str) -> Field:
        return lasso_field(self._bench.view(view), self._way)

    _onto: Mark | None = None
