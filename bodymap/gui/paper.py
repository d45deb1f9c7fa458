"""What pages for paper share, plates and pictures of drawings alike: white ground, type, views, and the PNG file.

They are painted by the same painters as the window, always in the light dress. Lengths are logical pixels of 1/120
inch, so that lines, dots and crosses are as large on paper as they are on a screen; files have 300 dots per inch.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication

from bodymap.gui.plate_layout import FIGURES_HEIGHT, FIGURES_TOP
from bodymap.gui.theme import LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsScene

    from bodymap.body.view import View
    from bodymap.gui.canvas.pictures import Pictures

RATIO = 2.5
PAPER = structs.replace(LIGHT, window=QColor("#ffffff"), surface=QColor("#ffffff"))
FAMILY = "Noto Sans", "DejaVu Sans", "Helvetica", "Arial"
_FINEST = 1000.0
_DOTS_PER_METER = round(300 / 0.0254)


def application() -> QCoreApplication:
    """The Qt application that runs, or a new one that needs no screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication.instance() or QApplication([])


def blank(width: float, height: float) -> QImage:
    """An empty page of that size."""
    image = QImage(round(width * RATIO), round(height * RATIO), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(RATIO)
    image.setDotsPerMeterX(_DOTS_PER_METER)
    image.setDotsPerMeterY(_DOTS_PER_METER)
    image.fill(PAPER.window)
    return image


def painter_on(image: QImage) -> QPainter:
    """A painter with smooth edges."""
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def png_of(image: QImage) -> bytes:
    """The page as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def paper_font(pixels: int, *, bold: bool = False) -> QFont:
    """Type of that height."""
    font = QFont()
    font.setFamilies(list(FAMILY))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def shade(pictures: Pictures, view: View) -> None:
    """Have the finest shading of a view at hand; blocks until it is read."""
    pictures.picture(view.surface.name, view.id, PAPER, _FINEST)
    pictures.wait()
    QCoreApplication.processEvents()


def paint_view(painter: QPainter, scene: QGraphicsScene, view: View, box: QRectF) -> None:
    """A scene of a view in cm, with a little air round it, in its ``box`` on the page."""
    scale = box.width() / view.size_cm[0]
    source = QRectF(0, 0, *view.size_cm).adjusted(-1, -1, 1, 1)
    scene.render(painter, box.adjusted(-scale, -scale, scale, scale), source)


def paint_under(painter: QPainter, name: str, letters: tuple[str, str] | None, middle: float, away: float) -> None:
    """A view's name under it, centred at ``middle``; R and L ``away`` from there: people mix them up."""
    top = FIGURES_TOP + FIGURES_HEIGHT + 8
    painter.setPen(PAPER.text_muted)
    painter.setFont(paper_font(16))
    painter.drawText(QRectF(middle - 120, top, 240, 24), Qt.AlignmentFlag.AlignCenter, name)
    if letters is None:
        return
    painter.setFont(paper_font(16, bold=True))
    for letter, x in zip(letters, (middle - away, middle + away), strict=True):
        painter.drawText(QRectF(x - 14, top, 28, 24), Qt.AlignmentFlag.AlignCenter, letter)
