"""Speech with the real engine of a Linux desktop, heard on a loudspeaker that is only a recording.

A sound server with a sink that nobody hears and a speech service of its own are started for this test; what comes out
of the sink is recorded. It is skipped where one of the programs is not installed.
"""

from __future__ import annotations

import array
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

NEEDED = ("pulseaudio", "parec", "pactl", "speech-dispatcher", "espeak-ng", "Xvfb")
RATE = 16000

JOB = """
import sys
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from bodymap.app import application
from bodymap.gui.player.panel import PlayerPanel
from bodymap.gui.theme import Themes
from bodymap.gui.voice.process import ProcessVoice
from tests.routine.content import routine

app = application()
voice = ProcessVoice(engine="speechd")
panel = PlayerPanel(Themes(), voice=voice)
heard = []
voice.ready.connect(lambda voices: heard.append("ready"))
voice.began.connect(lambda: heard.append("began"))
voice.ended.connect(lambda: heard.append("ended"))
panel.problem.connect(lambda text: heard.append("problem: " + text))

def until(done, seconds):
    loop, timer, late = QEventLoop(), QTimer(), QDeadlineTimer(seconds * 1000)
    timer.timeout.connect(lambda: loop.quit() if done() or late.hasExpired() else None)
    timer.start(10)
    loop.exec()
    timer.stop()

panel.resize(430, 720)
panel.show()
panel.open(routine())
until(lambda: "ready" in heard, 20)
panel.toggle()
until(lambda: "ended" in heard, 60)
panel.close_routine()
print(*heard, sep="\\n")
"""


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a desktop with sound and speech; everything in it ends with the test."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with tempfile.TemporaryDirectory(prefix="bm") as short:  # sockets have short paths
        run = Path(short)
        run.chmod(0o700)
        environment = {
            **os.environ,
            "HOME": short,
            "XDG_RUNTIME_DIR": short,
            "XDG_CONFIG_HOME": str(run / "config"),
            "PULSE_SERVER": f"unix:{run / 'pulse' / 'native'}",
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        sound = subprocess.Popen(
            ["pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "-n", "-L", "module-null-sink sink_name=deaf",
             "-L", "module-native-protocol-unix"],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            if not _answers(environment):
                pytest.skip("the sound server can't run here")
            yield environment
        finally:
            speech = run / "speech-dispatcher" / "pid" / "speech-dispatcher.pid"
            if speech.exists():
                subprocess.run(["kill", speech.read_text().strip()], check=False, capture_output=True)
            sound.terminate()
            sound.wait(10)


def _answers(environment: dict[str, str]) -> bool:
    command = ["timeout", "10", "sh", "-c", "until pactl info; do sleep 0.1; done"]
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0


def loudness(path: Path) -> list[float]:
    """The root mean square of every tenth of a second, of full scale 1."""
    heights = array.array("h", path.read_bytes()[: path.stat().st_size // 2 * 2])
    part = RATE // 10
    pieces = [heights[start : start + part] for start in range(0, len(heights) - part + 1, part)]
    return [math.sqrt(sum(each * each for each in piece) / part) / 32768 for piece in pieces]


def test_the_first_step_is_spoken_aloud(desktop: dict[str, str], tmp_path: Path, shared_cache: Path) -> None:
    record = tmp_path / "heard.raw"
    with record.open("wb") as file:
        recorder = subprocess.Popen(
            ["parec", "-d", "deaf.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1"],
            env=desktop, stdout=file,
        )  # fmt: skip
        try:
            done = subprocess.run(
                [sys.executable, "-c", JOB], env=desktop, capture_output=True, text=True, timeout=150, check=False
            )
        finally:
            recorder.terminate()
            recorder.wait(10)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:3] == ["ready", "began", "ended"]
    loud = [each for each in loudness(record) if each > 0.01]
    assert len(loud) > 20, "the instruction of this step takes more than two seconds"
    assert max(loud) > 0.05
