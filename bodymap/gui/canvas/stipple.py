"""Even dots for spillover zones: the same size on the screen at every zoom, and fixed to the skin.

The dots' spacing in cm is halved whenever the zoom doubles, so between two such steps they grow with the body instead
of crawling over it. The tile is drawn for the exact scale in device pixels, so that the dots stay round and sharp.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QTransform

SPACING_PX = 7.0
DOT_SHARE = 0.19
"""Radius of a dot as a share of the spacing."""


def stipple(color: QColor, scale: float, ratio: float) -> QBrush:
    """A brush of dots for a painter in cm at ``scale`` logical pixels per cm on a screen of device pixel ``ratio``."""
    spacing = spacing_cm(scale)
    pixels = max(4, round(spacing * scale * ratio))
    brush = QBrush(_tile(color.rgba(), pixels))
    step = spacing / pixels
    brush.setTransform(QTransform.fromScale(step, step))
    return brush


def spacing_cm(scale: float) -> float:
    """Distance between neighbouring dots of a row: a power of two in cm that takes about SPACING_PX on the screen."""
    return 2.0 ** round(math.log2(SPACING_PX / scale))


@lru_cache(maxsize=32)
def _tile(rgba: int, pixels: int) -> QImage:
    """Two rows of dots, the second one shifted by half a spacing; the tile repeats without a seam."""
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(rgba))
    radius = pixels * DOT_SHARE
    for x, y in ((0.25, 0.25), (0.75, 0.75)):
        painter.drawEllipse(QPointF(x * pixels, y * pixels), radius * 0.75, radius * 0.75)
    painter.end()
    return image
