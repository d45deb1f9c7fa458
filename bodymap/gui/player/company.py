"""What the system does beside a routine: keeps the screen on, tells steps while the window is hidden, hands on keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QWidget

from bodymap.gui.muscle_words import plain_or_latin
from bodymap.gui.player.conductor import Conductor
from bodymap.gui.player.words import phase_words, side_words
from bodymap.gui.power.wakeful import Wakeful
from bodymap.gui.routine_settings import Abilities, RoutineSettings
from bodymap.routine.moments import Event, Snapshot

if TYPE_CHECKING:
    from bodymap.gui.power.awake import Awake
    from bodymap.gui.power.notices import Notices
    from bodymap.gui.power.remote import Remote, Status


class System(Struct, frozen=True):
    """The parts of the system that a player has; what is None is not there."""

    awake: Awake | None = None
    notices: Notices | None = None
    remote: Remote | None = None


class Company(QObject):
    """Follows ``conductor`` for as long as ``widget`` lives."""

    def __init__(self, conductor: Conductor, widget: QWidget, system: System) -> None:
        super().__init__(widget)
        self._conductor, self._widget, self._system = conductor, widget, system
        self._notifies = True
        self._wakeful = Wakeful(system.awake, self) if system.awake is not None else None
        if self._wakeful is not None:
            conductor.changed.connect(self._wakeful.follow)
            conductor.opened.connect(self._wakeful.opened)
        if system.remote is not None:
            system.remote.wished.connect(self._wished)
            conductor.changed.connect(self._show_on_remote)
        conductor.happened.connect(self._tell)
        conductor.opened.connect(self._opened)
        conductor.settings_changed.connect(self._take_on)

    def abilities(self) -> Abilities:
        """What this computer can do for a routine, as far as it is known."""
        teller = self._conductor.teller
        awake = self._system.awake is not None and self._system.awake.possible()
        return Abilities(teller.voices, teller.silent, awake)

    def _take_on(self, settings: RoutineSettings) -> None:
        self._notifies = settings.notifies
        if self._wakeful is not None:
            self._wakeful.allow(settings.awake)

    def _opened(self, open_now: bool) -> None:
        if not open_now and self._system.notices is not None:
            self._system.notices.withdraw()
        if not open_now and self._system.remote is not None:
            self._system.remote.close()

    def _show_on_remote(self, moment: Snapshot) -> None:
        """From its first start on a routine is a player among those that the desktop knows."""
        remote = self._system.remote
        if remote is None or moment.status == "ready":
            return
        statuses: dict[str, Status] = {"running": "Playing", "paused": "Paused"}
        remote.open()
        step = moment.step
        title = f"{step.title}: {phase_words(step, moment.phase)}"
        remote.show(title, plain_or_latin(step.muscle_plain, step.muscle_name), statuses.get(moment.status, "Stopped"))

    def _wished(self, wish: str) -> None:
        player = self._conductor.player
        if wish == "raise":
            window = self._widget.window()
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()
        elif player is not None:
            running = player.state().running
            if wish == "toggle" or (wish == "play" and not running) or (wish == "pause" and running):
                self._conductor.toggle()
            elif wish == "next":
                self._conductor.next()
            elif wish == "back":
                self._conductor.do(lambda each: each.back())

    def _tell(self, events: Sequence[Event], moment: Snapshot) -> None:
        if self._notifies and self._system.notices is not None and not seen(self._widget):
            said = notice(events, moment)
            if said is not None:
                self._system.notices.show(*said)


def seen(widget: QWidget) -> bool:
    """Whether a person can see ``widget`` now: its window is neither closed, minimised nor covered as a whole."""
    window = widget.window()
    return widget.isVisible() and not window.isMinimized() and window.windowHandle().isExposed()


def notice(events: Sequence[Event], moment: Snapshot) -> tuple[str, str] | None:
    """Title and text for what has happened; None when it can wait until the window is looked at again."""
    translate = QCoreApplication.translate
    kinds = {event.kind for event in events}
    if "finished" in kinds:
        return translate("Player", "Done"), translate("Player", "That was the last step.")
    if "suspended" in kinds:
        return translate("Player", "Paused"), translate("Player", "The computer slept, so the routine was paused.")
    if "step" not in kinds:
        return None
    step = moment.step
    words = phase_words(step, moment.phase) if moment.phase.kind == "switch" else side_words(step.side)
    return step.title, f"{words}. {step.cue}"
