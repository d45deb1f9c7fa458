"""What the player does when somebody says that it hurts too much."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from bodymap.routine.course import Course
from bodymap.routine.easing import SEVERE, advice, gentler, shortened
from bodymap.routine.moments import Event
from bodymap.routine.saved import Lowered
from bodymap.routine.steps import PlannedStep

MOST_NOTES: Final = 200
LOWERED_HOLDS_SECONDS: Final = 10.0
UNTOUCHED: Final = frozenset({"heat", "rest"})
"""Kinds of steps that do not become too much because pressing on the muscle was."""


class Comfort(Course):
    """A course whose dose can be lowered on the way, and never raised again."""

    def too_much(self, rating: int | None = None) -> Lowered | None:
        """It hurts too much, ``rating`` of 10: lower the dose of what is left, here and on the same muscle and side.

        A spot that is severe, or too much at its lowest dose, is left alone for this session. Gives what was lowered
        and why, None when no step is open.

        Raises:
            ValueError: ``rating`` is not 0 to 10, which only a bug asks for.
        """
        if rating is not None and not 0 <= rating <= 10:
            raise ValueError("a rating is 0 to 10")
        now = self._catch_up()
        if not self._open():
            return None
        step = self.routine.steps[self._step]
        lower = None if rating is not None and rating >= SEVERE else gentler(step)
        told = _told(self._step, rating, step, lower)
        if len(self.notes.lowered) < MOST_NOTES:
            self.notes = replace(self.notes, lowered=(*self.notes.lowered, told))
        phase = self._run[self._phase]
        self._events.append(Event("lowered", self._step, phase, now, until=now + LOWERED_HOLDS_SECONDS))
        if lower is None:
            self._leave_spot(now)
        else:
            self._ease_off(lower, told.why, now)
        return told

    def _ease_off(self, lower: PlannedStep, why: str, now: float) -> None:
        self._run = shortened(self._run, self._phase, self._inside(now), lower.dose)
        coming = sum(phase.seconds for phase in self._run[self._phase :] if phase.loads)
        most = self._ledger.tallies()[self._step].worked + coming
        self._take_over(self._step, replace(lower, ceiling=min(self._present_ceiling(), most), note=why))
        for index in range(self._step + 1, len(self.routine.steps)):
            if _goes_with(self.routine.steps[index], lower) and self._ledger.tallies()[index].outcome == "open":
                self._make_gentler(index)
        if self._phase and self._phase + 1 == len(self._run) and not self._run[self._phase].loads:
            self._end_step("done", now)

    def _make_gentler(self, index: int) -> None:
        """Lower a step to come. One that was begun before somebody went back may have had all of its new dose."""
        gentle = gentler(self.routine.steps[index])
        if gentle is None:
            return
        worked = self._ledger.tallies()[index].worked
        note = "Made gentler, because the step before was too much."
        self._take_over(index, replace(gentle, note=note, ceiling=max(gentle.ceiling, worked)))
        if not self._ledger.can_enter(index):
            self._ledger.close(index, "done")

    def _present_ceiling(self) -> float:
        return self.routine.steps[self._step].ceiling

    def _leave_spot(self, now: float) -> None:
        """Leave this step, and those to come that press on the same spot."""
        key = self.routine.steps[self._step].spot_key
        for index in range(self._step + 1, len(self.routine.steps)):
            undone = self._ledger.tallies()[index].outcome in ("open", "skipped")
            if key and self.routine.steps[index].spot_key == key and undone:
                self._ledger.close(index, "left")
        self._end_step("left", now)

    def _take_over(self, index: int, step: PlannedStep) -> None:
        steps = self.routine.steps
        self.routine = replace(self.routine, steps=(*steps[:index], step, *steps[index + 1 :]))
        self._ledger.routine = self.routine


def _goes_with(other: PlannedStep, lowered: PlannedStep) -> bool:
    """Whether a step is on the same muscle and side, and not of a kind that soothes."""
    same_side = other.side is None or other.side == lowered.side
    return other.muscle == lowered.muscle and same_side and other.kind not in UNTOUCHED


def _told(index: int, rating: int | None, step: PlannedStep, lower: PlannedStep | None) -> Lowered:
    if lower is not None:
        hurts = "it is too much" if rating is None else f"it is {rating} of 10"
        why = f"You said {hurts}. {advice(step.kind)} Now {lower.dose_text}; before it was {step.dose_text}."
    elif rating is not None and rating >= SEVERE:
        why = f"{rating} of 10 is too much to go on with. Leave this spot alone today."
    else:
        why = "It is too much even at the lowest dose. Leave this spot alone today."
    after = lower.dose_text if lower else ""
    return Lowered(step=index, rating=rating, before=step.dose_text, after=after, why=why, leaves=lower is None)
