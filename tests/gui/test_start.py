"""The start, and what works beside the window: first sight, language, loading, collecting, failing."""

from __future__ import annotations

import gc
import platform
import sys
import threading
from pathlib import Path

import PySide6
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QLocale, QPoint, QProcess, Qt, QTranslator
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bodymap.app import furnish, open_shell
from bodymap.engine import Engine
from bodymap.errors import BodymapError
from bodymap.gui.collector import Collector, give_back_memory
from bodymap.gui.language import install_language
from bodymap.gui.loader import Loader, engine_maker
from bodymap.gui.messages import Messages, catch_everything
from bodymap.gui.panel.prose import side_word
from bodymap.gui.window import MainWindow
from bodymap.paths import Paths
from tests.gui.driver import App


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


def test_freed_memory_is_given_back_now_and_then(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bool] = []
    monkeypatch.setattr("bodymap.gui.collector.give_back_memory", lambda: given.append(True))
    piled_up: list[list[object]] = []
    collector = Collector()
    try:
        for _ in range(12):
            piled_up += [[] for _ in range(2000)]
            collector.collect()
    finally:
        collector.stop()
    assert len(given) == 2, "with the large collections only"


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="glibc keeps what is freed")
def test_memory_can_be_given_back() -> None:
    assert give_back_memory()


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
    app.window.resize(760, 640)  # with room for a frame on the screen of the tests
    QApplication.processEvents()
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


def where_things_are(window: MainWindow) -> tuple[object, ...]:
    """The places of all that a person looks at: the canvas, what it shows, the panel."""
    canvas = window.canvas
    return (
        window.size(),
        canvas.viewport().rect().translated(canvas.viewport().mapTo(window, QPoint())),
        canvas.pose,
        dict(canvas.stage.arrangement.places),
        window.side.geometry(),
    )


@pytest.mark.parametrize("start", ["first", "later"])
def test_nothing_jumps_while_it_starts(qtbot: QtBot, paths: Paths, engine: Engine, tmp_path: Path, start: str) -> None:
    """From the first thing seen to the loaded atlas. The very first start has no picture to show before."""
    paths = replace(paths, cache=tmp_path / "cache")
    if start == "later":
        before = App(qtbot, paths, engine)
        before.start()
        before.window.resize(760, 690)  # with room for a frame on the screen of the tests
        QApplication.processEvents()
        before.close()
    shell = open_shell(paths)
    window = shell.window
    sight = window.first_sight()
    assert (sight is not None) == (start == "later")
    seen_first: QImage | None = None
    if sight is not None:
        with qtbot.waitExposed(window):
            window.show()
        seen_first = window.grab().toImage()
    parts = furnish(shell, paths, lambda _: engine)
    assert window.isVisible() == (start == "later"), "without a picture the window waits for its canvas"
    with qtbot.waitExposed(window), qtbot.waitSignal(parts.document.ready_changed, timeout=20000):
        window.show()
        QApplication.processEvents()
        places = where_things_are(window)
        parts.start()
    qtbot.waitUntil(lambda: not window.canvas.moving())
    window.canvas.settle()
    QApplication.processEvents()
    assert where_things_are(window) == places
    if seen_first is not None:
        loaded = window.grab().toImage()
        box = window.canvas.viewport().rect().translated(window.canvas.viewport().mapTo(window, QPoint()))
        for x in range(box.left() + 4, box.right(), 7):
            for y in range(box.top() + 4, box.bottom(), 7):
                at = window.canvas.scene_at(x - box.left(), y - box.top())
                if window.canvas.stage.view_at(*at) is not None:
                    one, other = seen_first.pixelColor(x, y), loaded.pixelColor(x, y)
                    assert abs(one.lightness() - other.lightness()) < 60, (x, y)
    parts.close()
    window.deleteLater()
