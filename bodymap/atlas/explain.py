"""Why a content file does not fit its type: every misfit, each with its place and what was expected.

msgspec stops at the first misfit and speaks of types; a writer of content wants all of them, in words. So msgspec does
the reading, and only when it refuses does this walk over the same types say why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from bodymap.atlas.yaml_reader import Node
from bodymap.words import suggestion

T = TypeVar("T", bound=msgspec.Struct)
Misfit = tuple[int, int, str]
"""Line, column, sentence."""


@cache
def _type_of(kind: type) -> inspect.Type:
    return inspect.type_info(kind)


def read(node: Node, kind: type[T]) -> T | list[Misfit]:
    """The file as a value of ``kind``, or all that keeps it from being one."""
    try:
        return msgspec.convert(node.plain(), kind, strict=True)
    except msgspec.ValidationError as error:
        misfits = list(misfits_of(node, _type_of(kind)))
        return misfits or [(node.line, node.column, str(error))]


def misfits_of(node: Node, kind: inspect.Type) -> Iterator[Misfit]:
    """Everything in ``node`` that ``kind`` does not allow."""
    if isinstance(kind, inspect.UnionType):
        yield from _union(node, kind)
    elif isinstance(kind, inspect.StructType):
        yield from _struct(node, kind)
    elif isinstance(kind, inspect.ListType):
        yield from _list(node, kind)
    elif isinstance(kind, inspect.TupleType):
        yield from _tuple(node, kind)
    elif (sentence := _scalar(node.value, kind)) is not None:
        yield node.line, node.column, sentence


def _union(node: Node, kind: inspect.UnionType) -> Iterator[Misfit]:
    if node.value is None and kind.includes_none:
        return
    others = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
    found = [list(misfits_of(node, each)) for each in others]
    if all(found):
        yield from found[0]


def _struct(node: Node, kind: inspect.StructType) -> Iterator[Misfit]:
    if not isinstance(node.value, dict):
        names = _listed([each.encode_name for each in kind.fields])
        yield node.line, node.column, f"expected fields ({names}), found {_found(node)}"
        return
    fields = {each.encode_name: each for each in kind.fields}
    missing = [name for name in fields if name not in node.value]
    for name, (line, column) in node.keys.items():
        if name in fields:
            yield from misfits_of(node.value[name], fields[name].type)
            continue
        meant = get_close_matches(name, missing, n=1, cutoff=0.6)
        missing = [each for each in missing if each not in meant]
        hint = suggestion(name, meant or fields) or f"; expected one of {_listed(list(fields))}"
        if " " in name:  # {text: One, two} reads “two” as a field
            hint = "; a text with a comma between braces needs quotes"
        yield line, column, f"there is no field “{name}” here{hint}"
    for name in missing:
        each = fields[name]
        if each.required:
            yield node.line, node.column, f"the field “{name}” is missing; expected {_expected(each.type)}"


def _list(node: Node, kind: inspect.ListType) -> Iterator[Misfit]:
    if not isinstance(node.value, list):
        yield node.line, node.column, f"expected {_expected(kind)}, found {_found(node)}"
        return
    if kind.min_length is not None and len(node.value) < kind.min_length:
        yield node.line, node.column, f"the list is too short: it needs at least {kind.min_length}"
    if kind.max_length is not None and len(node.value) > kind.max_length:
        yield node.line, node.column, f"the list has {len(node.value)} entries, at most {kind.max_length} are allowed"
    for item in node.value:
        yield from misfits_of(item, kind.item_type)


def _tuple(node: Node, kind: inspect.TupleType) -> Iterator[Misfit]:
    if not isinstance(node.value, list) or len(node.value) != len(kind.item_types):
        yield node.line, node.column, f"expected {_expected(kind)}, found {_found(node)}"
        return
    for item, each in zip(node.value, kind.item_types, strict=True):
        yield from misfits_of(item, each)


def _scalar(value: Any, kind: inspect.Type) -> str | None:
    wrong = f"expected {_expected(kind)}, found {_found_value(value)}"
    if isinstance(kind, inspect.LiteralType):
        if any(value == each and isinstance(value, bool) == isinstance(each, bool) for each in kind.values):
            return None
        return wrong + (suggestion(value, [str(each) for each in kind.values]) if isinstance(value, str) else "")
    if isinstance(kind, inspect.StrType):
        return None if isinstance(value, str) and _fits_text(value, kind) else _text_wrong(value, kind, wrong)
    if isinstance(kind, inspect.BoolType):
        return None if isinstance(value, bool) else wrong
    if isinstance(kind, inspect.IntType | inspect.FloatType):
        allowed = int if isinstance(kind, inspect.IntType) else (int, float)
        number = isinstance(value, allowed) and not isinstance(value, bool)
        return None if number and _in_range(value, kind) else wrong
    return None


def _fits_text(value: str, kind: inspect.StrType) -> bool:
    long_enough = kind.min_length is None or len(value) >= kind.min_length
    short_enough = kind.max_length is None or len(value) <= kind.max_length
    return long_enough and short_enough and (kind.pattern is None or re.search(kind.pattern, value) is not None)


def _text_wrong(value: Any, kind: inspect.StrType, wrong: str) -> str:
    if isinstance(value, str) and kind.max_length is not None and len(value) > kind.max_length:
        return f"the text has {len(value)} characters, at most {kind.max_length} fit here"
    if isinstance(value, str) and kind.min_length is not None and len(value) < kind.min_length:
        return f"the text is too short: it needs at least {kind.min_length} characters"
    if isinstance(value, bool | int | float) and kind.pattern is None:
        return f"{wrong}; put it in quotes to make it a text"
    return wrong


def _in_range(value: float, kind: inspect.IntType | inspect.FloatType) -> bool:
    return not (
        (kind.ge is not None and value < kind.ge)
        or (kind.gt is not None and value <= kind.gt)
        or (kind.le is not None and value > kind.le)
        or (kind.lt is not None and value >= kind.lt)
    )


def _expected(kind: inspect.Type) -> str:
    """What a type asks for, in words."""
    if isinstance(kind, inspect.UnionType):
        return _expected(next(each for each in kind.types if not isinstance(each, inspect.NoneType)))
    if isinstance(kind, inspect.LiteralType):
        return _one_of([str(each) for each in kind.values])
    if isinstance(kind, inspect.StrType):
        return _expected_text(kind)
    if isinstance(kind, inspect.IntType | inspect.FloatType):
        return ("a whole number" if isinstance(kind, inspect.IntType) else "a number") + _range(kind)
    if isinstance(kind, inspect.BoolType):
        return "yes or no"
    if isinstance(kind, inspect.TupleType):
        return f"[{', '.join(_expected(each) for each in kind.item_types)}]"
    if isinstance(kind, inspect.ListType):
        return "a list"
    return "fields" if isinstance(kind, inspect.StructType) else "something else"


def _expected_text(kind: inspect.StrType) -> str:
    if kind.pattern is None:
        return "a text"
    if kind.pattern.startswith("^http"):
        return "an address that starts with http:// or https://"
    return "an id (lower-case letters, digits and _, starting with a letter)"


def _range(kind: inspect.IntType | inspect.FloatType) -> str:
    bounds = ((" above", kind.gt), (" from", kind.ge), (" up to", kind.le), (" below", kind.lt))
    return "".join(f"{word} {bound:g}" for word, bound in bounds if bound is not None)


def _one_of(values: list[str]) -> str:
    return values[0] if len(values) == 1 else f"one of {_listed(values)}"


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:14])
    return shown + (", …" if len(names) > 14 else "")


def _found(node: Node) -> str:
    if isinstance(node.value, list):
        return f"a list of {len(node.value)}"
    return "fields" if isinstance(node.value, dict) else _found_value(node.value)


def _found_value(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return f"“{value if len(value) <= 40 else value[:37] + '…'}”"
    return "a list" if isinstance(value, list) else "fields" if isinstance(value, dict) else f"{value}"
