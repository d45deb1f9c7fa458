"""The real window: what is remembered, what the toolbar does, what messages look like, what happens on failure."""

from __future__ import annotations

import gc
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import PySide6
import pytest
from PySide6.QtCore import QLocale, QPoint, QProcess, Qt, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from bodymap.app import furnish, open_shell
from bodymap.body.surface import Surface, SurfaceRegion
from bodymap.engine import Engine
from bodymap.errors import BodymapError
from bodymap.gui.actions import specs
from bodymap.gui.ahead import Ahead
from bodymap.gui.closeup import CloseUp
from bodymap.gui.collector import Collector
from bodymap.gui.icons import icon
from bodymap.gui.keeper import Keeper
from bodymap.gui.kept import Kept, KeptMark, drawing_of, kept_drawing
from bodymap.gui.language import install_language
from bodymap.gui.loader import Loader, engine_maker
from bodymap.gui.messages import Messages, catch_everything
from bodymap.gui.panel.prose import side_word
from bodymap.gui.theme import DARK, LIGHT
from bodymap.pain.drawing import Mark, spot
from bodymap.paths import Paths, asset
from tests.gui.driver import App, answer_all, click_in, dialogs


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bodymap.gui.canvas.zoom_view.reduced_motion", lambda _: True)
    monkeypatch.setattr("bodymap.gui.canvas.guide_show.reduced_motion", lambda _: True)


@pytest.fixture
def app(qtbot: QtBot, paths: Paths, engine: Engine) -> Iterator[App]:
    made = App(qtbot, paths, engine)
    made.start()
    yield made
    made.close()


# ---- what is remembered


def test_everything_entered_is_there_after_a_kill(app: App, qtbot: QtBot, paths: Paths, engine: Engine) -> None:
    app.click_body("right", "right thigh 0.5 lateral")
    app.click_body("back", "left leg 0.3 posterior")
    mark = app.parts.document.drawing[0]
    app.parts.document.change_mark(mark.id, intensity=8, qualities=frozenset({"tingling"}))
    app.window.actions_by_id["man"].trigger()
    app.window.actions_by_id["theme"].trigger()
    app.parts.document.choose("gluteus_minimus", "right")
    with dialogs(("safetyQuestions", answer_all)):
        app.press("startButton")
    app.player.close_routine()
    before = app.window.kept()
    file = paths.data / "window.json"
    qtbot.waitUntil(
        lambda: file.exists() and b'"figure":"man"' in file.read_bytes() and b"cauda_equina" in file.read_bytes()
    )

    # Nobody closes the first window: the second one only sees what is on the disk.
    again = App(qtbot, paths, engine)
    kept = again.window.kept()
    assert kept.figure == "man"
    assert kept.theme == before.theme
    assert kept.answers == before.answers
    assert kept.drawing == before.drawing
    assert [each.intensity for each in again.parts.document.drawing] == [8, 5]
    again.close()


def test_only_the_owner_can_read_what_is_remembered(app: App, paths: Paths, qtbot: QtBot) -> None:
    app.click_body("right", "right thigh 0.5 lateral")
    app.wait_written()
    assert stat.S_IMODE((paths.data / "window.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(paths.data.stat().st_mode) == 0o700


def test_a_damaged_file_is_put_aside_and_told(qtbot: QtBot, paths: Paths, engine: Engine) -> None:
    paths.data.mkdir(parents=True)
    file = paths.data / "window.json"
    file.write_text('{"version": 1, "content": {"figure": "dragon"}}')
    app = App(qtbot, paths, engine)
    app.start()
    message = app.find(QLabel, "message")
    assert isinstance(message, QLabel)
    assert message.isVisible()
    assert "window.json.bad" in message.text()
    assert Path(f"{file}.bad").exists()
    assert app.window.kept().figure == "woman"
    app.close()


def test_drawings_come_back_exactly(woman: Surface) -> None:
    anchor = woman.point(100, (0.25, 0.75))
    round_mark = spot(woman, 1, anchor, 4.5)
    weights = round_mark.region.weights.copy()
    weights[200:210] = 0.5
    free = Mark(2, SurfaceRegion(weights), 7, frozenset({"aching", "numb"}), "Somewhere")
    written = msgspec.json.encode(kept_drawing((round_mark, free)))
    back = drawing_of(msgspec.json.decode(written, type=list[KeptMark]), woman)
    assert back[0].region == round_mark.region
    assert back[0].radius_cm == 4.5
    assert abs(back[1].region.weights - weights).max() < 1e-3
    assert (back[1].intensity, back[1].qualities, back[1].label) == (7, {"aching", "numb"}, "Somewhere")


def test_marks_of_another_body_are_left_out(woman: Surface) -> None:
    count = len(woman.cells)
    for content in (
        {"intensity": 5, "spot": {"cell": count, "u": 0.5, "v": 0.5, "radius_cm": 3.0}},
        {"intensity": 5, "cells": [count], "weights": [1.0]},
        {"intensity": 5, "cells": [1, 2], "weights": [1.0]},
        {"intensity": 5},
    ):
        kept = msgspec.convert({"drawing": [content]}, Kept)
        assert drawing_of(kept.drawing, woman) == ()


@pytest.mark.parametrize(
    "content",
    [
        {"figure": "child"},
        {"drawing": [{"intensity": 11}]},
        {"drawing": [{"intensity": 5, "qualities": ["purple"]}]},
        {"drawing": [{"intensity": 5, "spot": {"cell": 1, "u": 1.5, "v": 0.0, "radius_cm": 3.0}}]},
        {"unknown": 1},
    ],
)
def test_what_is_read_back_is_checked(content: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(content, Kept)


def test_a_full_disk_is_told_once(qtbot: QtBot) -> None:
    messages, said = Messages(), []
    messages.said.connect(lambda text, tone: said.append((text, tone)))
    marks = iter(range(100))

    def full(_: Kept) -> None:
        raise BodymapError("Your drawing can't be kept: no space left.")

    parent = QWidget()
    qtbot.addWidget(parent)
    keeper = Keeper(lambda: Kept(panel_width=next(marks)), full, messages, parent)
    keeper.touch()
    qtbot.waitUntil(lambda: bool(said))
    keeper.touch()
    qtbot.wait(400)
    keeper.close()
    QApplication.processEvents()
    assert said == [("Your drawing can't be kept: no space left.", "error")]


# ---- the toolbar and keys


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


def test_unread_questions_are_not_waved_through(app: App) -> None:
    app.parts.document.choose("gluteus_minimus", "right")

    def try_it(asked: QWidget) -> None:
        asked.resize(600, 400)
        QApplication.processEvents()
        no = asked.findChild(QWidget, "noToAll")
        go = asked.findChild(QWidget, "continue")
        assert no is not None
        assert go is not None
        assert not no.isEnabled()
        assert not go.isEnabled()
        bar = asked.body_bar  # type: ignore[attr-defined]
        bar.setValue(bar.maximum())
        assert no.isEnabled()
        click_in(asked, "noToAll")  # type: ignore[arg-type]
        click_in(asked, "continue")  # type: ignore[arg-type]

    with dialogs(("safetyQuestions", try_it)):
        app.press("startButton")
    assert app.window.side.playing
    assert not any(app.window.flow.answers.values())
    app.player.close_routine()


def test_the_notice_is_shown_once(qtbot: QtBot, paths: Paths, engine: Engine) -> None:
    app = App(qtbot, paths, engine)
    app.start()
    with dialogs(("notice", lambda notice: click_in(notice, "understood"))):
        app.window.greet()
    app.close()
    again = App(qtbot, paths, engine)
    again.start()
    with dialogs():
        again.window.greet()
    again.close()


def test_a_notice_turned_away_comes_again(app: App) -> None:
    with dialogs(("notice", lambda notice: notice.reject())):
        app.window.greet()
    assert not app.window.kept().understood


# ---- themes and pictures


def test_both_themes_paint_the_whole_window(app: App) -> None:
    app.click_body("right", "right thigh 0.5 lateral")
    app.choose_first()
    for mode, theme in (("light", LIGHT), ("dark", DARK)):
        app.window.themes.set_mode(mode)  # type: ignore[arg-type]
        QApplication.processEvents()
        picture = app.window.grab().toImage()
        corner = app.window.side.mapTo(app.window, QPoint(app.window.side.width() - 30, 12))
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


def test_every_icon_can_be_drawn() -> None:
    names = [path.stem for path in asset("icons").glob("*.svg")]
    for name in names:
        image = icon(name, LIGHT).pixmap(20, 20).toImage()
        opaque = sum(image.pixelColor(x, y).alpha() > 100 for x in range(image.width()) for y in range(image.height()))
        assert opaque > 12, f"{name} is empty"


# ---- when things fail


def test_messages_lie_over_the_body_and_move_nothing(app: App) -> None:
    before = app.window.canvas.geometry()
    app.parts.messages.error("Something to read.")
    QApplication.processEvents()
    bar = app.find(QWidget, "messageBar")
    assert bar.isVisible()
    assert app.window.canvas.geometry() == before
    app.press("closeMessage")
    assert not bar.isVisible()


def test_an_atlas_that_can_not_be_read_is_told_and_marks_are_kept(qtbot: QtBot, paths: Paths, engine: Engine) -> None:
    app = App(qtbot, paths, engine)

    def broken(_: str) -> Engine:
        raise BodymapError("pack/muscles/x.yaml:3:1: there is no such field.")

    app.parts.loader._make = broken
    with qtbot.waitSignal(app.parts.messages.said):
        app.parts.start()
    assert app.said == [("pack/muscles/x.yaml:3:1: there is no such field.", "error")]
    app.click_body("right", "right thigh 0.5 lateral")
    assert len(app.parts.document.drawing) == 1
    app.close()


def test_exceptions_of_every_thread_become_a_sentence(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    messages, said = Messages(), []
    messages.said.connect(lambda text, tone: said.append((text, tone)))
    restore = catch_everything(messages)
    try:
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        error = BodymapError("The disk is full.")
        sys.excepthook(type(error), error, None)
    finally:
        restore()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert ("The disk is full.", "error") in said
    assert any("ZeroDivisionError" in text for text, _ in said)
    assert "Traceback" in capsys.readouterr().err


def test_the_loader_reads_the_real_atlas_in_its_thread(qtbot: QtBot, shared_cache: Path) -> None:
    threads: list[str] = []
    make = engine_maker((), shared_cache)

    def watched(figure: str) -> Engine:
        threads.append(threading.current_thread().name)
        return make(figure)

    loader = Loader(watched)
    with qtbot.waitSignal(loader.ready, timeout=60000) as heard:
        loader.load("woman")
    assert heard.args is not None
    assert "gluteus_minimus" in heard.args[0].atlas.muscles
    assert threads == ["load-woman"]
    loader.wait()
    assert make("woman") is heard.args[0]
    assert make("man").atlas is heard.args[0].atlas


def test_the_best_sources_are_worked_out_ahead(
    qtbot: QtBot, woman: Surface, engine: Engine, qapp: QApplication
) -> None:
    asked: list[tuple[str, str]] = []

    class Watched:
        def zone(self, muscle: str, side: str) -> None:
            asked.append((muscle, side))

    parent = QWidget()
    qtbot.addWidget(parent)
    ahead = Ahead(parent)
    ahead.set_engine(Watched())  # type: ignore[arg-type]
    answer = engine.answer([spot(woman, 1, engine.places.resolve("right thigh 0.5 lateral"))])
    ahead.look(engine.answer([]))
    ahead.look(answer)
    qtbot.waitUntil(lambda: len(asked) == min(3, len(answer.sources)))
    assert asked == [(source.muscle, source.side) for source in answer.sources[:3]]
    ahead.close()


def test_garbage_is_left_to_the_window(qapp: QApplication) -> None:
    collector = Collector()
    try:
        assert not gc.isenabled()
        for _ in range(2000):
            cycle: list[object] = []
            cycle.append(cycle)
        before = gc.get_count()[0]
        collector.collect()
        assert gc.get_count()[0] < before
    finally:
        collector.stop()
    assert gc.isenabled()


def test_a_shipped_translation_is_used(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "bodymap_eo.ts"
    source.write_text(
        '<?xml version="1.0" encoding="utf-8"?><TS version="2.1" language="eo"><context><name>Side</name>'
        "<message><source>Left</source><translation>Maldekstre</translation></message></context></TS>",
        encoding="utf-8",
    )
    made = QProcess()
    made.start(str(Path(PySide6.__file__).parent / "lrelease"), [str(source), "-qm", str(tmp_path / "bodymap_eo.qm")])
    assert made.waitForFinished(20000)
    monkeypatch.setattr("bodymap.gui.language.asset", lambda _: tmp_path)
    assert install_language(qapp, QLocale("eo"))
    try:
        assert side_word("left") == "Maldekstre"
        assert side_word("right") == "Right"
    finally:
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
            translator.deleteLater()


def test_the_first_sight_is_kept_and_shown_next_time(qtbot: QtBot, paths: Paths, engine: Engine) -> None:
    app = App(qtbot, paths, engine)
    app.start()
    app.click_body("right", "right thigh 0.5 lateral")
    where = app.window.canvas.viewport().mapTo(app.window, app.pixel("right", "right thigh 0.5 lateral"))
    marked = app.window.grab().toImage().pixelColor(where)
    app.close()

    shell = open_shell(paths)
    sight = shell.window.first_sight()
    assert sight is not None
    with qtbot.waitExposed(shell.window):
        shell.window.show()
    assert sight.painted
    bare = shell.window.grab().toImage().pixelColor(where)
    assert bare.red() > bare.blue(), "there should be skin"
    assert bare != marked, "a mark is nobody else's business"
    QTest.mouseClick(sight, Qt.MouseButton.LeftButton, pos=sight.mapFrom(shell.window, where + QPoint(0, 60)))
    before = len(shell.kept.drawing)
    parts = furnish(shell, paths, lambda _: engine)
    parts.start()
    qtbot.waitUntil(lambda: len(parts.document.drawing) == before + 1)
    assert parts.document.drawing[-1].label.startswith("Right")
    parts.close()
    shell.window.deleteLater()


def test_a_damaged_first_picture_costs_only_the_moment(qtbot: QtBot, paths: Paths, engine: Engine) -> None:
    app = App(qtbot, paths, engine)
    app.start()
    app.close()
    pictures = list((paths.cache / "first-sight").iterdir())
    assert pictures
    for picture in pictures:
        picture.write_bytes(b"no picture")
    shell = open_shell(paths)
    assert shell.window.first_sight() is None
    shell.window.deleteLater()


def test_an_unknown_language_stays_english(qapp: QApplication) -> None:
    assert not install_language(qapp, QLocale("xx"))
