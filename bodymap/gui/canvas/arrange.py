"""How the figures stand side by side: packed by their silhouettes, in the rows that suit the shape of the canvas.

Lengths are cm; y runs down. A figure's silhouette is kept as its left and right edge in strips of 2 cm from the floor
up, so that a leg can stand under an arm held forward and nothing is wasted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bodymap.gui.canvas.camera import Rect

STRIP_CM = 2.0
GAP_CM = 3.5
LABEL_CM = 15.0
"""Height kept free under each row for the name of the view."""
LABEL_HALF_CM = 13.0
ROWS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("front", "back", "soles", "right", "inner_right", "inner_left", "left"),),
    (("front", "soles", "back"), ("right", "inner_right", "inner_left", "left")),
    (("front",), ("back", "soles"), ("right", "inner_right"), ("inner_left", "left")),
)
"""The arrangements there are, preferred ones first. Each leg's inner side stands beside that side of the body."""
PAIRS = {"inner_legs": ("inner_right", "inner_left")}
"""Views that are shown large together, by the name of both."""
LARGE = ("front", "back", "left", "right", "soles", *PAIRS)
"""What can be shown large, in the order of its keys."""
WORTH = 1.05
"""So much larger must the figures become for a less preferred arrangement."""

Floats = NDArray[np.float64]


class Profile(Struct, frozen=True, eq=False):
    """A view's box (cm) and its silhouette: ``left`` and ``right`` (n,) edges of each strip, from the floor up.

    Strips without any skin hold +inf and -inf. ``stand`` is the x under which the view's name is written.
    """

    width: float
    height: float
    left: Floats
    right: Floats
    stand: float

    def mirrored(self) -> Profile:
        """The same silhouette seen in a mirror."""
        return Profile(
            self.width, self.height, self.width - self.right, self.width - self.left, self.width - self.stand
        )


def large_of(view: str) -> str:
    """What is shown large when a view is: itself, or the pair that it belongs to."""
    return next((name for name, pair in PAIRS.items() if view in pair), view)


class Arrangement(Struct, frozen=True):
    """``places``: the top-left corner of each view's box; ``content``: all of them with their names."""

    places: dict[str, tuple[float, float]]
    content: Rect
    rows: tuple[tuple[str, ...], ...]


def profile(width: float, height: float, outline: Floats) -> Profile:
    """The silhouette of a view from the points of its outline (n, 2), in the coordinates of the view's box."""
    count = max(1, int(np.ceil(height / STRIP_CM)))
    left, right = np.full(count, np.inf), np.full(count, -np.inf)
    strips = np.clip(((height - outline[:, 1]) / STRIP_CM).astype(int), 0, count - 1)
    np.minimum.at(left, strips, outline[:, 0])
    np.maximum.at(right, strips, outline[:, 0])
    low = outline[outline[:, 1] > height - 12.0]
    stand = float((low[:, 0].min() + low[:, 0].max()) / 2) if len(low) else width / 2
    return Profile(width, height, left, right, stand)


def arrange(profiles: Mapping[str, Profile], aspect: float) -> Arrangement:
    """The arrangement in which the figures become largest on a canvas of that width : height."""
    there = tuple(profiles.items())
    best = _arranged(there, ROWS[0])
    for rows in ROWS[1:]:
        enough = _scale(best, aspect) * WORTH
        if 1 / _height(profiles, rows) > enough and _scale(other := _arranged(there, rows), aspect) > enough:
            best = other
    return best


def _height(profiles: Mapping[str, Profile], rows: Sequence[Sequence[str]]) -> float:
    """The height of so many rows with their names, which can be told without packing them."""
    there = ([profiles[each].height for each in row if each in profiles] for row in rows)
    return sum(max(row) + LABEL_CM for row in there if row)


def _scale(made: Arrangement, aspect: float) -> float:
    """How large the figures get, relative to other arrangements, on a canvas of that width : height."""
    return min(aspect / made.content.width, 1 / made.content.height)


@lru_cache(maxsize=8)
def _arranged(shapes: tuple[tuple[str, Profile], ...], rows: tuple[tuple[str, ...], ...]) -> Arrangement:
    """Kept for the figures of now: a canvas that changes its size asks again and again."""
    profiles = dict(shapes)
    placed: list[dict[str, float]] = []
    widths: list[float] = []
    kept: list[tuple[str, ...]] = []
    for row in rows:
        there = tuple(each for each in row if each in profiles)
        if there:
            xs, width = packed([(each, profiles[each]) for each in there])
            placed.append(xs)
            widths.append(width)
            kept.append(there)
    places: dict[str, tuple[float, float]] = {}
    bottom = 0.0
    for xs, width in zip(placed, widths, strict=True):
        bottom += max(profiles[each].height for each in xs)
        for each, x in xs.items():
            places[each] = (x + (max(widths) - width) / 2, bottom - profiles[each].height)
        bottom += LABEL_CM
    return Arrangement(places, Rect(0.0, 0.0, max(widths), bottom), tuple(kept))


def packed(row: Sequence[tuple[str, Profile]]) -> tuple[dict[str, float], float]:
    """The x of each box of a row, and the row's width, with GAP_CM between the silhouettes and between the names.

    What could stand further left or further right stands halfway: if two rows keep all gaps, so does their mean.
    """
    westward, width = _pushed(row)
    mirrored, _ = _pushed([(name, each.mirrored()) for name, each in reversed(row)])
    return {name: (westward[name] + width - mirrored[name] - each.width) / 2 for name, each in row}, width


def _pushed(row: Sequence[tuple[str, Profile]]) -> tuple[dict[str, float], float]:
    """The same with every box as far left as it goes."""
    strips = max(len(each.left) for _, each in row) + 1
    edge = np.full(strips, -np.inf)
    xs: dict[str, float] = {}
    for name, each in row:
        left, right = _with_label(each, strips)
        taken = np.isfinite(left)
        x = float((_spread(edge)[taken] + GAP_CM - left[taken]).max()) if xs else 0.0
        x = x if np.isfinite(x) else 0.0
        xs[name] = x
        edge = np.maximum(edge, right + x)
    start = min(x + float(_with_label(each, strips)[0].min()) for (_, each), x in zip(row, xs.values(), strict=True))
    return {name: x - start for name, x in xs.items()}, float(edge.max()) - start


def _with_label(each: Profile, strips: int) -> tuple[Floats, Floats]:
    """The silhouette with one strip more below the floor, which the name takes."""
    left, right = np.full(strips, np.inf), np.full(strips, -np.inf)
    left[0], right[0] = each.stand - LABEL_HALF_CM, each.stand + LABEL_HALF_CM
    left[1 : len(each.left) + 1], right[1 : len(each.right) + 1] = each.left, each.right
    return left, right


def _spread(edge: Floats) -> Floats:
    """Each strip's edge with that of the strips near it, so that the gap is kept upwards and downwards as well."""
    reach = int(GAP_CM / STRIP_CM)
    wide = np.pad(edge, reach, constant_values=-np.inf)
    return np.max([wide[shift : shift + len(edge)] for shift in range(2 * reach + 1)], axis=0)
