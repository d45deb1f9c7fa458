"""The speaking process and the window that started it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

HANGING = """
import signal
from bodymap.gui.voice.child import end_with_parent
end_with_parent()
print("hangs", flush=True)
signal.pause()
"""
STARTING = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
child.stdout.readline()
print(child.pid, flush=True)
child.wait()
"""


def is_over(process: Path) -> bool:
    try:
        return "Z (zombie)" in (process / "status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the voice is no process of its own")
def test_a_hanging_voice_goes_with_the_window_that_is_killed(qtbot: QtBot) -> None:
    with subprocess.Popen([sys.executable, "-c", STARTING, HANGING], stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        voice = Path("/proc", window.stdout.readline().strip())
        assert voice.exists()
        window.kill()
    qtbot.waitUntil(lambda: is_over(voice))
