"""What the desktop is asked: to keep the screen awake, to tell steps of a hidden window; the desktop is made here."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bodymap.gui.motion import choose_motion, desktop_wants_less, reduced_motion
from bodymap.gui.player.company import System
from bodymap.gui.power.awake import DesktopAwake, system_awake
from bodymap.gui.power.desktop import ask_for_motion
from bodymap.gui.power.notices import DesktopNotices
from tests.gui.player_stage import Stage
from tests.routine.content import PRESS, STRIP, routine, step

if sys.platform in ("win32", "darwin"):
    pytest.skip("this desktop has no D-Bus", allow_module_level=True)


class Desktop:
    """A service on a bus of its own, and what it was asked."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.strip())

    def hears(self) -> str:
        """The next thing that was asked."""
        return self._lines.get(timeout=15)

    def silent(self) -> bool:
        return self._lines.empty()

    def hang(self) -> None:
        """There, but deaf."""
        self.process.send_signal(signal.SIGSTOP)

    def end(self) -> None:
        self.process.send_signal(signal.SIGCONT)
        self.process.terminate()
        self.process.wait(10)
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def desktop(session_bus: None) -> Iterator[Callable[[str], Desktop]]:
    """Calling it starts a service on the bus."""
    started: list[Desktop] = []

    def start(kind: str) -> Desktop:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.gui.fake_desktop", kind],
            stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )  # fmt: skip
        made = Desktop(process)
        started.append(made)
        assert made.hears() == "there"
        return made

    yield start
    for each in started:
        each.end()


def heard_but(made: Desktop, what: str) -> str:
    """The next thing that is not ``what``."""
    while (line := made.hears()) == what:
        pass
    return line


@pytest.mark.parametrize(
    ("kind", "by", "asked"),
    [
        ("screensaver", "org.freedesktop.ScreenSaver", "inhibit Bodymap A routine is running"),
        ("gnome", "org.gnome.SessionManager", "inhibit bodymap 0 A routine is running 8"),
        ("portal", "org.freedesktop.portal.Inhibit", "inhibit '' 8 {'reason': 'A routine is running'}"),
    ],
)
def test_every_kind_of_desktop_is_asked_in_its_own_way_and_let_go(
    qapp: object, desktop: Callable[[str], Desktop], kind: str, by: str, asked: str
) -> None:
    made, awake = desktop(kind), DesktopAwake()
    assert awake.possible()
    assert awake.hold()
    assert awake.held_by == by
    assert heard_but(made, "left") == asked
    assert awake.hold(), "it is held already"
    awake.release()
    assert made.hears() == "left", "the connection that asked is closed, and with it the request ends"


def test_without_a_desktop_nothing_happens(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    awake = DesktopAwake()
    assert not awake.possible()
    assert not awake.hold()
    awake.release()
    assert not DesktopNotices().show("Title", "Text")


def test_a_bus_without_such_a_service_says_no(qapp: object, desktop: Callable[[str], Desktop]) -> None:
    desktop("notifications")
    awake = DesktopAwake()
    assert not awake.possible()
    assert not awake.hold()


@pytest.mark.parametrize("kind", ["screensaver", "portal", "gnome", "notifications"])
def test_a_service_that_hangs_holds_nothing_up_and_is_not_asked_again_at_once(
    qapp: object, desktop: Callable[[str], Desktop], kind: str
) -> None:
    made, awake, notices = desktop(kind), DesktopAwake(), DesktopNotices()
    made.hang()
    took = []
    for _ in range(3):
        begun = time.monotonic()
        assert not awake.hold()
        assert not notices.show("Title", "Text")
        took.append(time.monotonic() - begun)
    assert took[0] < 1.0
    assert max(took[1:]) < 0.15, "it is left alone for a while"
    notices.withdraw()


def test_a_service_that_came_back_is_asked_again(
    qapp: object, desktop: Callable[[str], Desktop], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bodymap.gui.power.bus.LEFT_ALONE_SECONDS", 0.0)
    made, awake = desktop("screensaver"), DesktopAwake()
    made.hang()
    assert not awake.hold()
    made.process.send_signal(signal.SIGCONT)
    assert awake.hold()
    awake.release()


def test_a_process_that_dies_lets_go(desktop: Callable[[str], Desktop]) -> None:
    made = desktop("screensaver")
    job = (
        "import os; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "from bodymap.gui.power.awake import DesktopAwake; held = DesktopAwake(); assert held.hold();"
        "os.kill(os.getpid(), 9)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", job], env=environment, timeout=30, check=False)
    assert heard_but(made, "left").startswith("inhibit")
    assert made.hears() == "left"


def test_a_desktop_without_animations_is_heeded(qtbot: QtBot, desktop: Callable[[str], Desktop]) -> None:
    made, widget = desktop("settings"), QWidget()
    qtbot.addWidget(widget)
    choose_motion("system")
    desktop_wants_less(False)
    assert not reduced_motion(widget)
    bus = ask_for_motion()
    qtbot.waitUntil(lambda: reduced_motion(widget))
    assert heard_but(made, "left") == "read org.gnome.desktop.interface enable-animations"
    choose_motion("full")
    assert not reduced_motion(widget), "what is chosen here counts more"
    bus.close()
    desktop_wants_less(False)
    choose_motion("less")
    assert reduced_motion(widget)
    choose_motion("system")


def test_this_system_has_a_way_or_says_so(qapp: object) -> None:
    from PySide6.QtCore import QObject

    assert isinstance(system_awake(QObject()).possible(), bool)


# ---- notifications


def test_a_hidden_window_tells_each_step_in_one_notification(qtbot: QtBot, desktop: Callable[[str], Desktop]) -> None:
    made, notices = desktop("notifications"), DesktopNotices()
    stage = Stage(qtbot, system=System(notices=notices))
    stage.panel.open(routine(both_sides=True, steps=[step("press", PRESS), step("strip", STRIP)]))
    stage.click("startButton")
    stage.panel.hide()
    for _ in range(130):
        stage.pass_(1.0)
    assert heard_but(made, "left") == "notify 0 Step press 1 | Switch to the left side. Lean in."
    for _ in range(130):
        stage.pass_(1.0)
    assert heard_but(made, "left") == "notify 5 Step strip 1 | Right side. Lean in.", "in place of the one before"
    stage.panel.show()
    for _ in range(60):
        stage.pass_(1.0)
    stage.panel.close_routine()
    assert heard_but(made, "notify") == "left"


def test_a_window_that_is_seen_tells_nothing(qtbot: QtBot) -> None:
    class Shown:
        def __init__(self) -> None:
            self.shown: list[tuple[str, str]] = []

        def show(self, title: str, text: str) -> bool:
            self.shown.append((title, text))
            return True

        def withdraw(self) -> None:
            pass

    notices = Shown()
    stage = Stage(qtbot, system=System(notices=notices))
    stage.panel.open(routine(steps=[step("press", PRESS), step("strip", STRIP)]))
    stage.click("startButton")
    for _ in range(150):
        stage.pass_(1.0)
    assert notices.shown == []
    stage.panel.hide()
    for _ in range(150):
        stage.pass_(1.0)
    assert notices.shown == [("Done", "That was the last step.")]
