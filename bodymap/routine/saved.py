"""A routine under way as plain values: what is written at each change, so that a crash loses nothing."""

from __future__ import annotations

import math
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from bodymap.errors import BodymapError
from bodymap.routine.steps import Duration, Phase, Ready, Routine

VERSION: Final = 1

Status = Literal["ready", "running", "paused", "finished", "stopped"]
Outcome = Literal["open", "done", "skipped", "eased"]

_UNREADABLE = "The routine that was under way can't be read, so it can't be gone on with. Please start it again."
_ROUNDING = 0.01


class Tally(Ready, frozen=True):
    """What became of a step: seconds of load so far, and how it ended (``open``: it hasn't)."""

    worked: Duration = 0.0
    outcome: Outcome = "open"


class Saved(Ready, frozen=True):
    """A moment of the player: ``spent`` seconds into phase ``phase`` of ``run``, the present step as it is done."""

    version: Literal[1]
    routine: Routine
    status: Status
    step: Annotated[int, Meta(ge=0)]
    phase: Annotated[int, Meta(ge=0)]
    run: Annotated[tuple[Phase, ...], Meta(min_length=1)]
    spent: Duration
    tallies: tuple[Tally, ...]

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
            BodymapError: they are not a routine under way, or were written by a newer Bodymap.
        """
        if isinstance(data, dict):
            version = data.get("version")
            if isinstance(version, int) and version > VERSION:
                raise BodymapError("The routine that was under way was saved by a newer Bodymap. Please use that one.")
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
        return self.tallies[self.step].worked + coming <= steps[self.step].ceiling + _ROUNDING
