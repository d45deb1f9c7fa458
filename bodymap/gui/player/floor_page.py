"""The page for somebody on the floor: what to do now, the clock and what comes next, readable from two metres."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bodymap.gui.kit import Kind, column, label, row
from bodymap.gui.motion import reduced_motion
from bodymap.gui.player.dots import StepDots
from bodymap.gui.player.faces import face_of, next_words
from bodymap.gui.player.ring import ClockRing
from bodymap.gui.player.words import clock_time, side_words
from bodymap.gui.theme import Theme, font
from bodymap.routine.moments import Snapshot
from bodymap.routine.saved import Tally
from bodymap.routine.steps import Routine

TITLE_PX, TITLE_LEAST_PX, CUE_PX, NEXT_PX, SMALL_PX = 46, 28, 28, 28, 22
"""Heights of the letters' boxes on a window of 720 logical pixels; everything grows with the window.

From two metres a letter has to be about a centimetre high to be read with ease (a two-hundredth of the distance, as
signs are made), which are some 40 pixels of a laptop's screen.
"""
_LARGEST_RING = 2000


class FloorPage(QWidget):
    """Shows a moment; has nothing that could be pressed, because the whole window is the button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("floorPage")
        self._routine: Routine | None = None
        self._turns = 0
        self._buttons = ""
        self.ring = ClockRing(theme, largest=_LARGEST_RING, name="floorRing")
        self.dots = StepDots(theme)
        self.dots.setObjectName("floorDots")
        self._side = _text("tag", wrap=False)
        self._side.setObjectName("floorSide")
        self._total = _text("muted", wrap=False)
        self._title = _text("plain")
        self._title.setObjectName("floorTitle")
        self._cue = _text("plain")
        self._cue.setObjectName("floorCue")
        self._next = _text("muted")
        self._next.setObjectName("floorNext")
        self._hint = _text("muted")
        self._lay_out()

    def _lay_out(self) -> None:
        self._down = down = column(self, 1.25, (3, 2, 3, 2))
        head = row(gap=2)
        head.addWidget(self._side)
        head.addStretch(1)
        head.addWidget(self._total)
        down.addLayout(head)
        down.addWidget(self._title)
        down.addWidget(self._cue)
        down.addStretch(1)
        down.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        down.addStretch(1)
        down.addWidget(self._next)
        down.addWidget(self.dots)
        down.addWidget(self._hint)

    def minimumSizeHint(self) -> QSize:
        """Of any size: its letters follow the window, and never the window them."""
        return QSize(320, 240)

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self.ring.wear(theme)
        self.dots.wear(theme)

    def show_routine(self, routine: Routine) -> None:
        """Show another routine."""
        self._routine = routine
        self._turns = len({step.turn for step in routine.steps})
        self.dots.show_routine(routine)

    def show_buttons(self, press: str, hold: str) -> None:
        """Say below what a press and a long press of the chosen buttons do."""
        self._buttons = f"{press}  ·  {hold}" if press else hold

    def show_step(self, moment: Snapshot) -> None:
        """Show what stays the same for a whole step."""
        step = moment.step
        over = moment.finished
        translate = QCoreApplication.translate
        self._side.setText(side_words(step.side))
        self._side.setVisible(not over)
        self._total.setVisible(not over)
        self._title.setText(translate("Player", "Done") if over else step.title)
        last = translate("Player", "That was the last step. Stay as you are for a moment.")
        self._cue.setText(last if over else step.cue)
        self._next.setText("" if over else _next_words(moment))
        self.ring.setVisible(not over)
        self._hint.setText(translate("Player", "Press once more to go back") if over else self._buttons)
        self._hint.setVisible(not moment.running)  # while it runs the clock needs the room
        self._fit()

    def show_moment(self, moment: Snapshot, tallies: tuple[Tally, ...]) -> None:
        """Show what changes all the time."""
        self.ring.show_face(face_of(moment, self._turns, calm=reduced_motion(self)))
        self.dots.show_progress(tallies, moment.step_index, moment.step_fraction if moment.status != "ready" else 0.0)
        left = QCoreApplication.translate("Player", "{time} left")
        said = left.format(time=clock_time(moment.total_left, always_minutes=True))
        if said != self._total.text():
            self._total.setText(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything as large as the window allows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        share = min(self.height() / 720, self.width() / 700)
        for shown, pixels in (
            (self._side, SMALL_PX + 2),
            (self._total, SMALL_PX + 2),
            (self._cue, CUE_PX),
            (self._next, NEXT_PX),
            (self._hint, SMALL_PX - 5),
        ):
            shown.setFont(_font(pixels * share))
        self.dots.setFixedHeight(max(10, round(14 * share)))
        margins = self._down.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        self._title.setFont(_title_font(self._title.text(), room, share))
        words = [each for each in (self._title, self._cue, self._next, self._hint) if not each.isHidden()]
        taken = sum(each.heightForWidth(room) for each in words) + self._side.sizeHint().height() + self.dots.height()
        gaps = self._down.spacing() * (len(words) + 4) + margins.top() + margins.bottom()
        self.ring.set_diameter(min(room, self.height() - taken - gaps))


def _next_words(moment: Snapshot) -> str:
    """What comes next, as short as can be."""
    following = moment.next_step
    if following is not None and following.turn == moment.step.turn:
        translate = QCoreApplication.translate
        to_left, to_right = translate("Player", "Next: the left side"), translate("Player", "Next: the right side")
        return to_left if following.side == "left" else to_right
    return next_words(moment.step, following)


def _title_font(text: str, room: int, share: float) -> QFont:
    """The largest of its sizes in which a title takes no more than two lines."""
    for pixels in range(TITLE_PX, TITLE_LEAST_PX, -2):
        made = _font(pixels * share, heavy=True)
        metrics = QFontMetrics(made)
        box = metrics.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, text)
        if box.height() <= 2 * metrics.lineSpacing() and box.width() <= room:
            return made
    return _font(TITLE_LEAST_PX * share, heavy=True)


def _font(pixels: float, *, heavy: bool = False) -> QFont:
    made = font("body")
    made.setPixelSize(max(10, round(pixels)))
    if heavy:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def _text(kind: Kind, *, wrap: bool = True) -> QLabel:
    made = label("", "body", kind, wrap=wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy = made.sizePolicy()
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made
