"""The line icons of the window: small SVG pictures that take the colour of the text beside them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from bodymap.gui.theme import Theme, mix
from bodymap.paths import asset

_SIZE = 20
_SCALES = (1, 2, 3)


def icon(name: str, theme: Theme, color: QColor | None = None) -> QIcon:
    """The icon ``assets/icons/NAME.svg`` in ``color`` (the text colour when None), paler where it is disabled.

    Raises:
        BodymapError: there is no such icon.
        ValueError: the file is no SVG picture.
    """
    ink = color or theme.text
    return _icon(name, ink.rgba(), mix(theme.text_muted, theme.window, 0.45).rgba())


def pixmap(name: str, color: QColor, size: int, scale: float) -> QPixmap:
    """The icon as a picture of ``size`` logical pixels at device scale ``scale``."""
    return _draw(name, color.rgba(), size, scale)


@lru_cache(maxsize=256)
def _icon(name: str, ink: int, faint: int) -> QIcon:
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(_draw(name, ink, _SIZE, scale), QIcon.Mode.Normal)
        made.addPixmap(_draw(name, faint, _SIZE, scale), QIcon.Mode.Disabled)
    return made


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
