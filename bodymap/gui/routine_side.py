"""The right-hand side of the window: the panel, and in its place the player while a routine runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget

from bodymap.gui.looking import LookingTool
from bodymap.gui.motion import choose_motion

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas
    from bodymap.gui.canvas.tools import Tool
    from bodymap.gui.document import Chosen, Document
    from bodymap.gui.floor import FloorMode
    from bodymap.gui.kept import Kept
    from bodymap.gui.panel.side_panel import SidePanel
    from bodymap.gui.player.guide import GuideRequest
    from bodymap.gui.player.panel import PlayerPanel
    from bodymap.gui.routine_settings import RoutineSettings
    from bodymap.routine.resume import UnderWay
    from bodymap.routine.saved import Saved
    from bodymap.routine.steps import PlannedStep, Routine


class RoutineSide(QStackedWidget):
    """``guide_wanted(request or None)`` asks to show on the body where the routine works.

    ``muted`` is whether routines are silent, ``settings`` how they speak and move; ``changed`` tells that the person
    chose anew.
    """

    guide_wanted = Signal(object)
    changed = Signal()

    def __init__(
        self,
        document: Document,
        canvas: BodyCanvas,
        panel: SidePanel,
        make_player: Callable[[], PlayerPanel],
        kept: Kept,
    ) -> None:
        super().__init__()
        self.setObjectName("side")
        self._document, self._canvas, self._panel, self._make_player = document, canvas, panel, make_player
        self._player: PlayerPanel | None = None
        self._floor: FloorMode | None = None
        self._before: Chosen | None = None
        self.muted = kept.muted
        self.settings: RoutineSettings = kept.routine
        choose_motion(self.settings.motion)
        self._marking: Tool | None = None
        self._under_way: UnderWay | None = None
        self._why_not: Callable[[Saved], str | None] = lambda _: None
        self.addWidget(panel)
        panel.resume.answered.connect(self._resume_answered)

    @property
    def player(self) -> PlayerPanel:
        """The routine player, made when it is first needed."""
        if self._player is None:
            self._player = self._make_player()
            self._player.finished.connect(self._played)
            self._player.guide_changed.connect(self._guide)
            self._player.set_settings(self.settings)
            self._player.set_muted(self.muted)
            self._player.muted_changed.connect(self._mute)
            self._player.floor_changed.connect(self._turn_over)
            self._player.settings_wanted.connect(self.edit_settings)
            self.addWidget(self._player)
        return self._player

    @property
    def playing(self) -> bool:
        """Whether the player has taken the panel's place."""
        return self.currentWidget() is self._player

    def play(self, routine: Routine) -> None:
        """Lead through a routine."""
        self._choose(routine)
        self._turn_to_player()
        self.player.open(routine)

    @Slot()
    def offer_to_resume(self) -> None:
        """When a routine was broken off by a crash or a closed window: offer to go on with it."""
        found = self.player.under_way()
        if found is not None and not self._refused(found):
            self._under_way = found
            self._panel.resume.offer(_offer(found))

    def check_with(self, why_not: Callable[[Saved], str | None]) -> None:
        """Ask ``why_not`` before a routine is gone on with: it gives a sentence when that must not be done."""
        self._why_not = why_not

    def _refused(self, under_way: UnderWay) -> bool:
        """Whether a routine must not be gone on with; that is said, and it is not offered again."""
        why = self._why_not(under_way.saved)
        if why is not None:
            self._end(under_way)
            self.player.problem.emit(why)
        return why is not None

    def _end(self, under_way: UnderWay) -> None:
        """Ended where it was, it leaves nothing behind that would be offered again."""
        self.player.go_on(under_way)
        self.player.close_routine()

    def _choose(self, routine: Routine) -> None:
        """Look at the muscle that a routine begins with, also when it was started from a list of several."""
        chosen = self._before = self._document.chosen
        if routine.muscle and (chosen is None or chosen.muscle != routine.muscle):
            self._document.choose(routine.muscle, routine.side)

    def _mute(self, muted: bool) -> None:
        self.muted = muted
        self.changed.emit()

    @Slot()
    def edit_settings(self) -> None:
        """Show how routines speak, sound, move and are steered, and take on what is chosen."""
        from bodymap.gui.dialogs.routine_settings import RoutineSettingsDialog

        player = self.player
        dialog = RoutineSettingsDialog(self.settings, player.company.abilities(), self.window())
        teller = player.conductor.teller
        dialog.try_wanted.connect(teller.try_out)
        teller.voices_known.connect(dialog.show_voices)
        teller.missing.connect(dialog.show_silent)
        if dialog.run():
            self.settings = dialog.settings
            self.changed.emit()
        player.set_settings(self.settings)
        dialog.deleteLater()

    def geometry_to_keep(self) -> QByteArray:
        """Where the window stands when nobody lies on the floor."""
        window = self.window()
        return (self._floor and self._floor.geometry_before) or window.saveGeometry()

    def width_to_keep(self) -> int:
        """How wide this side is when nobody lies on the floor, in pixels."""
        return (self._floor and self._floor.panel_width_before) or self.width()

    def _turn_over(self, on: bool) -> None:
        """The whole window for somebody on the floor, or as it was."""
        window, splitter = self.window(), self.parentWidget()
        if not isinstance(window, QMainWindow) or not isinstance(splitter, QSplitter):
            return
        if self._floor is None:
            from bodymap.gui.floor import FloorMode

            self._floor = FloorMode(window, splitter, self.player.hands, self)
            self._floor.leave_wanted.connect(lambda: self.player.set_floor(False))
        self._floor.set(on)

    def _guide(self, request: GuideRequest | None) -> None:
        """Show the muscle and the side that are treated now, and then come close to the spot."""
        player = self.player.player
        if request is not None and player is not None:
            self._look_at(player.state().step)
        self.guide_wanted.emit(request)

    def _look_at(self, step: PlannedStep) -> None:
        chosen = self._document.chosen
        if chosen is None or not step.muscle:
            return
        side = step.side or chosen.side
        if (chosen.muscle, chosen.side) != (step.muscle, side):
            self._document.choose(step.muscle, side)

    def _resume_answered(self, go_on: bool) -> None:
        under_way, self._under_way = self._under_way, None
        if under_way is None:
            return
        if not go_on:
            self._end(under_way)
        elif not self._refused(under_way):  # the answers to the safety questions may be others by now
            self._choose(under_way.saved.routine)
            self._turn_to_player()
            self.player.go_on(under_way)

    def _turn_to_player(self) -> None:
        """One can look around on the body while a routine runs, but not mark it by accident."""
        self._marking = self._canvas.tool
        self._canvas.tool = LookingTool()
        self._panel.resume.hide()
        self.setCurrentWidget(self.player)

    def _played(self) -> None:
        self.guide_wanted.emit(None)
        before, self._before = self._before, None
        if before is not None and before != self._document.chosen:
            self._document.choose(before.muscle, before.side, before.trigger_point)
        if self._marking is not None:
            self._canvas.tool, self._marking = self._marking, None
            self._canvas.show_view(self._canvas.forward_view)
        self.setCurrentWidget(self._panel)
        self._panel.focus_content()


def _offer(under_way: UnderWay) -> str:
    """What was broken off, and how long ago."""
    ago = QCoreApplication.translate("RoutineSide", "{title}, {time} ago")
    return ago.format(title=under_way.title, time=_long_time(under_way.ago))


def _long_time(seconds: float) -> str:
    from bodymap.routine.dose import spoken_time

    translate = QCoreApplication.translate
    hours = seconds / 3600
    if hours < 1.0:
        return spoken_time(seconds if seconds < 60 else 60 * (seconds // 60))
    if hours < 48.0:
        whole = round(hours)
        return translate("RoutineSide", "1 hour") if whole == 1 else translate("RoutineSide", "{} hours").format(whole)
    return translate("RoutineSide", "{} days").format(round(hours / 24))
