"""Joint explanation: the smallest set of sources that together explain a drawing.

A weighted cover: every set of up to four of the best candidates is worth the share of the pain that their patterns
explain together, minus a price for each further source, which is lower for those that are linked. A little is added
for each member whose pain is described the way a mark feels that it or a linked member reaches, and for what pressing
and questions showed of each. Ties go to the smaller set, then to the one whose members rank higher.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from bodymap.pain.evidence import as_score, with_odds
from bodymap.pain.known import Known
from bodymap.pain.match import REACH, Candidate, Ranking, in_order

CONSIDERED = 12
LARGEST = 4
PRICE = 0.12
"""Share of the pain that a further source must explain to be worth naming."""
LINKED_PRICE = 0.07
"""The same for a source that is known to go with another one of the set on the same side."""
CROWD = 0.25
"""Each source after the second makes all of them dearer by this share: three names must be worth more than two."""
LEAST = 0.02
"""A further source that explains less than this of what the others leave is no part of the answer."""
DESCRIBED = 0.12
"""What a member adds whose pain is described as a mark feels that it or a linked member reaches."""
SHOWN = 0.12
"""What a member adds for each e-fold that pressing weighs for it, and loses for each against it."""
MEMBER = 0.6
"""What being in the set adds to the total of a source where several places are marked."""
MEMBER_OF_ONE = 0.05
"""The same for one mark: rivals for the same place are no worse for not being in the set."""
RANK_WEIGHT = 0.05
"""Own scores decide between sets that explain the same."""

FEW_CELLS = 256
_MIX = np.array([pow(0x9E3779B97F4A7C15, power, 1 << 62) | 1 for power in range(1, CONSIDERED + 1)], np.int64)
"""Odd factors that make one number of a cell's strengths in all patterns; two that differ hardly ever get the same."""

Ints = NDArray[np.intp]
Floats32 = NDArray[np.float32]
Floats = NDArray[np.float64]


class _Sets(Struct, frozen=True, eq=False):
    """Every set of up to LARGEST of some candidates (n,), small ones first, in lexical order.

    ``members`` (n, LARGEST) are their indices, a missing one given as the first again; ``holds`` (n, LARGEST) says
    which are there, ``inside`` (n, count) the same by candidate. ``start`` (n,) is the index of the set without its
    last member. ``without`` (n, LARGEST) are the indices of the sets that lack one member, or of the set itself for
    none; ``size`` (n,) is how many there are.
    """

    members: Ints
    holds: NDArray[np.bool_]
    inside: NDArray[np.bool_]
    start: Ints
    without: Ints
    size: Ints


@lru_cache(maxsize=CONSIDERED)
def _sets(count: int) -> _Sets:
    listed = [each for size in range(1, LARGEST + 1) for each in combinations(range(count), size)]
    size = np.array([len(each) for each in listed])
    members = np.array([each + each[:1] * (LARGEST - len(each)) for each in listed])
    holds = np.arange(LARGEST) < size[:, None]
    inside = np.zeros((len(listed), count), np.bool_)
    np.put_along_axis(inside, members, values=True, axis=1)
    bits = inside @ (1 << np.arange(count))
    index = np.zeros(1 << count, np.intp)
    index[bits] = np.arange(len(listed))
    lacking = holds & (size > 1)[:, None]
    without = index[bits[:, None] - np.where(lacking, 1 << members, 0)]
    start = without[np.arange(len(listed)), size - 1]
    return _Sets(members, holds, inside, start, without, size)


def together(known: Known, ranking: Ranking) -> tuple[Candidate, ...]:
    """The set of sources that explains the drawing best, strongest first; empty when nothing explains any of it."""
    best = sorted(ranking.candidates, key=lambda each: -round(_as_pressed(each), 6))[:CONSIDERED]
    if not best:
        return ()
    sets = _sets(len(best))
    explained = _explained(best, sets, ranking.pain.mass)
    linked = _links(known, best)
    groups = _groups(sets, linked)
    price = LINKED_PRICE * (sets.size - groups) + PRICE * (groups - 1)
    price *= 1 + CROWD * np.maximum(sets.size - 2, 0)
    score = np.array([_as_pressed(each) for each in best])
    shown = np.log([each.weighed.pressed for each in best])
    worth = explained - price + RANK_WEIGHT * (sets.inside @ score) / sets.size + SHOWN * (sets.inside @ shown)
    worth += DESCRIBED * (sets.inside & (sets.inside @ _helps(known, ranking, best, linked).T)).sum(axis=1)
    idle = (sets.size > 1) & (explained - explained[sets.without].max(axis=1, where=sets.holds, initial=0) < LEAST)
    worth[idle] = -np.inf
    chosen = int(np.argmax(np.round(worth, 6)))  # the first of equals
    return tuple(each for each, taken in zip(best, sets.inside[chosen].tolist(), strict=True) if taken)


def _as_pressed(candidate: Candidate) -> float:
    """Its score with what pressing showed. Answers to questions choose no set: they can speak for many sources at once,
    and a yes that is described with one must never cost it its place in the set."""
    return with_odds(as_score(candidate.total), candidate.weighed.pressed)


def _explained(best: Sequence[Candidate], sets: _Sets, mass: Floats32) -> Floats:
    """(n,) share of the pain that each set explains: the strongest pattern counts in each cell."""
    covers, mass = _alike(np.stack([each.cover for each in best]), mass)
    joined = np.empty((len(sets.size), len(mass)), np.float32)
    joined[: len(best)] = covers
    last = sets.members[np.arange(len(sets.size)), sets.size - 1]
    for size in range(2, LARGEST + 1):
        at = slice(*np.searchsorted(sets.size, (size, size + 1)).tolist())
        np.maximum(joined[sets.start[at]], covers[last[at]], out=joined[at])
    return (joined @ mass).astype(np.float64)


def _alike(covers: Floats32, mass: Floats32) -> tuple[Floats32, Floats32]:
    """``covers`` (K, m) and ``mass`` (m,) with the cells that all patterns cover alike taken together.

    A large mark has thousands of cells, most of them wholly inside or outside of each pattern.
    """
    if len(mass) <= FEW_CELLS:
        return covers, mass
    steps = np.round(covers * (255 * 20)).astype(np.int64)  # weights of 1/255, spillover in twentieths of them
    _, first, groups = np.unique(_MIX[: len(covers)] @ steps, return_index=True, return_inverse=True)
    return covers[:, first], np.bincount(groups, mass).astype(np.float32)


def _groups(sets: _Sets, linked: NDArray[np.bool_]) -> Ints:
    """(n,) how many groups of linked sources each set falls into."""
    bit = np.int64(1) << np.arange(len(linked))
    near = (linked | np.eye(len(linked), dtype=np.bool_)) @ bit
    own = bit[sets.members]
    reached = near[sets.members] & (sets.inside @ bit)[:, None]
    for _ in range(2):  # each time the way doubles: 2, then 4 links, and a chain of four has three
        grown = reached.copy()
        for other in range(LARGEST):
            grown |= np.where(reached & own[:, other, None], reached[:, other, None], 0)
        reached = grown
    return ((reached & np.negative(reached) == own) & sets.holds).sum(axis=1)  # the first of each group counts it


def _helps(known: Known, ranking: Ranking, best: Sequence[Candidate], linked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(K, K) whether a mark that feels as one's pain is described is reached by the other: itself or linked."""
    felt = [(row, mark.qualities) for row, mark in enumerate(ranking.drawn) if mark.qualities]
    if not felt:
        return np.zeros_like(linked)
    near = ranking.pain.marks[[row for row, _ in felt]] @ np.stack([each.cover for each in best]).T >= REACH
    qualities = [known.facts(each.muscle).qualities.keys() for each in best]
    described = np.array([[not said.isdisjoint(each) for _, said in felt] for each in qualities])
    return (described @ near) & (linked | np.eye(len(best), dtype=np.bool_))


def _links(known: Known, candidates: Sequence[Candidate]) -> NDArray[np.bool_]:
    return np.array(
        [
            [one.side == other.side and known.link(one.muscle, other.muscle) is not None for other in candidates]
            for one in candidates
        ]
    )


def explained_by(ranking: Ranking, members: Sequence[Candidate]) -> float:
    """Share 0-1 of the pain that these sources explain together."""
    return float(np.max([member.cover for member in members], axis=0) @ ranking.pain.mass) if members else 0.0


def led_by(members: Sequence[Candidate], ranking: Ranking) -> tuple[Candidate, ...]:
    """The ranking with the members of the set raised: what answers the whole drawing comes before its rivals."""
    chosen = {(member.muscle, member.side) for member in members}
    adds = MEMBER if len(ranking.drawn) > 1 else MEMBER_OF_ONE
    return in_order(
        replace(each, total=each.total + adds) if (each.muscle, each.side) in chosen else each
        for each in ranking.candidates
    )
