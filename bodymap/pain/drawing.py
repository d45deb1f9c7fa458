"""What a person marked: a pain drawing is a tuple of marks on the surface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bodymap.body.stroke import stroke_field
from bodymap.body.surface import Surface, SurfacePoint, SurfaceRegion

DEFAULT_RADIUS_CM = 3.0
DEFAULT_INTENSITY = 5
MAX_INTENSITY = 10


@dataclass(frozen=True, eq=False)
class Mark:
    """A painful place: its ``region`` of skin, ``intensity`` 0-10, ``qualities`` (aching, tingling ...) and ``label``.

    A spot also has its ``anchor`` and ``radius_cm``, so that it can be moved, resized and carried to another figure.
    """

    id: int
    region: SurfaceRegion
    intensity: int = DEFAULT_INTENSITY
    qualities: frozenset[str] = frozenset()
    label: str = ""
    anchor: SurfacePoint | None = None
    radius_cm: float = DEFAULT_RADIUS_CM

    def __post_init__(self) -> None:
        if not 0 <= self.intensity <= MAX_INTENSITY:
            raise ValueError(f"intensity goes from 0 to {MAX_INTENSITY}, not {self.intensity}")


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


@dataclass(frozen=True, eq=False)
class Pain:
    """A drawing as numbers over the ``cells`` (m,) that it touches.

    ``hurts`` (m,) cm² that are marked in each; ``mass`` (m,) the same weighted by intensity.
    """

    cells: NDArray[np.intp]
    hurts: NDArray[np.float32]
    mass: NDArray[np.float32]


def pain_of(drawing: Sequence[Mark], surface: Surface) -> Pain:
    """What a drawing adds up to. Where marks overlap the stronger one counts; their order never matters."""
    if not drawing:
        nothing = np.zeros(0, np.float32)
        return Pain(np.zeros(0, np.intp), nothing, nothing)
    weights = np.stack([mark.region.weights for mark in drawing])
    strengths = np.array([intensity_weight(mark.intensity) for mark in drawing], np.float32)
    cells = np.flatnonzero(weights.max(axis=0) > 0)
    area = surface.area[cells]
    marked = weights[:, cells]
    return Pain(cells, marked.max(axis=0) * area, (marked * strengths[:, None]).max(axis=0) * area)


def intensity_weight(intensity: int) -> float:
    """How much a mark counts: from 1/11 for a pain rated 0 to 1 for a pain rated 10, in even steps."""
    return (intensity + 1) / (MAX_INTENSITY + 1)
