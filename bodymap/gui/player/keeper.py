"""Writes down where the routine is, so that nothing is lost when the machine or the program goes down."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from bodymap.errors import BodymapError
from bodymap.routine.player import Player
from bodymap.routine.resume import ResumeFile, UnderWay

SAVE_EVERY_SECONDS = 5.0


class Keeper(QObject):
    """Saves to ``file`` (None: keeps nothing). ``problem`` says once a routine that it can't be kept."""

    problem = Signal(str)

    def __init__(self, file: ResumeFile | None, clock: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._file = file
        self._clock = clock
        self._saved_at = 0.0
        self._failed = False

    def begin(self, player: Player) -> None:
        """Another routine: keep its beginning."""
        self._failed = False
        self.save(player)

    def save(self, player: Player, *, through_power_cut: bool = True) -> None:
        """Keep the present moment."""
        if self._file is None:
            return
        self._saved_at = self._clock()
        try:
            self._file.write(player, through_power_cut=through_power_cut)
        except BodymapError as error:
            if not self._failed:
                self._failed = True
                self.problem.emit(str(error))

    def save_sometimes(self, player: Player) -> None:
        """Keep the present moment if the last one kept is a few seconds old; never waits for the disk."""
        if abs(self._clock() - self._saved_at) >= SAVE_EVERY_SECONDS:
            self.save(player, through_power_cut=False)

    def found(self) -> UnderWay | None:
        """What was left under way, None when nothing was or when it can't be read."""
        try:
            return self._file.read() if self._file else None
        except BodymapError as error:
            self.problem.emit(str(error))
            return None
