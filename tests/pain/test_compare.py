from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bodymap.cli import main
from bodymap.engine import Engine
from bodymap.pain.compare import compare
from bodymap.pain.drawing import Mark, spot

PLACES = [
    "right thigh 0.5 lateral",
    "right thigh 0.6 lateral",
    "left leg 0.4 posterior",
    "neck 0.5 posterior",
    "acromion",
]


def mark(engine: Engine, place: str, radius: float = 3.0, intensity: int = 5) -> Mark:
    return replace(spot(engine.surface, 1, engine.places.resolve(place), radius), intensity=intensity)


def test_the_same_drawing_is_the_same(engine: Engine) -> None:
    drawing = (mark(engine, "right thigh 0.5 lateral"), mark(engine, "acromion", 2.0))
    found = compare(engine.compiled, drawing, drawing[::-1])
    assert found.overlap == pytest.approx(1.0)
    assert found.means == "same"
    assert found.new.cm2 == found.gone.cm2 == 0
    assert found.new.lies == found.gone.lies == ()
    assert found.shift is not None
    assert (found.shift.directions, round(found.shift.cm, 6)) == ((), 0)


def test_a_mark_that_grew_has_new_skin_about_it(engine: Engine) -> None:
    small, large = mark(engine, "right thigh 0.5 lateral", 3.0), mark(engine, "right thigh 0.5 lateral", 5.0)
    found = compare(engine.compiled, (small,), (large,))
    assert found.gone.cm2 == pytest.approx(0, abs=0.01)
    assert found.both.cm2 == pytest.approx(found.before_cm2)
    assert found.new.cm2 == pytest.approx(found.now_cm2 - found.before_cm2, rel=1e-4)
    assert found.overlap == pytest.approx(found.before_cm2 / found.now_cm2, rel=1e-4)
    assert found.new.lies[0].region == "lateral_thigh_hip"
    assert found.new.lies[0].side == "right"
    assert compare(engine.compiled, (large,), (small,)).gone.cm2 == pytest.approx(found.new.cm2)


@pytest.mark.parametrize(
    ("before", "now", "directions"),
    [
        ("right thigh 0.3 lateral", "right thigh 0.6 lateral", ("down",)),
        ("right leg 0.5 lateral", "right leg 0.3 lateral", ("up",)),
        ("right trunk 0.5 posterior", "right trunk 0.5 anterior", ("forward",)),
        ("left trunk 0.4 anterior", "left trunk 0.4 posterior", ("back",)),
        ("right thigh 0.3 medial", "right thigh 0.3 lateral", ("outward",)),
        ("left thigh 0.3 lateral", "left thigh 0.3 medial", ("inward",)),
        ("right thigh 0.5 anterior", "left thigh 0.5 anterior", ("to the left",)),
        ("left leg 0.5 anterior", "right leg 0.5 anterior", ("to the right",)),
    ],
)
def test_the_middle_moves_in_words(engine: Engine, before: str, now: str, directions: tuple[str, ...]) -> None:
    found = compare(engine.compiled, (mark(engine, before),), (mark(engine, now),))
    assert found.shift is not None
    assert found.shift.directions[:1] == directions
    assert found.overlap == 0
    assert found.means == "other"
    expected = np.subtract(*(mark(engine, place).anchor.position for place in (now, before)))  # type: ignore[union-attr]
    assert found.shift.cm == pytest.approx(np.linalg.norm(expected), abs=1.5)


def test_strength_counts_by_skin_and_the_stronger_of_overlapping_marks(engine: Engine) -> None:
    weak, strong = mark(engine, "right thigh 0.5 lateral", intensity=2), mark(engine, "acromion", intensity=8)
    found = compare(engine.compiled, (weak, strong), (replace(weak, intensity=6), weak))
    share = strong.region.area(engine.surface) / (weak.region.area(engine.surface) + strong.region.area(engine.surface))
    assert found.strength_before is not None
    assert found.strength_now is not None
    assert found.strength_before.mean == pytest.approx(2 + 6 * share, rel=1e-3)
    assert found.strength_before.strongest == 8
    assert found.strength_now.mean == pytest.approx(6)


def test_nothing_before_or_now(engine: Engine) -> None:
    one = (mark(engine, "acromion"),)
    assert compare(engine.compiled, (), ()).overlap == 1.0
    appeared = compare(engine.compiled, (), one)
    assert (appeared.overlap, appeared.before_cm2, appeared.shift, appeared.strength_before) == (0, 0, None, None)
    assert appeared.new.cm2 == pytest.approx(appeared.now_cm2)
    assert json.loads(json.dumps(appeared.as_json()))["new"]["regions"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PLACES), max_size=3), st.lists(st.sampled_from(PLACES), max_size=3))
def test_parts_add_up_and_time_can_be_turned_round(engine: Engine, before: list[str], now: list[str]) -> None:
    drawings = [tuple(mark(engine, place) for place in places) for places in (before, now)]
    found, back = compare(engine.compiled, *drawings), compare(engine.compiled, *drawings[::-1])
    assert found.both.cm2 + found.gone.cm2 == pytest.approx(found.before_cm2, abs=0.01)
    assert found.both.cm2 + found.new.cm2 == pytest.approx(found.now_cm2, abs=0.01)
    assert 0 <= found.overlap <= 1
    assert found.overlap == back.overlap
    assert found.new.cm2 == pytest.approx(back.gone.cm2)


def write(path: Path, *places: str, intensity: int = 5) -> str:
    marks = [{"at": place, "intensity": intensity} for place in places]
    path.write_text(json.dumps({"version": 2, "marks": marks}), encoding="utf-8")
    return str(path)


def test_the_verb(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = write(tmp_path / "before.json", "right thigh 0.5 lateral", "acromion", intensity=7)
    now = write(tmp_path / "now.json", "right thigh 0.53 lateral", intensity=4)
    assert main(["compare", before, now]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Before: ")
    assert "7.0 of 10 on average" in lines[0]
    assert "4.0 of 10" in lines[1]
    assert lines[2].startswith("In common: ")
    assert any(line.startswith("Gone: ") and "right" in line for line in lines)
    assert lines[-1].startswith("The middle of the pain moved")
    assert main(["compare", before, now, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["version"] == 1
    assert told["means"] in ("same", "redrawn", "other")
    assert told["gone"]["regions"][0]["cm2"] > 0


def test_the_verb_with_a_file_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = write(tmp_path / "good.json", "acromion")
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    for other in ("bad.json", "none.json"):
        assert main(["compare", good, str(tmp_path / other)]) == 1
        said = capsys.readouterr()
        assert said.err.count("\n") == 1
        assert said.out == ""
    nothing = tmp_path / "nothing.json"
    nothing.write_text('{"version": 2, "marks": []}', encoding="utf-8")
    assert main(["compare", good, str(nothing)]) == 0
    assert "Now: nothing marked" in capsys.readouterr().out
