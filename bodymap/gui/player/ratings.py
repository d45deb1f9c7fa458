"""How strong the pain is, asked before a routine and after it, where the person wants to be asked."""

from __future__ import annotations

from PySide6.QtCore import QObject

from bodymap.gui.player.conductor import Conductor
from bodymap.gui.player.done_page import DonePage
from bodymap.gui.player.play_page import PlayPage
from bodymap.gui.routine_settings import RoutineSettings
from bodymap.routine.moments import Snapshot
from bodymap.routine.saved import Notes


class Ratings(QObject):
    """Hands what is said on the pages to ``conductor``. Nobody who would rather not say is asked twice."""

    def __init__(self, conductor: Conductor, play: PlayPage, done: DonePage, parent: QObject) -> None:
        super().__init__(parent)
        self._conductor, self._play = conductor, play
        self._asks = True
        self._declined = False
        conductor.settings_changed.connect(self._take_on)
        play.rated.connect(self._before)
        done.rated.connect(self._after)

    def forget(self) -> None:
        """Another routine: it may be asked again."""
        self._declined = False

    def look(self, moment: Snapshot) -> None:
        """Ask as long as nothing has begun."""
        player = self._conductor.player
        if player is not None:
            asks = self._asks and moment.status == "ready" and not self._declined
            self._play.ask_rating(ask=asks, given=player.notes.before)

    def notes(self) -> Notes | None:
        """What was said so far, None when nothing is to be asked at the end."""
        player = self._conductor.player
        return player.notes if player is not None and self._asks else None

    def _take_on(self, settings: RoutineSettings) -> None:
        self._asks = settings.asks_ratings

    def _before(self, number: int | None) -> None:
        self._declined = number is None
        self._play.rating.setVisible(not self._declined)
        if number is not None:
            self._conductor.note(before=number)

    def _after(self, number: int | None) -> None:
        if number is not None:
            self._conductor.note(after=number)
