from __future__ import annotations

from pathlib import Path

import pytest

from bodymap.atlas.check import check_packs, find_errors
from bodymap.atlas.load import load_atlas
from bodymap.paths import asset
from tests.atlas.packs import CAUTIONS, MUSCLE, SOURCES, TECHNIQUE, write_pack

BROKEN = Path(__file__).parent.parent / "data" / "broken_pack"


def complaints(pack: Path) -> list[str]:
    """The errors of a small pack apart from those that need the body."""
    return [error.removeprefix(f"{pack}/") for error in find_errors(load_atlas(pack))]


def test_the_shipped_atlas_has_no_error() -> None:
    assert check_packs(asset("atlas")) == []


def test_the_broken_pack_has_exactly_these_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN.parent)
    expected = (BROKEN / "complaints.txt").read_text(encoding="utf-8").splitlines()
    assert [error.removeprefix("broken_pack/") for error in check_packs(Path("broken_pack"))] == expected
    assert len(expected) > 60


def test_a_small_whole_pack_has_no_error(tmp_path: Path) -> None:
    assert check_packs(write_pack(tmp_path)) == []


def test_every_complaint_of_the_broken_pack_points_at_the_word_it_is_about() -> None:
    """The quoted word of a sentence stands at the place that the sentence names, for a sample of them."""
    pointed = {
        "there is no source “handbok”": "handbok",
        "there is no technique “presing”": "presing",
        "there is no muscle “iner”": "iner",
        "there is no region “lateral_tigh”": "lateral_tigh",
        "there is no segment “tigh”": "tigh",
        "“latteral” is no aspect": "thigh 0.5 latteral",
    }
    for line in (BROKEN / "complaints.txt").read_text(encoding="utf-8").splitlines():
        place, sentence = line.split(": ", 1)
        word = next((word for start, word in pointed.items() if sentence.startswith(start)), None)
        if word is not None:
            file, row, column = place.split(":")
            written = (BROKEN / file).read_text(encoding="utf-8").splitlines()[int(row) - 1]
            assert written[int(column) - 1 :].startswith(word)
            del pointed[next(start for start in pointed if sentence.startswith(start))]
    assert not pointed


def test_a_pack_over_another_may_link_to_its_muscles_one_way(tmp_path: Path) -> None:
    base = write_pack(tmp_path / "base")
    link = "links:\n  - {to: outer_muscle, kind: activates, text: It sets it off., sources: [handbook]}\ncare:"
    own = MUSCLE.replace("id: outer_muscle", "id: own_muscle").replace("care:", link)
    nothing = {"sources": "", "landmarks": "", "regions": "", "cautions": "", "techniques__pressing": ""}
    pack = write_pack(tmp_path / "pack", muscles__own_muscle=own, muscles__outer_muscle="", **nothing)
    assert list(find_errors(load_atlas(base, pack))) == []
    write_pack(base, muscles__own_muscle=own)
    found = list(find_errors(load_atlas(base)))
    assert len(found) == 1
    assert found[0].endswith("“activates” needs “activated_by” in outer_muscle, which has no link back")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("seconds: 30, repetitions: 2", "seconds: 30.5, repetitions: 2", "39:17: 61 s in all are too long"),
        ("seconds: 30, repetitions: 2", "repetitions: 2", "39:17: the step has no end: expected seconds"),
        ("discomfort: [3, 5]", "discomfort: [3, 7]", "39:59: a discomfort of 7 is too much: pressing allows up to 6"),
        ("          at: middle\n", "", "31:11: a step of the kind “press” says where"),
        ("treats: [middle]", "treats: [middel]", "29:16: there is no trigger point of outer_muscle “middel” (did you"),
        ("tool: tennis_ball", "tool: cane", "36:17: “cane” is not a tool of pressing"),
        ("[thigh 0.6 lateral, thigh 0.4 lateral]\n", "[thigh 0.6 lateral, thigh 0.4 lateral]\n", ""),
    ],
)  # fmt: skip
def test_what_a_routine_may_not(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in MUSCLE
    found = complaints(write_pack(tmp_path, muscles__outer_muscle=MUSCLE.replace(old, new)))
    assert len(found) == (1 if expected else 0)
    if expected:
        assert found[0].startswith(f"muscles/outer_muscle.yaml:{expected}")


def test_a_stroke_ends_by_its_pace_and_a_movement_by_its_repetitions(tmp_path: Path) -> None:
    for kind, dose in (("strip", "{pace_cm_per_s: 0.5}"), ("move", "{repetitions: 5}"), ("strip", "{seconds: 20}")):
        pack = write_pack(
            tmp_path / kind,
            techniques__pressing=TECHNIQUE.replace("kind: press", f"kind: {kind}"),
            muscles__outer_muscle=MUSCLE.replace("{seconds: 30, repetitions: 2, discomfort: [3, 5]}", dose),
        )
        assert complaints(pack) == []


def test_what_a_point_is_best_known_for_is_a_region(tmp_path: Path) -> None:
    at, known = "    essential:", "    known_for: [{region: lateral_thigh, sources: [handbook]}]\n    essential:"
    assert complaints(write_pack(tmp_path / "right", muscles__outer_muscle=MUSCLE.replace(at, known, 1))) == []
    wrong = known.replace("lateral_thigh", "lateral_thihg")
    (found,) = complaints(write_pack(tmp_path / "wrong", muscles__outer_muscle=MUSCLE.replace(at, wrong, 1)))
    assert found.startswith("muscles/outer_muscle.yaml:16:")
    assert "there is no region “lateral_thihg” (did you mean" in found


def test_a_source_is_cited_wherever_it_is_named(tmp_path: Path) -> None:
    more = SOURCES + "  - {id: second, title: A second one, kind: page, read: no}\n"
    uncited = "sources.yaml:4:10: the source “second” is never cited"
    assert complaints(write_pack(tmp_path, sources=more)) == [uncited]
    cited = CAUTIONS.replace("sources: [handbook]", "sources: [second]")
    assert complaints(write_pack(tmp_path, sources=more, cautions=cited)) == []
