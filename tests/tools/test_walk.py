"""The recorded walk can be walked, and the pictures in the documentation are those of the walk as it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from bodymap.engine import Engine
from tests.test_house import ROOT

WALK = ROOT / "docs" / "walk"
SHOWN = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")


def colours(picture: QImage) -> list[QColor]:
    """The colours of the body's side of the window, here and there."""
    return [picture.pixelColor(x, y) for x in range(0, 840, 6) for y in range(60, 780, 6)]


def reds(picture: QImage) -> int:
    return sum(each.red() > each.green() + 60 for each in colours(picture))


def test_the_walk_comes_to_its_end(tmp_path: Path, engine: Engine) -> None:  # the atlas is compiled then
    done = subprocess.run(
        [sys.executable, "tools/walk.py", "--offscreen", "--quick", "--output", str(tmp_path / "walk")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    shown = SHOWN.findall((tmp_path / "walk" / "README.md").read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(file.name for file in (tmp_path / "walk").glob("*.webp"))
    pictures = {name[3:-5]: QImage(str(tmp_path / "walk" / name)) for name in shown}
    assert {(each.width(), each.height()) for each in pictures.values()} == {(1280, 800)}
    assert reds(pictures["ranking"]) < 20
    assert reds(pictures["all-views"]) > 100
    assert reds(pictures["pattern"]) > 100
    assert reds(pictures["stripping"]) > 200
    pairs = zip(colours(pictures["stripping"]), colours(pictures["rest"]), strict=True)
    moved = sum(abs(a.red() - b.red()) > 60 for a, b in pairs)
    assert 50 < moved < 300, "the ball, and nothing else, has moved on the body"
    told = [line for line in (tmp_path / "walk" / "README.md").read_text(encoding="utf-8").splitlines() if line]
    kept = (WALK / "README.md").read_text(encoding="utf-8")
    assert [line for line in told if line not in kept] == [], "run tools/walk.py again"


def test_the_pictures_in_the_documentation() -> None:
    text = (WALK / "README.md").read_text(encoding="utf-8")
    shown = SHOWN.findall(text)
    assert sorted(shown) == sorted(file.name for file in WALK.glob("*.webp"))
    assert any(name.startswith("dark-") for name in shown)
    sizes = [(WALK / name).stat().st_size for name in shown]
    assert sum(sizes) < 3_000_000
    big = QImage(str(ROOT / "docs" / "screenshot.png"))
    assert (big.width(), big.height()) == (1600, 1000)
