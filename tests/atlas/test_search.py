from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas.load import load_atlas
from bodymap.atlas.search import SearchIndex, words_of
from bodymap.atlas.search_places import reach_of
from bodymap.engine import Engine
from bodymap.paths import asset


@pytest.fixture(scope="module", params=["words", "places"])
def index(request: pytest.FixtureRequest, engine: Engine) -> SearchIndex:
    """With and without knowing where the muscles send pain: everything here has to hold for both."""
    return SearchIndex(engine.atlas, reach_of(engine.compiled) if request.param == "places" else None)


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
        ("tennis elbow", "ext_carpi_radialis_longus"),
        ("tennis elbow", "supinator"),
        ("tenis elbo", "supinator"),
        ("golfer's elbow", "pronator_teres"),
        ("headache behind the eye", "temporalis"),
        ("headache behind the eye", "sternocleidomastoid"),
        ("headaches behind my eyes", "temporalis"),
        ("frozen shoulder", "subscapularis"),
        ("heel spur", "abductor_hallucis"),
        ("heel spur", "quadratus_plantae"),
        ("runner's knee", "rectus_femoris"),
        ("stiff neck", "levator_scapulae"),
        ("jaw clicks", "pterygoid_lateral"),
        ("dizzy", "sternocleidomastoid"),
        ("low back pain", "lumbar"),
        ("low back pain", "iliocostalis_lumborum"),
        ("groin", "adductor_longus"),
        ("sore tummy", "rectus_abdominis"),
        ("toothache", "toothache"),
        ("can't turn my head", "sternocleidomastoid"),
        ("tinnitus", "pterygoid_lateral"),
        ("tail bone", "coccygeus"),
        ("tailbone", "sacral_gluteal"),
        ("pins and needles little finger", "teres_minor"),
        ("hand falls asleep", "teres_minor"),
        ("heel pain in the morning", "soleus"),
        ("RSI", "extensor_digitorum"),
        ("cant raise my arm", "teres_major"),
        ("going down stairs", "rectus_femoris"),
        ("hurts to sneeze", "intercostals"),
    ],
)
def test_what_people_type_finds_what_they_mean(index: SearchIndex, query: str, expected: str) -> None:
    assert expected in [hit.id for hit in index.find(query, 5)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("lumbago", "lumbar"),
        ("lower back", "lumbar"),
        ("knee cap", "anterior_knee"),
        ("back of knee", "posterior_knee"),
        ("arch of my foot", "plantar_midfoot"),
        ("IT band", "lateral_thigh_hip"),
        ("neck", "back_of_neck"),
        ("funny bone", "medial_epicondyle"),
        ("ear ache", "ear_tmj"),
    ],
)
def test_a_place_that_is_named_comes_first(index: SearchIndex, query: str, expected: str) -> None:
    assert index.find(query)[0].id == expected


def test_what_people_type_for_a_region_finds_it(index: SearchIndex) -> None:
    for region in load_atlas(asset("atlas")).regions.values():
        for typed in region.typed:
            assert region.id in [hit.id for hit in index.find(typed, 12)], typed


@pytest.mark.parametrize(
    ("query", "not_meant"), [("sitting", "sitting bone"), ("ringing", "ring finger"), ("back", "Back of the h")]
)
def test_a_word_is_not_taken_for_a_phrase_that_means_something_else(
    index: SearchIndex, query: str, not_meant: str
) -> None:
    assert not [hit.text for hit in index.find(query, 10) if hit.text.startswith(not_meant)]


def test_an_abbreviation_does_not_end_a_name(index: SearchIndex) -> None:
    found = {hit.id: hit for hit in index.find("hand interossei")}
    assert found["interossei_hand"].text == found["interossei_hand"].title


def test_a_hands_width_is_not_about_hands(index: SearchIndex) -> None:
    found = [hit.id for hit in index.find("numb hand at night", 24)]
    assert found.index("pectoralis_minor") < found.index("extensor_digitorum_longus")


def test_a_phrase_is_marked_whole(index: SearchIndex) -> None:
    texts = {hit.text[start:end] for hit in index.find("lower back") for start, end in hit.marks}
    assert "lower back" in {text.lower() for text in texts}


def test_of_muscles_that_fit_alike_the_one_that_is_found_often_comes_first(index: SearchIndex) -> None:
    found = [hit.id for hit in index.find("migraine")]
    assert found.index("trapezius") < found.index("splenius_cervicis")


def test_a_name_typed_in_full_comes_first(index: SearchIndex) -> None:
    for muscle in load_atlas(asset("atlas")).muscles.values():
        assert index.find(muscle.name)[0].id == muscle.id


def test_a_result_shows_where_the_words_were_found(index: SearchIndex) -> None:
    best = index.find("sciatica")[0]
    assert "sciatica" in best.text.lower()


def test_more_of_the_words_is_better_than_one_of_them(index: SearchIndex) -> None:
    hits = index.find("outer ankle", 40)
    both = [hit for hit in hits if set(words_of("outer ankle")) <= set(words_of(hit.text))]
    assert both
    assert hits[0] in both


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("chest pain", "heart_attack"),
        ("pain in my chest", "heart_attack"),
        ("my chest hurts", "heart_attack"),
        ("can't feel between my legs", "cauda_equina"),
        ("no feeling between the legs", "cauda_equina"),
        ("cant pee", "cauda_equina"),
        ("worst headache", "thunderclap_headache"),
        ("the worst headache of my life", "thunderclap_headache"),
        ("worst hedache", "thunderclap_headache"),
        ("sudden headach", "thunderclap_headache"),
        ("face drooping", "stroke_signs"),
        ("short of breath", "pulmonary_embolism"),
        ("swollen calf", "deep_vein_thrombosis"),
        ("headache and fever", "meningitis"),
        ("tummy pain", "abdominal_pain"),
    ],
)
def test_a_named_emergency_comes_before_everything(index: SearchIndex, query: str, expected: str) -> None:
    hits = index.find(query)
    urgent = [hit for hit in hits if hit.urgent]
    assert hits[: len(urgent)] == urgent
    assert expected in [hit.id for hit in urgent]
    assert all(hit.kind == "caution" for hit in urgent)


def test_of_named_warnings_the_emergency_is_first(index: SearchIndex) -> None:
    assert [hit.id for hit in index.find("chest pain")][:2] == ["heart_attack", "chest_pain"]


@pytest.mark.parametrize(
    "query",
    [
        "headache",
        "chest",
        "stiff neck",
        "back pain",
        "leg",
        "calf pain",
        "numb",
        "headache behind the eye",
        "sit",
        "eye",
    ],
)
def test_everyday_words_raise_no_alarm(index: SearchIndex, query: str) -> None:
    assert not [hit.id for hit in index.find(query) if hit.urgent]


def test_every_saying_of_a_warning_raises_it(index: SearchIndex) -> None:
    for caution in load_atlas(asset("atlas")).cautions.values():
        for typed in caution.typed:
            assert caution.id in [hit.id for hit in index.find(typed, 12) if hit.urgent], typed


def test_the_found_words_are_marked_in_their_sentence(index: SearchIndex) -> None:
    best = index.find("headaches behind the eyes")[0]
    assert {best.text[start:end].lower() for start, end in best.marks} >= {"headache", "behind", "eye"}
    assert best.where == "feels"


def test_what_a_muscle_is_mistaken_for_says_so(index: SearchIndex) -> None:
    found = {hit.id: hit for hit in index.find("carpal tunnel")}
    assert found["adductor_pollicis"].where == "mistaken"


def test_a_common_word_is_not_taken_for_a_rare_one_like_it(index: SearchIndex) -> None:
    assert "rectus_abdominis" not in [hit.id for hit in index.find("low back", 5)]  # "six-pack"


@pytest.mark.parametrize(
    "words",
    [
        "headache headaches",
        "sit sitting sits",
        "run running",
        "move moving moved moves",
        "knee knees",
        "leg legs",
        "lift lifting lifted",
        "press pressing presses",
    ],
)
def test_forms_of_a_word_are_one_word(words: str) -> None:
    assert len(words_of(words)) == 1


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
