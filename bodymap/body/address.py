"""The language of places: ``right thigh 0.5 lateral``, ``greater_trochanter 4 up``, ``asis to psis 0.5``.

    place  = [left | right] base {offset} | place "to" place T
    base   = SEGMENT T ASPECT | LANDMARK | @JOINT
    offset = NUMBER (up | down | forward | back | out | in)

T runs 0 (proximal) to 1 (distal); for ``to`` from the first place to the second. An aspect is a word or degrees round
the segment's axis: 0 anterior, 90 lateral, 180 posterior, 270 medial; on the foot 0 is dorsal and 180 plantar.
Offsets are cm in the body frame ("out" is away from the midline) and end on the nearest skin.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import cast

from msgspec import Struct

from bodymap.body.surface import Side
from bodymap.errors import PlaceError
from bodymap.words import suggestion

SEGMENTS = (
    *("head", "neck", "trunk", "upper_arm", "forearm", "hand"),
    *("thumb", "index_finger", "middle_finger", "ring_finger", "little_finger"),
    *("thigh", "leg", "foot"),
    *("great_toe", "second_toe", "third_toe", "fourth_toe", "fifth_toe"),
)
FINGERS = SEGMENTS[6:11]
TOES = SEGMENTS[14:]
FOOT = ("foot", *TOES)
HAND = ("forearm", "hand", *FINGERS)

ASPECTS = {
    "anterior": 0.0,
    "anterolateral": 45.0,
    "lateral": 90.0,
    "posterolateral": 135.0,
    "posterior": 180.0,
    "posteromedial": 225.0,
    "medial": 270.0,
    "anteromedial": 315.0,
}
HAND_ASPECTS = {"palmar": 0.0, "radial": 90.0, "dorsal": 180.0, "ulnar": 270.0}
FOOT_ASPECTS = {"dorsal": 0.0, "lateral": 90.0, "plantar": 180.0, "medial": 270.0}
DIRECTIONS = ("up", "down", "forward", "back", "out", "in")

_NUMBER = re.compile(r"^-?\d+(\.\d+)?$")
_NAME = re.compile(r"^@?[a-z][a-z0-9_]*(\.[RL])?$")


class Address(Struct, frozen=True):
    """A direction round a segment's axis: ``t`` along it, ``degrees`` from anterior (or dorsal on the foot)."""

    segment: str
    t: float
    degrees: float


class Named(Struct, frozen=True):
    """A landmark, or a joint when the name starts with ``@``."""

    name: str


class Offset(Struct, frozen=True):
    """A step of ``cm`` in one of the six directions of the body frame."""

    cm: float
    direction: str


class Spot(Struct, frozen=True):
    """A base with offsets; ``side`` is None where the text leaves it to whoever resolves it."""

    side: Side | None
    base: Address | Named
    offsets: tuple[Offset, ...] = ()


class Between(Struct, frozen=True):
    """The point a share ``t`` of the way from one place to the other, over the skin."""

    start: Spot
    end: Spot
    t: float


Place = Spot | Between


@lru_cache(maxsize=4096)
def parse_place(text: str) -> Place:
    """Read a place. Raises PlaceError with one sentence that says what is wrong and what was expected."""
    words = text.split()
    if not words:
        raise PlaceError("a place can't be empty; write for example “thigh 0.5 lateral”")
    if "to" not in words:
        return _spot(words, text)
    at = words.index("to")
    if len(words) < at + 3:
        raise PlaceError(f"“{text}” lacks its end or its share, as in “asis to psis 0.5”")
    share = _number(words[-1], text, "a share from 0 to 1 after the second place")
    if not 0.0 <= share <= 1.0:
        raise PlaceError(f"“{text}” asks for the share {share:g}; it goes from 0 to 1")
    return Between(_spot(words[:at], text), _spot(words[at + 1 : -1], text), share)


def names_side(place: Place) -> bool:
    """Whether a place says itself which side it is on."""
    spots = (place.start, place.end) if isinstance(place, Between) else (place,)
    return any(spot.side is not None for spot in spots)


def _spot(words: list[str], text: str) -> Spot:
    side: Side | None = None
    if words and words[0] in ("left", "right"):
        side = cast(Side, words[0])
        words = words[1:]
    if not words:
        raise PlaceError(f"“{text}” names no segment and no landmark")
    if words[0] in SEGMENTS:
        if len(words) < 3:
            raise PlaceError(f"“{text}” needs a number and an aspect after the segment, as in “{words[0]} 0.5 lateral”")
        t = _number(words[1], text, "a number from 0 (proximal) to 1 (distal)")
        if not -0.25 <= t <= 1.25:
            raise PlaceError(f"“{text}” lies at {t:g} of the segment; it goes from 0 (proximal) to 1 (distal)")
        base: Address | Named = Address(words[0], t, _degrees(words[0], words[2]))
        return Spot(side, base, _offsets(words[3:], text))
    if not _NAME.match(words[0]):
        raise PlaceError(f"“{words[0]}” in “{text}” is no segment and no landmark")
    return Spot(side, Named(words[0]), _offsets(words[1:], text))


def _degrees(segment: str, word: str) -> float:
    known = ASPECTS
    if segment in FOOT:
        known = {**ASPECTS, **FOOT_ASPECTS}
    elif segment in HAND:
        known = {**ASPECTS, **HAND_ASPECTS}
    if word in known:
        return known[word]
    if _NUMBER.match(word):
        return float(word) % 360.0
    raise PlaceError(
        f"“{word}” is no aspect of the {segment}{suggestion(word, known)}; use degrees or one of: {', '.join(known)}"
    )


def _offsets(words: list[str], text: str) -> tuple[Offset, ...]:
    if len(words) % 2:
        raise PlaceError(f"“{text}” has “{words[-1]}” left over; an offset is a number of cm and a direction")
    offsets: list[Offset] = []
    for number, direction in zip(words[::2], words[1::2], strict=True):
        if direction not in DIRECTIONS:
            hint = suggestion(direction, DIRECTIONS)
            raise PlaceError(f"“{direction}” in “{text}” is no direction{hint}; use one of: {', '.join(DIRECTIONS)}")
        cm = _number(number, text, "a number of cm before the direction")
        if abs(cm) > 60.0:
            raise PlaceError(f"“{text}” steps {cm:g} cm {direction}; 60 cm is the most")
        offsets.append(Offset(cm, direction))
    return tuple(offsets)


def _number(word: str, text: str, expected: str) -> float:
    if not _NUMBER.match(word) or not math.isfinite(float(word)):
        raise PlaceError(f"“{word}” in “{text}” should be {expected}")
    return float(word)
