"""Lists of CHOIR segments as clinics' tools write and read them.

Written is what a CHOIR database holds in a field and CHOIRBM's ``string_to_map`` reads: ``101,102,201``. Read are such
lists, those of REDCap (``f01,b07``), and the table that ``string_to_map`` makes of one (columns ``id`` and ``value``).
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

from bodymap.errors import BodymapError
from bodymap.pain.choir import Sex, male_numbers, numbers_of, segment_names

MAX_BYTES = 100_000
_SEPARATORS = re.compile(r"[\s,;|\"']+")
_NUMBER = re.compile(r"(?:(?P<plain>[12][0-9]{2})|(?P<face>[fFbB])(?P<rest>[0-9]{2}))\Z")
_UNMARKED = frozenset(("0", "0.0", "", "NA", "FALSE", "false"))


def as_text(numbers: tuple[int, ...], sex: Sex) -> str:
    """Segments (male numbers) as the list that the map of a sex has: ``101,102,201``."""
    return ",".join(str(each) for each in numbers_of(numbers, sex))


def read_list(path: Path, sex: Sex) -> tuple[int, ...]:
    """The segments (male numbers) of a file in the numbers of a sex. Raises BodymapError with one sentence."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BodymapError(f"The CHOIR list {path} can't be read: {reason}.") from error
    return parse_list(data, str(path), sex)


def parse_list(data: bytes, name: str, sex: Sex) -> tuple[int, ...]:
    """The segments (male numbers, ascending) of a list in the numbers of a sex; ``name`` is how errors call it.

    Raises:
        BodymapError: with one sentence, when it is no list of segments.
    """
    if len(data) > MAX_BYTES:
        raise BodymapError(f"The CHOIR list {name} is too large to be one.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BodymapError(f"The CHOIR list {name} is no text: save it as UTF-8.") from error
    words = _table(text, name) if re.match(r"[^\n]*\bid\b", text) else _SEPARATORS.split(text)
    found = {_number(word, name) for word in words if word}
    if not found:
        raise BodymapError(f"The CHOIR list {name} names no segment.")
    return male_numbers(tuple(found), sex)


def _table(text: str, name: str) -> list[str]:
    """The ids of a table's rows whose value is not 0."""
    try:
        rows = list(csv.reader(StringIO(text)))
    except csv.Error as error:
        raise BodymapError(f"The CHOIR list {name} can't be read as a table: {error}.") from error
    head = [cell.strip() for cell in rows[0]]
    if head.count("id") != 1 or head.count("value") != 1:
        raise BodymapError(f"The CHOIR list {name} needs one column “id” and one column “value”.")
    at, value = head.index("id"), head.index("value")
    rows = [row for row in rows[1:] if any(cell.strip() for cell in row)]
    if any(len(row) <= max(at, value) for row in rows):
        raise BodymapError(f"The CHOIR list {name} has a row without an id or a value.")
    return [row[at].strip() for row in rows if row[value].strip() not in _UNMARKED]


def _number(word: str, name: str) -> int:
    found = _NUMBER.match(word)
    number = 0
    if found and found["plain"]:
        number = int(found["plain"])
    elif found:
        number = {"f": 100, "b": 200}[found["face"].lower()] + int(found["rest"])
    if number not in segment_names():
        short = word if len(word) <= 20 else f"{word[:20]}…"
        raise BodymapError(
            f"“{short}” in {name} is no segment of the CHOIR body map: those go from 101 to 136 and from 201 to 238."
        )
    return number
