"""The routine under way survives a crash, and a file that can't be used is a sentence."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from bodymap.errors import BodymapError
from bodymap.routine.player import Player
from bodymap.routine.resume import FILE_NAME, ResumeFile
from bodymap.routine.saved import VERSION, NewerFileError, Notes
from tests.routine.content import FakeClock, gone_on, routine
from tests.test_house import ROOT


@pytest.fixture
def running() -> tuple[Player, FakeClock]:
    clock = FakeClock()
    player = Player(routine(both_sides=True), clock)
    player.start()
    clock.pass_(57.0)
    return player, clock


def test_a_crash_loses_nothing(tmp_path: Path, running: tuple[Player, FakeClock]) -> None:
    player, _ = running
    ResumeFile(tmp_path, lambda: 5000.0).write(player)
    found = ResumeFile(tmp_path, lambda: 5090.0).read()
    assert found is not None
    assert found.ago == 90.0
    assert found.title == "Outer hip: Ball on the wall"
    player.pause()
    assert gone_on(found.saved, FakeClock(3.0)).state() == player.state()


def test_what_was_kept_before_there_were_plain_names_is_gone_on_with(
    tmp_path: Path, running: tuple[Player, FakeClock]
) -> None:
    spoil(tmp_path, running[0], version=2)
    path = tmp_path / FILE_NAME
    told = json.loads(path.read_text("utf-8"))
    for each in (told["player"]["routine"], *told["player"]["routine"]["steps"]):
        assert each.pop("muscle_plain") == "outer hip"
    path.write_text(json.dumps(told), "utf-8")
    found = ResumeFile(tmp_path).read()
    assert found is not None
    assert found.title == "Gluteus minimus: Ball on the wall"
    assert gone_on(found.saved, FakeClock(3.0)).state().step.muscle_plain == ""


def test_without_one_there_is_none(tmp_path: Path) -> None:
    assert ResumeFile(tmp_path / "nowhere").read() is None


@pytest.mark.parametrize("end", ["stop", "skip"])
def test_what_has_ended_is_not_offered_again(tmp_path: Path, running: tuple[Player, FakeClock], end: str) -> None:
    player, _ = running
    file = ResumeFile(tmp_path)
    file.write(player)
    while getattr(player, end)():
        pass
    file.write(player)
    assert file.read() is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps folders of a user private by other means than modes")
def test_only_the_owner_can_read_it(tmp_path: Path, running: tuple[Player, FakeClock]) -> None:
    folder = tmp_path / "data"
    ResumeFile(folder).write(running[0])
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_full_disk_is_a_sentence_and_the_old_state_stays(
    tmp_path: Path, running: tuple[Player, FakeClock], monkeypatch: pytest.MonkeyPatch
) -> None:
    player, clock = running
    file = ResumeFile(tmp_path)
    file.write(player)
    before = (tmp_path / FILE_NAME).read_bytes()
    clock.pass_(20.0)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BodymapError, match="No space left on device"):
        file.write(player)
    assert (tmp_path / FILE_NAME).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def spoil(tmp_path: Path, player: Player, **changes: Any) -> None:
    ResumeFile(tmp_path).write(player)
    path = tmp_path / FILE_NAME
    told = json.loads(path.read_text("utf-8"))
    told["player"].update(changes)
    path.write_text(json.dumps(told), "utf-8")


@pytest.mark.parametrize(
    "changes",
    [
        {"step": 99},
        {"step": -1},
        {"phase": 99},
        {"spent": 1e9},
        {"spent": float("nan")},
        {"tallies": []},
        {"run": []},
        {"run": [{"kind": "work", "seconds": 7000.0}], "phase": 0, "spent": 0.0},
        {"status": "dancing"},
        {"surprise": 1},
        {"routine": None},
        {"version": 0},
    ],
)
def test_a_file_that_makes_no_sense_is_set_aside_with_a_sentence(
    tmp_path: Path, running: tuple[Player, FakeClock], changes: dict[str, Any]
) -> None:
    spoil(tmp_path, running[0], **changes)
    file = ResumeFile(tmp_path)
    with pytest.raises(BodymapError, match="can't be read"):
        file.read()
    assert file.read() is None
    assert [path.suffix for path in tmp_path.iterdir()] == [".bad"]


def test_a_file_of_a_newer_bodymap_says_so(tmp_path: Path, running: tuple[Player, FakeClock]) -> None:
    spoil(tmp_path, running[0], version=VERSION + 1)
    with pytest.raises(BodymapError, match="newer Bodymap"):
        ResumeFile(tmp_path).read()


@pytest.mark.parametrize("outside", [True, False])
@pytest.mark.parametrize("looks", [True, False])
def test_the_file_of_a_newer_bodymap_is_left_alone_and_a_routine_of_this_one_is_kept_beside_it(
    tmp_path: Path, running: tuple[Player, FakeClock], outside: bool, looks: bool
) -> None:
    player, _ = running
    spoil(tmp_path, player, version=VERSION + 1)
    path = tmp_path / FILE_NAME
    if outside:
        path.write_text(json.dumps({"version": VERSION + 1, "mood": "fine"}), "utf-8")
    before = path.read_bytes()
    file = ResumeFile(tmp_path)
    for _ in range(2 if looks else 0):
        with pytest.raises(NewerFileError):
            file.read()
    file.write(player)
    assert path.read_bytes() == before
    found = ResumeFile(tmp_path).read()
    assert found is not None
    assert found.saved.step == player.state().step_index
    path.unlink()
    assert ResumeFile(tmp_path).read() is not None, "also when the newer one has come to its end"
    path.write_bytes(before)
    player.stop()
    file.write(player)
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null", b"[" * 100_000, b'{"saved_at": "x"}'])
def test_a_file_of_anything_else_is_set_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(BodymapError, match="can't be read"):
        ResumeFile(tmp_path).read()
    assert ResumeFile(tmp_path).read() is None


def test_the_file_of_an_older_bodymap_is_gone_on_with(tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests" / "data" / "routine_under_way_v1.json", tmp_path / FILE_NAME)
    found = ResumeFile(tmp_path, lambda: 5060.0).read()
    assert found is not None
    assert (found.ago, found.saved.notes) == (60.0, Notes())
    clock = FakeClock()
    player = gone_on(found.saved, clock)
    assert (player.state().status, player.state().step_index, player.tallies()[0].worked) == ("paused", 0, 30.0)
    player.start()
    clock.pass_(player.routine.seconds)
    assert player.state().finished
