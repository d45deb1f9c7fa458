"""From a care routine of the atlas to a routine that can be played.

Both sides are done step by step, the side that was asked for first and then the other: tool and instruction stay the
same for the two, and somebody who stops early has treated both sides alike. Each side gets the full time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bodymap.routine.resolve import (
    Knowledge,
    Locate,
    PathLength,
    Unit,
    arranged,
    care_of,
    muscle_of,
    technique_of,
    unit,
)
from bodymap.routine.safety import left_out
from bodymap.routine.spots import Refused, Spots, smaller
from bodymap.routine.steps import LeftOut, Routine, Side, other_side
from bodymap.routine.told import routine_of


def plan(
    atlas: Knowledge,
    muscle_id: str,
    side: Side,
    *,
    routine_id: str | None = None,
    both_sides: bool = False,
    answers: Mapping[str, bool] | None = None,
    path_length: PathLength | None = None,
    locate: Locate | None = None,
) -> Routine:
    """The routine ``routine_id`` of a muscle (or its first) for ``side``, or for both beginning with ``side``.

    ``answers`` are the safety questions by caution id; what a yes blocks is left out and told in ``left_out``. Without
    ``path_length`` a stripping stroke is taken to be 10 cm long; without ``locate`` only steps that name the same place
    are known to be on the same spot.

    Raises:
        BodymapError: the muscle, the routine, a technique or a trigger point that a step names does not exist.
    """
    muscle = muscle_of(atlas, muscle_id)
    care = care_of(muscle, routine_id)
    sides = sides_from(side, both=both_sides)
    units: list[Unit] = []
    left: list[LeftOut] = []
    for step in care.steps:
        technique_of(atlas, muscle, step)
        reason = left_out(atlas, muscle, step, answers or {})
        if reason is None:
            units.append(unit(atlas, muscle, care, step, sides, path_length))
        else:
            left.append(reason)
    kept, too_many = within_session(atlas, units, locate)
    steps = arranged(kept)
    return routine_of(
        atlas, [muscle], steps, (*left, *too_many), id=care.id, name=care.name, side=side, both_sides=both_sides
    )


def sides_from(side: Side, *, both: bool) -> tuple[Side, ...]:
    """``side``, and the other one after it for both."""
    return (side, other_side(side)) if both else (side,)


def within_session(atlas: Knowledge, units: Iterable[Unit], locate: Locate | None) -> tuple[list[Unit], list[LeftOut]]:
    """The units in order as far as a session may press, cut where less of one fits, and what is left out."""
    spots = Spots(atlas.techniques, locate)
    kept: list[Unit] = []
    left: list[LeftOut] = []
    for each in units:
        taken, done = taken_or_less(spots, each)
        if isinstance(taken, Refused):
            left.append(refused(each, taken))
        else:
            spots = taken
            kept.append(done)
    return [spots.marked(each) for each in kept], left


def taken_or_less(spots: Spots, wanted: Unit) -> tuple[Spots | Refused, Unit]:
    """The session with as much of ``wanted`` as it may press, and what that is."""
    taken = spots.take(wanted)
    if isinstance(taken, Refused) and taken.shorter:
        for less in smaller(wanted, f"Shortened: {taken.why[0].lower()}{taken.why[1:]}"):
            shorter = spots.take(less)
            if isinstance(shorter, Spots):
                return shorter, less
    return taken, wanted


def refused(each: Unit, why: Refused) -> LeftOut:
    """The entry of a unit among what is left out."""
    step = each.first
    return LeftOut(
        step=step.source_step, title=step.title, caution="", why=why.why, reason=why.reason, muscle=step.muscle
    )
