from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.atlas.located import MAX_BYTES, read_bytes
from bodymap.atlas.yaml_reader import MAX_DEPTH, MAX_NODES, MAX_SCALAR, parse
from bodymap.errors import ContentError


def complaint(text: str | bytes) -> str:
    with pytest.raises(ContentError) as caught:
        parse(text if isinstance(text, bytes) else text.encode(), "f.yaml")
    return str(caught.value)


def test_scalars_are_what_a_writer_means() -> None:
    text = "a: yes\nb: No\nc: 12\nd: 0.5\ne: '12'\nf: 2026-11-21\ng: 1:30\nh: 012\ni:\nj: on\nk: 1e3\nl: |\n  two\n"
    text += "  lines\n"
    expected = {"a": True, "b": False, "c": 12, "d": 0.5, "e": "12", "f": "2026-11-21", "g": "1:30", "h": 12.0}
    expected |= {"i": None, "j": "on", "k": 1000.0, "l": "two\nlines\n"}
    assert parse(text.encode(), "f").plain() == expected


def test_every_value_and_key_knows_its_place() -> None:
    node = parse("ä: [1, {b: 2}]\nlonger:\n  - c: 3\n".encode(), "f")
    assert node.at(("ä", 1, "b")) == (1, 12)
    assert node.at(("longer", 0, "c")) == (3, 8)
    assert node.at(("longer", 0, "missing", 7)) == (3, 5)
    assert node.keys["longer"] == (2, 1)


def test_a_byte_order_mark_is_no_trouble() -> None:
    assert parse(b"\xef\xbb\xbfa: 1\n", "f").plain() == {"a": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "f.yaml:1:1: is empty; a content file starts with “schema: 1”"),
        ("a: 1\nb: 2\na: 3\n", "f.yaml:3:1: “a” stands here twice; the first is in line 1"),
        (
            "a: &x [1]\n",
            "f.yaml:1:4: uses an anchor or alias (& or *), which content files may not; write the value out",
        ),
        ("a: *x\n", "f.yaml:1:4: uses an anchor or alias (& or *), which content files may not; write the value out"),
        ("a: !!python/object:os.system x\n", "f.yaml:1:4: uses the tag tag:yaml.org,2002:python/object:os.system"),
        ("a: !mine x\n", "f.yaml:1:4: uses the tag !mine, which content files may not"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: starts a second document; a content file holds one"),
        ("a: .nan\n", "f.yaml:1:4: .nan is not a number that can be used here"),
        ("a: -.INF\n", "f.yaml:1:4: -.INF is not a number that can be used here"),
        ("a: 1e999\n", "f.yaml:1:4: 1e999 is too large for a number"),
        ("a: [1, 2\nb: 3\n", "f.yaml:2:2: is not valid YAML: "),
        ("a:\n\t- b\n", "f.yaml:2:1: is not valid YAML: found character that cannot start any token"),
        ("[1]: 2\n", "f.yaml:1:1: a key must be a word"),
        ('a: "x\\u202Ey"\n', "f.yaml:1:4: has the forbidden character U+202E (right-to-left override)"),
        ('a: "x\\0y"\n', "f.yaml:1:4: has the forbidden character U+0000 (a control character)"),
        ('a: "zero\\u200bwidth"\n', "f.yaml:1:4: has the forbidden character U+200B (zero width space)"),
        ("a: see <img src=x>\n", "f.yaml:1:4: has the forbidden character U+003C (less-than sign)"),
        ('"k\\u2066": 1\n', "f.yaml:1:1: has the forbidden character U+2066 (left-to-right isolate)"),
    ],
)
def test_what_is_refused_and_where(text: str, expected: str) -> None:
    assert complaint(text).startswith(expected)


def test_bytes_that_are_not_utf8_are_located() -> None:
    expected = "f.yaml:2:5: is not UTF-8 text; save the file in the encoding UTF-8"
    assert complaint(b"a: 1\nb: z\xfcrich\n") == expected
    assert complaint("a: 1".encode("utf-16")).startswith("f.yaml:1:1: is not UTF-8 text")


def test_a_raw_control_character_is_located() -> None:
    assert complaint(b"a: 1\nb: x\x07y\n").startswith("f.yaml:2:5: is not valid YAML: ")


def test_hostile_sizes_are_refused_at_once() -> None:
    assert f"nested more than {MAX_DEPTH} deep" in complaint("[" * 100_000)
    assert f"nested more than {MAX_DEPTH} deep" in complaint("{a: " * 5_000)
    assert f"more than {MAX_NODES} values" in complaint("[" + "1," * (MAX_NODES + 1) + "]")
    assert f"longer than the {MAX_SCALAR}" in complaint("a: " + "x" * (MAX_SCALAR + 1))


def test_only_plain_files_of_a_sane_size_are_opened(tmp_path: Path) -> None:
    plain = tmp_path / "plain.yaml"
    plain.write_bytes(b"a: 1")
    assert read_bytes(plain, "s") == b"a: 1"
    large = tmp_path / "large.yaml"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    link, pipe = tmp_path / "link.yaml", tmp_path / "pipe.yaml"
    link.symlink_to(plain)
    os.mkfifo(pipe)  # opening one without care would wait for ever
    for path, sentence in (
        (large, "is larger than 2 MB"),
        (link, "is not a plain file"),
        (pipe, "is not a plain file"),
        (tmp_path, "is not a plain file"),
        (tmp_path / "none.yaml", "can't be read: No such file"),
    ):
        with pytest.raises(ContentError, match=f"s:1:1: {sentence}"):
            read_bytes(path, "s")


@given(st.binary(max_size=200) | st.text(alphabet="ab:-[]{}&*!|>'\"#,\n \t?%@`0.é", max_size=80).map(str.encode))
def test_nothing_but_a_located_sentence_ever_comes_out(data: bytes) -> None:
    try:
        parse(data, "f.yaml")
    except ContentError as error:
        place = str(error).split(": ", 1)[0].split(":")
        assert place[0] == "f.yaml"
        assert all(int(number) >= 1 for number in place[1:])
