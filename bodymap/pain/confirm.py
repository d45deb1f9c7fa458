"""What to ask next: where to press, and the few questions that tell the sources in the list apart.

Pressing comes first: that a spot is tender and that pressing it gives one's own pain are the signs on which two
examiners agree best (kappa 0.68 and 0.58 in a meta-analysis, doi 10.1097/AJP.0000000000000459), and the second is what
tells an active trigger point from a merely sore one in the consensus of experts (doi 10.1093/pm/pnx207).

A question is worth what its answer is expected to tell about which source it is: the mutual information between the
two, in bits, with the scores of the best sources taken as their shares and the likelihoods of evidence.py. Questions
are chosen one after the other, each for what it adds to those before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, get_args

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bodymap.atlas.model import Quality
from bodymap.body.surface import Side
from bodymap.pain.drawing import TIMINGS, Mark
from bodymap.pain.evidence import YES_IF_DESCRIBED, YES_OTHERWISE, Evidence
from bodymap.pain.known import Known
from bodymap.pain.match import Candidate

PRESSED_AT_ONCE, ASKED_AT_ONCE = 4, 3
FIRST = 3
"""The first sources of the list are pressed, and whatever else is in the set that explains the drawing."""
TOLD_APART = 8
"""How many of the best sources the questions are to tell apart."""
LEAST_BITS = 0.005
"""A question that is expected to tell less is not put."""
FURTHER = 0.5
"""After a point that gave nothing, another one is tried if it explains this share of what the muscle's best does."""

QUALITY_ASKED: dict[Quality, str] = {
    "aching": "Does it ache?",
    "burning": "Does it burn?",
    "tingling": "Does it tingle?",
    "numb": "Does it feel numb?",
    "sharp": "Is it a sharp, stabbing pain?",
    "throbbing": "Does it throb?",
    "deep": "Does it feel deep inside?",
    "stiff": "Does it feel stiff?",
    "cramping": "Does it cramp?",
    "swollen": "Does it feel swollen?",
    "hot": "Does it feel hot?",
    "weak": "Does it feel weak?",
}

Floats = NDArray[np.float64]


class Question(Struct, frozen=True):
    """Something to find out. ``ask`` is the English sentence.

    "press": press trigger point ``about`` of ``muscle`` on ``side``: is it tender, and is it your pain? "factor" and
    "quality": a yes or no about the factor or quality ``about``; ``bits`` is what the answer is expected to tell.
    """

    kind: Literal["press", "factor", "quality"]
    about: str
    ask: str
    muscle: str = ""
    side: Side | None = None
    bits: float = 0.0


def questions(
    known: Known,
    candidates: Sequence[Candidate],
    members: Sequence[Candidate],
    drawn: Sequence[Mark],
    evidence: Evidence,
) -> tuple[Question, ...]:
    """The press checks for the best of ``candidates`` (in order) and for ``members``, then up to three questions."""
    chosen = {(each.muscle, each.side) for each in members}
    tried = [each for at, each in enumerate(candidates) if at < FIRST or (each.muscle, each.side) in chosen]
    presses = [each for each in (_press(known, candidate, evidence) for candidate in tried) if each]
    return (*presses[:PRESSED_AT_ONCE], *_asked(known, candidates[:TOLD_APART], drawn, evidence))


def _press(known: Known, candidate: Candidate, evidence: Evidence) -> Question | None:
    """Where to press for a source: its best point that was not tried; nowhere once a point of it gave the pain."""
    found = evidence.found(candidate.muscle, candidate.side)
    if any(each.familiar for each in found.values()):
        return None
    shares = candidate.fit.shares
    most = max(shares.values())
    for point, share in shares.items():
        if point in found or share < FURTHER * most:
            continue
        muscle = known.atlas.muscles[candidate.muscle]
        name = next(each.name for each in muscle.trigger_points if each.id == point)
        where = f"{muscle.name}, {candidate.side}" + (f" ({name.lower()})" if len(muscle.trigger_points) > 1 else "")
        ask = f"Press {where}: is it tender there, and is it your pain?"
        return Question("press", point, ask, candidate.muscle, candidate.side)
    return None


def _asked(known: Known, candidates: Sequence[Candidate], drawn: Sequence[Mark], evidence: Evidence) -> list[Question]:
    if len(candidates) < 2:
        return []
    shares = np.array([each.score for each in candidates])
    left = _possible(known, candidates, drawn, evidence)
    joint = (shares / shares.sum())[:, None]  # (K, combinations of answers so far)
    chosen: list[Question] = []
    while left and len(chosen) < ASKED_AT_ONCE:
        told = _information(joint)
        gains = [(_information(_answered(joint, described)) - told, described, make) for described, make in left]
        best = max(range(len(gains)), key=lambda at: (round(gains[at][0], 9), -at))
        bits, described, make = gains[best]
        if bits < LEAST_BITS:
            break
        chosen.append(make(bits))
        joint = _answered(joint, described)
        del left[best]
    return chosen


def _possible(
    known: Known, candidates: Sequence[Candidate], drawn: Sequence[Mark], evidence: Evidence
) -> list[tuple[NDArray[np.bool_], Callable[[float], Question]]]:
    """Every question that could be put, in the order of the atlas: whom it is described for, and its maker."""
    facts = [known.facts(each.muscle) for each in candidates]
    settled = {each.factor for each in evidence.factors}
    if any(mark.timing for mark in drawn):
        settled.update(TIMINGS)
    felt = {each.quality for each in evidence.qualities}.union(*(mark.qualities for mark in drawn))
    found: list[tuple[NDArray[np.bool_], Callable[[float], Question]]] = []
    for factor in known.atlas.factors.values():
        if factor.id not in settled:
            described = np.array([factor.id in each.factors for each in facts])
            found.append((described, _maker("factor", factor.id, factor.ask)))
    for quality in get_args(Quality):
        if quality not in felt:
            described = np.array([quality in each.qualities for each in facts])
            found.append((described, _maker("quality", quality, QUALITY_ASKED[quality])))
    return [each for each in found if each[0].any() and not each[0].all()]


def _maker(kind: Literal["factor", "quality"], about: str, ask: str) -> Callable[[float], Question]:
    return lambda bits: Question(kind, about, ask, bits=bits)


def _answered(joint: Floats, described: NDArray[np.bool_]) -> Floats:
    """Shares of source and answers (K, n) with the yes and no to one more question (K, 2n)."""
    yes = np.where(described, YES_IF_DESCRIBED, YES_OTHERWISE)[:, None]
    return np.concatenate([joint * yes, joint * (1 - yes)], axis=1)


def _information(joint: Floats) -> float:
    """Mutual information in bits between the rows and the columns of a table of shares that add up to 1."""
    apart = joint.sum(axis=1, keepdims=True) * joint.sum(axis=0, keepdims=True)
    held = joint > 0
    return float((joint[held] * np.log2(joint[held] / apart[held])).sum())
