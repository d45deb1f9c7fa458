"""What a routine of one muscle or of several tells on its first and its last page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bodymap.atlas.model import Muscle
from bodymap.routine.resolve import Knowledge, references
from bodymap.routine.steps import LeftOut, PlannedStep, Routine, Side


def routine_of(
    atlas: Knowledge,
    muscles: Sequence[Muscle],
    steps: tuple[PlannedStep, ...],
    left_out: tuple[LeftOut, ...],
    *,
    id: str,  # noqa: A002 - the field is called so
    name: str,
    side: Side,
    both_sides: bool,
) -> Routine:
    """The routine of ``steps`` for ``muscles``, the one to be shown first (none: nothing was left of it).

    Each day it is done as often as the most careful of its muscles allows.
    """
    first = muscles[0] if muscles else None
    return Routine(
        id=id,
        muscle=first.id if first else "",
        muscle_name=", ".join(muscle.name for muscle in muscles),
        muscle_plain="; ".join(muscle.plain for muscle in muscles),
        name=name,
        side=side,
        both_sides=both_sides,
        steps=steps,
        left_out=left_out,
        expect=first.care.expect.text if first else "",
        avoid=_once(fact.text for muscle in muscles for fact in muscle.care.avoid),
        habits=_once(fact.text for muscle in muscles for fact in muscle.habits),
        per_day=(
            min((muscle.care.per_day[0] for muscle in muscles), default=1),
            min((muscle.care.per_day[1] for muscle in muscles), default=1),
        ),
        references=references(atlas, steps),
    )


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
