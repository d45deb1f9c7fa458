"""Marking a named region whole, and moving what is marked. See :mod:`bodymap.gui.canvas.tools`."""

from __future__ import annotations

from msgspec.structs import replace
from shapely.affinity import translate as shifted

from bodymap.body.paint import shape_field
from bodymap.gui.canvas.tools import DRAG_PIXELS, Bench, Cursor, Pointer
from bodymap.gui.edits import shape_of


class RegionTool:
    """A click marks the named region under it whole."""

    marks = True

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._start: Pointer | None = None

    def press(self, at: Pointer) -> bool:
        """Take the click on the skin."""
        self._start = at if self._bench.point_at(at) is not None else None
        return self._start is not None

    def move(self, at: Pointer) -> None:
        """A click that turns into a drag stays a click: the region was named when the button went down."""

    def release(self, at: Pointer) -> None:
        """Mark the region; a region that is marked already is selected."""
        start, document = self._start, self._bench.document
        self._start = None
        if start is None:
            return
        point = self._bench.point_at(start)
        under = self._bench.mark_at(start)
        if point is None:
            return
        region, side = document.region_at(point)
        if region and under is None:
            document.mark_named(region, side)
        else:
            document.select_mark(under)

    def cancel(self) -> None:
        """Nothing was begun that could be seen."""
        self._start = None

    def cursor(self, at: Pointer) -> Cursor:
        """A pointing hand where there is something to pick."""
        return Cursor.HANDLE if self._bench.point_at(at) is not None else Cursor.EMPTY


class MoveTool:
    """Drag a mark to where it belongs; a click selects it.

    A spot keeps its size on the skin. What was drawn freely keeps the shape that is seen where it is dragged.
    """

    marks = True

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._start: Pointer | None = None
        self._mark: int | None = None
        self._dragging = False

    def press(self, at: Pointer) -> bool:
        """Take hold of the mark under the pointer."""
        self.cancel()
        self._mark = self._bench.mark_at(at)
        self._bench.document.select_mark(self._mark)
        if self._mark is None:
            return False
        self._start = at
        return True

    def move(self, at: Pointer) -> None:
        """Show where the mark would lie."""
        if self._start is None or self._mark is None or at.view != self._start.view:
            return
        far = abs(at.px - self._start.px) + abs(at.py - self._start.py) > DRAG_PIXELS
        self._dragging = self._dragging or far
        if self._dragging:
            self._bench.show_moved(self._mark, self._start.view, at.x - self._start.x, at.y - self._start.y)

    def release(self, at: Pointer) -> None:
        """Put the mark down: one undo step. Beside the body it stays where it was."""
        start, number, dragging = self._start, self._mark, self._dragging
        self.cancel()
        document = self._bench.document
        mark = document.mark(number) if number is not None else None
        if start is None or mark is None or not dragging or at.view != start.view or start.view is None:
            return
        dx, dy = at.x - start.x, at.y - start.y
        if mark.anchor is not None:
            middle = self._bench.place_of(mark.id, start.view) or (start.x, start.y)
            point = self._bench.point_at(replace(at, x=middle[0] + dx, y=middle[1] + dy))
            if point is not None:
                document.move_mark(mark.id, point)
            return
        view = self._bench.view(start.view)
        seen = view.project(shape_of(mark, document.surface))
        document.move_shape(mark.id, shape_field(view, shifted(seen, dx, dy)))

    def cancel(self) -> None:
        """Leave the mark where it is."""
        if self._mark is not None and self._dragging:
            self._bench.show_moved(self._mark, None, 0.0, 0.0)
        self._start, self._mark, self._dragging = None, None, False

    def cursor(self, at: Pointer) -> Cursor:
        """An open hand over a mark."""
        return Cursor.MARK if self._bench.mark_at(at) is not None else Cursor.EMPTY
