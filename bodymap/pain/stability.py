"""Would the list be the same if the pain were drawn again? Every source is ranked over redrawn copies (jitter.py).

In each copy a source scores what it earns there alone, and of what else it earned in the answer (partners, qualities,
answers, the set it is in) as much as it still explains. It is *stable* when, in at least MOST of the copies, it stands
hardly lower than in the answer: by one place, or by SLIP of its own place where that is more.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bodymap.body.surface import Side, Surface
from bodymap.pain.drawing import Mark
from bodymap.pain.evidence import EVEN_UP_TO, FULL
from bodymap.pain.jitter import COPIES, Cloud, Copies, cloud_of, redrawn
from bodymap.pain.match import OTHER, SIDES, Candidate, Matcher
from bodymap.pain.patterns import BASE, FAINT, FOCUS, FOCUS_CM2, LENIENCE, PATTERN

SLIP = 1 / 3
MOST = 0.75

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]


def stable(
    matcher: Matcher,
    drawing: Sequence[Mark],
    candidates: Sequence[Candidate],
    copies: int = COPIES,
    seed: int = 0,
) -> tuple[bool, ...]:
    """Whether each of ``candidates``, which are in order, would keep its place. Deterministic; a few milliseconds."""
    drawn = [mark for mark in drawing if mark.region.weights.any()]
    if not drawn or not candidates:
        return (False,) * len(candidates)
    surface = matcher.surface
    flipped = _mostly_left(surface, drawn)
    if flipped:  # worked out on one side, so that the mirrored drawing has the mirrored answer
        drawn = [_mirrored(mark, surface) for mark in drawn]
    cloud = cloud_of(surface, drawn)
    redrawings = _Redrawings(matcher, cloud, redrawn(surface, cloud, copies, seed), len(drawn))
    known = {(each.muscle, each.side): at for at, each in enumerate(candidates)}
    rivals: list[Floats] = []
    scores = np.zeros((copies, len(candidates)))
    for side in SIDES:
        lies = OTHER[side] if flipped else side
        redrawings.turn(lies)
        mine = [at for at, each in enumerate(candidates) if each.side == side]
        for at in mine:
            scores[:, at] = redrawings.score(candidates[at])
        for muscle, own in redrawings.singles():
            there = known.get((muscle, side))
            if there is None:
                rivals.append(_as_scores(own))
            else:
                alone = _weighed(_as_scores(own * candidates[there].heard), candidates[there])
                scores[:, there] = np.maximum(scores[:, there], alone)
    ahead = (scores[:, None, :] > scores[:, :, None] + 1e-9).sum(axis=2)
    if rivals:
        ahead += (np.stack(rivals, axis=1)[:, None, :] > scores[:, :, None] + 1e-9).sum(axis=2)
    places = np.arange(1, len(candidates) + 1)
    kept = ahead + 1 <= places + np.maximum(1, places * SLIP)
    return tuple((kept.mean(axis=0) >= MOST - 1e-9).tolist())


class _Redrawings:
    """One side's patterns after the other's, against all copies at once: N copies, U cells that any of them touches."""

    def __init__(self, matcher: Matcher, cloud: Cloud, copies: Copies, marks: int) -> None:
        self.matcher = matcher
        self.marks = marks
        self.cells, at = np.unique(copies.cells, return_inverse=True)
        count, touched = len(copies.cells), len(self.cells)
        slots = (np.arange(count)[:, None] * touched + at.reshape(copies.cells.shape)).ravel()
        shape = (count, touched)
        self.mass = np.bincount(slots, np.tile(cloud.mass, count), count * touched).reshape(shape)
        self.hurts = np.bincount(slots, (copies.grown * cloud.hurts).ravel(), count * touched).reshape(shape)
        self.area = matcher.surface.area[self.cells].astype(np.float64)
        self.hurts = np.minimum(self.hurts, self.area)

    def turn(self, side: Side) -> None:
        """Look at the patterns as they lie on this side."""
        compiled = self.matcher.patterns.compiled
        rows = compiled.side_cells(self.cells, side)
        essential, spillover = compiled.essential[rows], compiled.spillover[rows]
        self.active = np.flatnonzero(np.maximum(essential.max(axis=0), spillover.max(axis=0)))
        self.strength = compiled.strength(rows)[:, self.active].astype(np.float64)

    def score(self, candidate: Candidate) -> Floats:
        """(N,) what a source of the answer scores in each copy."""
        fit = candidate.fit
        at = np.searchsorted(self.active, sorted(fit.columns))
        inside = at < len(self.active)
        if not inside.all() or not (self.active[at] == sorted(fit.columns)).all():
            return np.zeros(len(self.mass))
        cover = self.strength[:, at].max(axis=1)
        explains = np.minimum(self.mass @ cover, 1.0)
        fits = np.minimum(explains * fit.fits / fit.explains, 1.0)
        own = _own(fits, self.hurts @ cover, np.float64(fit.extent)) * fit.prior
        rest = (candidate.total - fit.own) * np.minimum(explains / fit.explains, 1.0)
        return _weighed(_as_scores(own + rest), candidate)

    def singles(self) -> list[tuple[str, Floats]]:
        """Every muscle with what its best single trigger point scores in each copy (N,)."""
        if not len(self.active):
            return []
        explains = np.minimum(self.mass @ self.strength, 1.0)
        patterns = self.matcher.patterns
        fits = explains**LENIENCE if self.marks == 1 else explains
        own = _own(fits, self.hurts @ self.strength, patterns.compiled.extent[self.active].astype(np.float64))
        heard = explains.max(axis=0) >= FAINT
        found: dict[str, Floats] = {}
        for column, index in zip(self.active[heard].tolist(), np.flatnonzero(heard).tolist(), strict=True):
            muscle, point = patterns.compiled.points[column]
            one = own[:, index] * self.matcher.prior(muscle, point)
            found[muscle] = np.maximum(found[muscle], one) if muscle in found else one
        return list(found.items())


def _own(fits: Floats, hurts: Floats, extent: Floats | np.float64) -> Floats:
    """The formula of patterns.own_score without how often a source is found, for arrays."""
    pattern = np.minimum(hurts / np.maximum(extent, 1e-6), 1.0)
    return fits * (BASE + PATTERN * np.sqrt(pattern) + FOCUS / (1 + extent / FOCUS_CM2))


def _as_scores(totals: Floats) -> Floats:
    """evidence.as_score for arrays."""
    shares, room = totals / FULL, 1 - EVEN_UP_TO
    return np.minimum(shares, EVEN_UP_TO) + room * (1 - np.exp(-np.maximum(shares - EVEN_UP_TO, 0) / room))


def _weighed(scores: Floats, candidate: Candidate) -> Floats:
    """evidence.with_odds for arrays."""
    weight = candidate.weighed.weight
    return scores * weight / (scores * weight + 1 - scores)


def _mostly_left(surface: Surface, drawn: Sequence[Mark]) -> bool:
    x = sum(float((mark.region.weights * surface.area) @ surface.centres[:, 0]) for mark in drawn)
    return x > 0


def _mirrored(mark: Mark, surface: Surface) -> Mark:
    return Mark(mark.id, mark.region.mirrored(surface), mark.intensity)
