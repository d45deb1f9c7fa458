"""After “too much”: what has changed, said where the person looks, until another step begins."""

from __future__ import annotations

from PySide6.QtCore import QObject

from bodymap.gui.player.conductor import Conductor
from bodymap.gui.player.details import StepDetails
from bodymap.routine.moments import Snapshot


class Lowering(QObject):
    """Follows ``conductor`` and says on ``details`` what was lowered: where time stands still nothing else shows it."""

    def __init__(self, conductor: Conductor, details: StepDetails, parent: QObject) -> None:
        super().__init__(parent)
        self._conductor, self._details = conductor, details
        self._step = 0
        conductor.lowered.connect(self._lowered)
        conductor.changed.connect(self._changed)
        conductor.opened.connect(lambda _: details.tell(""))

    def _lowered(self, why: str) -> None:
        player = self._conductor.player
        if player is not None:
            self._step = player.state().step_index
            self._details.tell(why)

    def _changed(self, moment: Snapshot) -> None:
        if moment.step_index != self._step:
            self._details.tell("")
