"""What each step of a routine has had so far, and so what it may still get: the ceilings are kept here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from bodymap.routine.dose import within
from bodymap.routine.saved import Outcome, Tally, spot_seconds
from bodymap.routine.steps import Phase, Routine

_ROUNDING: Final = 1e-6
LEAST_SECONDS: Final = 5.0
"""A step is not begun again for less load than this."""


class Ledger:
    """The tallies of the steps of ``routine``, by index. Seconds of load only: getting ready and rests are free."""

    def __init__(self, routine: Routine, tallies: Iterable[Tally]) -> None:
        self.routine = routine
        self._tallies = list(tallies)

    def book(self, index: int, seconds: float) -> None:
        """Count ``seconds`` of load on a step."""
        told = self._tallies[index]
        self._tallies[index] = replace(told, worked=told.worked + seconds)

    def close(self, index: int, outcome: Outcome) -> None:
        """Say how a step ended; leaving a step that was done before does not undo it."""
        told = self._tallies[index]
        if outcome != "skipped" or told.outcome not in ("done", "eased"):
            self._tallies[index] = replace(told, outcome=outcome)

    def tallies(self) -> tuple[Tally, ...]:
        """One tally a step."""
        return tuple(self._tallies)

    def budget(self, index: int) -> float:
        """How many seconds of load a step may still get.

        Of what its spot may get, what the steps to come on the same spot need is kept for them.
        """
        step = self.routine.steps[index]
        own = step.ceiling - self._tallies[index].worked
        if not step.spot_key:
            return own
        had = spot_seconds(self.routine, self._tallies, index)
        return min(own, step.spot_ceiling - had - self._kept(index))

    def _kept(self, index: int) -> float:
        coming = range(index + 1, len(self.routine.steps))
        key = self.routine.steps[index].spot_key
        same = [self.routine.steps[i] for i in coming if self._tallies[i].outcome == "open"]
        return sum(min(step.work_seconds, step.ceiling) for step in same if step.spot_key == key)

    def can_enter(self, index: int) -> bool:
        """Whether enough of the budget is left to begin a step that was not too much."""
        if self._tallies[index].outcome == "left":
            return False
        return self.budget(index) + _ROUNDING >= min(LEAST_SECONDS, self.routine.steps[index].work_seconds)

    def run(self, index: int) -> tuple[Phase, ...]:
        """The phases of a step if it were begun now: cut to what its spot may still get."""
        step, budget = self.routine.steps[index], self.budget(index)
        return step.phases if budget + _ROUNDING >= step.work_seconds else within(step.phases, budget)

    def seconds(self, index: int) -> float:
        """How long a step would take if it were begun now."""
        return sum(phase.seconds for phase in self.run(index))

    def ahead(self, index: int) -> list[int]:
        """The steps still to come after ``index``, in order: what was done already is not run a second time."""
        coming = range(index + 1, len(self.routine.steps))
        return [i for i in coming if self._tallies[i].outcome in ("open", "skipped") and self.can_enter(i)]

    def nearest(self, index: int) -> int | None:
        """The last step up to ``index`` that can be begun again, or None."""
        return next((i for i in range(index, -1, -1) if self.can_enter(i)), None)
