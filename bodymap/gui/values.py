"""Values that the document holds beside the drawing, and what it needs of the atlas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from bodymap.body.surface import Side, SurfacePoint
from bodymap.pain.drawing import Drawing
from bodymap.pain.evidence import NOTHING_SAID, Evidence

if TYPE_CHECKING:
    from bodymap.atlas.compile import Compiled
    from bodymap.atlas.load import Atlas
    from bodymap.body.places import Places
    from bodymap.engine import Answer, ChosenZones


class Chosen(Struct, frozen=True):
    """The source that is looked at: a muscle of one side, and one of its trigger points or all of them (None)."""

    muscle: str
    side: Side
    trigger_point: str | None = None


class Guide(Struct, frozen=True):
    """What a running routine shows on the body.

    One point is a spot to press; several are the path of a stroke, with ``progress`` 0..1 of the ball along it.
    ``still``: time is not passing now, so nothing pulses.
    """

    points: tuple[SurfacePoint, ...]
    progress: float | None
    side: Side
    radius_cm: float
    still: bool = False


class Engine(Protocol):
    """What the document needs of the atlas once it is loaded (see :mod:`bodymap.engine`)."""

    atlas: Atlas
    compiled: Compiled
    places: Places

    def answer(
        self, drawing: Drawing, answers: Mapping[str, bool] | None = None, evidence: Evidence = NOTHING_SAID
    ) -> Answer:
        """The sources that explain a drawing."""
        ...

    def stability(self, drawing: Drawing, answer: Answer) -> Answer:
        """The answer to a drawing, with what would survive a redrawing."""
        ...

    def region_at(self, point: SurfacePoint) -> tuple[str, str, Side] | None:
        """Id, plain name and side of the named region at a point of the skin."""
        ...

    def zone(self, muscle: str, side: Side, trigger_point: str | None = None, /) -> ChosenZones:
        """The zones, spots and fibres of a source."""
        ...
