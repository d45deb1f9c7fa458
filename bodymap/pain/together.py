"""Joint explanation: the smallest set of sources that together explain a drawing.

Every set of up to three of the best candidates is weighed: the share of the pain that their patterns explain together,
minus a price for each further source, which is lower for those that are linked, plus a little for each member whose
pain is described the way a mark that the set reaches feels. Ties go to the set whose members rank higher.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from bodymap.atlas.load import Atlas
from bodymap.pain.drawing import Mark, Pain
from bodymap.pain.match import REACH, Candidate, in_order, link_between

_Set = tuple[int, ...]

CONSIDERED = 12
LARGEST = 3
PRICE = 0.12
"""Share of the pain that a further source must explain to be worth naming."""
LINKED_PRICE = 0.07
"""The same for a source that is known to go with another one of the set on the same side."""
LEAST = 0.02
"""A further source that explains less than this of what the others leave is no part of the answer."""
DESCRIBED = 0.12
"""What a member adds whose pain is described as a mark feels that the set reaches."""
MEMBER = 0.20
"""What being in the set adds to a source's score."""
RANK_WEIGHT = 0.05
"""Own scores decide between sets that explain the same."""


def together(
    atlas: Atlas, pain: Pain, candidates: Sequence[Candidate], drawing: Sequence[Mark] = ()
) -> tuple[Candidate, ...]:
    """The set of sources that explains the drawing best, strongest first; empty when nothing explains any of it."""
    best = candidates[:CONSIDERED]
    if not best:
        return ()
    sets = [each for size in range(1, LARGEST + 1) for each in combinations(range(len(best)), size)]
    explained, said = _covered(best, sets, pain, [mark.qualities for mark in drawing if mark.region.weights.any()])
    linked = _links(atlas, best)
    described = [{note.quality for note in atlas.muscles[each.muscle].qualities} for each in best]

    def worth(members: tuple[int, ...]) -> float:
        for member in members if len(members) > 1 else ():
            without = tuple(each for each in members if each != member)
            if explained[members] - explained[without] < LEAST:
                return -1.0
        groups = _groups(members, linked)
        price = LINKED_PRICE * (len(members) - groups) + PRICE * (groups - 1)
        fitting = sum(bool(described[member] & said[members]) for member in members)
        rank = sum(best[member].score for member in members) / len(members)
        return explained[members] - price + DESCRIBED * fitting + RANK_WEIGHT * rank

    chosen = max(sets, key=lambda members: (round(worth(members), 6), [-i for i in members]))
    return tuple(best[i] for i in chosen)


def _covered(
    best: Sequence[Candidate], sets: Sequence[_Set], pain: Pain, felt: Sequence[frozenset[str]]
) -> tuple[dict[_Set, float], dict[_Set, frozenset[str]]]:
    """For each set: the share of the pain it explains, and what the marks that it reaches feel like."""
    covers = np.stack([candidate.cover for candidate in best])
    padded = np.array([members + members[:1] * (LARGEST - len(members)) for members in sets])
    joined = covers[padded].max(axis=1)
    explained = dict(zip(sets, (joined @ pain.mass).tolist(), strict=True))
    if not any(felt):
        return explained, dict.fromkeys(sets, frozenset())
    reached = (pain.marks @ joined.T >= REACH).T.tolist()
    said = [frozenset().union(*(feels for feels, near in zip(felt, row, strict=True) if near)) for row in reached]
    return explained, dict(zip(sets, said, strict=True))


def _groups(members: _Set, linked: list[list[bool]]) -> int:
    """How many groups of linked sources a set falls into."""
    groups: list[set[int]] = []
    for member in members:
        near = [group for group in groups if any(linked[member][other] for other in group)]
        groups = [group for group in groups if group not in near] + [{member}.union(*near)]
    return len(groups)


def explained_by(pain: Pain, members: Sequence[Candidate]) -> float:
    """Share 0-1 of the pain that these sources explain together."""
    return float(np.max([member.cover for member in members], axis=0) @ pain.mass) if members else 0.0


def led_by(members: Sequence[Candidate], candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The ranking with the members of the set raised: what answers the whole drawing comes before its rivals."""
    chosen = {(member.muscle, member.side) for member in members}
    return in_order(
        replace(each, score=min(each.score + MEMBER, 1.0)) if (each.muscle, each.side) in chosen else each
        for each in candidates
    )


def _links(atlas: Atlas, candidates: Sequence[Candidate]) -> list[list[bool]]:
    return [
        [one.side == other.side and link_between(atlas, one.muscle, other.muscle) is not None for other in candidates]
        for one in candidates
    ]
