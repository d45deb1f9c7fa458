"""The search field in the real window: typing, keys, what is found, and the way there and back."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bodymap.gui.panel.cautions import CautionCard
from bodymap.gui.panel.muscle_page import MusclePage
from bodymap.gui.panel.search_rows import emphasised
from bodymap.gui.panel.source_card import SourceCard
from bodymap.gui.theme import DARK
from tests.gui.driver import App
from tests.gui.search_stage import ALT, CONTROL, KEY, Searching


@pytest.fixture
def searching(app: App) -> Searching:
    return Searching(app)


@pytest.mark.parametrize(("key", "modifiers"), [(KEY.Key_F, CONTROL), (KEY.Key_Slash, Qt.KeyboardModifier.NoModifier)])
def test_a_key_turns_to_the_field_from_anywhere(
    searching: Searching, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    searching.app.window.canvas.setFocus()
    assert searching.app.key(key, modifiers) is searching.field
    assert searching.page().isVisible()


def test_a_slash_can_be_typed(searching: Searching) -> None:
    searching.open()
    searching.type("hip/thigh")
    assert searching.field.text() == "hip/thigh"


def test_before_anything_is_typed_there_are_examples_that_find_something(searching: Searching) -> None:
    searching.open()
    examples = [each for each in searching.page().findChildren(QPushButton) if each.objectName().startswith("example-")]
    assert len(examples) == 3
    for name in [each.objectName() for each in examples]:
        searching.field.clear()
        searching.search.clear()
        searching.open()
        searching.app.press(name)
        searching.app.qtbot.waitUntil(lambda: bool(searching.cards()))
        assert searching.field.hasFocus()


def test_results_follow_the_typing(searching: Searching) -> None:
    searching.open()
    searching.type("headache behind the eye")
    assert searching.ids()[0] == "temporalis"
    searching.type("heel spur")
    assert "quadratus_plantae" in searching.ids()[:3]
    searching.type("piriformsi")
    assert searching.ids()[0] == "piriformis"


def test_a_result_shows_its_names_and_the_sentence_with_the_words_standing_out(searching: Searching) -> None:
    searching.open()
    searching.type("headache behind the eye")
    card = searching.cards()[0]
    shown = [each.text() for each in card.findChildren(QLabel)]
    assert shown[:2] == ["Temple muscle", "Temporalis"]
    assert shown[2].startswith("Feels like:")
    assert "behind</b>" in shown[2]
    assert "Temporalis" in card.accessibleName()


def test_emphasis_keeps_every_letter_and_no_markup_of_the_text() -> None:
    assert emphasised("a <b> & c", ((0, 1), (8, 9)), "#123456") == (
        '<b style="color:#123456">a</b> &lt;b&gt; &amp; <b style="color:#123456">c</b>'
    )


def test_arrows_choose_and_enter_opens_while_the_keyboard_stays_in_the_field(searching: Searching) -> None:
    searching.open()
    searching.type("tennis elbow")
    second = searching.ids()[1]
    searching.app.key(KEY.Key_Up)
    assert searching.app.key(KEY.Key_Down) is searching.field
    assert [card.property("chosen") for card in searching.cards()[:3]] == [False, True, None]
    assert searching.app.key(KEY.Key_Tab) is searching.cards()[0]
    searching.field.setFocus()
    searching.app.key(KEY.Key_Return)
    chosen = searching.app.parts.document.chosen
    assert chosen is not None
    assert (chosen.muscle, chosen.side) == (second, "right")
    assert searching.app.page().isVisible()


def test_arrows_end_at_the_last_result(searching: Searching) -> None:
    searching.open()
    searching.type("calf")
    for _ in range(40):
        QTest.keyClick(searching.field, KEY.Key_PageDown)
    assert searching.page().chosen == searching.cards()[-1].hit


def test_the_way_back_leads_to_the_results(searching: Searching) -> None:
    searching.open()
    searching.type("tennis elbow")
    found = searching.ids()
    searching.app.key(KEY.Key_Return)
    back = searching.app.page().back
    assert back.text() == "Search results"
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert searching.field.text() == "tennis elbow"
    assert searching.ids() == found
    assert searching.app.parts.document.chosen is None


def test_escape_leads_back_to_where_one_was(searching: Searching) -> None:
    canvas = searching.app.window.canvas
    canvas.setFocus()
    searching.open()
    searching.type("calf")
    assert searching.app.key(KEY.Key_Escape) is canvas
    assert searching.field.text() == ""
    assert not searching.page().isVisible()


def test_escape_from_a_search_keeps_the_page_that_was_open(searching: Searching) -> None:
    searching.app.parts.document.choose("soleus", "left")
    searching.open()
    searching.type("calf")
    assert not searching.app.window.findChild(MusclePage).isVisible()  # type: ignore[union-attr]
    searching.app.key(KEY.Key_Escape)
    assert (searching.app.page().muscle_id, searching.app.page().side) == ("soleus", "left")


def test_nothing_found_gives_a_hint(searching: Searching) -> None:
    searching.open()
    searching.type("qqqzzz <i>")
    assert searching.ids() == []
    assert "Nothing found" in searching.words()
    assert "“qqqzzz <i>”" in searching.words()
    searching.app.key(KEY.Key_Return)
    assert searching.app.parts.document.chosen is None


def test_the_side_is_that_of_the_marks_and_can_be_switched(searching: Searching) -> None:
    app = searching.app
    app.parts.document.add_mark(app.engine.places.resolve("left leg 0.5 lateral"))
    searching.open()
    searching.type("soleus")
    app.key(KEY.Key_Return)
    assert app.page().side == "left"
    app.press("side-right")
    assert (app.page().muscle_id, app.page().side) == ("soleus", "right")
    assert app.page().back.text() == "Search results"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "side-right"


def test_marking_the_body_puts_the_search_away(searching: Searching) -> None:
    searching.open()
    searching.type("calf")
    searching.app.click_body("right", "right thigh 0.5 lateral")
    assert searching.app.sources()
    assert searching.field.text() == ""
    assert not searching.page().isVisible()


def test_a_place_shows_who_sends_pain_there_and_can_be_marked(searching: Searching) -> None:
    app, document = searching.app, searching.app.parts.document
    searching.open()
    searching.type("heel")
    at = searching.ids().index("heel")
    for _ in range(at):
        app.key(KEY.Key_Down)
    app.key(KEY.Key_Return)
    expected = app.engine.answer((app.engine.region_mark("heel", "right"),)).sources
    assert app.sources()[:5] == [(each.muscle, each.side) for each in expected[:5]]
    assert document.drawing == ()
    app.press("side-left")
    assert app.sources()[0][1] == "left"
    assert app.key(KEY.Key_Tab).objectName() == "markPlace"
    app.key(KEY.Key_Return)
    assert [mark.label for mark in document.drawing] == ["Left heel"]
    assert app.sources()[0][1] == "left"
    assert not searching.search.is_open
    assert isinstance(QApplication.focusWidget(), SourceCard)
    document.undo_stack.undo()
    assert document.drawing == ()


def test_a_muscle_of_a_place_opens_and_leads_back_to_the_place(searching: Searching) -> None:
    searching.open()
    searching.type("heel")
    searching.search._open_hit("region", "heel")
    searching.app.choose_first()
    assert searching.app.page().muscle_id == "soleus"
    searching.app.key(KEY.Key_Left, ALT)
    assert searching.place().region == "heel"
    searching.app.key(KEY.Key_Left, ALT)
    assert searching.ids()[0] is not None
    assert searching.field.hasFocus()


def test_a_place_is_pointed_out_on_the_body_while_it_is_looked_at(searching: Searching) -> None:
    def pointed_out() -> set[str]:
        panels = searching.app.window.canvas.stage.panels
        return {view for view, panel in panels.items() if panel.region.shown}

    searching.open()
    searching.type("heel")
    assert pointed_out() == set()
    searching.search._open_hit("region", "heel")
    assert pointed_out() >= {"right", "back", "soles"}
    assert "left" not in pointed_out()
    searching.app.press("side-left")
    assert "left" in pointed_out()
    searching.app.choose_first()
    assert pointed_out() == set()
    searching.app.key(KEY.Key_Left, ALT)
    assert "left" in pointed_out()
    searching.app.window.canvas.words.name_region(None, QPointF())
    assert "left" in pointed_out()
    searching.field.setFocus()
    searching.app.key(KEY.Key_Escape)
    assert pointed_out() == set()


def test_a_place_with_a_caution_shows_it(searching: Searching) -> None:
    searching.open()
    searching.type("chest")
    searching.search._open_hit("region", "front_of_chest")
    cards = [each.objectName() for each in searching.place().findChildren(CautionCard)]
    assert "caution-chest_pain" in cards


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("chest pain", "caution-heart_attack"),
        ("can't feel between my legs", "caution-cauda_equina"),
        ("worst headache", "caution-thunderclap_headache"),
    ],
)
def test_a_named_emergency_stands_above_everything(searching: Searching, query: str, first: str) -> None:
    searching.open()
    searching.type(query)
    assert searching.cautions()[0] == first
    above = searching.page().findChild(CautionCard, first)
    assert above is not None
    assert all(above.y() < card.y() for card in searching.cards())
    assert "Get help now" in searching.words()


def test_tab_past_the_field_leaves_the_panel_as_it_is(searching: Searching) -> None:
    searching.field.setFocus(Qt.FocusReason.TabFocusReason)
    assert not searching.search.is_open


def test_the_field_wears_the_dark_dress_with_what_it_shows(searching: Searching) -> None:
    searching.open()
    searching.type("tennis elbow")
    searching.app.window.themes.set_mode("dark")
    assert searching.page().isVisible()
    searching.app.qtbot.waitUntil(lambda: bool(searching.cards()))
    assert any(DARK.accent.name() in each.text() for each in searching.cards()[0].findChildren(QLabel))


def test_during_a_routine_the_field_takes_no_keys(searching: Searching) -> None:
    searching.app.window.panel.hide()
    searching.app.window.canvas.setFocus()
    searching.app.window.actions_by_id["search"].trigger()
    assert not searching.search.is_open


def test_before_the_atlas_is_there_one_is_asked_to_wait(fresh_app: App, qtbot: QtBot) -> None:
    with qtbot.waitExposed(fresh_app.window):
        fresh_app.window.show()
    searching = Searching(fresh_app)
    searching.open()
    QTest.keyClicks(searching.field, "calf")
    qtbot.waitUntil(lambda: "One moment" in searching.words())
    fresh_app.window.set_engine(fresh_app.engine)
    qtbot.waitUntil(lambda: bool(searching.cards()))


def test_the_start_loads_nothing_of_the_search() -> None:
    """The index, its words and rapidfuzz wait until somebody searches."""
    code = (
        "import sys, bodymap.gui.panel.side_panel as _; "
        "print([name for name in sys.modules if name.startswith(('rapidfuzz', 'bodymap.atlas.search', "
        "'bodymap.gui.panel.search_page', 'bodymap.gui.panel.search_place', 'bodymap.gui.panel.search_rows'))])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[]"
