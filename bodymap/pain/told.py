"""The shape of a drawing file, version 2 and 1, with its limits. docs/exchange.md tells what each field means."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from bodymap.atlas.model import Quality
from bodymap.body.surface import Side
from bodymap.pain.drawing import DEFAULT_INTENSITY, DEFAULT_RADIUS_CM, MAX_NOTE

VERSION = 2
MAX_BYTES = 32_000_000
MAX_MARKS = 500
MAX_CELLS = 100_000
MAX_STROKES = 5_000
MAX_POINTS = 20_000
MAX_LABEL = 200
WEIGHT_DECIMALS = 4
FARTHEST_CM = 1e3
"""Fields are written within this distance (cm): beyond it a point is simply outside."""
QUALITIES: tuple[str, ...] = get_args(Quality)

Share = Annotated[float, Meta(ge=0.0, le=1.0)]
Cell = Annotated[int, Meta(ge=0)]
Weighted = tuple[Cell, Annotated[float, Meta(gt=0.0, le=1.0)]]
Radius = Annotated[float, Meta(gt=0.0, le=40.0)]
Cm = Annotated[float, Meta(ge=-FARTHEST_CM, le=FARTHEST_CM)]
Name = Annotated[str, Meta(max_length=200)]


class ToldSpot(Struct, kw_only=True, forbid_unknown_fields=True):
    """The middle of a round mark: ``u`` and ``v`` 0-1 inside its ``cell``. The radius is the mark's."""

    cell: Cell
    u: Share
    v: Share


class ToldField(Struct, kw_only=True, forbid_unknown_fields=True):
    """A shape inside its cells, base64, little-endian: ``cells`` n ascending int32, ``values`` n x 5 x 5 float32 cm."""

    cells: Annotated[str, Meta(max_length=MAX_CELLS * 6)]
    values: Annotated[str, Meta(max_length=MAX_BYTES)]


class ToldStroke(Struct, kw_only=True, forbid_unknown_fields=True):
    """How a part of a mark was drawn: see :class:`bodymap.pain.drawing.ViewStroke`."""

    view: Name
    figure: Name
    tool: Literal["brush", "lasso"]
    points: Annotated[list[tuple[Cm, Cm]], Meta(min_length=1, max_length=MAX_POINTS)]
    radius_cm: Radius = DEFAULT_RADIUS_CM
    erases: bool = False


class Told(Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A mark as it is told: a named ``region``, or a spot ``at`` a place, or ``cells`` with weights 0-1.

    ``side`` belongs to region and place, ``radius_cm`` to place and spot. ``cm2`` is written for readers' convenience
    and not read.
    """

    region: Name | None = None
    at: Name | None = None
    side: Side = "right"
    radius_cm: Radius = DEFAULT_RADIUS_CM
    cells: Annotated[list[Weighted], Meta(max_length=MAX_CELLS)] = []
    spot: ToldSpot | None = None
    field: ToldField | None = None
    strokes: Annotated[list[ToldStroke], Meta(max_length=MAX_STROKES)] = []
    intensity: Annotated[int, Meta(ge=0, le=10)] = DEFAULT_INTENSITY
    qualities: list[Quality] = []
    timing: list[Literal["constant", "on_movement", "at_night"]] = []
    note: Annotated[str, Meta(max_length=MAX_NOTE)] = ""
    label: Annotated[str, Meta(max_length=MAX_LABEL)] = ""
    cm2: float | None = None


class OldMark(Struct, kw_only=True):
    """A mark of version 1, in which unknown fields were passed over."""

    region: Name | None = None
    at: Name | None = None
    side: Side = "right"
    radius_cm: Radius = DEFAULT_RADIUS_CM
    cells: Annotated[list[Weighted], Meta(max_length=MAX_CELLS)] = []
    intensity: Annotated[int, Meta(ge=0, le=10)] = DEFAULT_INTENSITY
    qualities: list[Quality] = []


class OldFile(Struct, kw_only=True):
    """A file of version 1."""

    version: Literal[1]
    marks: Annotated[list[OldMark], Meta(max_length=MAX_MARKS)]


class DrawingFile(Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a file says. ``cell_count`` tells on which cut of the skin its cells are numbered."""

    version: Literal[2]
    figure: Literal["woman", "man"] | None = None
    cell_count: int | None = None
    marks: Annotated[list[Told], Meta(max_length=MAX_MARKS)]
