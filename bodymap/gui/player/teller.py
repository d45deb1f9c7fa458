"""Tells what happens to ears: a chime for everybody, and words for whoever uses a screen reader."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from bodymap.gui.player.sounds import Chime, Sounds
from bodymap.gui.player.words import phase_words
from bodymap.routine.moments import Event
from bodymap.routine.player import Player


class Teller:
    """Sounds and says events. ``muted`` turns the chimes off, not the words."""

    def __init__(self, widget: QWidget, sounds: Sounds) -> None:
        self._widget = widget
        self._sounds = sounds
        self.muted = False

    def prepare(self) -> None:
        """Load the sounds before the first is needed."""
        if not self.muted:
            self._sounds.prepare()

    def tell(self, event: Event, player: Player) -> None:
        """Tell the latest event."""
        if not self.muted:
            self._sounds.play(chime(event, player))
        if event.kind == "finished":
            announce(self._widget, QCoreApplication.translate("Player", "Done"))
        elif event.phase is not None and event.kind != "last_seconds":
            step = player.routine.steps[event.step]
            said = phase_words(step, event.phase)
            announce(self._widget, f"{step.title}. {said}. {step.cue}" if event.kind == "step" else said)


def chime(event: Event, player: Player) -> Chime:
    """The sound of an event: up to work, down to rest, three notes to change over, a tick to count."""
    if event.kind == "finished" or event.phase is None:
        return "done"
    if event.kind == "last_seconds":
        return "soon"
    if event.kind == "step" or event.phase.kind in ("get_ready", "switch"):
        return "switch"
    if event.phase.kind in ("rest", "relax"):
        return "rest"
    counting = player.routine.steps[event.step].kind == "move" and event.phase.repetition > 1
    return "soon" if counting else "work"


def announce(widget: QWidget, text: str) -> None:
    """Have ``text`` spoken by the screen reader, if one runs and Qt is new enough (6.8) to tell it."""
    if QAccessible.isActive() and hasattr(QtGui, "QAccessibleAnnouncementEvent"):
        QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, text))
