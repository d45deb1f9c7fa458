"""Tells what happens to ears: chimes and a voice for everybody, and words for whoever uses a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from bodymap.gui.access.speech import announce
from bodymap.gui.player.script import STEP, Line, line_for
from bodymap.gui.player.sounds import Chime, Sounds
from bodymap.gui.player.words import phase_words
from bodymap.gui.routine_settings import RoutineSettings
from bodymap.gui.voice.manner import Manner
from bodymap.gui.voice.speaker import Speaker, spoken_language
from bodymap.routine.moments import Event, Snapshot
from bodymap.routine.player import Player

if TYPE_CHECKING:
    from bodymap.gui.voice.voice import Voice

TICKS = 3
"""Without a voice that counts, this many of the last seconds are ticked."""
WAKE_AHEAD_S = (5.0, 6.2)
"""The count has to be heard in time: the loudspeaker is woken a second before it."""


class Teller(QObject):
    """Sounds and says events. ``muted`` turns chimes and voice off, not the words for a screen reader.

    ``missing(sentence)`` says what can't be heard on this computer, ``voices_known(names)`` which voices there are;
    ``silent`` and ``voices`` keep that.
    """

    missing = Signal(str)
    voices_known = Signal(list)

    def __init__(
        self,
        widget: QWidget,
        sounds: Sounds,
        voice: Voice | None,
        settings: RoutineSettings,
        clock: Callable[[], float],
    ) -> None:
        super().__init__(widget)
        self._widget, self._sounds, self._settings = widget, sounds, settings
        self._muted = False
        self.voices: tuple[str, ...] = ()
        self.silent = ""
        self._speaker = Speaker(voice, sounds, self, clock) if voice is not None else None
        if self._speaker is not None:
            self._speaker.missing.connect(self._is_missing)
            self._speaker.voices_known.connect(self._knows)

    @property
    def muted(self) -> bool:
        """Whether nothing is heard."""
        return self._muted

    @muted.setter
    def muted(self, muted: bool) -> None:
        self._muted = muted
        if muted and self._speaker is not None:
            self._speaker.hush()

    @property
    def speaks(self) -> bool:
        """Whether lines are said by a voice."""
        return not self._muted and self._settings.speaks and self._speaker is not None and self._speaker.speaks

    def set_settings(self, settings: RoutineSettings, *, playing: bool) -> None:
        """Sound and speak so from now on; ``playing``: a routine is open."""
        self._settings = settings
        self._sounds.set_volume(settings.chime_volume)
        if self._speaker is not None:
            self._speaker.speak_as(_manner(settings))
            if not (settings.speaks and playing):
                self._speaker.close()
        if playing:
            self.prepare()

    def prepare(self) -> None:
        """Load the sounds and the voice before the first is needed."""
        if self._muted:
            return
        self._sounds.prepare()
        if self._speaker is not None and self._settings.speaks:
            self._speaker.open(_manner(self._settings))

    def rest(self) -> None:
        """No routine is open any more."""
        if self._speaker is not None:
            self._speaker.close()

    def tell(self, events: Sequence[Event], player: Player, now: float) -> None:
        """Tell what of ``events`` still holds at ``now``."""
        holding = [event for event in events if event.holds(now)]
        if not holding:
            return
        line = line_for(holding, player, self._settings, now) if self._settings.speaks else None
        counted = line is not None and self.speaks and self._settings.counts_down
        sound = chime(holding, player, counted=counted or self._counts())
        if not self._heard(line, sound):
            self._announce(holding, player)

    def answer(self, line: Line) -> None:
        """Say that something was done, to somebody who can't see it."""
        if self.speaks:
            self._heard(line, None)

    def look_ahead(self, moment: Snapshot) -> None:
        """Something may have to be heard in time in a moment."""
        low, high = WAKE_AHEAD_S
        if not self._muted and self._speaker is not None and moment.running and low < moment.seconds_left <= high:
            self._speaker.wake_ahead()

    def try_out(self, settings: RoutineSettings) -> None:
        """Let a chime and a line be heard as they would be with ``settings``."""
        self._sounds.prepare()
        self._sounds.set_volume(settings.chime_volume)
        plays = (lambda: self._sounds.play("work")) if settings.chimes else None
        if self._speaker is None or not settings.speaks:
            if plays is not None:
                plays()
            return
        self._speaker.open(_manner(settings))
        self._speaker.hush()
        said = QCoreApplication.translate("Script", "This is how a routine sounds. Press, two of three.")
        self._speaker.tell(said, STEP, plays)

    def _is_missing(self, sentence: str) -> None:
        self.silent = sentence
        self.missing.emit(sentence)

    def _knows(self, voices: list[str]) -> None:
        self.voices = tuple(voices)
        self.voices_known.emit(voices)

    def _counts(self) -> bool:
        return self.speaks and self._settings.counts_down

    def _heard(self, line: Line | None, sound: Chime | None) -> bool:
        """Sound and say; whether the words are said by the voice."""
        if self._muted:
            return False
        plays = None if sound is None or not self._settings.chimes else lambda: self._sounds.play(sound)
        if self._speaker is not None:
            return self._speaker.tell(line.text if line else "", line.rank if line else 0, plays)
        if plays is not None:
            plays()
        return False

    def _announce(self, events: Sequence[Event], player: Player) -> None:
        words = [said for said in (announcement(event, player) for event in events) if said]
        if words:
            announce(self._widget, words[-1])


def _manner(settings: RoutineSettings) -> Manner:
    return Manner(language=spoken_language(), voice=settings.voice, volume=settings.voice_volume, rate=settings.rate)


def chime(events: Sequence[Event], player: Player, *, counted: bool = False) -> Chime | None:
    """The sound of what has happened: up to work, down to rest, three notes to change over, a tick to count.

    ``counted``: a voice counts the last seconds.
    """
    found: Chime | None = None
    for event in events:
        one = _chime(event, player, counted=counted)
        if one is not None and (found is None or event.kind in ("step", "phase", "finished")):
            found = one
    return found


def _chime(event: Event, player: Player, *, counted: bool) -> Chime | None:
    if event.kind in ("finished", "suspended") or event.phase is None:
        return "done" if event.kind == "finished" else None
    if event.kind == "last_seconds":
        return None if counted else "soon"
    if event.kind == "second":
        return None if counted or event.seconds > TICKS else "tick"
    if event.kind == "half":
        return "half"
    if event.kind not in ("step", "phase"):
        return None
    if event.kind == "step" or event.phase.kind in ("get_ready", "switch"):
        return "switch"
    if event.phase.kind in ("rest", "relax"):
        return "rest"
    counting = player.routine.steps[event.step].kind == "move" and event.phase.repetition > 1
    return "soon" if counting else "work"


def announcement(event: Event, player: Player) -> str:
    """What a screen reader says of an event; nothing of those that are for the ear alone."""
    if event.kind == "finished":
        return QCoreApplication.translate("Player", "Done")
    if event.kind == "lowered":
        return player.notes.lowered[-1].why if player.notes.lowered else ""
    if event.kind not in ("step", "phase") or event.phase is None:
        return ""
    step = player.routine.steps[event.step]
    said = phase_words(step, event.phase)
    return f"{step.title}. {said}. {step.cue}" if event.kind == "step" else said
