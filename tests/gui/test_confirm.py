"""The list is made surer: press checks and a few questions re-rank it, and every answer can be taken back."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from bodymap.gui.panel.confirm import ConfirmBox
from bodymap.gui.panel.press_check import PressCheck
from bodymap.pain.confirm import Question
from bodymap.pain.evidence import FactorAnswer, Finding
from tests.gui.panel_stage import Stage

THIGH = "right thigh 0.5 lateral"


def rested(stage: Stage, *places: str) -> ConfirmBox:
    """The box of questions once the drawing rests."""
    stage.mark(*places)
    found = stage.panel.findChild(ConfirmBox)
    assert found is not None
    stage.qtbot.waitUntil(found.isVisible)
    stage.settle()
    return found


def asked(stage: Stage) -> list[str]:
    """What is asked now, by id, from top to bottom."""
    shown = [each for each in stage.panel.findChildren(QWidget) if each.objectName().startswith("ask-")]
    shown = [each for each in shown if each.isVisible()]
    return [each.objectName().removeprefix("ask-") for each in sorted(shown, key=lambda each: each.y())]


def factors(stage: Stage) -> list[Question]:
    answer = stage.document.answer
    assert answer is not None
    return [each for each in stage.engine.questions(answer) if each.kind == "factor"]


def test_questions_come_when_the_drawing_rests(stage: Stage) -> None:
    stage.mark(THIGH)
    box = stage.panel.findChild(ConfirmBox)
    assert box is not None
    assert not box.isVisible()
    answer = stage.document.answer
    assert answer is not None
    wanted = [each.about for each in stage.engine.questions(answer) if each.kind != "press"]
    stage.qtbot.waitUntil(box.isVisible)
    assert asked(stage) == wanted
    assert 1 <= len(wanted) <= 3


def test_an_answer_ranks_anew_becomes_a_reason_and_can_be_taken_back(stage: Stage) -> None:
    rested(stage, THIGH)
    question = factors(stage)[0]
    factor = stage.engine.atlas.factors[question.about]
    stage.press(f"yes-{question.about}")
    assert stage.document.evidence.factors == (FactorAnswer(question.about, yes=True),)
    assert question.about not in asked(stage)
    answer = stage.document.answer
    assert answer is not None
    reasons = [reason.text for source in answer.sources for reason in source.reasons if reason.kind == "factor"]
    assert reasons
    assert all(factor.name in reason for reason in reasons)
    chip = stage.button("said-0")
    assert factor.name.lower() in chip.text().replace("\n", " ").lower()
    assert "yes" in chip.text()
    stage.press("said-0")
    assert not stage.document.evidence
    assert question.about in asked(stage)


def test_what_is_skipped_is_not_asked_again_for_this_drawing(stage: Stage) -> None:
    rested(stage, THIGH)
    first = asked(stage)[0]
    stage.press(f"skip-{first}")
    assert first not in asked(stage)
    assert not stage.document.evidence
    stage.document.clear()
    rested(stage, THIGH)
    assert first in asked(stage)


def test_all_answers_can_be_taken_back_at_once(stage: Stage) -> None:
    rested(stage, THIGH)
    for word in ("yes", "no"):
        stage.press(f"{word}-{asked(stage)[0]}")
    assert len(stage.document.evidence.factors) + len(stage.document.evidence.qualities) == 2
    stage.press("clearEvidence")
    assert not stage.document.evidence


def test_the_keyboard_goes_on_to_the_next_question(stage: Stage) -> None:
    rested(stage, THIGH)
    stage.panel.activateWindow()
    first = asked(stage)[0]
    stage.button(f"no-{first}").setFocus()
    QTest.keyClick(stage.button(f"no-{first}"), Qt.Key.Key_Space)
    stage.settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == f"yes-{asked(stage)[0]}"
    assert first not in asked(stage)


def test_nothing_is_asked_in_an_emergency(stage: Stage) -> None:
    box = rested(stage, THIGH)
    emergency = next(each for each in stage.engine.atlas.cautions.values() if each.level == "emergency")
    stage.document.set_safety_answers({emergency.id: True})
    stage.qtbot.waitUntil(lambda: not box.isVisible())
    stage.document.choose("gluteus_minimus", "right")
    stage.panel.show_cautions((emergency,))
    stage.settle()
    check = stage.panel.findChild(PressCheck)
    assert check is not None
    assert not check.isVisible()


def test_the_box_leads_to_where_to_press_and_what_pressing_shows_re_ranks(stage: Stage) -> None:
    rested(stage, THIGH)
    answer = stage.document.answer
    assert answer is not None
    press = [each for each in stage.engine.questions(answer) if each.kind == "press"][1]
    before = next(each.score for each in answer.sources if each.muscle == press.muscle)
    link = stage.button(f"press-{press.muscle}-{press.side}")
    muscle = stage.engine.atlas.muscles[press.muscle]
    assert link.text().replace("\n", " ").startswith(f"{muscle.plain} · {press.side}")
    assert muscle.name in link.toolTip()
    assert f"{muscle.plain}, {press.side}" in link.accessibleName()
    stage.press(f"press-{press.muscle}-{press.side}")
    chosen = stage.document.chosen
    assert chosen is not None
    assert (chosen.muscle, chosen.side, chosen.trigger_point) == (press.muscle, press.side, press.about)
    stage.press("tender-yes")
    stage.press("familiar-yes")
    finding = stage.document.evidence.findings[0]
    assert finding == Finding(press.muscle, press.side or "right", press.about, tender=True, familiar=True)
    assert stage.button("tender-yes").isChecked()
    assert "gives your pain" in stage.words()
    answer = stage.document.answer
    assert answer is not None
    assert next(each.score for each in answer.sources if each.muscle == press.muscle) > before
    assert answer.sources[0].muscle == press.muscle
    stage.press("tender-no")
    assert stage.document.evidence.findings == (replace(finding, tender=False),)
    stage.press("forgetFinding")
    assert not stage.document.evidence
    assert not any(
        stage.button(f"{sign}-{key}").isChecked() for sign in ("tender", "familiar") for key in ("yes", "no")
    )


def test_not_sure_is_an_answer_too(stage: Stage) -> None:
    stage.mark(THIGH)
    stage.document.choose("gluteus_minimus", "right", "anterior")
    stage.settle()
    stage.press("tender-unsure")
    assert stage.document.evidence.findings == (Finding("gluteus_minimus", "right", "anterior"),)
    assert stage.button("tender-unsure").isChecked()
    stage.press("familiar-yes")
    assert stage.button("tender-unsure").isChecked()
    assert stage.button("familiar-yes").isChecked()
    stage.document.choose("gluteus_minimus", "right", "posterior")
    stage.settle()
    assert not stage.button("tender-unsure").isChecked()
    assert not stage.button("familiar-yes").isChecked()
    stage.document.choose("gluteus_minimus", "right", "anterior")
    stage.settle()
    assert stage.button("familiar-yes").isChecked()


def test_without_a_drawing_there_is_nothing_to_compare_with(stage: Stage) -> None:
    stage.document.choose("gluteus_minimus", "right")
    stage.settle()
    check = stage.panel.findChild(PressCheck)
    assert check is not None
    assert not check.isVisible()
    stage.mark(THIGH)
    assert check.isVisible()


def test_a_cleared_drawing_offers_gently_to_forget_the_answers(stage: Stage) -> None:
    rested(stage, THIGH)
    offer = stage.panel.findChild(QWidget, "saidBefore")
    assert offer is not None
    stage.document.clear()
    stage.settle()
    assert not offer.isVisible()
    stage.document.undo_stack.undo()
    rested(stage)
    stage.press(f"yes-{asked(stage)[0]}")
    stage.document.clear()
    stage.settle()
    assert offer.isVisible()
    assert stage.document.evidence
    stage.press("forgetEvidence")
    assert not stage.document.evidence
    assert not offer.isVisible()


def test_the_list_says_what_depends_on_how_it_was_drawn(stage: Stage) -> None:
    stage.mark(THIGH)
    answer = stage.document.answer
    assert answer is not None

    def told(*stable: bool | None) -> list[bool]:
        sources = zip(answer.sources, stable, strict=False)
        shown = [replace(each, candidate=replace(each.candidate, stable=known)) for each, known in sources]
        stage.document.show_answer(replace(answer, sources=tuple(shown), together=()))
        stage.settle()
        for card in stage.cards():
            assert ("how you drew it" in card.accessibleDescription()) == bool(card.toolTip())
        return [bool(card.toolTip()) for card in stage.cards()]

    assert told(None, None, None) == [False, False, False]
    assert told(True, False, True) == [False, True, False]
    assert "Depends on how you drew it" in stage.words()
    # While it is worked out again for a changed drawing nothing jumps to and fro.
    assert told(None, None, None) == [False, True, False]
    assert told(True, True, False) == [False, False, True]


def test_stability_is_told_by_itself_when_the_drawing_rests(stage: Stage) -> None:
    with stage.qtbot.waitSignal(stage.document.answer_refined):
        stage.mark(THIGH)
    answer = stage.document.answer
    assert answer is not None
    assert None not in {each.stable for each in answer.sources}
    assert [bool(card.toolTip()) for card in stage.cards()] == [not each.stable for each in answer.sources[:5]]


def test_how_often_a_source_is_found_is_a_reason_on_its_card(stage: Stage) -> None:
    stage.mark(THIGH)
    answer = stage.document.answer
    assert answer is not None
    often = next(reason.text for reason in answer.sources[0].reasons if reason.kind == "frequency")
    assert often in stage.cards()[0].accessibleDescription()


def test_a_card_under_the_keyboard_stays_while_the_list_is_sorted_anew(stage: Stage) -> None:
    stage.mark(THIGH)
    stage.panel.activateWindow()
    card = stage.cards()[2]
    card.setFocus()
    held = card.muscle, card.side
    answer = stage.document.answer
    assert answer is not None
    stage.document.show_answer(replace(answer, sources=answer.sources[2::-1] + answer.sources[3:]))
    stage.settle()
    focus = QApplication.focusWidget()
    assert focus is card
    assert (card.muscle, card.side) == held
    order = [(each.muscle, each.side) for each in stage.cards()]
    assert order[0] == held
    QTest.keyClick(card, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus is stage.cards()[1]
