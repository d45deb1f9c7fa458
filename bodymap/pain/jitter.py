"""A drawing drawn again: copies of its marks, moved over the skin and grown or shrunk as people do.

When 31 people with shoulder pain drew the same pain twice, the two drawings shared 42 % of their area (location Jaccard
0.42, SD 0.19; doi 10.1080/17434440.2023.2277226). Each mark is moved by about its own size: an ellipse that is moved in
proportion to its axes keeps the same overlap whatever its size and shape. SHIFT is set so that copies and originals
have that Jaccard on average; a test measures it.

A mark is carried by points of equal area. Each point walks from cell to cell to the skin nearest to where the move
takes it, so a mark stays on the limb it is on.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bodymap.body.surface import Surface
from bodymap.pain.drawing import Mark, intensity_weight

COPIES = 16
SHIFT = 0.6
"""Root mean square of the move of a mark, as a share of the half-axes of an ellipse of its spread."""
GROW = 0.22
"""A copy's lengths are between exp(-GROW) and exp(GROW) times those of the mark."""
FARTHEST_CM = 8.0
"""No mark is moved farther: a pain of the whole leg is not drawn on the other end of it."""
POINTS, FEWEST = 288, 24
"""Points that carry a drawing, and the fewest for one mark."""
_SUB = 4
_STEPS = 80
_TURN = 1.0 / np.array([1.2207440846057596, 1.2207440846057596**2, 1.2207440846057596**3])
"""Steps of the additive sequence that fills a cube evenly (Roberts 2018, the R3 sequence): random enough, and the same
with every version of every library."""

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]


class Cloud(Struct, frozen=True, eq=False):
    """A drawing as points: the ``cells`` (n,) they start in, ``positions`` (n, 3), the ``mark`` (n,) each belongs to.

    ``mass`` (n,) is the share of the pain that each stands for, ``hurts`` (n,) the cm².
    """

    cells: Ints
    positions: Floats
    mark: Ints
    mass: Floats
    hurts: Floats


class Copies(Struct, frozen=True, eq=False):
    """Where each point of a cloud is in each copy, ``cells`` (N, n), and how many times larger, ``grown`` (N, n)."""

    cells: Ints
    grown: Floats


def cloud_of(surface: Surface, drawing: Sequence[Mark], points: int = POINTS) -> Cloud:
    """The points of a drawing, whatever the order of its marks. Every mark must have some skin.

    ``points`` are shared out evenly; 0 takes all of the 16 sub-cells of every marked cell.
    """
    weights = np.stack([mark.region.weights for mark in drawing]).astype(np.float64)
    marked = weights * surface.area
    strengths = np.array([intensity_weight(mark.intensity) for mark in drawing])
    middles = (marked @ surface.centres) / marked.sum(axis=1, keepdims=True)
    keys = [
        (-round(float(area), 3), *np.round(middle, 3).tolist())
        for area, middle in zip(marked.sum(1), middles, strict=True)
    ]
    order = sorted(range(len(drawing)), key=lambda row: (*keys[row], strengths[row]))
    marked, strengths = marked[order], strengths[order]
    strong = marked * strengths[:, None]
    once = marked.max(axis=0) / np.maximum(marked.sum(axis=0), 1e-12)
    once_strong = strong.max(axis=0) / np.maximum(strong.sum(axis=0), 1e-12)
    each = max(FEWEST, points // len(drawing)) if points else 0
    parts = [_points(surface, row, each) for row in marked]
    mark = np.repeat(np.arange(len(parts)), [len(cells) for cells, _, _ in parts])
    cells = np.concatenate([cells for cells, _, _ in parts])
    skin = np.concatenate([skin for _, _, skin in parts])
    by_area = once_strong[cells] * strengths[mark] * skin
    by_mark = strengths[mark] * skin / marked.sum(axis=1)[mark]
    return Cloud(
        cells=cells,
        positions=np.concatenate([positions for _, positions, _ in parts]),
        mark=mark,
        mass=(by_area / by_area.sum() + by_mark / by_mark.sum()) / 2,
        hurts=once[cells] * skin,
    )


def _points(surface: Surface, marked: Floats, count: int) -> tuple[Ints, Floats, Floats]:
    """Cells, positions and cm² of points that stand for ``marked`` (C,) cm² of skin: evenly spread, of equal area."""
    cells = np.flatnonzero(marked > 0)
    per_sub = np.repeat(marked[cells] / _SUB**2, _SUB**2)
    if count:
        total = per_sub.cumsum()
        taken = np.searchsorted(total, (np.arange(count) + 0.5) / count * total[-1])
        skin = np.full(count, total[-1] / count)
    else:
        taken, skin = np.arange(len(per_sub)), per_sub
    at, sub = taken // _SUB**2, taken % _SUB**2
    u, v = (sub // _SUB + 0.5) / _SUB, (sub % _SUB + 0.5) / _SUB
    shares = np.stack([(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v], axis=1)
    corners = surface.vertices[surface.cells[cells[at]]]
    return cells[at], np.einsum("nk,nkd->nd", shares, corners), skin


def redrawn(surface: Surface, cloud: Cloud, copies: int = COPIES, seed: int = 0) -> Copies:
    """The cloud in each of ``copies`` redrawings; the same for the same drawing and ``seed``."""
    count = int(cloud.mark[-1]) + 1
    targets = np.empty((copies, len(cloud.cells), 3))
    grown = np.empty((copies, len(cloud.cells)))
    for mark in range(count):
        here = cloud.mark == mark
        middle, axes = _axes(cloud.positions[here])
        turn, far, size = np.modf(0.5 + seed * 0.6180339887 + np.arange(1, copies + 1)[:, None] * _TURN + mark * 0.37)[
            0
        ].T
        length = SHIFT * np.sqrt(-np.log1p(-far))
        ways = np.stack([length * np.cos(2 * np.pi * turn), length * np.sin(2 * np.pi * turn)], axis=1) @ axes
        far_cm = np.linalg.norm(ways, axis=1, keepdims=True)
        ways *= np.minimum(1.0, FARTHEST_CM / np.maximum(far_cm, 1e-9))
        scale = np.exp(GROW * (2 * size - 1))
        targets[:, here] = middle + ways[:, None] + scale[:, None, None] * (cloud.positions[here] - middle)
        grown[:, here] = (scale**2)[:, None]
    cells = walked(surface, np.tile(cloud.cells, copies), targets.reshape(-1, 3))
    return Copies(cells.reshape(copies, -1), grown)


def _axes(positions: Floats) -> tuple[Floats, Floats]:
    """Middle (3,) of some points and the two longest half-axes (2, 3) of an even ellipse that is spread like them.

    Their signs don't depend on how the points are numbered.
    """
    middle = positions.mean(axis=0)
    away = positions - middle
    spread, directions = np.linalg.eigh(away.T @ away / len(positions))
    axes = directions.T[:0:-1] * (2 * np.sqrt(np.maximum(spread[:0:-1], 0.0)))[:, None]
    for axis in axes:
        leading = axis[np.abs(axis) > 1e-6]
        if len(leading) and leading[-1] < 0:
            axis *= -1
    return middle, axes


def walked(surface: Surface, cells: Ints, targets: Floats) -> Ints:
    """(n,) the cells whose middles are nearest to ``targets`` (n, 3), found by walking from neighbour to neighbour."""
    centres = surface.centres.astype(np.float32)
    aims = targets.astype(np.float32)
    at = cells.copy()
    away = ((centres[at] - aims) ** 2).sum(axis=1)
    moving = np.arange(len(at))
    for _ in range(_STEPS):
        near = surface.neighbours[at[moving]]
        far = ((centres[near] - aims[moving, None]) ** 2).sum(axis=2)
        best = far.argmin(axis=1)
        least = far[np.arange(len(moving)), best]
        nearer = least < away[moving]
        if not nearer.any():
            break
        at[moving[nearer]] = near[nearer, best[nearer]]
        away[moving[nearer]] = least[nearer]
        moving = moving[nearer]
    return at
