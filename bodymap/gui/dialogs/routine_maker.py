"""One routine from several sources, in the time there is; and the routines that somebody has made their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from bodymap.errors import BodymapError
from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.kit import button, card, column, empty, label, row, strong
from bodymap.gui.muscle_words import plain_or_latin
from bodymap.gui.theme import font
from bodymap.routine.combine import MINUTES
from bodymap.routine.dose import spoken_time
from bodymap.routine.mine import MyRoutine
from bodymap.routine.steps import Routine, Side

Source = tuple[str, Side]
Plan = Callable[[Sequence[Source], int], Routine]
USUAL_MINUTES = 8


class Offer(Struct, frozen=True):
    """A source that can be part of the routine. ``words`` name it; ``wanted``: it is in it until somebody objects."""

    muscle: str
    side: Side
    words: str
    wanted: bool


class Wish(Struct, frozen=True):
    """What was asked for: to start or to change a routine of ``sources``, or the person's own one of this ``id``."""

    kind: Literal["start", "edit", "start_mine", "edit_mine"]
    sources: tuple[Source, ...] = ()
    minutes: int = USUAL_MINUTES
    id: str = ""


class RoutineMaker(Dialog):
    """``plan`` makes what is previewed, ``remove(id)`` deletes an own one. ``wish`` is what was asked for."""

    def __init__(
        self,
        offers: Sequence[Offer],
        plan: Plan,
        mine: Sequence[MyRoutine],
        remove: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("routineMaker", "", parent, width=640)
        self.set_title(self.tr("Your routine"))
        self.wish: Wish | None = None
        self._plan, self._remove = plan, remove
        self._mine = column(gap=0.75)
        self._preview = column(gap=0.5)
        self._boxes: list[tuple[Offer, QCheckBox]] = []
        self._minutes = QButtonGroup(self)
        if offers:
            self._ask(offers)
        else:
            text = self.tr("Mark where it hurts. The sources that are found can then be treated in one routine.")
            self.body.addWidget(label(text, kind="muted"))
        self.body.addLayout(self._mine)
        self._show_mine(list(mine))
        self.body.addStretch(1)
        close = self.add_button(self.tr("Close"), "closeMaker")
        close.clicked.connect(self.reject)
        self._edit = self.add_button(self.tr("Change it first …"), "editRoutine")
        self._edit.clicked.connect(lambda: self._done(self._of_sources("edit")))
        self._start = self.add_button(self.tr("Start"), "startTogether", primary=True)
        self._start.clicked.connect(lambda: self._done(self._of_sources("start")))
        self._edit.setVisible(bool(offers))
        self._start.setVisible(bool(offers))
        self._look()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that are ticked, in the order of the list."""
        return tuple((offer.muscle, offer.side) for offer, box in self._boxes if box.isChecked())

    @property
    def minutes(self) -> int:
        """How long it may take."""
        return max(MINUTES[0], self._minutes.checkedId())

    def _ask(self, offers: Sequence[Offer]) -> None:
        self.body.addWidget(label(self.tr("What to treat"), "heading"))
        for offer in offers:
            box = QCheckBox(offer.words)
            box.setFont(font("body"))
            box.setObjectName(f"source-{offer.muscle}-{offer.side}")
            box.setChecked(offer.wanted)
            box.toggled.connect(self._look)
            self._boxes.append((offer, box))
            self.body.addWidget(box)
        self.body.addSpacing(6)
        self.body.addWidget(label(self.tr("How much time you have"), "heading"))
        line = row(gap=3)
        for minutes in MINUTES:
            pick = QRadioButton(self.tr("{} minutes").format(minutes))
            pick.setFont(font("body"))
            pick.setObjectName(f"minutes-{minutes}")
            pick.setChecked(minutes == USUAL_MINUTES)
            self._minutes.addButton(pick, minutes)
            line.addWidget(pick)
        line.addStretch(1)
        self._minutes.idToggled.connect(lambda *_: self._look())
        self.body.addLayout(line)
        self.body.addSpacing(6)
        self.body.addLayout(self._preview)

    def _look(self) -> None:
        """Show what the routine would be now."""
        if not self._boxes:
            return
        empty(self._preview)
        possible = False
        try:
            routine = self._plan(self.sources, self.minutes)
        except BodymapError as error:
            self._preview.addWidget(label(str(error), kind="muted"))
        else:
            possible = bool(routine.steps)
            show_plan(self._preview, routine)
        self._start.setEnabled(possible)
        self._edit.setEnabled(possible)

    def _show_mine(self, mine: list[MyRoutine]) -> None:
        empty(self._mine)
        if not mine:
            return
        self._mine.addSpacing(8)
        self._mine.addWidget(label(self.tr("Made your own"), "heading"))
        for each in mine:
            frame, inside = card()
            inside.addWidget(strong(label(each.name)))
            line = row()
            for text, kind, name in (
                (self.tr("Start"), "start_mine", "startMine"),
                (self.tr("Change …"), "edit_mine", "editMine"),
            ):
                press = button(text, "plain", f"{name}-{each.id}")
                press.setAutoDefault(False)
                wish = Wish(kind, id=each.id)  # type: ignore[arg-type] # one of the two above
                press.clicked.connect(lambda _=False, wish=wish: self._done(wish))
                line.addWidget(press)
            line.addStretch(1)
            drop = button(self.tr("Delete"), "quiet", f"deleteMine-{each.id}")
            drop.setAutoDefault(False)
            drop.clicked.connect(lambda _=False, gone=each: self._delete(gone, mine))
            line.addWidget(drop)
            inside.addLayout(line)
            self._mine.addWidget(frame)

    def _delete(self, gone: MyRoutine, mine: list[MyRoutine]) -> None:
        try:
            self._remove(gone.id)
        except BodymapError as error:
            self._mine.addWidget(label(str(error), kind="danger"))
            return
        self._show_mine([each for each in mine if each.id != gone.id])

    def _of_sources(self, kind: Literal["start", "edit"]) -> Wish:
        return Wish(kind, self.sources, self.minutes)

    def _done(self, wish: Wish) -> None:
        self.wish = wish
        self.accept()


def show_plan(into: QVBoxLayout, routine: Routine) -> None:
    """The steps of a routine in order with their times, how long it takes, and what is left out and why."""
    translate = QCoreApplication.translate
    if routine.steps:
        whole = translate("RoutineMaker", "{time} in all").format(time=spoken_time(routine.seconds))
        into.addWidget(strong(label(whole)))
    turns: dict[int, list[str]] = {}
    for step in routine.steps:
        turns.setdefault(step.turn, []).append(step.id)
    for number, (turn, ids) in enumerate(turns.items(), start=1):
        step = next(each for each in routine.steps if each.turn == turn)
        both = translate("RoutineMaker", ", both sides") if len(ids) > 1 else ""
        line = row(gap=1)
        line.addWidget(label(f"{number}.", "body", "muted", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=0)
        words.addWidget(label(f"{step.title}{both}"))
        words.addWidget(
            label(f"{plain_or_latin(step.muscle_plain, step.muscle_name)}: {step.dose_text}", "small", "muted")
        )
        line.addLayout(words, 1)
        into.addLayout(line)
    if routine.left_out:
        frame, inside = card("inset")
        inside.addWidget(strong(label(translate("RoutineMaker", "Left out"), "small")))
        reasons = dict.fromkeys(each.why for each in routine.left_out)
        for why in reasons:
            titles = dict.fromkeys(each.title for each in routine.left_out if each.why == why)
            inside.addWidget(label("; ".join(titles), "small"))
            inside.addWidget(label(why, "small", "muted"))
        into.addWidget(frame)
