"""What the player tells the window: what has happened, and what to show at a moment."""

from __future__ import annotations

from math import inf
from typing import Literal

from msgspec import Struct

from bodymap.routine.dose import RETURN_SECONDS
from bodymap.routine.saved import Status
from bodymap.routine.steps import Phase, PlannedStep

EventKind = Literal[
    "step", "phase", "half", "last_seconds", "second", "turn", "preview", "lowered", "suspended", "finished"
]


class Event(Struct, frozen=True):
    """Something that was due at time ``at`` of the clock, on step number ``step``; docs/routine.md lists the kinds.

    ``phase`` is the one that has begun or runs, of a turn of the ball the one that has ended. ``until`` is when it
    stops being true. ``seconds`` are those left in the phase, of ``suspended`` those that the machine slept;
    ``next_step`` is the number of the step that a preview is of.
    """

    kind: EventKind
    step: int
    phase: Phase | None
    at: float
    until: float = inf
    seconds: float = 0.0
    next_step: int | None = None

    def holds(self, now: float) -> bool:
        """Whether it is still true at ``now``, and so still worth saying."""
        return now < self.until


class Snapshot(Struct, frozen=True):
    """What to show now. Fractions are 0..1 done; ``ball`` is the place along the path (None when nothing moves).

    ``direction`` is +1 while the ball works along the path, -1 while it is brought back to the start. ``more`` is how
    many seconds can still be added to this phase. ``step`` and ``phase`` are the last ones after the end.
    """

    status: Status
    step_index: int
    step: PlannedStep
    phase: Phase
    seconds_left: float
    phase_fraction: float
    step_fraction: float
    total_left: float
    ball: float | None
    direction: int
    next_step: PlannedStep | None
    can_back: bool
    can_repeat: bool
    can_ease: bool
    can_hurry: bool
    can_lower: bool
    more: float

    @property
    def running(self) -> bool:
        """Whether time is passing."""
        return self.status == "running"

    @property
    def finished(self) -> bool:
        """Whether the last step has ended."""
        return self.status == "finished"


def ball_at(step: PlannedStep, phase: Phase, inside: float) -> tuple[float | None, int]:
    """Where the ball is along the path (0..1), ``inside`` seconds into a phase, and its direction; None: it stays put.

    It works in one direction only and is brought back to the start in the first seconds of a rest.
    """
    if step.kind != "strip" or len(step.path) < 2:
        return None, 1
    if phase.kind == "work":
        return (inside / phase.seconds if phase.seconds else 1.0), 1
    if phase.kind == "rest":
        return max(0.0, 1.0 - inside / RETURN_SECONDS), -1
    return 0.0, 1
