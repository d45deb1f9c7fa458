"""Whether a routine that comes from a file may be gone on with: the file can't raise what the atlas allows.

A saved routine carries its own ceilings, because the player keeps them. They are those of the atlas at the time, unless
somebody edited the file, or the atlas has become more careful since. Answers to safety questions may have changed too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from bodymap.atlas.model import Technique
from bodymap.routine.resolve import Knowledge
from bodymap.routine.safety import blocking
from bodymap.routine.saved import Saved
from bodymap.routine.spots import place_text, presses
from bodymap.routine.steps import PlannedStep

_ROUNDING: Final = 0.01
_BEYOND: Final = (
    "The routine that was under way asks for more than the atlas allows, so it can't be gone on with. "
    "Please start it again."
)
_BLOCKED: Final = (
    "After your answers to the safety questions the routine that was under way can't be gone on with. "
    "Please start it again."
)


def why_not(saved: Saved, atlas: Knowledge, answers: Mapping[str, bool]) -> str | None:
    """A sentence why ``saved`` can't be gone on with under these ``answers`` (caution id -> yes), None when it can."""
    steps = saved.routine.steps
    if not all(_within(step, atlas.techniques.get(step.technique)) for step in steps):
        return _BEYOND
    if not _spots_within([step for step in steps if presses(step)], atlas.techniques):
        return _BEYOND
    for step, told in zip(steps, saved.tallies, strict=True):
        muscle = atlas.muscles.get(step.muscle)
        group = muscle.group if muscle is not None else None
        if told.outcome in ("open", "skipped") and blocking(atlas.cautions, answers, step.kind, group):
            return _BLOCKED
    return None


def _within(step: PlannedStep, technique: Technique | None) -> bool:
    """Whether one step stays under the ceilings of its technique: seconds, repetitions of all sets, discomfort."""
    if technique is None or step.kind != technique.kind:
        return False
    repetitions = sum(phase.kind in ("work", "relax") for phase in step.phases)
    discomfort = step.dose.discomfort or (0, 0)
    return (
        step.ceiling <= technique.max_seconds_per_spot + _ROUNDING
        and repetitions <= technique.max_repetitions
        and discomfort[1] <= technique.max_discomfort
    )


def _spots_within(pressing: Sequence[PlannedStep], techniques: Mapping[str, Technique]) -> bool:
    """Whether steps on one place share one time, no longer than the most patient technique's, on few enough spots."""
    keys: dict[str, str] = {}
    patient: dict[str, float] = {}
    for step in pressing:
        if not step.spot_key or keys.setdefault(place_text(step), step.spot_key) != step.spot_key:
            return False
        longest = float(techniques[step.technique].max_seconds_per_spot)
        patient[step.spot_key] = max(patient.get(step.spot_key, 0.0), longest)
    if any(step.spot_ceiling > patient[step.spot_key] + _ROUNDING for step in pressing):
        return False
    allowed = [techniques[step.technique].max_spots_per_session for step in pressing]
    return len(patient) <= min((most for most in allowed if most is not None), default=len(patient))
