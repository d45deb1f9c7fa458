"""What the player asks to be shown on the live body."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from bodymap.routine.moments import Snapshot
from bodymap.routine.steps import Side

SPOT_RADIUS_CM: Final = 2.0
BALL_STEPS: Final = 600
"""The ball creeps a hand's length in most of a minute: nobody sees smaller steps, and each costs a repaint."""

BREATH_STEPS: Final = 60
"""The ring round a spot grows by some ten pixels in a breath."""


class GuideRequest(Struct, frozen=True):
    """Show these place texts of ``side`` on the body: one is a spot, several are the path of a stroke in order.

    ``progress`` 0..1 is where the ball is along the path, of a single spot its breath (None: nothing is led). The
    window turns the texts into points of the skin; ``side`` None (a bath, lying still) is shown on the right.
    ``still``: time is not passing now.
    """

    places: tuple[str, ...]
    side: Side | None
    progress: float | None
    radius_cm: float = SPOT_RADIUS_CM
    still: bool = False


def breath(moment: Snapshot, *, calm: bool = False) -> float | None:
    """How full the breath is that leads through contract-relax, 0..1: it comes in with the push and leaves after it.

    None in every other phase. ``calm``: it is full or empty, and nothing moves between.
    """
    if moment.phase.kind not in ("contract", "relax") or moment.status not in ("running", "paused"):
        return None
    pushing = moment.phase.kind == "contract"
    if calm:
        return 1.0 if pushing else 0.0
    share = min(1.0, max(0.0, moment.phase_fraction))
    smooth = share * share * (3.0 - 2.0 * share)  # slow at both ends, as lungs are
    return smooth if pushing else 1.0 - smooth


def wanted(moment: Snapshot, *, calm: bool = False) -> GuideRequest | None:
    """The guide for a moment, None when the step has no place or the routine is over. ``calm``: without a breath."""
    step = moment.step
    if moment.status in ("finished", "stopped"):
        return None
    if len(step.path) > 1:
        ball = None if moment.ball is None else round(moment.ball * BALL_STEPS) / BALL_STEPS
        return GuideRequest(step.path, step.side, ball, still=not moment.running)
    if not step.place:
        return None
    full = None if calm else breath(moment)
    led = None if full is None else round(full * BREATH_STEPS) / BREATH_STEPS
    return GuideRequest((step.place,), step.side, led, still=not moment.running)
