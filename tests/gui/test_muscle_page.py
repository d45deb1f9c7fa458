"""The page of a muscle: everything the atlas knows, where to press, and the start of its routine."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.gui.kit import Flowing
from bodymap.gui.panel.glossary import glossary, terms_in
from bodymap.gui.panel.prose import Citations, Prose
from bodymap.gui.panel.references import checked_words
from bodymap.gui.panel.section import Section
from bodymap.gui.theme import LIGHT
from tests.gui.panel_stage import Stage

LEFT = Qt.MouseButton.LeftButton


def test_a_card_opens_the_page_and_back_returns(stage: Stage) -> None:
    stage.mark("right thigh 0.5 lateral", "right leg 0.5 lateral")
    pressed = stage.cards()[0]
    called = pressed.findChildren(QLabel)[0].text()
    QTest.mouseClick(pressed, LEFT)
    stage.settle()
    assert stage.page().findChildren(QLabel)[0].text() == called, "the page is called what the card is called"
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
    called = stage.button("backButton").text().replace("\n", " ")
    assert called == stage.engine.atlas.muscles["gluteus_minimus"].plain
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


def test_the_numbers_of_the_sources_are_not_cut_off(qtbot: QtBot, stage: Stage) -> None:
    prose = Prose("One line.", LIGHT, cites=["a", "b"], citations=Citations({}))
    qtbot.addWidget(prose)
    prose.setStyleSheet("background: white")
    prose.adjustSize()
    picture = prose.grab().toImage()
    assert min(picture.pixelColor(x, 0).lightness() for x in range(picture.width())) == 255
