"""Things in the file system that look like a drawing and are none must not stop the window."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bodymap.gui.file_chooser import FileChooser
from tests.gui.driver import App


def pipe(folder: Path) -> Path:
    """A pipe that nobody writes into: whoever opens it waits for good."""
    path = folder / "drawing.json"
    os.mkfifo(path)
    return path


def endless(_folder: Path) -> Path:
    return Path("/dev/zero")


def folder_of_that_name(folder: Path) -> Path:
    path = folder / "drawing.json"
    path.mkdir()
    return path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
@pytest.mark.parametrize("command", ["open", "compare"])
@pytest.mark.parametrize("sex", [None, "female"], ids=["drawing", "list"])
@pytest.mark.parametrize("make", [pipe, endless, folder_of_that_name])
def test_what_is_no_file_is_said_in_a_sentence_and_keeps_nobody_waiting(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: object, sex: str | None, command: str
) -> None:
    app.parts.document.add_mark(app.engine.places.resolve("right thigh 0.5 lateral"))
    before = app.parts.document.drawing
    path = make(tmp_path)  # type: ignore[operator] # one of the above
    monkeypatch.setattr(FileChooser, "open_drawing", lambda *_: (path, sex))
    app.window.actions_by_id[command].trigger()
    assert len(app.said) == 1
    assert path.name in app.said[0][0]
    assert app.said[0][1] == "error"
    assert app.parts.document.drawing == before
