"""Words as they are compared when somebody searches: a common form, what says nothing, and what says the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

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
    "numb numbness asleep dead",
    "lowback lumbar lumbago",
    "tinnitus buzzing",
    "behind rear",
    "rsi typing keyboard",
    "cramp spasm",
    "weak weakness",
    "stiff stiffness",
    "clench grind",
    "raise overhead",
    "inside inner",
    "outside outer",
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

_SAID = (
    ("kneecap", "knee ?caps?"),
    ("tailbone", "tail ?bones?"),
    ("ischium", "(?:sit|sitting|seat) ?bones?"),
    ("earache", "ear ?aches?"),
    ("headache", "head ?aches?"),
    ("toothache", "tooth ?aches?"),
    ("lowback", "(?:low|lower) back|small of (?:the|my|your) back|back ?aches?"),
    ("littlefinger", "little fingers?|pink(?:y|ie)s?"),
    ("fourthfinger", "ring (?:and little )?fingers?"),
    ("itband", "it ?bands?|itb|itbs|iliotibial (?:band|tract)"),
    ("tingling", "pins (?:and|&|n) needles"),
    ("rear", "back of"),
    ("breadth", "(?:hand|thumb|finger)s? (?:width|breadth)s?|(?:one|two|three|four) fingers? wide"),
    ("asleep", "(?:falls?|goe?s?|feels?) (?:asleep|to sleep|dead)(?! with)|(?:went|gone) (?:to sleep|dead)"),
    ("tinnitus", r"(?:ring\w*|buzz\w*|nois\w*) in (?:the |my |your |one |both )?ears?|ears? ring(?:s|ing)?"),
)
"""What people say in several words (a pattern over plain text), and the one word that it is compared as."""
_OTHERWISE = ("ischium", "fourthfinger", "rear", "breadth")
"""Phrases whose words mean something else alone: who types "sitting" does not mean the sitting bone."""

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_VOWELS = frozenset("aeiouy")


def plain(text: str) -> str:
    """Lower case, without accents and apostrophes."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter) and letter not in "'’")


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and common form of every phrase of a text, then of every word, whether it tells something or not."""
    low = text.lower()
    for name, said in _PHRASES.items():
        for found in said.finditer(low):
            yield found.start(), found.end(), name
    for found in _TOKEN.finditer(text):
        yield found.start(), found.end(), stem(plain(found.group()))


def words_of(query: str) -> list[str]:
    """The words of what was typed that tell something, brought to a common form, each once, in order.

    What is one thing in several words ("knee cap") is one word.
    """
    bare = plain(query)
    for name, said in _PHRASES.items():
        bare = said.sub(f" {name} ", bare)
    return _words(bare, STOP_WORDS, names=_PHRASES)


def words_in(text: str) -> frozenset[str]:
    """The words by which a text of the atlas is found: those of :func:`words_of`, and the parts of a phrase."""
    bare = plain(text)
    phrases = [name for name, said in _PHRASES.items() if said.search(bare)]
    for name in map(stem, _OTHERWISE):
        bare = _PHRASES[name].sub(f" {name} ", bare)
    return frozenset((*_words(bare, STOP_WORDS, names=_PHRASES), *phrases))


def saying(text: str) -> list[str]:
    """The same for a saying, in which "can't" and "pain" tell something as well."""
    return _words(text, STOP_WORDS - TELLING_IN_SAYINGS)


def _words(text: str, silent: frozenset[str], names: Collection[str] = ()) -> list[str]:
    told = [word for word in re.findall(r"[a-z0-9]+", plain(text)) if word not in silent]
    return list(dict.fromkeys(word if word in names else stem(word) for word in told))


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
_PHRASES = {stem(name): re.compile(rf"\b(?:{said})\b") for name, said in _SAID}
