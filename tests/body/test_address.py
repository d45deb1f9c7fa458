from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body.address import ASPECTS, DIRECTIONS, SEGMENTS, Address, Between, Named, Offset, Spot, parse_place
from bodymap.errors import PlaceError


def test_an_address_says_segment_share_and_aspect() -> None:
    assert parse_place("right thigh 0.5 lateral") == Spot("right", Address("thigh", 0.5, 90.0))


def test_a_place_without_a_side_leaves_it_open() -> None:
    assert parse_place("greater_trochanter 4 up 2 back") == Spot(
        None, Named("greater_trochanter"), (Offset(4.0, "up"), Offset(2.0, "back"))
    )


def test_a_point_between_two_places() -> None:
    found = parse_place("asis to psis 0.25")
    assert found == Between(Spot(None, Named("asis")), Spot(None, Named("psis")), 0.25)


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("foot 0.5 dorsal", 0),
        ("foot 0.5 plantar", 180),
        ("hand 0.5 palmar", 0),
        ("hand 0.5 dorsal", 180),
        ("leg 0 30", 30),
    ],
)
def test_hand_and_foot_have_their_own_words(text: str, degrees: float) -> None:
    place = parse_place(text)
    assert isinstance(place, Spot)
    assert isinstance(place.base, Address)
    assert place.base.degrees == degrees


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "can't be empty"),
        ("thigh 0.5", "needs a number and an aspect"),
        ("thigh half lateral", "should be a number from 0"),
        ("thigh 3 lateral", "goes from 0 (proximal) to 1 (distal)"),
        ("thigh 0.5 latteral", "did you mean “lateral”?"),
        ("thigh 0.5 palmar", "is no aspect of the thigh"),
        ("asis 3 upp", "did you mean “up”?"),
        ("asis 3", "left over"),
        ("asis 300 up", "60 cm is the most"),
        ("asis to psis", "lacks its end or its share"),
        ("asis to psis 2", "goes from 0 to 1"),
        ("right", "names no segment and no landmark"),
        ("Thigh! 0.5 lateral", "is no segment and no landmark"),
        ("thigh nan lateral", "should be a number"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(text: str, says: str) -> None:
    with pytest.raises(PlaceError) as error:
        parse_place(text)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


@given(
    st.sampled_from(SEGMENTS),
    st.floats(0, 1).map(lambda t: round(t, 3)),
    st.sampled_from(sorted(ASPECTS)),
    st.lists(st.tuples(st.floats(-30, 30).map(lambda x: round(x, 2)), st.sampled_from(DIRECTIONS)), max_size=3),
)
def test_every_address_that_can_be_written_is_read(
    segment: str, t: float, aspect: str, steps: list[tuple[float, str]]
) -> None:
    text = " ".join([segment, f"{t:.3f}", aspect, *(f"{cm:.2f} {way}" for cm, way in steps)])
    place = parse_place(text)
    assert isinstance(place, Spot)
    assert place.base == Address(segment, t, ASPECTS[aspect])
    assert [(offset.cm, offset.direction) for offset in place.offsets] == steps


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(PlaceError):
        assert isinstance(parse_place(text), Spot | Between)
