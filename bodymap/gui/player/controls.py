"""The buttons of the player, and the question before it is stopped."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QWidget

from bodymap.gui.icons import icon
from bodymap.gui.kit import ButtonKind, button, column, label, row
from bodymap.gui.theme import Theme
from bodymap.routine.moments import Snapshot

MORE_SECONDS = 15.0


class Controls(QStackedWidget):
    """Says what was pressed; the panel decides. Every button has its key in its tip."""

    play_pressed = Signal()
    back_pressed = Signal()
    skip_pressed = Signal()
    repeat_pressed = Signal()
    more_pressed = Signal()
    eased_pressed = Signal()
    too_much_pressed = Signal()
    stop_answered = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.back = _square(translate("Player", "Back to the step before"), "backButton", "←")
        self.play = _wide("", "primary", "startButton")
        self.skip = _square(translate("Player", "Skip this step"), "skipButton", "→")
        self.repeat = _square(translate("Player", "Do this step again"), "repeatButton", "R")
        self.more = _wide(translate("Player", "+15 s"), "quiet", "moreButton")
        self.eased = _wide("", "quiet", "easedButton")
        self.too_much = _wide(translate("Player", "Too much"), "quiet", "tooMuchButton")
        self.too_much.setToolTip(translate("Player", "It hurts too much: make the rest gentler (T)"))
        self._icons: list[tuple[QPushButton, str]] = [
            (self.back, "step-back"),
            (self.skip, "step-next"),
            (self.repeat, "repeat"),
            (self.more, "more-time"),
            (self.too_much, "too-much"),
        ]
        for pressed, signal in (
            (self.back, self.back_pressed),
            (self.play, self.play_pressed),
            (self.skip, self.skip_pressed),
            (self.repeat, self.repeat_pressed),
            (self.more, self.more_pressed),
            (self.eased, self.eased_pressed),
            (self.too_much, self.too_much_pressed),
        ):
            pressed.clicked.connect(signal)
        self._theme = theme
        self._running = False
        self._waits = False
        self.addWidget(self._buttons())
        self.addWidget(self._question())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.wear(theme)

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        for pressed, name in self._icons:
            pressed.setIcon(icon(name, theme))
        self._dress_changing()

    def show_moment(self, moment: Snapshot) -> None:
        """Say on the buttons what they do now, and disable what can't be done."""
        translate = QCoreApplication.translate
        words = {"ready": translate("Player", "Start"), "running": translate("Player", "Pause")}
        self._set(self.play, words.get(moment.status, translate("Player", "Go on")), translate("Player", "Space"))
        self._set(
            self.eased,
            translate("Player", "I’m ready") if moment.can_hurry else translate("Player", "It has eased"),
            "E",
        )
        self.eased.setEnabled(moment.can_hurry or moment.can_ease)
        self.too_much.setEnabled(moment.can_lower and moment.status != "ready")
        self.back.setEnabled(moment.can_back)
        self.repeat.setEnabled(moment.can_repeat)
        self.repeat.setToolTip(translate("Player", "Do this step again (R)") if moment.can_repeat else _full())
        self.more.setEnabled(moment.more >= 1.0)
        self.more.setToolTip(translate("Player", "A little more time for this (+)") if moment.more >= 1.0 else _full())
        if (moment.running, moment.can_hurry) != (self._running, self._waits):
            self._running, self._waits = moment.running, moment.can_hurry
            self._dress_changing()

    @property
    def asking(self) -> bool:
        """Whether the question before stopping is open."""
        return self.currentIndex() == 1

    def ask_to_stop(self, *, ask: bool) -> None:
        """Open or close the question before stopping."""
        self.setCurrentIndex(1 if ask else 0)
        if ask:
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress_changing(self) -> None:
        theme = self._theme
        self.play.setIcon(icon("pause" if self._running else "play", theme, theme.accent_text))
        self.eased.setIcon(icon("check" if self._waits else "eased", theme))

    @staticmethod
    def _set(pressed: QPushButton, text: str, key: str) -> None:
        if pressed.text() != text:
            pressed.setText(text)
            pressed.setToolTip(f"{text} ({key})")
            pressed.setAccessibleName(text)

    def _buttons(self) -> QWidget:
        page = QWidget()
        down = column(page, 0.75)
        above, below = row(gap=1), row(gap=0.5)
        above.addWidget(self.back)
        above.addWidget(self.repeat)
        above.addWidget(self.play, 1)
        above.addWidget(self.skip)
        for pressed in (self.more, self.eased, self.too_much):
            below.addWidget(pressed, 1)
        down.addLayout(above)
        down.addLayout(below)
        return page

    def _question(self) -> QWidget:
        translate = QCoreApplication.translate
        page = QWidget()
        down = column(page, 1)
        down.addWidget(label(translate("Player", "Stop the routine here? Your place in it will not be kept.")))
        across = row(gap=1)
        self._keep = _wide(translate("Player", "Go on"), "primary", "keepGoingButton")
        leave = _wide(translate("Player", "Stop and close"), "plain", "reallyStopButton")
        self._keep.clicked.connect(lambda: self.stop_answered.emit(False))
        leave.clicked.connect(lambda: self.stop_answered.emit(True))
        across.addWidget(self._keep, 1)
        across.addWidget(leave, 1)
        down.addLayout(across)
        down.addStretch(1)
        return page


def _full() -> str:
    return QCoreApplication.translate("Player", "This spot has had its full time for now; give it a rest until later.")


def _wide(text: str, kind: ButtonKind, name: str) -> QPushButton:
    made = button(text, kind, name)
    made.setAccessibleName(text)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not make the space bar press it again
    made.setIconSize(QSize(18, 18))
    made.setMinimumHeight(44 if kind == "primary" else 38)
    return made


def _square(says: str, name: str, key: str) -> QPushButton:
    made = _wide("", "plain", name)
    made.setAccessibleName(says)
    made.setToolTip(f"{says} ({key})")
    made.setMinimumHeight(44)
    made.setFixedWidth(52)
    return made
