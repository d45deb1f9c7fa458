"""Little pictures of marks, as they look on the body: a bit of marked skin, and the sign of a quality on a chip."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from bodymap.gui.patterns import draw_sign, shown_qualities, sign_color, strength_alpha, strength_color
from bodymap.gui.theme import faded, mix

if TYPE_CHECKING:
    from bodymap.gui.theme import Theme

SIGN_PX = 18
"""Side of the square that a sign is drawn in: on the body they stand about 13 apart, on a chip a little larger."""
CORNER = 5.0


class MarkSwatch(QWidget):
    """A bit of skin with a mark of that strength and with the signs of its qualities."""

    def __init__(
        self, theme: Theme, intensity: int, qualities: frozenset[str] = frozenset(), size: tuple[int, int] = (34, 20)
    ) -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self._intensity, self._qualities = intensity, qualities
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_mark(self, intensity: int, qualities: frozenset[str]) -> None:
        """Show another strength or other qualities."""
        if (intensity, qualities) != (self._intensity, self._qualities):
            self._intensity, self._qualities = intensity, qualities
            self.update()

    def sizeHint(self) -> QSize:
        """As it was asked for; usually a line of text high."""
        return QSize(*self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw skin, mark and signs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._theme, self._intensity, self._qualities)
        painter.end()


def paint_mark(
    painter: QPainter, box: QRectF, theme: Theme, intensity: int, qualities: frozenset[str] = frozenset()
) -> None:
    """A piece of skin in ``box``, all of it marked, one sign of each quality beside the other."""
    patch = QPainterPath()
    patch.addRoundedRect(box, CORNER, CORNER)
    color = strength_color(theme, intensity)
    painter.fillPath(patch, mix(theme.body_dark, theme.body_light, 0.8))
    painter.fillPath(patch, faded(color, strength_alpha(intensity)))
    shown = shown_qualities(qualities)
    side = min(box.height() * 0.85, box.width() / max(1, len(shown)))
    for index, quality in enumerate(shown):
        middle = box.left() + (index + 0.5) * box.width() / len(shown)
        square = QRectF(middle - side / 2, box.center().y() - side / 2, side, side)
        draw_sign(painter, quality, square, sign_color(theme, intensity))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1.4))
    painter.drawPath(patch)


def sign_icon(quality: str, theme: Theme) -> QIcon:
    """The sign of a quality for a chip, in the colours that its text has when it is picked and when it is not."""
    finest = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    return _sign_icon(quality, theme.text.rgba(), theme.accent_text.rgba(), finest)


@lru_cache(maxsize=64)
def _sign_icon(quality: str, plain: int, picked: int, scale: float) -> QIcon:
    made = QIcon()
    for color, state in ((plain, QIcon.State.Off), (picked, QIcon.State.On)):
        made.addPixmap(_sign(quality, QColor.fromRgba(color), scale), QIcon.Mode.Normal, state)
    return made


def _sign(quality: str, color: QColor, scale: float) -> QPixmap:
    picture = QPixmap(round(SIGN_PX * scale), round(SIGN_PX * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_sign(painter, quality, QRectF(0, 0, SIGN_PX, SIGN_PX), color)
    painter.end()
    return picture
