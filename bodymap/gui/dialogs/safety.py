"""The questions before the first routine: emergencies first, every answer kept, and what a yes means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QWidget

from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.kit import button, card, column, label, repolish, row, rule, strong
from bodymap.gui.theme import SPACE, font

if TYPE_CHECKING:
    from bodymap.atlas.model import Caution, Level
    from bodymap.routine.steps import LeftOut

NO, YES = 0, 1
LEVELS: tuple[Level, ...] = ("emergency", "doctor_first", "take_care")


class Question(QWidget):
    """One question with No and Yes, and what to do after a yes."""

    def __init__(self, caution: Caution, answer: bool | None) -> None:
        super().__init__()
        self.caution = caution
        self.setObjectName(f"question-{caution.id}")
        outer = column(self, 0.75, (0, 0.5, 0, 0.5))
        line = row(gap=2)
        said = label(caution.ask or caution.name)
        line.addWidget(said, 1)
        self.group = QButtonGroup(self)
        for value, word in ((NO, self.tr("No")), (YES, self.tr("Yes"))):
            pick = QRadioButton(word)
            pick.setFont(font("body"))
            pick.setObjectName(f"{'yes' if value else 'no'}-{caution.id}")
            pick.setAccessibleName(f"{word}: {said.text()}")
            self.group.addButton(pick, value)
            line.addWidget(pick)
        outer.addLayout(line)
        self._advice = self._make_advice(caution)
        outer.addWidget(self._advice)
        if answer is not None:
            self.set_answer(answer)
        self._advice.setVisible(answer is True)
        self.group.idToggled.connect(lambda *_: self._advice.setVisible(self.answer is True))

    def _make_advice(self, caution: Caution) -> QFrame:
        frame, inner = card("danger" if caution.level == "emergency" else "warning")
        inner.addWidget(strong(label(caution.do)))
        inner.addWidget(label(caution.text, "small"))
        return frame

    @property
    def answer(self) -> bool | None:
        """Yes, no, or not said yet."""
        checked = self.group.checkedId()
        return None if checked < 0 else checked == YES

    def focus(self) -> None:
        """Put the keyboard on it."""
        self.group.button(NO).setFocus(Qt.FocusReason.TabFocusReason)

    def set_answer(self, answer: bool) -> None:
        """Answer it."""
        made = self.group.button(YES if answer else NO)
        if made is not None:
            made.setChecked(True)


class Group(QWidget):
    """Questions of one level, at their end a button that says no to all of them at once, so that they are read first.

    ``settled`` tells that the button was pressed.
    """

    settled = Signal()

    def __init__(self, level: Level, questions: Sequence[Question]) -> None:
        super().__init__()
        self.setObjectName(f"group-{level}")
        self.questions = questions
        outer = column(self, 0.75)
        title, meaning = self._words(level)
        outer.addWidget(label(title, "heading", "danger" if level == "emergency" else "plain"))
        outer.addWidget(label(meaning, "small", "muted"))
        for question in questions:
            outer.addWidget(rule())
            outer.addWidget(question)
            question.group.idToggled.connect(lambda *_: self._look())
        self._none = button("", name=f"none-{level}")
        self._none.clicked.connect(self._no_to_the_rest)
        outer.addWidget(self._none, 0, Qt.AlignmentFlag.AlignRight)
        self._look()

    def _words(self, level: Level) -> tuple[str, str]:
        if level == "emergency":
            return self.tr("Emergency"), self.tr("With any of these, treat nothing and get help now.")
        if level == "doctor_first":
            return self.tr("See a doctor first"), self.tr(
                "With any of these, somebody should look at it before you do."
            )
        return self.tr("Take care"), self.tr("With any of these, some steps are left out or done more gently.")

    @property
    def complete(self) -> bool:
        """Whether every question has its answer."""
        return all(each.answer is not None for each in self.questions)

    def focus_first(self) -> None:
        """Put the keyboard on the first question."""
        self.questions[0].focus()

    def _no_to_the_rest(self) -> None:
        for question in self.questions:
            if question.answer is None:
                question.set_answer(False)
        self.settled.emit()

    def _look(self) -> None:
        some = any(each.answer for each in self.questions)
        self._none.setText(self.tr("None of the others") if some else self.tr("None of these"))
        self._none.setEnabled(not self.complete)


class SafetyQuestions(Dialog):
    """Asks ``cautions``. ``answers`` holds what was said: caution id -> yes.

    Before a routine every question has to be answered, but after a yes to an emergency nothing else matters.
    """

    def __init__(
        self,
        cautions: Sequence[Caution],
        known: Mapping[str, bool],
        parent: QWidget | None = None,
        *,
        before_routine: bool = True,
    ) -> None:
        super().__init__("safetyQuestions", "", parent, width=680)
        self.set_title(self.tr("A few questions for your safety"))
        self._before_routine = before_routine
        self.questions = [Question(caution, known.get(caution.id)) for caution in cautions]
        self.body.addWidget(
            label(
                self.tr(
                    "Muscles can be treated by oneself, but not in every situation. Your answers stay on this computer "
                    "and can be changed at any time from the help menu."
                ),
                kind="muted",
            )
        )
        self.groups: list[Group] = []
        for level in LEVELS:
            asked = [each for each in self.questions if each.caution.level == level]
            if asked:
                self.groups.append(Group(level, asked))
        for group in self.groups:
            self.body.addSpacing(SPACE)
            self.body.addWidget(group)
            group.settled.connect(self._go_on)
        self.go = self.add_button(self.tr("Continue") if before_routine else self.tr("Save"), "continue", primary=True)
        self.go.clicked.connect(self._done)
        self._open = self.add_note("stillOpen")
        for question in self.questions:
            question.group.idToggled.connect(lambda *_: self._look())
        self._look()

    @property
    def answers(self) -> dict[str, bool]:
        """What was said, by caution id."""
        return {each.caution.id: each.answer for each in self.questions if each.answer is not None}

    def _go_on(self) -> None:
        """To the next questions that have no answer, from their heading on; to the button when there are none."""
        rest = next((group for group in self.groups if not group.complete), None)
        if rest is None:
            self.go.setFocus(Qt.FocusReason.TabFocusReason)
            return
        rest.focus_first()
        self.body_bar.setValue(rest.y())

    def _missing(self) -> list[Question]:
        """The questions that still need an answer, in their order."""
        if not self._before_routine or any(
            each.answer and each.caution.level == "emergency" for each in self.questions
        ):
            return []
        return [question for group in self.groups for question in group.questions if question.answer is None]

    def _done(self) -> None:
        """Go on, or to the first question that is still open."""
        missing = self._missing()
        if not missing:
            self.accept()
            return
        missing[0].focus()
        self.show_part(missing[0])

    def _look(self) -> None:
        """Say how many answers are missing; the button then looks as if there were more to do, and leads there."""
        count = len(self._missing())
        says = (
            self.tr("1 question is still open.")
            if count == 1
            else self.tr("{} questions are still open.").format(count)
        )
        self._open.setText(says if count else "")
        self.go.setAccessibleDescription(self._open.text())
        self.go.setToolTip(self.tr("To the first question that is still open") if count else "")
        kind = "plain" if count else "primary"
        if self.go.property("kind") != kind:
            self.go.setProperty("kind", kind)
            repolish(self.go)


class SeeDoctor(Dialog):
    """After a yes: get help, see a doctor first, or what is left out of the routine. ``run`` is True to go on."""

    def __init__(
        self,
        cautions: Sequence[Caution],
        parent: QWidget | None = None,
        *,
        may_go_on: bool,
        left_out: Sequence[LeftOut] = (),
    ) -> None:
        super().__init__("seeDoctor", "", parent, width=600)
        self.wants_change = False
        emergency = any(caution.level == "emergency" for caution in cautions)
        if emergency:
            self.set_title(self.tr("Please get help now"))
        elif may_go_on:
            self.set_title(self.tr("Before you go on"))
        else:
            self.set_title(self.tr("Please see a doctor first"))
        for caution in cautions:
            frame, inner = card("danger" if caution.level == "emergency" else "warning")
            inner.addWidget(strong(label(caution.name)))
            inner.addWidget(label(caution.do))
            inner.addWidget(label(caution.text, "small"))
            self.body.addWidget(frame)
        change = self.add_button(self.tr("Change my answers"), "changeAnswers")
        change.clicked.connect(self._change)
        if may_go_on:
            if left_out:
                titles = ", ".join(dict.fromkeys(step.title for step in left_out))
                self.body.addWidget(label(self.tr("Left out of the routine for this reason: {}.").format(titles)))
            cancel = self.add_button(self.tr("Not now"), "notNow")
            cancel.clicked.connect(self.reject)
            word = self.tr("Go on with the rest") if left_out else self.tr("Go on with care")
            go = self.add_button(word, "goOn", primary=True)
            go.clicked.connect(self.accept)
        else:
            close = self.add_button(self.tr("Close"), "close", primary=True)
            close.clicked.connect(self.reject)

    def _change(self) -> None:
        self.wants_change = True
        self.reject()
