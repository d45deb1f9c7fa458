"""Where a player is in its routine, and how time, steps and ceilings move it along."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from bodymap.errors import BodymapError
from bodymap.routine.ledger import LEAST_SECONDS, Ledger
from bodymap.routine.moments import Event
from bodymap.routine.saved import Saved, Status
from bodymap.routine.steps import Routine

LAST_SECONDS: Final = 5.0
WORTH_A_WARNING_SECONDS: Final = 9.0
"""Shorter phases end before a warning of their end would help."""
LONGEST_PAUSE_SECONDS: Final = 300.0
"""How long a phase without load, such as a rest, can be made."""


class Course:
    """The state of a player (see :class:`bodymap.routine.player.Player`, which adds the commands)."""

    def __init__(
        self,
        routine: Routine,
        clock: Callable[[], float],
        *,
        longest_gap: float | None = None,
        saved: Saved | None = None,
    ) -> None:
        if not routine.steps:
            raise BodymapError("Nothing is left of this routine after your answers to the safety questions.")
        start = saved or Saved.fresh(routine)
        self.routine = routine
        self._clock = clock
        self._longest_gap = longest_gap
        self._status: Status = "paused" if start.status == "running" else start.status
        self._ledger = Ledger(routine, start.tallies)
        self._step = start.step
        self._run = start.run
        self._phase = start.phase
        self._spent = start.spent  # seconds in this phase, while time stands still
        self._since = 0.0  # the clock's time at which this phase would have begun without pauses, while running
        self._looked = clock()
        self._warned = False
        self._events: list[Event] = []

    # How time passes

    def _catch_up(self, now: float | None = None) -> float:
        """Live through all phases that have ended since the last look; gives the time it is."""
        now = max(self._clock() if now is None else now, self._looked)
        if self._status == "running" and self._longest_gap is not None and now - self._looked > self._longest_gap:
            self._stand_still(self._looked)
            self._events.append(Event("suspended", self._step, self._run[self._phase], now))
        while self._status == "running":
            ends = self._since + self._run[self._phase].seconds
            if now < ends:
                break
            self._next_phase(ends)
        self._looked = now
        if self._status == "running":
            self._warn(now)
        return now

    def _warn(self, now: float) -> None:
        phase = self._run[self._phase]
        if not self._warned and phase.seconds >= WORTH_A_WARNING_SECONDS and self._left(now) <= LAST_SECONDS:
            self._warned = True
            self._events.append(Event("last_seconds", self._step, phase, now))

    def _inside(self, now: float) -> float:
        return max(now - self._since, 0.0) if self._status == "running" else self._spent

    def _left(self, now: float) -> float:
        return self._run[self._phase].seconds - self._inside(now)

    def _stand_still(self, now: float) -> None:
        self._spent = self._inside(now)
        self._status = "paused"

    # How steps follow each other

    def _next_phase(self, at: float) -> None:
        if self._phase + 1 == len(self._run):
            self._end_step("done", at)
            return
        self._book(at)
        self._begin(self._phase + 1, at)
        self._events.append(Event("phase", self._step, self._run[self._phase], at))

    def _begin(self, phase: int, at: float) -> None:
        self._phase, self._since, self._spent, self._warned = phase, at, 0.0, False

    def _leave(self, outcome: Literal["skipped", "eased"]) -> bool:
        now = self._catch_up()
        if not self._open():
            return False
        self._end_step(outcome, now)
        return True

    def _end_step(self, outcome: Literal["done", "skipped", "eased"], at: float) -> None:
        self._book(at)
        self._ledger.close(self._step, outcome)
        ahead = self._ledger.ahead(self._step)
        if ahead:
            self._enter(ahead[0], at)
            return
        self._begin(len(self._run) - 1, at)
        self._spent = self._run[self._phase].seconds
        self._status = "finished"
        self._events.append(Event("finished", self._step, None, at))

    def _enter(self, index: int, at: float) -> None:
        self._step, self._run = index, self._ledger.run(index)
        self._begin(0, at)
        self._events.append(Event("step", index, self._run[0], at))

    # How the ceilings are kept

    def _open(self) -> bool:
        return self._status in ("ready", "running", "paused")

    def _worked(self, now: float) -> float:
        phase = self._run[self._phase]
        return min(self._inside(now), phase.seconds) if phase.loads else 0.0

    def _book(self, now: float) -> None:
        """Count the load of this phase up to the present; the caller then begins another phase or ends."""
        self._ledger.book(self._step, self._worked(now))

    def _room(self) -> float:
        """How many seconds of load the spot of this step may still get."""
        return self._ledger.budget(self._step) - self._worked(self._looked)

    def _earlier(self) -> int | None:
        """Where a step back leads: the nearest step before that may still be loaded, else this one again."""
        if self._status == "finished":
            return self._ledger.nearest(self._step)
        if not self._open():
            return None
        before = self._ledger.nearest(self._step - 1)
        return self._step if before is None and self._may_repeat() else before

    def _may_repeat(self) -> bool:
        return self._open() and self._room() >= min(LEAST_SECONDS, self.routine.steps[self._step].work_seconds)

    def _may_ease(self) -> bool:
        begun = self._status in ("running", "paused") and self._run[self._phase].kind not in ("get_ready", "switch")
        return begun and self.routine.steps[self._step].dose.until_eases

    def _may_hurry(self) -> bool:
        return self._status in ("running", "paused") and not self._run[self._phase].loads

    def _most_more(self) -> float:
        """How many seconds may be added to this phase."""
        phase = self._run[self._phase]
        if not self._open():
            return 0.0
        if not phase.loads:
            return max(0.0, LONGEST_PAUSE_SECONDS - phase.seconds)
        planned = self._left(self._looked) + sum(each.seconds for each in self._run[self._phase + 1 :] if each.loads)
        spare = self._room() - planned
        return spare if spare >= 1.0 else 0.0
