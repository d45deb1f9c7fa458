"""How routines speak, sound, move and are steered: one page, plain words, everything heard before it is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QRadioButton, QSlider, QVBoxLayout, QWidget

from bodymap.gui.dialogs.button_chooser import ButtonChooser
from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.dialogs.reminder_part import ReminderPart
from bodymap.gui.kit import button, column, label, row
from bodymap.gui.routine_settings import NEXT_BUTTONS, PAUSE_BUTTONS, Abilities, Motion, RoutineSettings
from bodymap.gui.theme import SPACE, font

MOTIONS: Final[tuple[Motion, ...]] = ("system", "less", "full")
_STEPS = 20
"""Positions of a volume slider; a speed slider has as many to either side."""


class RoutineSettingsDialog(Dialog):
    """``settings`` is what is chosen so far; ``try_wanted(settings)`` asks to be heard as it would sound."""

    try_wanted = Signal(object)

    def __init__(self, settings: RoutineSettings, abilities: Abilities, parent: QWidget | None = None) -> None:
        super().__init__("routineSettings", "", parent, width=640)
        self.set_title(self.tr("Routines: voice, sound and buttons"))
        self._before = settings
        self._abilities = abilities
        self._voice_part()
        self._chime_part()
        self._button_part()
        self._screen_part()
        self._reminders = ReminderPart(settings.reminders)
        self._part(self.tr("Reminders")).addWidget(self._reminders)
        self.body.addStretch(1)
        cancel = self.add_button(self.tr("Cancel"), "cancelSettings")
        cancel.clicked.connect(self.reject)
        save = self.add_button(self.tr("Save"), "saveSettings", primary=True)
        save.clicked.connect(self.accept)
        self._look()

    # ---- what is chosen

    @property
    def settings(self) -> RoutineSettings:
        """As it is chosen now."""
        return replace(
            self._before,
            speaks=self._speaks.isChecked(),
            says_steps=self._says_steps.isChecked(),
            says_cues=self._says_cues.isChecked(),
            counts_down=self._counts.isChecked(),
            voice=str(self._voices.currentData() or ""),
            voice_volume=self._voice_volume.value() / _STEPS,
            rate=self._rate.value() / _STEPS,
            chimes=self._chimes.isChecked(),
            chime_volume=self._chime_volume.value() / _STEPS,
            pause_buttons=self.pause.buttons,
            next_buttons=self.next.buttons,
            hold_for_next=self._hold.isChecked(),
            motion=MOTIONS[max(0, self._motion.checkedId())],
            asleep="count" if self._asleep.checkedId() == 1 else "pause",
            awake=self._awake.isChecked(),
            notifies=self._notifies.isChecked(),
            asks_ratings=self._ratings.isChecked(),
            reminders=self._reminders.reminders,
        )

    def show_voices(self, voices: Sequence[str]) -> None:
        """A voice has answered: these can be chosen."""
        chosen = self._voices.currentData() or self._before.voice
        self._voices.clear()
        self._voices.addItem(self.tr("As the computer is set"), "")
        for voice in voices:
            self._voices.addItem(voice, voice)
        self._voices.setCurrentIndex(max(0, self._voices.findData(chosen)))
        self._voices.setEnabled(bool(voices))
        if voices:
            self._voice_note.hide()

    def show_silent(self, sentence: str) -> None:
        """There is no voice, and this is why."""
        self._voice_note.setText(sentence)
        self._voice_note.show()

    # ---- its parts

    def _voice_part(self) -> None:
        now, part = self._before, self._part(self.tr("Voice"))
        self._speaks = self._check(part, self.tr("Say what to do"), now.speaks, "speaks")
        inner = column(gap=0.25, margins=(3, 0, 0, 0))
        part.addLayout(inner)
        self._says_steps = self._check(inner, self.tr("What to do in each step"), now.says_steps, "saysSteps")
        self._says_cues = self._check(
            inner, self.tr("Changes, half-way, other side, what comes next"), now.says_cues, "saysCues"
        )
        self._counts = self._check(inner, self.tr("The last five seconds"), now.counts_down, "countsDown")
        self._voices = QComboBox()
        self._voices.setObjectName("voices")
        self._voices.setAccessibleName(self.tr("Voice"))
        self._line(inner, self.tr("Voice"), self._voices)
        self._voice_volume = self._slider(inner, self.tr("Volume"), now.voice_volume, "voiceVolume")
        self._rate = self._slider(inner, self.tr("Speed"), now.rate, "voiceRate", lowest=-_STEPS)
        self._try = button(self.tr("Listen to it"), "plain", "tryVoice")
        self._try.setAutoDefault(False)
        self._try.clicked.connect(lambda: self.try_wanted.emit(self.settings))
        inner.addWidget(self._try, 0, Qt.AlignmentFlag.AlignLeft)
        waiting = self.tr("“Listen to it” also finds out which voices there are.")
        self._voice_note = label(self._abilities.silent or waiting, "small", "muted")
        self._voice_note.setObjectName("voiceNote")
        inner.addWidget(self._voice_note)
        self._of_voice = (
            self._says_steps, self._says_cues, self._counts, self._voice_volume, self._rate, self._try,
        )  # fmt: skip
        self._speaks.toggled.connect(self._look)
        self.show_voices(self._abilities.voices)

    def _chime_part(self) -> None:
        now, part = self._before, self._part(self.tr("Chimes"))
        self._chimes = self._check(part, self.tr("A soft sound at each change"), now.chimes, "chimes")
        inner = column(gap=0.25, margins=(3, 0, 0, 0))
        part.addLayout(inner)
        self._chime_volume = self._slider(inner, self.tr("Volume"), now.chime_volume, "chimeVolume")
        self._chimes.toggled.connect(self._look)

    def _button_part(self) -> None:
        now, part = self._before, self._part(self.tr("Without looking"))
        part.addWidget(
            label(
                self.tr(
                    "In floor mode the whole window is one button. Here you choose which keys, mouse buttons and "
                    "headset buttons press it; keys work in the panel as well."
                ),
                "small",
                "muted",
            )
        )
        self.pause = ButtonChooser(self.tr("Pause and go on"), now.pause_buttons, "pauseButtons")
        self.next = ButtonChooser(self.tr("Next"), now.next_buttons, "nextButtons")
        part.addWidget(self.pause)
        self._hold = self._check(part, self.tr("Held down, they go to the next step"), now.hold_for_next, "holdForNext")
        part.addWidget(self.next)
        usual = button(self.tr("As they were at first"), "link", "usualButtons")
        usual.setAutoDefault(False)
        usual.clicked.connect(lambda: self.pause.set_buttons(PAUSE_BUTTONS))
        usual.clicked.connect(lambda: self.next.set_buttons(NEXT_BUTTONS))
        part.addWidget(usual, 0, Qt.AlignmentFlag.AlignLeft)
        # A button means one thing: whoever gives it a new meaning takes the old one away.
        self.pause.catcher.caught.connect(self.next.remove)
        self.next.catcher.caught.connect(self.pause.remove)

    def _screen_part(self) -> None:
        now, part = self._before, self._part(self.tr("Screen and computer"))
        self._awake = self._check(part, self.tr("Keep the screen on while a routine runs"), now.awake, "awake")
        if not self._abilities.awake:
            self._awake.setEnabled(False)
            note = label(self.tr("Bodymap can’t keep the screen on with this desktop."), "small", "muted")
            note.setObjectName("awakeNote")
            part.addWidget(note)
        self._notifies = self._check(
            part, self.tr("Tell each new step in a notification while the window is hidden"), now.notifies, "notifies"
        )
        self._ratings = self._check(
            part, self.tr("Ask how strong the pain is before and after"), now.asks_ratings, "asksRatings"
        )
        self._asleep = self._choice(
            part,
            self.tr("When the computer slept"),
            (self.tr("pause the routine"), self.tr("count the time")),
            1 if now.asleep == "count" else 0,
            "asleep",
        )
        self._motion = self._choice(
            part,
            self.tr("Movement on the screen"),
            (self.tr("as the system is set"), self.tr("less"), self.tr("all of it")),
            MOTIONS.index(now.motion),
            "motion",
        )

    # ---- what parts are made of

    def _part(self, title: str) -> QVBoxLayout:
        self.body.addWidget(label(title, "heading"))
        part = column(gap=0.5, margins=(0, 0, 0, 1.5))
        self.body.addLayout(part)
        return part

    def _check(self, part: QVBoxLayout, text: str, on: bool, name: str) -> QCheckBox:
        made = QCheckBox(text)
        made.setFont(font("body"))
        made.setObjectName(name)
        made.setChecked(on)
        part.addWidget(made)
        return made

    def _line(self, part: QVBoxLayout, text: str, widget: QWidget) -> None:
        line = row(gap=1.5)
        named = label(text, wrap=False)
        named.setMinimumWidth(10 * SPACE)
        line.addWidget(named)
        line.addWidget(widget, 1)
        part.addLayout(line)

    def _slider(self, part: QVBoxLayout, text: str, value: float, name: str, *, lowest: int = 0) -> QSlider:
        made = QSlider(Qt.Orientation.Horizontal)
        made.setObjectName(name)
        made.setAccessibleName(text)
        made.setRange(lowest, _STEPS)
        made.setPageStep(4)
        made.setMinimumHeight(3 * SPACE)
        made.setValue(round(value * _STEPS))
        self._line(part, text, made)
        return made

    def _choice(self, part: QVBoxLayout, text: str, words: Sequence[str], chosen: int, name: str) -> QButtonGroup:
        part.addWidget(label(text))
        line = row(gap=2, margins=(3, 0, 0, 0))
        group = QButtonGroup(self)
        for number, word in enumerate(words):
            pick = QRadioButton(word)
            pick.setFont(font("body"))
            pick.setObjectName(f"{name}-{number}")
            pick.setAccessibleName(f"{text}: {word}")
            group.addButton(pick, number)
            pick.setChecked(number == chosen)
            line.addWidget(pick)
        line.addStretch(1)
        part.addLayout(line)
        return group

    def _look(self) -> None:
        """What depends on something that is off is off as well."""
        speaks = self._speaks.isChecked()
        for each in self._of_voice:
            each.setEnabled(speaks)
        self._voices.setEnabled(speaks and self._voices.count() > 1)
        self._chime_volume.setEnabled(self._chimes.isChecked())
