"""Pictures of a drawing on all views, to print, to send or to keep: PNG with the shaded figures, SVG as vectors."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsScene

from bodymap.body.surface import body_facts
from bodymap.engine import Engine
from bodymap.gui.canvas.figure import FigureItem, line
from bodymap.gui.canvas.mark_layer import MarkLayer, MarkPaths
from bodymap.gui.canvas.pictures import Pictures
from bodymap.gui.canvas.shapes import path_of
from bodymap.gui.closeup import pictures_of
from bodymap.gui.paper import (
    PAPER,
    application,
    blank,
    paint_under,
    paint_view,
    painter_on,
    paper_font,
    png_of,
    shade,
)
from bodymap.gui.patterns import draw_sign, sign_color, strength_alpha, strength_color
from bodymap.gui.picture_page import (
    COLUMNS,
    NUMBER_RADIUS,
    SWATCH_SIGN,
    Entry,
    Figure,
    Page,
    Seen,
    legend,
    letters_away,
    shown_on,
)
from bodymap.gui.picture_svg import svg_of
from bodymap.gui.plate_layout import MARGIN, WIDTH, stand
from bodymap.gui.theme import faded
from bodymap.pain.drawing import Drawing


def draw_svg(engine: Engine, drawing: Drawing, when: date) -> str:
    """A drawing as a standalone SVG document, made on the day ``when``."""
    return svg_of(Page(engine, drawing, when))


def draw_png(engine: Engine, drawing: Drawing, when: date) -> bytes:
    """A drawing as a PNG file of 300 dots per inch. Makes its own Qt application where none runs yet."""
    return png_of(_Painting(Page(engine, drawing, when), application()).image())


class _Painting:
    """One picture in the making; lengths are pixels of the page."""

    def __init__(self, page: Page, parent: QObject) -> None:
        self.page = page
        self.pictures: Pictures = pictures_of(body_facts().shade, parent)

    def image(self) -> QImage:
        image = blank(*self.page.size)
        painter = painter_on(image)
        self._head(painter)
        for figure in self.page.figures:
            self._figure(painter, figure)
        for entry in self.page.entries:
            self._entry(painter, entry)
        self._foot(painter)
        painter.end()
        return image

    def _head(self, painter: QPainter) -> None:
        _words(painter, self.page.title, MARGIN, 78, 36, bold=True)
        _words(painter, f"{self.page.day} · {self.page.total}", MARGIN, 108, 17, muted=True)
        for sample in legend(self.page):
            box = QRectF(sample.x, sample.y, 26, 18)
            if sample.intensity is not None:
                _swatch(painter, box, sample.intensity, ())
            elif sample.quality:
                draw_sign(painter, sample.quality, box.adjusted(4, 0, -4, 0), PAPER.text)
            _words(painter, sample.words, sample.x + sample.indent, sample.y + 14, 14, muted=True)

    def _figure(self, painter: QPainter, figure: Figure) -> None:
        view, box = figure.view, figure.box
        shade(self.pictures, view)
        scene = QGraphicsScene()
        item = FigureItem(view, self.pictures, PAPER)
        scene.addItem(item)
        layer = MarkLayer(item, item.boundingRect(), PAPER, item.outline)
        layer.display([_paths(seen) for seen in figure.seen], None)
        paint_view(painter, scene, view, box)
        for seen in figure.seen:
            if seen.numbered:
                _number(painter, seen)
        paint_under(painter, figure.name, figure.letters, stand(view, box), letters_away(figure.name))

    def _entry(self, painter: QPainter, entry: Entry) -> None:
        room = (WIDTH - 2 * MARGIN) / COLUMNS - 76
        _words(painter, str(entry.number), entry.x, entry.y + 14, 15, bold=True)
        _swatch(painter, QRectF(entry.x + 24, entry.y, 26, 18), entry.mark.intensity, shown_on(entry.mark))
        _words(painter, entry.label, entry.x + 60, entry.y + 14, 15, bold=True, room=room)
        _words(painter, entry.details, entry.x + 60, entry.y + 32, 13, muted=True, room=room)

    def _foot(self, painter: QPainter) -> None:
        width, height = self.page.size
        painter.setPen(line(PAPER.border, 1))
        painter.drawLine(QPointF(MARGIN, height - 60), QPointF(width - MARGIN, height - 60))
        if self.page.more:
            _words(painter, self.page.more, MARGIN, height - 100, 13, muted=True)
        _words(painter, self.page.foot, MARGIN, height - 36, 13, muted=True)


def _paths(seen: Seen) -> MarkPaths:
    return MarkPaths(seen.number, seen.mark.intensity, path_of(seen.area), qualities=shown_on(seen.mark))


def _number(painter: QPainter, seen: Seen) -> None:
    """The number of a mark beside it."""
    at = QPointF(*seen.at)
    painter.setPen(line(PAPER.text_muted, 0.8))
    painter.drawLine(QPointF(*seen.tip), at)
    painter.setBrush(PAPER.window)
    painter.drawEllipse(at, NUMBER_RADIUS, NUMBER_RADIUS)
    painter.setPen(PAPER.text)
    painter.setFont(paper_font(12, bold=True))
    painter.drawText(QRectF(at.x() - 10, at.y() - 10, 20, 20), Qt.AlignmentFlag.AlignCenter, str(seen.number))


def _swatch(painter: QPainter, box: QRectF, intensity: int, qualities: tuple[str, ...]) -> None:
    """A bit of skin, marked."""
    patch = QPainterPath()
    patch.addRoundedRect(box, 5, 5)
    color = strength_color(PAPER, intensity)
    painter.fillPath(patch, PAPER.body_light)
    painter.fillPath(patch, faded(color, strength_alpha(intensity)))
    painter.strokePath(patch, line(color, 1.2))
    pitch = box.width() / max(1, len(qualities))
    side = min(SWATCH_SIGN, pitch)
    for index, quality in enumerate(qualities):
        middle = QPointF(box.left() + (index + 0.5) * pitch, box.center().y())
        square = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        draw_sign(painter, quality, square, sign_color(PAPER, intensity))


def _words(
    painter: QPainter,
    text: str,
    x: float,
    y: float,
    size: int,
    *,
    bold: bool = False,
    muted: bool = False,
    room: float = 0.0,
) -> None:
    painter.setFont(paper_font(size, bold=bold))
    painter.setPen(PAPER.text_muted if muted else PAPER.text)
    if room:
        text = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QPointF(x, y), text)
