"""Words as they are compared when somebody searches: a common form, what says nothing, and what says the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be by can cannot cant do does doesnt dont for from has have i im in is it its me my not of "
        "off on or pain hurts hurt that the there this to when where which with you your",
    )
)
"""What nearly every text of the atlas has, so that finding it tells nothing."""
TELLING_IN_SAYINGS = frozenset(re.findall(r"\w+", "cannot cant not off on pain hurts hurt"))
"""What does tell something in a saying such as "can't pee" or "chest pain"."""

_SAME = (
    "ache hurt pain sore painful",
    "abdomen abdominal belly stomach tummy",
    "backside bottom bum butt buttock glute gluteal",
    "cannot cant lose lost no not unable",
    "crotch genital perineum saddle private",
    "numb numbness",
    "pee urinate water",
    "breath breathe breathing",
    "dizzy dizziness unsteady",
    "earache ear",
    "backache back",
    "bone bones",
    "foot feet",
    "tooth teeth",
    "collarbone clavicle",
    "breastbone sternum",
    "kneecap patella",
    "shinbone tibia shin",
    "lie lying",
    "eye eyes eyeball",
    "armpit axilla",
    "heel calcaneus",
    "tailbone coccyx tail",
    "temple temporal",
    "throat swallow swallowing",
    "sight vision see",
    "droop drooping",
    "stair stairs steps",
    "bend bending stoop",
    "sudden suddenly",
    "swollen swelling swell",
)
"""Each line is one meaning in words that people use for each other."""

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_VOWELS = frozenset("aeiouy")


def plain(text: str) -> str:
    """Lower case, without accents and apostrophes."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter) and letter not in "'’")


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and common form of every word of a text, whether it tells something or not."""
    for found in _TOKEN.finditer(text):
        yield found.start(), found.end(), stem(plain(found.group()))


def words_of(text: str) -> list[str]:
    """The words of a text that tell something, brought to a common form, each once, in order."""
    return _words(text, STOP_WORDS)


def saying(text: str) -> list[str]:
    """The same for a saying, in which "can't" and "pain" tell something as well."""
    return _words(text, STOP_WORDS - TELLING_IN_SAYINGS)


def _words(text: str, silent: frozenset[str]) -> list[str]:
    found = (stem(word) for word in re.findall(r"[a-z0-9]+", plain(text)) if word not in silent)
    return list(dict.fromkeys(found))


def stem(word: str) -> str:
    """The common form of a word: without the endings of plural and verb, and without a last "e"."""
    if word.endswith("ies") and len(word) > 5:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "xes", "ches", "shes")):
        word = word[:-2]
    elif word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= 3 and _VOWELS & set(bare):
            word = bare[:-1] if bare[-1] == bare[-2] and bare[-1] not in "ls" else bare
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def same_as(word: str) -> frozenset[str]:
    """Other words (in common form) that people use for this one (in common form)."""
    return _OTHERS.get(word, frozenset())


def _others() -> dict[str, frozenset[str]]:
    meanings = [frozenset(stem(plain(word)) for word in re.findall(r"\w+", line)) for line in _SAME]
    found: dict[str, frozenset[str]] = {}
    for members in meanings:
        for word in members:
            found[word] = found.get(word, frozenset()) | (members - {word})
    return found


_OTHERS = _others()
