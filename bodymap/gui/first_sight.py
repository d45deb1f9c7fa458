"""A picture of the figures, shown for the moment that the geometry of the body takes to load.

When the window closes it keeps a picture of itself with bare figures: no marks, nothing of the person. The next start
shows it before anything else is imported, and hands clicks made on it to the real canvas.
"""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QMainWindow, QWidget

from bodymap import __version__
from bodymap.errors import BodymapError
from bodymap.paths import asset, private_folder

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "first-sight"
KEPT_PICTURES = 12
LIGHTLY = 80
"""How a PNG is packed, 0 to 100 (smallest to fastest): this one is read in half the time for a sixth more bytes."""


def picture_file(cache: Path, look: str, size: QSize, ratio: float) -> Path:
    """Where the picture of a window of that look, size and device pixel ratio is kept.

    The name also says which figures it shows, so that new ones are never preceded by a picture of the old.
    """
    made = asset("body/body.json").stat().st_mtime_ns
    return cache / FOLDER / f"{look}-{size.width()}x{size.height()}-{ratio:g}-{__version__}-{made:x}.png"


class FirstSight(QWidget):
    """Shows the picture; remembers clicks until :meth:`hand_over`."""

    def __init__(self, picture: QImage) -> None:
        super().__init__()
        self.setObjectName("firstSight")
        self._picture = picture
        self._clicks: list[QPoint] = []
        self.painted = False

    @classmethod
    def at(cls, file: Path) -> FirstSight | None:
        """The picture in ``file``; None when there is none or it can't be read, which costs nothing but the moment."""
        picture = QImage(str(file)) if file.is_file() else QImage()
        return cls(picture) if not picture.isNull() else None

    @staticmethod
    def keep(window: QMainWindow, bar: QWidget, canvas: QGraphicsView, file: Path) -> None:
        """Draw the window with nothing but the toolbar and bare figures, and write the picture to ``file``."""
        ratio = window.devicePixelRatioF()
        picture = QImage(window.size() * ratio, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(ratio)
        picture.fill(window.palette().window().color())
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        bar.render(painter, bar.mapTo(window, QPoint(0, 0)))
        viewport = canvas.viewport()
        corner = viewport.mapTo(window, QPoint(0, 0))
        painter.setClipRect(QRectF(QPointF(corner), viewport.size().toSizeF()))
        painter.translate(corner)
        painter.setWorldTransform(canvas.viewportTransform(), combine=True)
        canvas.scene().drawBackground(painter, canvas.mapToScene(viewport.rect()).boundingRect())
        painter.end()
        # Without the picture the next start shows the figures a moment later: no reason to trouble anybody.
        with contextlib.suppress(BodymapError, OSError):
            folder = private_folder(file.parent)
            for old in sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime_ns)[:-KEPT_PICTURES]:
                old.unlink()
            picture.save(str(file), quality=LIGHTLY)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture where the window had it."""
        painter = QPainter(self)
        painter.drawImage(-self.mapTo(self.window(), QPoint(0, 0)), self._picture)
        painter.end()
        self.painted = True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._clicks.append(event.globalPosition().toPoint())

    def hand_over(self, viewport: QWidget) -> None:
        """Give the clicks to the canvas as soon as it lies where it belongs, and go."""
        for place in self._clicks:
            QTimer.singleShot(0, viewport, partial(click_on, viewport, place))
        self.deleteLater()


def click_on(widget: QWidget, place: QPoint) -> None:
    """Press and release the left button over a widget, at a place of the screen in logical pixels."""
    left, nothing = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    at = QPointF(widget.mapFromGlobal(place))
    for kind, buttons in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, nothing)):
        made = QMouseEvent(kind, at, QPointF(place), left, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.postEvent(widget, made)
