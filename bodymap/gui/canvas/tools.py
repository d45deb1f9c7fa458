"""Mouse tools. One tool at a time takes the mouse; the canvas only forwards and gives the tool a bench to work on.

A tool shows a preview while the button is down and asks the document for one change when it is let go. It knows no
widget, so it is tested without one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from bodymap.body.surface import SurfacePoint
from bodymap.gui.document import MARK_RADIUS_CM, Document

if TYPE_CHECKING:
    from bodymap.body.field import Field
    from bodymap.body.view import View

DRAG_PIXELS = 4.0
"""The mouse has to go this far before a press counts as a drag: hands that hurt are not steady."""


class Cursor(Enum):
    """What the mouse cursor says will happen on a press."""

    EMPTY = "empty"
    BODY = "body"
    MARK = "mark"
    HANDLE = "handle"
    BRUSH = "brush"


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the mouse is: pixels in the viewport, and cm in the view whose box it is over (None beside the figures).

    ``pressure`` is that of a pen, 0..1; 0 where none is told.
    """

    px: float
    py: float
    view: str | None
    x: float = 0.0
    y: float = 0.0
    pressure: float = 0.0


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be there if the button were let go now: a mark round ``point``, in place of ``mark_id`` if any."""

    point: SurfacePoint
    radius_cm: float
    mark_id: int | None = None


class Bench(Protocol):
    """What a tool may ask of the canvas."""

    document: Document

    def point_at(self, at: Pointer) -> SurfacePoint | None:
        """The point of the skin under the pointer."""
        ...

    def mark_at(self, at: Pointer) -> int | None:
        """The uppermost mark under the pointer."""
        ...

    def place_of(self, mark_id: int, view: str | None) -> tuple[float, float] | None:
        """Where the middle of a mark is seen on a view (cm), if it is."""
        ...

    def handle_at(self, at: Pointer) -> int | None:
        """The mark whose remove handle is under the pointer."""
        ...

    def place_on(self, at: Pointer, view: str) -> tuple[float, float]:
        """Where the pointer is in the coordinates (cm) of a view, also beside the body."""
        ...

    def view(self, view: str) -> View:
        """A view of the present figure."""
        ...

    def show_preview(self, preview: Preview | None) -> None:
        """Show what would be there, or nothing."""
        ...

    def show_painting(self, shapes: Mapping[int, Field] | None) -> None:
        """Show marks with other shapes than they have (0: a new one); None shows the drawing as it is."""
        ...

    def show_moved(self, mark_id: int, view: str | None, dx: float, dy: float) -> None:
        """Show a mark shifted by cm on the view where it is dragged; None for no view: as it is."""
        ...

    def show_line(self, view: str, points: Sequence[tuple[float, float]]) -> None:
        """Show a line (cm) on a view, or none where it has no points."""
        ...


class Tool(Protocol):
    """A way of working on the body with the mouse. ``press`` says whether the tool takes this drag.

    ``marks``: whether it is for marking; with one that isn't the keys of the canvas change no mark either.
    """

    marks: bool

    def press(self, at: Pointer) -> bool:
        """The button goes down. False leaves the drag to the canvas, which pans."""
        ...

    def move(self, at: Pointer) -> None:
        """The mouse moves with the button down."""
        ...

    def release(self, at: Pointer) -> None:
        """The button comes up: what was previewed is done."""
        ...

    def cancel(self) -> None:
        """Give up what was begun (Escape, focus lost); nothing changes."""
        ...

    def cursor(self, at: Pointer) -> Cursor:
        """The cursor to show when no button is down."""
        ...


class SpotTool:
    """Click to mark a spot; drag a mark to move it; its small cross removes it."""

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

    def press(self, at: Pointer) -> bool:
        """Take the drag when it begins on a handle, on a mark or on the skin."""
        self.cancel()
        self._removing = self._bench.handle_at(at)
        if self._removing is None:
            self._mark = self._bench.mark_at(at)
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
