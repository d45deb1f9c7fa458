"""The panel that leads through a routine: it shows what the conductor plays, and hands on what the person does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from bodymap.gui.kit import scrolls_by_key
from bodymap.gui.motion import reduced_motion
from bodymap.gui.player.company import Company, System
from bodymap.gui.player.conductor import Conductor
from bodymap.gui.player.controls import MORE_SECONDS
from bodymap.gui.player.done_page import DonePage
from bodymap.gui.player.floor_page import FloorPage
from bodymap.gui.player.guide import GuideRequest, wanted
from bodymap.gui.player.keyed import KeyedWidget, Keys
from bodymap.gui.player.lowering import Lowering
from bodymap.gui.player.play_page import PlayPage
from bodymap.gui.player.ratings import Ratings
from bodymap.gui.player.sounds import Chimes, Sounds
from bodymap.gui.player.stopping import Stopping
from bodymap.gui.player.teller import Teller
from bodymap.gui.player.words import hands_free_words
from bodymap.gui.routine_settings import RoutineSettings
from bodymap.gui.theme import Theme, Themes
from bodymap.journal.sessions import SessionLog
from bodymap.routine.moments import Snapshot
from bodymap.routine.player import Player
from bodymap.routine.resume import ResumeFile, UnderWay
from bodymap.routine.steps import Routine

if TYPE_CHECKING:
    from bodymap.gui.voice.voice import Voice


class PlayerPanel(KeyedWidget):
    """Plays one routine at a time.

    ``finished`` is emitted when the person closes it, after the end or before. ``guide_changed`` carries a
    :class:`GuideRequest` (or None) for the live body, ``problem`` a sentence for the message bar, ``muted_changed``
    whether sound is off, ``floor_changed`` whether everything has to be large, ``settings_wanted`` asks for them.
    """

    finished = Signal()
    guide_changed = Signal(object)
    problem = Signal(str)
    muted_changed = Signal(bool)
    floor_changed = Signal(bool)
    settings_wanted = Signal()

    def __init__(
        self,
        themes: Themes,
        *,
        clock: Callable[[], float] | None = None,
        keep: ResumeFile | None = None,
        log: SessionLog | None = None,
        sounds: Sounds | None = None,
        voice: Voice | None = None,
        system: System | None = None,
    ) -> None:
        self.settings = RoutineSettings()
        super().__init__(self.settings)
        self.setObjectName("playerPanel")
        self.setAccessibleName(self.tr("Routine"))
        self._guide: GuideRequest | None = None
        self._play = PlayPage(themes.current)
        self._done = DonePage(themes.current)
        self._floor = FloorPage(themes.current)
        self._on_floor = False
        self._pages = QStackedLayout(self)
        for page in (self._play, self._done, self._floor):
            self._pages.addWidget(page)
        if sounds is None:
            sounds = Chimes(self)
            sounds.missing.connect(self.problem)
        self.conductor = Conductor(
            self, lambda now: Teller(self, sounds, voice, self.settings, now), clock, keep, log, self.settings
        )
        self.company = Company(self.conductor, self, system or System())
        self._ratings = Ratings(self.conductor, self._play, self._done, self)
        Lowering(self.conductor, self._play.details, self)
        self._stopping = Stopping(self.conductor, self._play.controls, self)
        self._connect()
        self.set_settings(self.settings)
        themes.changed.connect(self._wear)

    def _connect(self) -> None:
        conductor, controls = self.conductor, self._play.controls
        conductor.changed.connect(self._show_all)
        conductor.moved.connect(self._show_time)
        conductor.problem.connect(self.problem)
        controls.play_pressed.connect(conductor.toggle)
        controls.back_pressed.connect(lambda: conductor.do(lambda player: player.back()))
        controls.skip_pressed.connect(lambda: conductor.do(lambda player: player.skip()))
        controls.repeat_pressed.connect(lambda: conductor.do(lambda player: player.repeat()))
        controls.more_pressed.connect(lambda: conductor.do(lambda player: player.more_time(MORE_SECONDS), "more"))
        controls.eased_pressed.connect(lambda: conductor.do(lambda player: player.hurry() or player.ease()))
        controls.too_much_pressed.connect(conductor.too_much)
        self._stopping.stopped.connect(self.close_routine)
        self._stopping.kept.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self._play.close_pressed.connect(self._stopping.ask)
        self._play.sound_pressed.connect(lambda: self.set_muted(not self.muted))
        self._play.floor_pressed.connect(lambda: self.set_floor(True))
        self._play.settings_pressed.connect(self.settings_wanted)
        self._done.close_pressed.connect(self.close_routine)
        self._done.back_pressed.connect(lambda: conductor.do(lambda player: player.back()))
        self.hands.wished.connect(self._wished)

    @property
    def whole(self) -> bool:
        """Whether all of the window is one button."""
        return self._on_floor

    def keys(self) -> Keys:
        """The keys of the page that is shown."""
        keys = Qt.Key
        page = self._pages.currentWidget()
        if page is self._floor:
            return {keys.Key_Escape: lambda: self.set_floor(False)}
        if page is self._done or self.player is None:
            return {
                keys.Key_Return: self.close_routine,
                keys.Key_Enter: self.close_routine,
                keys.Key_Escape: self._stopping.escape,
            }
        controls = self._play.controls
        return {
            keys.Key_Space: self.toggle,
            keys.Key_Left: controls.back.click,
            keys.Key_Right: controls.skip.click,
            keys.Key_R: controls.repeat.click,
            keys.Key_Plus: controls.more.click,
            keys.Key_E: controls.eased.click,
            keys.Key_T: controls.too_much.click,
            keys.Key_F: lambda: self.set_floor(True),
            keys.Key_M: lambda: self.set_muted(not self.muted),
            keys.Key_Escape: self._stopping.escape,
        }

    # What the window does with it

    @property
    def player(self) -> Player | None:
        """The player of the open routine, None when none is open."""
        return self.conductor.player

    @property
    def muted(self) -> bool:
        """Whether sound is off."""
        return self.conductor.teller.muted

    def set_muted(self, muted: bool) -> None:
        """Turn sound off or on."""
        if muted != self.muted:
            self.conductor.teller.muted = muted
            self._play.show_muted(muted)
            self.muted_changed.emit(muted)

    def set_settings(self, settings: RoutineSettings) -> None:
        """Speak, sound, move and listen to buttons so from now on."""
        self.settings = settings
        self.conductor.set_settings(settings)
        self.hands.set_settings(settings)
        self._floor.show_buttons(*hands_free_words(settings))

    def set_floor(self, on: bool) -> None:
        """Make everything large, or as it was."""
        player = self.player
        if on == self._on_floor or (on and (player is None or player.state().finished)):
            return
        self._on_floor = on
        self.hands.forget()
        self.floor_changed.emit(on)
        if player is not None:
            self._show_all(player.state())

    def open(self, routine: Routine) -> None:
        """Show a routine, ready to be started. One of which nothing may be done says so instead."""
        if not routine.steps:
            self._leave()
            self._done.show_end(routine, ())
            self._turn_to(self._done)
            return
        self._stopping.forget()
        self._show_routine(routine)
        self.conductor.begin(routine)

    def go_on(self, under_way: UnderWay) -> None:
        """Show a routine that was under way, paused where it was."""
        self._stopping.forget()
        self._show_routine(under_way.saved.routine)
        self.conductor.go_on(under_way)

    def under_way(self) -> UnderWay | None:
        """The routine that a crash or a closed window left behind, None when there is none."""
        return self.conductor.found()

    def toggle(self) -> None:
        """Start, pause or go on."""
        self.conductor.toggle()

    def close_routine(self) -> None:
        """End the routine here and leave; nothing is offered again."""
        self._leave()
        self.finished.emit()

    # What happens inside

    def _show_routine(self, routine: Routine) -> None:
        self._ratings.forget()
        self._play.show_routine(routine)
        self._floor.show_routine(routine)
        # The first time too: leaving the end of the routine before would hand the keyboard to any of its buttons.
        self._turn_to(self._play)

    def _leave(self) -> None:
        self.set_floor(False)
        self.conductor.leave()
        self._ask_guide(None)

    def _turn_to(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wished(self, wish: str) -> None:
        """One of the buttons that need not be looked at."""
        player = self.player
        if player is None or not self.isVisible():
            return
        if player.state().finished:
            self.set_floor(False)
        elif wish == "pause" or player.state().status == "ready":
            self.toggle()
        else:
            self.conductor.next()

    def _show_time(self, moment: Snapshot) -> None:
        if self.player is None or not self.isVisible():
            return
        page = self._floor if self._on_floor else self._play
        page.show_moment(moment, self.player.tallies())
        self._ask_guide(wanted(moment, calm=reduced_motion(self)))

    def _show_all(self, moment: Snapshot) -> None:
        """Show the whole of the present moment, and look again when that is due."""
        if self.player is None:
            return
        tallies = self.player.tallies()
        if self._on_floor:
            self._floor.show_step(moment)
            self._floor.show_moment(moment, tallies)
            self._turn_to(self._floor)
        elif moment.finished:
            self._done.show_end(self.player.routine, tallies, self._ratings.notes())
            self._turn_to(self._done)
        else:
            if self._pages.currentWidget() is not self._play or not self.isAncestorOf(self.focusWidget()):
                self._turn_to(self._play)
            self._play.show_step(moment, self.player.routine)
            self._ratings.look(moment)
            self._play.show_moment(moment, tallies)
            self._play.describe(moment)
        self._ask_guide(wanted(moment, calm=reduced_motion(self)))
        self.conductor.follow(moment)

    def _ask_guide(self, request: GuideRequest | None) -> None:
        if request != self._guide:
            self._guide = request
            self.guide_changed.emit(request)

    def _wear(self, theme: Theme) -> None:
        for page in (self._play, self._done, self._floor):
            page.wear(theme)

    # What Qt tells

    def scroll_page(self, event: QKeyEvent) -> bool:
        """Page keys scroll what is to be done."""
        return not self._on_floor and scrolls_by_key(self._play.details, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on painting."""
        super().showEvent(event)
        if self.player is not None:
            self._show_all(self.player.state())

    def hideEvent(self, event: QHideEvent) -> None:
        """No painting while nobody can see it; sounds and saving go on."""
        super().hideEvent(event)
        if self.player is not None:
            self.conductor.follow(self.player.state())
