"""The mouse on the canvas: it goes to the tool, pans, or shows a view large; without a button it names regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QTabletEvent, QTouchEvent, QWheelEvent

from bodymap.gui.canvas.tools import Cursor, Pointer

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas

_CURSORS = {
    Cursor.EMPTY: Qt.CursorShape.ArrowCursor,
    Cursor.BODY: Qt.CursorShape.CrossCursor,
    Cursor.MARK: Qt.CursorShape.OpenHandCursor,
    Cursor.HANDLE: Qt.CursorShape.PointingHandCursor,
    Cursor.BRUSH: Qt.CursorShape.CrossCursor,
}


class Mouse:
    """The mouse of one canvas. The left button works with the tool, or pans beside the body; Space and the middle
    button always pan."""

    def __init__(self, canvas: BodyCanvas) -> None:
        self._canvas = canvas
        self._pan_from: QPointF | None = None
        self._tool_drags = False
        self._pressure = 0.0
        self._two_fingers = False
        self._removed = False
        for changed in (canvas.document.drawing_changed, canvas.document.figure_changed):
            changed.connect(self.give_up_drawing)

    @property
    def draws(self) -> bool:
        """Whether the tool is at work now."""
        return self._tool_drags

    def press(self, pixel: QPointF, button: Qt.MouseButton, again: bool = False) -> None:
        """A button goes down; ``again`` for the second time of a double click."""
        canvas, left = self._canvas, button == Qt.MouseButton.LeftButton
        if not left and button != Qt.MouseButton.MiddleButton:
            return
        if self._tool_drags or self._two_fingers or (again and self._removed):
            return  # nothing disturbs a drag, and a double click on a mark's cross doesn't mark what was under it
        canvas.keys.hide_crosshair()
        name = canvas.words.name_at(pixel)
        if left and name is not None:
            canvas.show_view(name)
            return
        canvas.words.name_region(None, pixel)
        works = left and canvas.marking and not canvas.keys.holds_space
        self._removed = works and self._on_cross(pixel)
        if works and canvas.tool.press(self._pointer(pixel)):
            self._tool_drags = True
            canvas.bench.show_ring(None, 0.0)
            return
        self._pan_from = pixel
        canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, pixel: QPointF) -> None:
        """Drag, or name what is under the cursor."""
        canvas = self._canvas
        if self._pan_from is not None:
            moved = pixel - self._pan_from
            self._pan_from = pixel
            canvas.keys.space_used = True
            canvas.pan(moved.x(), moved.y())
        elif self._tool_drags:
            canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            canvas.tool.move(self._pointer(pixel))
        else:
            self._hover(pixel)

    def release(self, pixel: QPointF, button: Qt.MouseButton) -> None:
        """A button comes up: the tool does what it previewed."""
        self._two_fingers = False  # the first one is lifted; while a pinch goes on, Qt may keep that to itself
        if self._tool_drags:
            if button != Qt.MouseButton.LeftButton:
                return
            self._tool_drags = False
            self._canvas.tool.release(self._pointer(pixel))
        self._pan_from = None
        self._hover(pixel)

    def takes(self, event: QTabletEvent | QTouchEvent) -> bool:
        """Look at what touches the canvas; says whether it was a pen, which is dealt with here."""
        if isinstance(event, QTouchEvent):
            self._fingers(event)
            return False
        self._pen(event)
        event.accept()
        return True

    def _fingers(self, event: QTouchEvent) -> None:
        """One finger works as the mouse does. A second one means to zoom: what the first one began is given up."""
        down = [point for point in event.points() if point.state() != QEventPoint.State.Released]
        if event.type() == QEvent.Type.TouchCancel or (len(down) > 1 and not self._two_fingers):
            self.cancel()
        ended = event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
        self._two_fingers = not ended and (self._two_fingers or len(down) > 1)

    def _pen(self, event: QTabletEvent) -> None:
        """A pen goes down, moves or comes up: as the mouse, with its pressure."""
        self._pressure = event.pressure()
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            self.press(event.position(), event.button())
        elif kind == QEvent.Type.TabletMove:
            self.move(event.position())
        elif kind == QEvent.Type.TabletRelease:
            self.release(event.position(), event.button())
            self._pressure = 0.0

    def wheel(self, event: QWheelEvent) -> bool:
        """Change the size of the tool, if that is what the wheel is for now."""
        canvas = self._canvas
        asked = self._tool_drags or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not (asked and canvas.marking and canvas.toolbox.sized):
            return False
        canvas.toolbox.step(event.angleDelta().y() / 120)
        if not self._tool_drags:
            self.show_ring(event.position())
        event.accept()
        return True

    def show_ring(self, pixel: QPointF) -> None:
        """Show how large the brush is, where there is skin under it."""
        canvas = self._canvas
        rings = canvas.marking and canvas.toolbox.name in ("brush", "eraser")
        canvas.bench.show_ring(canvas.bench.pointer(pixel) if rings else None, canvas.toolbox.radius_cm)

    def _pointer(self, pixel: QPointF) -> Pointer:
        return replace(self._canvas.bench.pointer(pixel), pressure=self._pressure)

    def leave(self) -> None:
        """The cursor is elsewhere."""
        self._canvas.bench.show_ring(None, 0.0)
        if not self._canvas.keys.standing:
            self._canvas.words.name_region(None, QPointF())
        self._canvas.set_hot_name(None)
        self._canvas.stage.show_hot_mark(None, None)

    def cancel(self) -> bool:
        """Give up a drag. Says whether there was one."""
        begun = self._tool_drags or self._pan_from is not None
        self._canvas.tool.cancel()
        self._tool_drags, self._pan_from = False, None
        return begun

    def give_up_drawing(self) -> None:
        """What the tool works on is another drawing now."""
        if self._tool_drags:
            self.cancel()

    def _on_cross(self, pixel: QPointF) -> bool:
        """Whether a press there removes a mark."""
        canvas = self._canvas
        return canvas.tool is canvas.toolbox.spot and canvas.bench.handle_at(canvas.bench.pointer(pixel)) is not None

    def _hover(self, pixel: QPointF) -> None:
        canvas = self._canvas
        name = canvas.words.name_at(pixel)
        canvas.set_hot_name(name)
        at = canvas.bench.pointer(pixel)
        if name is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif canvas.keys.holds_space or not canvas.marking:
            shape = Qt.CursorShape.OpenHandCursor
        else:
            shape = _CURSORS[canvas.tool.cursor(at)]
        canvas.viewport().setCursor(shape)
        if canvas.bench.handle_at(at) is None:
            removes = canvas.marking and canvas.tool is canvas.toolbox.spot  # no other tool minds the cross
            canvas.stage.show_hot_mark(at.view, canvas.bench.mark_at(at) if removes else None)
        canvas.words.name_region(canvas.bench.point_at(at), pixel)
        self.show_ring(pixel)
