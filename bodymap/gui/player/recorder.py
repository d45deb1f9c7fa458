"""Writes a session into the log as soon as it has ended, so that closing the window can't lose it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from bodymap.errors import BodymapError
from bodymap.journal.sessions import SessionLog, SessionRecord
from bodymap.routine.player import Player


class Recorder(QObject):
    """Adds to ``log`` (None: keeps nothing). ``problem`` says once a routine that it can't be kept.

    What is said after the end, such as the rating, is added as the same session once more: the log shows the last.
    """

    problem = Signal(str)

    def __init__(self, log: SessionLog | None, parent: QObject, wall_clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._log = log
        self._wall_clock = wall_clock
        self._ended_at: float | None = None
        self._kept: SessionRecord | None = None
        self._failed = False

    def begin(self) -> None:
        """Another routine."""
        self._ended_at = self._kept = None
        self._failed = False

    def follow(self, player: Player) -> None:
        """Keep a routine that has come to its end; one that is gone on with from there ends later."""
        if player.state().finished:
            self.keep(player)
        else:
            self._ended_at = None

    def leave(self, player: Player) -> None:
        """Keep a routine that is left, if anything was done."""
        if player.state().finished or any(told.worked > 0.0 for told in player.tallies()):
            self.keep(player)

    def keep(self, player: Player) -> None:
        """Keep it as it is now, unless that is kept already."""
        if self._log is None:
            return
        if player.notes.begun_at is None:
            player.note(begun_at=self._wall_clock())
        if self._ended_at is None:
            self._ended_at = self._wall_clock()
        record = SessionRecord.of(player, self._ended_at)
        if record == self._kept:
            return
        try:
            self._log.add(record)
            self._kept = record
        except BodymapError as error:
            if not self._failed:
                self._failed = True
                self.problem.emit(str(error))
