"""What to do in a step, in full: position, instruction with its tool, dose, when to stop, and where that is from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from bodymap.gui.icons import pixmap
from bodymap.gui.kit import Page, card, column, empty, label, row, strong
from bodymap.gui.player.words import TOOL_ICONS, tool_words
from bodymap.gui.theme import Theme
from bodymap.routine.steps import LeftOut, PlannedStep, Routine

_ICON = 20


class StepDetails(Page):
    """Scrolls when there is little room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(gap=2, margins=(2.5, 0.5, 2.5, 2))
        self.setObjectName("stepDetails")
        self._theme = theme
        self._shown: tuple[Routine, PlannedStep] | None = None
        self._told = ""
        self.head = column()
        self._lowered = column()
        self._content = column(gap=2)
        self.body.addLayout(self._lowered)
        self.body.addLayout(self.head)
        self.body.addLayout(self._content)

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        if self._shown is not None:
            self._fill(*self._shown)

    def show_step(self, routine: Routine, step: PlannedStep) -> None:
        """Show another step from its top."""
        if self._shown is None or self._shown[1] is not step:
            self._shown = (routine, step)
            self._fill(routine, step)
            self.show_top()

    def tell(self, why: str) -> None:
        """Say above everything why the dose has just become another one; "" for nothing."""
        if why == self._told:
            return
        self._told = why
        empty(self._lowered)
        if why:
            frame, inside = card("warning")
            frame.setObjectName("nowGentler")
            inside.addWidget(label(why))
            self._lowered.addWidget(frame)
        if self._shown is not None:
            self._fill(*self._shown)
        self.show_top()

    def _fill(self, routine: Routine, step: PlannedStep) -> None:
        translate = QCoreApplication.translate
        empty(self._content)
        if routine.left_out and step is routine.steps[0]:
            self._content.addWidget(left_out_card(routine.left_out))
        self._content.addWidget(self._part("posture", translate("Player", "Position"), step.position, "positionText"))
        says = translate("Player", "What to do") if step.tool == "none" else tool_words(step.tool)
        self._content.addWidget(self._part(TOOL_ICONS[step.tool], says, step.instruction, "instructionText"))
        self._content.addWidget(
            self._part("dose", translate("Player", "How much"), _sentence(step.dose_text), "doseText")
        )
        if step.note and step.note != self._told:
            self._content.addWidget(note_card(step.note))
        self._content.addWidget(_stop_card(step, self._theme))
        known = [routine.references.get(key, key) for key in step.sources]
        self._content.addWidget(
            label(translate("Player", "From: {sources}").format(sources="; ".join(known)), "small", "muted")
        )
        self._content.addStretch(1)

    def _part(self, icon_name: str, caption: str, text: str, name: str) -> QWidget:
        part = QWidget()
        across = row(part, 1.5)
        across.addWidget(_picture(icon_name, self._theme, part), 0, Qt.AlignmentFlag.AlignTop)
        down = column(gap=0.25)
        down.addWidget(strong(label(caption, "small", "muted")))
        said = label(text)
        said.setObjectName(name)
        down.addWidget(said)
        across.addLayout(down, 1)
        part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return part


def left_out_card(left_out: tuple[LeftOut, ...]) -> QFrame:
    """Which steps the answers to the safety questions took out, and why."""
    frame, inside = card("warning")
    frame.setObjectName("leftOut")
    caption = QCoreApplication.translate("Player", "Left out because of your answers")
    inside.addWidget(strong(label(caption, "body", "warning")))
    reasons = dict.fromkeys(each.why for each in left_out)
    for why in reasons:
        inside.addWidget(strong(label("; ".join(each.title for each in left_out if each.why == why), "small")))
        inside.addWidget(label(why, "small"))
    return frame


def note_card(text: str) -> QFrame:
    """Why the dose of this step is another than usual."""
    frame, inside = card("inset")
    frame.setObjectName("doseNote")
    inside.addWidget(label(text, "small"))
    return frame


def _stop_card(step: PlannedStep, theme: Theme) -> QFrame:
    frame, inside = card("warning")
    frame.setObjectName("stopCard")
    head = row(gap=1)
    head.addWidget(_picture("stop-sign", theme, frame, warning=True), 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(strong(label(QCoreApplication.translate("Player", "When to stop"), "body", "warning")), 1)
    inside.addLayout(head)
    for text in step.stop:
        inside.addWidget(label(text, "small"))
    return frame


def _picture(icon_name: str, theme: Theme, over: QWidget, *, warning: bool = False) -> QLabel:
    made = QLabel()
    ink = theme.warning if warning else theme.accent
    made.setPixmap(pixmap(icon_name, ink, _ICON, over.devicePixelRatioF()))
    made.setFixedWidth(_ICON)
    return made


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."
