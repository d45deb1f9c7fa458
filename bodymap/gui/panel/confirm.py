"""Questions that sort the list: where to press, what makes the pain worse, and what was answered so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from bodymap.gui.flow import FlowLayout
from bodymap.gui.icons import icon
from bodymap.gui.kit import Boxed, button, column, empty, label
from bodymap.gui.muscle_words import both_names
from bodymap.gui.panel.said import DOT, Said, point_words, said_so_far, with_answer, without
from bodymap.pain.evidence import NOTHING_SAID, Evidence

if TYPE_CHECKING:
    from bodymap.engine import Engine
    from bodymap.gui.theme import Theme
    from bodymap.pain.confirm import Question

PRESSES_SHOWN = 3


class ConfirmBox(Boxed):
    """``said(evidence)`` follows an answer, ``press_asked(muscle, side, point)`` asks to show where to press."""

    said = Signal(object)
    press_asked = Signal(str, str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("confirm", "card")
        self._theme = theme
        self._evidence = NOTHING_SAID
        self._skipped: set[tuple[str, str]] = set()
        self._shown: object = None
        self._asks = False
        self.inside.addWidget(label(self.tr("Make the list surer"), "heading"))
        self.inside.addWidget(label(self.tr("Answer what you can: the list sorts itself anew."), "small", "muted"))
        self._parts = column(gap=1)
        self.inside.addLayout(self._parts)
        self.hide()

    def show_questions(self, questions: Sequence[Question], evidence: Evidence, engine: Engine) -> None:
        """Show what could be asked now and what was said. Hidden when there is neither."""
        self._evidence = evidence
        said = said_so_far(evidence, engine)
        presses = [each for each in questions if each.kind == "press"][:PRESSES_SHOWN]
        asked = [each for each in questions if each.kind != "press" and (each.kind, each.about) not in self._skipped]
        shown = [_key(each) for each in (*presses, *asked)], said
        if shown != self._shown:
            self._shown = shown
            focus = QApplication.focusWidget()
            held = focus is not None and self.isAncestorOf(focus)
            empty(self._parts)
            for question in asked:
                self._parts.addWidget(self._question(question))
            if presses:
                self._parts.addWidget(self._presses(presses, engine))
            if said:
                self._parts.addWidget(self._answers(said))
            if held:  # what was pressed is gone: go on with the next question
                self.focus_first()
        self._asks = bool(presses or asked)
        self.setVisible(self._asks or bool(said))

    @property
    def asks(self) -> bool:
        """Whether there is anything to answer."""
        return self._asks

    def start_anew(self) -> None:
        """The next drawing is another one: what was skipped may be asked again, once that rests."""
        self._skipped.clear()
        self._asks = False
        self.hide()

    def focus_first(self) -> None:
        """Put the keyboard on the first answer."""
        first = self.findChildren(QPushButton)
        if first:
            first[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _question(self, question: Question) -> QWidget:
        box = QWidget()
        box.setObjectName(f"ask-{question.about}")
        inner = column(box, 0.5)
        inner.addWidget(label(question.ask))
        line = QWidget()
        flow = FlowLayout(line)
        for key, word in (("yes", self.tr("Yes")), ("no", self.tr("No")), ("skip", self.tr("Skip"))):
            press = button(word, "chip", f"{key}-{question.about}")
            press.setCheckable(False)
            press.setAccessibleName(f"{question.ask} {word}")
            press.clicked.connect(lambda _=False, key=key: self._answered(question, key))
            flow.addWidget(press)
        inner.addWidget(line)
        return box

    def _answered(self, question: Question, key: str) -> None:
        if key == "skip":
            self._skipped.add((question.kind, question.about))
        self.said.emit(with_answer(self._evidence, question, key))

    def _presses(self, presses: Sequence[Question], engine: Engine) -> QWidget:
        box = QWidget()
        inner = column(box, 0.25)
        inner.addWidget(label(self.tr("Feel there; its page says how. Is it tender? Is it your pain?")))
        for each in presses:
            name = point_words(engine, each.muscle, each.side or "right", each.about)
            link = button(name, "link", f"press-{each.muscle}-{each.side}")
            link.setIcon(icon("right", self._theme, self._theme.accent))
            link.setToolTip(both_names(engine.atlas.muscles[each.muscle]))
            link.setAccessibleName(self.tr("Show where to press: {}").format(name.replace(DOT, ", ")))
            link.clicked.connect(
                lambda _=False, each=each: self.press_asked.emit(each.muscle, each.side or "right", each.about)
            )
            inner.addWidget(link)
        return box

    def _answers(self, said: Sequence[Said]) -> QWidget:
        box = QWidget()
        inner = column(box, 0.5)
        inner.addWidget(label(self.tr("What you said; press to take it back"), "small", "muted"))
        line = QWidget()
        flow = FlowLayout(line)
        for number, each in enumerate(said):
            chip = button(each.words, "chip", f"said-{number}")
            chip.setCheckable(False)
            chip.setIcon(icon("close", self._theme, self._theme.text_muted))
            chip.setAccessibleName(self.tr("Take back: {}").format(each.words.replace(DOT, ", ")))
            chip.clicked.connect(lambda _=False, each=each: self.said.emit(without(self._evidence, each.what)))
            flow.addWidget(chip)
        inner.addWidget(line)
        if len(said) > 1:
            clear = button(self.tr("Take back all"), "link", "clearEvidence")
            clear.clicked.connect(lambda: self.said.emit(NOTHING_SAID))
            inner.addWidget(clear)
        return box


def _key(question: Question) -> tuple[str, str, str, str]:
    return question.kind, question.about, question.muscle, question.side or ""
