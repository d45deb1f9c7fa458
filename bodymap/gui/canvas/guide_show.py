"""Shows the document's guide on all views, and comes close to it on request. Its timer runs only while it pulses."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from bodymap.body.surface import SurfacePoint
from bodymap.gui.canvas.camera import Rect
from bodymap.gui.canvas.guide import BEAT_S
from bodymap.gui.canvas.projector import path_shares
from bodymap.gui.document import Guide
from bodymap.gui.motion import reduced_motion

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas


PULSE_MS = 66
"""Some 15 looks a second: the ring swells by a fraction of a pixel from one to the next."""


class GuideShow:
    """The guide of one canvas."""

    def __init__(self, canvas: BodyCanvas) -> None:
        self._canvas = canvas
        self._points: tuple[SurfacePoint, ...] = ()
        self._radius = 0.0
        self._still = True
        self._breath: float | None = None
        self._near: tuple[tuple[SurfacePoint, ...], float] | None = None
        self._began = 0.0
        self._beat = QTimer(canvas)
        self._beat.setObjectName("guideBeat")
        self._beat.setInterval(PULSE_MS)
        self._beat.timeout.connect(self._pulse)

    @property
    def pulsing(self) -> bool:
        """Whether the timer runs."""
        return self._beat.isActive()

    def show(self, guide: Guide | None, anew: bool = False) -> None:
        """Show a guide. While only its progress changes, only the ball is moved; ``anew`` for new figures."""
        points = guide.points if guide is not None else ()
        self._still = guide is None or guide.still
        radius = guide.radius_cm if guide is not None else 0.0
        panels = self._canvas.stage.panels
        if anew or points != self._points or radius != self._radius:
            self._points, self._radius = points, radius
            shares = path_shares(points) if points else []
            for view, panel in panels.items():
                panel.guide.display([self._canvas.projector.locate(each, view) for each in points], shares, radius)
        for panel in panels.values():
            panel.guide.set_progress(guide.progress if guide is not None else None)
        # The progress of a spot is its breath: the player swells it with a push and lets it sink.
        self._breath = guide.progress if guide is not None and len(points) == 1 else None
        self.update_pulse()
        if self._breath is not None:
            self._set_beat(self._breath / 2)

    def update_pulse(self) -> None:
        """Let the spot pulse while it is worked on and seen; in a pause and with reduced motion it stands still."""
        canvas = self._canvas
        seen = canvas.isVisible() and not canvas.window().isMinimized()
        alone = len(self._points) == 1 and self._breath is None
        wanted = alone and not self._still and seen and not reduced_motion(canvas)
        if wanted and not self.pulsing:
            self._began = monotonic()
            self._beat.start()
        elif not wanted and self.pulsing:
            self._beat.stop()
            self._set_beat(0.0)

    def stay_near(self) -> bool:
        """The views lie elsewhere now: come close to the same points again. False when there are none."""
        if self._near is None:
            return False
        self.zoom_to(*self._near, animated=False)
        return True

    def leave(self) -> None:
        """Something else is looked at now."""
        self._near = None

    def zoom_to(self, points: tuple[SurfacePoint, ...], margin_cm: float, *, animated: bool = True) -> str | None:
        """Come close to these points on the view that shows most of them, and stay there. Returns that view."""
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
        canvas.frame_rect(rect, animated)
        self._near = points, margin_cm
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

    def _pulse(self) -> None:
        self._set_beat((monotonic() - self._began) / BEAT_S % 1.0)

    def _set_beat(self, beat: float) -> None:
        for panel in self._canvas.stage.panels.values():
            panel.guide.set_beat(beat)
