"""The shipped files of the body as they lie there, so that nothing the application computes can hide what is wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import shapely

from bodymap.paths import asset

FIGURES = ("woman", "man")
VIEWS = ("front", "back", "left", "right", "soles", "inner_right", "inner_left")
EVERY_VIEW = [(figure, view) for figure in FIGURES for view in VIEWS]


@cache
def contents() -> dict[str, Any]:
    return dict(json.loads(asset("body/body.json").read_text(encoding="utf-8")))


@cache
def arrays(name: str) -> dict[str, np.ndarray]:
    with np.load(asset(f"body/{name}.npz")) as stored:
        return dict(stored)


def cell_areas(figure: str) -> np.ndarray:
    corners = arrays(figure)["vertices"].astype(float)[arrays("topology")["cells"]]
    halves = [np.cross(corners[:, i] - corners[:, 0], corners[:, i + 1] - corners[:, 0]) for i in (1, 2)]
    return np.asarray(sum(np.linalg.norm(half, axis=1) / 2 for half in halves))


def joints(figure: str) -> dict[str, np.ndarray]:
    return dict(zip(contents()["joints"], arrays(figure)["joints"].astype(float), strict=True))


@dataclass(frozen=True)
class Drawn:
    cells: np.ndarray
    parts: np.ndarray
    outline: shapely.MultiPolygon


@cache
def drawn(figure: str, view: str) -> Drawn:
    stored = arrays(f"{figure}_{view}")
    return Drawn(stored["cell"], ragged(stored, "vis"), ragged(stored, "outline")[0])


def ragged(stored: dict[str, np.ndarray], prefix: str) -> np.ndarray:
    kind = shapely.GeometryType(int(stored[f"{prefix}_type"]))
    offsets = tuple(stored[f"{prefix}_offsets_{level}"] for level in range(3))
    return np.asarray(shapely.from_ragged_array(kind, stored[f"{prefix}_coords"].astype(float), offsets))
