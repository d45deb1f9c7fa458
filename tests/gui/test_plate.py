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
from bodymap.gui.plate import draw_plate
from bodymap.gui.plate_layout import FIGURES_HEIGHT, FIGURES_TOP, HEIGHT, WIDTH, places_of_views

KEPT = Path(__file__).parents[1] / "data" / "plates"
CHAIN = ["gluteus_minimus", "peroneus_longus", "quadratus_lumborum", "soleus"]


def pixels(png: bytes, width: int = WIDTH) -> NDArray[np.int16]:
    """(h, w, 3) of a picture, scaled to ``width``."""
    image = QImage.fromData(png)
    assert not image.isNull()
    small = image.scaledToWidth(width).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(small.constBits(), np.uint8).reshape(small.height(), small.bytesPerLine())
    return rows[:, : small.width() * 3].reshape(small.height(), small.width(), 3).astype(np.int16)


def spot(engine: Engine, picture: NDArray[np.int16], view: str, place: str, side: Side) -> float:
    """How much redder than grey the plate is where a view shows a place."""
    seen, box = next((seen, box) for seen, box in places_of_views(engine) if seen.id == view)
    at = seen.locate(engine.places.resolve(place, side))
    assert at is not None
    scale = box.width() / seen.size_cm[0]
    x, y = round(box.left() + at[0] * scale), round(box.top() + at[1] * scale)
    red, green, blue = picture[y - 1 : y + 2, x - 1 : x + 2].reshape(-1, 3).mean(axis=0)
    return float(red - (green + blue) / 2)


@pytest.mark.parametrize(("side", "other"), [("right", "left"), ("left", "right")])
def test_the_zone_is_painted_on_the_side_asked_for(qapp: QApplication, engine: Engine, side: Side, other: Side) -> None:
    picture = pixels(draw_plate(engine, "gluteus_minimus", side))
    for view, place in (("back", "leg 0.35 180"), ("back", "thigh 0.4 186"), (side, "thigh 0.5 lateral")):
        assert spot(engine, picture, view, place, side) > 60, (view, place)
    for view, place in (("back", "leg 0.35 180"), ("back", "thigh 0.4 186"), (other, "thigh 0.5 lateral")):
        assert spot(engine, picture, view, place, other) < 45, (view, place)
    assert spot(engine, picture, "front", "thigh 0.5 anterior", side) < 45


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
