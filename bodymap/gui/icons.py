"""The line icons of the window: small SVG pictures that take the colour of the text beside them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from bodymap.paths import asset

if TYPE_CHECKING:
    from bodymap.gui.theme import Theme

_SIZE = 20


def icon(name: str, theme: Theme, color: QColor | None = None) -> QIcon:
    """The icon ``assets/icons/NAME.svg`` in ``color`` (the text colour when None); Qt pales it where it is disabled.

    Raises:
        BodymapError: there is no such icon.
        ValueError: the file is no SVG picture.
    """
    finest = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    return _icon(name, (color or theme.text).rgba(), finest)


def pixmap(name: str, color: QColor, size: int, scale: float) -> QPixmap:
    """The icon as a picture of ``size`` logical pixels at device scale ``scale``."""
    return _draw(name, color.rgba(), size, scale)


@lru_cache(maxsize=256)
def _icon(name: str, ink: int, scale: float) -> QIcon:
    return QIcon(_draw(name, ink, _SIZE, scale))


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return asset(f"icons/{name}.svg").read_text(encoding="utf-8")


def _draw(name: str, ink: int, size: int, scale: float) -> QPixmap:
    color = QColor.fromRgba(ink)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color.name()).encode()))
    if not renderer.isValid():
        raise ValueError(f"not an SVG picture: {name}")
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture
