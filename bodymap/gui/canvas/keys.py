"""The canvas by keyboard: a crosshair that walks over the body, marks where it stands, and the camera.

arrows            move the crosshair          Enter, Space      mark there
Shift + arrows    to the next region          Delete, Backspace remove the selected mark
Ctrl + arrows     pan                         Tab               next mark
+ -               zoom                        [ ]               smaller, larger mark
0 Home            everything                  1 to 5            one view large
Escape            give up a drag, unselect, back to everything
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence

from bodymap.body.surface import body_facts
from bodymap.gui.canvas.walker import Direction, Point, step, to_next_region

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas

STEP_PX = 7.0
PAN_PX = 60.0
KEY_ZOOM = 1.3
RADIUS_STEP_CM = 0.5

_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Keys:
    """Keys of one canvas. ``holds_space`` while Space is down; ``space_used`` once it served to pan."""

    def __init__(self, canvas: BodyCanvas) -> None:
        self._canvas = canvas
        self.holds_space = False
        self.space_used = False

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key. False leaves it to the window."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._redo_or_undo(self._canvas.document.undo_stack.undo)
        if event.matches(QKeySequence.StandardKey.Redo):
            return self._redo_or_undo(self._canvas.document.undo_stack.redo)
        if key in _ARROWS:
            self._arrow(_ARROWS[key], modifiers)
        elif modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        elif key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.holds_space, self.space_used = True, False
        else:
            return self._plain(key)
        return True

    def release(self, event: QKeyEvent) -> bool:
        """Space was let go: mark, unless it was held to pan."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat() or not self.holds_space:
            return False
        self.holds_space = False
        if not self.space_used:
            self.mark_here()
        return True

    # ---- the crosshair

    @property
    def place(self) -> Point:
        """Where the crosshair stands in the scene."""
        at = self._canvas.stage.crosshair.pos()
        return at.x(), at.y()

    @property
    def standing(self) -> bool:
        """Whether the crosshair can be seen."""
        return self._canvas.stage.crosshair.isVisible()

    def show_crosshair(self) -> None:
        """Show where the keyboard works: at the selected mark, else where the crosshair was, else on the trunk."""
        if self.standing:
            return
        place = self._of_selected_mark() or self.place
        if not self._on_skin(*place):
            place = self._on_the_trunk()
        self._stand(place)

    def hide_crosshair(self) -> None:
        """The mouse is used: take the crosshair away."""
        if self.standing:
            self._canvas.stage.crosshair.setVisible(False)
            self._canvas.words.name_region(None, QPointF())

    def mark_here(self) -> None:
        """Mark pain at the crosshair; where a mark is already, select that one."""
        if not self.standing or not self._canvas.marking:
            self.show_crosshair()
            return
        pointer = self._canvas.bench.pointer(self._canvas.pixel_of(*self.place))
        mark = self._canvas.bench.mark_at(pointer)
        if mark is not None:
            self._canvas.document.select_mark(mark)
            return
        point = self._canvas.bench.point_at(pointer)
        if point is not None:
            made = self._canvas.document.mark(self._canvas.document.add_mark(point))
            words = QCoreApplication.translate("BodyCanvas", "{} marked")
            self._announce(words.format(made.label if made else ""))

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
        place = self._of_selected_mark()
        if place is not None:
            self._stand(place)
        mark = document.mark(ids[at])
        words = QCoreApplication.translate("BodyCanvas", "Mark: {}")
        self._announce(words.format(mark.label if mark else ""))
        return True

    def _arrow(self, direction: Direction, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._canvas.pan(-direction[0] * PAN_PX, -direction[1] * PAN_PX, 120)
        elif not self.standing:
            self.show_crosshair()
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._stand(to_next_region(self.place, direction, self._region_name))
        else:
            self._stand(step(self.place, direction, STEP_PX / self._canvas.pose.scale, self._on_skin))

    def _stand(self, place: Point) -> None:
        canvas = self._canvas
        canvas.stage.crosshair.setPos(*place)
        canvas.stage.crosshair.setVisible(True)
        revealed = canvas.camera.revealing(canvas.target, *place)
        if revealed != canvas.target:
            canvas.go(revealed)
        pixel = canvas.pixel_of(*place)
        canvas.words.name_region(canvas.bench.point_at(canvas.bench.pointer(pixel)), pixel)

    def _of_selected_mark(self) -> Point | None:
        """Where the selected mark is seen, preferably on the view that the crosshair is on."""
        canvas = self._canvas
        selected = canvas.document.selected_mark
        if selected is None:
            return None
        here = canvas.stage.view_at(*self.place)
        views = ([here[0]] if here else []) + list(canvas.stage.panels)
        for view in views:
            place = canvas.bench.place_of(selected, view)
            if place is not None:
                return canvas.stage.to_scene(view, *place)
        return None

    def _on_the_trunk(self) -> Point:
        """A place on the first view to start from, near the belly."""
        view, panel = next(iter(self._canvas.stage.panels.items()))
        return self._canvas.stage.to_scene(view, panel.profile.stand, panel.profile.height * 0.38)

    def _on_skin(self, x: float, y: float) -> bool:
        return self._canvas.stage.view_at(x, y) is not None

    def _region_name(self, x: float, y: float) -> str | None:
        found = self._canvas.stage.view_at(x, y)
        if found is None:
            return None
        point = self._canvas.projector.views[found[0]].lift_point(found[1], found[2])
        region = self._canvas.words.regions.at(point)
        return f"{found[0]}: {region.label}" if region else None

    def _announce(self, text: str) -> None:
        """Let a screen reader say it."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, text))

    # ---- other keys

    def _plain(self, key: int) -> bool:
        canvas, document = self._canvas, self._canvas.document
        views = body_facts().views
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.mark_here()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if document.selected_mark is None or not canvas.marking:
                return False
            document.remove_mark(document.selected_mark)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            inwards = key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
            at = canvas.pixel_of(*self.place) if self.standing else None
            canvas.zoom(KEY_ZOOM if inwards else 1 / KEY_ZOOM, at)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            canvas.fit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_1 < len(views):
            canvas.show_view(views[key - Qt.Key.Key_1])
        elif key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
            return self._resize_mark(RADIUS_STEP_CM if key == Qt.Key.Key_BracketRight else -RADIUS_STEP_CM)
        elif key == Qt.Key.Key_Escape:
            return self._escape()
        else:
            return False
        return True

    def _redo_or_undo(self, does: Callable[[], None]) -> bool:
        if self._canvas.marking:
            does()
        return True

    def _resize_mark(self, by: float) -> bool:
        document = self._canvas.document
        mark = document.mark(document.selected_mark) if document.selected_mark is not None else None
        if mark is None or not self._canvas.marking:
            return False
        document.change_mark(mark.id, radius_cm=mark.radius_cm + by, held=True)
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
