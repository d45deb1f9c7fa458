"""How a voice speaks, and what can be said to it: the words that the window and the speaking process share."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

MOST_LETTERS = 2000
"""Longer than the longest instruction; a voice is never asked to read a book."""
MOST_VOICES = 200


class Manner(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``language`` is a code such as “en”; ``voice`` the engine's name of a voice, empty for its first of the language.

    ``volume`` is 0..1, ``rate`` -1..1 with 0 as the voice usually speaks.
    """

    language: Annotated[str, Meta(max_length=20)] = "en"
    voice: Annotated[str, Meta(max_length=200)] = ""
    volume: Annotated[float, Meta(ge=0.0, le=1.0)] = 0.9
    rate: Annotated[float, Meta(ge=-1.0, le=1.0)] = 0.0


class Order(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """What the window tells the speaking process: a new manner, words to say, or to be silent."""

    manner: Manner | None = None
    say: Annotated[str, Meta(max_length=MOST_LETTERS)] = ""
    hush: bool = False


class Report(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """What the speaking process tells: ready with these ``voices``, it began or ended to speak, or why it can't."""

    kind: Literal["ready", "began", "ended", "failed"]
    voices: Annotated[list[Annotated[str, Meta(max_length=200)]], Meta(max_length=MOST_VOICES)] = []
    why: Annotated[str, Meta(max_length=400)] = ""
