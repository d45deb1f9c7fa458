"""The command line as a person and a script meet it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.atlas.packs import write_pack
from tests.command_line import Run

BROKEN = Path(__file__).parent / "data" / "broken_pack"


def test_help_names_every_verb_and_the_exit_codes(run: Run) -> None:
    said = run("--help")
    assert said.code == 0
    for word in ("match", "compare", "plate", "show", "check", "factors", "--data-dir", "--pack", "Exit code"):
        assert word in said.out
    for verb in ("match", "compare", "plate", "show", "check", "muscles", "regions", "landmarks", "factors"):
        assert run(verb, "--help").code == 0


def test_match_ranks_and_explains(run: Run) -> None:
    said = run("match", "--at", "right thigh 0.5 lateral", "--at", "right leg 0.5 lateral", "--json", "--top", "4")
    assert said.code == 0
    answer = said.json
    assert set(answer) == {
        *(
            "version",
            "marks",
            "sources",
            "together",
            "together_explains",
            "unexplained_cm2",
            "unexplained",
            "remainder",
        ),
        *("cautions", "questions"),
    }
    assert answer["version"] == 1
    first = answer["sources"][0]
    assert (first["rank"], first["muscle"], first["side"]) == (1, "gluteus_minimus", "right")
    assert first["trigger_points"][0] == "anterior"
    assert set(first) == {
        "rank",
        "muscle",
        "trigger_points",
        "side",
        "score",
        "explains",
        "pattern",
        "stable",
        "frequency",
        "known_for",
        "terms",
        "reasons",
    }
    assert first["stable"] is True
    assert {question["kind"] for question in answer["questions"]} >= {"press", "factor"}
    assert 0.5 < first["explains"] <= 1.0
    assert all(source["side"] == "right" for source in answer["sources"])
    assert len(answer["sources"]) <= 4


def test_options_belong_to_the_mark_before_them(run: Run) -> None:
    said = run(
        *("match", "--region", "lateral_thigh_hip", "--side", "left", "--intensity", "7", "--quality", "aching"),
        *("--quality", "tingling", "--at", "leg 0.5 lateral", "--radius", "2", "--json"),
    )
    first, second = said.json["marks"]
    assert (first["region"], first["side"], first["intensity"]) == ("lateral_thigh_hip", "left", 7)
    assert first["qualities"] == ["aching", "tingling"]
    assert (second["at"], second["side"], second["radius_cm"]) == ("leg 0.5 lateral", "right", 2.0)
    assert (second["intensity"], second["qualities"]) == (5, [])
    assert second["cm2"] == pytest.approx(3.14 * 4, rel=0.2)
    assert first["label"].startswith("Left ")


def test_the_left_is_the_mirror_of_the_right(run: Run) -> None:
    right = run("match", "--region", "lateral_thigh_hip", "--side", "right", "--json").json["sources"]
    left = run("match", "--region", "lateral_thigh_hip", "--side", "left", "--json").json["sources"]
    assert [source["muscle"] for source in left] == [source["muscle"] for source in right]
    assert {source["side"] for source in left} == {"left"}


def test_what_match_prints_can_be_read_back(run: Run, tmp_path: Path) -> None:
    arguments = ("--region", "buttock", "--side", "left", "--at", "left leg 0.5 lateral", "--intensity", "8", "--json")
    said = run("match", *arguments)
    first = said.json
    file = tmp_path / "drawing.json"
    file.write_text(json.dumps({"version": 1, "marks": first["marks"]}), encoding="utf-8")
    assert run("match", "--drawing", str(file), "--json").json == first


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "can't be used: Input data was truncated"),
        ("{}", "can't be used: Object missing required field `version`"),
        ('{"version": 3, "marks": []}', "was made by a newer Bodymap"),
        ('{"version": 1, "marks": [{"at": "x", "intensity": 11}]}', "can't be used: Expected `int` <= 10"),
        ('{"version": 1, "marks": [{"cells": [[0, 2.0]]}]}', "can't be used: Expected `float` <= 1.0"),
        ('{"version": 1, "marks": [{"cells": [[99999999, 1.0]]}]}', "names the cell 99999999, which the body does not"),
        (
            '{"version": 1, "marks": [{"at": "knee", "region": "calf"}]}',
            "Mark 1 needs one of a region, a place or cells",
        ),
        ('{"version": 1, "marks": []}', "Say where it hurts"),
    ],
)
def test_a_drawing_that_can_not_be_used_is_a_sentence(run: Run, tmp_path: Path, content: str, sentence: str) -> None:
    file = tmp_path / "drawing.json"
    file.write_text(content)
    said = run("match", "--drawing", str(file))
    assert said.code in (1, 2)
    assert sentence in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["mach"], "there is no verb “mach” (did you mean “match”?)"),
        (["match"], "Say where it hurts: --region, --at or --drawing."),
        (["match", "--side", "left"], "--side belongs to a mark: put it after the --region or --at"),
        (["match", "--at", "knee", "--side", "left", "--side", "right"], "--side stands twice for one mark"),
        (["match", "--region", "lateral_thigh_hp"], "There is no region “lateral_thigh_hp” (did you mean “later"),
        (["match", "--at", "thigh 0.5 latteral"], "“latteral” is no aspect of the thigh (did you mean “lateral”?)"),
        (["match", "--at", "patela"], "there is no landmark “patela”"),
        (["match", "--at", "thigh 0.5 lateral", "--intensity", "11"], "“11” is no whole number from 0 to 10"),
        (["match", "--at", "leg 0.5 lateral", "--quality", "achy"], "There is no quality “achy” (did you mean “ach"),
        (["match", "--at", "thigh 0.5 lateral", "--radius", "nan"], "“nan” is no number of cm above 0 and up to 20"),
        (["show", "gluteus minimis"], "There is no muscle “gluteus minimis” (did you mean “gluteus_minimus”?)"),
        (["show"], "the following arguments are required: MUSCLE"),
        (["check", "no_such_folder"], "There is no file or folder “no_such_folder”."),
        (["match", "--drawing", "no_such.json"], "The drawing no_such.json can't be read: No such file or directory."),
        (["--pack", "no_such_pack", "muscles"], "no_such_pack:1:1: there is no such folder"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_sentence(run: Run, arguments: list[str], sentence: str) -> None:
    said = run(*arguments)
    assert said.code in (1, 2)
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


def test_wrong_usage_and_errors_have_their_own_codes(run: Run) -> None:
    assert run("mach").code == 2
    assert run("show", "nobody").code == 2
    assert run("match", "--drawing", "no_such.json").code == 1


def test_show_tells_everything_with_sources(run: Run) -> None:
    text = run("show", "Gluteus Minimus").out
    for part in (
        "Trigger point:",
        "Essential zone",
        "Goes with",
        "What else it might be",
        "Routine:",
        "Dose:",
        "Sources",
    ):
        assert part in text
    shown = run("show", "gluteus_minimus", "--json").json
    assert shown["muscle"]["id"] == "gluteus_minimus"
    zone = shown["zones"]["anterior"]["essential"]
    assert zone["cm2"] > 100
    assert zone["regions"][0]["id"] == "lateral_thigh_hip"
    assert sum(region["share"] for region in zone["regions"]) > 0.9
    cited = set(shown["muscle"]["trigger_points"][0]["sources"])
    assert cited <= set(shown["sources"])


@pytest.mark.parametrize(
    ("said", "muscle"),
    [
        ("multifidi thoracolumbar", "multifidi"),
        ("rotatores", "multifidi"),
        ("upper trapezius", "trapezius"),
        ("gluteus_minimus_posterior", "gluteus_minimus"),
        ("Deltoid-anterior", "deltoid"),
    ],
)
def test_a_muscle_is_found_by_the_name_of_a_part(run: Run, said: str, muscle: str) -> None:
    assert run("show", said, "--json").json["muscle"]["id"] == muscle


@pytest.mark.parametrize("said", ["upper", "trapezius of the moon", "s1"])
def test_a_part_alone_or_a_part_it_does_not_have_is_no_muscle(run: Run, said: str) -> None:
    shown = run("show", said)
    assert shown.code == 2
    assert "There is no muscle" in shown.err


def test_a_zone_in_the_midline_counts_the_regions_of_both_sides(run: Run) -> None:
    zone = run("show", "levator_ani", "--json").json["zones"]["front"]["essential"]
    assert zone["regions"][0]["id"] == "pelvic"
    assert zone["regions"][0]["share"] > 0.7


@pytest.mark.parametrize(
    ("verb", "known"),
    [("muscles", "soleus"), ("regions", "posterior_leg"), ("landmarks", "asis"), ("factors", "at_night")],
)
def test_the_lists(run: Run, verb: str, known: str) -> None:
    rows = run(verb, "--json").json[verb]
    assert known in {row["id"] for row in rows}
    lines = run(verb).out.splitlines()
    assert len(lines) == len(rows)
    assert any(line.split()[0] == known for line in lines)


def test_check_of_the_broken_pack(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN.parent)
    said = run("check", "broken_pack")
    assert said.code == 1
    lines = said.out.splitlines()
    assert "broken_pack/muscles/outer.yaml:89:22: there is no technique “presing” (did you mean “pressing”?)" in lines
    assert all(line.startswith("broken_pack/") for line in lines)
    one = run("check", "broken_pack/techniques/pressing.yaml")
    assert one.out == "broken_pack/techniques/pressing.yaml:11:10: goes from 3 down to 1; the smaller comes first\n"
    assert run("check", "broken_pack/README").code == 2


def test_check_is_silent_when_all_is_well(run: Run, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "mine")
    said = run("check", str(pack))
    assert (said.code, said.out, said.err) == (0, "", "")


def test_a_pack_is_used_by_every_verb_before_or_after_it(run: Run, tmp_path: Path) -> None:
    pack = str(write_pack(tmp_path / "mine"))
    for arguments in (("--pack", pack, "muscles"), ("muscles", "--pack", pack)):
        assert "outer_muscle" in run(*arguments).out
    assert "outer_muscle" not in run("muscles").out


def test_verbs_load_no_qt_and_a_closed_pipe_is_no_error() -> None:
    code = (
        "import sys; from bodymap.cli import main; main(['match', '--at', 'leg 0.5 lateral']);"
        "sys.exit('Qt was loaded' if any(name.startswith('PySide6') for name in sys.modules) else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=120).returncode == 0
    piped = f"{sys.executable} -m bodymap landmarks --json | head -c 10"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", piped], capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")


def test_without_a_screen_the_window_says_so(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    if sys.platform != "linux":
        pytest.skip("other systems always have a screen")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    said = run()
    assert said.code == 1
    assert said.err == "There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.\n"
