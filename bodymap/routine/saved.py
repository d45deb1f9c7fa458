"""A routine under way as plain values: what is written at each change, so that a crash loses nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from bodymap.errors import BodymapError
from bodymap.routine.steps import Duration, Phase, Ready, Routine

VERSION: Final = 3
"""1: no ratings, no sets; 2: no plain names. Files lack nothing that has no default, so they are read as they are."""

Status = Literal["ready", "running", "paused", "finished", "stopped"]
Outcome = Literal["open", "done", "skipped", "eased", "left"]
Rating = Annotated[int, Meta(ge=0, le=10)]
Moment = Annotated[float, Meta(ge=0.0, le=1e11)]
"""Seconds since 1970 by the clock on the wall."""

_UNREADABLE = "The routine that was under way can't be read, so it can't be gone on with. Please start it again."
NEWER: Final = "The routine that was under way was saved by a newer Bodymap. Please use that one."
_ROUNDING = 0.01


class NewerFileError(BodymapError):
    """It was written by a newer Bodymap, so it is not broken and has to be left as it is."""


class Tally(Ready, frozen=True):
    """What became of a step: seconds of load so far, and how it ended.

    ``open``: it hasn't; ``left``: it was too much even at its lowest dose, and is not begun again in this session.
    """

    worked: Duration = 0.0
    outcome: Outcome = "open"


class Lowered(Ready, frozen=True):
    """“Too much” at step ``step``, with the soreness 0-10 if it was told: the doses in words, ``why`` as a sentence.

    ``leaves``: there was nothing left to lower, so the spot is left alone for this session.
    """

    step: Annotated[int, Meta(ge=0)]
    rating: Rating | None
    before: str
    after: str
    why: str
    leaves: bool = False


class Notes(Ready, frozen=True):
    """What the person said: the pain before and after (0-10), each “too much”. ``begun_at`` is when they started."""

    before: Rating | None = None
    after: Rating | None = None
    begun_at: Moment | None = None
    lowered: Annotated[tuple[Lowered, ...], Meta(max_length=200)] = ()


class Saved(Ready, frozen=True):
    """A moment of the player: ``spent`` seconds into phase ``phase`` of ``run``, the present step as it is done."""

    version: Literal[1, 2, 3]
    routine: Routine
    status: Status
    step: Annotated[int, Meta(ge=0)]
    phase: Annotated[int, Meta(ge=0)]
    run: Annotated[tuple[Phase, ...], Meta(min_length=1)]
    spent: Duration
    tallies: tuple[Tally, ...]
    notes: Notes = Notes()

    @classmethod
    def fresh(cls, routine: Routine) -> Saved:
        """The beginning of a routine that has steps."""
        return cls(
            version=VERSION,
            routine=routine,
            status="ready",
            step=0,
            phase=0,
            run=routine.steps[0].phases,
            spent=0.0,
            tallies=tuple(Tally() for _ in routine.steps),
        )

    @classmethod
    def read(cls, data: object) -> Saved:
        """Plain values, checked.

        Raises:
            NewerFileError: they were written by a newer Bodymap.
            BodymapError: they are not a routine under way.
        """
        if is_newer(data):
            raise NewerFileError(NEWER)
        try:
            saved = msgspec.convert(data, cls)
        except msgspec.ValidationError as error:
            raise BodymapError(_UNREADABLE) from error
        if not saved.fits():
            raise BodymapError(_UNREADABLE)
        return saved

    def fits(self) -> bool:
        """Whether the parts agree with each other, and the load stays within the ceiling."""
        steps = self.routine.steps
        if self.step >= len(steps) or self.phase >= len(self.run) or len(self.tallies) != len(steps):
            return False
        numbers = [self.spent, *(phase.seconds for phase in self.run), *(tally.worked for tally in self.tallies)]
        if not all(math.isfinite(number) for number in numbers):
            return False
        if self.spent > self.run[self.phase].seconds + _ROUNDING:
            return False
        if self.status in ("finished", "stopped"):
            return True
        coming = sum(phase.seconds for phase in self.run[self.phase :] if phase.loads)
        step = steps[self.step]
        on_spot = spot_seconds(self.routine, self.tallies, self.step)
        own = self.tallies[self.step].worked + coming <= step.ceiling + _ROUNDING
        return own and (not step.spot_key or on_spot + coming <= step.spot_ceiling + _ROUNDING)


def is_newer(data: object) -> bool:
    """Whether plain values say that a newer Bodymap wrote them."""
    version = data.get("version") if isinstance(data, dict) else None
    return isinstance(version, int) and version > VERSION


def spot_seconds(routine: Routine, tallies: Iterable[Tally], index: int) -> float:
    """How long the spot of step ``index`` has been loaded so far, over all steps that press on it."""
    key = routine.steps[index].spot_key
    return sum(told.worked for told, step in zip(tallies, routine.steps, strict=True) if step.spot_key == key)
