"""The real window: what the toolbar does, what dialogs ask and say, what themes and pictures look like."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.gui.actions import specs
from bodymap.gui.canvas.pictures import Pictures
from bodymap.gui.closeup import CloseUp
from bodymap.gui.dialogs.safety import LEVELS, SafetyQuestions
from bodymap.gui.icons import icon
from bodymap.gui.kept import Kept
from bodymap.gui.theme import DARK, LIGHT, Themes
from bodymap.gui.window import FRAME_PX, MainWindow
from bodymap.paths import Paths, asset
from tests.gui.driver import App, answer_all, click_in, dialogs


def test_figure_and_view_choosers_follow_the_window(app: App) -> None:
    def tool(name: str) -> QToolButton:
        found = app.find(QToolButton, f"tool-{name}")
        assert isinstance(found, QToolButton)
        return found

    assert tool("woman").isChecked()
    assert tool("view_all").isChecked()
    QTest.mouseClick(tool("man"), Qt.MouseButton.LeftButton)
    assert app.parts.document.figure == "man"
    assert tool("man").isChecked()
    assert not tool("woman").isChecked()
    QTest.mouseClick(tool("view_back"), Qt.MouseButton.LeftButton)
    assert app.window.canvas.large_view == "back"
    QTest.mouseClick(tool("view_inner_legs"), Qt.MouseButton.LeftButton)
    assert app.window.canvas.large_view == "inner_legs"
    assert tool("view_inner_legs").isChecked()
    app.key(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert app.window.canvas.large_view is None
    assert tool("view_all").isChecked()


def test_another_figure_gets_its_own_engine_and_keeps_the_marks(app: App, qtbot: QtBot) -> None:
    app.click_body("right", "right thigh 0.5 lateral")
    app.window.actions_by_id["man"].trigger()
    qtbot.waitUntil(lambda: app.asked_for == ["woman", "man"])
    assert len(app.parts.document.drawing) == 1
    assert app.sources()


def test_undo_and_redo_say_whether_they_can(app: App) -> None:
    undo, redo = app.window.actions_by_id["undo"], app.window.actions_by_id["redo"]
    assert not undo.isEnabled()
    app.click_body("right", "right thigh 0.5 lateral")
    assert undo.isEnabled()
    undo.trigger()
    assert not app.parts.document.drawing
    assert redo.isEnabled()


def test_no_two_actions_share_a_key() -> None:
    keys = [QKeySequence(spec.shortcut).toString() for spec in specs() if spec.shortcut]
    assert len(keys) == len(set(keys))


def test_the_sheet_of_keys_shows_every_key(app: App) -> None:
    def read(sheet: QWidget) -> None:
        said = {label.text() for label in sheet.findChildren(QLabel)}
        for spec in specs():
            keys = app.window.actions_by_id[spec.id].shortcut()
            if not keys.isEmpty():
                assert keys.toString(QKeySequence.SequenceFormat.NativeText) in said
        click_in(sheet, "close")  # type: ignore[arg-type]

    with dialogs(("keySheet", read)):
        app.window.actions_by_id["keys"].trigger()


def test_about_names_every_source(app: App) -> None:
    def read(about: QWidget) -> None:
        said = "\n".join(label.text() for label in about.findChildren(QLabel))
        for source in app.engine.atlas.sources.values():
            assert source.title in said
        click_in(about, "close")  # type: ignore[arg-type]

    with dialogs(("about", read)):
        app.window.actions_by_id["about"].trigger()


def test_answers_can_be_changed_later(app: App) -> None:
    app.parts.document.choose("gluteus_minimus", "right")
    with dialogs(("safetyQuestions", answer_all)):
        app.press("startButton")
    app.player.close_routine()
    assert app.window.flow.answers["cauda_equina"] is False
    with dialogs(("safetyQuestions", lambda asked: answer_all(asked, yes=("cauda_equina",)))):
        app.window.actions_by_id["answers"].trigger()
    assert app.window.flow.answers["cauda_equina"] is True


def test_a_healthy_person_says_no_once_for_each_group(app: App) -> None:
    app.parts.document.choose("gluteus_minimus", "right")

    def try_it(asked: QWidget) -> None:
        assert isinstance(asked, SafetyQuestions)
        asked.resize(600, 400)
        QApplication.processEvents()
        assert [group.objectName() for group in asked.groups] == [
            "group-emergency",
            "group-doctor_first",
            "group-take_care",
        ]
        for number, group in enumerate(asked.groups):
            assert "still open" in asked.go.accessibleDescription()
            assert [each.complete for each in asked.groups] == [before < number for before in range(3)]
            none = group.findChild(QPushButton, f"none-{LEVELS[number]}")
            assert none is not None
            last = group.questions[-1]
            assert none.y() >= last.y() + last.height(), "whoever gets there has had the questions before the eyes"
            QTest.mouseClick(none, Qt.MouseButton.LeftButton)
            QApplication.processEvents()
        assert QApplication.focusWidget() is asked.go
        click_in(asked, "continue")

    with dialogs(("safetyQuestions", try_it)):
        app.press("startButton")
    assert app.window.side.playing
    assert not any(app.window.flow.answers.values())
    app.player.close_routine()


def test_no_to_the_others_keeps_a_yes_and_goes_to_the_next_group(app: App) -> None:
    app.parts.document.choose("gluteus_minimus", "right")

    def try_it(asked: QWidget) -> None:
        assert isinstance(asked, SafetyQuestions)
        asked.resize(600, 300)
        QApplication.processEvents()
        first, second, _ = asked.groups
        first.questions[1].set_answer(True)
        assert not asked.go.accessibleDescription(), "an emergency waits for no other answer"
        none = first.findChild(QPushButton, "none-emergency")
        assert none is not None
        assert none.text() == "None of the others"
        none.click()
        assert [each.answer for each in first.questions] == [number == 1 for number in range(len(first.questions))]
        focus = asked.focusWidget()
        assert focus is not None
        assert second.questions[0].isAncestorOf(focus)
        assert asked.body_bar.value() == second.y()
        asked.reject()

    with dialogs(("safetyQuestions", try_it)):
        app.press("startButton")
    assert not app.window.flow.answers


def test_the_notice_is_shown_once(qtbot: QtBot, paths: Paths, engine: Engine) -> None:
    app = App(qtbot, paths, engine)
    app.start()
    with dialogs(("notice", lambda notice: click_in(notice, "understood"))):
        app.window.greet()
    app.close()
    again = App(qtbot, paths, engine)
    again.start()
    assert again.window.kept().understood
    with dialogs():
        again.window.greet()
    again.close()


def test_a_notice_turned_away_comes_again(app: App) -> None:
    with dialogs(("notice", lambda notice: notice.reject())):
        app.window.greet()
    assert not app.window.kept().understood


def test_both_themes_paint_the_whole_window(app: App) -> None:
    app.click_body("right", "right thigh 0.5 lateral")
    app.choose_first()
    for mode, theme in (("light", LIGHT), ("dark", DARK)):
        app.window.themes.set_mode(mode)  # type: ignore[arg-type]
        QApplication.processEvents()
        picture = app.window.grab().toImage()
        corner = app.window.side.mapTo(app.window, QPoint(app.window.side.width() - 4, 2))
        assert picture.pixelColor(corner).name() == theme.window.name()


def test_the_close_up_shows_zone_and_cross(app: App) -> None:
    app.parts.document.choose("gluteus_minimus", "right", "anterior")
    QApplication.processEvents()
    picture = app.page().findChild(CloseUp)
    assert picture is not None
    picture.resize(400, 264)
    image = picture.grab().toImage()
    colors = [image.pixelColor(x, y) for x in range(0, 400, 4) for y in range(0, 264, 4)]
    reddish = [color for color in colors if color.red() > color.green() + 60 and color.red() > color.blue() + 60]
    dark = [color for color in colors if color.lightness() < 60]
    assert len(reddish) > 100
    assert dark


def test_the_zones_of_the_close_up_become_exact_soon(app: App, qtbot: QtBot) -> None:
    app.parts.document.choose("gluteus_minimus", "right", "anterior")
    picture = app.page().findChild(CloseUp)
    assert picture is not None
    assert picture.rough
    qtbot.waitUntil(lambda: not picture.rough)


def test_a_new_window_leaves_room_for_its_title_bar(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    screen = SimpleNamespace(availableSize=lambda: QSize(1280, 720))
    monkeypatch.setattr(MainWindow, "screen", lambda _: screen)
    window = MainWindow(Themes(), Kept(), tmp_path)
    qtbot.addWidget(window)
    assert window.size() == QSize(1280, 720 - FRAME_PX)


def test_close_ups_share_the_pictures_of_the_canvas(app: App) -> None:
    app.parts.document.choose("gluteus_minimus", "right", "anterior")
    QApplication.processEvents()
    picture = app.page().findChild(CloseUp)
    assert picture is not None
    picture.grab()
    assert app.window.findChildren(Pictures) == [app.window.canvas.stage.pictures]  # a large one takes 30 MB


def test_every_icon_can_be_drawn() -> None:
    names = [path.stem for path in asset("icons").glob("*.svg")]
    for name in names:
        image = icon(name, LIGHT).pixmap(20, 20).toImage()
        opaque = sum(image.pixelColor(x, y).alpha() > 100 for x in range(image.width()) for y in range(image.height()))
        assert opaque > 12, f"{name} is empty"
