"""How long a stroke over the skin is: routines need it to time a slow stripping stroke."""

from __future__ import annotations

from itertools import pairwise
from math import dist
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bodymap.engine import Engine
    from bodymap.routine.resolve import PathLength
    from bodymap.routine.steps import Side


def path_length(engine: Engine) -> PathLength:
    """A function that measures a path of place texts on one side, in cm over the skin of the engine's figure."""

    def measure(places: tuple[str, ...], side: Side) -> float:
        points = engine.path(places, side)
        return sum(dist(one.position, other.position) for one, other in pairwise(points))

    return measure
