"""One routine from several sources of pain, in the right order and in the time there is.

The order: a muscle before those that it wakes (its satellites), because a satellite comes back while its key muscle is
left alone; warmth last. In the time that was chosen every muscle gets its first treating step before any gets its
second, the key muscles first, and a dose is shortened to half of its repetitions before a step is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from msgspec import Struct, field

from bodymap.atlas.model import CareRoutine, Muscle
from bodymap.errors import BodymapError
from bodymap.routine.plan import refused
from bodymap.routine.resolve import Knowledge, Locate, PathLength, Unit, arranged, muscle_of, unit
from bodymap.routine.safety import TREATING, left_out, suited
from bodymap.routine.spots import Refused, Spots, smaller
from bodymap.routine.steps import LeftOut, PlannedStep, Routine, Side
from bodymap.routine.told import routine_of

MINUTES: Final = (3, 8, 15)
"""The times to choose from. Two sittings of 15 minutes a day are what a practice advises to begin with."""
MOST_SOURCES: Final = 12
LEAST_SHARES: Final = (0.5, 0.0)
"""Half of the repetitions is the least; a single one only where otherwise nothing at all could be done."""
WAKES: Final = frozenset({"activates", "overloads"})
WOKEN_BY: Final = frozenset({"activated_by", "overloaded_by"})


class Wanted(Struct, frozen=True):
    """A muscle of the routine with the sides to treat and the routine of the atlas that is taken for it."""

    muscle: Muscle
    sides: tuple[Side, ...]
    care: CareRoutine


class Draft(Struct):
    """The routine so far: which units are in (by number of muscle and of step), and what is left out."""

    spots: Spots
    seconds: float
    units: dict[tuple[bool, int, int], Unit] = field(default_factory=dict)
    left: list[LeftOut] = field(default_factory=list)

    def offer(self, place: tuple[bool, int, int], wanted: Unit, least_share: float, minutes: int) -> None:
        """Take a unit in, shortened if need be, or say why not."""
        why: Refused | None = None
        note = f"Shortened, so that all of it fits into {minutes} minutes."
        for each in (wanted, *smaller(wanted, note, least_share)):
            taken = self.spots.take(each)
            if isinstance(taken, Refused):
                why = taken
                if not taken.shorter:
                    break
                continue
            if self._lasts(place, each) <= self.seconds:
                self.spots = taken
                self.units[place] = each
                return
            why = None
        self.left.append(refused(wanted, why or _no_time(wanted, minutes)))

    def _lasts(self, place: tuple[bool, int, int], more: Unit) -> float:
        return sum(step.seconds for step in ordered(self.units | {place: more}))


def _no_time(wanted: Unit, minutes: int) -> Refused:
    why = f"There is no time left for it in {minutes} minutes."
    return Refused("time", f"{why} Warmth does you good afterwards too." if wanted.heats else why)


def ordered(units: Mapping[tuple[bool, int, int], Unit]) -> tuple[PlannedStep, ...]:
    """The steps of the units: not warmth before warmth, then by muscle, then as the atlas has them."""
    return arranged(units[place] for place in sorted(units))


def combine(
    atlas: Knowledge,
    sources: Sequence[tuple[str, Side]],
    *,
    minutes: int = 8,
    answers: Mapping[str, bool] | None = None,
    points: Mapping[str, Collection[str]] | None = None,
    choose: Mapping[str, str] | None = None,
    path_length: PathLength | None = None,
    locate: Locate | None = None,
) -> Routine:
    """A routine of at most ``minutes`` minutes for these muscles and sides, the most likely source first.

    ``points`` are the trigger points that matter, by muscle, and ``choose`` the routine to take for a muscle; else the
    one that treats the points and that the ``answers`` leave whole. What is left out is told with its reason.

    Raises:
        BodymapError: there are no sources or too many, one is not in the atlas, or ``minutes`` is not 3 to 15.
    """
    if not MINUTES[0] <= minutes <= MINUTES[-1]:
        raise BodymapError(f"A routine from several sources takes {MINUTES[0]} to {MINUTES[-1]} minutes.")
    if not 1 <= len(sources) <= MOST_SOURCES:
        raise BodymapError(f"Choose 1 to {MOST_SOURCES} muscles for a routine.")
    said = answers or {}
    wanted = [
        Wanted(muscle, sides, _care(atlas, muscle, said, (points or {}).get(muscle.id, ()), (choose or {})))
        for muscle, sides in in_order(atlas, sources)
    ]
    offers, blocked = _offers(atlas, wanted, said, path_length)
    draft = Draft(Spots(atlas.techniques, locate), minutes * 60.0)
    for least_share in LEAST_SHARES:
        draft = Draft(Spots(atlas.techniques, locate), minutes * 60.0)
        for place, each in offers:
            draft.offer(place, each, least_share, minutes)
        if draft.units:
            break
    return _routine(atlas, wanted, draft, blocked, minutes)


def _care(
    atlas: Knowledge, muscle: Muscle, answers: Mapping[str, bool], points: Collection[str], choose: Mapping[str, str]
) -> CareRoutine:
    asked = next((care for care in muscle.care.routines if care.id == choose.get(muscle.id)), None)
    return asked or suited(atlas, muscle, answers, points)


def in_order(atlas: Knowledge, sources: Sequence[tuple[str, Side]]) -> list[tuple[Muscle, tuple[Side, ...]]]:
    """The muscles with their sides, each after those that wake or overload it; else, and in a circle, as they came."""
    sides: dict[str, tuple[Side, ...]] = {}
    for muscle, side in sources:
        muscle_of(atlas, muscle)
        sides[muscle] = tuple(dict.fromkeys((*sides.get(muscle, ()), side)))
    before = {muscle: _keys_of(atlas, muscle, sides) for muscle in sides}
    done: list[str] = []
    while len(done) < len(sides):
        rest = [muscle for muscle in sides if muscle not in done]
        free = [muscle for muscle in rest if before[muscle] <= set(done)]
        done.append((free or rest)[0])
    return [(atlas.muscles[muscle], sides[muscle]) for muscle in done]


def _keys_of(atlas: Knowledge, muscle: str, among: Collection[str]) -> set[str]:
    """The muscles ``among`` these that wake or overload ``muscle``, whichever of the two files says so."""
    own = {link.to for link in atlas.muscles[muscle].links if link.kind in WOKEN_BY}
    told = {other for other in among for link in atlas.muscles[other].links if link.to == muscle and link.kind in WAKES}
    return ((own & set(among)) | told) - {muscle}


def _offers(
    atlas: Knowledge, wanted: Sequence[Wanted], answers: Mapping[str, bool], path_length: PathLength | None
) -> tuple[list[tuple[tuple[bool, int, int], Unit]], list[LeftOut]]:
    """The units in the order in which they are offered a place, each with the place that it would have."""
    rounds: list[tuple[tuple[bool, int, int], tuple[bool, int, int], Unit]] = []
    blocked: list[LeftOut] = []
    for number, each in enumerate(wanted):
        turn = 0
        for index, step in enumerate(each.care.steps):
            reason = left_out(atlas, each.muscle, step, answers)
            if reason is not None:
                blocked.append(reason)
                continue
            made = unit(atlas, each.muscle, each.care, step, each.sides, path_length)
            treats = made.first.kind in TREATING
            rounds.append(
                ((made.heats, turn if treats else len(each.care.steps), number), (made.heats, number, index), made)
            )
            turn += treats
    rounds.sort(key=lambda offer: offer[0])
    return [(place, made) for _, place, made in rounds], blocked


def _routine(
    atlas: Knowledge, wanted: Sequence[Wanted], draft: Draft, blocked: Sequence[LeftOut], minutes: int
) -> Routine:
    steps = ordered({place: draft.spots.marked(each) for place, each in draft.units.items()})
    muscles = list(dict.fromkeys(step.muscle for step in steps)) or [wanted[0].muscle.id]
    treated = [each for each in wanted if each.muscle.id in muscles]
    return routine_of(
        atlas,
        [each.muscle for each in treated],
        steps,
        (*blocked, *draft.left),
        id="combined",
        name=f"{treated[0].care.name}, {minutes} minutes" if len(treated) == 1 else f"Together, {minutes} minutes",
        side=treated[0].sides[0],
        both_sides=len({side for each in treated for side in each.sides}) > 1,
    )
