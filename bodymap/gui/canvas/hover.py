"""The named region under the cursor: its name and where it is seen."""

from __future__ import annotations

from msgspec import Struct

from bodymap.body.surface import Side, SurfacePoint
from bodymap.gui.canvas.layers import Veil
from bodymap.gui.canvas.projector import Projector
from bodymap.gui.document import Document


class Found(Struct, frozen=True):
    """A region: its id, its side (None in the midline) and what people call it with its side."""

    region: str
    side: Side | None
    label: str


class RegionFinder:
    """Names regions for a canvas; keeps the outlines of those it has shown."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._paths: dict[tuple[int, str, Side | None], dict[str, Veil]] = {}

    def at(self, point: SurfacePoint | None) -> Found | None:
        """The region at a point of the skin. While the atlas loads it is known by its body segment only."""
        if point is None:
            return None
        region, side = self._document.region_at(point)
        return Found(region, side, self._document.label_at(point))

    def paths(self, found: Found | None, projector: Projector) -> dict[str, Veil]:
        """The outlines of a region on the views where it is seen; none for a mere segment."""
        if found is None or not found.region:
            return {}
        key = id(projector), found.region, found.side
        if key not in self._paths:
            field = self._document.region_field(found.region, found.side)
            shown = {view: projector.veil(field, view) for view in projector.views} if field is not None else {}
            self._paths[key] = {view: veil for view, veil in shown.items() if not veil.path.isEmpty()}
        return self._paths[key]
