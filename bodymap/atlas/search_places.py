"""Places in what somebody types: which words name one, which regions those are, and which muscles send pain there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
from msgspec import Struct

from bodymap.atlas.compile import Compiled
from bodymap.atlas.model import Region
from bodymap.atlas.search_words import stem, words_of

COVERED, HELD = 0.1, 0.25
"""A muscle sends pain to a region when a pattern of it covers this share of the region, or has this share of its own
there."""
_NO_PLACE = frozenset(
    words_of(
        "area, back, ball, below, beside, between, big, blade, crease, front, inner, joint, little, lower, middle, "
        "outer, point, rear, side, small, tendon, top, underside, upper"
    )
)
"""Words in names of regions that do not say which part of the body is meant."""
_ASIDE = re.compile(r"\b(?!and )[\w-]+ side of|,.*|\(.*| (?:below|between|beside) .*")
"""What in a name only tells where the place lies: "Thumb side of the forearm" is no thumb."""
_PARTS = {
    "hand": "palm thumb finger wrist knuckle",
    "finger": "fingertip",
    "foot": "toe sole heel instep",
    "arm": "forearm elbow",
    "leg": "calf shin thigh",
    "face": "cheek jaw eye forehead",
    "back": "lowback",
}
"""Larger parts of the body, and what the regions on them are called."""

Reach = Mapping[str, frozenset[str]]
"""Muscle id -> the ids of the regions that it sends pain to."""


class Meant(Struct, frozen=True):
    """The ``words`` of a query (in common form) that name a place, and the ``regions`` that may be meant by them."""

    words: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()


NOWHERE = Meant()


class PlaceWords:
    """The words that name places in the names of ``regions``, and in single words that people type for them."""

    def __init__(self, regions: Iterable[Region]) -> None:
        found: dict[str, set[str]] = defaultdict(set)
        for region in regions:
            alone = (words for words in map(words_of, region.typed) if len(words) == 1)
            for word in (*words_of(_ASIDE.sub("", region.plain)), *(word for words in alone for word in words)):
                if word not in _NO_PLACE:
                    found[word].add(region.id)
            if "back" in words_of(region.plain):
                found["back"].add(region.id)
        for whole, parts in _PARTS.items():
            found[stem(whole)].update(*(found.get(stem(part), ()) for part in parts.split()))
        self._regions = {word: frozenset(ids) for word, ids in found.items()}

    def meant(self, wanted: Mapping[str, Mapping[str, float]]) -> Meant:
        """Which of these words name a place; each comes with the known words that it may mean and their shares.

        Of several words those regions are meant that all of them name, or if there are none, all that any names.
        """
        named: dict[str, frozenset[str]] = {}
        for word, known in wanted.items():
            best = max(known.values(), default=0.0)
            likely = [word, *(each for each, share in known.items() if share == best)]
            regions = frozenset[str]().union(*(self._regions.get(each, frozenset()) for each in likely))
            if regions:
                named[word] = regions
        if not named:
            return NOWHERE
        common = frozenset.intersection(*named.values())
        return Meant(frozenset(named), common or frozenset().union(*named.values()))


def reach_of(compiled: Compiled) -> Reach:
    """Where each muscle sends pain, by the zones of its trigger points; takes about 30 ms."""
    surface = compiled.surface
    one_side = compiled.region.astype(np.float32) / 255
    either_side = np.maximum(one_side, one_side[surface.mirror_cell])  # a zone in the midline lies on both
    skin = compiled.strength(np.arange(len(surface.cells))) * surface.area[:, None]
    shared = skin.T @ either_side  # (T, R) cm²
    sent = (shared >= COVERED * compiled.region_area) | (shared >= HELD * np.maximum(compiled.extent, 1e-6)[:, None])
    found: dict[str, set[str]] = defaultdict(set)
    for (muscle, _), there in zip(compiled.points, sent, strict=True):
        found[muscle].update(compiled.regions[index] for index in np.flatnonzero(there))
    return {muscle: frozenset(regions) for muscle, regions in found.items()}
