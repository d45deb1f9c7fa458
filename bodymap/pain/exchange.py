"""A drawing as a file: what other programs read and write, and what comes back from them. docs/exchange.md tells all.

A file is ``{"version": 2, "figure": ..., "cell_count": ..., "marks": [...]}``. A mark lies where its ``cells`` say,
with a weight 0-1 each, or is told by a region or a place (:mod:`bodymap.pain.told`). A file may come from anybody, so
all of it is checked: size, types, ranges, finite numbers.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any, Protocol

import msgspec
import numpy as np
from msgspec import Struct, structs
from msgspec.structs import replace

from bodymap.atlas.load import Atlas
from bodymap.body.address import names_side, parse_place
from bodymap.body.arrays import Arrays
from bodymap.body.field import Field
from bodymap.body.packed import pack_field, unpack_field
from bodymap.body.places import Places
from bodymap.body.surface import Side, Surface, SurfaceRegion, body_facts, figure_names
from bodymap.errors import BodymapError, PlaceError, UsageError
from bodymap.pain.drawing import MAX_NOTE, Drawing, Mark, ViewStroke, carried, spot
from bodymap.pain.told import (
    MAX_BYTES,
    MAX_LABEL,
    MAX_MARKS,
    MAX_POINTS,
    MAX_STROKES,
    VERSION,
    WEIGHT_DECIMALS,
    DrawingFile,
    OldFile,
    Told,
    ToldField,
    ToldSpot,
    ToldStroke,
)
from bodymap.paths import asset
from bodymap.words import suggestion

ALWAYS = frozenset({"cells", "intensity", "qualities", "label"})
_PLAIN = Told()
FIELD_DISAGREES, FIELD_DISAGREES_CM2 = 0.1, 1.0
"""A field is dropped when its skin differs from the cells by more than this share of the mark: the cells count."""
_TURNS_TEXT_ROUND = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class _AnyVersion(Struct):
    version: int = 0


class Body(Protocol):
    """What is needed to put told marks on the skin; :class:`bodymap.engine.Engine` is one."""

    atlas: Atlas
    surface: Surface
    places: Places

    def region_mark(self, region: str, side: Side, number: int = 0) -> Mark:
        """A mark that covers a named region."""
        ...

    def label(self, mark: Mark) -> str:
        """What a mark is called."""
        ...


def read_file(path: Path) -> bytes:
    """The bytes of a drawing file. Raises BodymapError with a sentence when they can't be had."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BodymapError(f"The drawing {path} can't be read: {reason}.") from error
    if len(data) > MAX_BYTES:
        raise BodymapError(f"The drawing {path} is too large to be one.")
    return data


def decode(data: bytes, name: str) -> DrawingFile:
    """What a file says, of version 1 or 2. ``name`` is how errors call it. Raises BodymapError with one sentence."""
    try:
        version = msgspec.json.decode(data, type=_AnyVersion).version
        if version > VERSION:
            raise BodymapError(f"The drawing {name} was made by a newer Bodymap. Please update Bodymap.")
        if version == VERSION:
            return _on_this_body(msgspec.json.decode(data, type=DrawingFile), name)
        old = msgspec.json.decode(data, type=OldFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        why = "it is nested too deeply" if isinstance(error, RecursionError) else error
        raise BodymapError(f"The drawing {name} can't be used: {why}.") from error
    return DrawingFile(version=2, marks=[Told(**structs.asdict(mark)) for mark in old.marks])


def _on_this_body(file: DrawingFile, name: str) -> DrawingFile:
    """The file, when its cells are numbered as ours are: another cut of the skin would put them anywhere."""
    count = len(Arrays(asset("body/topology.npz"))["cells"])
    if file.cell_count not in (None, count):
        raise BodymapError(
            f"The drawing {name} was made on another body, of {file.cell_count} cells; this one has {count}."
        )
    return file


def drawing_of(file: DrawingFile, body: Body) -> Drawing:
    """The marks of a file on a body, numbered from 1.

    Raises:
        BodymapError: a mark can't be put on this skin; UsageError for a region or place that is not there.
    """
    marks = tuple(mark_of(number, told, body) for number, told in enumerate(file.marks, start=1))
    if file.figure in (None, body.surface.name):
        return marks
    return tuple(carried(mark, body.surface) for mark in marks)


def mark_of(number: int, told: Told, body: Body) -> Mark:
    """One told mark on a body. Raises BodymapError, or UsageError for a region or place that is not there."""
    ways = [("region", told.region), ("at", told.at), ("cells", told.cells or told.spot)]
    given = [name for name, value in ways if value]
    if len(given) != 1:
        raise UsageError(f"Mark {number} needs one of a region, a place or cells; it has {len(given)} of them.")
    bare = {"region": _region, "at": _place, "cells": _cells}[given[0]](number, told, body)
    mark = replace(
        bare,
        intensity=told.intensity,
        qualities=frozenset(told.qualities),
        timing=frozenset(told.timing),
        note=shown(told.note),
        strokes=tuple(_stroke(number, each) for each in told.strokes),
        label=shown(told.label) or bare.label,
    )
    return replace(mark, label=mark.label or body.label(mark))


def _region(number: int, told: Told, body: Body) -> Mark:
    name = told.region or ""
    if name not in body.atlas.regions:
        raise UsageError(
            f"There is no region “{name}”{suggestion(name, body.atlas.regions)}. `bodymap regions` lists them."
        )
    return body.region_mark(name, told.side, number)


def _place(number: int, told: Told, body: Body) -> Mark:
    try:
        place = parse_place(told.at or "")
        side: Side = "right" if names_side(place) else told.side
        return spot(body.surface, number, body.places.resolve(place, side), told.radius_cm)
    except PlaceError as error:
        raise UsageError(f"{error}.") from error


def _cells(number: int, told: Told, body: Body) -> Mark:
    """A mark by its cells; a spot without cells gets those round it."""
    surface = body.surface
    weights = np.zeros(len(surface.cells), np.float32)
    for cell, weight in told.cells:
        _known(number, cell, surface)
        if weights[cell]:
            raise BodymapError(f"Mark {number} names the cell {cell} twice.")
        weights[cell] = weight
    if told.spot is None:
        region = SurfaceRegion(weights)
        return Mark(number, region, field=_field(number, told.field, region, surface))
    _known(number, told.spot.cell, surface)
    round_it = spot(surface, number, surface.point(told.spot.cell, (told.spot.u, told.spot.v)), told.radius_cm)
    if not told.cells:
        return round_it
    region = SurfaceRegion(weights)
    return replace(round_it, region=region, field=_field(number, told.field, region, surface))


def _known(number: int, cell: int, surface: Surface) -> None:
    if cell >= len(surface.cells):
        raise BodymapError(f"Mark {number} names the cell {cell}, which the body does not have.")


def _field(number: int, told: ToldField | None, region: SurfaceRegion, surface: Surface) -> Field | None:
    """The shape inside the cells, or None where it says something else than the cells do."""
    if told is None:
        return None
    try:
        field = unpack_field(told.cells, told.values, len(surface.cells))
    except ValueError as error:
        raise BodymapError(f"Mark {number} has a field that can't be used: {error}.") from error
    off = np.abs(field.region(surface).weights - region.weights) @ surface.area
    return field if off <= FIELD_DISAGREES * region.area(surface) + FIELD_DISAGREES_CM2 else None


def _stroke(number: int, told: ToldStroke) -> ViewStroke:
    for word, known in ((told.view, body_facts().views), (told.figure, figure_names())):
        if word not in known:
            raise BodymapError(f"Mark {number} was drawn on “{word}”, which Bodymap does not know.")
    points = tuple((float(x), float(y)) for x, y in told.points)
    return ViewStroke(told.view, told.figure, told.tool, points, told.radius_cm, told.erases)


def encode(drawing: Drawing, figure: str) -> bytes:
    """A drawing as a file of version 2, the same bytes for the same drawing. Marks without any skin are left out.

    A drawing that would be larger than a reader takes loses first its strokes, then the shapes inside the cells.

    Raises:
        BodymapError: it has more marks than any reader takes.
    """
    marks = [told for told in map(told_of, drawing) if told.cells]
    if len(marks) > MAX_MARKS:
        raise BodymapError(f"The drawing has {len(marks)} marks; a file holds {MAX_MARKS} at most. Remove some.")
    content: dict[str, Any] = {"version": VERSION, "figure": figure}
    if drawing:
        content["cell_count"] = len(drawing[0].region.weights)
    for left_out in ((), ("strokes",), ("strokes", "field")):
        content["marks"] = [_written(told, left_out) for told in marks]
        data = msgspec.json.encode(content)
        if len(data) <= MAX_BYTES:
            break
    return data


def _written(told: Told, left_out: tuple[str, ...]) -> dict[str, Any]:
    """The fields of a mark that say something; what every reader looks for is always there."""
    said = {name: getattr(told, name) for name in told.__struct_fields__ if name not in left_out}
    return {name: value for name, value in said.items() if name in ALWAYS or value != getattr(_PLAIN, name)}


def told_of(mark: Mark) -> Told:
    """A mark as version 2 tells it: its cells, and what else it keeps."""
    weights = np.minimum(np.round(mark.region.weights.astype(np.float64), WEIGHT_DECIMALS), 1.0)
    told = Told(
        cells=[(int(cell), float(weights[cell])) for cell in np.flatnonzero(weights > 0)],
        radius_cm=mark.radius_cm,
        intensity=mark.intensity,
        qualities=sorted(mark.qualities),  # type: ignore[arg-type] # a mark's qualities are plain words
        timing=sorted(mark.timing),  # type: ignore[arg-type] # the mark has checked them
        note=shown(mark.note)[:MAX_NOTE],
        label=shown(mark.label)[:MAX_LABEL],
        strokes=[_told_stroke(each) for each in mark.strokes[:MAX_STROKES]],
    )
    if mark.anchor is not None:
        u, v = (min(1.0, max(0.0, share)) for share in mark.anchor.uv)
        told.spot = ToldSpot(cell=mark.anchor.cell, u=u, v=v)
    if mark.field is not None and len(mark.field.cells):
        cells, values = pack_field(mark.field)
        told.field = ToldField(cells=cells, values=values)
    return told


def _told_stroke(stroke: ViewStroke) -> ToldStroke:
    points = [(float(x), float(y)) for x, y in stroke.points[:MAX_POINTS]]
    return ToldStroke(
        view=stroke.view,
        figure=stroke.figure,
        tool=stroke.tool,
        points=points,
        radius_cm=stroke.radius_cm,
        erases=stroke.erases,
    )


def shown(text: str) -> str:
    """A text without what can't be shown: control characters, and signs that turn the direction of the rest."""
    return "".join(each for each in text if _can_be_shown(each))


def _can_be_shown(character: str) -> bool:
    if character in "\n\t":
        return True
    return unicodedata.category(character) not in ("Cc", "Cs") and character not in _TURNS_TEXT_ROUND
