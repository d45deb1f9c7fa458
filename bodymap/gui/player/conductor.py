"""Owns the routine that is played: its clock, when to look at it, its file, its sounds, and who follows it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from bodymap.gui.motion import choose_motion
from bodymap.gui.player.keeper import Keeper
from bodymap.gui.player.recorder import Recorder
from bodymap.gui.player.script import reply
from bodymap.gui.player.teller import Teller
from bodymap.gui.player.ticker import Ticker
from bodymap.gui.routine_settings import RoutineSettings
from bodymap.journal.sessions import SessionLog
from bodymap.routine.clock import asleep, wakeful_clock
from bodymap.routine.moments import Event, Snapshot
from bodymap.routine.player import Player
from bodymap.routine.resume import ResumeFile, UnderWay
from bodymap.routine.saved import Saved
from bodymap.routine.steps import Routine

LONGEST_GAP_SECONDS = 30.0
"""A longer silence of the clock means that the machine slept, even where nothing else tells; looks are 10 s apart."""

Answer = Literal["paused", "going_on", "eased", "more"]


class Conductor(QObject):
    """``changed(moment)`` follows a command or an event, ``moved(moment)`` that time has passed, both a Snapshot.

    ``happened(events, moment)`` hands on what has happened, ``lowered(why)`` that it was too much and is gentler now.
    ``opened`` is whether a routine is open now, ``settings_changed`` how it is to speak and move from now on.
    """

    changed = Signal(object)
    moved = Signal(object)
    happened = Signal(tuple, object)
    lowered = Signal(str)
    opened = Signal(bool)
    problem = Signal(str)
    settings_changed = Signal(object)

    def __init__(
        self,
        widget: QWidget,
        teller: Callable[[Callable[[], float]], Teller],
        clock: Callable[[], float] | None,
        keep: ResumeFile | None,
        log: SessionLog | None,
        settings: RoutineSettings,
    ) -> None:
        super().__init__(widget)
        self.clock = clock or wakeful_clock
        self._real = clock is None
        self._settings = settings
        self._widget = widget
        self.player: Player | None = None
        self.teller = teller(self.clock)
        self.teller.missing.connect(self.problem)
        self.ticker = Ticker(widget, self.look)
        self._keeper = Keeper(keep, self.clock, self)
        self._keeper.problem.connect(self.problem)
        self._recorder = Recorder(log, self)
        self._recorder.problem.connect(self.problem)

    def set_settings(self, settings: RoutineSettings) -> None:
        """Sound, speak and move so from now on; what the computer's sleep means holds from the next routine on."""
        self._settings = settings
        choose_motion(settings.motion)
        self.teller.set_settings(settings, playing=self.player is not None)
        self.settings_changed.emit(settings)

    def begin(self, routine: Routine) -> None:
        """Open a routine that has steps, ready to be started."""
        self._take(self._made(routine, None))

    def go_on(self, under_way: UnderWay) -> None:
        """Open a routine that was under way, paused where it was."""
        self._take(self._made(under_way.saved.routine, under_way.saved))

    def found(self) -> UnderWay | None:
        """The routine that a crash or a closed window left behind, None when there is none."""
        return self._keeper.found()

    def toggle(self) -> None:
        """Start, pause or go on."""
        if self.player is None:
            return
        before = self.player.state().status
        if before == "ready":
            self.player.note(begun_at=time.time())
        said: dict[str, Answer] = {"running": "paused", "paused": "going_on"}
        self.do(lambda player: player.start() or player.pause(), said.get(before))

    def do(self, command: Callable[[Player], object], answer: Answer | None = None) -> None:
        """Do something with the player, show it, tell it and keep it. ``answer`` is said if it did something."""
        player = self.player
        if player is None:
            return
        did = command(player)
        events = player.poll()
        self._hand_on(player, events)
        if did and answer is not None:
            self.teller.answer(reply(answer))

    def next(self) -> None:
        """On to what comes next: out of a pause between, to the next step when this one has eased, else past it."""
        self.do(lambda player: player.hurry() or player.ease() or player.skip())

    def too_much(self) -> None:
        """It hurts too much: lower the dose of what is left, and say why."""
        if self.player is not None:
            lowered: list[str] = []
            self.do(lambda player: lowered.extend(told.why for told in [player.too_much()] if told is not None))
            for why in lowered:
                self.lowered.emit(why)
                if self.player.state().finished:  # there is no step any more that could show it
                    self.problem.emit(why)

    def note(self, *, before: int | None = None, after: int | None = None) -> None:
        """Keep a rating of the pain, 0-10."""
        if self.player is not None:
            self.player.note(before=before, after=after)
            self._recorder.follow(self.player)
            self._keeper.save(self.player)

    def leave(self) -> None:
        """End the routine here, if one is open: it goes to the log of sessions, and is not offered again."""
        self.ticker.stop()
        player = self.player
        if player is not None:
            self._recorder.leave(player)
            player.stop()
            self._keeper.save(player)
        self.player = None
        self.teller.rest()
        self.opened.emit(False)

    def look(self) -> Snapshot | None:
        """See what time it is; gives the present moment."""
        player = self.player
        if player is None:
            return None
        events = player.poll()
        if _grave(events):
            self._hand_on(player, events)
            return player.state() if self.player is player else None
        moment = player.state()
        self.moved.emit(moment)
        self._tell(events, player, moment)
        self.teller.look_ahead(moment)
        self._keeper.save_sometimes(player)
        return moment

    def follow(self, moment: Snapshot) -> None:
        """Look again when that is due."""
        self.ticker.follow(moment)

    # ---- inside

    def _made(self, routine: Routine, saved: Saved | None) -> Player:
        counts = self._settings.asleep == "count"
        watched = self._real and not counts
        return Player(
            routine,
            self.clock,
            longest_gap=LONGEST_GAP_SECONDS if watched else None,
            asleep=asleep if watched else None,
            cues=True,
            saved=saved,
        )

    def _take(self, player: Player) -> None:
        self.player = player
        self._recorder.begin()
        self.opened.emit(True)
        self.changed.emit(player.state())
        self._keeper.begin(player)
        self.teller.prepare()

    def _hand_on(self, player: Player, events: tuple[Event, ...]) -> None:
        moment = player.state()
        self.changed.emit(moment)
        self._tell(events, player, moment)
        # The session first: a crash in between offers a routine that is kept already, and it stays one session.
        self._recorder.follow(player)
        self._keeper.save(player)

    def _tell(self, events: tuple[Event, ...], player: Player, moment: Snapshot) -> None:
        if not events:
            return
        self.happened.emit(events, moment)
        if any(event.kind == "suspended" for event in events):
            self.problem.emit(QCoreApplication.translate("Player", "The computer slept, so the routine was paused."))
        self.teller.tell(events, player, self.clock())


def _grave(events: tuple[Event, ...]) -> bool:
    """Whether something changed that has to be shown as a whole and kept: more than a cue for the ear."""
    return any(event.kind in ("step", "phase", "lowered", "suspended", "finished") for event in events)
