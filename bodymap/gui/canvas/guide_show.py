"""Shows the document's guide on all views, and comes close to it on request. Its timer runs only while it pulses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractAnimation, QVariantAnimation

from bodymap.body.surface import SurfacePoint
from bodymap.gui.canvas.camera import Rect
from bodymap.gui.canvas.guide import BEAT_S
from bodymap.gui.canvas.projector import path_shares
from bodymap.gui.canvas.zoom_view import TRAVEL_MS, reduced_motion
from bodymap.gui.document import Guide

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas


class GuideShow:
    """The guide of one canvas."""

    def __init__(self, canvas: BodyCanvas) -> None:
        self._canvas = canvas
        self._points: tuple[SurfacePoint, ...] = ()
        self._radius = 0.0
        self._beat = QVariantAnimation(canvas)
        self._beat.setStartValue(0.0)
        self._beat.setEndValue(1.0)
        self._beat.setDuration(round(BEAT_S * 1000))
        self._beat.setLoopCount(-1)
        self._beat.valueChanged.connect(self._pulse)

    @property
    def pulsing(self) -> bool:
        """Whether the timer runs."""
        return self._beat.state() == QAbstractAnimation.State.Running

    def show(self, guide: Guide | None, anew: bool = False) -> None:
        """Show a guide. While only its progress changes, only the ball is moved; ``anew`` for new figures."""
        points = guide.points if guide is not None else ()
        radius = guide.radius_cm if guide is not None else 0.0
        panels = self._canvas.stage.panels
        if anew or points != self._points or radius != self._radius:
            self._points, self._radius = points, radius
            shares = path_shares(points) if points else []
            for view, panel in panels.items():
                panel.guide.display([self._canvas.projector.locate(each, view) for each in points], shares, radius)
        for panel in panels.values():
            panel.guide.set_progress(guide.progress if guide is not None else None)
        self.update_pulse()

    def update_pulse(self) -> None:
        """Let the spot pulse while there is one to be seen; with reduced motion it stands still."""
        wanted = len(self._points) == 1 and self._canvas.isVisible() and not reduced_motion(self._canvas)
        if wanted and not self.pulsing:
            self._beat.start()
        elif not wanted and self.pulsing:
            self._beat.stop()
            self._pulse(0.0)

    def zoom_to(self, points: tuple[SurfacePoint, ...], margin_cm: float) -> str | None:
        """Come close to these points on the view that shows most of them. Returns that view."""
        canvas = self._canvas
        seen = {
            view: [place for place in (canvas.projector.locate(each, view) for each in points) if place is not None]
            for view in canvas.stage.panels
        }
        view = max(seen, key=lambda each: (len(seen[each]), self._facing(points, each)))
        if not seen[view]:
            return None
        xs, ys = [x for x, _ in seen[view]], [y for _, y in seen[view]]
        left, top = canvas.stage.to_scene(view, min(xs), min(ys))
        rect = Rect(left, top, max(xs) - min(xs), max(ys) - min(ys)).grown(margin_cm)
        canvas.frame_rect(rect, TRAVEL_MS > 0)
        return view

    def _facing(self, points: tuple[SurfacePoint, ...], view: str) -> float:
        """How squarely a view looks at the skin there: the projected share of the points' cells."""
        seen = self._canvas.projector.views[view]
        total = 0.0
        for point in points[:: max(1, len(points) // 8)]:
            a, b, c, d = seen.xy[seen.surface.cells[point.cell]]
            diagonals = (c - a), (d - b)
            projected = abs(diagonals[0][0] * diagonals[1][1] - diagonals[0][1] * diagonals[1][0]) / 2
            total += projected / max(float(seen.surface.area[point.cell]), 1e-6)
        return total

    def _pulse(self, beat: object) -> None:
        if isinstance(beat, float):
            for panel in self._canvas.stage.panels.values():
                panel.guide.set_beat(beat)
