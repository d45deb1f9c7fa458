"""What the player asks to be shown on the live body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bodymap.routine.moments import Snapshot
from bodymap.routine.steps import Side

SPOT_RADIUS_CM: Final = 2.0
BALL_STEPS: Final = 600
"""The ball creeps a hand's length in most of a minute: nobody sees smaller steps, and each costs a repaint."""


@dataclass(frozen=True, slots=True)
class GuideRequest:
    """Show these place texts of ``side`` on the body: one is a spot, several are the path of a stroke in order.

    ``progress`` 0..1 is where the ball is along the path (None: nothing moves). The window turns the texts into points
    of the skin; ``side`` None (a bath, lying still) is shown on the right. ``still``: time is not passing now.
    """

    places: tuple[str, ...]
    side: Side | None
    progress: float | None
    radius_cm: float = SPOT_RADIUS_CM
    still: bool = False


def wanted(moment: Snapshot) -> GuideRequest | None:
    """The guide for a moment, None when the step has no place or the routine is over."""
    step = moment.step
    if moment.status in ("finished", "stopped"):
        return None
    if len(step.path) > 1:
        ball = None if moment.ball is None else round(moment.ball * BALL_STEPS) / BALL_STEPS
        return GuideRequest(step.path, step.side, ball, still=not moment.running)
    return GuideRequest((step.place,), step.side, None, still=not moment.running) if step.place else None
