"""What tools work on: where the pointer is on the figures, and what is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF

from bodymap.body.surface import SurfacePoint
from bodymap.gui.canvas.layers import MarkPaths
from bodymap.gui.canvas.projector import Projector
from bodymap.gui.canvas.stage import Stage
from bodymap.gui.canvas.tools import Pointer, Preview
from bodymap.gui.canvas.zoom_view import ZoomView
from bodymap.gui.document import Document
from bodymap.pain.drawing import DEFAULT_INTENSITY

NEAR_PX = 5.0
"""A press this close beside the body still means the body: its rim is hard to hit."""


class CanvasBench:
    """The bench of one canvas; :class:`bodymap.gui.canvas.tools.Bench` says what each method is for."""

    def __init__(self, view: ZoomView, stage: Stage, document: Document, projector: Callable[[], Projector]) -> None:
        self.document = document
        self._view = view
        self._stage = stage
        self._projector = projector

    def pointer(self, pixel: QPointF) -> Pointer:
        """Where a pixel of the viewport is on the figures."""
        near = NEAR_PX / self._view.pose.scale
        found = self._stage.view_at(*self._view.scene_at(pixel.x(), pixel.y()), near_cm=near)
        return Pointer(pixel.x(), pixel.y(), *found) if found else Pointer(pixel.x(), pixel.y(), None)

    def point_at(self, at: Pointer) -> SurfacePoint | None:
        """The point of the skin under the pointer."""
        if at.view is None:
            return None
        return self._projector().views[at.view].lift_point(at.x, at.y, NEAR_PX / self._view.pose.scale)

    def mark_at(self, at: Pointer) -> int | None:
        """The uppermost mark under the pointer."""
        return self._stage.panels[at.view].marks.mark_at(at.x, at.y) if at.view is not None else None

    def place_of(self, mark_id: int, view: str | None) -> tuple[float, float] | None:
        """Where the middle of a mark is seen on a view."""
        mark = self.document.mark(mark_id)
        if mark is None or mark.anchor is None or view is None:
            return None
        return self._projector().locate(mark.anchor, view)

    def handle_at(self, at: Pointer) -> int | None:
        """The mark whose remove handle is under the pointer; handles may stand out beside the body."""
        scene = QPointF(*self._view.scene_at(at.px, at.py))
        for panel in self._stage.panels.values():
            local = panel.figure.mapFromScene(scene)
            found = panel.marks.handle_at(local.x(), local.y(), self._view.pose.scale)
            if found is not None:
                return found
        return None

    def show_preview(self, preview: Preview | None) -> None:
        """Show what would be there if the mouse were let go now."""
        for view, panel in self._stage.panels.items():
            panel.marks.display_preview(None if preview is None else self._preview_paths(preview, view))

    def _preview_paths(self, preview: Preview, view: str) -> MarkPaths:
        spot = self._projector().spot(preview.point.cell, preview.point.uv, preview.radius_cm, view)
        mark = self.document.mark(preview.mark_id) if preview.mark_id is not None else None
        return MarkPaths(preview.mark_id or 0, mark.intensity if mark else DEFAULT_INTENSITY, *spot)
