"""Drawings as files: saved, opened as one undo step, as pictures, as a list for clinics, and compared."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QMenu

from bodymap.errors import BodymapError
from bodymap.gui.compare.dialog import CompareDialog
from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.file_chooser import FileChooser
from bodymap.gui.files import put
from bodymap.pain.choir_list import parse_list
from tests.gui.driver import App, click_in, dialogs
from tests.gui.file_dialogs import at, cancelled, file_dialog

THIGH, LEG = "right thigh 0.5 lateral", "right leg 0.5 lateral"


def drawn(app: App, *places: str) -> None:
    for place in places or (THIGH,):
        app.parts.document.add_mark(app.engine.places.resolve(place))


def saved(app: App, path: Path) -> Path:
    with file_dialog("saveFile", at(path)):
        app.window.actions_by_id["save"].trigger()
    return path


def last_said(app: App) -> tuple[str, str]:
    assert app.said, "nothing was said"
    return app.said[-1]


def test_a_saved_drawing_is_opened_with_all_that_was_said_as_one_step(app: App, tmp_path: Path) -> None:
    document = app.parts.document
    drawn(app, THIGH, LEG)
    first = document.drawing[0]
    document.change_mark(first.id, intensity=8, qualities=frozenset({"tingling"}))
    document.change_mark(first.id, note="worse on stairs")
    document.change_mark(first.id, timing=frozenset({"at_night"}))
    path = saved(app, tmp_path / "monday.json")
    assert last_said(app) == (f"Saved as {path}.", "info")
    document.clear()
    drawn(app, "left forearm 0.5 posterior")
    present, steps = document.drawing, document.undo_stack.count()
    with file_dialog("openFile", at(path)):
        app.window.actions_by_id["open"].trigger()
    assert document.undo_stack.count() == steps + 1
    opened = document.drawing
    assert [(each.label, each.intensity, each.note) for each in opened] == [
        (first.label, 8, "worse on stairs"),
        (opened[1].label, 5, ""),
    ]
    assert opened[0].qualities == {"tingling"}
    assert opened[0].timing == {"at_night"}
    assert opened[0].region.weights == pytest.approx(first.region.weights, abs=1e-4)
    assert not {each.id for each in opened} & {each.id for each in present}
    document.undo_stack.undo()
    assert document.drawing == present
    document.undo_stack.redo()
    assert document.drawing == opened


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is not a drawing"),
        (b"[1, 2", "is not a drawing"),
        (b'{"version": 99, "marks": []}', "newer Bodymap"),
        (b'{"version": 2, "marks": []}', "holds no mark"),
        (b'{"version": 2, "marks": [{"region": "the moon"}]}', "moon"),
        (b"\xff\xfe\x00", "is not a drawing"),
    ],
)
def test_what_is_no_drawing_is_refused_with_a_sentence(app: App, tmp_path: Path, content: bytes, says: str) -> None:
    drawn(app)
    before = app.parts.document.drawing
    path = tmp_path / "odd.json"
    path.write_bytes(content)
    with file_dialog("openFile", at(path)):
        app.window.actions_by_id["open"].trigger()
    text, tone = last_said(app)
    assert tone == "error"
    assert says in text or "odd.json" in text
    assert "Traceback" not in text
    assert app.parts.document.drawing == before


def test_who_thinks_better_of_it_changes_nothing(app: App, tmp_path: Path) -> None:
    drawn(app)
    for name, dialog in (("save", "saveFile"), ("open", "openFile"), ("picture", "saveFile"), ("choir", "saveFile")):
        with file_dialog(dialog, cancelled):
            app.window.actions_by_id[name].trigger()
    assert not app.said
    assert not list(tmp_path.glob("*.json"))


def test_a_picture_is_png_or_svg_by_its_name(app: App, tmp_path: Path) -> None:
    drawn(app)
    with file_dialog("saveFile", at(tmp_path / "body.png")):
        app.window.actions_by_id["picture"].trigger()
    image = QImage(str(tmp_path / "body.png"))
    assert image.width() > 2000
    with file_dialog("saveFile", at(tmp_path / "body.svg", "svg")):
        app.window.actions_by_id["picture"].trigger()
    assert (tmp_path / "body.svg").read_text(encoding="utf-8").lstrip().startswith("<?xml")
    with file_dialog("saveFile", at(tmp_path / "lines", "svg")):
        app.window.actions_by_id["picture"].trigger()
    assert (tmp_path / "lines.svg").is_file()


def test_the_choir_list_has_the_numbers_of_the_map_that_was_picked(app: App, tmp_path: Path) -> None:
    drawn(app, "trunk 0.3 anterior", "right thigh 0.5 anterior")
    lists = {}
    for sex, kind in (("female", "female map"), ("male", " male map")):
        path = tmp_path / f"{sex}.txt"
        with file_dialog("saveFile", at(path, kind)):
            app.window.actions_by_id["choir"].trigger()
        lists[sex] = path.read_bytes()
    assert parse_list(lists["female"], "list", "female") == parse_list(lists["male"], "list", "male")


def test_what_cannot_be_written_is_said_and_what_was_there_stays(tmp_path: Path) -> None:
    with pytest.raises(BodymapError, match=r"can't be written: .+\. Choose another"):
        put(tmp_path / "nowhere" / "a.json", b"{}")
    folder = tmp_path / "taken.json"
    folder.mkdir()
    with pytest.raises(BodymapError, match=r"taken\.json can't be written"):
        put(folder, b"{}")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["taken.json"]
    put(tmp_path / "a.json", b"one")
    put(tmp_path / "a.json", b"two")
    assert (tmp_path / "a.json").read_bytes() == b"two"
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o600


def test_only_what_can_be_done_is_offered(app: App) -> None:
    menu = app.window.findChild(QMenu, "fileMenu")
    assert isinstance(menu, QMenu)
    enabled = {each.objectName(): each.isEnabled() for each in menu.actions()}
    assert enabled == {
        "action-open": True,
        "action-save": False,
        "action-picture": False,
        "action-choir": False,
        "action-compare": False,
    }
    drawn(app)
    assert all(each.isEnabled() for each in menu.actions())


def test_before_the_atlas_is_there_a_sentence_asks_to_wait(fresh_app: App, tmp_path: Path) -> None:
    fresh_app.window.actions_by_id["open"].trigger()
    assert last_said(fresh_app)[1] == "error"
    assert "still being opened" in last_said(fresh_app)[0]


def test_an_earlier_drawing_is_compared_and_nothing_is_changed(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn(app, THIGH, LEG)
    path = saved(app, tmp_path / "monday.json")
    document = app.parts.document
    document.remove_mark(document.drawing[1].id)
    drawn(app, "left forearm 0.5 posterior")
    before = document.drawing
    words: list[str] = []

    def look(open_now: Dialog) -> None:
        assert isinstance(open_now, CompareDialog)
        words.extend(each.text() for each in open_now.findChildren(QLabel))
        click_in(open_now, "close")

    monkeypatch.setattr(FileChooser, "open_drawing", lambda *_: (path, None))
    with dialogs(("compareDialog", look)):
        app.window.actions_by_id["compare"].trigger()
    told = "\n".join(words)
    assert "monday" in told
    assert "left back of the forearm" in told
    assert "Gone" in words
    assert document.drawing == before
    assert json.loads(path.read_bytes())["version"] == 2


@pytest.mark.parametrize("sex", ["female", "male"])
def test_a_list_of_a_clinic_s_body_map_is_opened_with_the_numbers_of_its_map(
    app: App, tmp_path: Path, sex: str
) -> None:
    path = tmp_path / "clinic.csv"
    path.write_text("129,201\n")
    with file_dialog("openFile", at(path, f", {sex} map")):
        app.window.actions_by_id["open"].trigger()
    opened = app.parts.document.drawing
    assert opened
    assert app.parts.document.undo_stack.count() == 1
    path.write_text("129,999\n")
    with file_dialog("openFile", at(path, f", {sex} map")):
        app.window.actions_by_id["open"].trigger()
    text, tone = last_said(app)
    assert tone == "error"
    assert "999" in text
    assert app.parts.document.drawing == opened
