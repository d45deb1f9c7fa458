"""The log of sessions: how it hurt before and after, what was done, what was too much.

One line of JSON a session in ``sessions.jsonl``, only ever added to and readable by its owner alone. What becomes known
of a session later, such as how it hurt after it, is another line with the same id, and the last one counts. A line that
was cut by a power failure, or that makes no sense, is passed over and told of; nothing is rewritten.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from bodymap.errors import BodymapError
from bodymap.paths import private_folder
from bodymap.routine.player import Player
from bodymap.routine.saved import Lowered, Moment, Outcome, Rating
from bodymap.routine.steps import Duration, LeftOut, Ready, Side

FILE_NAME: Final = "sessions.jsonl"
VERSION: Final = 1
MAX_BYTES: Final = 64_000_000
MAX_LINE_BYTES: Final = 1_000_000
Words = Annotated[str, Meta(max_length=2000)]


class StepDone(Ready, frozen=True):
    """A step of a session: seconds of load on the spot, and how it ended."""

    step: Words
    title: Words
    muscle: Words
    side: Side | None
    kind: Words
    worked: Duration
    outcome: Outcome


class SessionRecord(Ready, frozen=True):
    """One session. ``before`` and ``after`` are ratings 0-10, None where the person gave none.

    ``begun_at`` and ``ended_at`` are seconds since 1970; ``finished``: it was played to its end.
    """

    version: Literal[1]
    id: Annotated[str, Meta(pattern=r"^[0-9a-f]{16}$")]
    begun_at: Moment
    ended_at: Moment
    routine: Words
    title: Words
    before: Rating | None
    after: Rating | None
    finished: bool
    steps: Annotated[tuple[StepDone, ...], Meta(max_length=200)]
    lowered: Annotated[tuple[Lowered, ...], Meta(max_length=200)] = ()
    left_out: Annotated[tuple[LeftOut, ...], Meta(max_length=200)] = ()

    @classmethod
    def of(cls, player: Player, ended_at: float) -> SessionRecord:
        """What became of the routine of ``player``, which was left at ``ended_at``."""
        routine, notes = player.routine, player.notes
        done = [
            StepDone(
                step=step.source_step,
                title=step.title,
                muscle=step.muscle,
                side=step.side,
                kind=step.kind,
                worked=told.worked,
                outcome=told.outcome,
            )
            for step, told in zip(routine.steps, player.tallies(), strict=True)
        ]
        return cls(
            version=VERSION,
            id=_id(routine.id, notes.begun_at),
            begun_at=ended_at if notes.begun_at is None else min(notes.begun_at, ended_at),
            ended_at=ended_at,
            routine=routine.id,
            title=f"{routine.muscle_name}: {routine.name}"[:2000],
            before=notes.before,
            after=notes.after,
            finished=player.state().finished,
            steps=tuple(done),
            lowered=notes.lowered,
            left_out=routine.left_out,
        )


class Log(Struct, frozen=True):
    """The sessions in the order in which they were added; ``notice`` is a sentence when some could not be read."""

    sessions: tuple[SessionRecord, ...]
    notice: str | None = None


class SessionLog:
    """The log in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def add(self, record: SessionRecord) -> None:
        """Add a session, or what has become of one that is there already.

        Raises:
            BodymapError: it can't be written, for example on a full disk. What was there before stays as it was.
        """
        data = msgspec.json.encode(record) + b"\n"
        try:
            private_folder(self._path.parent)
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        except OSError as error:
            raise self._unwritten(error) from error
        with os.fdopen(handle, "r+b", buffering=0) as file:
            with contextlib.suppress(OSError):
                self._path.chmod(0o600)  # also one that was copied back from a backup
            there = file.seek(0, os.SEEK_END)
            try:
                self._append(file.fileno(), (b"\n" if self._is_cut(file.fileno(), there) else b"") + data)
            except OSError as error:
                with contextlib.suppress(OSError):
                    file.truncate(there)
                raise self._unwritten(error) from error

    def read(self) -> Log:
        """Every session that can be read. Raises BodymapError when the file itself can't."""
        try:
            with self._path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            return Log(())
        except OSError as error:
            raise BodymapError(f"Your sessions can't be read from {self._path}: {error.strerror or error}.") from error
        lines = [line for line in data[:MAX_BYTES].split(b"\n") if line.strip()]
        told = list(self._sessions(lines))
        sessions = tuple({session.id: session for session in told}.values())
        newer = sum(_is_newer(line) for line in lines)
        lost = len(lines) - len(told) - newer
        said = []
        if len(data) > MAX_BYTES:
            said.append(f"{self._path} is too large to be read to its end.")
        if newer:
            said.append(
                f"{_sessions(newer)} in {self._path} from a newer Bodymap can't be shown. Please update Bodymap."
            )
        if lost:
            said.append(f"{_sessions(lost)} in {self._path} could not be read and can't be shown.")
        return Log(sessions, " ".join(said) or None)

    def forget(self) -> None:
        """Delete all sessions for good. Raises BodymapError when that is not possible."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            reason = error.strerror or error
            raise BodymapError(f"Your sessions in {self._path} can't be deleted: {reason}.") from error

    def _sessions(self, lines: list[bytes]) -> Iterator[SessionRecord]:
        for line in lines:
            if len(line) > MAX_LINE_BYTES:
                continue
            with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                yield msgspec.json.decode(line, type=SessionRecord)

    @staticmethod
    def _append(handle: int, data: bytes) -> None:
        """Write all of ``data`` and wait for the disk."""
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)

    @staticmethod
    def _is_cut(handle: int, size: int) -> bool:
        """Whether the last line lacks its end, because a power failure came in between."""
        if not size:
            return False
        os.lseek(handle, size - 1, os.SEEK_SET)
        return os.read(handle, 1) != b"\n"

    def _unwritten(self, error: OSError) -> BodymapError:
        return BodymapError(f"This session can't be kept in {self._path}: {error.strerror or error}.")


def _id(routine: str, begun_at: float | None) -> str:
    """The same for the same session, also when it was gone on with after a crash."""
    return token_hex(8) if begun_at is None else sha256(f"{routine} {begun_at!r}".encode()).hexdigest()[:16]


class _Versioned(msgspec.Struct):
    version: int


def _is_newer(line: bytes) -> bool:
    if len(line) > MAX_LINE_BYTES:
        return False
    try:
        return msgspec.json.decode(line, type=_Versioned).version > VERSION
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def _sessions(count: int) -> str:
    return "1 session" if count == 1 else f"{count} sessions"
