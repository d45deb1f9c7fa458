"""Derived things kept between runs: files named by what they were made from, and thrown away when in doubt."""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Iterable
from pathlib import Path

from bodymap.errors import BodymapError
from bodymap.paths import replace_file, sweep_unfinished

_MAGIC = b"bodymap-cache-1\n"
_KEPT = 6


def content_key(*parts: bytes | str) -> str:
    """A name for whatever is derived from exactly these parts, in this order."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:40]


class Cache:
    """A folder of derived files. Losing it costs time and nothing else, so no failure of it is ever an error.

    A file is ``KIND-KEY.cache``: a mark, the SHA-256 of the payload, the payload. What does not carry both is not ours
    or is damaged, and counts as absent.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, kind: str, key: str) -> bytes | None:
        """The payload stored under ``kind`` and ``key``, or None."""
        path = self._path(kind, key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        head, digest, payload = data[: len(_MAGIC)], data[len(_MAGIC) : len(_MAGIC) + 32], data[len(_MAGIC) + 32 :]
        if head != _MAGIC or hashlib.sha256(payload).digest() != digest:
            return None
        with contextlib.suppress(OSError):
            path.touch()  # the ones used last are kept
        return payload

    def put(self, kind: str, key: str, payload: bytes) -> None:
        """Store ``payload``, readable by its owner alone; a reader sees all of it or nothing."""
        path = self._path(kind, key)
        try:
            replace_file(path, _MAGIC + hashlib.sha256(payload).digest() + payload, through_power_cut=False)
            sweep_unfinished(path, time.time())
            self._prune(self._folder.glob(f"{kind}-*.cache"))
        except (OSError, BodymapError):
            return

    def _path(self, kind: str, key: str) -> Path:
        return self._folder / f"{kind}-{key}.cache"

    @staticmethod
    def _prune(files: Iterable[Path]) -> None:
        ages = sorted(files, key=lambda path: (path.stat().st_mtime, path.name), reverse=True)
        for path in ages[_KEPT:]:
            path.unlink(missing_ok=True)
