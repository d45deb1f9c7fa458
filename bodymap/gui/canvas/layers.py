"""What lies over a figure: hovered region, zones of the chosen source, marks. Each layer belongs to one view.

Layers hold painter paths in cm that were made when the document changed; painting never computes geometry.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from bodymap.gui.canvas.figure import flat_line, hairline, line
from bodymap.gui.canvas.shapes import cross_path
from bodymap.gui.canvas.stipple import stipple
from bodymap.gui.theme import Theme, mix

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


class Veil(Struct, frozen=True, eq=False):
    """A region seen on one view, worked out at once: ``path`` may reach over the silhouette, ``rim`` is its edge."""

    path: QPainterPath
    rim: QPainterPath


NO_VEIL = Veil(QPainterPath(), QPainterPath())


class RegionLayer(Layer):
    """The named region under the cursor; ``outline`` is the silhouette of the figure."""

    def __init__(self, figure: QGraphicsItem, bounds: QRectF, theme: Theme, outline: QPainterPath) -> None:
        super().__init__(figure, bounds, theme, 1)
        self._outline = outline
        self._veil = NO_VEIL

    @property
    def shown(self) -> bool:
        """Whether a region is highlighted here."""
        return not self._veil.path.isEmpty()

    def display(self, veil: Veil) -> None:
        """Highlight a region, or nothing when its path is empty."""
        if veil is not self._veil:
            self._veil = veil
            self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """A light veil with a thin edge."""
        if self._veil.path.isEmpty():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setClipPath(self._outline)
        painter.fillPath(self._veil.path, faded(self.theme.accent, 0.16))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = mix(self.theme.accent, self.theme.body_light, 0.35)
        painter.strokePath(self._veil.rim, flat_line(color, 1.0 / painter.worldTransform().m11()))
        painter.restore()


class ZonePaths(Struct, frozen=True):
    """What of a chosen source is seen on one view: areas and fibres as paths, ``spots`` the X marks' places.

    ``rims``: the edges of both areas (essential, spillover) while they are rough: worked out at once, to be replaced by
    exact ones; rough areas may reach over the silhouette and are clipped to it.
    """

    essential: QPainterPath
    spillover: QPainterPath
    fibres: tuple[QPainterPath, ...]
    spots: tuple[tuple[float, float], ...]
    rims: tuple[QPainterPath, QPainterPath] | None = None


class SourceLayer(Layer):
    """Something of the chosen source."""

    zones: tuple[ZonePaths, ...] = ()

    def display(self, zones: Sequence[ZonePaths]) -> None:
        """Show these trigger points."""
        if zones or self.zones:
            self.zones = tuple(zones)
            self.update()


class ZoneLayer(SourceLayer):
    """The areas of the chosen source: essential solid, spillover stippled; the skin's shading shows through.

    ``outline`` is the silhouette of the figure, for zones that are rough.
    """

    def __init__(
        self, figure: QGraphicsItem, bounds: QRectF, theme: Theme, outline: QPainterPath | None = None
    ) -> None:
        super().__init__(figure, bounds, theme, 2)
        self._outline = outline

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Spillover first, so that the essential zone lies over it."""
        if not self.zones:
            return
        scale = painter.worldTransform().m11()
        veil = faded(self.theme.spillover, 0.10)
        dots = stipple(self.theme.spillover, scale, painter.device().devicePixelRatioF())
        edge = mix(self.theme.spillover, self.theme.body_light, 0.45)
        spillover = [(zone.spillover, zone.rims[1] if zone.rims else None) for zone in self.zones]
        self._paint(painter, spillover, (veil, dots), edge)
        essential = [(zone.essential, zone.rims[0] if zone.rims else None) for zone in self.zones]
        self._paint(painter, essential, (faded(self.theme.essential, 0.62),), self.theme.essential)

    def _paint(
        self,
        painter: QPainter,
        areas: Sequence[tuple[QPainterPath, QPainterPath | None]],
        fills: tuple[QColor | QBrush, ...],
        edge: QColor,
    ) -> None:
        """Areas with their edges; rough ones have a rim."""
        painter.save()
        if any(rim is not None for _, rim in areas):  # their many pieces leave no seams only without smoothing
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            if self._outline is not None:
                painter.setClipPath(self._outline)
        for area, _ in areas:
            for fill in fills:
                painter.fillPath(area, fill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)  # once for all: it works the clip out anew
        for area, rim in areas:
            hairline(painter, area if rim is None else rim, edge)
        painter.restore()


class SpotLayer(SourceLayer):
    """The chosen source's fibres as fine lines, and an X where each of its trigger points lies."""

    def __init__(self, figure: QGraphicsItem, bounds: QRectF, theme: Theme) -> None:
        super().__init__(figure, bounds, theme, 4)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Fibres under crosses; both keep a light edge so that they can be read on zone and skin alike."""
        if not self.zones:
            return
        scale = painter.worldTransform().m11()
        halo = faded(self.theme.body_light, 0.75)
        for pen in (line(halo, 3.2 / scale), line(self.theme.fibre, 1.3 / scale)):
            for path in (path for zone in self.zones for path in zone.fibres):
                painter.strokePath(path, pen)
        size = max(CROSS_PX[0], min(CROSS_PX[1], CROSS_CM * scale)) / scale
        cross = cross_path(size)
        for width, color in ((0.36, halo), (0.17, self.theme.trigger)):
            for x, y in (spot for zone in self.zones for spot in zone.spots):
                painter.strokePath(cross.translated(x, y), line(color, size * width))


def faded(color: QColor, alpha: float) -> QColor:
    """The colour with that opacity (0..1)."""
    made = QColor(color)
    made.setAlphaF(alpha)
    return made
