"""A process that is killed without warning while it plays: its routine is offered back, whole and up to date."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import mmap
from pathlib import Path
from struct import unpack_from

import pytest

from bodymap.routine.player import Player
from bodymap.routine.resume import FILE_NAME, ResumeFile
from tests.routine.content import FakeClock, gone_on, routine

MOMENTS = 200
LONGEST_LIFE_SECONDS = 0.06

# Forks a player for each line it reads, so that two hundred real processes need only one start of Python. A player goes
# far faster than time and writes its state at each change, so that a kill meets it in the middle of a write if it can.
# How many writes have returned is left in shared memory, because that is what must not be lost.
NURSERY = """
import os, sys
from mmap import mmap
from pathlib import Path
from struct import pack_into
from bodymap.routine.player import Player
from bodymap.routine.resume import ResumeFile
from tests.routine.content import FakeClock, routine

made = routine(both_sides=True)

def play(folder, shared):
    clock, player, written = FakeClock(), None, 0
    file = ResumeFile(Path(folder), lambda: float(written + 1))
    while True:
        if player is None or player.state().finished:
            player = Player(made, clock, cues=True)
            player.note(before=7)
            player.start()
        clock.pass_(0.75)
        if player.poll() and not player.state().finished:
            file.write(player, through_power_cut=written % 2 == 0)
            written += 1
            pack_into("<q", shared, 0, written)

for line in sys.stdin:
    folder, name = line.rstrip().split("|")
    with open(name, "r+b") as handle:
        shared = mmap(handle.fileno(), 8)
        child = os.fork()
        if child == 0:
            play(folder, shared)
        print(child, flush=True)
        os.waitpid(child, 0)
        print("gone", flush=True)
"""


@contextmanager
def nursery() -> Iterator[subprocess.Popen[str]]:
    root = str(Path(__file__).resolve().parents[2])
    process = subprocess.Popen(
        [sys.executable, "-c", NURSERY],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": root},
    )
    with process:
        yield process


def offered_back(folder: Path, least: int) -> bool:
    """Whether a state was found; it is then no older than the last write that had returned, and can be played."""
    found = ResumeFile(folder).read()
    if found is None:
        return False
    assert json.loads((folder / FILE_NAME).read_bytes())["saved_at"] >= least
    assert found.saved.notes.before == 7
    clock = FakeClock()
    player = gone_on(found.saved, clock)
    assert player.state().status == "paused"
    player.start()
    clock.pass_(player.state().total_left)
    assert player.state().finished
    assert all(told.outcome == "done" for told in player.tallies())
    return True


def wait_for_a_write(told: mmap) -> None:
    until = time.monotonic() + 30.0
    while not unpack_from("<q", told)[0]:
        assert time.monotonic() < until, "the player never wrote"
        time.sleep(0.001)  # another process is waited for


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is neither fork nor SIGKILL here")
def test_killed_at_two_hundred_random_moments_nothing_is_lost(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)  # noqa: S311 - moments of a test, nothing secret
    shared = tmp_path / "written"
    shared.write_bytes(bytes(8))
    alive = offered = 0
    with nursery() as process, shared.open("r+b") as handle, mmap(handle.fileno(), 8) as told:
        assert process.stdin
        assert process.stdout
        for moment in range(MOMENTS):
            folder = tmp_path / str(moment)
            told[:] = bytes(8)
            print(f"{folder}|{shared}", file=process.stdin, flush=True)
            child = int(process.stdout.readline())
            if moment % 2:  # every other one has written before its time begins to run, on the slowest machine too
                wait_for_a_write(told)
            time.sleep(chance.uniform(0.0, LONGEST_LIFE_SECONDS))  # the moment of the kill, not a wait for something
            os.kill(child, signal.SIGKILL)
            assert process.stdout.readline() == "gone\n"
            written = unpack_from("<q", told)[0]
            back = offered_back(folder, written)
            assert back or not written, f"moment {moment} of seed {seed}: {written} writes and nothing offered back"
            alive += bool(written)
            offered += back
        process.stdin.close()
    assert offered >= alive >= MOMENTS // 2, f"{offered} offered back of {alive} that wrote, seed {seed}"


def test_half_written_files_of_a_kill_are_swept_away(tmp_path: Path) -> None:
    file = ResumeFile(tmp_path, lambda: time.time() + 3600.0)
    (tmp_path / ".routine-under-way.json.x1.part").write_bytes(b"{")
    file.write(Player(routine(), FakeClock()))
    assert file.read() is not None
    assert [path.name for path in tmp_path.iterdir()] == ["routine-under-way.json"]
