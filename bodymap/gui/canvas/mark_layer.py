"""The marks over a figure: what hurts, how much, and what it feels like."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from bodymap.gui.canvas.figure import flat_line, line
from bodymap.gui.canvas.layers import Layer, faded
from bodymap.gui.canvas.shapes import cross_path
from bodymap.gui.patterns import pattern, sign_color, strength_alpha, strength_color
from bodymap.gui.theme import Theme

HANDLE_PX = 9.0
"""Radius of a selected mark's remove handle, in logical pixels."""
FRESH_CM = 1.0
"""Room round what has changed, for the width of its edge."""
HANDLE_CM = 12.0
"""At the smallest zoom ring and handle reach no further than this from a mark."""


class MarkPaths(Struct, frozen=True, eq=False):
    """A mark as seen on one view: ``path`` what it covers, ``rim`` its edge, ``middle`` its anchor where that is seen.

    ``rough``: worked out at once and to be replaced; it may reach over the silhouette and is clipped to it.
    """

    mark_id: int
    intensity: int
    path: QPainterPath
    middle: tuple[float, float] | None = None
    qualities: tuple[str, ...] = ()
    rim: QPainterPath | None = None
    rough: bool = False


class MarkLayer(Layer):
    """The marks, the selected one with a ring; the one under the mouse (``hot``) with a small cross that removes it.

    The cross shows only while the mouse is there, so that a click beside a mark never hits it unseen. ``outline`` is
    the silhouette of the figure.
    """

    def __init__(self, figure: QGraphicsItem, bounds: QRectF, theme: Theme, outline: QPainterPath) -> None:
        super().__init__(figure, bounds, theme, 3)
        self.marks: tuple[MarkPaths, ...] = ()
        self.previews: tuple[MarkPaths, ...] = ()
        self._outline = outline
        self._selected: int | None = None
        self._hot: int | None = None

    def display(self, marks: Sequence[MarkPaths], selected: int | None) -> None:
        """Show these marks, one of them selected. Only what changed is painted anew."""
        before = {(each, each.mark_id == self._selected) for each in self.marks}
        after = {(each, each.mark_id == selected) for each in marks}
        self.marks, self._selected = tuple(marks), selected
        for mark, _ in before ^ after:
            self._update_round(mark)

    def display_previews(self, previews: Sequence[MarkPaths], fresh: QRectF | None = None) -> None:
        """Show what a drag would leave; the marks that it changes are drawn there only.

        ``fresh``: the part in which the same previews have changed, where that is known; only that is painted anew.
        """
        if fresh is not None and self.previews and len(self.previews) == len(previews):
            self.previews = tuple(previews)
            if not fresh.isEmpty():
                self.update(fresh.adjusted(-FRESH_CM, -FRESH_CM, FRESH_CM, FRESH_CM))
            return
        shown = (*self.previews, *previews)
        self.previews = tuple(previews)
        hidden = {each.mark_id for each in shown} | {self._hot}  # the handle hides during a drag
        for mark in (*shown, *(each for each in self.marks if shown and each.mark_id in hidden)):
            self._update_round(mark)

    def _update_round(self, mark: MarkPaths) -> None:
        """Repaint round a mark, with the room that its ring and handle take."""
        if not mark.path.isEmpty():
            self.update(mark.path.controlPointRect().adjusted(-HANDLE_CM, -HANDLE_CM, HANDLE_CM, HANDLE_CM))

    def set_hot(self, mark_id: int | None) -> None:
        """The mouse is over that mark, or over none."""
        before, self._hot = self._hot, mark_id
        for mark in self.marks:
            if before != mark_id and mark.mark_id in (before, mark_id):
                self._update_round(mark)

    def mark_at(self, x: float, y: float) -> int | None:
        """The uppermost mark at a point of the view."""
        point = QPointF(x, y)
        return next((each.mark_id for each in reversed(self.marks) if each.path.contains(point)), None)

    def handle(self, scale: float) -> QPointF | None:
        """The middle of the remove handle of the hot mark, where its anchor is seen."""
        mark = next((each for each in self.marks if each.mark_id == self._hot), None)
        if mark is None or mark.middle is None or self.previews:
            return None
        box = mark.path.controlPointRect()
        x, y = mark.middle
        reach = max(0.7 * min(x - box.left(), box.right() - x, y - box.top(), box.bottom() - y), 10.0 / scale)
        return QPointF(x + reach + HANDLE_PX * 0.4 / scale, y - reach - HANDLE_PX * 0.4 / scale)

    def handle_at(self, x: float, y: float, scale: float) -> int | None:
        """The hot mark, if the point is on its remove handle at ``scale`` pixels per cm."""
        at = self.handle(scale)
        if at is None or (at.x() - x) ** 2 + (at.y() - y) ** 2 > ((HANDLE_PX + 3) / scale) ** 2:
            return None
        return self._hot

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Stronger pain is drawn stronger, and each quality with its sign."""
        scale = painter.worldTransform().m11()
        hidden = {each.mark_id for each in self.previews}
        for mark in self.marks:
            if mark.mark_id not in hidden:
                self._paint_mark(painter, mark, scale, mark.mark_id == self._selected)
        for mark in self.previews:
            self._paint_mark(painter, mark, scale, selected=True)
        at = self.handle(scale)
        if at is not None:
            self._paint_handle(painter, at, scale)

    def _paint_mark(self, painter: QPainter, mark: MarkPaths, scale: float, selected: bool) -> None:
        if mark.rough:  # many small pieces: their edges cancel out only without smoothing, which is faster as well
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setClipPath(self._outline)
        color = strength_color(self.theme, mark.intensity)
        painter.fillPath(mark.path, faded(color, strength_alpha(mark.intensity)))
        if mark.qualities:
            ratio = painter.device().devicePixelRatioF()
            painter.fillPath(mark.path, pattern(mark.qualities, sign_color(self.theme, mark.intensity), scale, ratio))
        if mark.rim is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.strokePath(mark.rim, flat_line(color, 1.8 / scale))
        else:
            if selected:
                painter.strokePath(mark.path, line(self.theme.surface, 4.4 / scale))
            painter.strokePath(mark.path, line(color, (2.2 if selected else 1.4) / scale))
        if mark.rough:
            painter.restore()

    def _paint_handle(self, painter: QPainter, at: QPointF, scale: float) -> None:
        radius = HANDLE_PX / scale
        painter.setPen(line(self.theme.mark, 1.4 / scale))
        painter.setBrush(self.theme.surface)
        painter.drawEllipse(at, radius, radius)
        painter.strokePath(cross_path(radius * 0.8).translated(at), line(self.theme.text, 1.7 / scale))
