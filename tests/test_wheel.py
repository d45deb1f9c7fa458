"""The wheel alone is the whole application."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.test_house import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What installing the built wheel puts into site-packages."""
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("bodymap-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_every_asset_is_in_it(installed: Path) -> None:
    assets = {path.relative_to(ROOT / "assets") for path in (ROOT / "assets").rglob("*") if path.is_file()}
    packed = {
        path.relative_to(installed / "bodymap" / "assets")
        for path in (installed / "bodymap" / "assets").rglob("*")
        if path.is_file()
    }
    assert assets == packed
    assert len(packed) > 50


def test_nothing_else_is_in_it(installed: Path) -> None:
    assert {path.name.split("-")[0] for path in installed.iterdir()} == {"bodymap"}
    assert not [path for path in installed.rglob("*") if path.suffix == ".pyc" or path.name == "conftest.py"]


def test_licence_and_notices_come_with_it(installed: Path) -> None:
    (info,) = installed.glob("*.dist-info")
    licences = {path.name for path in (info / "licenses").rglob("*") if path.is_file()}
    assert {"LICENSE", "NOTICE"} <= licences


def test_it_answers_from_anywhere(installed: Path, tmp_path: Path) -> None:
    done = run(
        installed,
        tmp_path,
        "import bodymap, sys; from bodymap.cli import main; print(bodymap.__file__);"
        "sys.exit(main(['match', '--region', 'lateral_thigh_hip', '--top', '1']))",
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert Path(lines[0]).is_relative_to(installed)
    assert any(line.startswith(" 1. ") for line in lines)


def test_it_opens_its_window(installed: Path, tmp_path: Path) -> None:
    code = "import sys; from bodymap.cli import main; sys.exit(main([]))"
    environment = {**os.environ, "PYTHONPATH": str(installed), "BODYMAP_TRACE": "click"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "trace first answer" in done.stdout
