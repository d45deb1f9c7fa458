"""Finding muscles and regions by what a person types: names, places, symptoms, movements, with slips of the keyboard.

Every text of a muscle is a field with a weight; words are compared whole, by their beginning and by likeness. A result
carries the text that was found, so that the list can say why it is there.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from bodymap.atlas.load import Atlas
from bodymap.atlas.model import Muscle, Region

Kind = Literal["muscle", "region"]

NAME, SYNONYM, PLAIN, PLACE, SYMPTOM, ELSE = 5.0, 5.0, 3.0, 2.0, 2.0, 1.0
PREFIX, LIKENESS = 0.85, 0.75
"""What a word counts that only begins as the one sought, and one that is only like it (times how like)."""
LIKE_ENOUGH = 0.7
SHORTEST_PREFIX = 2
STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be by can cannot cant do does doesnt dont for from has have i im in is it its me my of on "
        "or pain hurts hurt that the there this to when where which with you your",
    )
)
ENDINGS = ("ing", "ies", "es", "ed", "s")


@dataclass(frozen=True)
class Hit:
    """A result: what it is, its ``title``, the ``text`` in which the words were found, and a score for the order."""

    kind: Kind
    id: str
    title: str
    text: str
    score: float


@dataclass(frozen=True)
class _Field:
    entry: int
    weight: float
    text: str
    words: frozenset[str]


class SearchIndex:
    """All that can be found in an atlas. Building takes some milliseconds for each hundred muscles."""

    def __init__(self, atlas: Atlas) -> None:
        self._entries: list[tuple[Kind, str, str]] = []
        self._fields: list[_Field] = []
        for muscle in atlas.muscles.values():
            self._add("muscle", muscle.id, muscle.name, _muscle_fields(muscle))
        for region in atlas.regions.values():
            self._add("region", region.id, region.plain, _region_fields(region))

    def _add(self, kind: Kind, entry_id: str, title: str, fields: Iterable[tuple[float, str]]) -> None:
        self._entries.append((kind, entry_id, title))
        entry = len(self._entries) - 1
        self._fields += [_Field(entry, weight, text, frozenset(words_of(text))) for weight, text in fields]

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        """Fields that hold a word."""
        postings: dict[str, list[int]] = defaultdict(list)
        for number, field in enumerate(self._fields):
            for word in field.words:
                postings[word].append(number)
        return dict(postings)

    @cached_property
    def _rarity(self) -> dict[str, float]:
        """How much finding a word tells: one that every entry has tells little."""
        count = len(self._entries)
        spread = {word: len({self._fields[f].entry for f in fields}) for word, fields in self._postings.items()}
        return {word: math.log(1 + count / held) for word, held in spread.items()}

    def find(self, query: str, most: int = 12) -> list[Hit]:
        """The best results for what was typed, best first; nothing for a query without words."""
        wanted = words_of(query)
        if not wanted:
            return []
        gained: dict[int, dict[str, float]] = defaultdict(dict)
        shown: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for word in wanted:
            for known, share in self._meant(word).items():
                for number in self._postings[known]:
                    field = self._fields[number]
                    value = share * self._rarity[known] * field.weight
                    gained[field.entry][word] = max(gained[field.entry].get(word, 0.0), value)
                    shown[field.entry][number] += value
        hits = [self._hit(entry, by_word, shown[entry], query, len(wanted)) for entry, by_word in gained.items()]
        hits.sort(key=lambda hit: (-hit.score, hit.kind, hit.title))
        return hits[:most]

    def _hit(self, entry: int, by_word: dict[str, float], fields: dict[int, float], query: str, wanted: int) -> Hit:
        kind, entry_id, title = self._entries[entry]
        best = max(fields, key=lambda number: (fields[number], -number))
        score = sum(by_word.values()) * (len(by_word) / wanted) ** 2
        phrase = " ".join(plain(query).split())
        if phrase and any(phrase in plain(self._fields[number].text) for number in fields):
            score *= 1.5
        return Hit(kind, entry_id, title, self._fields[best].text, score)

    def _meant(self, word: str) -> dict[str, float]:
        """Known words that a typed one may mean, with how much each counts."""
        meant: dict[str, float] = {}
        if len(word) > SHORTEST_PREFIX + 1:
            like = process.extract(
                word,
                list(self._postings),
                scorer=DamerauLevenshtein.normalized_similarity,
                score_cutoff=LIKE_ENOUGH,
                limit=8,
            )
            meant = {known: LIKENESS * share for known, share, _ in like}
        if len(word) >= SHORTEST_PREFIX:
            meant |= {known: PREFIX for known in self._postings if known.startswith(word)}
        if word in self._postings:
            meant[word] = 1.0
        return meant


def plain(text: str) -> str:
    """Lower case, without accents and apostrophes."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter) and letter not in "'’")


def words_of(text: str) -> list[str]:
    """The words of a text that tell something, brought to a common form, each once, in order."""
    found = (_stem(word) for word in re.findall(r"[a-z0-9]+", plain(text)) if word not in STOP_WORDS)
    return list(dict.fromkeys(found))


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            return word[: -len(ending)]
    return word


def _muscle_fields(muscle: Muscle) -> Iterator[tuple[float, str]]:
    yield NAME, muscle.name
    yield PLAIN, muscle.plain
    yield from ((SYNONYM, name) for name in muscle.synonyms)
    for point in muscle.trigger_points:
        yield PLACE, point.refers
        yield PLACE, point.name
    for fact in (*muscle.feels, *muscle.worse, *muscle.restricts):
        yield SYMPTOM, fact.text
    for other in muscle.differentials:
        yield SYMPTOM, other.name
    for fact in (*muscle.activates, *muscle.perpetuates, *muscle.habits):
        yield ELSE, fact.text
    yield ELSE, muscle.about


def _region_fields(region: Region) -> Iterator[tuple[float, str]]:
    yield NAME, region.plain
    yield NAME, region.name
