"""What must never be lost, kept in one small file: settings, answers, the present drawing.

The file is ``{"version": N, "content": ...}``, replaced in one go at every change and readable by its owner alone. What
it holds is a msgspec type of whoever keeps something; it is checked strictly when it is read back.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct

from bodymap.errors import BodymapError
from bodymap.paths import replace_file, sweep_unfinished

T = TypeVar("T")

MAX_BYTES = 8_000_000
_BAD = ".bad"


class Loaded(Struct, Generic[T], frozen=True):
    """What was kept, or None; ``notice`` is a sentence for the person when something kept could not be used."""

    value: T | None
    notice: str | None = None


class _Envelope(msgspec.Struct, forbid_unknown_fields=True):
    version: int
    content: msgspec.Raw


class Autosave(Generic[T]):
    """Keeps one value of ``kind`` in the file ``path``; ``what`` names it in sentences, such as “your drawing”."""

    def __init__(self, path: Path, kind: type[T], what: str, version: int = 1) -> None:
        self.path = path
        self._kind = kind
        self._what = what
        self._version = version
        self._newer = False
        self._last: bytes | None = None

    def load(self) -> Loaded[T]:
        """What was kept. A damaged file is put aside as ``.bad``; that of a newer Bodymap is left alone."""
        sweep_unfinished(self.path, time.time())
        try:
            with self.path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            return Loaded(None)
        except OSError as error:
            return Loaded(None, f"{self._named()} can't be read from {self.path}: {error.strerror or error}.")
        try:
            if len(data) > MAX_BYTES:
                raise msgspec.DecodeError("too large")
            envelope = msgspec.json.decode(data, type=_Envelope)
            if envelope.version > self._version:
                self._newer = True
                return Loaded(None, self._newer_sentence(envelope.version))
            value = msgspec.json.decode(envelope.content, type=self._kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return Loaded(None, self._put_aside())
        self._last = data
        return Loaded(value)

    def save(self, value: T, *, through_power_cut: bool = True) -> None:
        """Keep ``value`` in place of what was kept; nothing is written when nothing has changed.

        Beside the file of a newer Bodymap nothing is kept, as :meth:`load` has told.

        Raises:
            BodymapError: it can't be written, for example on a full disk. What was kept before stays.
        """
        data = msgspec.json.encode({"version": self._version, "content": value})
        if self._newer or data == self._last:
            return
        try:
            replace_file(self.path, data, through_power_cut=through_power_cut)
        except OSError as error:
            reason = error.strerror or error
            raise BodymapError(f"{self._named()} can't be kept in {self.path}: {reason}.") from error
        self._last = data

    def forget(self) -> None:
        """Remove what was kept. Raises BodymapError when that is not possible."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            reason = error.strerror or error
            raise BodymapError(f"{self._named()} can't be removed from {self.path}: {reason}.") from error
        self._last = None

    def _named(self) -> str:
        return self._what[:1].upper() + self._what[1:]

    def _newer_sentence(self, version: int) -> str:
        versions = f"version {version}, this one reads {self._version}"
        found = f"{self._named()} in {self.path} comes from a newer Bodymap ({versions})"
        return f"{found}. Please update Bodymap; until then nothing new is kept there."

    def _put_aside(self) -> str:
        aside = self.path.with_name(self.path.name + _BAD)
        try:
            self.path.replace(aside)
        except OSError as error:
            return f"{self._named()} in {self.path} is damaged and can't be put aside: {error.strerror or error}."
        return f"{self._named()} could not be read and is kept as {aside}; Bodymap starts with an empty one."
