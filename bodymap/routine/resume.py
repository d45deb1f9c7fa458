"""The routine under way, kept in one small file so that neither a crash nor a closed window loses it.

The file is replaced in one go, so that a power cut leaves the old or the new one, and only its owner can read it.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from bodymap.errors import BodymapError
from bodymap.paths import replace_file, sweep_unfinished
from bodymap.routine.player import Player
from bodymap.routine.saved import VERSION, Saved

FILE_NAME: Final = "routine-under-way.json"
_LARGEST_BYTES: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A routine that was not finished. ``ago`` is how many seconds by the clock on the wall have passed since then."""

    saved: Saved
    ago: float

    @property
    def title(self) -> str:
        """What it is, such as “Gluteus minimus: ball on the wall”."""
        return f"{self.saved.routine.muscle_name}: {self.saved.routine.name}"

    def player(
        self,
        clock: Callable[[], float],
        *,
        longest_gap: float | None = None,
        asleep: Callable[[], float] | None = None,
        cues: bool = False,
    ) -> Player:
        """The player where it was, paused."""
        return Player(self.saved.routine, clock, longest_gap=longest_gap, asleep=asleep, cues=cues, saved=self.saved)


class ResumeFile:
    """Keeps the state of one player in ``folder``. ``wall_clock`` gives seconds since 1970."""

    def __init__(self, folder: Path, wall_clock: Callable[[], float] = time.time) -> None:
        self._path = folder / FILE_NAME
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
            replace_file(self._path, data, through_power_cut=through_power_cut)
        except OSError as error:
            reason = error.strerror or error
            raise BodymapError(f"Where you are in the routine can't be kept in {self._path}: {reason}.") from error

    def read(self) -> UnderWay | None:
        """The routine under way, None when there is none.

        Raises:
            BodymapError: there is one that can't be read; it has been set aside as ``.bad`` and won't be met again.
        """
        with contextlib.suppress(OSError):
            sweep_unfinished(self._path, self._wall_clock())
        try:
            with self._path.open("rb") as file:
                data = file.read(_LARGEST_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise BodymapError(f"{self._path} can't be read: {error.strerror or error}.") from error
        try:
            return self._understand(data)
        except BodymapError:
            with contextlib.suppress(OSError):
                self._path.replace(self._path.with_suffix(".bad"))
            raise

    def forget(self) -> None:
        """Nothing is under way any more."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _understand(self, data: bytes) -> UnderWay | None:
        try:
            told = msgspec.json.decode(data) if len(data) <= _LARGEST_BYTES else None
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            told = None
        if not isinstance(told, dict) or not isinstance(told.get("saved_at"), int | float):
            told = {"saved_at": 0.0, "player": None}
        saved = Saved.read(told.get("player"))
        if saved.status in ("finished", "stopped"):
            return None
        return UnderWay(saved, max(0.0, self._wall_clock() - float(told["saved_at"])))
