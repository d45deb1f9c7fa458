"""The log of sessions: nothing that was added is lost, and no file makes it fall over."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from secrets import token_hex

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.errors import BodymapError
from bodymap.journal.sessions import FILE_NAME, MAX_LINE_BYTES, SessionLog, SessionRecord
from bodymap.routine.player import Player
from tests.routine.content import FakeClock, routine

BEGUN = 1.7e9


def played(*, finish: bool = True, before: int | None = 6, after: int | None = 3) -> Player:
    clock = FakeClock()
    player = Player(routine(both_sides=True), clock)
    player.note(before=before, begun_at=BEGUN)
    player.start()
    clock.pass_(25.0)
    player.too_much(7)
    if finish:
        clock.pass_(player.state().total_left + 1.0)
        player.poll()
    player.note(after=after)
    return player


def record(ended: float = BEGUN + 900.0) -> SessionRecord:
    """A session of its own."""
    return msgspec.structs.replace(SessionRecord.of(played(), ended), id=token_hex(8))


def test_a_session_tells_what_was_done_and_how_it_felt(tmp_path: Path) -> None:
    log = SessionLog(tmp_path)
    log.add(record())
    told = log.read()
    assert told.notice is None
    (session,) = told.sessions
    assert (session.before, session.after, session.finished) == (6, 3, True)
    assert (session.begun_at, session.ended_at) == (BEGUN, BEGUN + 900.0)
    assert session.title == "Gluteus minimus: Ball on the wall"
    first = session.steps[0]
    assert (first.muscle, first.side, first.kind, first.worked, first.outcome) == (
        "minimus", "right", "press", 40.0, "done",
    )  # fmt: skip
    assert session.lowered[0].rating == 7


def test_a_session_that_was_broken_off_says_so() -> None:
    session = SessionRecord.of(played(finish=False, before=None, after=None), BEGUN + 60.0)
    assert (session.finished, session.before, session.after) == (False, None, None)
    assert [step.outcome for step in session.steps] == ["open"] * len(session.steps)


def test_a_clock_that_was_set_back_does_not_end_it_before_it_began() -> None:
    session = record(ended=BEGUN - 500.0)
    assert session.begun_at == session.ended_at == BEGUN - 500.0


def test_sessions_are_added_in_order_and_without_any_there_are_none(tmp_path: Path) -> None:
    log = SessionLog(tmp_path / "new")
    assert log.read().sessions == ()
    made = [record(BEGUN + number) for number in range(4)]
    for each in made:
        log.add(each)
    assert list(log.read().sessions) == made


def test_a_session_that_is_added_again_is_one_and_the_last_counts(tmp_path: Path) -> None:
    log = SessionLog(tmp_path)
    first = SessionRecord.of(played(after=None), BEGUN + 900.0)
    log.add(first)
    log.add(record())
    log.add(SessionRecord.of(played(after=2), BEGUN + 900.0))
    told = log.read()
    assert told.notice is None
    assert told.sessions[0].id == first.id
    assert [session.after for session in told.sessions] == [2, 3]


def test_the_end_of_a_session_that_was_cut_while_it_was_added_again_leaves_the_first(tmp_path: Path) -> None:
    log = SessionLog(tmp_path)
    log.add(SessionRecord.of(played(after=None), BEGUN + 900.0))
    whole = (tmp_path / FILE_NAME).stat().st_size
    log.add(SessionRecord.of(played(after=2), BEGUN + 900.0))
    data = (tmp_path / FILE_NAME).read_bytes()
    (tmp_path / FILE_NAME).write_bytes(data[: whole + 200])
    (session,) = log.read().sessions
    assert session.after is None
    assert session.finished


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps folders of a user private by other means than modes")
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    SessionLog(folder).add(record())
    (folder / FILE_NAME).chmod(0o644)
    SessionLog(folder).add(record())
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("room", [0, 1, 40, 300])
def test_on_a_full_disk_the_sessions_before_stay_and_nothing_half_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    log = SessionLog(tmp_path)
    log.add(record())
    before = (tmp_path / FILE_NAME).read_bytes()
    real, left = os.write, [room]

    def full(handle: int, data: bytes) -> int:
        if not left[0]:
            raise OSError(28, "No space left on device")
        written = real(handle, bytes(data[: left[0]]))
        left[0] -= written
        return written

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(BodymapError, match="No space left on device"):
        log.add(record())
    monkeypatch.undo()
    assert (tmp_path / FILE_NAME).read_bytes() == before
    log.add(record())
    assert len(log.read().sessions) == 2


def test_a_folder_that_can_not_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder")
    with pytest.raises(BodymapError, match="can't be"):
        SessionLog(tmp_path / "data").add(record())


@given(cut=st.integers(0, 2000))
@settings(max_examples=40, deadline=None)
def test_a_line_cut_by_a_power_failure_costs_that_session_alone(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("cut")
    log = SessionLog(folder)
    log.add(record())
    whole = (folder / FILE_NAME).stat().st_size
    log.add(record())
    data = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(data[: whole + cut])
    log.add(record(BEGUN + 1.0))
    told = log.read()
    assert told.sessions[0].ended_at == BEGUN + 900.0
    assert told.sessions[-1].ended_at == BEGUN + 1.0
    assert len(told.sessions) + ("could not be read" in (told.notice or "")) in (2, 3)


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"version": 1}',
        b"x" * (MAX_LINE_BYTES + 1),
        msgspec.json.encode(msgspec.structs.replace(record(), before=11)),
        msgspec.json.encode(msgspec.structs.replace(record(), ended_at=-5.0)),
        msgspec.json.encode(msgspec.to_builtins(record()) | {"surprise": 1}),
    ],
)
def test_a_line_that_makes_no_sense_is_told_of_and_the_others_are_shown(tmp_path: Path, line: bytes) -> None:
    log = SessionLog(tmp_path)
    log.add(record())
    with (tmp_path / FILE_NAME).open("ab") as file:
        file.write(line + b"\n")
    log.add(record())
    told = log.read()
    assert len(told.sessions) == 2
    assert told.notice is not None
    assert told.notice.startswith("1 session in ")
    assert told.notice.endswith("could not be read and can't be shown.")


def test_sessions_of_a_newer_bodymap_are_kept_and_told_of(tmp_path: Path) -> None:
    log = SessionLog(tmp_path)
    newer = msgspec.to_builtins(record()) | {"version": 2, "mood": "fine"}
    (tmp_path / FILE_NAME).write_bytes(msgspec.json.encode(newer) + b"\n")
    log.add(record())
    told = log.read()
    assert len(told.sessions) == 1
    assert told.notice is not None
    assert "newer Bodymap" in told.notice
    assert b"mood" in (tmp_path / FILE_NAME).read_bytes()


def test_deleting_is_for_good(tmp_path: Path) -> None:
    log = SessionLog(tmp_path)
    log.add(record())
    log.forget()
    log.forget()
    assert list(tmp_path.iterdir()) == []
    assert log.read().sessions == ()
