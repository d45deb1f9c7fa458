"""Reading one content file: YAML text into a tree of values that know their line and column.

A content file may come from a stranger, so the YAML understood here is the small and harmless part of it: one document
of mappings, lists and scalars, without anchors, aliases or tags, each key once, within fixed limits. Reading is done
from the C parser's events, so a hostile file is refused before it has grown into anything.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, cast

import yaml
from msgspec import Struct, field

from bodymap.atlas.located import located
from bodymap.errors import ContentError

MAX_DEPTH = 32
MAX_NODES = 200_000
MAX_SCALAR = 20_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\Z")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)([eE][-+]?[0-9]{1,3})?\Z")
_ENDLESS = re.compile(r"[-+]?\.?(inf|nan|infinity)\Z", re.IGNORECASE)
_WORDS = {"": None, "~": None, "null": None, "true": True, "yes": True, "false": False, "no": False}

Scalar = str | int | float | bool | None
Steps = Sequence[str | int]
"""The way from a value into it: keys and positions."""


class Node(Struct):
    """A value of a file and where it stands (1-based). ``keys`` tells where the keys of a mapping stand."""

    value: dict[str, Node] | list[Node] | Scalar
    line: int
    column: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)

    def plain(self) -> Any:
        """The value without the places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def member(self, step: str | int) -> Node | None:
        """The value under a key or at a position, if there is one."""
        if isinstance(self.value, dict) and isinstance(step, str):
            return self.value.get(step)
        if isinstance(self.value, list) and isinstance(step, int) and 0 <= step < len(self.value):
            return self.value[step]
        return None

    def at(self, path: Steps) -> tuple[int, int]:
        """Line and column of what ``path`` leads to, or of the nearest thing on the way there that exists."""
        node = self
        for step in path:
            inner = node.member(step)
            if inner is None:
                break
            node = inner
        return node.line, node.column


def parse(data: bytes, shown: str) -> Node:
    """The tree of a content file; ``shown`` is how its name appears in errors.

    Raises:
        ContentError: with the line and column of the first thing that can't be understood.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        raise located(shown, line, column, "is not UTF-8 text; save the file in the encoding UTF-8") from error
    try:
        return _Builder(shown).document(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise located(shown, line, column, f"is not valid YAML: {error.problem or error.context}") from error
    except yaml.reader.ReaderError as error:
        line = data.count(b"\n", 0, error.position) + 1
        column = error.position - data.rfind(b"\n", 0, error.position)
        raise located(shown, line, column, f"is not valid YAML: {error.reason}") from error


class _Builder:
    """Builds the tree from the parser's events, refusing what is not wanted as soon as it comes."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.nodes = 0

    def fail(self, event: yaml.Event, sentence: str) -> ContentError:
        return located(self.shown, *_place(event), sentence)

    def document(self, events: Iterator[yaml.Event]) -> Node:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise self.fail(event, "starts a second document; a content file holds one")
                root = self.node(next(events), events, 1)
        if root is None:
            raise located(self.shown, 1, 1, "is empty; a content file starts with “schema: 1”")
        return root

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self.fail(event, f"the file holds more than {MAX_NODES} values, the most that is read of one file")
        if depth > MAX_DEPTH:
            raise self.fail(event, f"is nested more than {MAX_DEPTH} deep")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.fail(event, "uses an anchor or alias (& or *), which content files may not; write the value out")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            raise self.fail(event, f"uses the tag {tag}, which content files may not")
        line, column = _place(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(events, depth, line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                items.append(self.node(inner, events, depth + 1))
            return Node(items, line, column)
        return Node(self.scalar(cast(yaml.ScalarEvent, event)), line, column)

    def mapping(self, events: Iterator[yaml.Event], depth: int, line: int, column: int) -> Node:
        members: dict[str, Node] = {}
        keys: dict[str, tuple[int, int]] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.node(event, events, depth + 1)
            name = event.value if isinstance(event, yaml.ScalarEvent) else None
            if name is None:
                raise self.fail(event, "a key must be a word")
            if name in members:
                raise self.fail(event, f"“{name}” stands here twice; the first is in line {keys[name][0]}")
            keys[name] = (key.line, key.column)
            members[name] = self.node(next(events), events, depth + 1)
        return Node(members, line, column, keys)

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text: str = event.value
        if len(text) > MAX_SCALAR:
            raise self.fail(event, f"a text of {len(text)} characters is longer than the {MAX_SCALAR} that are read")
        for character in text:
            if (character < " " and character != "\n") or character == "<" or (character > "~" and _hidden(character)):
                raise self.fail(event, f"has the forbidden character U+{ord(character):04X} ({_named(character)})")
        if not event.implicit[0] or event.style in ("'", '"'):
            return text
        if text.lower() in _WORDS:
            return _WORDS[text.lower()]
        if _INTEGER.match(text):
            return int(text)
        if _FLOAT.match(text):
            if math.isfinite(number := float(text)):
                return number
            raise self.fail(event, f"{text} is too large for a number")
        if _ENDLESS.match(text):
            raise self.fail(event, f"{text} is not a number that can be used here")
        return text


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _hidden(character: str) -> bool:
    """Characters that change how text looks without being seen: controls, direction marks, private ones."""
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") or character in "\u2028\u2029\ufffd"


def _named(character: str) -> str:
    return unicodedata.name(character, "a control character").lower()
