"""How a mark looks: its colour by how strong the pain is, and a sign for each way that it can feel.

Body, panel and pictures draw marks with these, so that they can be told apart without colour.

The signs are those of paper pain drawings where these have one: waves for an ache, crosses for burning, rings for pins
and needles, bars for numbness, strokes for a sharp pain. A mark with several qualities shows them by turns.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from bodymap.gui.theme import Theme, mix

SPACING_PX = 13.0
"""About the distance of two signs on the screen, in logical pixels."""
MOST = 3
"""So many qualities of a mark are shown; more could not be read."""
DRAWN = (
    "burning", "sharp", "tingling", "numb", "throbbing", "aching", "deep", "stiff", "cramping", "weak", "swollen", "hot"
)  # fmt: skip
"""The qualities in the order in which they are shown: those that tell most come first."""


def shown_qualities(qualities: frozenset[str]) -> tuple[str, ...]:
    """The qualities of a mark that its pattern shows."""
    return tuple(each for each in DRAWN if each in qualities)[:MOST]


def pattern(qualities: tuple[str, ...], color: QColor, scale: float, ratio: float) -> QBrush:
    """A brush of signs for a painter in cm at ``scale`` logical pixels per cm on a screen of device pixel ``ratio``.

    As with the dots of spillover zones, the spacing in cm doubles or halves as one zooms: signs keep their size.
    """
    spacing = 2.0 ** round(math.log2(SPACING_PX / scale))
    pixels = max(8, round(spacing * scale * ratio))
    brush = QBrush(_tile(qualities, color.rgba(), pixels))
    step = spacing / pixels
    brush.setTransform(QTransform.fromScale(step, step))
    return brush


@lru_cache(maxsize=64)
def _tile(qualities: tuple[str, ...], rgba: int, pixels: int) -> QImage:
    """As many squares side by side as there are signs, in as many rows, each row shifted by one sign."""
    count = max(1, len(qualities))
    image = QImage(pixels * count, pixels * count, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row in range(count):
        for column in range(count):
            quality = qualities[(row + column) % count]
            draw_sign(painter, quality, QRectF(column * pixels, row * pixels, pixels, pixels), QColor.fromRgba(rgba))
    painter.end()
    return image


def draw_sign(painter: QPainter, quality: str, box: QRectF, color: QColor) -> None:
    """One sign in the middle of ``box``."""
    size = box.width() * 0.30
    painter.setPen(
        QPen(
            color,
            max(1.0, box.width() * 0.085),
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    painter.setBrush(color if quality in FILLED else Qt.BrushStyle.NoBrush)
    painter.drawPath(QTransform(size, 0, 0, size, box.center().x(), box.center().y()).map(sign(quality)))


FILLED = frozenset({"deep", "swollen"})


@lru_cache(maxsize=16)
def sign(quality: str) -> QPainterPath:
    """The sign of a quality, about -1..1 round the origin."""
    path = QPainterPath()
    for run in _RUNS.get(quality, ()):
        path.moveTo(*run[0])
        for point in run[1:]:
            path.lineTo(*point)
    for x, y, radius in _RINGS.get(quality, ()):
        path.addEllipse(QPointF(x, y), radius, radius)
    return path


_RUNS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "aching": (((-1, 0.4), (-0.5, -0.4), (0, 0.4), (0.5, -0.4), (1, 0.4)),),
    "burning": (((-0.7, -0.7), (0.7, 0.7)), ((-0.7, 0.7), (0.7, -0.7))),
    "numb": (((-0.9, -0.4), (0.9, -0.4)), ((-0.9, 0.4), (0.9, 0.4))),
    "sharp": (((-0.6, 0.9), (0.6, -0.9)),),
    "stiff": (((-0.7, -0.8), (-0.7, 0.8)), ((0.7, -0.8), (0.7, 0.8)), ((-0.7, 0), (0.7, 0))),
    "cramping": (((0.7, -0.8), (-0.5, 0), (0.7, 0.8)),),
    "weak": (((-0.7, -0.5), (0, 0.6), (0.7, -0.5)),),
    "hot": (((0, -0.9), (0, 0.9)), ((-0.9, 0), (0.9, 0))),
}
_RINGS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "tingling": ((0, 0, 0.6),),
    "throbbing": ((0, 0, 0.85), (0, 0, 0.25)),
    "deep": ((0, 0, 0.45),),
    "swollen": ((-0.45, 0, 0.3), (0.45, 0, 0.3)),
}


def strength_color(theme: Theme, intensity: int) -> QColor:
    """The colour of a mark: lighter for a faint pain, the full colour from 6 of 10."""
    return mix(theme.mark, theme.body_light, max(0.0, (6 - intensity) * 0.05))


def strength_alpha(intensity: int) -> float:
    """How much of the skin a mark covers: from a veil at 0 to nearly all at 10."""
    return 0.20 + 0.055 * intensity


def sign_color(theme: Theme, intensity: int) -> QColor:
    """Signs stand out from the mark's own fill: dark on a faint mark, light on a strong one."""
    made = QColor(theme.surface if strength_alpha(intensity) > 0.5 else mix(theme.mark, theme.text, 0.3))
    made.setAlphaF(0.9)
    return made
