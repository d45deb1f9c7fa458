"""The rules that tests live under do catch what they are there for."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.test_house import ROOT

CARELESS = """
import socket, threading, warnings
import pytest
from PySide6.QtCore import QThread, QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_leaves_a_window(qtbot):
    kept.append(QWidget())
    kept[-1].show()

def test_closes_the_window_of_before(qtbot):
    kept.pop().close()

def test_leaves_a_timer(qtbot):
    kept.append(QTimer())
    kept[-1].start(1000)

def test_stops_the_timer_of_before(qtbot):
    kept.pop().stop()

def test_leaves_a_thread():
    stop = threading.Event()
    kept.append(stop)
    threading.Thread(target=stop.wait, name="left", daemon=True).start()

def test_ends_the_thread_of_before():
    kept.pop().set()

def test_reaches_for_the_network():
    socket.create_connection(("127.0.0.1", 9))

def test_warns():
    warnings.warn("careless")

def test_lets_qt_warn(qtbot):
    qWarning("careless")

def test_is_in_order(qtbot, paths):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    timer = QTimer(widget)
    timer.start(1000)
    timer.stop()
    assert "bodymap" not in str(paths.data).split("/")[:3]
"""


def test_what_a_careless_test_leaves_behind_is_found(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n")
    (tmp_path / "test_careless.py").write_text(CARELESS)
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path), "-rA"]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    outcomes = {
        name: word for word, name in re.findall(r"^(PASSED|FAILED|ERROR) \S*::(\w+)", done.stdout, re.MULTILINE)
    }
    caught = {
        "leaves_a_window",
        "leaves_a_timer",
        "leaves_a_thread",
        "reaches_for_the_network",
        "warns",
        "lets_qt_warn",
    }
    fine = {"closes_the_window_of_before", "stops_the_timer_of_before", "ends_the_thread_of_before", "is_in_order"}
    assert {name.removeprefix("test_") for name, word in outcomes.items() if word != "PASSED"} == caught, done.stdout
    assert {name.removeprefix("test_") for name, word in outcomes.items() if word == "PASSED"} == fine
