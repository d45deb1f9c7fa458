"""One's own routines on disk."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import msgspec
import pytest

from bodymap.errors import BodymapError
from bodymap.journal.mine import FILE_NAME, MOST_ROUTINES, MyRoutines, new_id
from bodymap.routine.mine import MyRoutine, MyStep


def named(name: str, id: str = "1") -> MyRoutine:  # noqa: A002 - the field is called so
    step = MyStep(muscle="soleus", care="wall", step="press", sides=("right",), repetitions=2)
    return MyRoutine(version=1, id=id, name=name, steps=(step,))


def test_they_come_back_in_order_and_saving_again_replaces(tmp_path: Path) -> None:
    kept = MyRoutines(tmp_path)
    kept.save(named("Morning", "1"))
    kept.save(named("Evening", "2"))
    kept.save(named("Early morning", "1"))
    assert [each.name for each in MyRoutines(tmp_path).load().value or ()] == ["Early morning", "Evening"]
    kept.remove("1")
    kept.remove("9")
    assert [each.name for each in MyRoutines(tmp_path).load().value or ()] == ["Evening"]


def test_without_any_there_are_none(tmp_path: Path) -> None:
    assert MyRoutines(tmp_path / "nowhere").load().value == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps folders of a user private by other means than modes")
def test_only_the_owner_can_read_them(tmp_path: Path) -> None:
    MyRoutines(tmp_path / "data").save(named("Morning"))
    assert stat.S_IMODE((tmp_path / "data" / FILE_NAME).stat().st_mode) == 0o600


def test_on_a_full_disk_those_that_were_there_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = MyRoutines(tmp_path)
    kept.save(named("Morning"))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BodymapError, match="No space left on device"):
        kept.save(named("Evening", "2"))
    assert [each.name for each in kept.load().value or ()] == ["Morning"]


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000, b'{"version": 1, "content": {"routines": [7]}}'])
def test_a_damaged_file_is_put_aside_with_a_notice(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    found = MyRoutines(tmp_path).load()
    assert found.value == ()
    assert found.notice is not None
    MyRoutines(tmp_path).save(named("Morning"))
    assert [each.name for each in MyRoutines(tmp_path).load().value or ()] == ["Morning"]


def test_the_file_of_a_newer_bodymap_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b'{"version": 99, "content": {"songs": []}}')
    kept = MyRoutines(tmp_path)
    assert "newer Bodymap" in (kept.load().notice or "")
    with pytest.raises(BodymapError, match="newer Bodymap"):
        kept.save(named("Morning"))
    assert b"songs" in (tmp_path / FILE_NAME).read_bytes()


def test_there_is_a_limit(tmp_path: Path) -> None:
    kept = MyRoutines(tmp_path)
    full = {"routines": [msgspec.to_builtins(named("Mine", str(number))) for number in range(MOST_ROUTINES)]}
    (tmp_path / FILE_NAME).write_bytes(msgspec.json.encode({"version": 1, "content": full}))
    kept.save(named("Changed", "5"))
    with pytest.raises(BodymapError, match="100 routines"):
        kept.save(named("One more", "x"))


def test_ids_are_new_and_fit() -> None:
    ids = {new_id() for _ in range(50)}
    assert len(ids) == 50
    for each in ids:
        msgspec.convert(msgspec.to_builtins(named("Mine", each)), MyRoutine)
