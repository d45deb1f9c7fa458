"""Why a source is in the list, in plain words: every term of its score that matters is a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bodymap.atlas.load import Atlas
from bodymap.pain.match import Candidate

ReasonKind = Literal["explains", "spillover", "pattern", "partner", "quality"]

_LINKED = {
    "activates": "which it is known to set off",
    "activated_by": "which is known to set it off",
    "overloads": "which it is known to overload",
    "overloaded_by": "which is known to overload it",
    "travels_with": "which often goes with it",
}


@dataclass(frozen=True)
class Reason:
    """One reason: its ``kind``, the English sentence, and the ``values`` in it for a translation."""

    kind: ReasonKind
    text: str
    values: tuple[str, ...] = ()


def reasons(atlas: Atlas, candidate: Candidate) -> tuple[Reason, ...]:
    """The reasons for a candidate, the weightiest first."""
    found = [_explains(candidate), _pattern(candidate)]
    if candidate.partner:
        name = atlas.muscles[candidate.partner.muscle].name
        share = percent(candidate.explains + candidate.partner.adds)
        text = f"Together with {name.lower()}, {_LINKED[candidate.partner.kind]}, it explains {share}."
        found.append(Reason("partner", text, (candidate.partner.muscle, candidate.partner.kind, share)))
    found.extend(
        Reason("quality", f"Pain that feels {quality} is described with it.", (quality,))
        for quality in candidate.qualities
    )
    return tuple(found)


def _explains(candidate: Candidate) -> Reason:
    share = percent(candidate.explains)
    if candidate.essential < 0.15 * candidate.explains:
        text = f"Explains {share} of what you marked, at the edge of where it usually hurts."
        return Reason("spillover", text, (share,))
    return Reason("explains", f"Explains {share} of what you marked.", (share,))


def _pattern(candidate: Candidate) -> Reason:
    share = percent(candidate.pattern)
    return Reason("pattern", f"{share} of its usual pattern hurts.", (share,))


def percent(share: float) -> str:
    """``84 %``; never 0 % for something, nor 100 % for less than all."""
    value = round(share * 100)
    if share > 0 and value == 0:
        return "under 1 %"
    if share < 0.995 and value == 100:
        value = 99
    return f"{min(value, 100)} %"
