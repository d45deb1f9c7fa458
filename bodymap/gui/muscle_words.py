"""What muscles are called on the screen: by their plain name first, the Latin one after it where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bodymap.atlas.model import Muscle


def plain_name(muscle: Muscle) -> str:
    """The plain name as a heading: "Deepest muscle at the side of the hip"."""
    return capital(muscle.plain)


def both_names(muscle: Muscle) -> str:
    """Both names in a line: "Deepest muscle at the side of the hip (Gluteus minimus)"."""
    return f"{plain_name(muscle)} ({muscle.name})"


def plain_or_latin(plain: str, name: str) -> str:
    """The name of a step's muscle as a heading; a routine that was kept by an older Bodymap has the Latin one only."""
    return capital(plain or name)


def both_or_latin(plain: str, name: str) -> str:
    """Both names of a step's muscle in a line, or the Latin one alone where nothing else is known."""
    return f"{capital(plain)} ({name})" if plain else name


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
