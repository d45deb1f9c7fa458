"""A process that is killed without warning while it writes: its routine is offered back, whole."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bodymap.routine.player import Player
from bodymap.routine.resume import ResumeFile
from tests.routine.content import FakeClock, routine

# Plays far faster than time and saves at every look, so that a kill meets it in the middle of a save if it can.
CHILD = """
import sys
from pathlib import Path
from bodymap.routine.player import Player
from bodymap.routine.resume import ResumeFile
from tests.routine.content import FakeClock, routine

clock = FakeClock()
player = Player(routine(both_sides=True), clock)
player.start()
file = ResumeFile(Path(sys.argv[1]))
file.write(player)
print("playing", flush=True)
while True:
    clock.pass_(0.25)
    if player.state().finished:
        player = Player(routine(both_sides=True), clock)
        player.start()
    file.write(player, through_power_cut=False)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("moment_ms", [0, 3, 8, 17, 29, 46])
def test_killed_at_any_moment_the_routine_is_offered_back(tmp_path: Path, moment_ms: int) -> None:
    root = str(Path(__file__).resolve().parents[2])
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path)], stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": root}
    )
    assert child.stdout is not None
    with child.stdout:
        assert child.stdout.readline() == b"playing\n"
        time.sleep(moment_ms / 1000.0)  # the moment of the kill, not a wait for something
        child.kill()
        child.wait()
    found = ResumeFile(tmp_path).read()
    assert found is not None
    clock = FakeClock()
    player = found.player(clock)
    assert player.state().status == "paused"
    player.start()
    clock.pass_(player.routine.seconds)
    assert player.state().finished


def test_half_written_files_of_a_kill_are_swept_away(tmp_path: Path) -> None:
    file = ResumeFile(tmp_path, lambda: time.time() + 3600.0)
    (tmp_path / ".routine-under-way.json.x1.part").write_bytes(b"{")
    file.write(Player(routine(), FakeClock()))
    assert file.read() is not None
    assert [path.name for path in tmp_path.iterdir()] == ["routine-under-way.json"]
