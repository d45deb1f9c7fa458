"""The big clock: a ring that empties with the phase, the word, the seconds and which repetition it is."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bodymap.gui.theme import Theme, font, mix

SMALLEST, SMALL, LARGEST = 84, 132, 300
"""The ring's diameter in logical pixels; texts inside are fitted to it."""

_FAR_PX, FAR_SCALE = 110.0, 8.0
"""A room higher than this is made to be read from afar: letters there may grow more."""
LEAST_BREATH = 0.5
"""The disc that leads the breath is never smaller than this share of the ring."""


class Face(Struct, frozen=True):
    """What the clock shows. ``left`` 1..0 is the share of the ring that is still full; ``strong`` marks work.

    ``breath`` 0..1 is how full the disc inside is that leads the breath (None: there is none).
    """

    word: str
    numeral: str
    below: str = ""
    left: float = 1.0
    strong: bool = False
    dimmed: bool = False
    breath: float | None = None


class ClockRing(QWidget):
    """Paints a :class:`Face`. It never animates by itself: whoever sets the face decides when."""

    def __init__(self, theme: Theme, *, largest: int = LARGEST, name: str = "clockRing") -> None:
        super().__init__()
        self.setObjectName(name)
        self._theme = theme
        self._largest = largest
        self._face = Face("", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_diameter(SMALL)

    @property
    def face(self) -> Face:
        """What is shown now."""
        return self._face

    def show_face(self, face: Face) -> None:
        """Show another face; paints only when something differs."""
        if face != self._face:
            self._face = face
            self.update()

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        self.update()

    def set_diameter(self, pixels: int) -> None:
        """Make the ring that large, within its limits."""
        size = max(SMALLEST, min(self._largest, pixels))
        if (size, size) != (self.minimumWidth(), self.minimumHeight()):
            self.setFixedSize(QSize(size, size))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Track, arc with its round end, and the texts fitted between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), self.height()))
        stroke = max(6.0, side * 0.034)
        ring = QRectF(0, 0, side, side).adjusted(stroke, stroke, -stroke, -stroke)
        ring.moveCenter(QPointF(self.width() / 2, self.height() / 2))
        if self._face.breath is not None:
            self._paint_breath(painter, ring, stroke, self._face.breath)
        self._paint_arc(painter, ring, stroke)
        self._paint_texts(painter, ring.adjusted(stroke * 1.6, stroke * 1.6, -stroke * 1.6, -stroke * 1.6))

    def _paint_breath(self, painter: QPainter, ring: QRectF, stroke: float, full: float) -> None:
        """A disc behind the texts, that swells up to the ring and sinks to half of it."""
        radius = (ring.width() / 2 - stroke / 2) * (LEAST_BREATH + (1.0 - LEAST_BREATH) * full)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(self._theme.surface, self._theme.accent, 0.10 if self._face.dimmed else 0.22))
        painter.drawEllipse(ring.center(), radius, radius)

    def _paint_arc(self, painter: QPainter, ring: QRectF, stroke: float) -> None:
        theme, face = self._theme, self._face
        painter.setPen(_round_pen(mix(theme.surface_alt, theme.border, 0.35), stroke))
        painter.drawEllipse(ring)
        ink = theme.accent if face.strong else mix(theme.text_muted, theme.window, 0.3)
        painter.setPen(_round_pen(mix(ink, theme.window, 0.55) if face.dimmed else ink, stroke))
        if face.left > 0.0005:
            # Qt counts sixteenths of a degree, anticlockwise from three o'clock; the ring empties clockwise.
            painter.drawArc(ring, 90 * 16, round(min(face.left, 1.0) * 360 * 16))

    def _paint_texts(self, painter: QPainter, room: QRectF) -> None:
        theme, face = self._theme, self._face
        middle = room.center()
        numeral = font("numeral")
        high = _fitted(numeral, face.numeral, room.width() * 0.64, room.height() * 0.43)
        metrics = QFontMetricsF(high)
        if room.height() * 0.43 >= _FAR_PX:
            high.setWeight(QFont.Weight.Medium)  # thin strokes are lost on the way across the room
        painter.setFont(high)
        painter.setPen(mix(theme.text, theme.window, 0.35) if face.dimmed else theme.text)
        digits = metrics.tightBoundingRect("0")
        baseline = middle.y() + digits.height() / 2 + room.height() * 0.03
        painter.drawText(QPointF(middle.x() - metrics.horizontalAdvance(face.numeral) / 2, baseline), face.numeral)
        gap = room.height() * 0.055
        self._paint_word(painter, room, baseline - digits.height() - gap)
        if face.below:
            small = _fitted(font("body"), face.below, room.width() * 0.6, room.height() * 0.13)
            lines = QFontMetricsF(small)
            painter.setFont(small)
            painter.setPen(theme.text_muted)
            place = QPointF(middle.x() - lines.horizontalAdvance(face.below) / 2, baseline + gap + lines.ascent())
            painter.drawText(place, face.below)

    def _paint_word(self, painter: QPainter, room: QRectF, bottom: float) -> None:
        """The word above the numeral, on two lines when it is long, each as wide as the circle allows there."""
        theme, face = self._theme, self._face
        lines = _broken(face.word)
        painter.setPen(theme.accent if face.strong and not face.dimmed else theme.text_muted)
        top = room.top() + room.height() * (0.09 if len(lines) > 1 else 0.13)
        height = (bottom - top) / len(lines)
        most = room.height() * 0.125
        for number, line in enumerate(lines):
            middle = top + height * (number + 0.5)
            # Every line in the size of the longest one, in the width that the circle has at the first.
            fits = _fitted(
                font("heading"), max(lines, key=len), _chord(room, top + height * 0.2) * 0.92, min(height, most)
            )
            painter.setFont(fits)
            metrics = QFontMetricsF(fits)
            place = QPointF(room.center().x() - metrics.horizontalAdvance(line) / 2, middle + metrics.capHeight() / 2)
            painter.drawText(place, line)


def _round_pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _chord(room: QRectF, y: float) -> float:
    """How wide the circle in ``room`` is at height ``y``."""
    radius = room.height() / 2
    away = min(abs(y - room.center().y()), radius * 0.98)
    return 2.0 * float((radius**2 - away**2) ** 0.5)


def _broken(word: str) -> tuple[str, ...]:
    """A long text on two lines of about the same length."""
    if len(word) <= 13 or " " not in word:
        return (word,)
    breaks = [at for at, sign in enumerate(word) if sign == " "]
    best = min(breaks, key=lambda at: abs(at - len(word) / 2))
    return word[:best], word[best + 1 :]


def _fitted(wanted: QFont, text: str, width: float, height: float) -> QFont:
    """``wanted`` made larger or smaller so that ``text`` fits the room; at most 2.6 times its own size near by."""
    metrics = QFontMetricsF(wanted)
    needs = max(metrics.horizontalAdvance(text or "0"), 1.0)
    scale = min(width / needs, height / max(metrics.capHeight() * 1.35, 1.0), 2.6 if height < _FAR_PX else FAR_SCALE)
    made = QFont(wanted)
    if made.pointSizeF() > 0:
        made.setPointSizeF(max(5.0, made.pointSizeF() * scale))
    else:
        made.setPixelSize(max(7, round(made.pixelSize() * scale)))
    return made
