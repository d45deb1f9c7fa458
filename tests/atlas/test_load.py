from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.atlas.load import build, load_atlas, read_atlas
from bodymap.atlas.pack import PackFile
from bodymap.errors import ContentError
from bodymap.paths import asset
from tests.atlas.packs import MUSCLE, SOURCES, write_pack

AN_ID = "an id (lower-case letters, digits and _, starting with a letter)"


def errors_of(pack: Path) -> list[str]:
    return [line.removeprefix(f"{pack}/") for line in read_atlas(pack)[1]]


def test_a_pack_is_read_into_typed_values(tmp_path: Path) -> None:
    atlas = load_atlas(write_pack(tmp_path))
    muscle = atlas.muscles["outer_muscle"]
    assert muscle.trigger_points[0].essential[0][1] == ("thigh 0.5 lateral", 5.0)
    assert muscle.trigger_points[0].checked is False
    assert muscle.care.routines[0].steps[0].dose.discomfort == (3, 5)
    assert list(atlas.landmarks) == ["outer_hip", "outer_knee"]
    assert atlas.cautions["numb_thigh"].when[0].any_region == ["lateral_thigh"]


def test_the_shipped_atlas_is_read() -> None:
    atlas, errors = read_atlas(asset("atlas"))
    assert errors == []
    assert len(atlas.landmarks) >= 140
    assert "gluteus_minimus" in atlas.muscles


def test_a_place_in_an_entry_can_be_shown(tmp_path: Path) -> None:
    pack = write_pack(tmp_path)
    atlas = load_atlas(pack)
    assert (
        atlas.where("muscles", "outer_muscle", "trigger_points", 0, "place")
        == f"{pack}/muscles/outer_muscle.yaml:12:12"
    )
    assert atlas.where("landmarks", "outer_knee", "place") == f"{pack}/landmarks.yaml:4:47"


def test_a_later_pack_adds_and_overrides_by_id(tmp_path: Path) -> None:
    base = write_pack(tmp_path / "base")
    own = tmp_path / "own"
    own.mkdir()
    (own / "landmarks.yaml").write_text(
        "schema: 1\nlandmarks:\n- {id: outer_hip, name: My hip, place: thigh 0.1 lateral}\n"
        "- {id: heel, name: Heel, place: foot 0 plantar}\n"
    )
    atlas = load_atlas(base, own)
    assert [(each.id, each.name) for each in atlas.landmarks.values()] == [
        ("outer_hip", "My hip"),
        ("outer_knee", "Outer knee"),
        ("heel", "Heel"),
    ]
    assert atlas.where("landmarks", "outer_hip") == f"{own}/landmarks.yaml:3:3"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "depth: superficial", "depth: superfical",
            "6:8: expected one of deep, middle, superficial, found “superfical” (did you mean “superficial”?)",
        ),
        ("plain: Outer", "plane: Outer", "4:1: there is no field “plane” here (did you mean “plain”?)"),
        ("    checked: no\n", "", "10:5: the field “checked” is missing; expected yes or no"),
        ("checked: no", "checked: maybe", "17:14: expected yes or no, found “maybe”"),
        ("[outer_hip, 4]", "[outer_hip, 40]", "16:30: expected a number above 0 up to 20, found 40"),
        ("[outer_hip, 4]", "[outer_hip, wide]", "16:30: expected a number above 0 up to 20, found “wide”"),
        ("[outer_hip, 4]", "[outer_hip]", "16:18: expected [a text, a number above 0 up to 20], found a list of 1"),
        (
            "[[[outer_hip, 4], [thigh 0.5 lateral, 5], [outer_knee, 4]]]", "[]",
            "16:16: the list is too short: it needs at least 1",
        ),
        (
            "sources: [handbook]\nfeels", "sources: [Hand Book]\nfeels",
            f"18:15: expected {AN_ID}, found “Hand Book”",
        ),
        ("repetitions: 2", "repetitions: 2.5", "39:44: expected a whole number from 1 up to 30, found 2.5"),
        ("repetitions: 2", "repetitions: 99", "39:44: expected a whole number from 1 up to 30, found 99"),
        (
            "about: It lies on the outside.", "about: 12",
            "8:8: expected a text, found 12; put it in quotes to make it a text",
        ),
        (
            "about: It lies on the outside.", "about: " + "x" * 1300,
            "8:8: the text has 1300 characters, at most 1200 fit here",
        ),
        ("care:\n  about: Press, then rest.", "care:\n  about:", "22:9: expected a text, found nothing"),
        ("segments: [thigh]", "segments: thigh", "7:11: expected a list, found “thigh”"),
        (
            "schema: 1", "schema: 2",
            "1:9: was written for a newer Bodymap (schema 2, this one reads 1); please update Bodymap",
        ),
        ("about: It lies on the outside.", "about: x", "8:8: the text is too short: it needs at least 2 characters"),
        (
            "text: It aches.", "text: It aches, a lot.",
            "19:26: there is no field “a lot.” here; a text with a comma between braces needs quotes",
        ),
        ("schema: 1", "schema: one", "1:9: expected 1, found “one”"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_located_and_explained(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert MUSCLE.count(old) >= 1
    pack = write_pack(tmp_path, muscles__outer_muscle=MUSCLE.replace(old, new, 1))
    assert errors_of(pack) == [f"muscles/outer_muscle.yaml:{expected}"]


def test_all_misfits_of_a_file_are_told_and_loading_stops_at_the_first(tmp_path: Path) -> None:
    wrong = MUSCLE.replace("depth: superficial", "depth: 3").replace("checked: no", "checked: 7")
    pack = write_pack(tmp_path, muscles__outer_muscle=wrong)
    assert len(errors_of(pack)) == 2
    with pytest.raises(
        ContentError, match=r"outer_muscle.yaml:6:8: expected .* \(1 more; `bodymap check` lists them all\)$"
    ):
        load_atlas(pack)


def test_files_that_do_not_belong_are_told(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, muscels__x="schema: 1\n", source="schema: 1\n")
    (pack / "muscles" / "y.yml").write_text("schema: 1\n")
    (pack / "notes.txt").write_text("a pack may have notes")
    assert errors_of(pack) == [
        "muscels:1:1: is not a folder of a pack (did you mean “muscles”?)",
        "source.yaml:1:1: is not a file of a pack (did you mean “sources”?)",
        "muscles/y.yml:1:1: is not read; content files end in .yaml",
    ]


def test_links_out_of_the_pack_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(SOURCES)
    (tmp_path / "elsewhere").mkdir()
    pack = write_pack(tmp_path / "pack", techniques__pressing="")
    (pack / "sources.yaml").unlink()
    (pack / "sources.yaml").symlink_to(secret)
    (pack / "techniques").symlink_to(tmp_path / "elsewhere")
    assert errors_of(pack) == [
        "sources.yaml:1:1: is not a plain file; links and special files are not read",
        "techniques:1:1: is not a plain folder; links are not followed",
    ]


def test_no_pack_an_empty_pack_and_a_file_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="none:1:1: there is no such folder"):
        load_atlas(tmp_path / "none")
    with pytest.raises(ContentError, match=r":1:1: holds no content file; a pack has some of landmarks\.yaml"):
        load_atlas(tmp_path)
    (tmp_path / "f").write_text("")
    with pytest.raises(ContentError, match=":1:1: is not a folder"):
        load_atlas(tmp_path / "f")


def test_an_id_twice_in_one_pack_is_an_error(tmp_path: Path) -> None:
    twice = SOURCES + "  - {id: handbook, title: Another, kind: book, read: no}\n"
    pack = write_pack(tmp_path, sources=twice, muscles__copy=MUSCLE)
    assert errors_of(pack) == [
        "sources.yaml:4:10: the id “handbook” is already taken in sources.yaml",
        "muscles/outer_muscle.yaml:2:5: the id “outer_muscle” is already taken in muscles/copy.yaml",
    ]


def test_the_cache_gives_the_same_atlas_and_follows_every_change(tmp_path: Path) -> None:
    pack, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    first = load_atlas(pack, cache=cache)
    (stored,) = cache.glob("atlas-*.cache")
    assert stored.stat().st_mode & 0o777 == 0o600
    again = load_atlas(pack, cache=cache)
    assert again == first
    assert again.where("muscles", "outer_muscle", "depth") == first.where("muscles", "outer_muscle", "depth")
    write_pack(pack, muscles__outer_muscle=MUSCLE.replace("superficial", "deep"))
    assert load_atlas(pack, cache=cache).muscles["outer_muscle"].depth == "deep"


@pytest.mark.parametrize("damage", ["cut", "flipped", "foreign", "emptied"])
def test_a_damaged_or_foreign_cache_is_ignored_and_made_again(tmp_path: Path, damage: str) -> None:
    pack, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    first = load_atlas(pack, cache=cache)
    (stored,) = cache.glob("atlas-*.cache")
    good = stored.read_bytes()
    flipped = good[:-40] + bytes([good[-40] ^ 1]) + good[-39:]
    bad = {"cut": good[:-10], "flipped": flipped, "foreign": b"\x80\x04pickle", "emptied": b""}[damage]
    stored.write_bytes(bad)
    assert load_atlas(pack, cache=cache) == first
    assert stored.read_bytes() == good


def test_a_cache_folder_that_can_not_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    assert load_atlas(write_pack(tmp_path / "pack"), cache=tmp_path / "cache").muscles


def test_a_list_may_be_split_over_a_folder(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    entry = "schema: 1\nsources:\n- {{id: {0}, title: A book on {0}, kind: book, read: false}}\n"
    (tmp_path / "sources.yaml").write_text(entry.format("knees"), encoding="utf-8")
    (tmp_path / "sources" / "hips.yaml").write_text(entry.format("hips"), encoding="utf-8")
    assert list(load_atlas(tmp_path).sources) == ["knees", "hips"]


def test_an_id_is_taken_once_in_all_files_of_a_pack(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    entry = "schema: 1\nsources:\n- {id: knees, title: A book on knees, kind: book, read: false}\n"
    (tmp_path / "sources.yaml").write_text(entry, encoding="utf-8")
    (tmp_path / "sources" / "more.yaml").write_text(entry, encoding="utf-8")
    with pytest.raises(ContentError, match=r"more\.yaml:3:\d+: the id “knees” is already taken in sources\.yaml"):
        load_atlas(tmp_path)


LINES = MUSCLE.splitlines()
WRONG = ["", "x", "- x", "x: 1", "[1, [2", "{}", "[]", "yes", "~", "1e9", "-1", "'", "about: {text: 5}", "schema: 7"]


@given(
    st.lists(
        st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(["cut", "twice", "indent", *WRONG])),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_is_written_every_error_is_a_located_sentence(changes: list[tuple[int, str]]) -> None:
    lines = list(LINES)
    for number, change in changes:
        line = lines[number]
        key = line.split(":")[0]
        told = {"cut": "", "twice": f"{line}\n{line}", "indent": f"  {line}"}
        lines[number] = told.get(change, f"{key}: {change}")
    pack = Path("pack")
    file = PackFile("muscles", pack, pack / "muscles" / "x.yaml", "x.yaml", "\n".join(lines).encode())
    atlas, errors = build([file])
    assert bool(errors) != bool(atlas.muscles)
    assert all(re.match(r"x\.yaml:[1-9]\d*:[1-9]\d*: \S", error) and "\n" not in error for error in errors)
    assert not any("`" in error and "schema" not in error for error in errors), "a sentence of msgspec's came through"
