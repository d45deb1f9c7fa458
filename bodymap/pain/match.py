"""From a pain drawing to the sources that are known to send pain there. docs/matching.md explains the formula.

For every muscle, on each side, with the trigger points of it that explain most (patterns.py):

    explains = share of the pain that lies in its pattern (spillover counts less, stronger pain counts more)
    pattern  = share of its pattern that hurts, in cm² of real skin
    focus    = 1 / (1 + size of the pattern / 600 cm²)
    fits     = share of each mark that lies in its pattern, to the power 0.6, over all marks
    own      = fits x (0.5 + 0.3 sqrt(pattern) + 0.2 focus) x how often it is found and best known here (known.py)
    total    = own + 0.25 x explains x what its best linked partner adds
                   + 0.15 x share of the marks whose quality is described with it, where it or a linked source reaches
                   + 0.06 x share of the marks that hurt when its pain is described to, where they reach
             all of that x 0.4 to 1 where the same muscle of the other side explains more (docs/matching.md)
                   + 0.60 if it is in the smallest set that explains the drawing (0.05 for one mark; together.py)
    score    = the total kept below 1, its odds x what pressing and questions showed (evidence.py)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, partial

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from bodymap.atlas.compile import Compiled
from bodymap.atlas.load import Atlas
from bodymap.atlas.model import FrequencyLevel
from bodymap.body.surface import Side
from bodymap.pain.drawing import Mark, Pain, pain_of
from bodymap.pain.evidence import NOTHING_SAID, UNTOUCHED, Evidence, Weighed, as_score, finding_weight, weigh, with_odds
from bodymap.pain.known import LEADING, Facts, Known
from bodymap.pain.patterns import FAINT, GAIN, Fit, OneSide, Patterns, own_score

__all__ = ["FAINT", "GAIN", "Candidate", "Matcher", "Partner", "Ranking", "in_order", "own_score"]

PARTNER, QUALITY, TIMING = 0.25, 0.15, 0.06
WORTH_NAMING = 0.25
"""Share of the pain that must lie in a region for it to be said that a source is best known there."""
ECHO = 0.4
"""What is left of a muscle's total when its twin on the other side explains all that it does, and more: patterns that
cross the middle would else take two places in a list of ten."""
NEAR = 0.05
"""How much more of the pain a muscle on the side that does not hurt must explain to stand for both."""
REACH = 0.1
"""A pattern reaches a mark when it explains at least this share of it."""
SIDES: tuple[Side, Side] = ("right", "left")
OTHER: dict[Side, Side] = {"right": "left", "left": "right"}

Floats32 = NDArray[np.float32]


class Partner(Struct, frozen=True):
    """A linked source that explains what this one leaves over; ``adds`` is the share of the pain that it adds."""

    muscle: str
    kind: str
    adds: float


class Candidate(Struct, frozen=True, dict=True):
    """A muscle on one side as a source of the drawing: the fit it rests on and what else went into its ``total``.

    ``qualities`` and ``timing`` are what marks that it reaches have in common with its description; ``frequency`` is
    that of its best trigger point, which is best known for pain in the regions ``leads_in``; ``heard``
    0-1 is what counts of it beside the same muscle of the other side; ``stable`` is worked out apart (stability.py).
    """

    fit: Fit
    trigger_points: tuple[str, ...]
    total: float
    partner: Partner | None = None
    frequency: FrequencyLevel | None = None
    leads_in: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    timing: tuple[str, ...] = ()
    weighed: Weighed = UNTOUCHED
    heard: float = 1.0
    stable: bool | None = None

    @cached_property
    def score(self) -> float:
        """0-1, comparable within one answer."""
        return with_odds(as_score(self.total), self.weighed.weight)

    @property
    def muscle(self) -> str:
        """The muscle's id."""
        return self.fit.muscle

    @property
    def side(self) -> Side:
        """The side it is on."""
        return self.fit.side

    @property
    def explains(self) -> float:
        """Share 0-1 of the pain that lies in its pattern."""
        return self.fit.explains

    @property
    def pattern(self) -> float:
        """Share 0-1 of its pattern that hurts."""
        return self.fit.pattern

    @property
    def cover(self) -> Floats32:
        """(m,) how strongly each touched cell belongs to its pattern."""
        return self.fit.cover


class Ranking(Struct, frozen=True, eq=False):
    """All candidates, best first, over the pain they were ranked for.

    ``unexplained`` (m,) cm² of each touched cell lie in no pattern of the whole atlas; ``drawn`` are the marks with
    skin, as the rows of ``pain.marks``; ``sides`` the patterns that touch the pain.
    """

    pain: Pain
    drawn: tuple[Mark, ...]
    candidates: tuple[Candidate, ...]
    unexplained: Floats32
    sides: tuple[OneSide, ...] = ()

    @property
    def unexplained_cm2(self) -> float:
        """Marked skin that lies in no pattern of the whole atlas."""
        return float(self.unexplained.sum())

    def open_share(self, unexplained: Floats32) -> Floats32:
        """(m,) ``unexplained`` cm² of each cell as the share of what is marked in it."""
        return (unexplained / np.maximum(self.pain.hurts, 1e-9)).astype(np.float32)


class Matcher:
    """Ranks sources for drawings on one figure; keeps what it has looked up."""

    def __init__(self, atlas: Atlas, compiled: Compiled) -> None:
        self.known = Known(atlas)
        self.patterns = Patterns(compiled)
        self.surface = compiled.surface

    def prior(self, muscle: str, point: str) -> float:
        """How the own score of a trigger point is weighted for how often it is found."""
        return self.known.facts(muscle).prior(point)

    def _prior_here(self, side: OneSide, muscle: str, point: str) -> float:
        """The same, more where the pain lies in regions that the trigger point is best known for."""
        regions = self.known.facts(muscle).known_for[point]
        return self.prior(muscle, point) * (1 + (LEADING * side.share_in(regions) if regions else 0.0))

    def rank(self, drawing: Sequence[Mark], evidence: Evidence = NOTHING_SAID) -> Ranking:
        """Every muscle on both sides by what it explains alone and with its partners. Deterministic."""
        pain = pain_of(drawing, self.surface)
        drawn = tuple(mark for mark in drawing if mark.region.weights.any())
        if not len(pain.cells):
            return Ranking(pain, (), (), np.zeros(0, np.float32))
        sides = tuple(OneSide(self.patterns, pain, side) for side in SIDES)
        fits = [fit for side in sides for fit in side.fits(partial(self._prior_here, side))]
        unexplained = pain.hurts * (1 - np.maximum(*(side.reached() for side in sides)))
        if not fits:
            return Ranking(pain, drawn, (), unexplained, sides)
        covers = np.stack([fit.cover for fit in fits])
        linked = self._links(fits)
        partners = self._partners(fits, covers, linked, pain)
        telling = self._telling(covers, linked, drawn, pain)
        heard = self._heard_beside_twins(fits, covers, pain)
        lies_on = {side.side: side for side in sides}
        candidates = []
        for fit, partner, near, share in zip(fits, partners, telling, heard, strict=True):
            found = self._candidate(fit, partner, near, evidence, len(drawn))
            leads_in = self._leads(fit, lies_on[fit.side])
            candidates.append(replace(found, total=found.total * share, leads_in=leads_in, heard=share))
        return Ranking(pain, drawn, in_order(candidates), unexplained, sides)

    def _leads(self, fit: Fit, side: OneSide) -> tuple[str, ...]:
        """The regions that its best trigger point is known for and that hold a good part of the pain."""
        regions = self.known.facts(fit.muscle).known_for[fit.trigger_points[0]]
        return tuple(region for region in regions if side.share_in([region]) >= WORTH_NAMING)

    def _links(self, fits: Sequence[Fit]) -> NDArray[np.bool_]:
        """(K, K) which fits are linked: known to go with each other, on the same side."""
        linked = np.zeros((len(fits), len(fits)), np.bool_)
        at = {(fit.muscle, fit.side): index for index, fit in enumerate(fits)}
        for index, fit in enumerate(fits):
            for other in self.known.facts(fit.muscle).links:
                there = at.get((other, fit.side))
                if there is not None:
                    linked[index, there] = linked[there, index] = True
        return linked

    def _partners(
        self, fits: Sequence[Fit], covers: Floats32, linked: NDArray[np.bool_], pain: Pain
    ) -> list[Partner | None]:
        """For each fit the linked one that explains most of what it leaves over."""
        enough = np.array([fit.explains >= GAIN for fit in fits])
        ones, others = np.nonzero(linked & enough)
        adds = np.maximum(covers[others] - covers[ones], 0) @ pain.mass
        best: list[Partner | None] = [None] * len(fits)
        for one, other, more in zip(ones.tolist(), others.tolist(), adds.tolist(), strict=True):
            held, name = best[one], fits[other].muscle
            if more >= GAIN and (held is None or (-more, name) < (-held.adds, held.muscle)):
                link = self.known.link(fits[one].muscle, name)
                best[one] = Partner(name, link.kind if link else "travels_with", more)
        return best

    @staticmethod
    def _telling(covers: Floats32, linked: NDArray[np.bool_], drawn: Sequence[Mark], pain: Pain) -> list[list[Mark]]:
        """For each fit the marks that it or a linked one reaches, of those that say how or when they hurt."""
        rows = [index for index, mark in enumerate(drawn) if mark.qualities or mark.timing]
        if not rows:
            return [[] for _ in covers]
        reached = covers @ pain.marks[rows].T >= REACH
        near = (reached | (linked @ reached)).tolist()
        return [[drawn[row] for row, is_near in zip(rows, each, strict=True) if is_near] for each in near]

    def _heard_beside_twins(self, fits: Sequence[Fit], covers: Floats32, pain: Pain) -> list[float]:
        """For each fit what is left of its total: all of it, or less where the same muscle of the other side explains
        more of the pain, down to ECHO when this side explains nothing beyond that. Of twins that explain nearly
        the same the one on the side of the pain stands for both."""
        on_right = float(pain.mass[self.surface.side[pain.cells] < 0].sum())
        hurts: dict[Side, float] = {"right": on_right, "left": float(pain.mass.sum()) - on_right}
        at = {(fit.muscle, fit.side): index for index, fit in enumerate(fits)}
        left = [1.0] * len(fits)
        for index, fit in enumerate(fits):
            there = at.get((fit.muscle, OTHER[fit.side]))
            if there is None:
                continue
            twin = fits[there]
            if round(twin.explains + NEAR * hurts[twin.side], 6) > round(fit.explains + NEAR * hurts[fit.side], 6):
                beyond = float(np.maximum(covers[index] - covers[there], 0) @ pain.mass)
                left[index] = ECHO + (1 - ECHO) * min(beyond / fit.explains, 1.0)
        return left

    def _candidate(
        self, fit: Fit, partner: Partner | None, near: Sequence[Mark], evidence: Evidence, marks: int
    ) -> Candidate:
        """The fit with all that else speaks for it or against it."""
        facts = self.known.facts(fit.muscle)
        feels, times = facts.qualities.keys(), facts.factors.keys()
        alike = [mark.qualities & feels for mark in near if not mark.qualities.isdisjoint(feels)]
        timely = [mark.timing & times for mark in near if not mark.timing.isdisjoint(times)]
        total = fit.own + PARTNER * fit.explains * (partner.adds if partner else 0.0)
        total += QUALITY * len(alike) / marks + TIMING * len(timely) / marks
        weighed, points = self._weighed(fit, facts, evidence)
        frequency = facts.frequency[fit.trigger_points[0]]
        return Candidate(
            fit=fit,
            trigger_points=points,
            total=total,
            partner=partner,
            frequency=frequency.level if frequency else None,
            qualities=tuple(sorted(frozenset().union(*alike))),
            timing=tuple(sorted(frozenset().union(*timely))),
            weighed=weighed,
        )

    @staticmethod
    def _weighed(fit: Fit, facts: Facts, evidence: Evidence) -> tuple[Weighed, tuple[str, ...]]:
        """What the evidence weighs for the muscle, and its points with those that gave the pain first."""
        if not evidence:
            return UNTOUCHED, fit.trigger_points
        found = evidence.found(fit.muscle, fit.side)
        weighed = weigh(facts, fit.shares, found, evidence)
        weights = {point: finding_weight(found[point]) if point in found else 1.0 for point in fit.trigger_points}
        return weighed, tuple(sorted(fit.trigger_points, key=lambda point: -weights[point]))


def in_order(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Best first; ties go to the smaller pattern, then by name, then right before left."""
    return tuple(sorted(candidates, key=_place))


def _place(each: Candidate) -> tuple[float, float, str, bool]:
    return -round(each.score, 6), -each.fit.focus, each.muscle, each.side != "right"
