"""The panel that leads through a routine: it owns the player, its clock, its sounds and its file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from bodymap.gui.kit import scrolls_by_key
from bodymap.gui.player.clock import LONGEST_GAP_SECONDS, wakeful_clock
from bodymap.gui.player.controls import MORE_SECONDS
from bodymap.gui.player.done_page import DonePage
from bodymap.gui.player.guide import GuideRequest, wanted
from bodymap.gui.player.keeper import Keeper
from bodymap.gui.player.play_page import PlayPage
from bodymap.gui.player.sounds import Chimes, Sounds
from bodymap.gui.player.teller import Teller
from bodymap.gui.player.ticker import Ticker
from bodymap.gui.theme import Theme, Themes
from bodymap.routine.moments import Event, Snapshot
from bodymap.routine.player import Player
from bodymap.routine.resume import ResumeFile, UnderWay
from bodymap.routine.steps import Routine


class PlayerPanel(QWidget):
    """Plays one routine at a time.

    ``finished`` is emitted when the person closes it, after the end or before. ``guide_changed`` carries a
    :class:`GuideRequest` (or None) for the live body, ``problem`` a sentence for the message bar, ``muted_changed``
    whether sound is off, for the settings.
    """

    finished = Signal()
    guide_changed = Signal(object)
    problem = Signal(str)
    muted_changed = Signal(bool)

    def __init__(
        self,
        themes: Themes,
        *,
        clock: Callable[[], float] | None = None,
        keep: ResumeFile | None = None,
        sounds: Sounds | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("playerPanel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._clock = clock or wakeful_clock
        self._longest_gap = LONGEST_GAP_SECONDS if clock is None else None
        self._player: Player | None = None
        self._guide: GuideRequest | None = None
        self._was_running = False
        self._play = PlayPage(themes.current)
        self._done = DonePage(themes.current)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._play)
        self._pages.addWidget(self._done)
        self._ticker = Ticker(self, self._tick)
        self._keeper = Keeper(keep, self._clock, self)
        self._keeper.problem.connect(self.problem)
        self._teller = Teller(self, sounds or self._real_sounds())
        self._connect()
        themes.changed.connect(self._wear)

    def _real_sounds(self) -> Sounds:
        chimes = Chimes(self)
        chimes.missing.connect(self.problem)
        return chimes

    def _connect(self) -> None:
        controls = self._play.controls
        controls.play_pressed.connect(self.toggle)
        controls.back_pressed.connect(lambda: self._do(lambda player: player.back()))
        controls.skip_pressed.connect(lambda: self._do(lambda player: player.skip()))
        controls.repeat_pressed.connect(lambda: self._do(lambda player: player.repeat()))
        controls.more_pressed.connect(lambda: self._do(lambda player: player.more_time(MORE_SECONDS)))
        controls.eased_pressed.connect(self._eased_or_ready)
        controls.stop_answered.connect(self._stop_answered)
        self._play.close_pressed.connect(self._ask_to_stop)
        self._play.sound_pressed.connect(lambda: self.set_muted(not self.muted))
        self._done.close_pressed.connect(self.close_routine)
        self._done.back_pressed.connect(lambda: self._do(lambda player: player.back()))

    def _keys(self) -> dict[int, Callable[[], object]]:
        """The keys of the page that is shown."""
        keys = Qt.Key
        if not self._on_play_page():
            return {
                keys.Key_Return: self.close_routine,
                keys.Key_Enter: self.close_routine,
                keys.Key_Escape: self._escape,
            }
        controls = self._play.controls
        return {
            keys.Key_Space: self.toggle,
            keys.Key_Left: controls.back.click,
            keys.Key_Right: controls.skip.click,
            keys.Key_R: controls.repeat.click,
            keys.Key_Plus: controls.more.click,
            keys.Key_E: controls.eased.click,
            keys.Key_M: lambda: self.set_muted(not self.muted),
            keys.Key_Escape: self._escape,
        }

    # What the window does with it

    @property
    def player(self) -> Player | None:
        """The player of the open routine, None when none is open."""
        return self._player

    @property
    def muted(self) -> bool:
        """Whether sound is off."""
        return self._teller.muted

    def set_muted(self, muted: bool) -> None:
        """Turn sound off or on."""
        if muted != self._teller.muted:
            self._teller.muted = muted
            self._play.show_muted(muted)
            self.muted_changed.emit(muted)

    def open(self, routine: Routine) -> None:
        """Show a routine, ready to be started. One of which nothing may be done says so instead."""
        if not routine.steps:
            self._leave_player()
            self._done.show_end(routine, ())
            self._pages.setCurrentWidget(self._done)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._take(Player(routine, self._clock, longest_gap=self._longest_gap))

    def go_on(self, under_way: UnderWay) -> None:
        """Show a routine that was under way, paused where it was."""
        self._take(under_way.player(self._clock, longest_gap=self._longest_gap))

    def under_way(self) -> UnderWay | None:
        """The routine that a crash or a closed window left behind, None when there is none."""
        return self._keeper.found()

    def toggle(self) -> None:
        """Start, pause or go on."""
        self._do(lambda player: player.start() or player.pause())

    def close_routine(self) -> None:
        """End the routine here and leave; nothing is offered again."""
        if self._player is not None:
            self._player.stop()
            self._keeper.save(self._player)
        self._leave_player()
        self.finished.emit()

    # What happens inside

    def _take(self, player: Player) -> None:
        self._player = player
        self._play.show_routine(player.routine)
        self._play.controls.ask_to_stop(ask=False)
        self._pages.setCurrentWidget(self._play)
        # The first time too: leaving the end of the routine before would hand the keyboard to any of its buttons.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_all()
        self._keeper.begin(player)
        self._teller.prepare()

    def _leave_player(self) -> None:
        self._ticker.stop()
        self._player = None
        self._ask_guide(None)

    def _do(self, command: Callable[[Player], object]) -> None:
        if self._player is None:
            return
        command(self._player)
        events = self._player.poll()
        self._show_all()
        self._tell(events)
        self._keeper.save(self._player)

    def _eased_or_ready(self) -> None:
        self._do(lambda player: player.hurry() or player.ease())

    def _ask_to_stop(self) -> None:
        if self._player is not None:
            self._was_running = self._player.state().running
            self._do(lambda player: player.pause())
            self._play.controls.ask_to_stop(ask=True)

    def _stop_answered(self, stop: bool) -> None:
        self._play.controls.ask_to_stop(ask=False)
        if stop:
            self.close_routine()
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._was_running:
            self.toggle()

    def _escape(self) -> None:
        if self._play.controls.asking:
            self._stop_answered(False)
        else:
            self._ask_to_stop()

    def _on_play_page(self) -> bool:
        return self._player is not None and self._pages.currentWidget() is self._play

    def _tick(self) -> Snapshot | None:
        """Show the present moment; gives it to the ticker, which decides when the next look is due."""
        if self._player is None:
            return None
        events = self._player.poll()
        if events:
            self._show_all()
            self._tell(events)
            self._keeper.save(self._player)
            return self._player.state()
        moment = self._player.state()
        if self.isVisible():
            self._play.show_moment(moment, self._player.tallies())
            self._ask_guide(wanted(moment))
        self._keeper.save_sometimes(self._player)
        return moment

    def _show_all(self) -> None:
        """Show the whole of the present moment, and look again when that is due."""
        if self._player is None:
            return
        moment = self._player.state()
        if moment.finished:
            self._done.show_end(self._player.routine, self._player.tallies())
            self._pages.setCurrentWidget(self._done)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            if self._pages.currentWidget() is not self._play or not self.isAncestorOf(self.focusWidget()):
                self._pages.setCurrentWidget(self._play)
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._play.show_step(moment)
            self._play.show_moment(moment, self._player.tallies())
            self._play.describe(moment)
        self._ask_guide(wanted(moment))
        self._ticker.follow(moment)

    def _tell(self, events: tuple[Event, ...]) -> None:
        """Sound and say the last of what happened; what came before it is over."""
        if not events or self._player is None:
            return
        if any(event.kind == "suspended" for event in events):
            self.problem.emit(QCoreApplication.translate("Player", "The computer slept, so the routine was paused."))
            return
        last = events[-1]
        self._teller.tell(last, self._player)
        if last.kind == "phase" and last.phase is not None and last.phase.loads and last.phase.repetition == 1:
            self._play.details.reveal()

    def _ask_guide(self, request: GuideRequest | None) -> None:
        if request != self._guide:
            self._guide = request
            self.guide_changed.emit(request)

    def _wear(self, theme: Theme) -> None:
        self._play.wear(theme)
        self._done.wear(theme)

    # What Qt tells

    def event(self, event: QEvent) -> bool:
        """While the player has the focus its keys are its own, whatever shortcuts of the window share them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._meant(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each command. A button that has the focus takes the space bar first."""
        does = self._meant(event)
        if does is None and not scrolls_by_key(self._play.details, event):
            super().keyPressEvent(event)
        elif does is not None and not event.isAutoRepeat():
            does()

    def _meant(self, event: QKeyEvent) -> Callable[[], object] | None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        return None if held != Qt.KeyboardModifier.NoModifier else self._keys().get(event.key())

    def showEvent(self, event: QShowEvent) -> None:
        """Go on painting."""
        super().showEvent(event)
        self._show_all()

    def hideEvent(self, event: QHideEvent) -> None:
        """No painting while nobody can see it; sounds and saving go on."""
        super().hideEvent(event)
        if self._player is not None:
            self._ticker.follow(self._player.state())
