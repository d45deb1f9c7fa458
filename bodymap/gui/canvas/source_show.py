"""The chosen source on the body: its zones on every view, and the view that shows most of it brought forward."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from bodymap.gui.canvas.arrange import large_of
from bodymap.gui.canvas.camera import Rect
from bodymap.gui.canvas.finish import QUIET_MS

if TYPE_CHECKING:
    from bodymap.engine import ChosenZones
    from bodymap.gui.canvas.canvas import BodyCanvas

ROUND_PX = 24
"""Room round the zones, for their edges and the X marks."""
NEAR_CM = 9.0
"""Room round the pattern and the marks that are looked at from near."""
NEAREST_CM = 45.0
"""The least of the body that is shown, so that one sees where on it one is: a head with its neck."""
WORTH_NEARING = 0.45
"""A pattern that takes more than this share of its view is looked at with the whole of it."""
MARKED = 0.6
"""How much more a view counts on which all of the marks are seen best."""
NEARLY = 0.8
"""A view that shows this share of what the best one shows is no reason to look elsewhere."""


class SourceShow:
    """Shows what the document has chosen on a canvas. ``forward``: the view that shows most of it."""

    def __init__(self, canvas: BodyCanvas) -> None:
        self._canvas = canvas
        self.forward: str | None = None
        self._brought: tuple[str, str, str] | None = None
        self._waiting: list[str] = []

    def show(self) -> None:
        """Show the chosen source, or none: at once on the view that shows most, a moment later on the others."""
        canvas = self._canvas
        chosen = canvas.document.zones()
        waiting = {view for view in canvas.stage.panels if chosen is None or not canvas.projector.knows(chosen, view)}
        for view in canvas.stage.panels:
            self._display(None if view in waiting else chosen, view)
        if chosen is None:
            self._waiting = []
            self._leave()
            canvas.finish.later()
            return
        self.forward = self._best({view: canvas.projector.seen_cm2(chosen, view) for view in canvas.stage.panels})
        self._waiting = [view for view in self._in_order() if view in waiting]
        more = self.sketch_next()
        self._paint_now(self.forward)
        self._bring(self.forward)
        canvas.finish.later(0 if more else QUIET_MS)

    def sketch_next(self) -> bool:
        """Show the source roughly on the next view that does not show it yet; False when all of them do."""
        if self._waiting:
            self._display(self._canvas.document.zones(), self._waiting.pop(0))
        return bool(self._waiting)

    def refine(self) -> Iterator[None]:
        """Show the chosen source exactly, a bit at each step: one view after the other."""
        canvas = self._canvas
        chosen = canvas.document.zones()
        if chosen is None:
            return
        for view in self._in_order():
            rough = any(zone.rims is not None for zone in canvas.projector.zones(chosen, view))
            yield from canvas.projector.exact_zones(chosen, view)
            if rough:
                self._display(chosen, view)

    def _in_order(self) -> list[str]:
        """The views, first the one that shows most, then those in sight."""
        canvas = self._canvas
        seen = {view: canvas.words.in_sight(view) for view in canvas.stage.panels}
        return sorted(seen, key=lambda view: (view != self.forward, not seen[view]))

    def _display(self, chosen: ChosenZones | None, view: str) -> None:
        """Show what is known of a source on a view."""
        panel = self._canvas.stage.panels[view]
        paths = self._canvas.projector.zones(chosen, view) if chosen is not None else []
        panel.zones.display(paths)
        panel.spots.display(paths)

    def _paint_now(self, view: str) -> None:
        """Paint the zones on a view: the panel goes on to make the muscle's page, and the body to move."""
        panel, box = self._canvas.stage.panels[view], QRectF()
        for zone in panel.zones.zones:
            box |= zone.essential.controlPointRect() | zone.spillover.controlPointRect()
        seen = self._canvas.viewportTransform().mapRect(panel.figure.mapRectToScene(box)).toAlignedRect()
        self._canvas.viewport().repaint(seen.adjusted(-ROUND_PX, -ROUND_PX, ROUND_PX, ROUND_PX))

    def _bring(self, view: str) -> None:
        """Turn to a view and come near, gently, unless the person chose for themselves where to look; its name is
        marked anyway. Another trigger point of the same muscle is no reason to move."""
        canvas, chosen = self._canvas, self._canvas.document.chosen
        canvas.stage.show_forward(view, canvas.hot_name)
        wanted = (chosen.muscle, chosen.side, view) if chosen is not None else None
        if not canvas.steered and (wanted != self._brought or canvas.large_view != large_of(view)):
            canvas.show_view(view, near=self.near(view))
        self._brought = wanted
        canvas.words.update_hint()

    def near(self, view: str) -> Rect | None:
        """The part of the scene with the pattern and the marks on a view; None when that is most of the view."""
        panel = self._canvas.stage.panels[view]
        box = QRectF()
        for zone in panel.zones.zones:
            box |= zone.essential.controlPointRect() | zone.spillover.controlPointRect()
            for x, y in zone.spots:
                box |= QRectF(x - 1, y - 1, 2, 2)
        for mark in panel.marks.marks:
            box |= mark.path.controlPointRect()
        if box.isEmpty():
            return None
        at = panel.figure.mapRectToScene(box)
        part = Rect(at.x(), at.y(), at.width(), at.height()).grown(NEAR_CM)
        part = part.grown(max(0.0, NEAREST_CM - part.height) / 2)
        return part if part.height < WORTH_NEARING * self._canvas.stage.box(view).height else None

    def _best(self, shown: dict[str, float]) -> str:
        """The view that shows most, best with the marks; one that shows nearly as much and is looked at already is as
        good."""
        canvas = self._canvas
        marked = {view: self._marked(view) for view in shown}
        most_marked = max(marked.values())
        if most_marked:
            shown = {view: each * (1 + MARKED * marked[view] / most_marked) for view, each in shown.items()}
        most = max(shown.values())
        good = [view for view in shown if shown[view] >= NEARLY * most]
        looked_at = [
            view
            for view in good
            if large_of(view) == canvas.large_view or (canvas.steered and canvas.words.in_sight(view))
        ]
        return max(looked_at or good, key=lambda view: shown[view])

    def _marked(self, view: str) -> float:
        """About how much of the marks a view shows, in cm² of the boxes round them."""
        boxes = [mark.path.controlPointRect() for mark in self._canvas.stage.panels[view].marks.marks]
        return sum(box.width() * box.height() for box in boxes)

    def _leave(self) -> None:
        canvas = self._canvas
        if canvas.document.chosen is None and self.forward is not None:
            if not canvas.steered and canvas.large_view == large_of(self.forward):
                canvas.show_view(None)
            self.forward = self._brought = None
            canvas.stage.show_forward(None, canvas.hot_name)
        canvas.words.update_hint()
