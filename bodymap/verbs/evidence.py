"""What was pressed and answered, as it is told on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast, get_args

from bodymap.atlas.model import Quality
from bodymap.errors import UsageError
from bodymap.pain.evidence import Evidence, FactorAnswer, Finding, QualityAnswer
from bodymap.verbs.common import muscle_id
from bodymap.words import suggestion

if TYPE_CHECKING:
    from bodymap.atlas.load import Atlas
    from bodymap.body.surface import Side

SHOWN: dict[str, tuple[bool | None, bool | None]] = {
    "mine": (True, True),
    "tender": (True, None),
    "sore": (True, False),
    "nothing": (False, None),
}
"""What pressing can show -> tender, familiar."""
_FORM = "expected MUSCLE:POINT:SIDE:WHAT, such as gluteus_minimus:anterior:right:mine"


def evidence_of(atlas: Atlas, pressed: Sequence[str], yes: Sequence[str], no: Sequence[str]) -> Evidence:
    """All that was said. Raises UsageError for what is not there."""
    said = Evidence(findings=tuple(_finding(atlas, each) for each in pressed))
    for names, answer in ((yes, True), (no, False)):
        for name in names:
            said = said.plus(_answer(atlas, name, yes=answer))
    return said


def _answer(atlas: Atlas, name: str, *, yes: bool) -> FactorAnswer | QualityAnswer:
    if name in atlas.factors:
        return FactorAnswer(name, yes)
    qualities = get_args(Quality)
    if name in qualities:
        return QualityAnswer(name, yes)
    hint = suggestion(name, [*atlas.factors, *qualities])
    raise UsageError(f"There is no factor or quality “{name}”{hint}. `bodymap factors` lists the factors.")


def _finding(atlas: Atlas, told: str) -> Finding:
    parts = told.split(":")
    if len(parts) != 4:
        raise UsageError(f"“{told}” does not say what pressing showed; {_FORM}.")
    muscle = muscle_id(atlas, parts[0])
    points = [point.id for point in atlas.muscles[muscle].trigger_points]
    for word, known, what in ((parts[1], points, f"trigger point of {muscle}"), (parts[3], list(SHOWN), "result")):
        if word not in known:
            hint = suggestion(word, known)
            raise UsageError(f"There is no {what} “{word}”{hint}; choose from {', '.join(known)}.")
    if parts[2] not in ("left", "right"):
        raise UsageError(f"“{parts[2]}” is no side; choose left or right.")
    tender, familiar = SHOWN[parts[3]]
    return Finding(muscle, cast("Side", parts[2]), parts[1], tender, familiar)
