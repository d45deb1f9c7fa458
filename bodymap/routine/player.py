"""The player: a state machine that leads through a routine on an injected monotonic clock.

It knows no window and no sleep. Whoever owns it asks :meth:`Player.poll` what has happened and :meth:`Player.state`
what to show. A phase starts at the very moment at which the one before it ended, so nothing drifts, however rarely it
is asked. Times are seconds. Under any order of commands the load on a spot stays within the ceiling of its technique.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from bodymap.routine.comfort import Comfort
from bodymap.routine.moments import Event, Snapshot, ball_at
from bodymap.routine.saved import VERSION, Saved, Tally


class Player(Comfort):
    """Plays ``routine`` on ``clock``, a callable that gives monotonic seconds.

    ``asleep`` tells how long the machine has slept in all (:func:`bodymap.routine.clock.asleep`). Where that grows, or
    a gap between two looks is longer than ``longest_gap`` seconds, the player pauses where it was last looked at; with
    neither of them all time counts. ``cues`` adds the finer events to :meth:`poll`: halves, single seconds, turns of
    the ball, and what comes next. ``saved`` (:meth:`Saved.read`) is where it was left; what ran comes back paused.

    Raises:
        BodymapError: the routine has no steps.
    """

    # What to do

    def start(self) -> bool:
        """Begin, or go on after a pause. Every command says whether it did something."""
        now = self._catch_up()
        if self._status not in ("ready", "paused"):
            return False
        if self._status == "ready":
            self._tell("step", now)
        self._status = "running"
        self._since = now - self._spent
        return True

    def pause(self) -> bool:
        """Let time stand still."""
        now = self._catch_up()
        if self._status != "running":
            return False
        self._stand_still(now)
        return True

    def skip(self) -> bool:
        """Leave the rest of this step and go to the next one."""
        return self._leave("skipped")

    def ease(self) -> bool:
        """The spot has eased: the step is done, sooner than the clock says. Only for steps that may end so."""
        self._catch_up()
        return self._may_ease() and self._leave("eased")

    def hurry(self) -> bool:
        """Ready already: end the present pause for getting ready, switching sides or rest."""
        now = self._catch_up()
        if not self._may_hurry():
            return False
        self._next_phase(now)
        return True

    def back(self) -> bool:
        """Begin the step before again, as far as its spot may still be loaded; from the end, the last step."""
        now = self._catch_up()
        target = self._earlier()
        if target is None:
            return False
        if self._status == "finished":
            self._status = "paused"
        else:
            self._book(now)
        self._enter(target, now)
        return True

    def repeat(self) -> bool:
        """Begin this step again, as far as its spot may still be loaded."""
        now = self._catch_up()
        if not self._may_repeat():
            return False
        self._book(now)
        self._enter(self._step, now)
        return True

    def more_time(self, seconds: float) -> float:
        """Make this phase longer by up to ``seconds``; gives what was added, which the ceiling may cut to 0."""
        self._catch_up()
        added = min(max(seconds, 0.0), self._most_more())
        if added <= 0.0:
            return 0.0
        longer = replace(self._run[self._phase], seconds=self._run[self._phase].seconds + added)
        self._run = (*self._run[: self._phase], longer, *self._run[self._phase + 1 :])
        return added

    def note(self, *, before: int | None = None, after: int | None = None, begun_at: float | None = None) -> None:
        """Keep the pain before or after (0-10), or when the person began (seconds since 1970), with the state.

        Raises:
            ValueError: a rating is not 0 to 10, which only a bug asks for.
        """
        for rating in (before, after):
            if rating is not None and not 0 <= rating <= 10:
                raise ValueError("a rating is 0 to 10")
        self.notes = replace(
            self.notes,
            before=self.notes.before if before is None else before,
            after=self.notes.after if after is None else after,
            begun_at=self.notes.begun_at if begun_at is None else begun_at,
        )

    def stop(self) -> bool:
        """End here for good. What was done stays told in :meth:`tallies`."""
        now = self._catch_up()
        if not self._open():
            return False
        self._book(now)
        self._stand_still(now)
        self._status = "stopped"
        return True

    # What there is to know

    def poll(self) -> tuple[Event, ...]:
        """What has happened since the last time this was asked, in order."""
        self._catch_up()
        events, self._events = tuple(self._events), []
        return events

    def tallies(self) -> tuple[Tally, ...]:
        """For each step: seconds of load so far, and how it ended."""
        now = self._catch_up()
        told = list(self._ledger.tallies())
        if self._open():
            told[self._step] = replace(told[self._step], worked=told[self._step].worked + self._worked(now))
        return tuple(told)

    def state(self) -> Snapshot:
        """What to show now."""
        now = self._catch_up()
        step, phase, over = self.routine.steps[self._step], self._run[self._phase], self._status == "finished"
        inside = min(self._inside(now), phase.seconds)
        before = sum(each.seconds for each in self._run[: self._phase])
        whole = sum(each.seconds for each in self._run)
        ahead = self._ledger.ahead(self._step)
        ball, direction = ball_at(step, phase, inside)
        return Snapshot(
            status=self._status,
            step_index=self._step,
            step=step,
            phase=phase,
            seconds_left=phase.seconds - inside,
            phase_fraction=inside / phase.seconds if phase.seconds else 1.0,
            step_fraction=1.0 if over or not whole else (before + inside) / whole,
            total_left=0.0 if over else whole - before - inside + sum(self._ledger.seconds(index) for index in ahead),
            ball=None if over else ball,
            direction=direction,
            next_step=self.routine.steps[ahead[0]] if ahead and not over else None,
            can_back=self._earlier() is not None,
            can_repeat=self._may_repeat(),
            can_ease=self._may_ease(),
            can_hurry=self._may_hurry(),
            can_lower=self._open(),
            more=self._most_more(),
        )

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain values, for :meth:`Saved.read`; time since the last look is counted in."""
        now = self._catch_up()
        saved = Saved(
            version=VERSION,
            routine=self.routine,
            status=self._status,
            step=self._step,
            phase=self._phase,
            run=self._run,
            spent=min(self._inside(now), self._run[self._phase].seconds),
            tallies=self._ledger.tallies(),
            notes=self.notes,
        )
        built: dict[str, Any] = msgspec.to_builtins(saved)
        return built
