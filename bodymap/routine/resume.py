"""The routine under way, kept in one small file so that neither a crash nor a closed window loses it.

The file is replaced in one go, so that a power cut leaves the old or the new one, and only its owner can read it. The
file of a newer Bodymap is never touched: beside it this one keeps its own.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from bodymap.errors import BodymapError
from bodymap.paths import replace_file, sweep_unfinished
from bodymap.routine.player import Player
from bodymap.routine.saved import NEWER, VERSION, NewerFileError, Saved, is_newer

FILE_NAME: Final = "routine-under-way.json"
_LARGEST_BYTES: Final = 4_000_000


class UnderWay(Struct, frozen=True):
    """A routine that was not finished, to be given to a player; ``ago`` is how long it was left, in seconds."""

    saved: Saved
    ago: float

    @property
    def title(self) -> str:
        """What it is, such as “Deepest muscle at the side of the hip: ball on the wall”."""
        routine = self.saved.routine
        called = routine.muscle_plain or routine.muscle_name
        return f"{called[:1].upper()}{called[1:]}: {routine.name}"


class ResumeFile:
    """Keeps the state of one player in ``folder``. ``wall_clock`` gives seconds since 1970."""

    def __init__(self, folder: Path, wall_clock: Callable[[], float] = time.time) -> None:
        self._usual = folder / FILE_NAME
        self._beside = self._usual.with_stem(f"{self._usual.stem}-{VERSION}")
        self._newer: bool | None = None
        self._wall_clock = wall_clock

    def write(self, player: Player, *, through_power_cut: bool = True) -> None:
        """Write where ``player`` is; a routine that has ended leaves no file.

        Waiting for the disk (``through_power_cut``) takes a moment; without it a power cut can lose the change.

        Raises:
            BodymapError: the file can't be written, for example because the disk is full. The one before it stays.
        """
        moment = player.to_dict()
        if moment["status"] in ("finished", "stopped"):
            self.forget()
            return
        data = msgspec.json.encode({"version": VERSION, "saved_at": self._wall_clock(), "player": moment})
        try:
            replace_file(self._path(), data, through_power_cut=through_power_cut)
        except OSError as error:
            reason = error.strerror or error
            raise BodymapError(f"Where you are in the routine can't be kept in {self._path()}: {reason}.") from error

    def read(self) -> UnderWay | None:
        """The routine under way, None when there is none.

        Raises:
            NewerFileError: there is one of a newer Bodymap, which is left as it is, and none of this one.
            BodymapError: there is one that can't be read; it has been set aside as ``.bad`` and won't be met again.
        """
        self._newer = None
        try:
            found = self._read(self._usual)
        except NewerFileError:
            self._newer = True
            found = self._read(self._beside)
            if found is None:
                raise
            return found
        self._newer = False
        return found or self._read(self._beside)

    def forget(self) -> None:
        """Nothing is under way any more."""
        for path in {self._path(), self._beside}:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def _path(self) -> Path:
        """Where this Bodymap writes: the usual file, unless that is a newer one's."""
        if self._newer is None:
            try:
                self._newer = _holds_newer(self._usual)
            except OSError:
                self._newer = False
        return self._beside if self._newer else self._usual

    def _read(self, path: Path) -> UnderWay | None:
        with contextlib.suppress(OSError):
            sweep_unfinished(path, self._wall_clock())
        try:
            with path.open("rb") as file:
                data = file.read(_LARGEST_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise BodymapError(f"{path} can't be read: {error.strerror or error}.") from error
        try:
            return self._understand(data)
        except NewerFileError:
            raise
        except BodymapError:
            with contextlib.suppress(OSError):
                path.replace(path.with_suffix(".bad"))
            raise

    def _understand(self, data: bytes) -> UnderWay | None:
        told = _plain(data)
        if is_newer(told):
            raise NewerFileError(NEWER)
        fields = told if isinstance(told, dict) else {}
        saved_at = fields.get("saved_at")
        saved = Saved.read(fields.get("player") if isinstance(saved_at, int | float) else None)
        if saved.status in ("finished", "stopped"):
            return None
        return UnderWay(saved, max(0.0, self._wall_clock() - float(saved_at or 0.0)))


def _plain(data: bytes) -> object:
    """What a file says, None when that is nothing at all."""
    try:
        return msgspec.json.decode(data) if len(data) <= _LARGEST_BYTES else None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _holds_newer(path: Path) -> bool:
    """Whether a newer Bodymap wrote this file. Raises OSError when it can't be read."""
    with path.open("rb") as file:
        told = _plain(file.read(_LARGEST_BYTES + 1))
    return is_newer(told) or (isinstance(told, dict) and is_newer(told.get("player")))
