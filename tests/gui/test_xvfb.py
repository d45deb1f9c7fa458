"""Once on a real X server with the real platform plugin: what the offscreen plugin would forgive shows here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

JOB = """
import sys
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt, QPoint
from PySide6.QtWidgets import QApplication, QPushButton
from bodymap.app import application, furnish, open_shell
from bodymap.gui.loader import engine_maker
from bodymap.gui.panel.source_card import SourceCard
from bodymap.paths import Paths

app = application()
paths = Paths.resolve()
bodymap = furnish(open_shell(paths), paths, engine_maker((), paths.cache))
window, document = bodymap.window, bodymap.document

def until(condition, seconds=60):
    loop, timer, late = QEventLoop(), QTimer(), QDeadlineTimer(seconds * 1000)
    timer.timeout.connect(lambda: loop.quit() if condition() or late.hasExpired() else None)
    timer.start(10)
    loop.exec()
    timer.stop()
    if not condition():
        sys.exit("waited in vain: " + condition.__name__)

bodymap.start()
assert QTest.qWaitForWindowExposed(window)
def ready(): return document.ready
until(ready)
canvas, engine = window.canvas, document.engine
for place in ("right thigh 0.5 lateral", "right leg 0.5 lateral"):
    seen = canvas.projector.locate(engine.places.resolve(place), "right")
    at = canvas.pixel_of(*canvas.stage.to_scene("right", *seen))
    QTest.mouseClick(canvas.viewport(), Qt.LeftButton, pos=QPoint(round(at.x()), round(at.y())))
def ranked(): return any(card.isVisible() for card in window.panel.findChildren(SourceCard))
until(ranked)
card = next(card for card in window.panel.findChildren(SourceCard) if card.muscle == "gluteus_minimus")
QTest.mouseClick(card, Qt.LeftButton)
def paged(): return any(b.isVisible() for b in window.panel.findChildren(QPushButton, "startButton"))
until(paged)
def still(): return not canvas.moving()
until(still)
picture = window.grab().toImage()
canvas.settle()
print("platform", app.platformName())
print("first", document.answer.sources[0].muscle, document.answer.sources[0].side)
print("view", canvas.forward_view)
reds = sum(
    1 for x in range(0, canvas.width(), 3) for y in range(60, picture.height(), 3)
    if picture.pixelColor(x, y).red() > picture.pixelColor(x, y).green() + 60
)
print("zone", reds)
bodymap.close()
"""


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of its own."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("Xvfb is not installed")
    read, write = os.pipe()
    process = subprocess.Popen(
        [server, "-displayfd", str(write), "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    if not number:
        process.wait(10)
        pytest.skip("Xvfb can't open a display here")
    yield f":{number}"
    process.terminate()
    process.wait(10)


def test_the_job_on_a_real_display(display: str, tmp_path: Path, shared_cache: Path) -> None:
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": os.pathsep.join(sys.path),
        "BODYMAP_DATA_DIR": str(tmp_path / "data"),
        "BODYMAP_CACHE_DIR": str(shared_cache),
    }
    done = subprocess.run(
        [sys.executable, "-c", JOB], env=environment, capture_output=True, text=True, timeout=180, check=False
    )
    if "could not load the Qt platform plugin" in done.stderr.lower():
        pytest.skip("the system libraries of Qt's xcb plugin are not installed")
    assert done.returncode == 0, done.stderr
    said = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    assert said["platform"] == "xcb"
    assert said["first"] == "gluteus_minimus right"
    assert said["view"] == "right"
    assert int(said["zone"]) > 200
    assert "Traceback" not in done.stderr
    assert (tmp_path / "data" / "window.json").exists()
