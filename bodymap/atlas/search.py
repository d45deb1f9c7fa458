"""Finding muscles, places and warnings by what a person types: names, symptoms, movements, with slips of the keyboard.

Every text of an entry is a field with a weight; words are compared whole, by their beginning, by meaning and by
likeness. A result carries the sentence in which words were found and where they stand in it, so that a list can say why
it is there. A warning whose sayings are all in what was typed comes before everything else.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Literal

from msgspec import Struct

from bodymap.atlas.load import Atlas
from bodymap.atlas.model import Aggravator, Caution, FrequencyLevel, Level, Muscle, Region
from bodymap.atlas.search_places import Meant, PlaceWords, Reach
from bodymap.atlas.search_words import plain, same_as, saying, tokens, words_in, words_of

__all__ = ["Hit", "Kind", "SearchIndex", "Where", "words_of"]

Kind = Literal["muscle", "region", "caution"]
Where = Literal["name", "refers", "point", "feels", "worse", "restricts", "mistaken", "causes", "habits", "about"]
"""What the text of a result tells about its entry; ``mistaken`` is what a muscle's pain is easily taken for."""

REGION, NAME, SYNONYM, TYPED, PLAIN, PLACE, SYMPTOM, FACTOR, ELSE = 6.0, 5.0, 5.0, 4.5, 3.0, 2.0, 2.0, 1.5, 1.0
"""What a word counts by where it stands. A region that is named comes before muscles: it asks all of them at once; what
people also call it comes after a muscle that has its name from it."""
FOUND: dict[FrequencyLevel | None, float] = {"very_common": 1.15, "common": 1.08, None: 1.0, "uncommon": 0.95}
"""How much more a muscle counts that is found often: of many that fit alike, the likelier one comes first."""
PREFIX, MEANING, LIKENESS = 0.85, 0.7, 0.75
"""What a word counts that only begins as the one sought, that says the same, or that is only like it."""
LIKE_ENOUGH, LIKE_ENOUGH_FOR_WARNING = 0.7, 0.8
SHORTEST_PREFIX, SHORTEST_LIKE, SHORTEST_END = 2, 4, 3
ELSEWHERE = 0.25
"""What is left of a muscle that has only the other words when a place is named that it neither names nor reaches."""
AT_PLACE: frozenset[Where] = frozenset({"name", "refers", "point"})
"""What tells where a muscle is or hurts. Elsewhere a place counts only with another word that was sought beside it: a
pain can be "hard to put a finger on" anywhere."""
PHRASE = 1.5
"""How much more a text counts that has what was typed word for word."""
ABOVE_ALL: dict[Level, float] = {"emergency": 30_000.0, "doctor_first": 20_000.0, "take_care": 10_000.0}
"""Added to the score of a warning that is named, by its level."""


class Hit(Struct, frozen=True):
    """A result: what it is, its ``title``, the ``text`` in which words were found (their start and end in ``marks``),
    and a score for the order. ``urgent`` is a warning that was named and has to be seen before all else."""

    kind: Kind
    id: str
    title: str
    text: str
    score: float
    where: Where = "name"
    marks: tuple[tuple[int, int], ...] = ()
    urgent: bool = False


_Text = tuple[float, Where, str] | tuple[float, Where, str, str]
"""Weight, what it tells, the text that is shown, and what people type who mean it."""


class _Field(Struct, frozen=True):
    entry: int
    weight: float
    where: Where
    text: str
    words: frozenset[str]


class SearchIndex:
    """All that can be found in an atlas. Building takes about 60 ms for a hundred muscles.

    ``reach`` says where the muscles send pain (:func:`bodymap.atlas.search_places.reach_of`); without it a named place
    is a word like others.
    """

    def __init__(self, atlas: Atlas, reach: Reach | None = None) -> None:
        self._reach = reach
        self._places = PlaceWords(atlas.regions.values())
        self._entries: list[tuple[Kind, str, str, float]] = []
        self._fields: list[_Field] = []
        self._sayings: list[tuple[int, frozenset[str], float]] = []
        for caution in atlas.cautions.values():
            self._add("caution", caution.id, caution.name, _caution_fields(caution))
            entry, above = len(self._entries) - 1, ABOVE_ALL[caution.level]
            self._sayings += [(entry, frozenset(saying(text)), above) for text in caution.typed]
        for muscle in atlas.muscles.values():
            self._add("muscle", muscle.id, muscle.name, _muscle_fields(muscle, atlas), _found(muscle))
        for region in atlas.regions.values():
            self._add("region", region.id, region.plain, _region_fields(region))

    def _add(self, kind: Kind, entry_id: str, title: str, fields: Iterable[_Text], likely: float = 1.0) -> None:
        self._entries.append((kind, entry_id, title, likely))
        entry = len(self._entries) - 1
        self._fields += [
            _Field(entry, weight, where, text, words_in(" | ".join((text, *typed))))
            for weight, where, text, *typed in fields
        ]

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

    def prepare(self) -> None:
        """Work out now what the first search would have to wait for; may be called in another thread."""
        self.find("x y")

    def find(self, query: str, most: int = 12) -> list[Hit]:
        """The best results for what was typed, best first; nothing for a query without words."""
        wanted = words_of(query)
        meant = {word: self._meant(word) for word in wanted}
        gained: dict[int, dict[int, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
        for word in wanted:
            known_here = self._rarity.get(word, math.inf)
            for known, share in meant[word].items():
                # A word that is only near to a common one tells no more than that one, however rare it is itself.
                tells = share * min(self._rarity[known], known_here)
                for number in self._postings[known]:
                    field = self._fields[number]
                    held = gained[field.entry][number]
                    held[word] = max(held.get(word, 0.0), tells * field.weight)
        said = saying(query)
        named = {entry: above for entry, words, above in self._sayings if _said(words, said)}
        shown = {known for words in meant.values() for known in words}
        place = self._places.meant(meant)
        hits = [
            self._hit(entry, gained.get(entry, {}), query, shown, named.get(entry, 0.0), place)
            for entry in {*gained, *named}
        ]
        hits.sort(key=lambda hit: (-hit.score, hit.kind, hit.title))
        return hits[:most]

    def _hit(
        self,
        entry: int,
        fields: dict[int, dict[str, float]],
        query: str,
        shown: Collection[str],
        above: float,
        place: Meant,
    ) -> Hit:
        kind, entry_id, title, likely = self._entries[entry]
        if not fields:
            return Hit(kind, entry_id, title, title, above, urgent=True)
        wanted = len(words_of(query))
        in_one = {number: sum(held.values()) * (len(held) / wanted) ** 2 for number, held in fields.items()}
        best = max(fields, key=lambda number: (in_one[number], -number))
        anywhere: dict[str, float] = defaultdict(float)
        for held in fields.values():
            for word, value in held.items():
                anywhere[word] = max(anywhere[word], value)
        if kind == "muscle" and self._reach is not None and place.words:
            likely *= self._at_place(self._reach.get(entry_id, frozenset()), place, fields, anywhere)
        score = likely * (in_one[best] + sum(anywhere.values()) * (len(anywhere) / wanted) ** 2)
        phrase = " ".join(plain(query).split())
        if any(phrase in plain(self._fields[number].text) for number in fields):
            score *= PHRASE
        text, marks = _sentence(self._fields[best].text, shown)
        return Hit(kind, entry_id, title, text, score + above, self._fields[best].where, marks, above > 0)

    def _at_place(
        self, reach: Collection[str], place: Meant, fields: dict[int, dict[str, float]], anywhere: dict[str, float]
    ) -> float:
        """What a muscle counts by the place that was named. One that sends pain there has its words by that."""
        if not place.regions.isdisjoint(reach):
            for word in place.words - anywhere.keys():
                anywhere[word] = MEANING * PLACE * self._rarity.get(word, 1.0)
            return 1.0
        for number, held in fields.items():
            telling = self._fields[number].where in AT_PLACE or len(held) > 1
            if telling and not place.words.isdisjoint(held):
                return 1.0
        return ELSEWHERE

    def _meant(self, word: str) -> dict[str, float]:
        """Known words that a typed one may mean, with how much each counts."""
        meant: dict[str, float] = {}
        if word not in self._postings and len(word) >= SHORTEST_LIKE:
            meant = {known: LIKENESS * share for known, share in _like(word, tuple(self._postings), LIKE_ENOUGH)}
        meant |= {known: MEANING for known in same_as(word) if known in self._postings}
        if len(word) >= SHORTEST_PREFIX:
            meant |= {known: PREFIX for known in self._postings if known.startswith(word)}
        if word in self._postings:
            meant[word] = 1.0
        return meant


def _like(word: str, known: Sequence[str], enough: float) -> list[tuple[str, float]]:
    """Words that are like ``word`` up to slips of the keyboard, with how like (``enough`` to 1) they are."""
    # Imported with the first slip: most searches have none.
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    scorer = DamerauLevenshtein.normalized_similarity
    return [
        (found, share) for found, share, _ in process.extract(word, known, scorer=scorer, score_cutoff=enough, limit=8)
    ]


def _said(words: frozenset[str], typed: Sequence[str]) -> bool:
    """Whether every word of a saying is in what was typed; the last word typed may still be unfinished."""
    if not words or len(typed) < len(words):
        return False
    ended = typed[-1] if len(words) > 1 and len(typed[-1]) >= SHORTEST_END else None
    for word in words:
        begun = ended is not None and word.startswith(ended)
        if not (begun or word in typed or same_as(word) & set(typed)):
            slips = tuple(each for each in typed if len(each) >= SHORTEST_LIKE)
            if len(word) < SHORTEST_LIKE or not slips or not _like(word, slips, LIKE_ENOUGH_FOR_WARNING):
                return False
    return True


@lru_cache(maxsize=512)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(re.split(r"(?<=[.!?])\s+(?=[^a-z])|(?<=;)\s+", text))  # not after "incl."


def _sentence(text: str, shown: Collection[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The sentence with most of the words ``shown``, and where they stand in it."""
    best, told = text, -1
    marks: tuple[tuple[int, int], ...] = ()
    for sentence in _sentences(text):
        found = [(start, end, word) for start, end, word in tokens(sentence) if word in shown]
        different = len({word for _, _, word in found})
        if different > told:
            best, told = sentence, different
            marks = _apart((start, end) for start, end, _ in found)
    return best, marks


def _apart(marks: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Marks in order, the longer one where two overlap: a phrase, not its words."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def _muscle_fields(muscle: Muscle, atlas: Atlas) -> Iterator[_Text]:
    yield NAME, "name", muscle.name
    yield PLAIN, "name", muscle.plain
    yield from ((SYNONYM, "name", name) for name in muscle.synonyms)
    for point in muscle.trigger_points:
        yield PLACE, "refers", point.refers
        yield PLACE, "point", point.name
    yield from ((SYMPTOM, "feels", fact.text) for fact in muscle.feels)
    yield from ((SYMPTOM, "worse", fact.text) for fact in muscle.worse)
    yield from ((SYMPTOM, "restricts", fact.text) for fact in muscle.restricts)
    yield from ((FACTOR, "worse", fact.text, _factor_words(fact, atlas)) for fact in muscle.worse)
    yield from ((FACTOR, "restricts", fact.text, _factor_words(fact, atlas)) for fact in muscle.restricts)
    yield from ((SYMPTOM, "mistaken", other.name) for other in muscle.differentials)
    yield from ((ELSE, "causes", fact.text) for fact in (*muscle.activates, *muscle.perpetuates))
    yield from ((ELSE, "habits", fact.text) for fact in muscle.habits)
    yield ELSE, "about", muscle.about


def _found(muscle: Muscle) -> float:
    """What a muscle counts by the one of its trigger points that is found most often."""
    return max(FOUND[point.frequency.level if point.frequency else None] for point in muscle.trigger_points)


def _factor_words(fact: Aggravator, atlas: Atlas) -> str:
    factors = [atlas.factors[each] for each in fact.factors if each in atlas.factors]
    return " | ".join(words for each in factors for words in (each.name, *each.typed))


def _region_fields(region: Region) -> Iterator[_Text]:
    yield REGION, "name", region.plain
    yield NAME, "name", region.name
    yield from ((TYPED, "name", typed) for typed in region.typed)


def _caution_fields(caution: Caution) -> Iterator[_Text]:
    yield PLAIN, "name", caution.name
    yield ELSE, "about", caution.text
    if caution.ask:
        yield ELSE, "about", caution.ask
