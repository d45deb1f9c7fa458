"""The last page: what was done, what to expect, and a habit that keeps the pain from coming back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bodymap.gui.icons import pixmap
from bodymap.gui.kit import Page, button, card, column, empty, label, row, strong
from bodymap.gui.muscle_words import plain_or_latin
from bodymap.gui.player.details import left_out_card
from bodymap.gui.player.rating import RatingCard
from bodymap.gui.player.words import side_words
from bodymap.gui.theme import Theme
from bodymap.routine.dose import spoken_time
from bodymap.routine.saved import Notes, Tally
from bodymap.routine.steps import Routine


class DonePage(QWidget):
    """Calm and short. ``close_pressed`` leaves the player, ``back_pressed`` returns to the last step.

    ``rated(number or None)`` answers how strong the pain is now.
    """

    close_pressed = Signal()
    back_pressed = Signal()
    rated = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("donePage")
        self._theme = theme
        self._shown: tuple[Routine, tuple[Tally, ...], Notes | None] | None = None
        self._page = Page(gap=1.75, margins=(2.5, 3, 2.5, 2))
        translate = QCoreApplication.translate
        self.close_button = button(translate("Player", "Close"), "primary", "doneButton")
        self.close_button.setMinimumHeight(44)
        self.close_button.clicked.connect(self.close_pressed)
        self.back_button = button(translate("Player", "Back to the last step"), "quiet", "backToLastButton")
        self.back_button.clicked.connect(self.back_pressed)
        down = column(self)
        down.addWidget(self._page, 1)
        foot = column(gap=0.75, margins=(2.5, 1, 2.5, 2))
        foot.addWidget(self.close_button)
        foot.addWidget(self.back_button)
        down.addLayout(foot)

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        if self._shown is not None:
            self.show_end(*self._shown)

    def show_end(self, routine: Routine, tallies: tuple[Tally, ...], notes: Notes | None = None) -> None:
        """Fill the page for a routine that has come to its end (or has no steps that may be done).

        ``notes`` hold the rating before it; None asks for no rating after it.
        """
        self._shown = routine, tallies, notes
        translate = QCoreApplication.translate
        body = self._page.body
        empty(body)
        self.back_button.setVisible(bool(routine.steps))
        head = row(gap=1.5)
        head.addWidget(self._badge(), 0, Qt.AlignmentFlag.AlignVCenter)
        words = translate("Player", "Done") if routine.steps else translate("Player", "Not now")
        head.addWidget(label(words, "title"), 1)
        body.addLayout(head)
        summary = label(_summary(routine, tallies))
        summary.setObjectName("doneSummary")
        body.addWidget(summary)
        if notes is not None and routine.steps:
            self._ask_rating(body, notes)
        if routine.left_out:
            body.addWidget(left_out_card(routine.left_out))
        if routine.steps:
            most = routine.per_day[1]
            once, often = (
                translate("Player", "Once a day is plenty."),
                translate("Player", "Up to {most} times a day is plenty."),
            )
            _add_card(body, translate("Player", "What to expect"), routine.expect)
            _add_card(body, translate("Player", "How often"), once if most == 1 else often.format(most=most))
        if routine.steps and routine.habits:
            _add_card(body, translate("Player", "A habit that helps"), routine.habits[0])
        body.addStretch(1)
        self._page.show_top()

    def _ask_rating(self, body: QVBoxLayout, notes: Notes) -> None:
        question = QCoreApplication.translate("Player", "And how strong is it now?")
        if notes.before is None:
            question = QCoreApplication.translate("Player", "How strong is the pain now?")
        rating = RatingCard(self._theme, question, "ratingAfter")
        rating.scale.give(notes.after)
        said = label("", kind="muted")
        said.setObjectName("ratingCompared")

        def answered(number: int | None) -> None:
            rating.setVisible(number is not None)
            said.setText(compared(notes.before, number))
            said.setVisible(bool(said.text()))
            self.rated.emit(number)

        rating.answered.connect(answered)
        said.setText(compared(notes.before, notes.after))
        said.setVisible(bool(said.text()))
        body.addWidget(rating)
        body.addWidget(said)

    def _badge(self) -> QLabel:
        made = QLabel()
        name = "check" if self._shown and self._shown[0].steps else "shield"
        made.setPixmap(pixmap(name, self._theme.accent, 32, self.devicePixelRatioF()))
        return made


def compared(before: int | None, after: int | None) -> str:
    """What the two ratings say together, without praise or blame."""
    translate = QCoreApplication.translate
    if before is None or after is None:
        return ""
    if after < before:
        words = translate("Player", "Before it was {before}, now it is {after}.")
    elif after == before:
        words = translate("Player", "It is {after}, as before. It often eases within the next hours.")
    else:
        words = translate("Player", "Before it was {before}, now it is {after}. Rest, and do less the next time.")
    return words.format(before=before, after=after)


def _add_card(body: QVBoxLayout, caption: str, text: str) -> None:
    frame, inside = card("inset")
    inside.addWidget(strong(label(caption, "small", "muted")))
    inside.addWidget(label(text))
    body.addWidget(frame)


def _summary(routine: Routine, tallies: tuple[Tally, ...]) -> str:
    translate = QCoreApplication.translate
    if not routine.steps:
        return translate("Player", "With your answers to the safety questions no step of this routine should be done.")
    worked = sum(tally.worked for tally in tallies)
    skipped = sum(tally.outcome == "skipped" for tally in tallies)
    where = side_words(None if routine.both_sides else routine.side).lower()
    head = f"{plain_or_latin(routine.muscle_plain, routine.muscle_name)} · {where}: "
    if worked < 1.0:
        return head + translate("Player", "every step was skipped.")
    said = head + translate("Player", "{time} of treatment.").format(time=spoken_time(worked))
    if skipped == 1:
        said += " " + translate("Player", "One step was skipped.")
    elif skipped:
        said += " " + translate("Player", "{count} steps were skipped.").format(count=skipped)
    return said
