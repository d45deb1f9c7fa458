"""What lies over a figure: hovered region, zones of the chosen source, marks. Each layer belongs to one view.

Layers hold painter paths in cm that were made when the document changed; painting never computes geometry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from bodymap.gui.canvas.figure import hairline, line
from bodymap.gui.canvas.shapes import cross_path
from bodymap.gui.canvas.stipple import stipple
from bodymap.gui.theme import Theme, mix

HANDLE_PX = 9.0
"""Radius of a selected mark's remove handle, in logical pixels."""
HANDLE_CM = 12.0
"""At the smallest zoom ring and handle reach no further than this from a mark."""
CROSS_CM = 1.5
CROSS_PX = (8.0, 24.0)
"""Least and largest width of the X of a trigger point."""


class Layer(QGraphicsItem):
    """A child of a figure that covers the same box."""

    def __init__(self, figure: QGraphicsItem, bounds: QRectF, theme: Theme, z: float) -> None:
        super().__init__(figure)
        self._bounds = bounds.adjusted(-8, -8, 8, 8)
        self.theme = theme
        self.setZValue(z)

    def boundingRect(self) -> QRectF:
        """The figure's box with room for handles and crosses at its edge."""
        return self._bounds

    def shape(self) -> QPainterPath:
        """Layers take no mouse; tools ask them what is where."""
        return QPainterPath()

    def set_theme(self, theme: Theme) -> None:
        """Dress the layer in other colours."""
        self.theme = theme
        self.update()


class RegionLayer(Layer):
    """The named region under the cursor."""

    def __init__(self, figure: QGraphicsItem, bounds: QRectF, theme: Theme) -> None:
        super().__init__(figure, bounds, theme, 1)
        self._path = QPainterPath()

    def display(self, path: QPainterPath) -> None:
        """Highlight a region, or nothing when the path is empty."""
        if not (path.isEmpty() and self._path.isEmpty()):
            self._path = path
            self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """A light veil with a thin edge."""
        if not self._path.isEmpty():
            painter.fillPath(self._path, faded(self.theme.accent, 0.16))
            hairline(painter, self._path, mix(self.theme.accent, self.theme.body_light, 0.35))


@dataclass(frozen=True)
class ZonePaths:
    """What of a chosen source is seen on one view: areas and fibres as paths, ``spots`` the X marks' places."""

    essential: QPainterPath
    spillover: QPainterPath
    fibres: tuple[QPainterPath, ...]
    spots: tuple[tuple[float, float], ...]


class SourceLayer(Layer):
    """Something of the chosen source."""

    _zones: tuple[ZonePaths, ...] = ()

    def display(self, zones: Sequence[ZonePaths]) -> None:
        """Show these trigger points."""
        self._zones = tuple(zones)
        self.update()


class ZoneLayer(SourceLayer):
    """The areas of the chosen source: essential solid, spillover stippled; the skin's shading shows through."""

    def __init__(self, figure: QGraphicsItem, bounds: QRectF, theme: Theme) -> None:
        super().__init__(figure, bounds, theme, 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Spillover first, so that the essential zone lies over it."""
        if not self._zones:
            return
        scale = painter.worldTransform().m11()
        dots = stipple(self.theme.spillover, scale, painter.device().devicePixelRatioF())
        for zone in self._zones:
            painter.fillPath(zone.spillover, faded(self.theme.spillover, 0.10))
            painter.fillPath(zone.spillover, dots)
            hairline(painter, zone.spillover, mix(self.theme.spillover, self.theme.body_light, 0.45))
        solid = faded(self.theme.essential, 0.62)
        for zone in self._zones:
            painter.fillPath(zone.essential, solid)
            hairline(painter, zone.essential, self.theme.essential)


class SpotLayer(SourceLayer):
    """The chosen source's fibres as fine lines, and an X where each of its trigger points lies."""

    def __init__(self, figure: QGraphicsItem, bounds: QRectF, theme: Theme) -> None:
        super().__init__(figure, bounds, theme, 4)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Fibres under crosses; both keep a light edge so that they can be read on zone and skin alike."""
        if not self._zones:
            return
        scale = painter.worldTransform().m11()
        halo = faded(self.theme.body_light, 0.75)
        for pen in (line(halo, 3.2 / scale), line(self.theme.fibre, 1.3 / scale)):
            for path in (path for zone in self._zones for path in zone.fibres):
                painter.strokePath(path, pen)
        size = max(CROSS_PX[0], min(CROSS_PX[1], CROSS_CM * scale)) / scale
        cross = cross_path(size)
        for width, color in ((0.36, halo), (0.17, self.theme.trigger)):
            for x, y in (spot for zone in self._zones for spot in zone.spots):
                painter.strokePath(cross.translated(x, y), line(color, size * width))


@dataclass(frozen=True, eq=False)
class MarkPaths:
    """A mark as seen on one view: ``path`` its outline, ``middle`` its anchor where that is seen."""

    mark_id: int
    intensity: int
    path: QPainterPath
    middle: tuple[float, float] | None


class MarkLayer(Layer):
    """The marks, the selected one with a ring; the one under the mouse (``hot``) with a small cross that removes it.

    The cross shows only while the mouse is there, so that a click beside a mark never hits it unseen.
    """

    def __init__(self, figure: QGraphicsItem, bounds: QRectF, theme: Theme) -> None:
        super().__init__(figure, bounds, theme, 3)
        self.marks: tuple[MarkPaths, ...] = ()
        self.preview: MarkPaths | None = None
        self._selected: int | None = None
        self._hot: int | None = None

    def display(self, marks: Sequence[MarkPaths], selected: int | None) -> None:
        """Show these marks, one of them selected. Only what changed is painted anew."""
        before = {(each, each.mark_id == self._selected) for each in self.marks}
        after = {(each, each.mark_id == selected) for each in marks}
        self.marks, self._selected = tuple(marks), selected
        for mark, _ in before ^ after:
            self._update_round(mark)

    def display_preview(self, preview: MarkPaths | None) -> None:
        """Show what a drag would leave; the mark that it moves is drawn there only."""
        shown = [each for each in (self.preview, preview) if each is not None]
        self.preview = preview
        hidden = {each.mark_id for each in shown} | {self._hot}  # the handle hides during a drag
        for mark in (*shown, *(each for each in self.marks if shown and each.mark_id in hidden)):
            self._update_round(mark)

    def _update_round(self, mark: MarkPaths) -> None:
        """Repaint round a mark, with the room that its ring and handle take."""
        if not mark.path.isEmpty():
            self.update(mark.path.boundingRect().adjusted(-HANDLE_CM, -HANDLE_CM, HANDLE_CM, HANDLE_CM))

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
        if mark is None or mark.middle is None or self.preview is not None:
            return None
        box = mark.path.boundingRect()
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
        """Stronger pain is drawn stronger."""
        scale = painter.worldTransform().m11()
        for mark in self.marks:
            if self.preview is None or self.preview.mark_id != mark.mark_id:
                self._paint_mark(painter, mark, scale, mark.mark_id == self._selected)
        if self.preview is not None:
            self._paint_mark(painter, self.preview, scale, selected=True)
        at = self.handle(scale)
        if at is not None:
            self._paint_handle(painter, at, scale)

    def _paint_mark(self, painter: QPainter, mark: MarkPaths, scale: float, selected: bool) -> None:
        painter.fillPath(mark.path, faded(self.theme.mark, 0.22 + 0.045 * mark.intensity))
        if selected:
            painter.strokePath(mark.path, line(self.theme.surface, 4.4 / scale))
        painter.strokePath(mark.path, line(self.theme.mark, (2.2 if selected else 1.4) / scale))

    def _paint_handle(self, painter: QPainter, at: QPointF, scale: float) -> None:
        radius = HANDLE_PX / scale
        painter.setPen(line(self.theme.mark, 1.4 / scale))
        painter.setBrush(self.theme.surface)
        painter.drawEllipse(at, radius, radius)
        painter.strokePath(cross_path(radius * 0.8).translated(at), line(self.theme.text, 1.7 / scale))


def faded(color: QColor, alpha: float) -> QColor:
    """The colour with that opacity (0..1)."""
    made = QColor(color)
    made.setAlphaF(alpha)
    return made
