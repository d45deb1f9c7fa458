"""Plates: named pixels first, then the whole picture of the body against a kept one.

``pytest --refresh-plates`` paints the kept pictures anew; look at the difference before committing them.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from bodymap.body.surface import Side
from bodymap.engine import Engine
from bodymap.gui.plate import FIGURES_HEIGHT, FIGURES_TOP, HEIGHT, WIDTH, draw_plate

KEPT = Path(__file__).parents[1] / "data" / "plates"
CHAIN = ["gluteus_minimus", "peroneus_longus", "quadratus_lumborum", "soleus"]


def pixels(png: bytes, width: int = WIDTH) -> NDArray[np.int16]:
    """(h, w, 3) of a picture, scaled to ``width``."""
    image = QImage.fromData(png)
    assert not image.isNull()
    small = image.scaledToWidth(width).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(small.constBits(), np.uint8).reshape(small.height(), small.bytesPerLine())
    return rows[:, : small.width() * 3].reshape(small.height(), small.width(), 3).astype(np.int16)


@pytest.mark.parametrize("side", ["right", "left"])
def test_the_zone_is_painted_on_the_side_asked_for(qapp: QApplication, engine: Engine, side: Side) -> None:
    """In the back view the right leg is on the right of the page; its calf is red for the right side only."""
    picture = pixels(draw_plate(engine, "gluteus_minimus", side))
    body = picture[FIGURES_TOP : FIGURES_TOP + FIGURES_HEIGHT]
    red = body[:, :, 0] - (body[:, :, 1] + body[:, :, 2]) / 2 > 60
    columns = np.flatnonzero(red.any(axis=0))
    back = columns[(columns > WIDTH * 0.25) & (columns < WIDTH * 0.5)]
    middle = WIDTH * 0.38
    assert (back > middle).mean() > 0.95 if side == "right" else (back < middle).mean() > 0.95


def test_left_and_right_plates_mirror_each_other_in_the_front_view(qapp: QApplication, engine: Engine) -> None:
    right, left = (pixels(draw_plate(engine, "tibialis_anterior", side)) for side in ("right", "left"))
    rows = slice(FIGURES_TOP, FIGURES_TOP + FIGURES_HEIGHT)
    red = [
        (p[rows, : WIDTH // 4, 0] - (p[rows, : WIDTH // 4, 1] + p[rows, : WIDTH // 4, 2]) / 2 > 60)
        for p in (right, left)
    ]
    assert red[0].sum() > 50
    assert red[0].sum() == pytest.approx(red[1].sum(), rel=0.2)
    assert not (red[0] & red[1]).any()


@pytest.mark.parametrize("muscle", CHAIN)
def test_the_plate_looks_as_it_was_last_approved(
    qapp: QApplication, engine: Engine, muscle: str, pytestconfig: pytest.Config
) -> None:
    """The figures only: the words depend on the fonts of the machine."""
    picture = pixels(draw_plate(engine, muscle, "right"), WIDTH // 2)
    body = picture[FIGURES_TOP // 2 : (FIGURES_TOP + FIGURES_HEIGHT) // 2]
    file = KEPT / f"{muscle}.png"
    if pytestconfig.getoption("--refresh-plates"):
        rows = np.ascontiguousarray(body.astype(np.uint8))
        QImage(rows.tobytes(), rows.shape[1], rows.shape[0], rows.shape[1] * 3, QImage.Format.Format_RGB888).save(
            str(file)
        )
    kept = pixels(file.read_bytes(), WIDTH // 2)
    assert kept.shape == body.shape
    off = np.abs(kept - body).max(axis=2)
    assert (off > 40).mean() < 0.002, "the zones moved: look at the plate, then run with --refresh-plates"


def test_a_plate_is_a_page_to_print(qapp: QApplication, engine: Engine) -> None:
    image = QImage.fromData(draw_plate(engine, "soleus", "left"))
    assert (image.width(), image.height()) == (3510, 2480)
    assert image.dotsPerMeterX() == pytest.approx(300 / 0.0254, abs=1)
    assert pytest.approx(210 / 297, abs=0.002) == HEIGHT / WIDTH
