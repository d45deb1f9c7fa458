"""The routines that somebody has made their own, kept in one small file of their data folder."""

from __future__ import annotations

from pathlib import Path
from secrets import token_hex
from typing import Annotated, Final

from msgspec import Meta, Struct

from bodymap.errors import BodymapError
from bodymap.journal.autosave import Autosave, Loaded
from bodymap.routine.mine import VERSION, MyRoutine

FILE_NAME: Final = "my-routines.json"
MOST_ROUTINES: Final = 100


class _Kept(Struct, frozen=True, forbid_unknown_fields=True):
    routines: Annotated[tuple[MyRoutine, ...], Meta(max_length=MOST_ROUTINES)] = ()


class MyRoutines:
    """The person's own routines in ``folder``, in the order in which they were first saved."""

    def __init__(self, folder: Path) -> None:
        self._file = Autosave(folder / FILE_NAME, _Kept, "your own routines", VERSION)

    def load(self) -> Loaded[tuple[MyRoutine, ...]]:
        """All of them, none when there are none; the notice says when a file could not be used."""
        found = self._file.load()
        return Loaded(found.value.routines if found.value else (), found.notice)

    def save(self, mine: MyRoutine) -> None:
        """Keep a routine, in the place of the one with its id.

        Raises:
            BodymapError: there are too many, the disk is full, or the file is that of a newer Bodymap.
        """
        there = self._all()
        known = [each.id for each in there]
        if mine.id in known:
            kept = tuple(mine if each.id == mine.id else each for each in there)
        elif len(there) >= MOST_ROUTINES:
            raise BodymapError(f"You have {MOST_ROUTINES} routines of your own already. Please delete one first.")
        else:
            kept = (*there, mine)
        self._file.save(_Kept(kept))

    def remove(self, routine: str) -> None:
        """Delete the routine of this id for good. Raises BodymapError when that can't be written."""
        there = self._all()
        kept = tuple(each for each in there if each.id != routine)
        if len(kept) < len(there):
            self._file.save(_Kept(kept))

    def _all(self) -> tuple[MyRoutine, ...]:
        """What is there now; refuses to write over what could not be read."""
        found = self._file.load()
        if found.notice and self._file.path.exists():
            raise BodymapError(found.notice)
        return found.value.routines if found.value else ()


def new_id() -> str:
    """An id for a routine that is saved for the first time."""
    return token_hex(8)
