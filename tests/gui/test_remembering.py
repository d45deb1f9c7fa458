"""What is remembered from one start to the next, and that nothing entered is lost."""

from __future__ import annotations

import stat
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from bodymap.body.surface import Surface, SurfaceRegion
from bodymap.engine import Engine
from bodymap.errors import BodymapError
from bodymap.gui.keeper import Keeper
from bodymap.gui.kept import Kept, KeptMark, drawing_of, kept_drawing
from bodymap.gui.messages import Messages
from bodymap.pain.drawing import Mark, spot
from bodymap.paths import Paths
from tests.gui.driver import App, answer_all, dialogs


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


def test_who_turned_the_sound_off_finds_it_off(app: App, qtbot: QtBot, paths: Paths, engine: Engine) -> None:
    app.parts.document.choose("gluteus_minimus", "right")
    with dialogs(("safetyQuestions", answer_all)):
        app.press("startButton")
    assert not app.player.muted
    app.press("soundButton")
    assert app.player.muted
    app.player.close_routine()
    file = paths.data / "window.json"
    qtbot.waitUntil(lambda: file.exists() and b'"muted":true' in file.read_bytes())
    again = App(qtbot, paths, engine)
    assert again.player.muted
    again.player.set_muted(False)
    assert not again.window.kept().muted
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

    tried: list[Kept] = []

    def full(kept: Kept) -> None:
        tried.append(kept)
        raise BodymapError("Your drawing can't be kept: no space left.")

    parent = QWidget()
    qtbot.addWidget(parent)
    keeper = Keeper(lambda: Kept(panel_width=next(marks)), full, messages, parent)
    keeper.touch()
    qtbot.waitUntil(lambda: bool(said))
    keeper.touch()
    qtbot.waitUntil(lambda: len(tried) == 2)
    keeper.close()
    QApplication.processEvents()
    assert said == [("Your drawing can't be kept: no space left.", "error")]
