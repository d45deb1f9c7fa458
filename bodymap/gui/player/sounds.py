"""Soft sounds at each change. Sound is a help and never a need: whatever is missing costs a sentence, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QCoreApplication, QLoggingCategory, QObject, QUrl, Signal

from bodymap.paths import asset

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

Chime = Literal["work", "rest", "switch", "half", "soon", "tick", "done"]
CHIMES: tuple[Chime, ...] = ("work", "rest", "switch", "half", "soon", "tick", "done")
WAKE = "wake"
"""The file of what can't be heard and only wakes a sleepy loudspeaker."""
VOLUME = 0.6


class Sounds(Protocol):
    """What plays the chimes."""

    def prepare(self) -> None:
        """Get ready to play, before the first chime is needed."""
        ...

    def play(self, chime: Chime) -> None:
        """Sound a chime and return at once."""
        ...

    def wake(self) -> bool:
        """Wake a loudspeaker that may sleep; whether there is one, and so a moment to wait."""
        ...

    def set_volume(self, volume: float) -> None:
        """How loud chimes are from now on, 0..1."""
        ...


class Chimes(QObject):
    """Plays the chimes through Qt's multimedia module, which is loaded only when the first routine is opened.

    ``missing`` is emitted once, with a sentence for the person, when there is nothing to play them with.
    """

    missing = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._effects: dict[str, QSoundEffect] | None = None
        self._volume = VOLUME

    def prepare(self) -> None:
        """Load the sounds; does nothing the second time."""
        if self._effects is not None:
            return
        self._effects = {}
        reason = self._load()
        if reason:
            self.missing.emit(reason)

    def play(self, chime: Chime) -> None:
        """Sound a chime if there is a way to."""
        self.prepare()
        effect = (self._effects or {}).get(chime)
        if effect is not None:
            effect.play()

    def wake(self) -> bool:
        """Play what can't be heard."""
        self.prepare()
        effect = (self._effects or {}).get(WAKE)
        if effect is not None:
            effect.play()
        return effect is not None

    def set_volume(self, volume: float) -> None:
        """How loud chimes are from now on, 0..1."""
        self._volume = volume
        for name, effect in (self._effects or {}).items():
            if name != WAKE:
                effect.setVolume(volume)

    def _load(self) -> str:
        """Fill in the effects; gives a sentence when that can't be done."""
        translate = QCoreApplication.translate
        # Qt looks for several sound systems and complains about each that is absent, also when another one is there.
        QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver*=false\nqt.multimedia.ffmpeg.info=false")
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError as error:  # libpulse and the like are absent
            said = translate("Player", "The routine runs without sounds, since a sound library is missing: {why}.")
            return said.format(why=error)
        if not QMediaDevices.audioOutputs():
            return translate("Player", "The routine runs without sounds, since no loudspeaker was found.")
        effects: dict[str, QSoundEffect] = {}
        for name in (*CHIMES, WAKE):
            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(asset(f"sounds/{name}.wav"))))
            effect.setVolume(1.0 if name == WAKE else self._volume)
            effects[name] = effect
        self._effects = effects
        return ""
