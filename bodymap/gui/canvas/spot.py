"""Marking a spot with a click, moving and removing marks. See :mod:`bodymap.gui.canvas.tools`."""

from __future__ import annotations

from msgspec.structs import replace

from bodymap.body.surface import SurfacePoint
from bodymap.gui.canvas.picking import MoveTool
from bodymap.gui.canvas.tools import DRAG_PIXELS, Bench, Cursor, Pointer, Preview
from bodymap.gui.document import MARK_RADIUS_CM


class SpotTool:
    """Click to mark a spot; drag a mark to move it, whatever its shape; the small cross of a spot removes it."""

    marks = True

    def __init__(self, bench: Bench, radius_cm: float = MARK_RADIUS_CM) -> None:
        self._bench = bench
        self.radius_cm = radius_cm
        self._start: Pointer | None = None
        self._mark: int | None = None
        self._removing: int | None = None
        self._grip = (0.0, 0.0)
        self._dragging = False
        self._target: SurfacePoint | None = None
        self._drawn = MoveTool(bench)

    def press(self, at: Pointer) -> bool:
        """Take the drag when it begins on a handle, on a mark or on the skin."""
        self.cancel()
        self._removing = self._bench.handle_at(at)
        if self._removing is None:
            self._mark = self._bench.mark_at(at)
            if self._is_drawn(self._mark):
                return self._drawn.press(at)
            if self._mark is not None:
                self._bench.document.select_mark(self._mark)
                middle = self._bench.place_of(self._mark, at.view) or (at.x, at.y)
                self._grip = (middle[0] - at.x, middle[1] - at.y)
            else:
                self._target = self._bench.point_at(at)
                if self._target is None:
                    self._bench.document.select_mark(None)
                    return False
                self._bench.show_preview(Preview(self._target, self.radius_cm))
        self._start = at
        return True

    def move(self, at: Pointer) -> None:
        """Preview the mark where the pointer is; off the body it stays where it was last on it."""
        self._drawn.move(at)
        if self._start is None or self._removing is not None:
            return
        if not self._dragging:
            self._dragging = abs(at.px - self._start.px) + abs(at.py - self._start.py) > DRAG_PIXELS
            if not self._dragging:
                return
        point = self._bench.point_at(replace(at, x=at.x + self._grip[0], y=at.y + self._grip[1]))
        if point is None:
            return
        self._target = point
        mark = self._bench.document.mark(self._mark) if self._mark is not None else None
        radius = mark.radius_cm if mark is not None else self.radius_cm
        self._bench.show_preview(Preview(point, radius, self._mark))

    def release(self, at: Pointer) -> None:
        """Add, move or remove the mark: one undo step."""
        self._drawn.release(at)
        removing, mark, target, dragging = self._removing, self._mark, self._target, self._dragging
        started = self._start is not None
        self.cancel()
        if not started:
            return
        document = self._bench.document
        if removing is not None:
            if self._bench.handle_at(at) == removing:
                document.remove_mark(removing)
        elif mark is None:
            if target is not None:
                document.add_mark(target, self.radius_cm)
        elif dragging and target is not None:
            document.move_mark(mark, target)

    def cancel(self) -> None:
        """Forget the drag and take its preview away."""
        self._drawn.cancel()
        if self._start is not None:
            self._bench.show_preview(None)
        self._start = self._mark = self._removing = self._target = None
        self._grip = (0.0, 0.0)
        self._dragging = False

    def cursor(self, at: Pointer) -> Cursor:
        """What a press here would do."""
        if self._bench.handle_at(at) is not None:
            return Cursor.HANDLE
        if self._bench.mark_at(at) is not None:
            return Cursor.MARK
        return Cursor.BODY if self._bench.point_at(at) is not None else Cursor.EMPTY

    def _is_drawn(self, mark_id: int | None) -> bool:
        """Whether a mark is no spot: its shape is moved as it is seen, it has no middle to be put elsewhere."""
        mark = self._bench.document.mark(mark_id) if mark_id is not None else None
        return mark is not None and mark.anchor is None
