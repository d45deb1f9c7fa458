"""How much a session presses: so long on each spot, and so many spots.

Two steps are on the same spot when their places lie within a few centimetres of each other on the body, whichever
muscle they are meant for: the ball does not know how deep the muscle is. The ceilings come from the techniques of the
atlas, with their sources: the time on a spot is that of its most patient technique, and the number of spots is the
smallest that a technique of the session allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil, dist
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from bodymap.atlas.model import Dose, StepKind, Technique, Tool
from bodymap.errors import BodymapError
from bodymap.routine.dose import at_most, spoken_time
from bodymap.routine.resolve import Locate, Unit, redosed
from bodymap.routine.steps import PlannedStep, Reason

SAME_SPOT_CM: Final = 3.0
"""About the width of the patch that a ball presses; people find a spot again to within 1 to 2 cm."""
LEAST_HEAT_SECONDS: Final = 300.0
PRESSING: Final[frozenset[StepKind]] = frozenset({"press", "strip"})
PRESSING_TOOLS: Final[frozenset[Tool]] = frozenset(
    {"fingers", "tennis_ball", "lacrosse_ball", "soft_ball", "cane", "roller"}
)


class Spot(Struct, frozen=True):
    """A place that is pressed: where, how long so far and at most, and by which kinds of step for which muscle."""

    key: str
    at: tuple[float, float, float] | None
    load: float
    ceiling: float
    by: tuple[tuple[str, StepKind], ...]
    first: PlannedStep


class Refused(Struct, frozen=True):
    """Why a unit can't be done as it is. ``shorter``: less of it could be."""

    reason: Reason
    why: str
    shorter: bool = False


class Spots(Struct, frozen=True):
    """What has been pressed in a session so far. ``most`` is how many spots it may press (None: nothing says)."""

    techniques: Mapping[str, Technique]
    locate: Locate | None = None
    spots: tuple[Spot, ...] = ()
    most: int | None = None

    def take(self, unit: Unit) -> Spots | Refused:
        """The session with ``unit`` in it, or why that would be too much."""
        taken: Spots | Refused = self
        for step in unit.steps:
            if isinstance(taken, Refused) or not presses(step):
                continue
            taken = taken.with_step(step)
        return taken

    def with_step(self, step: PlannedStep) -> Spots | Refused:
        """The session with one more step that presses, or why that would be too much."""
        found, at = self._find(step)
        allowed = self.techniques[step.technique].max_spots_per_session
        most = min((each for each in (self.most, allowed) if each is not None), default=None)
        if found is None:
            if most is not None and len(self.spots) >= most:
                return Refused("spots", f"One session presses {most} spots at most. Do this one another time.")
            fresh = Spot(place_text(step), at, step.work_seconds, step.ceiling, ((step.muscle, step.kind),), step)
            return replace(self, spots=(*self.spots, fresh), most=most)
        if any(kind == step.kind and muscle != step.muscle for muscle, kind in found.by):
            done = f"“{found.first.title}” ({found.first.muscle_name})"
            return Refused("same_spot", f"It is the same spot as in {done}, so it is treated once.")
        ceiling = max(found.ceiling, step.ceiling)
        if found.load + step.work_seconds > ceiling + 1e-6:
            why = f"One spot gets no more than {spoken_time(ceiling)} of pressure in one session."
            return Refused("ceiling", why, shorter=True)
        more = replace(
            found,
            load=found.load + step.work_seconds,
            ceiling=ceiling,
            by=(*found.by, (step.muscle, step.kind)),
        )
        return replace(self, spots=tuple(more if spot is found else spot for spot in self.spots), most=most)

    def _find(self, step: PlannedStep) -> tuple[Spot | None, tuple[float, float, float] | None]:
        at = self._where(step)
        text = place_text(step)
        for spot in self.spots:
            near = at is not None and spot.at is not None and dist(at, spot.at) <= SAME_SPOT_CM
            if near or spot.key == text:
                return spot, at
        return None, at

    def _where(self, step: PlannedStep) -> tuple[float, float, float] | None:
        if self.locate is None or step.place is None:
            return None
        try:
            return self.locate(step.place, step.side or "right")
        except BodymapError:
            return None  # a place that can't be drawn is told in words, and is its own spot

    def marked(self, unit: Unit) -> Unit:
        """``unit`` with the spots its steps press on and how long those may be pressed."""
        return Unit(tuple(self._marked(step) for step in unit.steps))

    def _marked(self, step: PlannedStep) -> PlannedStep:
        found = self._find(step)[0] if presses(step) else None
        if found is None:
            return step
        return replace(step, spot_key=found.key, spot_ceiling=found.ceiling)


def presses(step: PlannedStep) -> bool:
    """Whether a step presses on a spot: steady, gliding, or moving with something under the muscle."""
    under = step.kind in PRESSING or (step.kind == "move" and step.tool in PRESSING_TOOLS)
    return under and step.place is not None


def place_text(step: PlannedStep) -> str:
    """Place and side of a step in one, as the key of its spot."""
    return f"{step.place}|{step.side or 'both'}"


def smaller(unit: Unit, note: str, least_share: float = 0.5) -> Iterator[Unit]:
    """The unit with ever fewer repetitions, not below ``least_share`` of them (and never below one).

    Warmth has one repetition: it gets shorter by minutes, down to five, when the skin is looked at.
    """
    dose = unit.first.dose
    if unit.heats and dose.seconds is not None:
        for minutes in range(ceil(dose.seconds / 60.0) - 1, ceil(LEAST_HEAT_SECONDS / 60.0) - 1, -1):
            yield _with(unit, replace(dose, seconds=minutes * 60.0), note)
        return
    whole = dose.sets * dose.repetitions
    seen = (dose.sets, dose.repetitions)
    for most in range(whole - 1, max(1, ceil(whole * least_share)) - 1, -1):
        sets, repetitions = at_most(most, dose.sets, dose.repetitions)
        if (sets, repetitions) == seen:
            continue
        seen = sets, repetitions
        steps = [replace(step.dose, sets=sets, repetitions=repetitions) for step in unit.steps]
        yield Unit(tuple(redosed(step, less, note) for step, less in zip(unit.steps, steps, strict=True)))


def _with(unit: Unit, dose: Dose, note: str) -> Unit:
    return Unit(tuple(redosed(step, dose, note) for step in unit.steps))
