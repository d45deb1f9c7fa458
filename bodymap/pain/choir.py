"""The CHOIR body map: a drawing as the list of its segments that hurt, and back. docs/exchange.md tells the rules.

The map (Scherrer et al. 2021, doi 10.1097/pr9.0000000000000880) has 74 segments, 101-136 in front and 201-238 behind.
Its male and its female figure number the segments 112-117 differently. Here everything counts in the male numbers, as
the R package CHOIRBM does, and only lists that are read or written are in those of a sex.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Literal, cast
from weakref import WeakKeyDictionary

import numpy as np
from msgspec import Meta, Struct
from numpy.typing import NDArray

from bodymap.atlas.explain import read
from bodymap.atlas.yaml_reader import parse
from bodymap.body.address import FOOT
from bodymap.body.axes import axis
from bodymap.body.field import connected
from bodymap.body.places import Places
from bodymap.body.surface import Floats, Side, Surface, SurfaceRegion
from bodymap.errors import BodymapError
from bodymap.pain.drawing import Drawing, Mark
from bodymap.paths import asset

Sex = Literal["male", "female"]
SEX_OF_FIGURE: dict[str, Sex] = {"woman": "female", "man": "male"}
SEGMENT_COVERED = 0.15
"""A segment counts when this share of its skin hurts ..."""
MARK_HELD = 0.25
"""... or when this share of a mark lies in it; the one that holds most of a mark counts always."""
SOLE = -0.5
"""Skin of the foot whose normal points down by at least this much is the sole. It goes with the heel, to the back."""

Id = Annotated[int, Meta(ge=101, le=238)]
Pair = tuple[Id, Id]
Mask = NDArray[np.bool_]


class Span(Struct, frozen=True, forbid_unknown_fields=True):
    """A body segment, or what of it lies ``along`` its axis from T to T."""

    segment: str
    along: tuple[float, float] = (-9.0, 9.0)


class Part(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A segment of the map and its mirror: their numbers (right, left) and where on the skin they lie."""

    name: str
    facing: Literal["front", "back"]
    male: Pair
    female: Pair | None = None
    spans: list[Span]
    above: list[str] = []
    below: list[str] = []
    outside: list[str] = []


class PartsFile(Struct, forbid_unknown_fields=True, kw_only=True):
    """``assets/choir/segments.yaml``."""

    schema: Literal[1]
    parts: list[Part]


class Choir(Struct, frozen=True, eq=False):
    """The map on one figure: ``segment`` (C,) is the number (male) of the segment that each cell belongs to."""

    surface: Surface
    segment: NDArray[np.int16]

    def cells(self, number: int) -> Mask:
        """(C,) which cells belong to a segment."""
        return self.segment == number


@lru_cache(maxsize=1)
def parts() -> tuple[Part, ...]:
    """The parts in the order in which they claim cells. Raises BodymapError when the installation is damaged."""
    name = "choir/segments.yaml"
    file = read(parse(asset(name).read_bytes(), name), PartsFile)
    if isinstance(file, list):
        raise BodymapError(f"Bodymap's own file “{name}” is damaged: {file[0][2]}. Please install Bodymap again.")
    return tuple(file.parts)


@lru_cache(maxsize=1)
def segment_names() -> dict[int, str]:
    """The 74 segments by number (male), each with its name and side."""
    names = {}
    for part in parts():
        for number, side in zip(part.male, ("right", "left"), strict=True):
            name = part.name.format(side=side)
            names[number] = name[0].upper() + name[1:]
    return dict(sorted(names.items()))


@lru_cache(maxsize=1)
def female_numbers() -> dict[int, int]:
    """Number on the male figure -> number on the female one, for all 74."""
    return {male: female for part in parts() for male, female in zip(part.male, part.female or part.male, strict=True)}


def numbers_of(numbers: tuple[int, ...], sex: Sex) -> tuple[int, ...]:
    """Numbers of the male figure in those of a sex, ascending."""
    return tuple(sorted(female_numbers()[each] if sex == "female" else each for each in numbers))


def male_numbers(numbers: tuple[int, ...], sex: Sex) -> tuple[int, ...]:
    """Numbers of a sex in those of the male figure, ascending."""
    back = {female: male for male, female in female_numbers().items()}
    return tuple(sorted(back[each] if sex == "female" else each for each in numbers))


_KNOWN: WeakKeyDictionary[Places, Choir] = WeakKeyDictionary()


def choir_on(places: Places) -> Choir:
    """The map on the figure of ``places``, worked out once. Raises BodymapError when the installation is damaged."""
    if places not in _KNOWN:
        _KNOWN[places] = Choir(places.surface, _segment_of_cells(places))
    return _KNOWN[places]


def _segment_of_cells(places: Places) -> NDArray[np.int16]:
    surface = places.surface
    front = faces_front(surface)
    found = np.zeros(len(surface.cells), np.int16)
    for part in parts():
        fits = (found == 0) & (front == (part.facing == "front")) & _lies_in(part, places)
        found[fits] = np.where(surface.side[fits] == -1, part.male[0], part.male[1])
    if not found.all():
        raise BodymapError("Bodymap's own file “choir/segments.yaml” leaves skin out. Please install Bodymap again.")
    return found


def faces_front(surface: Surface) -> Mask:
    """(C,) which cells face forward in the anatomical position, where the palms do; the sole does not."""
    normals = surface.normals[surface.cells].mean(axis=1)
    sole = surface.segment_mask(*FOOT) & (normals[:, 1] < SOLE * np.linalg.norm(normals, axis=1))
    return cast(Mask, (normals[:, 2] > 0) & ~sole)


def _lies_in(part: Part, places: Places) -> Mask:
    surface = places.surface
    inside = np.zeros(len(surface.cells), np.bool_)
    for span in part.spans:
        cells = np.flatnonzero(surface.segment_mask(span.segment))
        for side, sign in (("right", -1), ("left", 1)):
            own = cells[surface.side[cells] == sign]
            t = axis(surface, span.segment, cast(Side, side)).locate(surface.centres[own])[0]
            inside[own[(t >= span.along[0]) & (t < span.along[1])]] = True
    across, up = np.abs(surface.centres[:, 0]), surface.centres[:, 1]
    if part.above:
        inside &= up > np.interp(across, *_line(part.above, places))
    if part.below:
        inside &= up < np.interp(across, *_line(part.below, places))
    if part.outside:
        line = _line(part.outside, places)[::-1]
        order = np.argsort(line[0])
        inside &= across > np.interp(up, line[0][order], line[1][order])
    return inside


def _line(texts: list[str], places: Places) -> tuple[Floats, Floats]:
    """A line through places as seen from the front: distances from the midline and heights, from the midline out."""
    points = np.array([places.resolve(text).position for text in texts])
    across = np.abs(points[:, 0])
    order = np.argsort(across, kind="stable")
    return across[order], points[order, 1]


def segments_of(drawing: Drawing, choir: Choir) -> tuple[int, ...]:
    """The segments (male numbers, ascending) that a drawing marks; every mark with skin counts in one at least."""
    area = choir.surface.area
    whole = np.bincount(choir.segment, area, minlength=239)
    marked: set[int] = set()
    hurts = np.zeros(len(area), np.float32)
    for mark in drawing:
        held = np.bincount(choir.segment, mark.region.weights * area, minlength=239)
        if held.any():
            marked |= {int(number) for number in np.flatnonzero(held >= MARK_HELD * held.sum())} | {int(held.argmax())}
            hurts = np.maximum(hurts, mark.region.weights)
    covered = np.bincount(choir.segment, hurts * area, minlength=239)
    marked |= {int(number) for number in np.flatnonzero((whole > 0) & (covered >= SEGMENT_COVERED * whole))}
    return tuple(sorted(marked))


def marks_of(numbers: tuple[int, ...], choir: Choir) -> Drawing:
    """Segments (male numbers) as marks: one for each group of segments that touch, of ordinary intensity."""
    left = np.isin(choir.segment, numbers)
    marks: list[Mark] = []
    while left.any():
        joined = connected(choir.surface, left, np.flatnonzero(left)[:1].astype(np.int32))
        left &= ~joined
        label = _label(sorted({int(number) for number in choir.segment[joined]}), choir)
        marks.append(Mark(len(marks) + 1, SurfaceRegion(joined.astype(np.float32)), label=label))
    return tuple(marks)


def _label(numbers: list[int], choir: Choir) -> str:
    """The name of the largest segment, and how many more there are."""
    largest = max(numbers, key=lambda number: float(choir.surface.area[choir.cells(number)].sum()))
    more = len(numbers) - 1
    name = segment_names()[largest]
    return name if not more else f"{name} and {more} more {'area' if more == 1 else 'areas'}"
