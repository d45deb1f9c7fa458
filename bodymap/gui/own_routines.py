"""From several sources, or from what somebody has made their own, to a running routine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bodymap.errors import BodymapError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from bodymap.engine import Engine
    from bodymap.gui.dialogs.routine_maker import Offer, Wish
    from bodymap.gui.document import Document
    from bodymap.gui.messages import Messages
    from bodymap.journal.mine import MyRoutines
    from bodymap.routine.edit import RoutineEdit, Workshop
    from bodymap.routine.mine import MyRoutine
    from bodymap.routine.resolve import Locate
    from bodymap.routine.steps import Routine, Side

MOST_OFFERS = 6


class OwnRoutines(QObject):
    """``wanted(muscles, plan)`` asks to start what ``plan()`` gives once the questions about ``muscles`` are answered.

    ``answers`` gives the answers to the safety questions as they are now.
    """

    wanted = Signal(list, object)

    def __init__(
        self, document: Document, messages: Messages, answers: Callable[[], dict[str, bool]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._document, self._messages, self._answers, self._window = document, messages, answers, parent
        self._engine: Engine | None = None
        self._store: MyRoutines | None = None

    def set_engine(self, engine: Engine) -> None:
        """The atlas is there."""
        self._engine = engine

    def keep_in(self, folder: Path) -> None:
        """Keep what is saved in this folder."""
        from bodymap.journal.mine import MyRoutines

        self._store = MyRoutines(folder)

    def open(self) -> None:
        """Offer one routine for the sources that were found, and the person's own."""
        from bodymap.gui.dialogs.routine_maker import RoutineMaker

        engine = self._engine
        if engine is None:
            return
        while True:
            mine = self._mine()
            remove = self._store.remove if self._store is not None else _nothing
            plan = lambda sources, minutes: self._combined(engine, sources, minutes)  # noqa: E731 - one engine a round
            dialog = RoutineMaker(self._offers(engine), plan, mine, remove, self._window)
            dialog.run()
            wish = dialog.wish
            dialog.deleteLater()
            if wish is None or not self._fulfil(engine, wish, mine):
                return

    def _fulfil(self, engine: Engine, wish: Wish, mine: Sequence[MyRoutine]) -> bool:
        """Do what was asked for; whether the list is wanted again."""
        if wish.kind == "start":
            muscles = [muscle for muscle, _ in wish.sources]
            self.wanted.emit(muscles, lambda: self._combined(engine, wish.sources, wish.minutes))
            return False
        own = next((each for each in mine if each.id == wish.id), None)
        if wish.kind == "start_mine" and own is not None:
            self._start_own(engine, own)
            return False
        try:
            edit = self._edited(engine, wish, own)
        except BodymapError as error:
            self._messages.report(error)
            return False
        return self._change(engine, edit)

    def _edited(self, engine: Engine, wish: Wish, own: MyRoutine | None) -> RoutineEdit:
        from bodymap.journal.mine import new_id
        from bodymap.routine.edit import RoutineEdit

        shop = self._workshop(engine)
        if own is not None:
            return RoutineEdit(shop, own)
        return RoutineEdit.of(shop, self._combined(engine, wish.sources, wish.minutes), id=new_id())

    def _change(self, engine: Engine, edit: RoutineEdit) -> bool:
        from bodymap.gui.dialogs.routine_editor import RoutineEditor

        dialog = RoutineEditor(edit, self._window)
        save, start, mine = dialog.run(), dialog.wants_start, dialog.edit.mine
        dialog.deleteLater()
        if not save:
            return True
        try:
            if self._store is not None:
                self._store.save(mine)
        except BodymapError as error:
            self._messages.report(error)
        if start:
            self._start_own(engine, mine)
        return not start

    def _start_own(self, engine: Engine, mine: MyRoutine) -> None:
        from bodymap.routine.mine import build

        def plan() -> Routine:
            shop = self._workshop(engine)
            return build(engine.atlas, mine, answers=shop.answers, path_length=shop.path_length, locate=shop.locate)

        known = [each.muscle for each in mine.steps if each.muscle in engine.atlas.muscles]
        self.wanted.emit(list(dict.fromkeys(known)), plan)

    def _combined(self, engine: Engine, sources: Sequence[tuple[str, Side]], minutes: int) -> Routine:
        from bodymap.routine.combine import combine

        shop = self._workshop(engine)
        return combine(
            engine.atlas,
            sources,
            minutes=minutes,
            answers=shop.answers,
            path_length=shop.path_length,
            locate=shop.locate,
        )

    def _workshop(self, engine: Engine) -> Workshop:
        from bodymap.gui.lengths import path_length
        from bodymap.routine.edit import Workshop

        return Workshop(engine.atlas, self._answers(), path_length(engine), _locate(engine))

    def _offers(self, engine: Engine) -> list[Offer]:
        """The sources found, those that together explain the pain ticked; and the one that is looked at."""
        from bodymap.gui.dialogs.routine_maker import Offer
        from bodymap.gui.naming import sided

        answer = self._document.answer
        found: dict[tuple[str, Side], bool] = {}
        if answer is not None:
            for each in answer.together:
                found[each.muscle, each.side] = True
            for each in answer.sources:
                found.setdefault((each.muscle, each.side), False)
        chosen = self._document.chosen
        if chosen is not None:
            looked_at = chosen.muscle, chosen.side
            found = {looked_at: True} | {key: on or key == looked_at for key, on in found.items()}
        offers = []
        for (muscle, side), wanted in list(found.items())[:MOST_OFFERS]:
            about = engine.atlas.muscles[muscle]
            offers.append(Offer(muscle, side, f"{sided(about.plain, side)} ({about.name})", wanted))
        return offers

    def _mine(self) -> tuple[MyRoutine, ...]:
        if self._store is None:
            return ()
        loaded = self._store.load()
        if loaded.notice:
            self._messages.error(loaded.notice)
        return loaded.value or ()


def _nothing(_id: str) -> None:
    """There is nowhere to delete it from."""


def _locate(engine: Engine) -> Locate:
    """Where a place is on the engine's figure, in cm."""

    def find(place: str, side: Side) -> tuple[float, float, float]:
        x, y, z = engine.places.resolve(place, side).position
        return float(x), float(y), float(z)

    return find
