"""What tools work on: where the pointer is on the figures, and what is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from bodymap.body.field import Field
from bodymap.body.surface import Ints, SurfacePoint
from bodymap.body.view import View
from bodymap.gui.canvas.projector import Projector
from bodymap.gui.canvas.stage import Stage
from bodymap.gui.canvas.tools import Pointer, Preview
from bodymap.gui.canvas.zoom_view import ZoomView
from bodymap.gui.document import Document

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

    def place_on(self, at: Pointer, view: str) -> tuple[float, float]:
        """Where the pointer is in the coordinates of a view, also beside the body."""
        local = self._stage.panels[view].figure.mapFromScene(QPointF(*self._view.scene_at(at.px, at.py)))
        return local.x(), local.y()

    def beside(self, at: Pointer, near_cm: float) -> Pointer | None:
        """The pointer in the coordinates of the view whose figure is no farther from it than that."""
        found = self._stage.view_at(*self._view.scene_at(at.px, at.py), near_cm=near_cm)
        return replace(at, view=found[0], x=found[1], y=found[2]) if found is not None else None

    def view(self, view: str) -> View:
        """A view of the present figure."""
        return self._projector().views[view]

    def show_preview(self, preview: Preview | None) -> None:
        """Show what would be there if the mouse were let go now."""
        mark = self.document.mark(preview.mark_id) if preview is not None and preview.mark_id is not None else None
        for view, panel in self._stage.panels.items():
            shown = (
                [self._projector().spot(preview.point, preview.radius_cm, view, mark)] if preview is not None else []
            )
            panel.marks.display_previews(shown)

    def show_painting(self, shapes: Mapping[int, Field] | None, fresh: Ints | None = None) -> None:
        """Show marks with other shapes than they have, on every view where that skin is seen."""
        marks = {number: self.document.mark(number) for number in shapes or ()}
        for view, panel in self._stage.panels.items():
            box = None if fresh is None else self._box_of(fresh, view)
            if box is not None and box.isEmpty() and len(panel.marks.previews) == len(marks):
                continue  # none of what has changed is seen here
            panel.marks.display_previews(
                [self._projector().rough(shape, view, marks[number]) for number, shape in (shapes or {}).items()], box
            )

    def _box_of(self, cells: Ints, view: str) -> QRectF:
        """The part of a view that these cells take where they are seen; empty for nowhere."""
        seen = self._projector().views[view]
        shown = cells[seen.faces(cells)]
        if not len(shown):
            return QRectF()
        points = seen.xy[seen.surface.cells[shown]].reshape(-1, 2)
        (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
        return QRectF(left, top, right - left, bottom - top)

    def show_moved(self, mark_id: int, view: str | None, dx: float, dy: float) -> None:
        """Show a mark shifted on the view where it is dragged; it leaves the others."""
        mark = self.document.mark(mark_id)
        for name, panel in self._stage.panels.items():
            if view is None or mark is None:
                panel.marks.display_previews([])
                continue
            paths = self._projector().mark(mark, name)
            path = paths.path.translated(dx, dy) if name == view else QPainterPath()
            rim = paths.rim.translated(dx, dy) if paths.rim is not None and name == view else None
            panel.marks.display_previews([replace(paths, path=path, rim=rim, middle=None)])

    def show_line(self, view: str, points: Sequence[tuple[float, float]]) -> None:
        """Show the line of a lasso."""
        path = QPainterPath()
        if len(points) > 1:
            path.addPolygon(QPolygonF([QPointF(*point) for point in points]))
        self._stage.panels[view].tool.display_lasso(path)

    def show_ring(self, at: Pointer | None, radius_cm: float) -> None:
        """Show on every view what a brush would cover at the pointer; nothing for None or beside the body."""
        point = self.point_at(at) if at is not None else None
        for view, panel in self._stage.panels.items():
            ring = QPainterPath() if point is None else self._projector().ring(point, radius_cm, view)
            panel.tool.display_ring(ring)
