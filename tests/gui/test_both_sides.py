"""Pain on both sides: each muscle once in the list, its better side told, the other side one press away."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton

from bodymap.engine import Answer
from bodymap.gui.panel.both_sides import one_a_muscle
from bodymap.gui.panel.search_place import PlacePage
from bodymap.gui.panel.source_card import SourceCard
from bodymap.gui.theme import LIGHT
from bodymap.pain.reasons import percent
from tests.gui.panel_stage import Stage

OTHER = {"right": "left", "left": "right"}


def low_back(stage: Stage, *sides: str) -> Answer:
    for side in sides:
        stage.document.mark_named("lumbar", side)  # type: ignore[arg-type] # right or left
    stage.settle()
    answer = stage.document.answer
    assert answer is not None
    return answer


def card_of(stage: Stage, muscle: str) -> SourceCard:
    return next(card for card in stage.cards() if card.muscle == muscle)


def words_on(card: SourceCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_each_muscle_is_listed_once_at_the_place_of_its_better_side(stage: Stage) -> None:
    answer = low_back(stage, "right", "left")
    stage.press("showMore")
    shown = [(card.muscle, card.side) for card in stage.cards()]
    wanted = list({source.muscle: (source.muscle, source.side) for source in reversed(answer.sources)}.values())[::-1]
    assert len(wanted) < len(answer.sources) - 5, "most of them are there on both sides"
    assert sorted(shown) == sorted(wanted)
    best = {source.muscle: rank for rank, source in reversed(list(enumerate(answer.sources)))}
    assert [muscle for muscle, _ in shown] == sorted(best, key=lambda muscle: best[muscle])
    assert not stage.panel.findChild(QPushButton, "showMore").isVisible()  # type: ignore[union-attr]
    ranks = [int(card.accessibleName().partition(".")[0]) for card in stage.cards()]
    assert ranks == list(range(1, len(shown) + 1))


def test_the_card_says_both_sides_and_what_the_other_one_explains(stage: Stage) -> None:
    answer = low_back(stage, "right", "left")
    card = stage.cards()[0]
    assert "Both sides" in words_on(card)
    assert "Both sides" in card.accessibleName()
    better, other = [source for source in answer.sources if source.muscle == card.muscle]
    assert card.side == better.side
    said = words_on(card)
    at = said.index(better.reasons[0].text)
    assert said[at + 1] == f"That is the {better.side} side; the {other.side} one explains {percent(other.explains)}."
    assert said[at + 1] in card.accessibleDescription()


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_pattern_that_only_reaches_across_is_no_pain_on_both_sides(stage: Stage, side: str) -> None:
    answer = low_back(stage, side)
    muscles = [source.muscle for source in answer.sources]
    twice = [muscle for muscle in dict.fromkeys(muscles) if muscles.count(muscle) == 2]
    assert "gluteus_medius" in twice
    if stage.panel.findChild(QPushButton, "showMore").isVisible():  # type: ignore[union-attr]
        stage.press("showMore")
    assert len(stage.cards()) == len(set(muscles))
    for muscle in twice:
        card = card_of(stage, muscle)
        assert card.side == side
        assert side.capitalize() in words_on(card)
    assert any(f"on the {OTHER[side]} reaches across the middle" in each for each in words_on(stage.cards()[0]))
    for each in one_a_muscle(answer, stage.engine.surface):
        assert not each.both


def test_opening_it_offers_both_sides_and_the_way_to_the_other_one(stage: Stage) -> None:
    low_back(stage, "right", "left")
    card = stage.cards()[0]
    muscle, side = card.muscle, card.side
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    stage.settle()
    chosen = stage.document.chosen
    assert chosen is not None
    assert (chosen.muscle, chosen.side) == (muscle, side)
    assert f"the {OTHER[side]} one explains" in stage.words()
    stage.press("startButton")
    assert stage.starts[-1][:2] == (muscle, side)
    assert stage.starts[-1][3] is True
    stage.press(f"side-{OTHER[side]}")
    assert stage.document.chosen is not None
    assert stage.document.chosen.side == OTHER[side]
    assert f"the {side} one explains" in stage.words()


def test_one_side_that_was_chosen_stays_chosen_on_the_other_page(stage: Stage) -> None:
    low_back(stage, "right", "left")
    QTest.mouseClick(stage.cards()[0], Qt.MouseButton.LeftButton)
    stage.settle()
    stage.page().findChild(QCheckBox, "bothSides").setChecked(False)  # type: ignore[union-attr]
    side = stage.page().side
    stage.press(f"side-{OTHER[side]}")
    assert not stage.page().both_sides
    stage.press("backButton")
    QTest.mouseClick(stage.cards()[0], Qt.MouseButton.LeftButton)
    stage.settle()
    assert stage.page().both_sides


def test_pain_on_one_side_asks_for_one_side(stage: Stage) -> None:
    low_back(stage, "right")
    QTest.mouseClick(stage.cards()[0], Qt.MouseButton.LeftButton)
    stage.settle()
    assert not stage.page().both_sides


def test_the_keyboard_stays_on_a_muscle_when_its_other_side_becomes_the_better_one(stage: Stage) -> None:
    answer = low_back(stage, "right", "left")
    stage.panel.activateWindow()
    card = stage.cards()[0]
    card.setFocus()
    held = card.muscle, card.side
    first, second = [index for index, source in enumerate(answer.sources) if source.muscle == card.muscle]
    swapped = list(answer.sources)
    swapped[first], swapped[second] = swapped[second], swapped[first]
    stage.document.show_answer(replace(answer, sources=tuple(swapped)))
    stage.settle()
    assert QApplication.focusWidget() is card
    assert (card.muscle, card.side) == (held[0], OTHER[held[1]])
    QTest.keyClick(card, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is stage.cards()[1]


def test_the_set_that_explains_it_names_a_muscle_once(stage: Stage) -> None:
    answer = low_back(stage, "right", "left")
    one = [source for source in answer.sources if source.muscle == answer.sources[0].muscle]
    other = next(source for source in answer.sources if source.muscle != one[0].muscle)
    plain = stage.engine.atlas.muscles[one[0].muscle].plain

    def links(*together: object) -> list[str]:
        stage.document.show_answer(replace(answer, together=together, together_explains=0.9))
        stage.settle()
        found = stage.panel.findChildren(QPushButton)
        return [each.text().replace("\n", " ") for each in found if each.objectName().startswith("together-")]

    assert links(*one) == [f"{plain} · both sides"]
    assert "Both sides of one muscle together explain nearly all of it:" in stage.words()
    assert len(links(*one, other)) == 2
    assert "These together explain nearly all of it:" in stage.words()
    stage.press(f"together-{one[0].muscle}-{one[0].side}")
    chosen = stage.document.chosen
    assert chosen is not None
    assert (chosen.muscle, chosen.side) == (one[0].muscle, one[0].side)


def test_the_page_of_a_place_lists_each_muscle_once(stage: Stage) -> None:
    answer = stage.engine.answer((stage.engine.region_mark("low_thoracic_back", "right"),))
    muscles = [source.muscle for source in answer.sources[:10]]
    assert len(set(muscles)) < len(muscles), "with both sides of some"
    page = PlacePage(stage.engine, "low_thoracic_back", "right", LIGHT)
    stage.qtbot.addWidget(page)
    cards = page.findChildren(SourceCard)
    assert [card.muscle for card in cards] == list(dict.fromkeys(source.muscle for source in answer.sources))[:10]
    assert not any("explains" in card.accessibleDescription() for card in cards)
