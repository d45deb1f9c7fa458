"""Why a source is in the list, in plain words: every term of its score that matters is a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from bodymap.atlas.model import FrequencyLevel
from bodymap.pain.evidence import Finding
from bodymap.pain.known import Known
from bodymap.pain.match import Candidate

ReasonKind = Literal[
    "explains",
    "spillover",
    "pattern",
    "partner",
    "quality",
    "timing",
    "pressed",
    "factor",
    "felt",
    "known_for",
    "frequency",
    "twin",
    "drawing",
]

_LINKED = {
    "activates": "which it is known to set off",
    "activated_by": "which is known to set it off",
    "overloads": "which it is known to overload",
    "overloaded_by": "which is known to overload it",
    "travels_with": "which often goes with it",
}
_OFTEN: dict[FrequencyLevel, str] = {
    "very_common": "Often found: one of the most common trigger points.",
    "common": "A common trigger point.",
    "uncommon": "Seldom found.",
}
OVERHEARD = 0.75
"""A source of which no more than this is heard beside its twin on the other side says so."""
UNSTABLE = "Its place in the list depends on how you drew it."


class Reason(Struct, frozen=True):
    """One reason: its ``kind``, the English sentence, the ``values`` in it for a translation, and keys of sources."""

    kind: ReasonKind
    text: str
    values: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def reasons(known: Known, candidate: Candidate) -> tuple[Reason, ...]:
    """The reasons for a candidate: what the person pressed and found first, then the weightiest terms."""
    found = [*_pressed(known, candidate), _explains(candidate), _pattern(candidate)]
    if candidate.partner:
        name = known.atlas.muscles[candidate.partner.muscle].name
        share = percent(candidate.explains + candidate.partner.adds)
        text = f"Together with {name.lower()}, {_LINKED[candidate.partner.kind]}, it explains {share}."
        link = known.link(candidate.muscle, candidate.partner.muscle)
        values = (candidate.partner.muscle, candidate.partner.kind, share)
        found.append(Reason("partner", text, values, tuple(link.sources) if link else ()))
    found.extend(_described(known, candidate))
    found.extend(_answered(known, candidate))
    if candidate.leads_in:
        regions = known.facts(candidate.muscle).known_for[candidate.fit.trigger_points[0]]
        told = tuple(dict.fromkeys(key for region in candidate.leads_in for key in regions[region]))
        found.append(Reason("known_for", "It is best known for pain here.", candidate.leads_in, told))
    if candidate.frequency:
        point = known.facts(candidate.muscle).frequency[candidate.fit.trigger_points[0]]
        cited = tuple(point.sources) if point else ()
        found.append(Reason("frequency", _OFTEN[candidate.frequency], (candidate.frequency,), cited))
    if candidate.heard <= OVERHEARD:
        other = "left" if candidate.side == "right" else "right"
        text = f"Its pattern crosses the middle: the same muscle on the {other} fits better."
        found.append(Reason("twin", text, (other,)))
    if candidate.stable is False:
        found.append(Reason("drawing", UNSTABLE))
    return tuple(found)


def _explains(candidate: Candidate) -> Reason:
    share = percent(candidate.explains)
    if candidate.fit.essential < 0.15 * candidate.explains:
        text = f"Explains {share} of what you marked, at the edge of where it usually hurts."
        return Reason("spillover", text, (share,))
    return Reason("explains", f"Explains {share} of what you marked.", (share,))


def _pattern(candidate: Candidate) -> Reason:
    share = percent(candidate.pattern)
    return Reason("pattern", f"{share} of its usual pattern hurts.", (share,))


def _described(known: Known, candidate: Candidate) -> Iterator[Reason]:
    facts = known.facts(candidate.muscle)
    for quality in candidate.qualities:
        yield Reason(
            "quality", f"Pain that feels {quality} is described with it.", (quality,), facts.qualities[quality]
        )
    for factor in candidate.timing:
        text = f"Described with it: {_name(known, factor)}."
        yield Reason("timing", text, (factor,), facts.factors[factor])


def _answered(known: Known, candidate: Candidate) -> Iterator[Reason]:
    facts = known.facts(candidate.muscle)
    for answer in candidate.weighed.factors:
        name = _name(known, answer.factor)
        text = f"You said yes to “{name}”, " if answer.yes else f"You said no to “{name}”, though that is "
        text += "as is described with it." if answer.yes else "described with it."
        values = (answer.factor, "yes" if answer.yes else "no")
        yield Reason("factor", text, values, facts.factors[answer.factor])
    for felt in candidate.weighed.qualities:
        quality = felt.quality
        text = (
            f"You said that it feels {quality}, "
            if felt.yes
            else f"You said that it does not feel {quality}, though that is "
        )
        text += "as is described with it." if felt.yes else "described with it."
        yield Reason("felt", text, (quality, "yes" if felt.yes else "no"), facts.qualities[quality])


def _pressed(known: Known, candidate: Candidate) -> Iterable[Reason]:
    if not candidate.weighed.findings:
        return
    names = {point.id: point.name for point in known.atlas.muscles[candidate.muscle].trigger_points}
    several = len(names) > 1
    for finding in candidate.weighed.findings:
        shown = _shown(finding)
        if shown:
            where = f" ({names[finding.trigger_point].lower()})" if several else ""
            values = (finding.trigger_point, _word(finding.tender), _word(finding.familiar))
            yield Reason("pressed", f"The spot{where} {shown}.", values)


def _shown(finding: Finding) -> str:
    """What pressing showed, as said of the spot; nothing when nothing is known."""
    if finding.familiar is None or (finding.tender is False and not finding.familiar):
        return {True: "is tender", False: "is not tender", None: ""}[finding.tender]
    gives = "gives your pain" if finding.familiar else "does not give your pain"
    if finding.tender is None:
        return f"{gives} when you press it"
    if finding.tender:
        return f"is tender, {'and' if finding.familiar else 'but'} pressing it {gives}"
    return f"is not tender, but pressing it {gives}"


def _word(said: bool | None) -> str:
    return {True: "yes", False: "no", None: ""}[said]


def _name(known: Known, factor: str) -> str:
    named = known.atlas.factors.get(factor)
    return named.name if named else factor.replace("_", " ")


def percent(share: float) -> str:
    """``84 %``; never 0 % for something, nor 100 % for less than all."""
    value = round(share * 100)
    if share > 0 and value == 0:
        return "under 1 %"
    if share < 0.995 and value == 100:
        value = 99
    return f"{min(value, 100)} %"
