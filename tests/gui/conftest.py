"""The whole application and the panel alone, for the tests that drive them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bodymap.body.surface import Surface
from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.document import Document
from bodymap.gui.theme import Themes
from bodymap.paths import Paths
from tests.gui.driver import App
from tests.gui.panel_stage import Answering, Stage


@pytest.fixture
def fresh_app(qtbot: QtBot, paths: Paths, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """The application before it is started. Movements are reached at once, as for somebody who wants less motion."""
    monkeypatch.setattr("bodymap.gui.canvas.zoom_view.reduced_motion", lambda _: True)
    monkeypatch.setattr("bodymap.gui.canvas.guide_show.reduced_motion", lambda _: True)
    made = App(qtbot, paths, engine)
    yield made
    made.close()


@pytest.fixture
def app(fresh_app: App) -> App:
    """The application, started."""
    fresh_app.start()
    return fresh_app


@pytest.fixture
def answering(woman: Surface, man: Surface, engine: Engine, qapp: QApplication) -> Answering:
    """A document with the shipped atlas."""
    made = Answering("woman", {"woman": woman, "man": man}.__getitem__)
    made.set_engine(engine)
    return made


@pytest.fixture
def stage(qtbot: QtBot, answering: Answering, engine: Engine, qapp: QApplication) -> Iterator[Stage]:
    """The panel alone, in the light dress."""
    made = Stage(qtbot, answering, engine)
    made.panel.set_engine(engine)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Movements are reached at once, as for somebody who asked for reduced motion."""
    monkeypatch.setattr("bodymap.gui.canvas.zoom_view.reduced_motion", lambda _: True)
    monkeypatch.setattr("bodymap.gui.canvas.guide_show.reduced_motion", lambda _: True)


@pytest.fixture
def session_bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A message bus of the test's own, where the desktop's would be."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("dbus-daemon is not installed")
    process = subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", process.stdout.readline().strip())
    yield
    process.terminate()
    process.wait(10)
    process.stdout.close()


@pytest.fixture
def themes(qapp: QApplication) -> Themes:
    made = Themes()
    made.set_mode("light")
    return made


@pytest.fixture
def document(answering: Answering) -> Document:
    """The same, for tests that leave its answers alone."""
    return answering


@pytest.fixture
def canvas(document: Document, themes: Themes, qtbot: QtBot) -> BodyCanvas:
    made = BodyCanvas(document, themes)
    qtbot.addWidget(made)
    made.resize(900, 640)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made
