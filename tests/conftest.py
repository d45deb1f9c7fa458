"""What holds for every test: no screen, no network, no folder of the real user, and nothing left behind."""

from __future__ import annotations

import gc
import os
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

from bodymap.atlas.load import load_atlas
from bodymap.body.surface import Surface, load_surface
from bodymap.cli import main
from bodymap.engine import Engine
from bodymap.paths import CACHE_DIR_VARIABLE, DATA_DIR_VARIABLE, Paths, asset
from tests.command_line import Run, Said


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--refresh-plates``: paint the kept plates anew instead of comparing with them."""
    parser.addoption("--refresh-plates", action="store_true", help="paint the kept plates anew")


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Derived data only, so that the shipped atlas is compiled once for all tests."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, shared_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fresh data folder for each test, also for the processes that it starts."""
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(tmp_path / "data"))
    monkeypatch.setenv(CACHE_DIR_VARIABLE, str(shared_cache))


@pytest.fixture
def paths(own_folders: None) -> Paths:
    """The folders of this test."""
    return Paths.resolve()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bodymap has no network code: an attempt to reach a host is a failure and not a wait."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    """A test that starts a thread ends it."""
    before = set(threading.enumerate())
    yield
    left = []
    for thread in set(threading.enumerate()) - before:
        if type(thread).__name__ != "_DummyThread":  # the Python face of a Qt thread: looked at below
            thread.join(timeout=2.0)
        if thread.is_alive() and type(thread).__name__ != "_DummyThread":
            left.append(thread.name)
    assert not left, f"threads left running: {left}"


def _running() -> dict[int, str]:
    """Timers and Qt threads that run now, by identity."""
    from PySide6.QtCore import QThread, QTimer
    from shiboken6 import isValid

    found = {}
    for thing in gc.get_objects():
        if not isinstance(thing, QTimer | QThread) or not isValid(thing):
            continue
        if thing.isActive() if isinstance(thing, QTimer) else thing.isRunning():
            found[id(thing)] = f"{type(thing).__name__} {thing.objectName() or ''} of {thing.parent()!r}"
    return found


@pytest.fixture(autouse=True)
def no_qt_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that opens the window closes it: no widget shown, timer or thread is left when it has ended.

    This fixture is set up before pytest-qt's qtbot and so looks after qtbot has closed what was registered with it.
    """
    yield
    if "PySide6.QtWidgets" not in sys.modules or not {"qtbot", "qapp"} & set(request.fixturenames):
        return
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    shown = [f"{widget!r}" for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert not shown, f"widgets left open: {shown}"
    running = sorted(_running().values())
    assert not running, f"left running: {running}"


@pytest.fixture(scope="session")
def woman() -> Surface:
    """The default figure's skin."""
    return load_surface("woman")


@pytest.fixture(scope="session")
def man() -> Surface:
    """The other figure's skin."""
    return load_surface("man")


@pytest.fixture(scope="session")
def engine(woman: Surface, shared_cache: Path) -> Engine:
    """The shipped atlas on the default figure."""
    return Engine(load_atlas(asset("atlas")), woman, shared_cache)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a verb as from a shell."""

    def run_it(*arguments: str) -> Said:
        try:
            code = main(arguments)
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return run_it
