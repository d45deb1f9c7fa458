"""The questions before the first routine: emergencies first, every answer kept, and what a yes means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QWidget

from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.kit import card, column, label, row, rule, strong
from bodymap.gui.theme import font

if TYPE_CHECKING:
    from bodymap.atlas.model import Caution
    from bodymap.routine.steps import LeftOut

NO, YES = 0, 1


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

    def set_answer(self, answer: bool) -> None:
        """Answer it."""
        made = self.group.button(YES if answer else NO)
        if made is not None:
            made.setChecked(True)


class SafetyQuestions(Dialog):
    """Asks ``cautions``. ``answers`` holds what was said: caution id -> yes. Every question has to be answered."""

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
        emergencies = [each for each in self.questions if each.caution.level == "emergency"]
        others = [each for each in self.questions if each.caution.level != "emergency"]
        self._part(self.tr("Right now"), emergencies)
        self._part(self.tr("Your health"), others)
        self._nothing = self.add_button(self.tr("No to all the rest"), "noToAll")
        self._nothing.clicked.connect(self._no_to_the_rest)
        self.go = self.add_button(self.tr("Continue") if before_routine else self.tr("Save"), "continue", primary=True)
        self.go.clicked.connect(self.accept)
        for question in self.questions:
            question.group.idToggled.connect(lambda *_: self._look())
        self._read = False
        self.moved.connect(self._scrolled)
        self._look()

    def _part(self, title: str, questions: Sequence[Question]) -> None:
        if not questions:
            return
        self.body.addSpacing(6)
        self.body.addWidget(label(title, "heading"))
        for number, question in enumerate(questions):
            if number:
                self.body.addWidget(rule())
            self.body.addWidget(question)
        self.body.setSpacing(6)

    @property
    def answers(self) -> dict[str, bool]:
        """What was said, by caution id."""
        return {each.caution.id: each.answer for each in self.questions if each.answer is not None}

    def _no_to_the_rest(self) -> None:
        for question in self.questions:
            if question.answer is None:
                question.set_answer(False)
        self.go.setFocus()

    def _look(self) -> None:
        missing = any(each.answer is None for each in self.questions)
        self.go.setEnabled(not missing)
        # Saying no to questions that were never on the screen is no answer.
        self._nothing.setEnabled(missing and self._read)
        self._nothing.setToolTip("" if self._read else self.tr("Please read to the end first"))

    def _scrolled(self) -> None:
        if self.at_end() and not self._read:
            self._read = True
            self._look()


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
