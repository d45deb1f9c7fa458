"""Where the keyboard stands on the body: a crosshair that walks from region to region or in small steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal

from bodymap.body.surface import SurfacePoint
from bodymap.gui.canvas.territory import Territories, territories
from bodymap.gui.canvas.walker import Direction, Point, RegionWalk, Stop, step

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas

STEP_PX = 7.0


class Crosshair(QObject):
    """The crosshair of one canvas. ``stands`` tells the territory that it came to (None when it went away)."""

    stands = Signal(object)

    def __init__(self, canvas: BodyCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._walk: RegionWalk | None = None
        self._walked_on: tuple[object, ...] = ()
        self._came: tuple[Stop, Direction, Stop] | None = None

    @property
    def walk(self) -> RegionWalk:
        """The ways over the present figure; among body segments while the atlas loads."""
        document, views = self._canvas.document, self._canvas.projector.views
        known = document.engine, document.figure
        if self._walk is None or known != self._walked_on:
            self._walk = RegionWalk(views, territories(document.surface, document.engine))
            self._walked_on, self._came = known, None
        return self._walk

    @property
    def territories(self) -> Territories:
        """The regions of the present figure."""
        return self.walk.territories

    @property
    def place(self) -> Point:
        """Where it stands in the scene."""
        at = self._canvas.stage.crosshair.pos()
        return at.x(), at.y()

    @property
    def standing(self) -> bool:
        """Whether it can be seen."""
        return self._canvas.stage.crosshair.isVisible()

    @property
    def stop(self) -> Stop | None:
        """The place on the skin under it, while it can be seen."""
        found = self._canvas.stage.view_at(*self.place) if self.standing else None
        point = self.point if found is not None else None
        if found is None or point is None:
            return None
        return Stop(*found, int(self.territories.of[point.cell]))

    @property
    def point(self) -> SurfacePoint | None:
        """The point of the skin under it, while it can be seen."""
        bench = self._canvas.bench
        return bench.point_at(bench.pointer(self._canvas.pixel_of(*self.place))) if self.standing else None

    def show(self) -> None:
        """Show where the keyboard works: at the selected mark, else where it was, else on the trunk."""
        if self.standing:
            return
        selected = self._canvas.document.selected_mark
        place = self.place_of(selected) if selected is not None else None
        place = place or self.place
        if not self._on_skin(*place):
            view, panel = next(iter(self._canvas.stage.panels.items()))
            place = self._canvas.stage.to_scene(view, panel.profile.stand, panel.profile.height * 0.38)
        self.stand(place)

    def hide(self) -> None:
        """The mouse is used, or the keyboard is elsewhere: take it away."""
        if self.standing:
            self._canvas.stage.crosshair.setVisible(False)
            self._canvas.words.name_region(None, QPointF())
            self.stands.emit(None)

    def to_region(self, direction: Direction) -> None:
        """Walk to the next region; straight back leads to where one came from."""
        at = self.stop
        if at is None:
            return
        back = self._came
        if back is not None and back[2] == at and back[1] == (-direction[0], -direction[1]):
            found: Stop | None = back[0]
        else:
            found = self.walk.step(at, direction)
        if found is not None:
            self._go(found)
            now = self.stop
            self._came = (at, direction, now) if now is not None else None

    def a_little(self, direction: Direction) -> None:
        """A small step."""
        self.stand(step(self.place, direction, STEP_PX / self._canvas.pose.scale, self._on_skin))

    def to_territory(self, territory: int) -> bool:
        """Go to a region, on the view that one is on if it can be seen there; whether it can be seen at all."""
        at = self.stop
        found = self.walk.stand(territory, at.view if at is not None else self._canvas.large_view)
        if found is not None:
            self._go(found)
        return found is not None

    def to_mark(self, mark_id: int) -> None:
        """Go to a mark."""
        place = self.place_of(mark_id)
        if place is not None:
            self.stand(place)

    def place_of(self, mark_id: int) -> Point | None:
        """Where a mark is seen in the scene, preferably on the view that the crosshair is on."""
        canvas = self._canvas
        mark = canvas.document.mark(mark_id)
        if mark is None:
            return None
        here = canvas.stage.view_at(*self.place)
        for view in ([here[0]] if here else []) + list(canvas.stage.panels):
            place = canvas.bench.place_of(mark_id, view)
            if place is not None:
                return canvas.stage.to_scene(view, *place)
        stop = self.walk.place_of(mark.region.weights, here[0] if here else None)
        return canvas.stage.to_scene(stop.view, stop.x, stop.y) if stop is not None else None

    def stand(self, place: Point) -> None:
        """Stand at a place of the scene, where it can be seen, and name the region there."""
        canvas = self._canvas
        canvas.stage.crosshair.setPos(*place)
        canvas.stage.crosshair.setVisible(True)
        revealed = canvas.camera.revealing(canvas.target, *place)
        if revealed != canvas.target:
            canvas.go(revealed)
        pixel = canvas.pixel_of(*place)
        point = self.point
        canvas.words.name_region(point, pixel)
        if point is not None:
            self.stands.emit(int(self.territories.of[point.cell]))

    def _go(self, to: Stop) -> None:
        canvas = self._canvas
        if canvas.large_view not in (None, to.view):
            canvas.show_view(to.view)
        self.stand(canvas.stage.to_scene(to.view, to.x, to.y))

    def _on_skin(self, x: float, y: float) -> bool:
        return self._canvas.stage.view_at(x, y) is not None
