"""Named regions: boxes in address space and strokes, as one field over the skin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from bodymap.body.axes import MIDLINE, Axis, axis
from bodymap.body.field import Field, union
from bodymap.body.places import Places
from bodymap.body.stroke import stroke_field
from bodymap.body.surface import Floats, Side, Surface

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
    own_side = surface.side == (-1 if side == "right" else 1)
    mask = surface.segment_mask(segment)
    if segment not in MIDLINE:
        mask &= own_side
    cells = np.flatnonzero(mask).astype(np.int32)
    line = axis(surface, segment, side)
    near = _box_depth(line, surface.centres[cells], along, around) > -MARGIN * surface.size[cells]
    cells = cells[near]
    depth = _box_depth(line, surface.lattice(cells)[0], along, around)
    depth = np.minimum(depth, 99.0)
    kept = (depth > 0).any(axis=(1, 2))
    return Field(cells[kept], depth[kept].astype(np.float32))


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
