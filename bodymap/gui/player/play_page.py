"""The page of a running routine: header, progress, clock, what to do, what comes next, buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from bodymap.gui.icons import icon
from bodymap.gui.kit import column, icon_button, label, row, rule
from bodymap.gui.motion import reduced_motion
from bodymap.gui.muscle_words import plain_or_latin
from bodymap.gui.player.controls import Controls
from bodymap.gui.player.details import StepDetails
from bodymap.gui.player.dots import StepDots
from bodymap.gui.player.faces import face_of, next_words
from bodymap.gui.player.rating import RatingCard
from bodymap.gui.player.ring import LARGEST, SMALL, SMALLEST, ClockRing
from bodymap.gui.player.words import clock_time, repetition_words, side_words, status_words
from bodymap.gui.theme import SPACE, Theme
from bodymap.routine.moments import Snapshot
from bodymap.routine.saved import Tally
from bodymap.routine.steps import Routine

_ROOMY = 820
"""From this height on (logical pixels) the clock stands above the text, below it beside the text."""
_TIGHT = 440
"""Below this height the clock is its smallest and what comes next is told by the dots alone: the buttons stay."""


class PlayPage(QWidget):
    """Shows a moment; knows neither the player nor the time."""

    close_pressed = Signal()
    sound_pressed = Signal()
    floor_pressed = Signal()
    settings_pressed = Signal()
    rated = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._turns = 0
        self._muted = False
        self.ring = ClockRing(theme)
        self.dots = StepDots(theme)
        self.details = StepDetails(theme)
        self.details.setMinimumHeight(5 * SPACE)
        self.controls = Controls(theme)
        self._make_words()
        self._make_buttons()
        self.rating = RatingCard(
            theme, QCoreApplication.translate("Player", "How strong is the pain now?"), "ratingBefore"
        )
        self.rating.answered.connect(self.rated)
        self.rating.hide()
        self.details.head.addWidget(self.rating)
        self._lay_out()

    def _make_words(self) -> None:
        self._muscle = label("", "small")
        self._muscle.setObjectName("muscleName")
        self._latin = label("", "small", "muted")
        self._latin.setObjectName("muscleLatin")
        self._muscle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._side = label("", "small", "tag", wrap=False)
        self._side.setObjectName("sideTag")
        self._count = label("", "small", "muted", wrap=False)
        self._total = label("", "small", "muted", wrap=False)
        self._total.setObjectName("totalLeft")
        even = self._total.font()
        even.setFeature(QFont.Tag("tnum"), 1)  # or the text beside it would jump with every second
        self._total.setFont(even)
        self._title = label("", "title")
        self._title.setObjectName("stepTitle")
        self._cue = label("")
        self._cue.setObjectName("stepCue")
        self._next = label("", "body")
        self._next.setObjectName("nextStep")

    def _make_buttons(self) -> None:
        theme, translate = self._theme, QCoreApplication.translate
        large, manner = translate("Player", "Large, for the floor (F)"), translate("Player", "Voice and buttons")
        self._floor = icon_button("floor", theme, large, "floorButton")
        self._settings = icon_button("settings", theme, manner, "playerSettings")
        self._sound = icon_button("sound", theme, translate("Player", "Sound off (M)"), "soundButton")
        self._close = icon_button("close", theme, translate("Player", "Stop and close (Esc)"), "closeButton")
        for pressed, signal in (
            (self._floor, self.floor_pressed),
            (self._settings, self.settings_pressed),
            (self._sound, self.sound_pressed),
            (self._close, self.close_pressed),
        ):
            pressed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            pressed.clicked.connect(signal)

    def _lay_out(self) -> None:
        down = column(self, 0)
        head = column(gap=1, margins=(2.5, 1.25, 2.5, 1))
        first, second = row(gap=0.5), row(gap=1)
        names = column(gap=0)
        names.addWidget(self._muscle)
        names.addWidget(self._latin)
        first.addLayout(names, 1)
        for pressed in (self._floor, self._settings, self._sound, self._close):
            first.addWidget(pressed)
        second.addWidget(self._side)
        second.addWidget(self._count)
        second.addStretch(1)
        second.addWidget(self._total)
        head.addLayout(first)
        head.addWidget(self.dots)
        head.addLayout(second)
        down.addLayout(head)
        self._stage = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._stage.setContentsMargins(round(2.5 * SPACE), SPACE, round(2.5 * SPACE), round(1.5 * SPACE))
        self._stage.setSpacing(2 * SPACE)
        self._stage.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignCenter)
        words = column(gap=0.75)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._cue)
        words.addStretch(1)
        self._stage.addLayout(words, 1)
        down.addLayout(self._stage)
        down.addWidget(self.details, 1)
        down.addWidget(rule())
        foot = QFrame()
        inside = column(foot, 1.25, (2.5, 1.25, 2.5, 1.75))
        inside.addWidget(self._next)
        inside.addWidget(self.controls)
        down.addWidget(foot)

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        for part in (self.ring, self.dots, self.details, self.controls, self.rating):
            part.wear(theme)
        self.show_muted(self._muted)
        for pressed, name in ((self._close, "close"), (self._floor, "floor"), (self._settings, "settings")):
            pressed.setIcon(icon(name, theme, theme.text_muted))

    def show_muted(self, muted: bool) -> None:
        """Say on the sound button whether there is sound."""
        translate = QCoreApplication.translate
        self._muted = muted
        says = translate("Player", "Sound on (M)") if muted else translate("Player", "Sound off (M)")
        self._sound.setIcon(icon("muted" if muted else "sound", self._theme, self._theme.text_muted))
        self._sound.setToolTip(says)
        self._sound.setAccessibleName(says)

    def show_routine(self, routine: Routine) -> None:
        """Show another routine."""
        self._turns = len({step.turn for step in routine.steps})
        self._name(routine.muscle_plain, routine.muscle_name)
        self._muscle.setToolTip(routine.name)
        self.dots.show_routine(routine)

    def _name(self, plain: str, latin: str) -> None:
        """The plain name, and the Latin one below it."""
        self._muscle.setText(plain_or_latin(plain, latin))
        self._latin.setText(latin if plain else "")

    def show_step(self, moment: Snapshot, routine: Routine) -> None:
        """Show what stays the same for a whole step of ``routine``, whose doses may have become gentler."""
        step = moment.step
        if step.muscle_name:
            self._name(step.muscle_plain, step.muscle_name)
        else:
            self._name(routine.muscle_plain, routine.muscle_name)
        translate = QCoreApplication.translate
        self._side.setText(side_words(step.side))
        self._count.setText(translate("Player", "Step {number} of {all}").format(number=step.turn + 1, all=self._turns))
        self._title.setText(step.title)
        self._cue.setText(step.cue)
        self.details.show_step(routine, step)
        self._next.setText(next_words(step, moment.next_step))

    def show_moment(self, moment: Snapshot, tallies: tuple[Tally, ...]) -> None:
        """Show what changes all the time."""
        translate = QCoreApplication.translate
        self.ring.show_face(face_of(moment, self._turns, calm=reduced_motion(self)))
        self.dots.show_progress(tallies, moment.step_index, moment.step_fraction if moment.status != "ready" else 0.0)
        self.controls.show_moment(moment)
        said = translate("Player", "{time} left").format(time=clock_time(moment.total_left, always_minutes=True))
        if said != self._total.text():
            self._total.setText(said)

    def ask_rating(self, *, ask: bool, given: int | None) -> None:
        """Ask how strong the pain is before it begins, or don't."""
        if ask and self.rating.isHidden():
            self.rating.scale.give(given)
        self.rating.setVisible(ask)

    def describe(self, moment: Snapshot) -> str:
        """The clock in words for a screen reader, set as its name as well."""
        parts = [status_words(moment), repetition_words(moment), clock_time(moment.seconds_left)]
        said = ", ".join(part for part in parts if part)
        self.ring.setAccessibleName(said)
        return said

    def minimumSizeHint(self) -> QSize:
        """Low enough for a small screen with large letters, where the window must not reach over the edge."""
        wanted = super().minimumSizeHint()
        spared = self.ring.height() - SMALLEST
        if not self._next.isHidden():
            spared += self._next.sizeHint().height() + round(1.25 * SPACE) + self._latin.sizeHint().height()
        return QSize(wanted.width(), wanted.height() - spared)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the clock above the text or beside it, as large as the room allows."""
        super().resizeEvent(event)
        roomy = self.height() >= _ROOMY
        direction = QBoxLayout.Direction.TopToBottom if roomy else QBoxLayout.Direction.LeftToRight
        if self._stage.direction() != direction:
            self._stage.setDirection(direction)
        widest = self.width() - 5 * SPACE if roomy else self.width() * 9 // 25
        tight = self.height() < _TIGHT
        for spared in (self._next, self._latin):
            spared.setHidden(tight)
        self.ring.set_diameter(SMALLEST if tight else max(SMALL, min(widest, self.height() // 4, LARGEST)))
