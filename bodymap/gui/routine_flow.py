"""From the start button to a running routine: safety questions, the plan, and the guide on the body."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bodymap.errors import BodymapError, PlaceError
from bodymap.gui.document import Document, Guide

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from bodymap.atlas.model import Caution
    from bodymap.body.surface import SurfacePoint
    from bodymap.engine import Engine
    from bodymap.gui.messages import Messages
    from bodymap.gui.own_routines import OwnRoutines
    from bodymap.gui.player.guide import GuideRequest
    from bodymap.routine.saved import Saved
    from bodymap.routine.steps import Routine, Side


class RoutineFlow(QObject):
    """``planned(routine)`` asks to open the player; ``spot_changed(points)`` to come close to where it works.

    What only a routine needs is imported when one is wanted: the body has to be on screen before.
    """

    planned = Signal(object)
    spot_changed = Signal(object)
    answers_changed = Signal()

    def __init__(self, document: Document, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._messages, self._window = document, messages, parent
        self._engine: Engine | None = None
        self._own: OwnRoutines | None = None
        self._folder: Path | None = None
        self.answers: dict[str, bool] = {}
        self._shown: tuple[tuple[str, ...], Side] | None = None
        self._points: tuple[SurfacePoint, ...] = ()

    def set_engine(self, engine: Engine) -> None:
        """The atlas is there."""
        self._engine = engine
        self._shown = None

    def start(self, muscle: str, side: str, routine_id: str, both_sides: bool) -> None:
        """Ask what has to be asked, and start the routine when nothing speaks against it."""
        engine = self._engine
        if engine is not None:
            on: Side = "left" if side == "left" else "right"
            self._begin([muscle], lambda: self._plan(engine, muscle, on, routine_id, both_sides))

    def keep_in(self, folder: Path) -> None:
        """Keep the person's own routines in this folder."""
        self._folder = folder

    def open_own(self) -> None:
        """Offer one routine from several sources, and those that the person has made their own."""
        if self._own is None:
            from bodymap.gui.own_routines import OwnRoutines

            self._own = OwnRoutines(self._document, self._messages, lambda: self.answers, self._window)
            self._own.wanted.connect(self._begin)
            if self._folder is not None:
                self._own.keep_in(self._folder)
        if self._engine is not None:
            self._own.set_engine(self._engine)
            self._own.open()

    def _begin(self, muscles: Sequence[str], plan: Callable[[], Routine]) -> None:
        """Ask what concerns these muscles, and start what ``plan`` then gives."""
        from bodymap.pain.cautions import questions

        engine = self._engine
        if engine is None:
            return
        asked = questions(engine.atlas, {engine.atlas.muscles[muscle].group for muscle in muscles})
        if not self._ask(asked):
            return
        try:
            routine = plan()
        except BodymapError as error:
            self._messages.report(error)
            return
        if self._may_go_on(asked, routine):
            self.planned.emit(routine)

    def edit_answers(self) -> None:
        """Show every question with its answer."""
        from bodymap.pain.cautions import questions

        if self._engine is None:
            return
        groups = {muscle.group for muscle in self._engine.atlas.muscles.values()}
        self._show_questions(questions(self._engine.atlas, groups), before_routine=False)

    def _ask(self, asked: Sequence[Caution]) -> bool:
        """Put the questions that have no answer yet. False when the person turned away from them."""
        if all(caution.id in self.answers for caution in asked):
            return True
        return self._show_questions(asked, before_routine=True)

    def _show_questions(self, asked: Sequence[Caution], *, before_routine: bool) -> bool:
        from bodymap.gui.dialogs.safety import SafetyQuestions

        dialog = SafetyQuestions(asked, self.answers, self._window, before_routine=before_routine)
        said = dialog.run()
        if said:
            self.answers.update(dialog.answers)
            self.answers_changed.emit()
        dialog.deleteLater()
        return said

    def _plan(self, engine: Engine, muscle: str, side: Side, routine_id: str, both_sides: bool) -> Routine:
        from bodymap.gui.lengths import path_length
        from bodymap.routine.plan import plan

        return plan(
            engine.atlas,
            muscle,
            side,
            routine_id=routine_id,
            both_sides=both_sides,
            answers=self.answers,
            path_length=path_length(engine),
        )

    def why_not(self, saved: Saved) -> str | None:
        """Why a routine that was under way can't be gone on with, None when it can."""
        from bodymap.routine.limits import why_not

        return why_not(saved, self._engine.atlas, self.answers) if self._engine is not None else None

    def _may_go_on(self, asked: Sequence[Caution], routine: Routine) -> bool:
        """After a yes: what it means is told, and the rest of the routine offered when something of it is left."""
        from bodymap.gui.dialogs.safety import SeeDoctor

        yes = [caution for caution in asked if self.answers.get(caution.id)]
        if not yes:
            return True
        emergency = [caution for caution in yes if caution.level == "emergency"]
        possible = not emergency and bool(routine.steps)
        dialog = SeeDoctor(emergency or yes, self._window, may_go_on=possible, left_out=routine.left_out)
        go_on = dialog.run()
        change = dialog.wants_change
        dialog.deleteLater()
        if change:
            self._show_questions(asked, before_routine=False)
        return go_on

    # ---- the guide

    def show_guide(self, wanted: GuideRequest | None) -> None:
        """Show on the body where the routine works now."""
        if wanted is None or self._engine is None:
            self._shown = None
            self._document.set_guide(None)
            return
        side: Side = wanted.side or "right"
        if (wanted.places, side) != self._shown:
            self._shown = wanted.places, side
            self._points = self._resolved(self._engine, wanted.places, side)
            if self._points:
                self.spot_changed.emit(self._points)
        if self._points:
            self._document.set_guide(Guide(self._points, wanted.progress, side, wanted.radius_cm, wanted.still))
        else:
            self._document.set_guide(None)

    def _resolved(self, engine: Engine, places: tuple[str, ...], side: Side) -> tuple[SurfacePoint, ...]:
        try:
            if len(places) > 1:
                return engine.path(places, side)
            return (engine.places.resolve(places[0], side),)
        except PlaceError as error:
            # A routine whose place can't be drawn can still be done: it is told in words as well.
            self._messages.report(error)
            return ()
