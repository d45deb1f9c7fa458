from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent

import msgspec
import pytest

from bodymap.errors import BodymapError
from bodymap.journal.autosave import Autosave


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    number: int = 0


@pytest.fixture
def kept(tmp_path: Path) -> Autosave[Note]:
    return Autosave(tmp_path / "data" / "note.json", Note, "your note")


def again(kept: Autosave[Note], version: int = 1) -> Autosave[Note]:
    return Autosave(kept.path, Note, "your note", version)


def test_what_is_saved_comes_back(kept: Autosave[Note]) -> None:
    assert kept.load().value is None
    kept.save(Note("über", 3))
    loaded = again(kept).load()
    assert loaded.value == Note("über", 3)
    assert loaded.notice is None


def test_file_and_folder_are_the_owners_alone(kept: Autosave[Note]) -> None:
    kept.save(Note("private"))
    assert kept.path.stat().st_mode & 0o777 == 0o600
    assert kept.path.parent.stat().st_mode & 0o777 == 0o700
    kept.path.chmod(0o644)
    kept.save(Note("private again"))
    assert kept.path.stat().st_mode & 0o777 == 0o600


def test_nothing_is_written_when_nothing_changed(kept: Autosave[Note]) -> None:
    kept.save(Note("same"))
    before = kept.path.stat().st_ino
    kept.save(Note("same"))
    assert kept.path.stat().st_ino == before
    kept.save(Note("other"))
    assert kept.path.stat().st_ino != before


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\x00\xff",
        b"[1, 2]",
        b'{"version": 1}',
        b'{"version": 1, "content": {"text": 5}}',
        b'{"version": 1, "content": {"text": "x", "unknown": 1}}',
        b'{"version": 1, "content": {"text": "x"}, "more": 1}',
        b'{"version": "1", "content": {"text": "x"}}',
        b'{"version": 1, "content": ' + b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_put_aside_and_told(kept: Autosave[Note], data: bytes) -> None:
    kept.path.parent.mkdir()
    kept.path.write_bytes(data)
    loaded = kept.load()
    aside = kept.path.with_name("note.json.bad")
    assert loaded.value is None
    assert loaded.notice == f"Your note could not be read and is kept as {aside}; Bodymap starts with an empty one."
    assert aside.read_bytes() == data
    assert not kept.path.exists()
    kept.save(Note("goes on"))
    assert again(kept).load().value == Note("goes on")


def test_the_file_of_a_newer_version_is_told_and_never_touched(kept: Autosave[Note]) -> None:
    again(kept, version=2).save(Note("from the future"))
    data = kept.path.read_bytes()
    loaded = kept.load()
    assert loaded.value is None
    assert loaded.notice is not None
    assert "comes from a newer Bodymap (version 2, this one reads 1). Please update Bodymap" in loaded.notice
    kept.save(Note("old"))
    assert kept.path.read_bytes() == data


def test_a_full_disk_is_a_sentence_and_loses_nothing(kept: Autosave[Note], monkeypatch: pytest.MonkeyPatch) -> None:
    kept.save(Note("before"))

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(BodymapError, match=r"Your note can't be kept in .*note\.json: No space left on device"):
            kept.save(Note("after"))
    assert again(kept).load().value == Note("before")
    assert [path.name for path in kept.path.parent.iterdir()] == ["note.json"]
    kept.save(Note("after"))
    assert again(kept).load().value == Note("after")


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = "from tests.journal.test_autosave import *\n" + dedent(script)
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_disk_that_really_refuses_loses_nothing(kept: Autosave[Note]) -> None:
    """A limit on the size of files makes the system itself fail the write, half way through."""
    kept.save(Note("before"))
    done = run(
        """
        import resource
        kept = Autosave(Path(sys.argv[1]), Note, "your note")
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            kept.save(Note("x" * 100_000))
        except BodymapError as error:
            print(error)
        """,
        str(kept.path),
    )
    assert "can't be kept in" in done.stdout, done.stderr
    assert again(kept).load().value == Note("before")
    assert [path.name for path in kept.path.parent.iterdir()] == ["note.json"]


def test_a_kill_between_write_and_rename_leaves_the_old_and_is_swept_up(kept: Autosave[Note]) -> None:
    kept.save(Note("before"))
    done = run(
        """
        Path.replace = lambda *_: os.kill(os.getpid(), 9)
        Autosave(Path(sys.argv[1]), Note, "your note").save(Note("after"))
        """,
        str(kept.path),
    )
    assert done.returncode == -9
    left = [path for path in kept.path.parent.iterdir() if path != kept.path]
    assert len(left) == 1
    assert left[0].stat().st_mode & 0o777 == 0o600
    assert again(kept).load().value == Note("before")
    assert left[0].exists(), "it could have been a save still going on"
    os.utime(left[0], (time.time() - 600, time.time() - 600))
    again(kept).load()
    assert not left[0].exists()


def test_a_folder_that_can_not_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    kept = Autosave(tmp_path / "data" / "note.json", Note, "your note")
    loaded = kept.load()
    assert loaded.value is None
    assert loaded.notice is not None
    with pytest.raises(BodymapError, match="can't be used"):
        kept.save(Note("x"))


def test_what_is_forgotten_is_gone(kept: Autosave[Note]) -> None:
    kept.save(Note("x"))
    kept.forget()
    kept.forget()
    assert kept.load().value is None
    kept.save(Note("x"))
    assert again(kept).load().value == Note("x")
