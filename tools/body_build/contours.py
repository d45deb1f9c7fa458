"""Inner lines of a view: where one part of the body stands in front of another."""

from __future__ import annotations

import numpy as np
import shapely

from .source import Floats, Ints
from .visible import Sight

LENGTH_PER_STEP = 4.3
BRIDGE_CM = 0.35
SLACK_CM = 0.25
STEP_CM = 0.07
SMOOTHED_CM = 0.008


def contours(points: Floats, triangles: Ints, normals: Floats, least_step: Floats, sight: Sight) -> list[Floats]:
    """Open polylines (P, 2) in view cm where the skin turns away in front of other skin.

    `points` (F, 3) view coordinates, `triangles` (T, 3) that may show, `normals` (F, 3) in the view's frame,
    `least_step` (F,) cm in depth that make a line there. The lines are the zero set of the interpolated normal's depth
    part, which is smooth where mesh edges would zigzag.
    """
    lines = []
    for line in _turning_lines(np.hstack([points, normals[:, :2], least_step[:, None]]), triangles, normals[:, 2]):
        place, outward = line[:, :2], line[:, 3:5]
        length = np.maximum(np.linalg.norm(outward, axis=1, keepdims=True), 1e-9)
        _, here = sight.nearest(place)
        _, beyond = sight.nearest(place + outward / length * STEP_CM)
        shown = (here <= line[:, 2] + SLACK_CM) & np.isfinite(beyond) & (line[:, 2] - beyond > line[:, 5])
        lines += _runs(place, shown, LENGTH_PER_STEP * float(line[:, 5].mean()))
    return lines


def within(lines: list[Floats], outline: shapely.Geometry) -> list[Floats]:
    """The parts of lines (P, 2) that lie inside an outline."""
    kept = shapely.get_parts(shapely.intersection([shapely.LineString(line) for line in lines], outline))
    return [shapely.get_coordinates(line) for line in kept if line.length > BRIDGE_CM]


def _turning_lines(values: Floats, triangles: Ints, toward: Floats) -> list[Floats]:
    """Chains (P, K) of the vertex values (F, K) interpolated to where the normal's depth part (F,) changes sign."""
    sides = np.sort(np.stack([triangles, np.roll(triangles, -1, axis=1)], axis=-1).reshape(-1, 2), axis=1)
    edges, index = np.unique(sides, axis=0, return_inverse=True)
    start, end = toward[edges[:, 0]], toward[edges[:, 1]]
    crossed = (start > 0) != (end > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(crossed, start / (start - end), 0.0)[:, None]
    nodes = values[edges[:, 0]] * (1 - share) + values[edges[:, 1]] * share
    of_triangle = index.reshape(-1, 3)
    cut = crossed[of_triangle]
    pairs = of_triangle[cut.sum(axis=1) == 2]
    return [nodes[chain] for chain in _chains(pairs[crossed[pairs]].reshape(-1, 2))]


def _chains(pairs: Ints) -> list[list[int]]:
    """Pairs of nodes joined to paths; each node has at most two neighbours."""
    beside: dict[int, list[int]] = {}
    for first, second in pairs.tolist():
        beside.setdefault(first, []).append(second)
        beside.setdefault(second, []).append(first)
    chains = []
    left = set(beside)
    for node in [*(n for n in beside if len(beside[n]) == 1), *beside]:
        if node not in left:
            continue
        chain = [node]
        left.discard(node)
        while step := [n for n in beside[chain[-1]] if n in left]:
            chain.append(step[0])
            left.discard(step[0])
        if len(chain) > 2 and chain[0] in beside[chain[-1]]:
            chain.append(chain[0])
        chains.append(chain)
    return chains


def _runs(place: Floats, shown: np.ndarray, least_length: float) -> list[Floats]:
    """The shown stretches of a chain (P, 2): short gaps bridged, short stretches dropped, simplified."""
    along = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(place, axis=0), axis=1))]
    shown = _without_short(along, shown, value=False, least=BRIDGE_CM)
    shown = _without_short(along, shown, value=True, least=least_length)
    lines = []
    for first, last in _stretches(shown, value=True):
        if last > first:
            line = shapely.LineString(_relaxed(place[first : last + 1], 3)).simplify(SMOOTHED_CM)
            lines.append(shapely.get_coordinates(line))
    return lines


def _relaxed(line: Floats, rounds: int) -> Floats:
    for _ in range(rounds):
        line = np.vstack([line[:1], (line[:-2] + 2 * line[1:-1] + line[2:]) / 4, line[-1:]])
    return line


def _stretches(shown: np.ndarray, *, value: bool) -> list[tuple[int, int]]:
    change = np.flatnonzero(np.diff(np.r_[not value, shown, not value].astype(int)))
    return [(int(first), int(last) - 1) for first, last in zip(change[::2], change[1::2], strict=True)]


def _without_short(along: Floats, shown: np.ndarray, *, value: bool, least: float) -> np.ndarray:
    result = shown.copy()
    for first, last in _stretches(shown, value=value):
        at_end = first == 0 or last == len(shown) - 1
        if along[last] - along[first] < least and (value or not at_end):
            result[first : last + 1] = not value
    return result
