"""Entries that stay bytes until somebody wants one: a start needs few muscles of many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

import msgspec

Entry = TypeVar("Entry")


class LazyEntries(Mapping[str, Entry], Generic[Entry]):
    """Entries by id, in order, each decoded when it is first asked for. The bytes come from our own, checked cache."""

    def __init__(self, raw: dict[str, msgspec.Raw], kind: type[Entry]) -> None:
        self._raw = raw
        self._decoder = msgspec.msgpack.Decoder(kind)
        self._made: dict[str, Entry] = {}

    def __getitem__(self, entry_id: str) -> Entry:
        if entry_id not in self._made:
            self._made[entry_id] = self._decoder.decode(self._raw[entry_id])
        return self._made[entry_id]

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)
