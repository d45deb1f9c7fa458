"""The clock that routines run on in the window."""

from __future__ import annotations

import time

LONGEST_GAP_SECONDS = 30.0
"""A longer silence of the clock than this means that the machine slept; the panel looks at least every ten seconds."""


def wakeful_clock() -> float:
    """Monotonic seconds that also pass while the machine sleeps (where the system has such a clock)."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boottime is None else time.clock_gettime(boottime)
