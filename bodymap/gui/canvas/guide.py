"""The guide of a running routine on one view: a spot that pulses calmly, or a ball that moves along the fibres."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from bodymap.gui.canvas.figure import line
from bodymap.gui.canvas.layers import Layer, faded
from bodymap.gui.canvas.shapes import runs_of, smooth_path
from bodymap.gui.theme import Theme

BEAT_S = 2.4
"""One swelling and fading of the ring round a spot: slower than a heart at rest, so that it calms."""
LARGEST, SWELL = 1.7, 0.55
"""The ring at its largest, and how much of that it swells, in radii of the spot."""


class GuideLayer(Layer):
    """Shows where the routine works. ``beat`` 0..1 is the phase of the pulse, set from outside."""

    def __init__(self, figure: QGraphicsItem, bounds: QRectF, theme: Theme) -> None:
        super().__init__(figure, bounds, theme, 5)
        self._points: tuple[tuple[float, float] | None, ...] = ()
        self._along: tuple[float, ...] = ()
        self._paths: tuple[QPainterPath, ...] = ()
        self._radius = 1.0
        self._progress: float | None = None
        self._beat = 0.0
        self._scale = 1.0

    def display(self, points: Sequence[tuple[float, float] | None], along: Sequence[float], radius_cm: float) -> None:
        """The guide's points on this view (None where hidden), each with its share 0..1 of the whole path's length."""
        self._points, self._along, self._radius = tuple(points), tuple(along), radius_cm
        self._paths = tuple(smooth_path(run) for run in runs_of(points)) if len(points) > 1 else ()
        self.update()

    def set_progress(self, progress: float | None) -> None:
        """Move the ball."""
        if progress != self._progress:
            self._update_part()
            self._progress = progress
            self._update_part()

    def set_beat(self, beat: float) -> None:
        """Set the phase of the pulse."""
        self._beat = beat
        self._update_part()

    @property
    def ball(self) -> tuple[float, float] | None:
        """Where the ball (or the only spot) is on this view, None where it is hidden."""
        if not self._points:
            return None
        if len(self._points) == 1:
            return self._points[0]
        if self._progress is None:
            return None
        after = int(np.clip(np.searchsorted(self._along, self._progress), 1, len(self._points) - 1))
        start, end = self._points[after - 1], self._points[after]
        if start is None or end is None:
            return None
        length = self._along[after] - self._along[after - 1]
        share = (self._progress - self._along[after - 1]) / length if length > 0 else 0.0
        share = max(0.0, min(1.0, share))
        return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """The path first, then the ring or the ball."""
        if not self._points:
            return
        self._scale = scale = painter.worldTransform().m11()
        for path in self._paths:
            painter.strokePath(path, line(faded(self.theme.surface, 0.85), 5.0 / scale))
            painter.strokePath(path, line(self.theme.accent, 2.2 / scale))
        at = self.ball
        if at is None:
            return
        radius = self._ball_radius()
        if len(self._points) == 1:
            self._paint_spot(painter, QPointF(*at), radius, scale)
        else:
            painter.setPen(line(self.theme.surface, 2.0 / scale))
            painter.setBrush(faded(self.theme.accent, 0.9))
            painter.drawEllipse(QPointF(*at), radius, radius)

    def _ball_radius(self) -> float:
        return max(self._radius, 7.0 / self._scale)

    def _paint_spot(self, painter: QPainter, at: QPointF, radius: float, scale: float) -> None:
        swell = 0.5 - 0.5 * math.cos(2 * math.pi * self._beat)
        ring = radius * (LARGEST - SWELL * (1.0 - swell))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self.theme.accent, 0.30 - 0.18 * swell))
        painter.drawEllipse(at, ring, ring)
        painter.setPen(line(self.theme.surface, 2.0 / scale))
        painter.setBrush(faded(self.theme.accent, 0.85))
        painter.drawEllipse(at, radius * 0.8, radius * 0.8)

    def _update_part(self) -> None:
        """Repaint under the ball only: what lies below it, zones with all their dots, is dear to paint."""
        at = self.ball
        if at is not None:
            reach = self._ball_radius() * (LARGEST if len(self._points) == 1 else 1.0) + 2.0 / self._scale
            self.update(QRectF(at[0] - reach, at[1] - reach, 2 * reach, 2 * reach))
