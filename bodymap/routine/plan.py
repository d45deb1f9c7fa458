"""From a care routine of the atlas to a routine that can be played.

Both sides are done step by step, the side that was asked for first and then the other: tool and instruction stay the
same for the two, and somebody who stops early has treated both sides alike. Each side gets the full time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from bodymap.atlas.model import CareRoutine, Caution, Muscle, Source, Step, StepKind, Technique, TriggerPoint
from bodymap.errors import BodymapError
from bodymap.routine.dose import (
    BEGIN_SECONDS,
    FETCH_SECONDS,
    GET_READY_SECONDS,
    SETTLE_SECONDS,
    SWITCH_SECONDS,
    dose_text,
    phases,
    settle,
)
from bodymap.routine.steps import LeftOut, Phase, PlannedStep, Routine, Side

PathLength = Callable[[tuple[str, ...], Side], float]
"""The length in cm, over the skin, of a path given as place texts on one side. May raise BodymapError."""


class Knowledge(Protocol):
    """What planning needs of an atlas (:class:`bodymap.atlas.load.Atlas` has it)."""

    @property
    def muscles(self) -> Mapping[str, Muscle]:
        """Muscles by id."""
        ...

    @property
    def techniques(self) -> Mapping[str, Technique]:
        """Techniques by id."""
        ...

    @property
    def cautions(self) -> Mapping[str, Caution]:
        """Cautions by id, in file order."""
        ...

    @property
    def sources(self) -> Mapping[str, Source]:
        """Sources by key."""
        ...


def plan(
    atlas: Knowledge,
    muscle_id: str,
    side: Side,
    *,
    routine_id: str | None = None,
    both_sides: bool = False,
    answers: Mapping[str, bool] | None = None,
    path_length: PathLength | None = None,
) -> Routine:
    """The routine ``routine_id`` of a muscle (or its first) for ``side``, or for both beginning with ``side``.

    ``answers`` are the safety questions by caution id; what a yes blocks is left out and told in ``left_out``. Without
    ``path_length`` a stripping stroke is taken to be 10 cm long.

    Raises:
        BodymapError: the muscle, the routine, a technique or a trigger point that a step names does not exist.
    """
    muscle = atlas.muscles.get(muscle_id)
    if muscle is None:
        raise BodymapError(f"There is no muscle “{muscle_id}” in the atlas.")
    care = _routine(muscle, routine_id)
    kept: list[tuple[Step, Technique]] = []
    left_out: list[LeftOut] = []
    for step in care.steps:
        technique = atlas.techniques.get(step.technique)
        if technique is None:
            raise BodymapError(f"“{step.id}” of {muscle.name} names a technique “{step.technique}” that isn't there.")
        reason = blocking(atlas.cautions, answers or {}, technique.kind)
        if reason is None:
            kept.append((step, technique))
        else:
            why = f"{reason.name}: {reason.do}"
            left_out.append(LeftOut(step=step.id, title=step.title, caution=reason.id, why=why))
    sides: tuple[Side, ...] = (side, _other(side)) if both_sides else (side,)
    steps = tuple(_steps(muscle, kept, sides, path_length))
    return Routine(
        id=care.id,
        muscle=muscle.id,
        muscle_name=muscle.name,
        name=care.name,
        side=side,
        both_sides=both_sides,
        steps=steps,
        left_out=tuple(left_out),
        expect=muscle.care.expect.text,
        avoid=tuple(fact.text for fact in muscle.care.avoid),
        habits=tuple(fact.text for fact in muscle.habits),
        per_day=muscle.care.per_day,
        references={key: _reference(atlas.sources.get(key), key) for step, _ in kept for key in step.sources},
    )


def blocking(cautions: Mapping[str, Caution], answers: Mapping[str, bool], kind: StepKind) -> Caution | None:
    """The gravest caution answered with yes that leaves steps of this kind out, or None."""
    order = ("emergency", "doctor_first", "take_care")
    said_yes = [caution for caution in cautions.values() if answers.get(caution.id) and kind in caution.blocks]
    return min(said_yes, key=lambda caution: order.index(caution.level), default=None)


def _routine(muscle: Muscle, routine_id: str | None) -> CareRoutine:
    if routine_id is None:
        return muscle.care.routines[0]
    for care in muscle.care.routines:
        if care.id == routine_id:
            return care
    known = ", ".join(care.id for care in muscle.care.routines)
    raise BodymapError(f"{muscle.name} has no routine “{routine_id}”. It has: {known}.")


def _reference(source: Source | None, key: str) -> str:
    """A source in one line; an unknown key stands for itself (``bodymap check`` complains about it)."""
    if source is None:
        return key
    written = ", ".join(str(part) for part in (source.authors, source.year) if part)
    return f"{source.title} ({written})" if written else source.title


def _other(side: Side) -> Side:
    return "left" if side == "right" else "right"


def _once_for_both(step: Step, kind: StepKind) -> bool:
    """Lying still and a warm bath reach both sides at the same time."""
    return kind == "rest" or (kind == "heat" and step.tool == "bath")


def _steps(
    muscle: Muscle, kept: list[tuple[Step, Technique]], sides: tuple[Side, ...], path_length: PathLength | None
) -> Iterator[PlannedStep]:
    before: Step | None = None
    for turn, (step, technique) in enumerate(kept):
        lead_in = Phase(kind="get_ready", seconds=_settling(before, step, both_sides=len(sides) > 1))
        if _once_for_both(step, technique.kind):
            only = sides[0] if len(sides) == 1 else None
            yield _planned(muscle, step, technique, turn=turn, side=only, lead=lead_in, measure=path_length)
        else:
            for number, side in enumerate(sides):
                lead = lead_in if number == 0 else Phase(kind="switch", seconds=SWITCH_SECONDS)
                yield _planned(muscle, step, technique, turn=turn, side=side, lead=lead, measure=path_length)
        before = step


def _settling(before: Step | None, step: Step, *, both_sides: bool) -> float:
    """Seconds to get ready for a step after the one ``before``."""
    if before is None:
        return BEGIN_SECONDS
    if step.tool in ("heat_pack", "bath") and before.tool != step.tool:
        return FETCH_SECONDS
    stays = (before.tool, before.position) == (step.tool, step.position) and not both_sides
    return GET_READY_SECONDS if stays else SETTLE_SECONDS


def _planned(
    muscle: Muscle,
    step: Step,
    technique: Technique,
    *,
    turn: int,
    side: Side | None,
    lead: Phase,
    measure: PathLength | None,
) -> PlannedStep:
    point = _point(muscle, step)
    path = _path(step, technique.kind, point)
    settled = settle(step.dose, technique, _measured(path, side or "right", measure))
    return PlannedStep(
        id=f"{step.id}.{side or 'both'}",
        source_step=step.id,
        turn=turn,
        kind=technique.kind,
        technique=technique.id,
        title=step.title,
        spot=point.name if point else "",
        instruction=step.instruction,
        position=step.position,
        cue=step.cue,
        tool=step.tool,
        side=side,
        place=step.place or (point.place if point else None),
        path=path,
        dose=settled.dose,
        dose_text=dose_text(settled.dose, technique.kind),
        phases=phases(settled.dose, technique.kind, lead),
        ceiling=settled.ceiling,
        stop=tuple(dict.fromkeys((*step.stop, *technique.stop))),
        sources=tuple(step.sources),
        note=settled.note,
    )


def _point(muscle: Muscle, step: Step) -> TriggerPoint | None:
    if step.at is None:
        return None
    for point in muscle.trigger_points:
        if point.id == step.at:
            return point
    raise BodymapError(f"The step “{step.id}” of {muscle.name} is at a trigger point “{step.at}” that isn't there.")


def _path(step: Step, kind: StepKind, point: TriggerPoint | None) -> tuple[str, ...]:
    """The way of the stroke; other steps stay on one spot and have none."""
    if kind != "strip":
        return ()
    return tuple(step.path or (point.fibres if point else ()))


def _measured(path: tuple[str, ...], side: Side, path_length: PathLength | None) -> float | None:
    if len(path) < 2 or path_length is None:
        return None
    length = path_length(path, side)
    return length if length > 0.0 else None
