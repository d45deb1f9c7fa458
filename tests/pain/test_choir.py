"""The CHOIR body map: every bit of skin in one segment, both sexes' numbers, lists in and out."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bodymap.body.places import Places
from bodymap.body.surface import Surface, SurfaceRegion, load_surface
from bodymap.engine import Engine
from bodymap.errors import BodymapError
from bodymap.pain.choir import (
    MARK_HELD,
    SEGMENT_COVERED,
    Choir,
    choir_on,
    faces_front,
    female_numbers,
    male_numbers,
    marks_of,
    numbers_of,
    parts,
    segment_names,
    segments_of,
)
from bodymap.pain.choir_list import as_text, parse_list, read_list
from bodymap.pain.drawing import Mark, spot
from tests.test_house import ROOT

ALL = (*range(101, 137), *range(201, 239))
SLOW = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module", params=["woman", "man"])
def choir(request: pytest.FixtureRequest, engine: Engine) -> Choir:
    """The map on each figure."""
    landmarks = {landmark.id: landmark.place for landmark in engine.atlas.landmarks.values()}
    return choir_on(Places(load_surface(request.param), landmarks))


def test_all_segments_are_there_and_have_names() -> None:
    assert tuple(segment_names()) == ALL
    names = list(segment_names().values())
    assert len(set(names)) == 74
    assert all(("right" in name.lower()) != ("left" in name.lower()) for name in names)
    assert sorted(female_numbers().values()) == list(ALL)


def test_every_cell_is_in_one_segment_and_every_segment_has_skin(choir: Choir) -> None:
    assert set(np.unique(choir.segment)) == set(ALL)
    smallest = min(float(choir.surface.area[choir.cells(number)].sum()) for number in ALL)
    assert smallest > 25, "a segment is nearly gone"


def test_front_and_back_are_what_one_sees(choir: Choir) -> None:
    front = faces_front(choir.surface)
    assert ((choir.segment < 200) == front).all()


def test_each_segment_hangs_together(choir: Choir) -> None:
    for number in ALL:
        marks = marks_of((number,), choir)
        sizes = sorted((mark.region.area(choir.surface) for mark in marks), reverse=True)
        assert sum(sizes[1:]) < 0.06 * sizes[0], (number, segment_names()[number], sizes)


def test_left_mirrors_right(choir: Choir) -> None:
    mirrored = {right: left for part in parts() for right, left in (part.male, part.male[::-1])}
    images = choir.segment[choir.surface.mirror_cell]
    same = np.array([mirrored[int(number)] for number in choir.segment]) == images
    assert choir.surface.area[~same].sum() < 0.004 * choir.surface.area.sum()


PLACES = {
    "forehead 2 up 2 out": 101,
    "cheekbone": 103,
    "scm_belly": 105,
    "deltoid_belly 2 forward": 107,
    "pectoral_belly": 108,
    "biceps_belly": 111,
    "elbow_crease": 113,
    "forearm 0.5 anterior": 115,
    "mcburney": 116,
    "wrist_crease": 119,
    "greater_trochanter 6 forward": 120,
    "pubic_tubercle 2 out": 121,
    "palm_mid": 125,
    "thigh_front_mid": 126,
    "patella_mid": 129,
    "shin_mid": 131,
    "leg 0.85 anterior": 133,
    "instep": 135,
    "head 0.8 170": 202,
    "occiput 2 out": 204,
    "c4 2 out": 206,
    "scapula_spine": 210,
    "t4 3 out": 209,
    "triceps_belly": 214,
    "t11 4 out": 213,
    "olecranon": 216,
    "forearm 0.5 posterior": 220,
    "l4 4 out": 219,
    "greater_trochanter 4 back": 225,
    "forearm 0.95 posterior": 226,
    "ischial_tuberosity 6 up": 224,
    "hand_back_mid": 230,
    "thigh_back_mid": 229,
    "popliteal_crease": 232,
    "calf_mid": 234,
    "achilles_mid": 236,
    "heel_plantar": 238,
    "heel_back": 238,
}


@pytest.mark.parametrize(("place", "number"), PLACES.items())
def test_well_known_places_lie_in_the_segment_that_shows_them(
    choir: Choir, engine: Engine, place: str, number: int
) -> None:
    places = Places(choir.surface, {each.id: each.place for each in engine.atlas.landmarks.values()})
    mirrored = {part.male[0]: part.male[1] for part in parts()}
    assert int(choir.segment[places.resolve(place, "right").cell]) == number
    assert int(choir.segment[places.resolve(place, "left").cell]) == mirrored[number]


def test_the_female_map_numbers_six_segments_otherwise() -> None:
    differ = {male: female for male, female in female_numbers().items() if male != female}
    assert differ == {112: 114, 113: 115, 114: 116, 115: 117, 116: 112, 117: 113}
    assert segment_names()[male_numbers((112,), "female")[0]] == "Right half of the abdomen"
    assert segment_names()[male_numbers((112,), "male")[0]] == "Front of the left upper arm"
    assert numbers_of(male_numbers(ALL, "female"), "female") == ALL
    # The examples of the R package's own conversion of female lists to male numbers.
    assert male_numbers((112, 113), "female") == (116, 117)
    assert male_numbers((117, 128), "female") == (115, 128)


@SLOW
@given(numbers=st.sets(st.sampled_from(ALL), min_size=1), sex=st.sampled_from(["male", "female"]))
def test_a_list_comes_back_as_it_was(choir: Choir, numbers: set[int], sex: str) -> None:
    ordered = tuple(sorted(numbers))
    text = as_text(ordered, "female" if sex == "female" else "male")
    read = parse_list(text.encode(), "x", "female" if sex == "female" else "male")
    assert read == ordered
    marks = marks_of(read, choir)
    assert segments_of(marks, choir) == ordered
    total = sum(mark.region.area(choir.surface) for mark in marks)
    assert total == pytest.approx(sum(choir.surface.area[choir.cells(each)].sum() for each in ordered), rel=1e-4)


def test_neighbours_become_one_mark_with_a_name(choir: Choir) -> None:
    thigh, knee, hand = 126, 129, 128
    marks = marks_of((thigh, hand, knee), choir)
    labels = {mark.label for mark in marks}
    assert "Front of the right thigh and 1 more area" in labels
    assert "Palm of the left hand" in labels
    assert [mark.id for mark in marks] == list(range(1, len(marks) + 1))


@SLOW
@given(data=st.data())
def test_no_mark_is_lost(choir: Choir, data: st.DataObject) -> None:
    surface: Surface = choir.surface
    cell = data.draw(st.integers(0, len(surface.cells) - 1))
    mark = spot(surface, 1, surface.point(cell, (0.5, 0.5)), data.draw(st.floats(0.5, 15.0)))
    found = segments_of((mark,), choir)
    assert int(choir.segment[int(np.argmax(mark.region.weights * surface.area))]) in ALL
    assert found
    held = np.bincount(choir.segment, mark.region.weights * surface.area, minlength=239)
    assert int(held.argmax()) in found
    assert all(held[number] > 0 for number in found), "a segment is named that the mark does not touch"


def test_a_mark_that_only_brushes_a_segment_leaves_it_out(engine: Engine) -> None:
    choir = choir_on(engine.places)
    knee = np.flatnonzero(choir.cells(129))
    weights = np.zeros(len(choir.segment), np.float32)
    weights[knee] = 1.0
    weights[np.flatnonzero(choir.cells(126))[:1]] = 1.0
    assert segments_of((Mark(1, SurfaceRegion(weights)),), choir) == (129,)
    assert segments_of((), choir) == ()


def test_lists_of_redcap_and_tables_of_r_are_read(tmp_path: Path) -> None:
    assert parse_list(b"b07,f01 , F36\n", "x", "male") == (101, 136, 207)
    assert parse_list("\ufeff101;102\r\n".encode(), "x", "male") == (101, 102)
    table = b'"","id","group","value"\n"1","101","Front",1\n"2","112","Front",0\n"3","113","Front",1\n'
    assert parse_list(table, "x", "male") == (101, 113)
    assert parse_list(table, "x", "female") == (101, 117)
    (tmp_path / "list.csv").write_text("238")
    assert read_list(tmp_path / "list.csv", "female") == (238,)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"101,139", "“139” in x is no segment of the CHOIR body map: those go from 101 to 136"),
        (b"100", "“100” in x is no segment"),
        (b"b39", "“b39” in x is no segment"),
        (b"knee", "“knee” in x is no segment"),
        ("١٠١".encode(), "is no segment"),
        (b"9" * 5000, "“99999999999999999999…” in x is no segment"),
        (b"", "names no segment"),
        (b",,\n", "names no segment"),
        (b"\xff\xfe1", "is no text"),
        (b"1" * 100_001, "is too large"),
        (b"id,group\n101,Front\n", "needs one column “id” and one column “value”"),
        (b"id,value\n101\n", "has a row without an id or a value"),
        (b"id,value\n101,0\n", "names no segment"),
        (b'id,value\n"101\n,1', "has a row without an id"),
    ],
)
def test_what_is_wrong_with_a_list_is_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(BodymapError) as raised:
        parse_list(data, "x", "male")
    assert sentence in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_list_that_can_not_be_read_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BodymapError, match="can't be read: Is a directory"):
        read_list(tmp_path, "male")


@SLOW
@given(data=st.binary(max_size=60) | st.text('12fb0 ,;\nid"value', max_size=60).map(str.encode))
def test_no_list_is_a_crash(data: bytes) -> None:
    with suppress(BodymapError):
        assert set(parse_list(data, "x", "female")) <= set(ALL)


def test_the_handbook_tells_the_numbers_that_differ() -> None:
    text = (ROOT / "docs" / "exchange.md").read_text(encoding="utf-8")
    told = {
        int(male): int(female) for male, female in re.findall(r"^\| .* \| (1\d\d) \| (1\d\d) \|$", text, re.MULTILINE)
    }
    assert told == {male: female for male, female in female_numbers().items() if male != female}
    assert f"{SEGMENT_COVERED:.0%}".replace("%", " %") in text
    assert f"{MARK_HELD:.0%}".replace("%", " %") in text
