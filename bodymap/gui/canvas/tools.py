"""Mouse tools. One tool at a time takes the mouse; the canvas only forwards and gives the tool a bench to work on.

A tool shows a preview while the button is down and asks the document for one change when it is let go. It knows no
widget, so it is tested without one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from bodymap.body.surface import SurfacePoint
from bodymap.gui.document import Document

if TYPE_CHECKING:
    from bodymap.body.field import Field
    from bodymap.body.surface import Ints
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


class Pointer(Struct, frozen=True):
    """Where the mouse is: pixels in the viewport, and cm in the view whose box it is over (None beside the figures).

    ``pressure`` is that of a pen, 0..1; 0 where none is told.
    """

    px: float
    py: float
    view: str | None
    x: float = 0.0
    y: float = 0.0
    pressure: float = 0.0


class Preview(Struct, frozen=True):
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

    def beside(self, at: Pointer, near_cm: float) -> Pointer | None:
        """The pointer in the coordinates of the view whose figure is no farther from it than that; None for none."""
        ...

    def show_preview(self, preview: Preview | None) -> None:
        """Show what would be there, or nothing."""
        ...

    def show_painting(self, shapes: Mapping[int, Field] | None, fresh: Ints | None = None) -> None:
        """Show marks with other shapes than they have (0: a new one); None shows the drawing as it is.

        ``fresh``: the cells in which they have changed since they were shown last, where that is known.
        """
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
