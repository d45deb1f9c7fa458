"""The keys of a headset reach a routine the way desktops send them: asked and pressed by another process."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from bodymap.gui.player.company import System
from bodymap.gui.power.remote import PLAYER, PROPERTIES, ROOT, Remote
from tests.gui.player_stage import Stage
from tests.routine.content import PRESS, STRIP, routine, step

if sys.platform in ("win32", "darwin"):
    pytest.skip("this desktop has no D-Bus", allow_module_level=True)

CLIENT = """
import json, sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
app = QCoreApplication([])
bus = QDBusConnection.sessionBus()
names = [name for name in bus.interface().registeredServiceNames().value() if name.startswith("org.mpris.")]
told = {"names": names}
for interface, member, *arguments in json.loads(sys.argv[1]) if names else ():
    call = QDBusMessage.createMethodCall(names[0], "/org/mpris/MediaPlayer2", interface, member)
    call.setArguments(arguments)
    reply = bus.call(call, timeout=5000)
    told[member] = [reply.errorName(), reply.signature()]
    if member == "Get":
        value = reply.arguments()[0]
        told["value"] = value.variant() if hasattr(value, "variant") else value
print(json.dumps(told))
"""


def ask(qtbot: QtBot, *calls: tuple[str, ...]) -> dict[str, object]:
    """Another process makes these calls, while this one goes on."""
    process = subprocess.Popen(
        [sys.executable, "-c", CLIENT, json.dumps(calls)],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20000)
    said, _ = process.communicate()
    told: dict[str, object] = json.loads(said)
    return told


def test_a_headset_pauses_and_sends_on_from_anywhere(qtbot: QtBot, session_bus: None) -> None:
    stage = Stage(qtbot, system=System(remote=Remote()))
    stage.panel.open(routine(both_sides=True, steps=[step("press", PRESS), step("strip", STRIP)]))
    assert ask(qtbot)["names"] == [], "nothing plays yet"
    stage.click("startButton")
    got = ask(qtbot, (PROPERTIES, "Get", PLAYER, "PlaybackStatus"), (PROPERTIES, "GetAll", PLAYER))
    assert got["value"] == "Playing"
    assert got["GetAll"] == ["", "a{sv}"]
    ask(qtbot, (PLAYER, "PlayPause"))
    assert stage.status == "paused"
    assert ask(qtbot, (PROPERTIES, "Get", PLAYER, "PlaybackStatus"))["value"] == "Paused"
    ask(qtbot, (PLAYER, "Pause"))
    assert stage.status == "paused", "paused is paused"
    ask(qtbot, (PLAYER, "Play"))
    assert stage.status == "running"
    player = stage.panel.player
    assert player is not None
    ask(qtbot, (PLAYER, "Next"))
    assert player.state().phase.kind == "work"
    ask(qtbot, (PLAYER, "Next"), (PLAYER, "Previous"), (ROOT, "Raise"))
    assert player.state().step_index == 0
    stage.panel.close_routine()
    assert ask(qtbot)["names"] == [], "it leaves the desktop's list of players"


def test_what_it_does_not_know_is_refused_or_ignored(qtbot: QtBot, session_bus: None) -> None:
    stage = Stage(qtbot, system=System(remote=Remote()))
    stage.panel.open(routine())
    stage.click("startButton")
    got = ask(qtbot, (PLAYER, "SetPosition", "/x", "7"), ("org.example.Other", "Anything"), (ROOT, "Quit"))
    assert got["SetPosition"] == ["", ""]
    assert got["Anything"][0].endswith("UnknownInterface") or got["Anything"][0].endswith("UnknownMethod")  # type: ignore[index]
    assert stage.status == "running"
    stage.panel.close_routine()


def test_without_a_bus_there_is_no_remote_and_no_harm(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    remote = Remote()
    stage = Stage(qtbot, system=System(remote=remote))
    stage.panel.open(routine())
    stage.click("startButton")
    assert not remote.there
    stage.panel.close_routine()
