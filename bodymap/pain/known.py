"""What the atlas knows of a muscle that matching asks for again and again, looked up once.

Muscles stay bytes until one is wanted, so only those that reach the drawing are ever read.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from bodymap.atlas.load import Atlas
from bodymap.atlas.model import Frequency, FrequencyLevel, Link, Muscle

PRIOR: dict[FrequencyLevel | None, float] = {"very_common": 1.7, "common": 1.1, None: 1.0, "uncommon": 0.7}
"""What a source's own score is multiplied with for how often it is found; None is an ordinary one."""

LEADING = 0.6
"""How much more that is where all of the pain lies in regions that the source is best known for."""

Keys = tuple[str, ...]


class Facts(Struct, frozen=True):
    """Of one muscle: its first link to each other one; with the keys of their sources the ``qualities`` its pain is
    described with and the ``factors`` that make it worse; and of each trigger point its ``frequency`` and the regions
    that it is ``known_for``, with the keys of their sources."""

    links: Mapping[str, Link]
    qualities: Mapping[str, Keys]
    factors: Mapping[str, Keys]
    frequency: Mapping[str, Frequency | None]
    known_for: Mapping[str, Mapping[str, Keys]]

    def prior(self, point: str) -> float:
        """How the own score of a trigger point is weighted for how often it is found."""
        frequency = self.frequency[point]
        return PRIOR[frequency.level if frequency else None]


class Known:
    """The facts of an atlas, muscle by muscle."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self._facts: dict[str, Facts] = {}

    def facts(self, muscle: str) -> Facts:
        """What is known of a muscle. Raises KeyError when there is none of that id."""
        found = self._facts.get(muscle)
        if found is None:
            found = self._facts[muscle] = _facts(self.atlas.muscles[muscle])
        return found

    def link(self, one: str, other: str) -> Link | None:
        """The link from one muscle to another that the atlas knows, or the one back."""
        return self.facts(one).links.get(other) or self.facts(other).links.get(one)


def _facts(muscle: Muscle) -> Facts:
    links: dict[str, Link] = {}
    for link in muscle.links:
        links.setdefault(link.to, link)
    factors: dict[str, Keys] = {}
    for item in (*muscle.worse, *muscle.restricts):
        for factor in item.factors:
            factors[factor] = tuple(dict.fromkeys((*factors.get(factor, ()), *item.sources)))
    return Facts(
        links=links,
        qualities={note.quality: tuple(note.sources) for note in muscle.qualities},
        factors=factors,
        frequency={point.id: point.frequency for point in muscle.trigger_points},
        known_for={
            point.id: {each.region: tuple(each.sources) for each in point.known_for} for point in muscle.trigger_points
        },
    )
