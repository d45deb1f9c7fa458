"""How exact the player's time is: half an hour on a fake clock, then a real routine of one minute, polled.

    python benchmarks/drift.py [--seconds 60] [--every 0.02]

Prints, in milliseconds: the drift (how far the end of the routine is from where its steps add up to, by the player's
own clock and by another one), and how late the looks were at which each event was seen.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from msgspec.structs import replace

from bodymap.atlas.load import load_atlas
from bodymap.paths import asset
from bodymap.routine.clock import asleep, wakeful_clock
from bodymap.routine.plan import plan
from bodymap.routine.player import Player
from bodymap.routine.steps import Routine

MOST_DRIFT_MS = 50.0


@dataclass(frozen=True, slots=True)
class Played:
    """``drift`` of the end by the clock it was played on, ``seen`` by another clock; ``late``: every event. In ms."""

    drift: float
    seen: float
    late: list[float]
    looks: int


def played(routine: Routine, clock: Callable[[], float], wait: Callable[[], None]) -> Played:
    """Play a routine to its end, looking whenever ``wait`` comes back."""
    player = Player(routine, clock, asleep=asleep, cues=True)
    other, began = time.perf_counter(), clock()
    player.start()
    late: list[float] = []
    looks, ended = 0, None
    while True:
        for event in player.poll():
            late.append((clock() - event.at) * 1000.0)
            ended = event.at if event.kind == "finished" else ended
        looks += 1
        if ended is not None:
            break
        wait()
    # The last look came late by what is taken off here; what remains is the difference of the two clocks.
    seen = (time.perf_counter() - other - routine.seconds) * 1000.0 - late[-1]
    return Played((ended - began - routine.seconds) * 1000.0, seen, late, looks)


def lasting(routine: Routine, seconds: float) -> Routine:
    """``routine`` with all its phases shortened or stretched alike, so that it takes ``seconds``."""
    share = seconds / routine.seconds
    steps = [
        replace(step, phases=tuple(replace(phase, seconds=phase.seconds * share) for phase in step.phases))
        for step in routine.steps
    ]
    return replace(routine, steps=tuple(steps))


def main() -> int:
    """Measure and print; 1 when it drifts by more than 50 ms."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=60.0, help="length of the real routine")
    options.add_argument("--every", type=float, default=0.02, help="seconds between two looks")
    chosen = options.parse_args()
    shipped = plan(load_atlas(asset("atlas")), "gluteus_minimus", "right", both_sides=True)
    now = [0.0]
    chance = random.Random(5)  # noqa: S311 - irregular looks, nothing secret

    def pass_time() -> None:
        now[0] += chance.choice((0.016, 0.033, 0.41, 2.7, 9.9))

    fake = played(lasting(shipped, 1800.0), lambda: now[0], pass_time)
    print(f"fake clock, 30 minutes: drift {fake.drift:.6f} ms over {fake.looks} looks and {len(fake.late)} events")
    real = played(lasting(shipped, chosen.seconds), wakeful_clock, lambda: time.sleep(chosen.every))
    print(f"real clock, {chosen.seconds:.0f} s: drift {real.drift:.6f} ms, by another clock {real.seen:.3f} ms")
    late = sorted(real.late)
    print(f"  {len(late)} events seen {median(late):.1f} ms late in the middle, {late[-1]:.1f} ms at worst")
    return 0 if max(abs(fake.drift), abs(real.drift), abs(real.seen)) < MOST_DRIFT_MS else 1


if __name__ == "__main__":
    sys.exit(main())
