"""What a person says when asked: press checks and answers to questions, and how much each weighs for a source.

An answer multiplies the *odds* of a source's score. So it can make a fair match a good one, and two answers count the
same in whatever order they come; but what explains nothing has no odds to multiply, and no single answer decides alone.
The numbers are judgement, bounded on purpose; docs/matching.md says what they rest on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bodymap.body.surface import Side

if TYPE_CHECKING:
    from bodymap.pain.known import Facts  # the window knows evidence before it reads the atlas

TENDER, NOT_TENDER = 1.5, 0.25
"""Many spots of healthy people are tender, but a trigger point that is not tender is hardly one."""
FAMILIAR, NOT_FAMILIAR = 3.0, 0.5
"""That pressing gives the very pain is what tells a point that causes it from one that is only sore."""
YES_IF_DESCRIBED, YES_OTHERWISE = 0.7, 0.5
"""How likely a yes is for a factor or quality that is described with a source, and for any other."""
MOST_BY_ANSWERS = 3.0
"""All answers about factors and qualities together weigh at most this, or one divided by it."""
MOST = 12.0
"""All that was said together weighs at most this, or one divided by it."""
FULL = 1.5
"""A total of this much is a full score: an ordinary source that fits perfectly alone has two thirds of it."""
EVEN_UP_TO = 0.6
"""Up to here a score grows evenly with its total; beyond, it nears 1 but never reaches it, so no two become equal."""


class Finding(Struct, frozen=True, order=True):
    """What pressing a trigger point showed: whether it is ``tender``, and whether it gives the ``familiar`` pain.

    None stands for not tried, or not sure.
    """

    muscle: str
    side: Side
    trigger_point: str
    tender: bool | None = None
    familiar: bool | None = None


class FactorAnswer(Struct, frozen=True, order=True):
    """Whether a factor of the atlas makes the pain worse."""

    factor: str
    yes: bool


class QualityAnswer(Struct, frozen=True, order=True):
    """Whether the pain feels like this (aching, tingling ...)."""

    quality: str
    yes: bool


class Evidence(Struct, frozen=True):
    """All that was said. The last word on the same thing counts; the order is of no account otherwise."""

    findings: tuple[Finding, ...] = ()
    factors: tuple[FactorAnswer, ...] = ()
    qualities: tuple[QualityAnswer, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.findings or self.factors or self.qualities)

    def plus(self, said: Finding | FactorAnswer | QualityAnswer) -> Evidence:
        """With something said, in place of what was said of the same thing before."""
        if isinstance(said, Finding):
            place = (said.muscle, said.side, said.trigger_point)
            kept = [each for each in self.findings if (each.muscle, each.side, each.trigger_point) != place]
            return replace(self, findings=(*kept, said))
        if isinstance(said, FactorAnswer):
            others = [each for each in self.factors if each.factor != said.factor]
            return replace(self, factors=(*others, said))
        rest = [each for each in self.qualities if each.quality != said.quality]
        return replace(self, qualities=(*rest, said))

    def found(self, muscle: str, side: Side) -> dict[str, Finding]:
        """What pressing the points of a muscle showed, by trigger point."""
        return {each.trigger_point: each for each in self.findings if (each.muscle, each.side) == (muscle, side)}


NOTHING_SAID = Evidence()


class Weighed(Struct, frozen=True):
    """What the evidence says of one source: the ``weight`` on its odds, that of what was ``pressed`` alone, and what
    went into it."""

    weight: float = 1.0
    pressed: float = 1.0
    findings: tuple[Finding, ...] = ()
    factors: tuple[FactorAnswer, ...] = ()
    qualities: tuple[QualityAnswer, ...] = ()


UNTOUCHED = Weighed()


def finding_weight(finding: Finding) -> float:
    """What one press check weighs for its trigger point."""
    weight = {True: TENDER, False: NOT_TENDER, None: 1.0}[finding.tender]
    return weight * {True: FAMILIAR, False: NOT_FAMILIAR, None: 1.0}[finding.familiar]


def answer_weight(*, yes: bool, described: bool) -> float:
    """What a yes or no weighs for a source with which the thing asked about is ``described``, or isn't."""
    if not described:
        return 1.0  # what the atlas does not say of a muscle is no evidence against it
    return YES_IF_DESCRIBED / YES_OTHERWISE if yes else (1 - YES_IF_DESCRIBED) / (1 - YES_OTHERWISE)


def weigh(facts: Facts, shares: Mapping[str, float], found: Mapping[str, Finding], evidence: Evidence) -> Weighed:
    """What was said weighs this for a source. ``shares``: how much of the pain each of its trigger points explains.

    ``found`` are the press checks of its own points. One that gives the pain speaks for the muscle whatever the others
    show; without one, each counts by what its point explains, and a point that was not pressed counts as open.
    """
    pressed = tuple(found[point] for point in shares if point in found)
    factors = tuple({each.factor: each for each in evidence.factors if each.factor in facts.factors}.values())
    qualities = tuple({each.quality: each for each in evidence.qualities if each.quality in facts.qualities}.values())
    if not (pressed or factors or qualities):
        return UNTOUCHED
    heard = [each.yes for each in factors] + [each.yes for each in qualities]
    said = math.prod(answer_weight(yes=yes, described=True) for yes in heard)
    shown = _pressed_weight(shares, pressed)
    weight = _bounded(shown * _bounded(said, MOST_BY_ANSWERS), MOST)
    return Weighed(weight, _bounded(shown, MOST), pressed, tuple(sorted(factors)), tuple(sorted(qualities)))


def _pressed_weight(shares: Mapping[str, float], pressed: Sequence[Finding]) -> float:
    weights = {each.trigger_point: finding_weight(each) for each in pressed}
    best = max(weights.values(), default=1.0)
    if best > 1:
        return best
    total = sum(shares.values())
    if not weights or total <= 0:
        return 1.0
    return math.exp(sum(shares[point] * math.log(weight) for point, weight in weights.items()) / total)


def _bounded(weight: float, most: float) -> float:
    return min(max(weight, 1 / most), most)


def as_score(total: float) -> float:
    """A sum of terms as a score: its share of FULL up to EVEN_UP_TO, always growing with it, and below 1."""
    share, room = total / FULL, 1 - EVEN_UP_TO
    return min(share, EVEN_UP_TO) + room * (1 - math.exp(-max(share - EVEN_UP_TO, 0.0) / room))


def with_odds(score: float, weight: float) -> float:
    """A score 0-1 whose odds are multiplied by ``weight``; 0 stays 0, and it never leaves 0-1."""
    return score if weight == 1.0 else score * weight / (score * weight + 1 - score)
