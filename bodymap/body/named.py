"""Named regions: boxes in address space and strokes, as one field over the skin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bodymap.body.address import FOOT, HAND
from bodymap.body.axes import MIDLINE, Axis, axis
from bodymap.body.field import Field, union
from bodymap.body.places import Places
from bodymap.body.stroke import stroke_field
from bodymap.body.surface import LATTICE_WEIGHTS, Floats, Side, Surface

ROUNDS = 2
"""How often the border of a segment is averaged: it follows the cells, which are coarse about the armpit."""
EXACT = (*HAND, *FOOT)
"""Segments that end with their cells, from the elbow and the ankle on: these are fine, and the next finger is near."""
LAPPING = 0.3
"""A segment ends where this much is left of it in the average: less than half, for no hole where three meet."""
STEEP = 8.0
"""Centimetres for a whole unit of that average: from a segment's inside to its outside."""
MARGIN = 4.0
"""A cell whose middle lies outside a box by more than this many times its own size has no part in it."""

Strokes = Iterable[list[tuple[str, float]]]


def strokes_field(places: Places, strokes: Strokes, side: Side = "right") -> Field:
    """The field of several strokes together, as content files write them."""
    return union(stroke_field(places.surface, places.brush(stroke, side)) for stroke in strokes)


def box_field(
    surface: Surface, segment: str, along: Sequence[float], around: Sequence[float], side: Side = "right"
) -> Field:
    """The field of a patch of a segment: ``along`` T from-to, ``around`` degrees from-to, through 0 if from > to.

    An end at or beyond 0 or 1 takes in all the skin of the segment there. On head, neck and trunk a box lies on its own
    side: its degrees run from 0 (front) by 90 (that side) to 180 (back); beyond 180 lies the other side.
    """
    seam = _seam(surface, segment, side)
    cells = np.flatnonzero(seam[surface.cells].max(axis=1) > 0).astype(np.int32)
    if segment in EXACT:
        cells = cells[_own(surface, segment, side)[cells]]
    line = axis(surface, segment, side)
    near = _box_depth(line, surface.centres[cells], along, around) > -MARGIN * surface.size[cells]
    cells = cells[near]
    depth = _box_depth(line, surface.lattice(cells)[0], along, around)
    depth = np.minimum(depth, np.einsum("abk,nk->nab", LATTICE_WEIGHTS, seam[surface.cells[cells]]))
    kept = (depth > 0).any(axis=(1, 2))
    return Field(cells[kept], depth[kept].astype(np.float32))


def _own(surface: Surface, segment: str, side: Side) -> NDArray[np.bool_]:
    """(C,) the cells of a segment: head, neck and trunk whole, a limb's on its own side."""
    mask = surface.segment_mask(segment)
    return mask if segment in MIDLINE else mask & (surface.side == (-1 if side == "right" else 1))


@lru_cache(maxsize=64)
def _seam(surface: Surface, segment: str, side: Side) -> Floats:
    """(V,) how far inside a segment each vertex lies, in cm near its border.

    The border is smoothed, apart from those of EXACT segments.
    """
    share = _own(surface, segment, side).astype(np.float64)
    corners = surface.cells.ravel()
    if segment in EXACT:
        at_vertex = np.zeros(len(surface.vertices))
        at_vertex[corners[np.repeat(share > 0, 4)]] = 1.0
    meet = np.maximum(np.bincount(corners, minlength=len(surface.vertices)), 1)
    for _ in range(0 if segment in EXACT else ROUNDS):
        at_vertex = np.bincount(corners, np.repeat(share, 4), len(surface.vertices)) / meet
        share = at_vertex[surface.cells].mean(axis=1)
    return (at_vertex - LAPPING) * STEEP


def _box_depth(line: Axis, positions: Floats, along: Sequence[float], around: Sequence[float]) -> Floats:
    """(...) how far inside a box each of ``positions`` (..., 3) lies, in cm; infinite inside one without ends."""
    t, degrees, distance = line.locate(positions)
    low, high = along
    depth = np.full(t.shape, np.inf)
    if low > 0.0:
        depth = np.minimum(depth, (t - low) * line.length)
    if high < 1.0:
        depth = np.minimum(depth, (high - t) * line.length)
    width = (around[1] - around[0]) % 360.0
    if width:
        middle = around[0] + width / 2
        off = np.abs((degrees - middle + 180.0) % 360.0 - 180.0)
        depth = np.minimum(depth, np.deg2rad(width / 2 - off) * distance)
    return depth
