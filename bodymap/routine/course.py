"""Where a player is in its routine, and how time, steps and ceilings move it along."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from bodymap.errors import BodymapError
from bodymap.routine.cues import Cue, cues
from bodymap.routine.dose import RETURN_SECONDS
from bodymap.routine.ledger import LEAST_SECONDS, Ledger
from bodymap.routine.moments import Event, EventKind
from bodymap.routine.saved import Outcome, Saved, Status
from bodymap.routine.steps import Routine

NAP_SECONDS: Final = 2.0
"""A machine that slept for less than this has not taken anybody out of a step."""
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
        asleep: Callable[[], float] | None = None,
        cues: bool = False,
        saved: Saved | None = None,
    ) -> None:
        if not routine.steps:
            raise BodymapError("Nothing is left of this routine after your answers to the safety questions.")
        start = saved or Saved.fresh(routine)
        self.routine = routine
        self._clock = clock
        self._longest_gap = longest_gap
        self._asleep = asleep
        self._slept = asleep() if asleep else 0.0
        self._fine = cues
        self.notes = start.notes
        self._status: Status = "paused" if start.status == "running" else start.status
        self._ledger = Ledger(routine, start.tallies)
        self._step = start.step
        self._run = start.run
        self._phase = start.phase
        self._spent = start.spent  # seconds in this phase, while time stands still
        self._since = 0.0  # the clock's time at which this phase would have begun without pauses, while running
        self._looked = clock()
        self._told = start.spent or -1.0  # cues up to this time inside the phase have been told
        self._halved = False
        self._events: list[Event] = []

    # How time passes

    def _catch_up(self) -> float:
        """Live through all phases that have ended since the last look; gives the time it is."""
        now = max(self._clock(), self._looked)
        gap = self._gap(now)
        if self._status == "running" and gap:
            self._stand_still(self._looked)
            self._events.append(Event("suspended", self._step, self._run[self._phase], now, seconds=gap))
        while self._status == "running":
            ends = self._since + self._run[self._phase].seconds
            self._tell_cues(min(now, ends))
            if now < ends:
                break
            self._next_phase(ends)
        self._looked = now
        return now

    def _gap(self, now: float) -> float:
        """For how long the machine slept since the last look: 0 when it was awake, or when sleep counts as time."""
        gap = now - self._looked
        if self._asleep is not None:
            before, self._slept = self._slept, max(self._slept, self._asleep())
            if self._slept - before >= NAP_SECONDS:
                return self._slept - before
        return gap if self._longest_gap is not None and gap > self._longest_gap else 0.0

    def _tell_cues(self, now: float) -> None:
        inside = now - self._since
        for cue in self._cues():
            if self._told < cue.inside <= inside and not (cue.kind == "half" and self._halved):
                self._halved = self._halved or cue.kind == "half"
                self._tell_cue(cue)
        self._told = max(inside, self._told)

    def _cues(self) -> Iterator[Cue]:
        last = self._fine and self._phase + 1 == len(self._run) and bool(self._ledger.ahead(self._step))
        return cues(self._run[self._phase], fine=self._fine, before_next=last)

    def _tell_cue(self, cue: Cue) -> None:
        phase = self._run[self._phase]
        told = Event(
            cue.kind,
            self._step,
            phase,
            self._since + cue.inside,
            until=self._since + cue.until,
            seconds=phase.seconds - cue.inside,
            next_step=self._ledger.ahead(self._step)[0] if cue.kind == "preview" else None,
        )
        self._events.append(told)

    def _tell(self, kind: EventKind, at: float) -> None:
        """Tell of what has become of the present phase."""
        phase = self._run[self._phase]
        self._events.append(Event(kind, self._step, phase, at, until=at + phase.seconds, seconds=phase.seconds))

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
        if self._fine and self._at_end_of_path(at):
            ended = self._run[self._phase]
            self._events.append(Event("turn", self._step, ended, at, until=at + RETURN_SECONDS))
        self._begin(self._phase + 1, at)
        self._tell("phase", at)

    def _at_end_of_path(self, at: float) -> bool:
        step, phase = self.routine.steps[self._step], self._run[self._phase]
        ended = at >= self._since + phase.seconds
        return step.kind == "strip" and len(step.path) > 1 and phase.kind == "work" and ended

    def _begin(self, phase: int, at: float) -> None:
        self._phase, self._since, self._spent = phase, at, 0.0
        self._told, self._halved = -1.0, False

    def _leave(self, outcome: Outcome) -> bool:
        now = self._catch_up()
        if not self._open():
            return False
        self._end_step(outcome, now)
        return True

    def _end_step(self, outcome: Outcome, at: float) -> None:
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
        if self._status != "ready":  # before the start nothing has begun; the start tells of it
            self._tell("step", at)

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
