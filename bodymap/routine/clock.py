"""The clocks a routine runs on: one that goes on while the machine sleeps, and how long the machine has slept.

A lid that is closed stops some clocks and not others. With both kinds the player knows for sure that the machine slept,
and for how long, instead of guessing it from a silence: Linux has CLOCK_BOOTTIME and CLOCK_MONOTONIC, macOS
CLOCK_MONOTONIC and CLOCK_UPTIME_RAW, Windows the tick count and the unbiased interrupt time.
"""

from __future__ import annotations

import sys
import time
from typing import Final

_WITH_SLEEP: Final = getattr(time, "CLOCK_BOOTTIME", None)
_WITHOUT_SLEEP: Final = getattr(time, "CLOCK_UPTIME_RAW", None)


def wakeful_clock() -> float:
    """Monotonic seconds that also pass while the machine sleeps, where the system has such a clock."""
    if _WITH_SLEEP is not None:
        return time.clock_gettime(_WITH_SLEEP)
    if _WITHOUT_SLEEP is not None:  # macOS: its CLOCK_MONOTONIC goes on, time.monotonic() does not
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def asleep() -> float:
    """How many seconds the machine has slept in all; what counts is how it grows. 0 where that can't be known."""
    awake = _awake_clock()
    return 0.0 if awake is None else max(0.0, wakeful_clock() - awake)


def _awake_clock() -> float | None:
    """Monotonic seconds that stand still while the machine sleeps."""
    if _WITHOUT_SLEEP is not None:
        return time.clock_gettime(_WITHOUT_SLEEP)
    if _WITH_SLEEP is not None:
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    if sys.platform == "win32":
        import ctypes

        ticks = ctypes.c_ulonglong()
        if ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks)):
            return ticks.value / 1e7
    return None
