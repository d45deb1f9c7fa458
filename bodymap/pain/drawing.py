"""What a person marked: a pain drawing is a tuple of marks on the surface."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from bodymap.body.field import Field
from bodymap.body.stroke import stroke_field
from bodymap.body.surface import Surface, SurfacePoint, SurfaceRegion

DEFAULT_RADIUS_CM = 3.0
DEFAULT_INTENSITY = 5
MAX_INTENSITY = 10


TIMINGS = ("constant", "on_movement", "at_night")
"""When a mark can hurt."""
MAX_NOTE = 500


class ViewStroke(Struct, frozen=True):
    """How a part of a mark was drawn: ``points`` ((x, y), ...) in cm of a ``view`` of a ``figure``.

    ``tool`` "brush" ran along the points with ``radius_cm``; "lasso" went round them. ``erases``: it took skin away.
    """

    view: str
    figure: str
    tool: Literal["brush", "lasso"]
    points: tuple[tuple[float, float], ...]
    radius_cm: float = DEFAULT_RADIUS_CM
    erases: bool = False


class Mark(Struct, frozen=True, eq=False, weakref=True):
    """A painful place: its ``region`` of skin, ``intensity`` 0-10, ``qualities`` (aching, tingling ...) and ``label``.

    ``timing`` says when it hurts (see :data:`TIMINGS`), ``note`` is what the person adds. A spot also has its
    ``anchor`` and ``radius_cm``, so that it can be moved, resized and carried to another figure. What was drawn freely
    has its shape inside the cells as a ``field``, and the ``strokes`` it was drawn with.
    """

    id: int
    region: SurfaceRegion
    intensity: int = DEFAULT_INTENSITY
    qualities: frozenset[str] = frozenset()
    label: str = ""
    anchor: SurfacePoint | None = None
    radius_cm: float = DEFAULT_RADIUS_CM
    timing: frozenset[str] = frozenset()
    note: str = ""
    field: Field | None = None
    strokes: tuple[ViewStroke, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.intensity <= MAX_INTENSITY:
            raise ValueError(f"intensity goes from 0 to {MAX_INTENSITY}, not {self.intensity}")
        if not self.timing <= set(TIMINGS):
            raise ValueError(f"a mark hurts {', '.join(TIMINGS)}, not {', '.join(sorted(self.timing - set(TIMINGS)))}")


Drawing = tuple[Mark, ...]


def spot(surface: Surface, number: int, anchor: SurfacePoint, radius_cm: float = DEFAULT_RADIUS_CM) -> Mark:
    """A round mark on the skin about ``anchor``."""
    region = stroke_field(surface, [(anchor, radius_cm)]).region(surface)
    return Mark(number, region, anchor=anchor, radius_cm=radius_cm)


def carried(mark: Mark, surface: Surface) -> Mark:
    """The mark on another figure: a spot keeps its radius in cm, other regions keep their cells."""
    if mark.anchor is None:
        return mark
    anchor = surface.point(mark.anchor.cell, mark.anchor.uv)
    return replace(mark, anchor=anchor, region=stroke_field(surface, [(anchor, mark.radius_cm)]).region(surface))


class Pain(Struct, frozen=True, eq=False):
    """A drawing as numbers over the ``cells`` (m,) that it touches.

    ``hurts`` (m,) cm² that are marked in each; ``mass`` (m,) the share of the whole pain in each, adding up to 1;
    ``marks`` (k, m) the share of each mark in each cell, every row adding up to 1; ``shares`` (k,) the share of the
    pain that each mark is, adding up to 1.
    """

    cells: NDArray[np.intp]
    hurts: NDArray[np.float32]
    mass: NDArray[np.float32]
    marks: NDArray[np.float32]
    shares: NDArray[np.float32]


def pain_of(drawing: Sequence[Mark], surface: Surface) -> Pain:
    """What a drawing adds up to, whatever the order of its marks. Marks without any skin count for nothing.

    Half of the mass goes by area, where the stronger of overlapping marks counts; the other half is dealt out mark by
    mark, so that a small mark is heard beside a large one. Both are weighted by intensity.
    """
    drawn = [mark for mark in drawing if mark.region.weights.any()]
    if not drawn:
        nothing = np.zeros(0, np.float32)
        return Pain(np.zeros(0, np.intp), nothing, nothing, np.zeros((0, 0), np.float32), nothing)
    weights = np.stack([mark.region.weights for mark in drawn])
    strengths = np.array([intensity_weight(mark.intensity) for mark in drawn], np.float32)
    cells = np.flatnonzero(weights.max(axis=0) > 0)
    marked = weights[:, cells] * surface.area[cells]
    marks = marked / marked.sum(axis=1, keepdims=True)
    by_area = (marked * strengths[:, None]).max(axis=0)
    by_mark = np.sort(marks * strengths[:, None], axis=0).sum(axis=0)
    mass = (by_area / by_area.sum() + by_mark / by_mark.sum()) / 2
    sizes = marked.sum(axis=1) * strengths
    shares = (sizes / np.sort(sizes).sum() + strengths / np.sort(strengths).sum()) / 2
    return Pain(cells, marked.max(axis=0), mass.astype(np.float32), marks, shares)


def intensity_weight(intensity: int) -> float:
    """How much a mark counts: from 1/11 for a pain rated 0 to 1 for a pain rated 10, in even steps."""
    return (intensity + 1) / (MAX_INTENSITY + 1)
