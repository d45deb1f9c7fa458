"""The chosen source on the body: its zones on every view, and the view that shows most of it brought forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bodymap.gui.canvas.arrange import large_of

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas

NEARLY = 0.8
"""A view that shows this share of what the best one shows is no reason to look elsewhere."""


class SourceShow:
    """Shows what the document has chosen on a canvas. ``forward``: the view that shows most of it."""

    def __init__(self, canvas: BodyCanvas) -> None:
        self._canvas = canvas
        self.forward: str | None = None

    def show(self) -> None:
        """Show the chosen source, or none."""
        canvas = self._canvas
        chosen = canvas.document.zones()
        shown = dict.fromkeys(canvas.stage.panels, 0.0)
        for view, panel in canvas.stage.panels.items():
            paths = canvas.projector.zones(chosen, view) if chosen is not None else []
            panel.zones.display(paths)
            panel.spots.display(paths)
            shown[view] = canvas.projector.seen_cm2(chosen, view) if chosen is not None else 0.0
        if chosen is None:
            self._leave()
        else:
            self._bring(self._best(shown))

    def _bring(self, view: str) -> None:
        """Turn to a view gently, unless the person chose for themselves where to look; its name is marked anyway."""
        canvas = self._canvas
        self.forward = view
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
