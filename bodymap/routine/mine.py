"""A routine that somebody has made their own: which steps in which order and how much of each, and nothing else.

It names steps of the atlas and holds none of their texts, places or ceilings. Those come from the atlas each time it
is opened, and the answers to the safety questions from the person: a file that was edited by hand, or comes from
somebody else, can't raise a dose or bring back a step that is left out for a reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from msgspec import Meta
from msgspec.structs import replace

from bodymap.atlas.model import CareRoutine, Dose, Id, Muscle, Step
from bodymap.errors import BodymapError
from bodymap.routine.plan import within_session
from bodymap.routine.resolve import Knowledge, Locate, PathLength, Unit, arranged, unit
from bodymap.routine.safety import left_out
from bodymap.routine.steps import LeftOut, PlannedStep, Ready, Routine, Side, other_side
from bodymap.routine.told import routine_of

VERSION: Final = 1
MOST_STEPS: Final = 40
Name = Annotated[str, Meta(min_length=1, max_length=80)]
Sides = Annotated[tuple[Side, ...], Meta(min_length=1, max_length=2)]


class MyStep(Ready, frozen=True):
    """A step of the atlas on its sides in order; None leaves that part of its dose as the atlas has it.

    ``seconds`` is one repetition, and means nothing to a stroke that has a pace.
    """

    muscle: Id
    care: Id
    step: Id
    sides: Sides
    sets: Annotated[int, Meta(ge=1, le=5)] | None = None
    repetitions: Annotated[int, Meta(ge=1, le=30)] | None = None
    seconds: Annotated[float, Meta(ge=1.0, le=1800.0)] | None = None
    rest_seconds: Annotated[float, Meta(ge=0.0, le=300.0)] | None = None


class MyRoutine(Ready, frozen=True):
    """A routine to be kept. ``id`` names it among the others of the person."""

    version: Literal[1]
    id: Annotated[str, Meta(pattern=r"^[a-z0-9]{1,32}$")]
    name: Name
    steps: Annotated[tuple[MyStep, ...], Meta(max_length=MOST_STEPS)]


def build(
    atlas: Knowledge,
    mine: MyRoutine,
    *,
    answers: Mapping[str, bool] | None = None,
    path_length: PathLength | None = None,
    locate: Locate | None = None,
) -> Routine:
    """The routine to be played. What is not in the atlas any more, or may not be done, is left out with its reason."""
    units: list[Unit] = []
    left: list[LeftOut] = []
    seen: set[tuple[str, str, str]] = set()
    for each in mine.steps:
        made = resolved(atlas, each, answers or {}, path_length)
        named = (each.muscle, each.care, each.step)
        if isinstance(made, Unit) and named in seen:
            made = _twice(made)
        seen.add(named)
        if isinstance(made, LeftOut):
            left.append(made)
        else:
            units.append(made)
    kept, too_many = within_session(atlas, units, locate)
    steps = arranged(kept)
    muscles = [atlas.muscles[name] for name in dict.fromkeys(step.muscle for step in steps)]
    sides = [side for each in mine.steps for side in each.sides]
    return routine_of(
        atlas,
        muscles,
        steps,
        (*left, *too_many),
        id="mine",
        name=mine.name,
        side=sides[0] if sides else "right",
        both_sides=len(set(sides)) > 1,
    )


def _twice(made: Unit) -> LeftOut:
    """A step that is there already, and so has its full dose."""
    why, step = "It is in this routine already, with all the time it may get.", made.first
    return LeftOut(step=step.source_step, title=step.title, caution="", why=why, reason="ceiling", muscle=step.muscle)


def resolved(
    atlas: Knowledge, each: MyStep, answers: Mapping[str, bool], path_length: PathLength | None
) -> Unit | LeftOut:
    """A step of the person's routine as the atlas has it now, with their dose as far as its technique allows it."""
    found = find(atlas, each)
    if found is None:
        why = "The atlas of this Bodymap does not have this step any more."
        return LeftOut(step=each.step, title=each.step, caution="", why=why, reason="missing", muscle=each.muscle)
    muscle, care, step = found
    reason = left_out(atlas, muscle, step, answers)
    if reason is not None:
        return reason
    try:
        return unit(atlas, muscle, care, step, tuple(dict.fromkeys(each.sides)), path_length, dose_of(each, step.dose))
    except BodymapError as error:
        return LeftOut(
            step=each.step, title=step.title, caution="", why=str(error), reason="missing", muscle=each.muscle
        )


def find(atlas: Knowledge, each: MyStep) -> tuple[Muscle, CareRoutine, Step] | None:
    """What a step of the person's routine stands for, None when the atlas has it no more."""
    muscle = atlas.muscles.get(each.muscle)
    if muscle is None:
        return None
    for care in muscle.care.routines:
        for step in care.steps:
            if (care.id, step.id) == (each.care, each.step) and step.technique in atlas.techniques:
                return muscle, care, step
    return None


def dose_of(each: MyStep, dose: Dose) -> Dose:
    """The dose of the atlas with what the person changed of it; not yet under the ceilings."""
    seconds = dose.seconds if each.seconds is None else each.seconds
    if dose.pace_cm_per_s and each.repetitions is not None:
        seconds = None  # so many passes, each as long as its path needs
    elif dose.pace_cm_per_s:
        seconds = dose.seconds
    return replace(
        dose,
        sets=dose.sets if each.sets is None else each.sets,
        repetitions=dose.repetitions if each.repetitions is None else each.repetitions,
        seconds=seconds,
        rest_seconds=dose.rest_seconds if each.rest_seconds is None else each.rest_seconds,
    )


def steps_of(atlas: Knowledge, routine: Routine) -> tuple[MyStep, ...]:
    """The steps of a planned routine as somebody's own, with the doses that it was cut to."""
    made: list[MyStep] = []
    for step in routine.steps:
        same = made and (made[-1].muscle, made[-1].care, made[-1].step) == (step.muscle, step.care, step.source_step)
        if same and step.side is not None and step.side not in made[-1].sides:
            made[-1] = replace(made[-1], sides=(*made[-1].sides, step.side))
            continue
        sides: tuple[Side, ...] = (step.side,) if step.side else (routine.side, other_side(routine.side))
        plain = MyStep(muscle=step.muscle, care=step.care, step=step.source_step, sides=sides)
        made.append(_with_changes(atlas, plain, step))
    return tuple(made[:MOST_STEPS])


def _with_changes(atlas: Knowledge, plain: MyStep, step: PlannedStep) -> MyStep:
    """``plain`` with what differs in ``step`` from the dose of the atlas."""
    found = find(atlas, plain)
    if found is None:
        return plain
    dose = found[2].dose
    passes = step.dose.repetitions != dose.repetitions
    longer = not dose.pace_cm_per_s and dose.seconds is not None and step.dose.seconds != dose.seconds
    return replace(
        plain,
        sets=step.dose.sets if step.dose.sets != dose.sets else None,
        repetitions=step.dose.repetitions if passes else None,
        seconds=step.dose.seconds if longer else None,
    )
