"""A pain drawing as the command line and its files describe it.

A file is ``{"version": 1, "marks": [...]}``, each mark with one of ``region``, ``at`` or ``cells``; what
``bodymap match --json`` prints can be read back.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import msgspec
import numpy as np
from msgspec import Meta, Struct

from bodymap.atlas.model import Quality
from bodymap.body.address import names_side, parse_place
from bodymap.body.surface import Side, SurfaceRegion
from bodymap.engine import Engine
from bodymap.errors import BodymapError, PlaceError, UsageError
from bodymap.pain.drawing import DEFAULT_INTENSITY, DEFAULT_RADIUS_CM, Mark, spot
from bodymap.words import suggestion

MAX_FILE = 8_000_000
QUALITIES: tuple[str, ...] = get_args(Quality)


class Told(Struct, kw_only=True, omit_defaults=False):
    """A mark as it is told: a named region, or a spot of ``radius_cm`` at a place, or cells with weights 0-1."""

    region: str | None = None
    at: str | None = None
    side: Side = "right"
    radius_cm: Annotated[float, Meta(gt=0.0, le=20.0)] = DEFAULT_RADIUS_CM
    cells: list[tuple[Annotated[int, Meta(ge=0)], Annotated[float, Meta(gt=0.0, le=1.0)]]] = []
    intensity: Annotated[int, Meta(ge=0, le=10)] = DEFAULT_INTENSITY
    qualities: list[Quality] = []


class _File(Struct, kw_only=True):
    version: Literal[1]
    marks: list[Told]


class _AnyVersion(Struct):
    version: int = 0


def read_drawing(path: Path) -> list[Told]:
    """The marks of a drawing file. Raises BodymapError with a sentence for one that can't be used."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except OSError as error:
        raise BodymapError(f"The drawing {path} can't be read: {error.strerror}.") from error
    if len(data) > MAX_FILE:
        raise BodymapError(f"The drawing {path} is too large to be one.")
    try:
        if msgspec.json.decode(data, type=_AnyVersion).version > 1:
            raise BodymapError(f"The drawing {path} was made by a newer Bodymap. Please update Bodymap.")
        return msgspec.json.decode(data, type=_File).marks
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BodymapError(f"The drawing {path} can't be used: {error}.") from error


def marks_of(told: list[Told], engine: Engine) -> tuple[Mark, ...]:
    """The marks on the skin. Raises UsageError for a region or place that is not there."""
    return tuple(_mark(number, each, engine) for number, each in enumerate(told, start=1))


def _mark(number: int, told: Told, engine: Engine) -> Mark:
    given = [name for name in ("region", "at", "cells") if getattr(told, name)]
    if len(given) != 1:
        raise UsageError(f"Mark {number} needs one of a region, a place or cells; it has {len(given)} of them.")
    bare = {"region": _region, "at": _spot, "cells": _cells}[given[0]](number, told, engine)
    mark = replace(bare, intensity=told.intensity, qualities=frozenset(told.qualities))
    return replace(mark, label=mark.label or engine.label(mark))


def _region(number: int, told: Told, engine: Engine) -> Mark:
    region = engine.atlas.regions.get(told.region or "")
    if region is None:
        hint = suggestion(told.region or "", engine.atlas.regions)
        raise UsageError(f"There is no region “{told.region}”{hint}. `bodymap regions` lists them.")
    return engine.region_mark(region.id, told.side, number)


def _spot(number: int, told: Told, engine: Engine) -> Mark:
    try:
        place = parse_place(told.at or "")
        side: Side = "right" if names_side(place) else told.side
        return spot(engine.surface, number, engine.places.resolve(place, side), told.radius_cm)
    except PlaceError as error:
        raise UsageError(f"{error}.") from error


def _cells(number: int, told: Told, engine: Engine) -> Mark:
    weights = np.zeros(len(engine.surface.cells), np.float32)
    for cell, weight in told.cells:
        if cell >= len(weights):
            raise UsageError(f"Mark {number} names the cell {cell}, which the body does not have.")
        weights[cell] = weight
    return Mark(number, SurfaceRegion(weights))


def as_json(told: Told, mark: Mark, engine: Engine) -> dict[str, Any]:
    """A mark for ``match --json``: what was told, its label and size."""
    where: dict[str, Any] = {"region": told.region, "side": told.side} if told.region else {"cells": told.cells}
    if told.at:
        where = {"at": told.at, "side": told.side, "radius_cm": told.radius_cm}
    return {
        **where,
        "intensity": told.intensity,
        "qualities": list(told.qualities),
        "label": mark.label,
        "cm2": round(mark.region.area(engine.surface), 1),
    }
