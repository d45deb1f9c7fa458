"""“Too much”: a gentler dose for what is left of a step, and for the steps of the same muscle and side that follow.

It only ever goes down: fewer sets or repetitions, shorter holds, a lower target, and a ceiling that no longer lets more
time be added. A stroke keeps its pace and a movement its slowness, because hurrying is not gentler.
"""

from __future__ import annotations

from math import ceil
from typing import Final

from msgspec.structs import replace

from bodymap.atlas.model import Dose, StepKind
from bodymap.routine.dose import load_seconds
from bodymap.routine.resolve import redosed
from bodymap.routine.steps import Phase, PlannedStep

SHARE: Final = 2 / 3
LEAST_HOLD_SECONDS: Final[dict[StepKind, float]] = {"press": 10.0, "stretch": 10.0, "heat": 120.0, "rest": 20.0}
"""Only these kinds get shorter, and not below this. 10 seconds is the shortest hold that a clinic page advises."""
LEAST_PUSH_SECONDS: Final = 3.0
"""The shortest push that is taught (post-isometric relaxation, 3 to 10 seconds)."""
TARGET_DROP: Final = 2
SEVERE: Final = 8
"""Soreness of which a step is left at once: every technique says to stop long before it."""
LET_GO_SECONDS: Final = 3.0
"""A hold that is already longer than the gentler one ends in this time, so that nobody jumps off."""


def gentler(step: PlannedStep) -> PlannedStep | None:
    """The step with the next lower dose; None when there is none."""
    dose = _lower(step.dose, step.kind)
    if dose == step.dose:
        return None
    return replace(redosed(step, dose, step.note), ceiling=min(step.ceiling, load_seconds(dose)))


def _lower(dose: Dose, kind: StepKind) -> Dose:
    sets, repetitions, seconds, push = dose.sets, dose.repetitions, dose.seconds or 0.0, dose.contract_seconds
    if sets > 1:
        sets -= 1
    elif repetitions > 1:
        repetitions = min(repetitions - 1, ceil(repetitions * SHARE))
    if kind in LEAST_HOLD_SECONDS:
        seconds = min(seconds, max(seconds * SHARE, LEAST_HOLD_SECONDS[kind]))
    if push is not None:
        push = min(push, max(push * SHARE, LEAST_PUSH_SECONDS))
    target = dose.discomfort
    if target is not None:
        target = (max(0, target[0] - TARGET_DROP), min(target[1], max(1, target[1] - TARGET_DROP)))
    return replace(dose, sets=sets, repetitions=repetitions, seconds=seconds, contract_seconds=push, discomfort=target)


def shortened(run: tuple[Phase, ...], present: int, inside: float, dose: Dose) -> tuple[Phase, ...]:
    """``run`` with what is left of it, from phase ``present`` on, brought down to ``dose``; nothing gets longer.

    ``inside`` seconds of the present phase have passed. What is over stays as it was. Where nothing follows a present
    rest it is the last phase: the step is then over.
    """
    kept = list(run[:present])
    for number, phase in enumerate(run[present:], start=present):
        here = number == present
        extra = phase.in_set > dose.sets or phase.repetition > dose.repetitions
        if extra and not here:
            continue
        kept.append(replace(phase, seconds=min(phase.seconds, _most(phase, dose, inside if here else None))))
    while len(kept) > present + 1 and not kept[-1].loads:
        kept.pop()
    return tuple(kept)


def _most(phase: Phase, dose: Dose, inside: float | None) -> float:
    """How long a phase may be; ``inside`` seconds of it are over (None: it has not begun)."""
    if phase.kind == "contract":
        most = dose.contract_seconds or 0.0
    elif phase.loads:
        most = dose.seconds or 0.0
    else:
        most = phase.seconds
    return most if inside is None else max(most, inside + LET_GO_SECONDS)


def advice(kind: StepKind) -> str:
    """How to make a step of this kind gentler, as a short sentence."""
    return {
        "press": "Take some of your weight off.",
        "strip": "Take some of your weight off and let it glide.",
        "move": "Move less far and lean in less.",
        "stretch": "Come back a little from the stretch.",
        "contract_relax": "Push with less strength.",
        "heat": "Put another layer of cloth between.",
        "rest": "Find an easier position.",
    }[kind]
