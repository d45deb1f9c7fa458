"""A pain drawing as the command line and its files describe it.

What ``bodymap match --json`` prints can be read back. :mod:`bodymap.pain.exchange` says what a file holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bodymap.engine import Engine
from bodymap.pain.drawing import Drawing, Mark
from bodymap.pain.exchange import decode, drawing_of, read_file
from bodymap.pain.told import QUALITIES, DrawingFile, Told

__all__ = ["QUALITIES", "Told", "as_json", "file_of", "marks_of", "read_drawing"]


def file_of(path: Path) -> DrawingFile:
    """What a drawing file says. Raises BodymapError with a sentence for one that can't be used."""
    return decode(read_file(path), str(path))


def read_drawing(path: Path) -> list[Told]:
    """The marks of a drawing file. Raises BodymapError with a sentence for one that can't be used."""
    return file_of(path).marks


def marks_of(told: Sequence[Told], engine: Engine) -> Drawing:
    """The marks on the skin. Raises BodymapError for what is not there."""
    return drawing_of(DrawingFile(version=2, marks=list(told)), engine)


def as_json(told: Told, mark: Mark, engine: Engine) -> dict[str, Any]:
    """A mark for ``match --json``: what was told, its label and size. What was drawn is told by its cells."""
    if told.region:
        where: dict[str, Any] = {"region": told.region, "side": told.side}
    elif told.at:
        where = {"at": told.at, "side": told.side, "radius_cm": told.radius_cm}
    else:
        cells = np.flatnonzero(mark.region.weights)
        where = {"cells": [[int(cell), round(float(mark.region.weights[cell]), 4)] for cell in cells]}
    more = {"timing": sorted(mark.timing), "note": mark.note}
    return {
        **where,
        "intensity": told.intensity,
        "qualities": list(told.qualities),
        **{name: value for name, value in more.items() if value},
        "label": mark.label,
        "cm2": round(mark.region.area(engine.surface), 1),
    }
