"""The rules of the house, said by machines: style, types, layers, sizes, and what may stand nowhere."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

import bodymap

ROOT = Path(__file__).parents[1]
MOST_LINES = 300

# Spelt in pieces, so that this file does not hold what it looks for.
FORBIDDEN = {
    "a package registry": re.compile(
        r"(pypi\.(org|python)|files\.python" + r"hosted|registry\.npm" + r"js|deb\.deb" + r"ian\.org)"
    ),
    "an option that names one": re.compile(r"(index-" + r"url|find-" + r"links|trusted-" + r"host|extra-" + r"index)"),
    "a folder of the machine it was made on": re.compile(r"(?<![\w.])/(work|tmp|root|home)" + r"/\w"),
}


@cache
def tracked(*suffixes: str) -> list[Path]:
    """The text files of the project that git knows, or all of them outside of a checkout."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
        paths = [ROOT / name for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        paths = [
            path for path in ROOT.rglob("*") if not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
        ]
    return [path for path in paths if path.suffix in suffixes and path.is_file()]


def ran(*command: str) -> str:
    """What a tool complained about; empty when it was content."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_style() -> None:
    assert ran(sys.executable, "-m", "ruff", "check", "--no-fix", ".") == ""
    assert ran(sys.executable, "-m", "ruff", "format", "--check", ".") == ""


def test_types() -> None:
    assert ran(sys.executable, "-m", "mypy") == ""


def test_layers() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    assert ran(str(lint)) == ""


@pytest.mark.parametrize("path", tracked(".py"), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_has_one_job(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES, f"{lines} lines; at most {MOST_LINES}"


@pytest.mark.parametrize("what", FORBIDDEN)
def test_what_may_stand_nowhere(what: str) -> None:
    texts = (".py", ".md", ".toml", ".yaml", ".yml", ".json", ".cfg", ".txt", ".sh", ".ts", ".svg", "")
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in tracked(*texts)
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if FORBIDDEN[what].search(line)
    ]
    assert found == []


def test_the_application_has_no_network_code() -> None:
    modules = "socket ssl http urllib.request ftplib smtplib requests httpx aiohttp PySide6.QtNetwork PySide6.QtWeb"
    network = re.compile(rf"^\s*(from|import) ({'|'.join(map(re.escape, modules.split()))})")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked(".py")
        if path.is_relative_to(ROOT / "bodymap")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if network.match(line)
    ]
    assert found == []


def test_an_exception_to_a_rule_carries_its_reason() -> None:
    bare = re.compile(r"#\s*(noqa(?!: [A-Z0-9, ]+ - \w)|type: ignore(?!\[[\w, -]+\]))")
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in tracked(".py")
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if bare.search(line)
    ]
    assert found == []


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == bodymap.__version__


def test_a_test_never_sleeps() -> None:
    """A sleep whose length is what is being tested says so on its line."""
    sleeping = re.compile(r"\b(time\.sleep|qtbot\.wait|QTest\.qWait|QTest\.qSleep)\((?!0\))")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked(".py")
        if path.is_relative_to(ROOT / "tests") and path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if sleeping.search(line) and "  # " not in line
    ]
    assert found == []
