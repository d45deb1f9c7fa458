"""The right-hand side of the window: the panel, and in its place the player while a routine runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from bodymap.gui.looking import LookingTool

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas
    from bodymap.gui.canvas.tools import Tool
    from bodymap.gui.document import Document
    from bodymap.gui.panel.side_panel import SidePanel
    from bodymap.gui.player.panel import PlayerPanel
    from bodymap.routine.resume import UnderWay
    from bodymap.routine.steps import Routine


class RoutineSide(QStackedWidget):
    """``guide_wanted(request or None)`` asks to show on the body where the routine works.

    ``muted`` is whether routines are silent; ``muted_changed`` tells when the person turns their sound off or on.
    """

    guide_wanted = Signal(object)
    muted_changed = Signal(bool)

    def __init__(
        self,
        document: Document,
        canvas: BodyCanvas,
        panel: SidePanel,
        make_player: Callable[[], PlayerPanel],
        *,
        muted: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("side")
        self._document, self._canvas, self._panel, self._make_player = document, canvas, panel, make_player
        self._player: PlayerPanel | None = None
        self.muted = muted
        self._marking: Tool | None = None
        self._under_way: UnderWay | None = None
        self.addWidget(panel)
        panel.resume.answered.connect(self._resume_answered)

    @property
    def player(self) -> PlayerPanel:
        """The routine player, made when it is first needed."""
        if self._player is None:
            self._player = self._make_player()
            self._player.finished.connect(self._played)
            self._player.guide_changed.connect(self.guide_wanted)
            self._player.set_muted(self.muted)
            self._player.muted_changed.connect(self._mute)
            self.addWidget(self._player)
        return self._player

    @property
    def playing(self) -> bool:
        """Whether the player has taken the panel's place."""
        return self.currentWidget() is self._player

    def play(self, routine: Routine) -> None:
        """Lead through a routine."""
        self._turn_to_player()
        self.player.open(routine)

    @Slot()
    def offer_to_resume(self) -> None:
        """When a routine was broken off by a crash or a closed window: offer to go on with it."""
        self._under_way = self.player.under_way()
        if self._under_way is not None:
            self._panel.resume.offer(self._under_way.title)

    def _mute(self, muted: bool) -> None:
        self.muted = muted
        self.muted_changed.emit(muted)

    def _resume_answered(self, go_on: bool) -> None:
        under_way, self._under_way = self._under_way, None
        if under_way is None:
            return
        if go_on:
            self._document.choose(under_way.saved.routine.muscle, under_way.saved.routine.side)
            self._turn_to_player()
            self.player.go_on(under_way)
        else:
            # Ended where it was, it leaves nothing behind that would be offered again.
            self.player.go_on(under_way)
            self.player.close_routine()

    def _turn_to_player(self) -> None:
        """One can look around on the body while a routine runs, but not mark it by accident."""
        self._marking = self._canvas.tool
        self._canvas.tool = LookingTool()
        self._panel.resume.hide()
        self.setCurrentWidget(self.player)

    def _played(self) -> None:
        self.guide_wanted.emit(None)
        if self._marking is not None:
            self._canvas.tool, self._marking = self._marking, None
            self._canvas.show_view(self._canvas.forward_view)
        self.setCurrentWidget(self._panel)
        self._panel.focus_content()
