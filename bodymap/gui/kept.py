"""What the window remembers from one start to the next: the drawing, the answers, how it looked.

Values are plain and checked when they are read back, because the file could have been edited or come from elsewhere.
What needs the geometry of the body is imported where it is used: the look of the window is wanted long before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct

from bodymap.atlas.model import Quality

if TYPE_CHECKING:
    from bodymap.body.surface import Surface
    from bodymap.pain.drawing import Drawing, Mark

Share = Annotated[float, Meta(ge=0.0, le=1.0)]
CellId = Annotated[int, Meta(ge=0)]
KEPT_VERSION = 1
WEIGHT_DECIMALS = 4


class Spot(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where a round mark lies: its cell, the place inside it, and its radius in cm."""

    cell: CellId
    u: Share
    v: Share
    radius_cm: Annotated[float, Meta(gt=0.0, le=40.0)]


class KeptMark(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A mark: a ``spot``, or ``cells`` with the ``weights`` 0..1 of each."""

    intensity: Annotated[int, Meta(ge=0, le=10)]
    qualities: list[Quality] = []
    label: Annotated[str, Meta(max_length=200)] = ""
    spot: Spot | None = None
    cells: list[CellId] = []
    weights: list[Share] = []


class Kept(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All that is remembered. ``answers`` are the safety questions, caution id -> yes; ``muted`` the player's sound."""

    figure: Literal["woman", "man"] = "woman"
    theme: Literal["system", "light", "dark"] = "system"
    understood: bool = False
    answers: dict[str, bool] = {}
    drawing: list[KeptMark] = []
    geometry: Annotated[str, Meta(max_length=4000)] = ""
    panel_width: Annotated[int, Meta(ge=0, le=10000)] = 0
    muted: bool = False


def kept_drawing(drawing: Drawing) -> list[KeptMark]:
    """The marks of a drawing as they are remembered."""
    return [_kept(mark) for mark in drawing]


def _kept(mark: Mark) -> KeptMark:
    qualities = sorted(mark.qualities)
    if mark.anchor is not None:
        u, v = mark.anchor.uv
        spot = Spot(cell=mark.anchor.cell, u=_inside(u), v=_inside(v), radius_cm=mark.radius_cm)
        return KeptMark(intensity=mark.intensity, qualities=qualities, label=mark.label, spot=spot)  # type: ignore[arg-type]
    cells = mark.region.weights.nonzero()[0]
    weights = [round(float(weight), WEIGHT_DECIMALS) for weight in mark.region.weights[cells]]
    return KeptMark(
        intensity=mark.intensity,
        qualities=qualities,  # type: ignore[arg-type]
        label=mark.label,
        cells=[int(cell) for cell in cells],
        weights=weights,
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
    import numpy as np

    from bodymap.body.stroke import stroke_field
    from bodymap.body.surface import SurfaceRegion
    from bodymap.pain.drawing import Mark

    count = len(surface.cells)
    qualities = frozenset(mark.qualities)
    if mark.spot is not None:
        if mark.spot.cell >= count:
            return None
        anchor = surface.point(mark.spot.cell, (mark.spot.u, mark.spot.v))
        region = stroke_field(surface, [(anchor, mark.spot.radius_cm)]).region(surface)
        return Mark(number, region, mark.intensity, qualities, mark.label, anchor, mark.spot.radius_cm)
    if not mark.cells or len(mark.cells) != len(mark.weights) or max(mark.cells) >= count:
        return None
    weights = np.zeros(count, np.float32)
    weights[mark.cells] = mark.weights
    return Mark(number, SurfaceRegion(weights), mark.intensity, qualities, mark.label)
