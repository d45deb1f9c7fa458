"""The panel on the real atlas: the start page, the ranked sources, warnings, marks."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot

from bodymap.atlas.model import Caution
from bodymap.body.surface import Surface
from bodymap.engine import Engine
from bodymap.gui.pain_words import quality_words
from bodymap.gui.panel.marks import MarkEditor
from bodymap.gui.panel.prose import Prose
from bodymap.gui.panel.source_card import SourceCard
from bodymap.gui.panel.strength import strength_word
from bodymap.gui.theme import DARK
from tests.gui.panel_stage import Answering, Stage

LEFT = Qt.MouseButton.LeftButton


def test_the_empty_page_says_what_to_do(stage: Stage) -> None:
    assert "Where does it hurt?" in stage.words()
    assert not stage.cards()


def test_marks_wait_while_the_atlas_is_opened(qtbot: QtBot, woman: Surface, engine: Engine, qapp: QApplication) -> None:
    waiting = Answering("woman", {"woman": woman}.__getitem__)
    stage = Stage(qtbot, waiting, engine)
    stage.mark("right thigh 0.5 lateral")
    assert "One moment" in stage.words()
    waiting.set_engine(engine)
    stage.panel.set_engine(engine)
    stage.settle()
    assert stage.cards()


def test_sources_are_ranked_with_side_strength_and_reasons(stage: Stage) -> None:
    stage.mark("right thigh 0.5 lateral", "right leg 0.5 lateral")
    answer = stage.document.answer
    assert answer is not None
    shown = [(card.muscle, card.side) for card in stage.cards()]
    assert shown == [(source.muscle, source.side) for source in answer.sources][: len(shown)]
    assert shown[0] == ("gluteus_minimus", "right")
    best = stage.cards()[0]
    muscle = stage.engine.atlas.muscles["gluteus_minimus"]
    texts = [label.text() for label in best.findChildren(QLabel)]
    assert any(muscle.plain.lower() in text.lower() for text in texts)
    assert any(muscle.name in text for text in texts)
    assert "Right" in texts
    assert strength_word(answer.sources[0].score) in texts
    assert answer.sources[0].reasons[0].text in texts
    assert "gluteus minimus" in best.accessibleName().lower()
    assert "right" in best.accessibleName().lower()


def test_the_list_follows_the_marks(stage: Stage) -> None:
    stage.mark("right thigh 0.5 lateral")
    before = [(card.muscle, card.side) for card in stage.cards()]
    stage.mark("left leg 0.5 lateral")
    assert [(card.muscle, card.side) for card in stage.cards()] != before
    assert "left" in {card.side for card in stage.cards()}
    stage.document.clear()
    stage.settle()
    assert not stage.cards()
    assert "Where does it hurt?" in stage.words()


def test_a_screen_reader_finds_the_list_in_its_order(stage: Stage) -> None:
    listed = set()
    for place in ("right thigh 0.5 lateral", "left leg 0.5 lateral", "right leg 0.5 lateral"):
        stage.mark(place)
        tree = [each for each in stage.panel.findChildren(SourceCard) if each.isVisible()]
        ranks = [int(each.accessibleName().partition(".")[0]) for each in tree]
        assert ranks == list(range(1, len(tree) + 1))
        listed.add(tuple(each.muscle for each in tree))
    assert len(listed) == 3, "the cards changed their places"


def test_strength_words_are_in_order() -> None:
    assert len({strength_word(score) for score in (0.9, 0.4, 0.2, 0.05)}) == 4


def test_unexplained_pain_is_told(stage: Stage) -> None:
    stage.mark("right thigh 0.5 lateral")
    answer = stage.document.answer
    assert answer is not None
    assert "no known pattern" not in stage.words()
    # The atlas grows, so which pain it can't explain changes; what is said about it does not.
    stage.document.show_answer(replace(answer, unexplained_cm2=41.6))
    stage.settle()
    assert "42 cm²" in stage.words()
    assert "no known pattern" in stage.words()
    stage.document.show_answer(replace(answer, sources=(), together=()))
    stage.settle()
    assert "No known pattern" in stage.words()
    assert not stage.cards()


def test_an_emergency_is_on_top_and_stops_the_start(stage: Stage) -> None:
    stage.document.choose("gluteus_minimus", "right")
    emergency = next(each for each in stage.engine.atlas.cautions.values() if each.level == "emergency")
    care = next(each for each in stage.engine.atlas.cautions.values() if each.level != "emergency")
    stage.panel.show_cautions((emergency, care))
    stage.settle()
    assert emergency.do in stage.words()
    assert not stage.button("startButton").isEnabled()
    cards = [stage.panel.findChild(QWidget, f"caution-{each.id}") for each in (emergency, care)]
    assert care.do not in stage.words()
    stage.press(f"fold-{care.id}")
    assert care.do in stage.words()
    tops = [card.mapToGlobal(QPoint()).y() for card in cards if card is not None]
    page_top = stage.page().mapToGlobal(QPoint()).y()
    assert tops == sorted(tops)
    assert tops[-1] < page_top
    stage.panel.show_cautions(())
    stage.settle()
    assert stage.button("startButton").isEnabled()
    assert emergency.do not in stage.words()


def test_a_graver_warning_folds_the_one_that_was_first(stage: Stage) -> None:
    emergency = next(each for each in stage.engine.atlas.cautions.values() if each.level == "emergency")
    care = next(each for each in stage.engine.atlas.cautions.values() if each.level == "take_care")
    stage.panel.show_cautions((care,))
    stage.settle()
    assert care.do in stage.words()
    stage.panel.show_cautions((emergency, care))
    stage.settle()
    assert emergency.do in stage.words()
    assert care.do not in stage.words()
    stage.panel.show_cautions((care,))
    stage.settle()
    assert care.do in stage.words()


@pytest.mark.parametrize("height", [350, 500, 635, 900])
def test_no_word_of_a_warning_is_cut_off(stage: Stage, height: int) -> None:
    stage.panel.resize(430, height)
    stage.mark("right thigh 0.5 lateral", "right leg 0.5 lateral")
    raised = sorted(stage.engine.atlas.cautions.values(), key=lambda each: -len(each.text))[:4]
    stage.panel.show_cautions(raised)
    stage.settle()
    assert stage.panel.height() == height, "the window doesn't grow over the edge of the screen"
    words = [each for each in stage.panel.cautions.findChildren(QLabel) if each.isVisible() and each.text()]
    assert len(words) >= 10
    for each in words:
        assert each.height() >= each.heightForWidth(each.width()), each.text()
    bar = stage.panel.cautions.verticalScrollBar()
    assert bar.maximum() > 0 or height >= 635
    if height == 900:
        assert bar.maximum() == 0, "where there is room, nothing scrolls"


def test_what_is_left_over_is_told_with_its_place(stage: Stage) -> None:
    stage.mark("right thigh 0.5 lateral")
    answer = stage.document.answer
    assert answer is not None
    region = stage.document.drawing[0].region
    stage.document.show_answer(replace(answer, unexplained=region, unexplained_cm2=28.0))
    stage.settle()
    assert "28 cm² of what you marked lies in no known pattern: right outer thigh" in stage.words()
    both = answer.sources[:2]
    left = replace(answer.remainder, region=region, cm2=28.0, share=0.5)
    stage.document.show_answer(replace(answer, together=both, together_explains=0.7, remainder=left))
    stage.settle()
    assert "These two together explain most of it:" in stage.words()
    assert "About 28 cm² are not explained by them: right outer thigh" in stage.words()
    stage.document.show_answer(replace(answer, together=both, remainder=replace(left, share=0.05)))
    stage.settle()
    assert "not explained by them" not in stage.words()


def test_marks_call_for_their_caution(stage: Stage) -> None:
    stage.mark("right leg 0.3 posterior")
    mark = stage.document.drawing[0]
    stage.document.change_mark(mark.id, qualities=frozenset({"swollen", "hot"}))
    answer = stage.document.answer
    assert answer is not None
    raised: tuple[Caution, ...] = answer.cautions
    assert raised
    stage.panel.show_cautions(raised)
    stage.settle()
    assert raised[0].do in stage.words()


def test_a_mark_can_be_described_and_removed(stage: Stage) -> None:
    stage.mark("right thigh 0.5 lateral", "right leg 0.5 lateral")
    stage.press("describeMarks")
    mark = stage.document.drawing[-1]
    slider = stage.panel.findChild(QSlider, f"intensity-{mark.id}")
    assert slider is not None
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    changed = stage.document.mark(mark.id)
    assert changed is not None
    assert changed.intensity == mark.intensity + 2
    stage.press(f"quality-{mark.id}-tingling")
    changed = stage.document.mark(mark.id)
    assert changed is not None
    assert changed.qualities == {"tingling"}
    stage.document.undo_stack.undo()
    assert not stage.button(f"quality-{mark.id}-tingling").isChecked()
    stage.document.undo_stack.undo()
    assert slider.value() == mark.intensity
    stage.press(f"removeMark-{mark.id}")
    assert [each.id for each in stage.document.drawing] == [stage.document.drawing[0].id]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(stage.panel.findChildren(MarkEditor)) == 1
    stage.press("clearMarks")
    assert not stage.document.drawing


def test_every_quality_has_a_word() -> None:
    from typing import get_args

    from bodymap.atlas.model import Quality

    assert set(quality_words()) == set(get_args(Quality))


def test_dark_is_worn_at_once(stage: Stage) -> None:
    stage.mark("right thigh 0.5 lateral", "right leg 0.5 lateral")
    stage.document.choose("gluteus_minimus", "right")
    stage.settle()
    stage.themes.set_mode("dark")
    stage.settle()
    prose = stage.page().findChildren(Prose)[0]
    assert DARK.text.name() in prose.text()
