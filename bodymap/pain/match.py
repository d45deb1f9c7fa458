"""From a pain drawing to the sources that are known to send pain there. docs/matching.md explains the formula.

For every trigger point, on each side:

    explains = share of the pain that lies in its pattern (spillover counts less, stronger pain counts more)
    pattern  = share of its pattern that hurts, in cm² of real skin
    focus    = 1 / (1 + size of the pattern / 600 cm²)
    own      = explains x (0.5 + 0.3 sqrt(pattern) + 0.2 focus)
    score    = own + 0.25 x explains x what its best linked partner adds
                   + 0.15 x share of the marks whose quality is described with it, where it or that partner reaches
                   + 0.20 if it is in the smallest set that explains the drawing (together.py)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from bodymap.atlas.compile import Compiled
from bodymap.atlas.load import Atlas
from bodymap.atlas.model import Link
from bodymap.body.surface import Side
from bodymap.pain.drawing import Mark, Pain, pain_of

FOCUS_CM2 = 600.0
BASE, PATTERN, FOCUS = 0.5, 0.3, 0.2
PARTNER, QUALITY = 0.25, 0.15
GAIN = 0.05
"""A further trigger point of the same muscle is listed as taking part when it explains this much more of the pain."""
FAINT = 0.02
"""A source that explains less than this share of the pain is left out."""
REACH = 0.1
"""A pattern reaches a mark when it explains at least this share of it."""
SIDES: tuple[Side, Side] = ("right", "left")

Floats32 = NDArray[np.float32]


@dataclass(frozen=True)
class Partner:
    """A linked source that explains what this one leaves over; ``adds`` is the share of the pain that it adds."""

    muscle: str
    kind: str
    adds: float
    cover: Floats32 = field(repr=False, compare=False)


@dataclass(frozen=True)
class Candidate:
    """A muscle on one side as a source of the drawing: its score 0-1 and the terms that it is made of."""

    muscle: str
    side: Side
    trigger_points: tuple[str, ...]
    score: float
    explains: float
    pattern: float
    focus: float
    essential: float
    partner: Partner | None = None
    qualities: tuple[str, ...] = ()
    stable: bool | None = None
    cover: Floats32 = field(repr=False, compare=False, default_factory=lambda: np.zeros(0, np.float32))


@dataclass(frozen=True, eq=False)
class Ranking:
    """All candidates, best first, over the pain they were ranked for; ``unexplained`` (m,) cm² per touched cell."""

    pain: Pain
    candidates: tuple[Candidate, ...]
    unexplained: Floats32

    @property
    def unexplained_cm2(self) -> float:
        """Marked skin that lies in no pattern of the whole atlas."""
        return float(self.unexplained.sum())


def rank(atlas: Atlas, compiled: Compiled, drawing: Sequence[Mark]) -> Ranking:
    """Rank every muscle on both sides by what it explains alone and with its partners. Deterministic."""
    pain = pain_of(drawing, compiled.surface)
    if not len(pain.cells):
        return Ranking(pain, (), np.zeros(0, np.float32))
    sides = [_OneSide(compiled, pain, side) for side in SIDES]
    muscles = _columns_by_muscle(compiled)
    found = [
        side.candidate(muscle, columns)
        for side in sides
        for muscle, columns in muscles.items()
        if side.explains[columns].max() >= FAINT
    ]
    drawn = [mark for mark in drawing if mark.region.weights.any()]
    linked = [_with_partner(atlas, each, found, pain) for each in found]
    scored = in_order(_with_qualities(atlas, each, drawn, pain) for each in linked)
    return Ranking(pain, scored, np.min([side.uncovered() for side in sides], axis=0))


def in_order(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Best first; ties go to the smaller pattern, then by name, then right before left."""
    return tuple(
        sorted(candidates, key=lambda each: (-round(each.score, 6), -each.focus, each.muscle, each.side != "right"))
    )


def own_score(explains: float, pattern: float, focus: float) -> float:
    """The part of the score that a source earns alone, 0-1."""
    return explains * (BASE + PATTERN * pattern**0.5 + FOCUS * focus)


def _columns_by_muscle(compiled: Compiled) -> dict[str, NDArray[np.intp]]:
    columns: dict[str, list[int]] = {}
    for index, (muscle, _) in enumerate(compiled.points):
        columns.setdefault(muscle, []).append(index)
    return {muscle: np.array(indices) for muscle, indices in columns.items()}


class _OneSide:
    """All patterns on one side against the pain: rows are the touched cells (m,), columns the trigger points (T,)."""

    def __init__(self, compiled: Compiled, pain: Pain, side: Side) -> None:
        self.compiled, self.pain, self.side = compiled, pain, side
        self.rows = compiled.side_cells(pain.cells, side)
        self.strength = compiled.strength(self.rows)
        self.explains = pain.mass @ self.strength

    def uncovered(self) -> Floats32:
        """(m,) cm² marked in each cell that no pattern reaches, not even with its spillover."""
        reached = np.maximum(self.compiled.essential[self.rows], self.compiled.spillover[self.rows])
        return self.pain.hurts * (1 - reached.max(axis=1, initial=0) / np.float32(255))

    def candidate(self, muscle: str, columns: NDArray[np.intp]) -> Candidate:
        """The muscle's best trigger points together: the best one, and those that explain clearly more."""
        alone = {int(column): self._terms([int(column)]) for column in columns}
        order = sorted(alone, key=lambda column: (-own_score(*alone[column]), column))
        chosen, terms = order[:1], alone[order[0]]
        for column in order[1:]:
            more = self._terms([*chosen, column])
            if more[0] >= terms[0] + GAIN and own_score(*more) > own_score(*terms):
                chosen, terms = [*chosen, column], more
        taking_part = (*chosen, *(each for each in order if each not in chosen and alone[each][0] >= FAINT))
        essential = self.compiled.essential[self.rows][:, chosen].max(axis=1) / np.float32(255)
        return Candidate(
            muscle=muscle,
            side=self.side,
            trigger_points=tuple(self.compiled.points[column][1] for column in taking_part),
            score=own_score(*terms),
            explains=terms[0],
            pattern=terms[1],
            focus=terms[2],
            essential=float(self.pain.mass @ essential),
            cover=self.strength[:, chosen].max(axis=1),
        )

    def _terms(self, columns: list[int]) -> tuple[float, float, float]:
        """explains, pattern and focus of some trigger points together."""
        cover = self.strength[:, columns].max(axis=1)
        extent = self.compiled.joint_extent(columns)
        explains = float(self.pain.mass @ cover)
        return explains, float(self.pain.hurts @ cover) / max(extent, 1e-6), 1 / (1 + extent / FOCUS_CM2)


def _with_partner(atlas: Atlas, candidate: Candidate, found: Sequence[Candidate], pain: Pain) -> Candidate:
    """Add what the best linked source on the same side explains of the rest."""
    best: Partner | None = None
    for other in found:
        link = link_between(atlas, candidate.muscle, other.muscle) if other.side == candidate.side else None
        if link is None:
            continue
        adds = float(pain.mass @ np.maximum(other.cover - candidate.cover, 0))
        if adds >= GAIN and (best is None or (-adds, other.muscle) < (-best.adds, best.muscle)):
            best = Partner(other.muscle, link.kind, adds, other.cover)
    if best is None:
        return candidate
    score = candidate.score + PARTNER * best.adds * candidate.explains
    return replace(candidate, partner=best, score=min(score, 1.0))


def link_between(atlas: Atlas, one: str, other: str) -> Link | None:
    """The link from one muscle to another that the atlas knows, or the one back."""
    for start, end in ((one, other), (other, one)):
        for link in atlas.muscles[start].links:
            if link.to == end:
                return link
    return None


def _with_qualities(atlas: Atlas, candidate: Candidate, drawn: Sequence[Mark], pain: Pain) -> Candidate:
    """Count the marks that feel as pain from this muscle is described, where it or its partner reaches."""
    known = {note.quality for note in atlas.muscles[candidate.muscle].qualities}
    cover = candidate.cover if candidate.partner is None else np.maximum(candidate.cover, candidate.partner.cover)
    reached = pain.marks @ cover >= REACH
    said = [
        mark.qualities & known for mark, near in zip(drawn, reached, strict=True) if near and mark.qualities & known
    ]
    if not said:
        return candidate
    score = min(candidate.score + QUALITY * len(said) / len(drawn), 1.0)
    return replace(candidate, qualities=tuple(sorted(frozenset().union(*said))), score=score)
