"""The shaded pictures of the figures: read once as grey, tinted by the theme, in the resolution that the zoom needs.

A picture is a grey image 1..255 that reaches a little beyond the silhouette. The small one is read at once, the large
one in the background when the zoom first needs it; between the two lie halved copies, since a painter that shrinks a
picture to less than half makes it rough.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from functools import lru_cache
from typing import cast

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage, QImageReader

from bodymap.body.surface import body_facts
from bodymap.errors import BodymapError
from bodymap.gui.theme import Theme, mix
from bodymap.paths import asset

COARSEST = 0.65
"""A picture is fine enough when it has this many of its pixels for each pixel of the screen: soft shading bears it."""
MOST_BYTES = 96 * 2**20
"""Tinted pictures kept at most."""


class Level(Struct, frozen=True):
    """One resolution of a picture: ``grey`` and how many of its pixels a cm takes."""

    grey: QImage
    px_per_cm: float


class Picture(Struct, frozen=True):
    """A tinted picture ready to paint with; its pixel (0, 0) is ``-pad_cm`` in both directions of the view's box."""

    image: QImage
    px_per_cm: float
    pad_cm: float


class _Finer(Struct, frozen=True):
    """What was read in the background: the levels, and each of them tinted by one theme."""

    levels: list[Level]
    tinted: list[QImage]
    theme: str


class _Mail(QObject):
    """Carries what a reading thread read to the window's thread; it belongs to both, so neither outlives it.

    Who reads holds ``turn``: one at a time, since the window needs the processor too.
    """

    read = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.turn = threading.Lock()


class Pictures(QObject):
    """The pictures of one canvas. ``finer(figure, view)`` says that a sharper one can be had now."""

    finer = Signal(str, str)

    def __init__(self, low: float, high: float, pad_cm: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._low, self._high, self._pad = low, high, pad_cm
        self._levels: dict[tuple[str, str], list[Level]] = {}
        self._tinted: OrderedDict[tuple[str, str, float, str], QImage] = OrderedDict()
        self._asked: dict[tuple[str, str], threading.Thread] = {}
        self._mail = _Mail()
        self._mail.read.connect(self._keep)

    @classmethod
    def shipped(cls) -> Pictures:
        """The pictures as ``body.json`` describes them."""
        shade = body_facts().shade
        sizes = cast("dict[str, float]", shade["px_per_cm"])
        return cls(sizes["low"], sizes["high"], cast(float, shade["pad_cm"]))

    def picture(self, figure: str, view: str, theme: Theme, device_scale: float) -> Picture:
        """The picture to paint a view with at ``device_scale`` device pixels per cm, the best there is by now."""
        key = figure, view
        if key not in self._levels:
            self._levels[key] = [Level(read_grey(figure, view, "low"), self._low)]
        levels = self._levels[key]
        if levels[-1].px_per_cm < device_scale * COARSEST and self._low < self._high:
            self._ask_for_more(figure, view, theme)
        level = next((each for each in levels if each.px_per_cm >= device_scale * COARSEST), levels[-1])
        name = figure, view, level.px_per_cm, theme.name
        if name not in self._tinted:
            self._remember(name, tinted(level.grey, theme))
        self._tinted.move_to_end(name)
        return Picture(self._tinted[name], level.px_per_cm, self._pad)

    def wait(self) -> None:
        """Let the background reading end; for closing, and for pictures that must be sharp at once."""
        for thread in self._asked.values():
            thread.join()

    def _ask_for_more(self, figure: str, view: str, theme: Theme) -> None:
        if (figure, view) not in self._asked:
            args = figure, view, self._low, self._high, theme, self._mail
            thread = threading.Thread(target=_read_finer, args=args, name=f"{figure} {view}", daemon=True)
            self._asked[figure, view] = thread
            thread.start()

    def _keep(self, figure: str, view: str, finer: _Finer) -> None:
        self._levels[figure, view].extend(finer.levels)
        for level, image in zip(finer.levels, finer.tinted, strict=True):
            self._remember((figure, view, level.px_per_cm, finer.theme), image)
        self.finer.emit(figure, view)

    def _remember(self, name: tuple[str, str, float, str], image: QImage) -> None:
        """Keep a tinted picture; those that were not painted for longest go when there are too many."""
        self._tinted[name] = image
        while len(self._tinted) > 1 and sum(each.sizeInBytes() for each in self._tinted.values()) > MOST_BYTES:
            self._tinted.popitem(last=False)


def _read_finer(figure: str, view: str, low: float, high: float, theme: Theme, mail: _Mail) -> None:
    """Read the large picture, halve it until close to the small one, tint all, and hand them over, coarsest first."""
    with mail.turn:
        try:
            levels = _levels(read_grey(figure, view, "high"), low, high)
        except BodymapError:
            return  # the small picture stays: coarse, but nothing is lost
        finer = _Finer(levels, [tinted(level.grey, theme) for level in levels], theme.name)
    mail.read.emit(figure, view, finer)


def _levels(grey: QImage, low: float, high: float) -> list[Level]:
    levels = [Level(grey, high)]
    while levels[0].px_per_cm / 2 > low * 1.2:
        levels.insert(0, Level(_halved(levels[0].grey), levels[0].px_per_cm / 2))
    return levels


def _halved(grey: QImage) -> QImage:
    """Each pixel the mean of four; an odd last row or column, which lies beyond the figure, is left out."""
    pixels = _pixels(grey)[: grey.height() // 2 * 2, : grey.width() // 2 * 2].astype(np.uint16)
    return _grey_image((pixels[::2, ::2] + pixels[1::2, ::2] + pixels[::2, 1::2] + pixels[1::2, 1::2] + 2) // 4)


def _pixels(image: QImage) -> NDArray[np.uint8]:
    """(h, w) values of an 8 bit image, or of the green channel of a 32 bit one."""
    depth = image.depth() // 8
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * depth].reshape(image.height(), image.width(), depth)[:, :, min(1, depth - 1)]


def _grey_image(pixels: NDArray[np.generic]) -> QImage:
    height, width = pixels.shape
    return QImage(pixels.astype(np.uint8).tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()


def read_grey(figure: str, view: str, size: str) -> QImage:
    """The shading of a view, "low" or "high", as an 8 bit grey image. Raises BodymapError when it can't be read."""
    for ending in ("pgm", "webp", "png"):
        try:
            path = asset(f"body/{figure}_{view}_{size}.{ending}")
        except BodymapError:
            continue
        reader = QImageReader(str(path))
        image = reader.read()
        if image.isNull():
            raise BodymapError(f"The picture {path.name} can't be read: {reader.errorString()}. Install Bodymap again.")
        if image.format() == QImage.Format.Format_Grayscale8:
            return image
        return _grey_image(_pixels(image.convertToFormat(QImage.Format.Format_RGB32)))  # far faster than Qt's own way
    raise BodymapError(f"The picture of the {figure} from the {view} is missing. Please install Bodymap again.")


def tinted(grey: QImage, theme: Theme) -> QImage:
    """A grey picture in the colours of the theme's ramp from ``body_dark`` to ``body_light``."""
    image = grey.copy()
    if not image.reinterpretAsFormat(QImage.Format.Format_Indexed8):
        raise ValueError("only 8 bit grey pictures can be tinted")
    image.setColorTable(_ramp(theme.body_dark.rgb(), theme.body_light.rgb()))
    return image.convertToFormat(QImage.Format.Format_RGB32)


@lru_cache(maxsize=4)
def _ramp(dark: int, light: int) -> list[int]:
    ends = QColor(dark), QColor(light)
    return [mix(*ends, shade / 255).rgb() for shade in range(256)]
