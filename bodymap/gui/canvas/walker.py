"""Walking over the figures with the arrow keys: plain arithmetic on scene points, in cm."""

from __future__ import annotations

from collections.abc import Callable

FARTHEST_CM = 260.0
"""How far an arrow looks for skin across a gap, such as from one figure to the next."""
LOOK_CM = 1.0
INTO_REGION_CM = 2.0
"""How far beyond its border a region is entered, so that the place is clearly inside it."""

Direction = tuple[int, int]
Point = tuple[float, float]


def step(at: Point, direction: Direction, length: float, on_skin: Callable[[float, float], bool]) -> Point:
    """The place ``length`` cm further, or the first skin beyond it when that is a gap; the same place at the rim."""
    dx, dy = direction
    gone = length
    while gone <= FARTHEST_CM:
        x, y = at[0] + dx * gone, at[1] + dy * gone
        if on_skin(x, y):
            return x, y
        gone += LOOK_CM
    return at


def to_next_region(at: Point, direction: Direction, name_at: Callable[[float, float], str | None]) -> Point:
    """A place in the next named region in that direction; the same place when there is none."""
    dx, dy = direction
    here = name_at(*at)
    gone = LOOK_CM
    while gone <= FARTHEST_CM:
        x, y = at[0] + dx * gone, at[1] + dy * gone
        name = name_at(x, y)
        if name is not None and name != here:
            further = x + dx * INTO_REGION_CM, y + dy * INTO_REGION_CM
            return further if name_at(*further) == name else (x, y)
        gone += LOOK_CM
    return at
