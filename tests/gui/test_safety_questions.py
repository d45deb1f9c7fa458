"""The safety questions say what is still open, and lead there instead of leaving a dead button."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.gui.dialogs.safety import Question, SafetyQuestions
from bodymap.pain.cautions import questions

Ask = Callable[..., SafetyQuestions]


@pytest.fixture
def ask(engine: Engine, qtbot: QtBot) -> Ask:
    def made(*, before_routine: bool = True) -> SafetyQuestions:
        asked = SafetyQuestions(questions(engine.atlas, {"hip_thigh_knee"}), {}, before_routine=before_routine)
        qtbot.addWidget(asked)
        asked.resize(620, 420)
        with qtbot.waitExposed(asked):
            asked.show()
        asked.activateWindow()
        return asked

    return made


def note(asked: SafetyQuestions) -> str:
    found = asked.findChild(QLabel, "stillOpen")
    assert isinstance(found, QLabel)
    return found.text()


def focused_question(asked: SafetyQuestions) -> Question | None:
    focus = QApplication.focusWidget()
    return next((each for each in asked.questions if focus is not None and each.isAncestorOf(focus)), None)


def test_it_says_how_many_are_open(ask: Ask) -> None:
    asked = ask()
    count = len(asked.questions)
    assert count > 5
    assert note(asked) == f"{count} questions are still open."
    assert asked.go.accessibleDescription() == note(asked)
    for each in asked.questions[:-1]:
        each.set_answer(False)
    assert note(asked) == "1 question is still open."
    asked.questions[-1].set_answer(False)
    assert note(asked) == ""
    assert not asked.go.accessibleDescription()
    QTest.mouseClick(asked.go, Qt.MouseButton.LeftButton)
    assert asked.result() == QDialog.DialogCode.Accepted


@pytest.mark.parametrize("by", ["click", "enter"])
def test_going_on_leads_to_the_first_open_question(ask: Ask, by: str) -> None:
    asked = ask()
    for each in asked.questions:
        each.set_answer(False)
    middle = asked.groups[1].questions[0]
    for each in (middle, asked.questions[-1]):
        each.group.setExclusive(False)
        each.group.button(0).setChecked(False)
        each.group.setExclusive(True)
    asked.body_bar.setValue(asked.body_bar.maximum())
    QApplication.processEvents()
    assert note(asked) == "2 questions are still open."
    if by == "click":
        QTest.mouseClick(asked.go, Qt.MouseButton.LeftButton)
    else:
        asked.questions[-2].focus()
        QTest.keyClick(asked.questions[-2].group.button(0), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert asked.isVisible(), "nothing was skipped"
    assert focused_question(asked) is middle
    assert middle.visibleRegion().boundingRect().size() == middle.size(), "and it is seen whole"


def test_an_emergency_and_a_change_of_answers_wait_for_nothing(ask: Ask) -> None:
    asked = ask()
    asked.questions[0].set_answer(True)
    assert asked.questions[0].caution.level == "emergency"
    assert note(asked) == ""
    QTest.mouseClick(asked.go, Qt.MouseButton.LeftButton)
    assert asked.result() == QDialog.DialogCode.Accepted
    changing = ask(before_routine=False)
    assert note(changing) == ""
    QTest.mouseClick(changing.go, Qt.MouseButton.LeftButton)
    assert changing.result() == QDialog.DialogCode.Accepted
