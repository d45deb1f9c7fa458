"""Which steps an answer to a safety question takes out, and which routine of a muscle is left to be done."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from bodymap.atlas.model import CareRoutine, Caution, Group, Muscle, Step, StepKind
from bodymap.routine.resolve import Knowledge
from bodymap.routine.steps import LeftOut

LEVELS = ("emergency", "doctor_first", "take_care")
TREATING: frozenset[StepKind] = frozenset({"press", "strip", "move", "stretch", "contract_relax"})
"""What treats a muscle; heat and rest go with it."""


def blocking(
    cautions: Mapping[str, Caution], answers: Mapping[str, bool], kind: StepKind, group: Group | None = None
) -> Caution | None:
    """The gravest caution answered with yes that leaves steps of this kind out, or None.

    A caution that is asked about some parts of the body touches the muscles of these ``group``s only: an artificial hip
    says nothing about the neck. An emergency touches all of them.
    """
    said_yes = [
        caution
        for caution in cautions.values()
        if answers.get(caution.id) and kind in caution.blocks and _touches(caution, group)
    ]
    return min(said_yes, key=lambda caution: LEVELS.index(caution.level), default=None)


def _touches(caution: Caution, group: Group | None) -> bool:
    return group is None or caution.level == "emergency" or not caution.asked_for or group in caution.asked_for


def left_out(atlas: Knowledge, muscle: Muscle, step: Step, answers: Mapping[str, bool]) -> LeftOut | None:
    """The step with the reason why the answers take it out, None when they don't."""
    reason = blocking(atlas.cautions, answers, atlas.techniques[step.technique].kind, muscle.group)
    if reason is None:
        return None
    why = f"{reason.name}: {reason.do}"
    return LeftOut(step=step.id, title=step.title, caution=reason.id, why=why, muscle=muscle.id)


def suited(atlas: Knowledge, muscle: Muscle, answers: Mapping[str, bool], points: Collection[str] = ()) -> CareRoutine:
    """The routine of a muscle to choose: one for these trigger ``points`` of which the answers leave most.

    Routines that lose no treating step come first, then those that treat a wanted point, then the order of the atlas.
    So somebody who may not press is given the routine without pressure where a muscle has one.
    """

    def worth(care: CareRoutine) -> tuple[bool, bool, int]:
        treating = [step for step in care.steps if atlas.techniques[step.technique].kind in TREATING]
        free = [step for step in treating if left_out(atlas, muscle, step, answers) is None]
        return len(free) == len(treating), bool(set(points) & set(care.treats)), len(free)

    blocked = any(left_out(atlas, muscle, step, answers) for care in muscle.care.routines for step in care.steps)
    if not blocked:
        wanted = [care for care in muscle.care.routines if set(points) & set(care.treats)]
        return (wanted or muscle.care.routines)[0]
    return max(muscle.care.routines, key=worth)
