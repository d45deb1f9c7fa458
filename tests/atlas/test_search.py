from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas.load import load_atlas
from bodymap.atlas.search import SearchIndex, words_of
from bodymap.paths import asset


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return SearchIndex(load_atlas(asset("atlas")))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("gluteus minimus", "gluteus_minimus"),
        ("Gluteus Mínimus", "gluteus_minimus"),
        ("sciatica", "gluteus_minimus"),
        ("glutius minmus", "gluteus_minimus"),
        ("perone", "peroneus_longus"),
        ("fibularis", "peroneus_longus"),
        ("QL", "quadratus_lumborum"),
        ("outer ankle", "lateral_ankle"),
        ("can't lie on my side", "gluteus_minimus"),
    ],
)
def test_what_people_type_finds_what_they_mean(index: SearchIndex, query: str, expected: str) -> None:
    assert expected in [hit.id for hit in index.find(query, 5)]


def test_a_name_typed_in_full_comes_first(index: SearchIndex) -> None:
    for muscle in load_atlas(asset("atlas")).muscles.values():
        assert index.find(muscle.name)[0].id == muscle.id


def test_a_result_shows_where_the_words_were_found(index: SearchIndex) -> None:
    best = index.find("sciatica")[0]
    assert "sciatica" in best.text.lower()


def test_more_of_the_words_is_better_than_one_of_them(index: SearchIndex) -> None:
    hits = index.find("outer ankle", 40)
    both = [hit for hit in hits if {"outer", "ankle"} <= set(words_of(hit.text))]
    assert both
    assert hits[0] in both


@pytest.mark.parametrize("query", ["", "   ", "the of my", "?!"])
def test_a_query_without_words_finds_nothing(index: SearchIndex, query: str) -> None:
    assert index.find(query) == []


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_sought(index: SearchIndex, query: str) -> None:
    hits = index.find(query, 7)
    assert len(hits) <= 7
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert hits == index.find(query, 7)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["gluteus", "piriformis", "gastrocnemius", "quadratus"]),
    st.integers(1, 6),
    st.sampled_from("aeiourst"),
)
def test_one_slip_of_the_keyboard_is_forgiven(index: SearchIndex, word: str, at: int, letter: str) -> None:
    slipped = word[:at] + letter + word[at + 1 :]
    assert any(word in hit.id for hit in index.find(slipped, 6))
