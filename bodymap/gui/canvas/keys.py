"""The canvas by keyboard: it walks over the body, marks where it stands, and moves the camera.

arrows            to the next region          Enter, Space              mark there
Shift + arrows    small steps                 Shift + Enter or Space    mark the whole region
Ctrl + arrows     pan                         Delete, Backspace         remove the selected mark
Ctrl + and -      zoom                        Tab                       next mark
0 Home            everything                  + -                       larger, smaller mark
1 to 6            one view large              [ ] Page down, up         weaker, stronger pain
Escape            give up a drag, unselect, back to everything
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from bodymap.body.surface import SurfacePoint
from bodymap.gui.canvas.access import CanvasAccess
from bodymap.gui.canvas.arrange import LARGE
from bodymap.gui.canvas.crosshair import Crosshair
from bodymap.gui.canvas.walker import Direction, Point

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas
    from bodymap.pain.drawing import Mark

PAN_PX = 60.0
KEY_ZOOM = 1.3
RADIUS_STEP_CM = 0.5

_KEY = Qt.Key
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_ARROWS: dict[int, Direction] = {
    _KEY.Key_Left: (-1, 0),
    _KEY.Key_Right: (1, 0),
    _KEY.Key_Up: (0, -1),
    _KEY.Key_Down: (0, 1),
}
_SIZES: dict[int, int] = {_KEY.Key_Plus: 1, _KEY.Key_Equal: 1, _KEY.Key_Minus: -1, _KEY.Key_Underscore: -1}
_STRENGTHS: dict[int, int] = {
    _KEY.Key_BracketRight: 1,
    _KEY.Key_PageUp: 1,
    _KEY.Key_BracketLeft: -1,
    _KEY.Key_PageDown: -1,
}
_MODIFIERS = (_KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_Alt, _KEY.Key_Meta, _KEY.Key_AltGr)


class Keys:
    """Keys of one canvas. ``holds_space`` while Space is down; ``space_used`` once it served to pan."""

    def __init__(self, canvas: BodyCanvas) -> None:
        self._canvas = canvas
        self.crosshair = Crosshair(canvas)
        self.access = CanvasAccess(canvas, self)
        self.holds_space = False
        self.space_used = False
        self._whole = False

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key. False leaves it to the window."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.undo()
        if event.matches(QKeySequence.StandardKey.Redo):
            return self.redo()
        if self._canvas.mouse.draws:  # nothing moves or changes under a hand that draws
            return self._escape() if key == _KEY.Key_Escape else key not in _MODIFIERS
        if key in _ARROWS:
            self._arrow(_ARROWS[key], modifiers)
        elif key in _SIZES and modifiers & _CONTROL:
            at = self._canvas.pixel_of(*self.place) if self.standing else None
            self._canvas.zoom(KEY_ZOOM ** _SIZES[key], at)
        elif modifiers & ~_SHIFT:
            return False
        elif key == _KEY.Key_Space:
            if not event.isAutoRepeat():
                self.holds_space, self.space_used, self._whole = True, False, bool(modifiers & _SHIFT)
        else:
            return self._plain(key, bool(modifiers & _SHIFT))
        return True

    def release(self, event: QKeyEvent) -> bool:
        """Space was let go: mark, unless it was held to pan."""
        if event.key() != _KEY.Key_Space or event.isAutoRepeat() or not self.holds_space:
            return False
        self.holds_space = False
        if not self.space_used:
            self._mark(self._whole)
        return True

    def undo(self) -> bool:
        """Take back what is being drawn, or else the last change."""
        return self._redo_or_undo(self._canvas.document.undo_stack.undo)

    def redo(self) -> bool:
        """Do again what was taken back; what is being drawn is given up."""
        return self._redo_or_undo(self._canvas.document.undo_stack.redo)

    def leave(self) -> None:
        """The keyboard is elsewhere, and so will be the release of a key that is held."""
        self.holds_space = False
        self.hide_crosshair()

    # ---- the crosshair

    @property
    def place(self) -> Point:
        """Where the crosshair stands in the scene."""
        return self.crosshair.place

    @property
    def standing(self) -> bool:
        """Whether the crosshair can be seen."""
        return self.crosshair.standing

    def show_crosshair(self) -> None:
        """Show where the keyboard works."""
        self.crosshair.show()

    def hide_crosshair(self) -> None:
        """The mouse is used: take the crosshair away."""
        self.crosshair.hide()

    def mark_here(self) -> None:
        """Mark pain at the crosshair; where a mark is already, select that one."""
        point = self._ready()
        if point is None:
            return
        bench = self._canvas.bench
        under = bench.mark_at(bench.pointer(self._canvas.pixel_of(*self.place)))
        if under is not None:
            self._canvas.document.select_mark(under)
            return
        self._canvas.document.add_mark(point, self._canvas.toolbox.radius_cm)

    def mark_region(self) -> None:
        """Mark the whole region under the crosshair; one that is marked whole already is selected."""
        document, point = self._canvas.document, self._ready()
        if point is None:
            return
        region, side = document.region_at(point)
        field = document.region_field(region, side)
        if field is None:
            return
        same = field.region(document.surface)
        known = next((mark.id for mark in document.drawing if mark.region == same), None)
        if known is None:
            document.mark_named(region, side)
        else:
            document.select_mark(known)

    def next_mark(self, forward: bool) -> bool:
        """Select the next mark and go to it. False after the last one: Tab then leaves the canvas."""
        document = self._canvas.document
        ids = [mark.id for mark in document.drawing]
        at = ids.index(document.selected_mark) if document.selected_mark in ids else (-1 if forward else len(ids))
        at += 1 if forward else -1
        if not 0 <= at < len(ids):
            document.select_mark(None)
            return False
        document.select_mark(ids[at])
        self.crosshair.to_mark(ids[at])
        self.access.at_mark(ids[at])
        return True

    def _mark(self, whole: bool) -> None:
        if whole:
            self.mark_region()
        else:
            self.mark_here()

    def _ready(self) -> SurfacePoint | None:
        """The point to be marked; without a crosshair that is shown first, and nothing is marked yet."""
        if not self.standing:
            self.show_crosshair()
            return None
        return self.crosshair.point if self._canvas.marking else None

    def _arrow(self, direction: Direction, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & _CONTROL:
            self._canvas.pan(-direction[0] * PAN_PX, -direction[1] * PAN_PX, 120)
        elif not self.standing:
            self.show_crosshair()
        elif modifiers & _SHIFT:
            self.crosshair.a_little(direction)
        else:
            self.crosshair.to_region(direction)

    # ---- other keys

    def _plain(self, key: int, shift: bool) -> bool:
        canvas, document = self._canvas, self._canvas.document
        if key in (_KEY.Key_Return, _KEY.Key_Enter):
            self._mark(shift)
        elif key in (_KEY.Key_Delete, _KEY.Key_Backspace):
            if document.selected_mark is None or not canvas.marking:
                return False
            document.remove_mark(document.selected_mark)
        elif key in _SIZES:
            return self._resize(_SIZES[key])
        elif key in _STRENGTHS:
            return self._strengthen(_STRENGTHS[key])
        elif key in (_KEY.Key_0, _KEY.Key_Home):
            canvas.fit()
        elif _KEY.Key_1 <= key < _KEY.Key_1 + len(LARGE):
            canvas.show_view(LARGE[key - _KEY.Key_1])
        elif key == _KEY.Key_Escape:
            return self._escape()
        else:
            return False
        return True

    def _redo_or_undo(self, does: Callable[[], None]) -> bool:
        if self._canvas.mouse.draws:
            self._canvas.cancel()
        elif self._canvas.marking:
            does()
        return True

    def _selected(self) -> Mark | None:
        selected = self._canvas.document.selected_mark
        return self._canvas.document.mark(selected) if selected is not None else None

    def _resize(self, by: int) -> bool:
        """Make the selected spot larger or smaller; while none is selected, the tool in hand and so the next mark."""
        mark, toolbox = self._selected(), self._canvas.toolbox
        if not self._canvas.marking:
            return False
        if mark is None:
            toolbox.step(by)
            self.access.narrator.say_size(toolbox.radius_cm)
        elif mark.anchor is not None:
            self._canvas.document.change_mark(mark.id, radius_cm=mark.radius_cm + by * RADIUS_STEP_CM, held=True)
        return True

    def _strengthen(self, by: int) -> bool:
        mark = self._selected()
        if mark is None or not self._canvas.marking:
            return False
        self._canvas.document.change_mark(mark.id, intensity=mark.intensity + by, held=True)
        return True

    def _escape(self) -> bool:
        """Back out of one thing at a time."""
        canvas = self._canvas
        if canvas.cancel():
            return True
        if canvas.document.selected_mark is not None:
            canvas.document.select_mark(None)
            return True
        if canvas.large_view is not None or canvas.steered:
            canvas.fit()
            return True
        return False
