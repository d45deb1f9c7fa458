"""Steps of the atlas made ready for a side: places, doses under their ceilings, phases, time to settle in between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from bodymap.atlas.model import CareRoutine, Caution, Dose, Muscle, Source, Step, StepKind, Technique, TriggerPoint
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
from bodymap.routine.steps import Phase, PlannedStep, Side

PathLength = Callable[[tuple[str, ...], Side], float]
"""The length in cm, over the skin, of a path given as place texts on one side. May raise BodymapError."""
Locate = Callable[[str, Side], tuple[float, float, float]]
"""Where on the figure (x, y, z in cm) a place text lies on one side. May raise BodymapError."""


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


class Unit(Struct, frozen=True):
    """A step of the atlas on all the sides it is done on: the two sides are kept, cut or left out together."""

    steps: tuple[PlannedStep, ...]

    @property
    def first(self) -> PlannedStep:
        """The step on the side that is done first."""
        return self.steps[0]

    @property
    def heats(self) -> bool:
        """Whether it is warmth, which comes last."""
        return self.first.kind == "heat"


def muscle_of(atlas: Knowledge, muscle: str) -> Muscle:
    """A muscle of the atlas. Raises BodymapError when there is none of that id."""
    found = atlas.muscles.get(muscle)
    if found is None:
        raise BodymapError(f"There is no muscle “{muscle}” in the atlas.")
    return found


def care_of(muscle: Muscle, routine: str | None) -> CareRoutine:
    """A routine of a muscle, its first for None. Raises BodymapError when there is none of that id."""
    if routine is None:
        return muscle.care.routines[0]
    for care in muscle.care.routines:
        if care.id == routine:
            return care
    known = ", ".join(care.id for care in muscle.care.routines)
    raise BodymapError(f"{muscle.name} has no routine “{routine}”. It has: {known}.")


def technique_of(atlas: Knowledge, muscle: Muscle, step: Step) -> Technique:
    """The technique of a step. Raises BodymapError when there is none of that id."""
    found = atlas.techniques.get(step.technique)
    if found is None:
        raise BodymapError(f"“{step.id}” of {muscle.name} names a technique “{step.technique}” that isn't there.")
    return found


def unit(
    atlas: Knowledge,
    muscle: Muscle,
    care: CareRoutine,
    step: Step,
    sides: tuple[Side, ...],
    path_length: PathLength | None = None,
    dose: Dose | None = None,
) -> Unit:
    """A step on one side or on both, with ``dose`` in place of its own; ceilings hold for either.

    Raises:
        BodymapError: its technique or its trigger point is not in the atlas.
    """
    technique = technique_of(atlas, muscle, step)
    if _once_for_both(step, technique.kind):
        on: tuple[Side | None, ...] = (sides[0] if len(sides) == 1 else None,)
    else:
        on = sides
    made = [_planned(muscle, care, step, technique, side, path_length, dose or step.dose) for side in on]
    return Unit(tuple(made))


def arranged(units: Iterable[Unit]) -> tuple[PlannedStep, ...]:
    """The steps in order, numbered, each with the time it takes to get there from the one before."""
    laid: list[PlannedStep] = []
    for turn, each in enumerate(units):
        for number, step in enumerate(each.steps):
            seconds = SWITCH_SECONDS if number else settling(laid[-1] if laid else None, step)
            lead = Phase(kind="switch" if number else "get_ready", seconds=seconds)
            laid.append(replace(step, turn=turn, phases=(lead, *step.phases[1:])))
    return tuple(laid)


def settling(before: PlannedStep | None, step: PlannedStep) -> float:
    """Seconds to get ready for a step after the one ``before``."""
    if before is None:
        return BEGIN_SECONDS
    if step.tool in ("heat_pack", "bath") and before.tool != step.tool:
        return FETCH_SECONDS
    stays = (before.tool, before.position, before.side) == (step.tool, step.position, step.side)
    return GET_READY_SECONDS if stays else SETTLE_SECONDS


def redosed(step: PlannedStep, dose: Dose, note: str) -> PlannedStep:
    """``step`` with another settled dose."""
    return replace(
        step,
        dose=dose,
        dose_text=dose_text(dose, step.kind),
        phases=phases(dose, step.kind, step.phases[0]),
        note=note,
    )


def references(atlas: Knowledge, steps: Iterable[PlannedStep]) -> dict[str, str]:
    """In a line what each source is that a step names by its key."""
    return {key: _reference(atlas.sources.get(key), key) for step in steps for key in step.sources}


def _reference(source: Source | None, key: str) -> str:
    """A source in one line; an unknown key stands for itself (``bodymap check`` complains about it)."""
    if source is None:
        return key
    written = ", ".join(str(part) for part in (source.authors, source.year) if part)
    return f"{source.title} ({written})" if written else source.title


def _once_for_both(step: Step, kind: StepKind) -> bool:
    """Lying still and a warm bath reach both sides at the same time."""
    return kind == "rest" or (kind == "heat" and step.tool == "bath")


def _planned(
    muscle: Muscle,
    care: CareRoutine,
    step: Step,
    technique: Technique,
    side: Side | None,
    measure: PathLength | None,
    dose: Dose,
) -> PlannedStep:
    point = _point(muscle, step)
    path = _path(step, technique.kind, point)
    settled = settle(dose, technique, _measured(path, side or "right", measure))
    return PlannedStep(
        id=f"{step.id}.{side or 'both'}",
        source_step=step.id,
        turn=0,
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
        phases=phases(settled.dose, technique.kind, Phase(kind="get_ready", seconds=GET_READY_SECONDS)),
        ceiling=settled.ceiling,
        stop=tuple(dict.fromkeys((*step.stop, *technique.stop))),
        sources=tuple(step.sources),
        note=settled.note,
        muscle=muscle.id,
        muscle_name=muscle.name,
        muscle_plain=muscle.plain,
        care=care.id,
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
