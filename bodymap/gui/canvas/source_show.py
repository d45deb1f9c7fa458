"""The chosen source on the body: its zones on every view, and the view that shows most of it brought forward."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from bodymap.gui.canvas.arrange import large_of
from bodymap.gui.canvas.finish import QUIET_MS

if TYPE_CHECKING:
    from bodymap.engine import ChosenZones
    from bodymap.gui.canvas.canvas import BodyCanvas

ROUND_PX = 24
"""Room round the zones, for their edges and the X marks."""
NEARLY = 0.8
"""A view that shows this share of what the best one shows is no reason to look elsewhere."""


class SourceShow:
    """Shows what the document has chosen on a canvas. ``forward``: the view that shows most of it."""

    def __init__(self, canvas: BodyCanvas) -> None:
        self._canvas = canvas
        self.forward: str | None = None
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
        """Turn to a view gently, unless the person chose for themselves where to look; its name is marked anyway."""
        canvas = self._canvas
        canvas.stage.show_forward(view, canvas.hot_name)
        if not canvas.steered and canvas.large_view != large_of(view):
            canvas.show_view(view)
        canvas.words.update_hint()

    def _best(self, shown: dict[str, float]) -> str:
        """The view that shows most; one that shows nearly as much and is looked at already is as good."""
        canvas, most = self._canvas, max(shown.values())
        good = [view for view in shown if shown[view] >= NEARLY * most]
        looked_at = [
            view
            for view in good
            if large_of(view) == canvas.large_view or (canvas.steered and canvas.words.in_sight(view))
        ]
        return max(looked_at or good, key=lambda view: shown[view])

    def _leave(self) -> None:
        canvas = self._canvas
        if canvas.document.chosen is None and self.forward is not None:
            if not canvas.steered and canvas.large_view == large_of(self.forward):
                canvas.show_view(None)
            self.forward = None
            canvas.stage.show_forward(None, canvas.hot_name)
        canvas.words.update_hint()
