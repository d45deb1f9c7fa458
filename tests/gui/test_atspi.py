"""The window through the accessibility bus of Linux, asked by a client that is not ours: what a screen reader finds.

Needs Xvfb, D-Bus, at-spi2-core and the system Python's bindings (on Debian: xvfb dbus at-spi2-core python3-gi
gir1.2-atspi-2.0); skipped where they are not installed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CLIENT = Path(__file__).with_name("atspi_client.py")
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
REGISTRIES = ("/usr/libexec/at-spi2-registryd", "/usr/lib/at-spi2-core/at-spi2-registryd")


def system_python() -> str | None:
    """A Python that has the bindings of AT-SPI."""
    for python in ("/usr/bin/python3", shutil.which("python3")):
        if python and Path(python).exists():
            tried = subprocess.run([python, "-c", BINDINGS], capture_output=True, check=False, env=bare())
            if tried.returncode == 0:
                return python
    return None


def bare() -> dict[str, str]:
    """The environment without what belongs to our own Python."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> dict[str, Any]:
    """What the client found. One session serves all tests: it takes a while."""
    needed = [name for name in ("Xvfb", "xvfb-run", "dbus-run-session") if shutil.which(name) is None]
    if needed or not any(Path(each).exists() for each in REGISTRIES):
        pytest.skip(f"not installed: {', '.join(needed) or 'at-spi2-core'}")
    python = system_python()
    if python is None:
        pytest.skip("no Python here has the bindings of AT-SPI (python3-gi, gir1.2-atspi-2.0)")
    folder = tmp_path_factory.mktemp("atspi")
    environment = {
        **bare(),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_SCALE_FACTOR": "1",
        "BODYMAP_DATA_DIR": str(folder / "data"),
        "BODYMAP_CACHE_DIR": str(shared_cache),
        "XDG_RUNTIME_DIR": str(folder),
        "LC_ALL": "C.UTF-8",
    }
    folder.chmod(0o700)
    ours = [
        sys.executable,
        "-c",
        f"import sys; sys.path[:0] = {sys.path!r}; from bodymap.cli import main; sys.exit(main([]))",
    ]
    done = subprocess.run(
        [
            "xvfb-run",
            "-a",
            "-s",
            "-screen 0 1280x720x24 -nolisten tcp",
            "dbus-run-session",
            "--",
            python,
            str(CLIENT),
            *ours,
        ],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    if "could not load the Qt platform plugin" in done.stderr:
        pytest.skip("the system libraries of Qt's xcb plugin are not installed")
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    if os.environ.get("BODYMAP_KEEP_TREE"):  # for docs/accessibility.md
        Path(os.environ["BODYMAP_KEEP_TREE"]).write_text(json.dumps(told, indent=1), encoding="utf-8")
    return told


def of(heard: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [each for each in heard if each["type"].startswith(kind)]


def focused(heard: list[dict[str, Any]]) -> list[str]:
    """Names of what got the keyboard."""
    return [each["name"] for each in of(heard, "object:state-changed:focused") if each["on"] == 1]


def said(heard: list[dict[str, Any]]) -> list[str]:
    return [each["said"] for each in of(heard, "object:announcement")]


def test_the_body_has_all_its_places(found: dict[str, Any]) -> None:
    places = found["places"]
    assert len(places) == len(set(places)) > 100
    assert {name for name in places if "outer thigh" in name} >= {
        "Right outer thigh and hip",
        "Left outer thigh and hip",
    }


def test_arrows_lead_the_keyboard_from_place_to_place(found: dict[str, Any]) -> None:
    steps = [focused(step) for step in found["walk"]]
    assert all(len(step) == 1 for step in steps), steps
    assert all(step[0] in found["places"] for step in steps)
    assert len({step[0] for step in steps}) >= 3
    assert all(step[0].startswith("Right ") for step in steps), "left on the screen is the right of the body"


def test_a_mark_by_key_is_told_with_its_first_source(found: dict[str, Any]) -> None:
    place = focused(found["walk"][-1])[0]
    assert found["marks"] == [f"{place}, marked, 5 of 10"]
    (sentence,) = said(found["marked"])
    assert sentence.startswith(f"{place}, marked, 5 of 10. ")
    assert ". First source: " in sentence
    changed = [each["name"] for each in of(found["marked"], "object:property-change:accessible-name")]
    assert f"{place}, marked, 5 of 10" in changed
    assert of(found["marked"], "object:children-changed:add")
    assert said(found["stronger"])[0].startswith("6 of 10")
    assert found["after stronger"] == [f"{place}, marked, 6 of 10"]


def test_a_place_and_a_mark_can_be_used_without_keys(found: dict[str, Any]) -> None:
    assert found["place actions"] == ["Press", "SetFocus"]
    pressed = found["pressed"]
    assert pressed["name"] == "Right outer thigh and hip, marked, 5 of 10"
    assert pressed["marks"][-1] == "Right outer thigh and hip, marked, 5 of 10"
    assert "Right outer thigh and hip" in focused(pressed["heard"])[0]
    x, y, width, height = pressed["box"]
    assert 0 <= x < x + width <= 1280
    assert 0 <= y < y + height <= 720
    assert found["under"] == pressed["marks"][-1], "what a magnifier or a finger finds there"
    assert found["mark actions"] == ["Press", "SetFocus", "Increase", "Decrease"]
    assert found["increased"]["marks"][-1] == "Right outer thigh and hip, marked, 6 of 10"


def test_tab_and_delete(found: dict[str, Any]) -> None:
    gone = found["after stronger"][0]
    assert focused(found["tabbed"]) == [gone]
    assert found["left"] == ["Right outer thigh and hip, marked, 6 of 10"]
    assert any("no longer marked" in each for each in said(found["deleted"]))


def test_everything_that_takes_the_keyboard_has_a_name(found: dict[str, Any]) -> None:
    assert found["bare"] == []


def test_it_closes_in_order_with_a_client_listening(found: dict[str, Any]) -> None:
    assert found["exit"] == 0
