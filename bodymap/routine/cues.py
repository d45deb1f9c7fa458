"""What is worth saying while a phase runs, and when exactly: half of it, its last seconds, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from bodymap.routine.moments import EventKind
from bodymap.routine.steps import Phase

LAST_SECONDS: Final = 5.0
WORTH_A_WARNING_SECONDS: Final = 9.0
"""Shorter phases end before a warning of their end would help."""
WORTH_A_HALF_SECONDS: Final = 20.0
"""In shorter phases the half and the last seconds would run into each other."""
HALF_HOLDS_SECONDS: Final = 3.0
PREVIEW_SECONDS: Final = 12.0
"""Long enough to say what comes next before the last seconds are counted."""


class Cue(Struct, frozen=True):
    """``kind`` is due ``inside`` seconds after the beginning of the phase and true until ``until`` seconds after it."""

    kind: EventKind
    inside: float
    until: float


def cues(phase: Phase, *, fine: bool, before_next: bool) -> Iterator[Cue]:
    """The cues of a phase in the order in which they are due.

    Without ``fine`` the warning of its end alone. ``before_next``: another step follows when this phase has ended.
    """
    whole = phase.seconds
    if fine:
        found = list(_fine(phase, before_next=before_next))
        yield from sorted(found, key=lambda cue: cue.inside)
    elif whole >= WORTH_A_WARNING_SECONDS:
        yield Cue("last_seconds", whole - LAST_SECONDS, whole)


def _fine(phase: Phase, *, before_next: bool) -> Iterator[Cue]:
    whole = phase.seconds
    if before_next:
        yield Cue("preview", max(0.0, whole - PREVIEW_SECONDS), whole)
    if whole >= WORTH_A_HALF_SECONDS and phase.loads:
        yield Cue("half", whole / 2, whole / 2 + HALF_HOLDS_SECONDS)
    if whole >= WORTH_A_WARNING_SECONDS:
        yield Cue("last_seconds", whole - LAST_SECONDS, whole)
        for second in range(int(LAST_SECONDS), 0, -1):
            yield Cue("second", whole - second, whole - second + 1.0)
