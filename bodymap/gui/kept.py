"""What the window remembers from one start to the next: the drawing, the answers, how it looked.

Values are plain and checked when they are read back, because the file could have been edited or come from elsewhere.
What needs the geometry of the body is imported where it is used: the look of the window is wanted long before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct

from bodymap.atlas.model import Quality
from bodymap.gui.kept_evidence import KeptEvidence
from bodymap.gui.routine_settings import RoutineSettings

if TYPE_CHECKING:
    from bodymap.body.field import Field
    from bodymap.body.surface import Surface, SurfaceRegion
    from bodymap.pain.drawing import Drawing, Mark

Share = Annotated[float, Meta(ge=0.0, le=1.0)]
Timing = Literal["constant", "on_movement", "at_night"]
CellId = Annotated[int, Meta(ge=0)]
KEPT_VERSION = 2
"""2: a mark says when it hurts, carries a note, and keeps its shape inside the cells; what was said when asked."""
WEIGHT_DECIMALS = 4


class Spot(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where a round mark lies: its cell, the place inside it, and its radius in cm."""

    cell: CellId
    u: Share
    v: Share
    radius_cm: Annotated[float, Meta(gt=0.0, le=40.0)]


class KeptShape(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A drawn shape inside its cells, as :mod:`bodymap.body.packed` writes it."""

    cells: str
    values: str


class KeptMark(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A mark: a ``spot``, or ``cells`` with the ``weights`` 0..1 of each."""

    intensity: Annotated[int, Meta(ge=0, le=10)]
    qualities: list[Quality] = []
    label: Annotated[str, Meta(max_length=200)] = ""
    spot: Spot | None = None
    cells: list[CellId] = []
    weights: list[Share] = []
    shape: KeptShape | None = None
    timing: list[Timing] = []
    note: Annotated[str, Meta(max_length=500)] = ""


class Kept(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All that is remembered. ``answers`` are the safety questions, caution id -> yes; ``muted`` the player's sound."""

    figure: Literal["woman", "man"] = "woman"
    theme: Literal["system", "light", "dark"] = "system"
    understood: bool = False
    answers: dict[str, bool] = {}
    drawing: list[KeptMark] = []
    evidence: KeptEvidence = KeptEvidence()
    geometry: Annotated[str, Meta(max_length=4000)] = ""
    panel_width: Annotated[int, Meta(ge=0, le=10000)] = 0
    muted: bool = False
    routine: RoutineSettings = RoutineSettings()


def kept_drawing(drawing: Drawing) -> list[KeptMark]:
    """The marks of a drawing as they are remembered."""
    return [_kept(mark) for mark in drawing]


def _kept(mark: Mark) -> KeptMark:
    from bodymap.body.packed import pack_field

    cells: list[int] = mark.region.weights.nonzero()[0].tolist() if mark.anchor is None else []
    spot = None
    if mark.anchor is not None:
        u, v = mark.anchor.uv
        spot = Spot(cell=mark.anchor.cell, u=_inside(u), v=_inside(v), radius_cm=mark.radius_cm)
    shape = pack_field(mark.field) if mark.field is not None else None
    return KeptMark(
        intensity=mark.intensity,
        qualities=sorted(mark.qualities),  # type: ignore[arg-type] # a mark's qualities are plain words
        label=mark.label,
        spot=spot,
        cells=cells,
        weights=[round(float(mark.region.weights[cell]), WEIGHT_DECIMALS) for cell in cells],
        shape=KeptShape(cells=shape[0], values=shape[1]) if shape else None,
        timing=sorted(mark.timing),  # type: ignore[arg-type] # the mark has checked them
        note=mark.note,
    )


def _inside(share: float) -> float:
    return min(1.0, max(0.0, share))


def drawing_of(marks: list[KeptMark], surface: Surface) -> Drawing:
    """The marks on ``surface``. A mark on cells that this body doesn't have is left out."""
    made: list[Mark] = []
    for mark in marks:
        restored = _restored(mark, len(made) + 1, surface)
        if restored is not None:
            made.append(restored)
    return tuple(made)


def _restored(mark: KeptMark, number: int, surface: Surface) -> Mark | None:
    from msgspec.structs import replace

    from bodymap.pain.drawing import Mark, spot

    if mark.spot is not None:
        if mark.spot.cell >= len(surface.cells):
            return None
        made = spot(surface, number, surface.point(mark.spot.cell, (mark.spot.u, mark.spot.v)), mark.spot.radius_cm)
    else:
        region = _region(mark, len(surface.cells))
        if region is None:
            return None
        made = Mark(number, region, field=_shape(mark.shape, len(surface.cells)))
    return replace(
        made,
        intensity=mark.intensity,
        qualities=frozenset(mark.qualities),
        label=mark.label,
        timing=frozenset(mark.timing),
        note=mark.note,
    )


def _region(mark: KeptMark, count: int) -> SurfaceRegion | None:
    import numpy as np

    from bodymap.body.surface import SurfaceRegion

    if not mark.cells or len(mark.cells) != len(mark.weights) or max(mark.cells) >= count:
        return None
    weights = np.zeros(count, np.float32)
    weights[mark.cells] = mark.weights
    return SurfaceRegion(weights)


def _shape(shape: KeptShape | None, count: int) -> Field | None:
    """The shape inside the cells; the cells alone are enough when it can't be read."""
    from bodymap.body.packed import unpack_field

    if shape is None:
        return None
    try:
        return unpack_field(shape.cells, shape.values, count)
    except ValueError:
        return None
