"""The panel on the real atlas: what is said, what can be pressed, what it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from bodymap.atlas.model import Caution
from bodymap.body.surface import Surface
from bodymap.engine import Answer, Engine
from bodymap.gui.document import Document
from bodymap.gui.kit import Flowing
from bodymap.gui.panel.glossary import glossary, terms_in
from bodymap.gui.panel.marks import MarkEditor, quality_words
from bodymap.gui.panel.muscle_page import MusclePage
from bodymap.gui.panel.prose import Citations, Prose
from bodymap.gui.panel.references import checked_words
from bodymap.gui.panel.section import Section
from bodymap.gui.panel.side_panel import SidePanel
from bodymap.gui.panel.source_card import SourceCard
from bodymap.gui.panel.strength import strength_word
from bodymap.gui.theme import DARK, LIGHT, Themes

LEFT = Qt.MouseButton.LeftButton


class Answering(Document):
    """A document that can be made to give a certain answer."""

    def show_answer(self, answer: Answer) -> None:
        """Give this answer."""
        self._answer = answer
        self.answer_changed.emit(answer)


class Stage:
    """A panel on a document, shown alone."""

    def __init__(self, qtbot: QtBot, document: Answering, engine: Engine) -> None:
        self.qtbot, self.document, self.engine = qtbot, document, engine
        self.themes = Themes()
        self.themes.set_mode("light")
        self.pictured: list[tuple[str, str, str]] = []
        self.panel = SidePanel(document, self.themes, self._close_up)
        qtbot.addWidget(self.panel)
        self.panel.resize(430, 900)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.starts: list[tuple[str, str, str, bool]] = []
        self.panel.start_requested.connect(lambda *asked: self.starts.append(asked))

    def _close_up(self, muscle: str, side: str, point: str) -> QWidget | None:
        self.pictured.append((muscle, side, point))
        return None

    def mark(self, *places: str) -> None:
        for place in places:
            self.document.add_mark(self.engine.places.resolve(place))
        self.settle()

    def settle(self) -> None:
        """Let the layout come to rest."""
        for _ in range(3):
            QApplication.processEvents()

    def button(self, name: str) -> QPushButton:
        found = [each for each in self.panel.findChildren(QPushButton, name) if each.isVisible()]
        assert found, f"no {name} to press"
        return found[0]

    def press(self, name: str) -> None:
        QTest.mouseClick(self.button(name), LEFT)
        self.settle()

    def cards(self) -> list[SourceCard]:
        found = [each for each in self.panel.findChildren(SourceCard) if each.isVisible()]
        return sorted(found, key=lambda card: card.mapToGlobal(QPoint()).y())

    def words(self) -> str:
        """Everything that can be read now."""
        shown = [each.text() for each in self.panel.findChildren(QLabel) if each.isVisible()]
        return "\n".join(shown)

    def page(self) -> MusclePage:
        found = self.panel.findChild(MusclePage)
        assert found is not None
        return found


@pytest.fixture
def document(woman: Surface, man: Surface, engine: Engine, qapp: QApplication) -> Answering:
    made = Answering("woman", {"woman": woman, "man": man}.__getitem__)
    made.set_engine(engine)
    return made


@pytest.fixture
def stage(qtbot: QtBot, document: Answering, engine: Engine, qapp: QApplication) -> Iterator[Stage]:
    made = Stage(qtbot, document, engine)
    made.panel.set_engine(engine)
    yield made
    qapp.setStyleSheet("")


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


def test_strength_words_are_in_order() -> None:
    assert len({strength_word(score) for score in (0.9, 0.5, 0.3, 0.05)}) == 4


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


def test_a_card_opens_the_page_and_back_returns(stage: Stage) -> None:
    stage.mark("right thigh 0.5 lateral", "right leg 0.5 lateral")
    QTest.mouseClick(stage.cards()[0], LEFT)
    stage.settle()
    chosen = stage.document.chosen
    assert chosen is not None
    assert (chosen.muscle, chosen.side) == ("gluteus_minimus", "right")
    assert stage.pictured[-1][:2] == ("gluteus_minimus", "right")
    stage.press("backButton")
    assert stage.document.chosen is None
    assert stage.cards()


def test_the_page_tells_everything_the_atlas_knows(stage: Stage) -> None:
    stage.document.choose("gluteus_minimus", "right")
    stage.settle()
    for section in stage.page().findChildren(Section):
        section.set_open(True)
    stage.settle()
    muscle = stage.engine.atlas.muscles["gluteus_minimus"]
    said = " ".join(prose.accessibleName() for prose in stage.page().findChildren(Prose))
    point = next(each for each in muscle.trigger_points if each.id == stage.pictured[-1][2])
    facts = [*muscle.feels, *muscle.worse, *muscle.activates, *muscle.perpetuates, *muscle.restricts, *muscle.habits]
    for text in (
        muscle.about,
        point.find,
        point.refers,
        *(fact.text for fact in (*facts, *muscle.disagreements, *muscle.care.avoid, muscle.care.expect)),
        *(link.text for link in muscle.links),
        *(part for other in muscle.differentials for part in (other.differs, other.do)),
        *(routine.choose_when for routine in muscle.care.routines),
    ):
        assert text in said
    named = {key for fact in facts for key in fact.sources}
    for key in named:
        assert stage.page().findChild(QLabel, f"reference-{key}") is not None
    assert checked_words(muscle) in stage.words()


def test_the_honest_word_about_checking(engine: Engine) -> None:
    muscle = engine.atlas.muscles["gluteus_minimus"]
    points = [replace_checked(point, False) for point in muscle.trigger_points]
    unchecked = type(muscle)(**{**fields(muscle), "trigger_points": points})
    checked = type(muscle)(**{**fields(muscle), "trigger_points": [replace_checked(each, True) for each in points]})
    mixed = type(muscle)(**{**fields(muscle), "trigger_points": [replace_checked(points[0], True), *points[1:]]})
    said = {checked_words(unchecked), checked_words(checked), checked_words(mixed)}
    assert len(said) == 3
    assert points[1].name in checked_words(mixed)
    assert "not yet checked" in checked_words(unchecked)


def fields(struct: object) -> dict[str, object]:
    return {name: getattr(struct, name) for name in struct.__struct_fields__}  # type: ignore[attr-defined]


def replace_checked(point: object, checked: bool) -> object:
    return type(point)(**{**fields(point), "checked": checked})


def test_one_trigger_point_at_a_time(stage: Stage) -> None:
    stage.document.choose("gluteus_minimus", "right")
    stage.settle()
    stage.press("point-posterior")
    assert stage.document.chosen is not None
    assert stage.document.chosen.trigger_point == "posterior"
    assert stage.pictured[-1] == ("gluteus_minimus", "right", "posterior")
    assert stage.button("point-posterior").isChecked()
    find = next(p.find for p in stage.engine.atlas.muscles["gluteus_minimus"].trigger_points if p.id == "posterior")
    assert any(find in prose.accessibleName() for prose in stage.page().findChildren(Prose))
    stage.press("point-all")
    assert stage.document.chosen is not None
    assert stage.document.chosen.trigger_point is None


def test_links_lead_on_and_back_leads_home(stage: Stage) -> None:
    stage.document.choose("gluteus_minimus", "left")
    stage.settle()
    links = [
        link.to for link in stage.engine.atlas.muscles["gluteus_minimus"].links if link.to in stage.engine.atlas.muscles
    ]
    stage.press(f"link-{links[0]}")
    assert stage.document.chosen is not None
    assert (stage.document.chosen.muscle, stage.document.chosen.side) == (links[0], "left")
    assert stage.button("backButton").text() == stage.engine.atlas.muscles["gluteus_minimus"].name
    onward = [
        link.to
        for link in stage.engine.atlas.muscles[links[0]].links
        if link.to in stage.engine.atlas.muscles and link.to != "gluteus_minimus"
    ]
    stage.press(f"link-{onward[0]}")
    for expected in (links[0], "gluteus_minimus"):
        stage.press("backButton")
        assert stage.document.chosen is not None
        assert stage.document.chosen.muscle == expected
    stage.press("backButton")
    assert stage.document.chosen is None


def test_start_asks_for_the_chosen_routine(stage: Stage) -> None:
    stage.document.choose("gluteus_minimus", "right")
    stage.settle()
    routines = stage.engine.atlas.muscles["gluteus_minimus"].care.routines
    stage.press("startButton")
    assert stage.starts == [("gluteus_minimus", "right", routines[0].id, False)]
    pick = stage.page().findChild(QWidget, f"routine-{routines[1].id}")
    assert pick is not None
    QTest.keyClick(pick, Qt.Key.Key_Space)
    both = stage.page().findChild(QWidget, "bothSides")
    assert both is not None
    QTest.keyClick(both, Qt.Key.Key_Space)
    stage.settle()
    assert stage.button("routineName").text().replace("\n", " ") == routines[1].name
    stage.press("startButton")
    assert stage.starts[-1] == ("gluteus_minimus", "right", routines[1].id, True)


def test_both_sides_take_longer(stage: Stage) -> None:
    stage.document.choose("gluteus_minimus", "right")
    stage.settle()
    before = minutes_said(stage)
    both = stage.page().findChild(QWidget, "bothSides")
    assert both is not None
    QTest.keyClick(both, Qt.Key.Key_Space)
    assert minutes_said(stage) > before * 1.5


def minutes_said(stage: Stage) -> int:
    bar = stage.page().findChild(QWidget, "startBar")
    assert bar is not None
    said = next(label.text() for label in bar.findChildren(QLabel) if "minute" in label.text())
    return int("".join(each for each in said if each.isdigit()))


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


def test_terms_are_found_once_and_explained(qtbot: QtBot) -> None:
    text = "A trigger point near the iliac crest; more trigger points. Referred pain and satellite trigger points."
    found = [term.id for _, _, term in terms_in(text)]
    assert found == ["trigger_point", "iliac_crest", "referred_pain", "satellite"]
    prose = Prose("Press the trigger point.", LIGHT, citations=Citations({}))
    qtbot.addWidget(prose)
    assert 'href="term:trigger_point"' in prose.text()
    assert prose.meaning("term:trigger_point") == glossary()["trigger_point"].meaning


def test_text_of_the_atlas_is_never_markup(qtbot: QtBot) -> None:
    prose = Prose("5 < 6 & <b>bold</b> trigger point", LIGHT, lead="<i>")
    qtbot.addWidget(prose)
    assert "<b>bold" not in prose.text()
    assert "&lt;b&gt;bold" in prose.text()
    assert "<i>" not in prose.text()


def test_numbers_of_sources_lead_to_them(stage: Stage) -> None:
    stage.document.choose("gluteus_minimus", "right")
    stage.settle()
    fact = stage.engine.atlas.muscles["gluteus_minimus"].feels[0]
    prose = next(each for each in stage.page().findChildren(Prose) if fact.text in each.accessibleName())
    section = stage.page().findChild(Section, "section-sources")
    assert section is not None
    assert not section.is_open
    prose.linkActivated.emit(f"source:{fact.sources[0]}")
    stage.settle()
    assert section.is_open
    reference = stage.page().findChild(QLabel, f"reference-{fact.sources[0]}")
    assert reference is not None
    assert not reference.visibleRegion().isEmpty()


def test_dark_is_worn_at_once(stage: Stage) -> None:
    stage.mark("right thigh 0.5 lateral", "right leg 0.5 lateral")
    stage.document.choose("gluteus_minimus", "right")
    stage.settle()
    stage.themes.set_mode("dark")
    stage.settle()
    prose = stage.page().findChildren(Prose)[0]
    assert DARK.text.name() in prose.text()


def test_nothing_is_wider_than_the_panel(stage: Stage) -> None:
    for muscle in stage.engine.atlas.muscles:
        stage.document.choose(muscle, "right")
        for section in stage.page().findChildren(Section):
            section.set_open(True)
        stage.panel.resize(380, 900)
        stage.settle()
        page = stage.page()
        assert page.width() <= 380
        inner = page.findChild(Flowing)
        assert inner is not None
        assert inner.height() <= max(inner.heightForWidth(inner.width()), inner.parentWidget().height()), (
            "blank at the foot"
        )
        wide = [
            f"{muscle}: {each.objectName()} {each.text()[:40]}"
            for each in page.findChildren(QLabel)
            if each.isVisible() and each.mapTo(page, QPoint(each.width(), 0)).x() > page.width()
        ]
        assert not wide
