"""Drawings as files: what is written comes back, and whatever is in a file, it is a drawing or one sentence."""

from __future__ import annotations

import json
from base64 import b64encode
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bodymap.atlas.model import Quality
from bodymap.body.paint import Paint, brush_piece
from bodymap.body.surface import Surface, SurfaceRegion
from bodymap.engine import Engine
from bodymap.errors import BodymapError
from bodymap.pain import exchange
from bodymap.pain.drawing import TIMINGS, Drawing, Mark, ViewStroke, spot
from bodymap.pain.exchange import decode, drawing_of, encode, read_file
from bodymap.pain.told import Told, ToldStroke
from tests.test_house import ROOT

SLOW = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
SHARES = st.floats(0.0, 1.0)


@st.composite
def marks(draw: st.DrawFn, surface: Surface) -> Mark:
    """A mark of each kind that the window makes: a spot, something painted and erased, or bare cells."""
    cell = draw(st.integers(0, len(surface.cells) - 1))
    point = surface.point(cell, (draw(SHARES), draw(SHARES)))
    kind = draw(st.sampled_from(["spot", "painted", "cells"]))
    if kind == "spot":
        mark = spot(surface, 1, point, draw(st.floats(0.5, 15.0)))
    elif kind == "painted":
        paint = Paint(surface)
        paint.add(brush_piece(surface, None, point, draw(st.floats(1.0, 6.0))))
        paint.take(brush_piece(surface, None, point, draw(st.floats(0.1, 0.5))))
        track = draw(st.lists(st.tuples(st.floats(0, 170), st.floats(0, 170)), min_size=1, max_size=8))
        strokes = [ViewStroke("front", surface.name, "brush", tuple(track), draw(st.floats(0.1, 9.0)))]
        strokes.append(replace(strokes[0], tool="lasso", erases=True))
        mark = Mark(1, paint.region, field=paint.field, strokes=tuple(strokes))
    else:
        weights = np.zeros(len(surface.cells), np.float32)
        for each in draw(st.sets(st.integers(0, len(weights) - 1), min_size=1, max_size=30)):
            weights[each] = draw(st.floats(0.001, 1.0))
        mark = Mark(1, SurfaceRegion(weights))
    return replace(
        mark,
        intensity=draw(st.integers(0, 10)),
        qualities=frozenset(draw(st.sets(st.sampled_from(get_args(Quality))))),
        timing=frozenset(draw(st.sets(st.sampled_from(TIMINGS)))),
        note=draw(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf"]), max_size=60)),
        label=draw(st.text(st.characters(categories=["L", "P"]), min_size=1, max_size=30)),
    )


def same(before: Drawing, after: Drawing) -> None:
    assert len(before) == len(after)
    for one, other in zip(before, after, strict=True):
        assert np.abs(one.region.weights - other.region.weights).max() <= 1e-4
        for name in ("intensity", "qualities", "timing", "note", "label", "anchor", "radius_cm", "strokes"):
            assert getattr(one, name) == getattr(other, name), name
        assert (one.field is None) == (other.field is None)
        if one.field is not None and other.field is not None:
            assert np.array_equal(one.field.cells, other.field.cells)
            assert np.array_equal(one.field.values, other.field.values)


@SLOW
@given(data=st.data())
def test_a_drawing_comes_back_as_it_was(engine: Engine, data: st.DataObject) -> None:
    each = marks(engine.surface)
    drawing = tuple(data.draw(st.lists(each.filter(lambda mark: mark.region.weights.max() > 1e-3), max_size=3)))
    first = encode(drawing, "woman")
    back = drawing_of(decode(first, "x"), engine)
    same(drawing, back)
    assert encode(back, "woman") == first


def test_a_mark_that_covers_nothing_is_not_written(engine: Engine) -> None:
    nothing = Mark(1, SurfaceRegion(np.zeros(len(engine.surface.cells), np.float32)))
    assert json.loads(encode((nothing,), "man"))["marks"] == []


def test_a_spot_keeps_its_size_on_another_figure(engine: Engine, man: Surface, woman: Surface) -> None:
    at = engine.places.resolve("thigh 0.5 anterior")
    drawn = spot(man, 1, man.point(at.cell, at.uv), 4.0)
    back = drawing_of(decode(encode((drawn,), "man"), "x"), engine)
    assert back[0].region.area(woman) == pytest.approx(np.pi * 16, rel=0.12)


def test_a_field_that_contradicts_the_cells_is_not_believed(engine: Engine, woman: Surface) -> None:
    paint = Paint(woman)
    paint.add(brush_piece(woman, None, engine.places.resolve("thigh 0.5 anterior"), 4.0))
    elsewhere = spot(woman, 1, engine.places.resolve("leg 0.5 posterior"), 4.0).region
    assert drawing_of(decode(encode((Mark(1, paint.region, field=paint.field),), "woman"), "x"), engine)[0].field
    lying = Mark(1, elsewhere, field=paint.field)
    assert drawing_of(decode(encode((lying,), "woman"), "x"), engine)[0].field is None


def test_what_can_not_be_shown_is_left_out_of_texts(engine: Engine) -> None:
    said = "eased\x00 by\x1b[31m heat\nand \u202esih"
    file = {"version": 2, "marks": [{"at": "right thigh 0.5 lateral", "note": said, "label": "a\x07b"}]}
    mark = drawing_of(decode(json.dumps(file).encode(), "x"), engine)[0]
    assert (mark.note, mark.label) == ("eased by[31m heat\nand sih", "ab")


def test_told_marks_are_put_on_the_skin(engine: Engine, woman: Surface) -> None:
    file = {
        "version": 2,
        "marks": [
            {"region": "buttock", "side": "left", "timing": ["at_night"]},
            {"at": "thigh 0.5 lateral", "side": "left", "radius_cm": 2},
            {"spot": {"cell": 40, "u": 0.5, "v": 0.25}, "radius_cm": 1.5},
        ],
    }
    region, at, round_it = drawing_of(decode(json.dumps(file).encode(), "x"), engine)
    assert region.label == "Left buttock"
    assert region.timing == {"at_night"}
    assert at.region.area(woman) == pytest.approx(np.pi * 4, rel=0.15)
    assert at.anchor is not None
    assert at.anchor.position[0] > 0
    assert round_it.region.weights[40] > 0
    assert [mark.id for mark in (region, at, round_it)] == [1, 2, 3]


def field(cells: list[int], values: list[float]) -> dict[str, str]:
    return {
        "cells": b64encode(np.array(cells, "<i4").tobytes()).decode(),
        "values": b64encode(np.array(values, "<f4").tobytes()).decode(),
    }


STROKE: dict[str, Any] = {"view": "front", "figure": "woman", "tool": "brush", "points": [[1, 2]]}


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [
        ({}, "Mark 1 needs one of a region, a place or cells; it has 0"),
        ({"at": "thigh 0.5 lateral", "cells": [[1, 1]]}, "it has 2 of them"),
        ({"cells": [[1, 0.5], [1, 0.5]]}, "names the cell 1 twice"),
        ({"cells": [[1, 0]]}, "Expected `float` > 0.0"),
        ({"cells": [[1, 1.5]]}, "Expected `float` <= 1.0"),
        ({"cells": [[-1, 1]]}, "Expected `int` >= 0"),
        ({"cells": [[12252, 1]]}, "names the cell 12252, which the body does not have"),
        ({"spot": {"cell": 999999, "u": 0, "v": 0}}, "names the cell 999999"),
        ({"spot": {"cell": 9, "u": 1.1, "v": 0}}, "Expected `float` <= 1.0"),
        ({"cells": [[1, 1]], "field": {"cells": "!", "values": ""}}, "has a field that can't be used: "),
        ({"cells": [[1, 1]], "field": {"cells": "AAA=", "values": ""}}, "has a field that can't be used: "),
        (
            {"cells": [[1, 1]], "field": field([], [])},
            "the cells are not those of the body",
        ),
        (
            {"cells": [[1, 1]], "field": field([5, 4], [0.0] * 50)},
            "the cells are not those of the body",
        ),
        (
            {"cells": [[1, 1]], "field": field([-3], [0.0] * 25)},
            "the cells are not those of the body",
        ),
        (
            {"cells": [[1, 1]], "field": field([1], [0.0] * 24)},
            "the cells are not those of the body",
        ),
        ({"cells": [[1, 1]], "field": field([1], [float("nan")] * 25)}, "a value is too large, or no number"),
        ({"cells": [[1, 1]], "field": field([1], [float("inf")] * 25)}, "a value is too large, or no number"),
        ({"cells": [[1, 1]], "strokes": [{**STROKE, "view": "../../x"}]}, "was drawn on “../../x”"),
        ({"cells": [[1, 1]], "strokes": [{**STROKE, "figure": "child"}]}, "was drawn on “child”"),
        ({"cells": [[1, 1]], "strokes": [{**STROKE, "points": []}]}, "length >= 1"),
        ({"cells": [[1, 1]], "strokes": [{**STROKE, "points": [[1e9, 0]]}]}, "Expected `float` <= 1000.0"),
        ({"cells": [[1, 1]], "timing": ["tomorrow"]}, "Invalid enum value 'tomorrow'"),
        ({"cells": [[1, 1]], "note": "x" * 501}, "length <= 500"),
        ({"cells": [[1, 1]], "intensity": 5.5}, "Expected `int`"),
        ({"cells": [[1, 1]], "colour": "red"}, "unknown field `colour`"),
    ],
)
def test_what_is_wrong_with_a_mark_is_a_sentence(engine: Engine, mark: dict[str, Any], sentence: str) -> None:
    with pytest.raises(BodymapError, match=r".") as raised:
        drawing_of(decode(json.dumps({"version": 2, "marks": [mark]}).encode(), "x.json"), engine)
    assert sentence in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"version": 3, "marks": []}', "made by a newer Bodymap"),
        (b'{"version": 0, "marks": []}', "can't be used"),
        (b'{"version": 2}', "missing required field `marks`"),
        (b'{"version": 2, "marks": [], "figure": "horse"}', "Invalid enum value 'horse'"),
        (b'{"version": 2, "marks": [], "cell_count": 99}', "made on another body, of 99 cells"),
        (b'{"version": 2, "marks": [' + b",".join([b'{"at": "knee"}'] * 501) + b"]}", "length <= 500"),
        (b'{"version": 2, "marks": ' + b"[" * 100_000, "can't be used"),
        (b'{"version": 2, "x": ' + b'{"a":' * 100_000, "can't be used"),
        (b'{"version": 1e400, "marks": []}', "can't be used"),
        (b'{"version": 99999999999999999999999999, "marks": []}', "made by a newer Bodymap"),
        (b"\xff\xfe{}", "can't be used"),
        (b"", "can't be used"),
    ],
)
def test_what_is_wrong_with_a_file_is_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(BodymapError) as raised:
        decode(content, "x.json")
    assert sentence in str(raised.value)
    assert len(str(raised.value)) < 250


def test_a_file_of_version_1_is_read(engine: Engine) -> None:
    old = {"version": 1, "marks": [{"cells": [[7, 0.5]], "qualities": ["numb"], "label": "passed over", "cm2": 1}]}
    mark = drawing_of(decode(json.dumps(old).encode(), "x"), engine)[0]
    assert mark.region.weights[7] == 0.5
    assert mark.qualities == {"numb"}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = st.sampled_from([*Told.__struct_fields__])
CELLS = st.lists(st.tuples(st.integers(-5, 20_000), st.floats(-1, 2)), max_size=5)


@SLOW
@given(mark=st.dictionaries(FIELDS, JSON | CELLS, max_size=4), version=st.sampled_from([1, 2]))
def test_no_mark_is_a_crash(engine: Engine, mark: dict[str, Any], version: int) -> None:
    content = json.dumps({"version": version, "marks": [mark]}).encode()
    with suppress(BodymapError):
        drawing = drawing_of(decode(content, "x"), engine)
        assert all(np.isfinite(each.region.weights).all() for each in drawing)


@SLOW
@given(data=st.binary(max_size=200))
def test_no_bytes_are_a_crash(data: bytes) -> None:
    with pytest.raises(BodymapError):
        decode(data, "x")


@SLOW
@given(data=st.data())
def test_a_file_cut_short_or_with_a_wrong_byte_is_no_crash(engine: Engine, data: st.DataObject) -> None:
    paint = Paint(engine.surface)
    paint.add(brush_piece(engine.surface, None, engine.places.resolve("foot 0.5 plantar"), 1.0))
    whole = encode((Mark(1, paint.region, field=paint.field, label="x"),), "woman")
    with pytest.raises(BodymapError):
        decode(whole[: data.draw(st.integers(0, len(whole) - 1))], "x")
    broken = bytearray(whole)
    broken[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(BodymapError):
        drawing_of(decode(bytes(broken), "x"), engine)


def test_a_large_drawing_is_written_without_what_is_not_counted(
    engine: Engine, woman: Surface, monkeypatch: pytest.MonkeyPatch
) -> None:
    paint = Paint(woman)
    paint.add(brush_piece(woman, None, engine.places.resolve("thigh 0.5 anterior"), 4.0))
    stroke = ViewStroke("front", "woman", "brush", tuple((float(x), 1.0) for x in range(900)))
    drawing = (Mark(1, paint.region, field=paint.field, strokes=(stroke,), label="x"),)
    whole = len(encode(drawing, "woman"))
    for room, kept in ((whole - 1, {"field"}), (whole // 12, set())):
        monkeypatch.setattr(exchange, "MAX_BYTES", room)
        mark = json.loads(encode(drawing, "woman"))["marks"][0]
        assert set(mark) & {"field", "strokes"} == kept
        assert mark["cells"]


def test_a_file_that_can_not_be_read_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BodymapError, match="can't be read: Is a directory"):
        read_file(tmp_path)
    with pytest.raises(BodymapError, match="can't be read"):
        read_file(Path("a\0b"))
    monkeypatch.setattr(exchange, "MAX_BYTES", 10)
    (tmp_path / "x").write_bytes(b" " * 11)
    with pytest.raises(BodymapError, match="too large"):
        read_file(tmp_path / "x")


def test_the_example_of_the_handbook_is_a_drawing(engine: Engine) -> None:
    text = (ROOT / "docs" / "exchange.md").read_text(encoding="utf-8")
    example = text.partition("```json\n")[2].partition("```")[0]
    drawing = drawing_of(decode(example.encode(), "docs"), engine)
    assert [mark.intensity for mark in drawing] == [6, 4, 5]
    assert drawing[0].note == "worse after long drives"
    assert all(f"`{name}`" in text for name in Told.__struct_fields__), "a field is not explained"
    assert all(f"`{name}`" in text for name in ToldStroke.__struct_fields__), "a field of strokes is not explained"
    assert all(word in text for word in (*get_args(Quality), *TIMINGS))
