"""Two drawings of one person, before and now, on one figure: how large, how much in common, what moved and how strong.

Two drawings of the very same pain overlap by a location Jaccard of only about 0.42 (SD 0.19; 31 people with shoulder
pain, doi 10.1080/17434440.2023.2277226), so less than that is no proof that the pain has moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bodymap.atlas.compile import Compiled
from bodymap.body.surface import Surface, SurfaceRegion
from bodymap.pain.drawing import Mark
from bodymap.pain.remainder import Lies, lies_in

REDRAWN, REDRAWN_SD = 0.42, 0.19
"""Location Jaccard of two drawings of the same pain: mean and standard deviation over people."""
STILL_CM = 1.0
"""A centre that moved less has not moved."""
TELLING = 0.4
"""A direction is named when it makes at least this share of the way."""
MIDLINE_CM = 1.5

Direction = Literal["up", "down", "forward", "back", "outward", "inward", "to the right", "to the left"]
Overlap = Literal["same", "redrawn", "other"]
Floats = NDArray[np.float64]
Floats32 = NDArray[np.float32]


class Strength(Struct, frozen=True):
    """How strong a drawing's pain is, 0-10: the ``mean`` over its skin, and the ``strongest`` mark."""

    mean: float
    strongest: int


class Part(Struct, frozen=True, eq=False):
    """A part of the skin: its ``region``, ``cm2``, and the named regions it ``lies`` in, the most first."""

    region: SurfaceRegion
    cm2: float
    lies: tuple[Lies, ...]


class Shift(Struct, frozen=True):
    """How the middle of the pain moved: ``cm`` in a straight line, and the ``directions`` that make most of it.

    Directions are the subject's own; "outward" and "inward" are from and to the midline. None for a middle that stayed.
    """

    cm: float
    directions: tuple[Direction, ...]


class Comparison(Struct, frozen=True, eq=False):
    """What became of a pain. ``overlap`` is the location Jaccard 0-1: the skin in both over the skin in either.

    ``shift`` and the strengths are None where there is nothing to compare with.
    """

    before_cm2: float
    now_cm2: float
    overlap: float
    both: Part
    new: Part
    gone: Part
    shift: Shift | None
    strength_before: Strength | None
    strength_now: Strength | None

    @property
    def means(self) -> Overlap:
        """What the overlap allows to say: the "same" place, as much apart as when one is "redrawn", or an "other"."""
        if self.overlap >= REDRAWN + REDRAWN_SD:
            return "same"
        return "redrawn" if self.overlap >= REDRAWN - REDRAWN_SD else "other"

    def as_json(self) -> dict[str, Any]:
        """All of it for machines, without the cells."""
        return {
            "before_cm2": round(self.before_cm2, 1),
            "now_cm2": round(self.now_cm2, 1),
            "overlap": round(self.overlap, 4),
            "means": self.means,
            "both": _part_json(self.both),
            "new": _part_json(self.new),
            "gone": _part_json(self.gone),
            "shift": {"cm": round(self.shift.cm, 1), "directions": list(self.shift.directions)} if self.shift else None,
            "strength_before": _strength_json(self.strength_before),
            "strength_now": _strength_json(self.strength_now),
        }


def compare(compiled: Compiled, before: Sequence[Mark], now: Sequence[Mark]) -> Comparison:
    """What became of the pain of ``before``. Overlapping marks count once, the order of marks is of no account."""
    surface = compiled.surface
    was, is_now = _weights(surface, before), _weights(surface, now)
    both = np.minimum(was, is_now)
    area = surface.area.astype(np.float64)
    either = float(np.maximum(was, is_now) @ area)
    return Comparison(
        before_cm2=float(was @ area),
        now_cm2=float(is_now @ area),
        overlap=float(both @ area) / either if either > 0 else 1.0,
        both=_part(compiled, both),
        new=_part(compiled, is_now - both),
        gone=_part(compiled, was - both),
        shift=_shift(surface, was, is_now),
        strength_before=_strength(surface, before),
        strength_now=_strength(surface, now),
    )


def _weights(surface: Surface, drawing: Sequence[Mark]) -> Floats32:
    """(C,) the share of each cell that is marked, however often."""
    marked = np.zeros(len(surface.cells), np.float32)
    for mark in drawing:
        np.maximum(marked, mark.region.weights, out=marked)
    return marked


def _part(compiled: Compiled, weights: Floats32) -> Part:
    cm2 = float(weights @ compiled.surface.area)
    return Part(SurfaceRegion(weights), cm2, lies_in(compiled, weights) if cm2 > 0 else ())


def _strength(surface: Surface, drawing: Sequence[Mark]) -> Strength | None:
    """Where marks overlap the stronger counts."""
    drawn = [mark for mark in drawing if mark.region.weights.any()]
    if not drawn:
        return None
    skin = np.stack([mark.region.weights for mark in drawn]) * surface.area
    strongest = max(drawn, key=lambda mark: mark.intensity).intensity
    felt = np.max([(skin[at] > 0) * float(mark.intensity) for at, mark in enumerate(drawn)], axis=0)
    marked = skin.max(axis=0)
    return Strength(float(marked @ felt / marked.sum()), strongest)


def _shift(surface: Surface, was: Floats32, is_now: Floats32) -> Shift | None:
    if not was.any() or not is_now.any():
        return None
    middles = [_middle(surface, each) for each in (was, is_now)]
    way = middles[1] - middles[0]
    cm = float(np.linalg.norm(way))
    if cm < STILL_CM:
        return Shift(cm, ())
    order = sorted(range(3), key=lambda axis: (-abs(way[axis]), axis))
    telling = [axis for axis in order if abs(way[axis]) >= TELLING * cm]
    sides = np.array([middle[0] for middle in middles])
    return Shift(cm, tuple(_direction(axis, float(way[axis]), sides) for axis in telling))


def _direction(axis: int, way: float, sides: Floats) -> Direction:
    """The word for a way (cm) along an axis; ``sides`` (2,) are x before and now, + is the subject's left."""
    if axis == 1:
        return "up" if way > 0 else "down"
    if axis == 2:
        return "forward" if way > 0 else "back"
    if (sides > MIDLINE_CM).all() or (sides < -MIDLINE_CM).all():
        return "outward" if abs(sides[1]) > abs(sides[0]) else "inward"
    return "to the left" if way > 0 else "to the right"


def _middle(surface: Surface, weights: Floats32) -> Floats:
    skin = weights.astype(np.float64) * surface.area
    return skin @ surface.centres / skin.sum()


def _part_json(part: Part) -> dict[str, Any]:
    lies = [
        {"region": each.region, "side": each.side, "cm2": round(each.cm2, 1), "share": round(each.share, 3)}
        for each in part.lies
    ]
    return {"cm2": round(part.cm2, 1), "regions": lies}


def _strength_json(strength: Strength | None) -> dict[str, Any] | None:
    return {"mean": round(strength.mean, 1), "strongest": strength.strongest} if strength else None
