"""Before a routine is stopped: it pauses, asks, and goes on as it was if the answer is no."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from bodymap.gui.player.conductor import Conductor
from bodymap.gui.player.controls import Controls


class Stopping(QObject):
    """``stopped`` and ``kept`` are the answers."""

    stopped = Signal()
    kept = Signal()

    def __init__(self, conductor: Conductor, controls: Controls, parent: QObject) -> None:
        super().__init__(parent)
        self._conductor, self._controls = conductor, controls
        self._was_running = False
        controls.stop_answered.connect(self.answer)

    def ask(self) -> None:
        """Pause and ask."""
        player = self._conductor.player
        if player is not None:
            self._was_running = player.state().running
            self._conductor.do(lambda player: player.pause())
            self._controls.ask_to_stop(ask=True)

    def forget(self) -> None:
        """Nothing is asked any more."""
        self._controls.ask_to_stop(ask=False)

    def escape(self) -> None:
        """Escape asks, and takes the question back."""
        if self._controls.asking:
            self.answer(False)
        else:
            self.ask()

    def answer(self, stop: bool) -> None:
        """Stop, or go on as it was."""
        self.forget()
        if stop:
            self.stopped.emit()
            return
        self.kept.emit()
        if self._was_running:
            self._conductor.toggle()
