"""All patterns on one side of the body against a pain: which trigger points of a muscle explain it best."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from msgspec.structs import astuple
from numpy.typing import NDArray

from bodymap.atlas.compile import SPILLOVER_SHARE, Compiled
from bodymap.body.surface import Side
from bodymap.pain.drawing import Pain

FOCUS_CM2 = 600.0
LENIENCE = 0.6
"""The power of how much of a mark a source covers: people redraw a pain with an overlap of 0.42 only."""
BASE, PATTERN, FOCUS = 0.5, 0.3, 0.2
GAIN = 0.05
"""A further trigger point of the same muscle is listed as taking part when it explains this much more of the pain."""
FAINT = 0.02
"""A source that explains less than this share of the pain is left out."""

Floats32 = NDArray[np.float32]
Ints = NDArray[np.intp]
Prior = Callable[[str, str], float]
"""(muscle, trigger point) -> how its own score is weighted for how often it is found."""


def own_score(fits: float, pattern: float, focus: float, prior: float = 1.0) -> float:
    """The part of the total that a source earns alone, 0 to the largest prior."""
    return fits * (BASE + PATTERN * pattern**0.5 + FOCUS * focus) * prior


def fits_of(pain: Pain, covers: Floats32) -> Floats32:
    """(A,) how well patterns fit, mark by mark: a place half covered counts more than half, one not covered nothing.

    ``covers`` (m, A) are their strengths in the touched cells. The order of marks makes no difference.
    """
    covered = np.clip(pain.marks @ covers, 0.0, 1.0)
    return np.sort(pain.shares[:, None] * covered**LENIENCE, axis=0).sum(axis=0)


class Terms(NamedTuple):
    """explains, fits, pattern and focus of some trigger points together; see docs/matching.md."""

    explains: float
    fits: float
    pattern: float
    focus: float

    def own(self, prior: float = 1.0) -> float:
        """What they score alone."""
        return own_score(self.fits, self.pattern, self.focus, prior)


class Fit(Struct, frozen=True, eq=False):
    """How a muscle on one side fits a pain: the trigger points that take part, the best first, and their terms.

    ``shares`` says how much of the pain each of the points explains alone. ``columns`` are the compiled columns whose
    patterns together make up ``cover`` (m,), the strength in each cell; ``prior`` is that of the best point. All terms
    are 0-1, see docs/matching.md.
    """

    muscle: str
    side: Side
    shares: dict[str, float]
    own: float
    explains: float
    fits: float
    pattern: float
    focus: float
    essential: float
    prior: float
    extent: float
    columns: tuple[int, ...]
    cover: Floats32

    @property
    def trigger_points(self) -> tuple[str, ...]:
        """The points that take part, the best first."""
        return tuple(self.shares)

    def __eq__(self, other: object) -> bool:
        """Whether all terms are equal; ``cover`` follows from the columns."""
        return isinstance(other, Fit) and astuple(self)[:-1] == astuple(other)[:-1]

    __hash__ = None  # type: ignore[assignment]


class Patterns:
    """The compiled patterns with what is worked out once: the columns of a muscle, the joint size of several points."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        names = [muscle for muscle, _ in compiled.points]
        starts = [index for index, name in enumerate(names) if index == 0 or name != names[index - 1]]
        self.muscle_of = np.zeros(len(names), np.intp)
        self.muscle_of[starts[1:]] = 1
        self.muscle_of = self.muscle_of.cumsum()
        self.muscles = tuple(names[start] for start in starts)
        self._extents: dict[tuple[int, ...], float] = {}

    def extent(self, columns: Sequence[int]) -> float:
        """cm² of the patterns of these columns together, spillover counted by its share."""
        key = tuple(sorted(columns))
        if key not in self._extents:
            self._extents[key] = self.compiled.joint_extent(list(key))
        return self._extents[key]


class OneSide:
    """The patterns on one side that touch the pain: rows are cells (m,), columns the ``active`` trigger points (A,)."""

    def __init__(self, patterns: Patterns, pain: Pain, side: Side) -> None:
        self.patterns, self.pain, self.side = patterns, pain, side
        compiled = patterns.compiled
        rows = compiled.side_cells(pain.cells, side)
        essential, spillover = compiled.essential[rows], compiled.spillover[rows]
        self.active = np.flatnonzero(np.maximum(essential.max(axis=0), spillover.max(axis=0)))
        self._essential, self._spillover = essential[:, self.active], spillover[:, self.active]
        spill = self._spillover * np.float32(SPILLOVER_SHARE)
        self.strength = np.maximum(self._essential, spill) * np.float32(1 / 255)
        self.explains = pain.mass @ self.strength
        self.lenient = fits_of(pain, self.strength)
        self.hurts = pain.hurts @ self.strength

    def share_in(self, regions: Iterable[str]) -> float:
        """Share 0-1 of the pain that lies in some named regions of this side."""
        names = self.patterns.compiled.regions
        return min(1.0, float(sum(self._in_region[names.index(region)] for region in sorted(regions))))

    @cached_property
    def _in_region(self) -> Floats32:
        """(R,) share of the pain that lies in each region on this side."""
        compiled = self.patterns.compiled
        rows = compiled.side_cells(self.pain.cells, self.side)
        return (self.pain.mass @ compiled.region[rows]) * np.float32(1 / 255)

    def reached(self) -> Floats32:
        """(m,) how much of each cell lies in some pattern, spillover in full."""
        return _reach(self._essential, self._spillover)

    def reached_by(self, columns: Sequence[int]) -> Floats32:
        """(m,) how much of each cell lies in the patterns of these columns, spillover in full."""
        at = np.searchsorted(self.active, columns)
        return _reach(self._essential[:, at], self._spillover[:, at])

    def fits(self, prior: Prior) -> Iterator[Fit]:
        """Every muscle that explains enough of the pain to be named."""
        if not len(self.active):
            return
        owner = self.patterns.muscle_of[self.active]
        starts = np.flatnonzero(np.diff(owner, prepend=-1))
        ends = [*starts[1:], len(owner)]
        for start, end in zip(starts.tolist(), ends, strict=True):
            if self.explains[start:end].max() >= FAINT:
                yield self._fit(self.patterns.muscles[owner[start]], range(start, int(end)), prior)

    def _fit(self, muscle: str, at: Sequence[int], prior: Prior) -> Fit:
        """The muscle's best trigger points together: the best one, and those that explain clearly more."""
        points = self.patterns.compiled.points
        weight = {each: prior(*points[self.active[each]]) for each in at}
        alone = {each: self._terms([each]) for each in at}
        order = sorted(at, key=lambda each: (-alone[each].own(weight[each]), each))
        best = order[0]
        chosen, terms = [best], alone[best]
        for each in order[1:]:
            if alone[each].explains < GAIN:  # it can't add more than it explains
                continue
            more = self._terms([*chosen, each])
            if more.explains >= terms.explains + GAIN and more.own() > terms.own():
                chosen, terms = [*chosen, each], more
        taking_part = (*chosen, *(each for each in order if each not in chosen and alone[each].explains >= FAINT))
        essential = self._essential[:, chosen].max(axis=1) * np.float32(1 / 255)
        return Fit(
            muscle=muscle,
            side=self.side,
            shares={points[self.active[each]][1]: alone[each].explains for each in taking_part},
            own=terms.own(weight[best]),
            explains=terms.explains,
            fits=terms.fits,
            pattern=terms.pattern,
            focus=terms.focus,
            essential=float(self.pain.mass @ essential),
            prior=weight[best],
            extent=self.patterns.extent([int(self.active[each]) for each in chosen]),
            columns=tuple(int(self.active[each]) for each in chosen),
            cover=self.strength[:, chosen].max(axis=1),
        )

    def _terms(self, at: list[int]) -> Terms:
        """The terms of some active trigger points together."""
        extent = self.patterns.extent([int(self.active[each]) for each in at])
        if len(at) == 1:
            explains, fits, hurts = (float(each[at[0]]) for each in (self.explains, self.lenient, self.hurts))
        else:
            cover = self.strength[:, at].max(axis=1)
            explains, hurts = float(self.pain.mass @ cover), float(self.pain.hurts @ cover)
            fits = float(fits_of(self.pain, cover[:, None])[0])
        pattern = min(hurts / max(extent, 1e-6), 1.0)
        return Terms(min(explains, 1.0), min(fits, 1.0), pattern, 1 / (1 + extent / FOCUS_CM2))


def _reach(essential: NDArray[np.uint8], spillover: NDArray[np.uint8]) -> Floats32:
    return np.maximum(essential, spillover).max(axis=1, initial=0) * np.float32(1 / 255)
