"""``bodymap drawing`` as a person and a script meet it: files of all kinds out, drawings and CHOIR lists in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from bodymap.cli import main

Run = Callable[..., tuple[int, str, str]]
TOLD = {
    "version": 1,
    "marks": [
        {"at": "right thigh 0.5 anterior", "radius_cm": 6, "intensity": 7, "qualities": ["tingling"]},
        {"at": "biceps_belly", "side": "left", "radius_cm": 4},
    ],
}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_it(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main([str(each) for each in arguments])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_it


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A drawing file of version 1."""
    file = tmp_path / "told.json"
    file.write_text(json.dumps(TOLD), encoding="utf-8")
    return file


def test_it_says_what_is_marked(run: Run, told: Path) -> None:
    code, out, _ = run("drawing", told)
    assert code == 0
    lines = out.splitlines()
    assert lines[0].startswith("Right ")
    assert "(7 of 10, 112 cm², 0.7 % of the skin): tingling" in lines[0]
    assert lines[-1] == "CHOIR body map, female: 114,126"
    assert run("drawing", told, "--figure", "man")[1].splitlines()[-1] == "CHOIR body map, male: 112,126"


def test_every_kind_of_file_is_written(run: Run, told: Path, tmp_path: Path, qapp: QApplication) -> None:
    files = {kind: tmp_path / f"out.{kind}" for kind in ("json", "svg", "png", "choir")}
    options = [option for kind, file in files.items() for option in (f"--{kind}", file)]
    code, out, _ = run("drawing", told, *options, "--sex", "male", "--date", "2026-11-21")
    assert code == 0
    assert out.split() == [str(file) for file in files.values()]
    assert files["choir"].read_text() == "112,126\n"
    assert files["png"].read_bytes().startswith(b"\x89PNG")
    assert "2026" in files["svg"].read_text(encoding="utf-8")
    again = tmp_path / "again.json"
    assert run("drawing", files["json"], "--json", again)[0] == 0
    assert again.read_bytes() == files["json"].read_bytes()
    content = json.loads(again.read_text())
    assert list(content) == ["version", "figure", "cell_count", "marks"]
    assert {"cells", "intensity", "qualities", "label", "spot"} <= set(content["marks"][1])


def test_what_is_written_is_matched_like_what_was_told(run: Run, told: Path, tmp_path: Path) -> None:
    written = tmp_path / "written.json"
    run("drawing", told, "--json", written)
    first, second = (json.loads(run("match", "--drawing", file, "--json")[1]) for file in (told, written))
    assert [source["muscle"] for source in first["sources"]] == [source["muscle"] for source in second["sources"]]
    assert [mark["cm2"] for mark in first["marks"]] == [mark["cm2"] for mark in second["marks"]]


def test_a_choir_list_becomes_a_drawing_and_comes_back(run: Run, tmp_path: Path) -> None:
    given, drawing, back = tmp_path / "list.csv", tmp_path / "drawing.json", tmp_path / "back.csv"
    given.write_text("f12,f13,b22\n")
    assert run("drawing", given, "--from", "choir", "--sex", "female", "--json", drawing)[0] == 0
    content = json.loads(drawing.read_text())
    assert content["figure"] == "woman"
    assert sorted(mark["label"] for mark in content["marks"]) == [
        "Back of the left hip",
        "Right half of the abdomen and 1 more area",
    ]
    assert run("drawing", drawing, "--choir", back)[0] == 0
    assert back.read_text() == "112,113,222\n"
    run("drawing", drawing, "--choir", back, "--sex", "male")
    assert back.read_text() == "116,117,222\n"


@pytest.mark.parametrize(
    ("arguments", "sentence", "code"),
    [
        (["nope.json"], "The drawing nope.json can't be read: No such file or directory.", 1),
        (["nope.csv", "--from", "choir"], "A CHOIR list needs --sex male or --sex female", 2),
        (["nope.csv", "--from", "choir", "--sex", "male"], "The CHOIR list nope.csv can't be read: No such file", 1),
        (["TOLD", "--from", "choir", "--sex", "male"], "is no segment of the CHOIR body map", 1),
        (["TOLD", "--json", "nowhere/x.json"], "The file nowhere/x.json can't be written: No such file", 1),
        (["TOLD", "--date", "yesterday"], "“yesterday” is no day like 2026-11-21", 2),
        (["EMPTY"], "holds no mark", 2),
        ([], "the following arguments are required: FILE", 2),
    ],
)
def test_what_is_wrong_is_one_sentence(
    run: Run, told: Path, tmp_path: Path, arguments: list[str], sentence: str, code: int
) -> None:
    empty = tmp_path / "empty.json"
    empty.write_text('{"version": 2, "marks": []}')
    named = {"TOLD": str(told), "EMPTY": str(empty)}
    said, out, err = run("drawing", *(named.get(each, each) for each in arguments))
    assert said == code
    assert sentence in err
    assert err.count("\n") == 1
    assert out == ""
