"""The referral plate of a muscle: one printed page with every view, the zones, the X marks and what they mean.

A4 across at 300 dots per inch. Painted by the same painters as the window, always in the light dress: it is for paper.
Lengths are logical pixels of 1/120 inch, so that lines, dots and crosses are as large on paper as they are on a screen.
"""

from __future__ import annotations

import os
from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication, QGraphicsScene

from bodymap.atlas.model import Muscle, TriggerPoint
from bodymap.body.surface import Side, body_facts
from bodymap.body.view import View
from bodymap.engine import ChosenZones, Engine
from bodymap.gui.canvas.figure import FigureItem, line
from bodymap.gui.canvas.layers import SpotLayer, ZoneLayer, ZonePaths, faded
from bodymap.gui.canvas.pictures import Pictures
from bodymap.gui.canvas.shapes import cross_path
from bodymap.gui.canvas.stipple import stipple
from bodymap.gui.closeup import pictures_of, zone_paths
from bodymap.gui.theme import LIGHT, Theme

WIDTH, HEIGHT = 1404, 992
RATIO = 2.5
MARGIN = 52
FIGURES_TOP, FIGURES_HEIGHT = 146, 552
GAP_CM = 5.0
SOLES_ENLARGED = 1.8
PAPER = replace(LIGHT, window=QColor("#ffffff"), surface=QColor("#ffffff"))
FAMILY = "Noto Sans", "DejaVu Sans", "Helvetica", "Arial"


def draw_plate(engine: Engine, muscle: str, side: Side) -> bytes:
    """The plate of a muscle on one side as a PNG file. Makes its own Qt application where none runs yet."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    image = _Page(engine, engine.atlas.muscles[muscle], side, application).image()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


class _Page:
    """One plate in the making; lengths are pixels of the page."""

    def __init__(self, engine: Engine, muscle: Muscle, side: Side, parent: QObject) -> None:
        self.engine, self.muscle, self.side = engine, muscle, side
        self.zones: ChosenZones = engine.zone(muscle.id, side)
        self.pictures: Pictures = pictures_of(body_facts().shade, parent)
        self.theme: Theme = PAPER

    def image(self) -> QImage:
        image = QImage(round(WIDTH * RATIO), round(HEIGHT * RATIO), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(RATIO)
        image.setDotsPerMeterX(round(300 / 0.0254))
        image.setDotsPerMeterY(round(300 / 0.0254))
        image.fill(self.theme.window)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._title(painter)
        self._figures(painter)
        self._points(painter)
        self._foot(painter)
        painter.end()
        return image

    def _title(self, painter: QPainter) -> None:
        base = 78.0
        side = _tr("right side") if self.side == "right" else _tr("left side")
        painter.setPen(self.theme.text)
        painter.setFont(_font(36, QFont.Weight.DemiBold))
        painter.drawText(QPointF(MARGIN, base), self.muscle.name)
        across = QFontMetricsF(painter.font()).horizontalAdvance(self.muscle.name)
        painter.setFont(_font(20))
        painter.setPen(self.theme.text_muted)
        painter.drawText(QPointF(MARGIN + across + 18, base), side)
        painter.setFont(_font(17))
        painter.drawText(QPointF(MARGIN, base + 30), self.muscle.plain)
        self._legend(painter, base - 8)

    def _legend(self, painter: QPainter, middle: float) -> None:
        """Essential, spillover, trigger point, fibres: at the right end of the title."""
        entries = [_tr("where it usually hurts"), _tr("where it may hurt too"), _tr("trigger point"), _tr("fibres")]
        painter.setFont(_font(14))
        metrics = QFontMetricsF(painter.font())
        left = WIDTH - MARGIN - sum(metrics.horizontalAdvance(entry) + 60 for entry in entries) + 24
        for kind, entry in enumerate(entries):
            self._sample(painter, kind, QRectF(left, middle - 9, 26, 18))
            painter.setPen(self.theme.text_muted)
            painter.drawText(QPointF(left + 34, middle + 5), entry)
            left += metrics.horizontalAdvance(entry) + 60

    def _sample(self, painter: QPainter, kind: int, box: QRectF) -> None:
        patch = QPainterPath()
        patch.addRoundedRect(box, 5, 5)
        if kind == 0:
            painter.fillPath(patch, faded(self.theme.essential, 0.62))
        elif kind == 1:
            painter.fillPath(patch, faded(self.theme.spillover, 0.10))
            painter.fillPath(patch, stipple(self.theme.spillover, 1.0, RATIO))
            painter.strokePath(patch, line(faded(self.theme.spillover, 0.5), 0.9))
        elif kind == 2:
            painter.strokePath(cross_path(12).translated(box.center()), line(self.theme.trigger, 2.4))
        else:
            painter.setPen(line(self.theme.fibre, 1.6))
            painter.drawLine(QPointF(box.left(), box.bottom() - 3), QPointF(box.right(), box.top() + 3))

    def _figures(self, painter: QPainter) -> None:
        for view, box in places_of_views(self.engine):
            self._figure(painter, view, box)
            self._under(painter, view, box)

    def _figure(self, painter: QPainter, view: View, box: QRectF) -> None:
        paths = [zone_paths(view, point) for point in self.zones.points]
        self.pictures.picture(view.surface.name, view.id, self.theme, 1000.0)
        self.pictures.wait()
        QCoreApplication.processEvents()
        scene = QGraphicsScene()
        figure = FigureItem(view, self.pictures, self.theme)
        scene.addItem(figure)
        zones = ZoneLayer(figure, figure.boundingRect(), self.theme)
        spots = SpotLayer(figure, figure.boundingRect(), self.theme)
        zones.display(paths)
        spots.display(paths)
        source = QRectF(0, 0, *view.size_cm).adjusted(-1, -1, 1, 1)
        scale = box.width() / view.size_cm[0]
        scene.render(painter, box.adjusted(-scale, -scale, scale, scale), source)
        if len(paths) > 1:
            self._numbers(painter, paths, box, view)

    def _numbers(self, painter: QPainter, paths: list[ZonePaths], box: QRectF, view: View) -> None:
        """The number of each trigger point beside its X marks, where the page is empty, none over another."""
        scale = box.width() / view.size_cm[0]
        middle = {"left": float("inf"), "right": -1.0}.get(view.id, view.size_cm[0] / 2)
        painter.setFont(_font(12, QFont.Weight.DemiBold))
        shown = [(number, each.spots[0]) for number, each in enumerate(paths, 1) if each.spots]
        taken: list[float] = []
        for number, (x, y) in sorted(shown, key=lambda each: each[1][1]):
            level = max([y * scale, *(other + 17 for other in taken)])
            taken.append(level)
            outward = -1 if x < middle else 1
            at = box.topLeft() + QPointF(x * scale + outward * 46, level)
            spot = box.topLeft() + QPointF(x * scale + outward * 8, y * scale)
            painter.setPen(line(self.theme.text_muted, 0.8))
            painter.drawLine(spot, at)
            painter.setBrush(self.theme.window)
            painter.drawEllipse(at, 8, 8)
            painter.setPen(self.theme.trigger)
            painter.drawText(QRectF(at.x() - 8, at.y() - 8, 16, 16), Qt.AlignmentFlag.AlignCenter, str(number))

    def _under(self, painter: QPainter, view: View, box: QRectF) -> None:
        """The view's name, and R and L: people mix them up."""
        names = {
            "front": _tr("Front"),
            "back": _tr("Back"),
            "left": _tr("Left side"),
            "right": _tr("Right side"),
            "soles": _tr("Soles, larger"),
        }
        top = FIGURES_TOP + FIGURES_HEIGHT + 8
        middle = box.left() + view.outline.centroid.x * box.width() / view.size_cm[0]
        painter.setFont(_font(16))
        painter.setPen(self.theme.text_muted)
        painter.drawText(QRectF(middle - 120, top, 240, 24), Qt.AlignmentFlag.AlignCenter, names[view.id])
        if view.id in ("left", "right"):
            return
        letters = ("R", "L") if view.id in ("front", "soles") else ("L", "R")
        painter.setFont(_font(16, QFont.Weight.DemiBold))
        reach = QFontMetricsF(_font(16)).horizontalAdvance(names[view.id]) / 2 + 22
        for letter, x in zip(letters, (middle - reach, middle + reach), strict=True):
            painter.drawText(QRectF(x - 14, top, 28, 24), Qt.AlignmentFlag.AlignCenter, letter)

    def _points(self, painter: QPainter) -> None:
        """What each trigger point does, in columns."""
        points = self.muscle.trigger_points
        columns = max(len(points), 2)
        gap = 28.0
        width = (WIDTH - 2 * MARGIN - gap * (columns - 1)) / columns
        top = FIGURES_TOP + FIGURES_HEIGHT + 52
        for index, point in enumerate(points):
            box = QRectF(MARGIN + index * (width + gap), top, width, HEIGHT - top - 70)
            self._column(painter, point, f"{index + 1}  " if len(points) > 1 else "", box)

    def _column(self, painter: QPainter, point: TriggerPoint, number: str, box: QRectF) -> None:
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        y = box.top()
        size = 15 if len(self.muscle.trigger_points) < 4 else 13
        parts = [
            (f"{number}{point.name}", _font(size + 1, QFont.Weight.DemiBold), self.theme.text),
            (point.refers, _font(size), self.theme.text),
            (self._evidence(point), _font(size - 2), self.theme.text_muted),
        ]
        for text, font, color in parts:
            painter.setFont(font)
            painter.setPen(color)
            room = QRectF(box.left(), y, box.width(), HEIGHT)
            taken = painter.boundingRect(room, flags, text)
            painter.drawText(room, flags, text)
            y += taken.height() + 6

    def _evidence(self, point: TriggerPoint) -> str:
        titles = [self.engine.atlas.sources[key].title for key in point.sources[:2]]
        known = _tr("Checked against") if point.checked else _tr("Not yet checked against the printed source")
        return f"{known}: {'; '.join(titles)}." if point.checked else f"{known}."

    def _foot(self, painter: QPainter) -> None:
        painter.setPen(line(self.theme.border, 1))
        painter.drawLine(QPointF(MARGIN, HEIGHT - 60), QPointF(WIDTH - MARGIN, HEIGHT - 60))
        painter.setFont(_font(13))
        painter.setPen(self.theme.text_muted)
        words = _tr(
            "Patterns are published observations, not a diagnosis; they differ from person to person and the evidence "
            "is debated. The body is a model of one {} of {} cm."
        ).format(self.engine.surface.name, round(self.engine.surface.height_cm))
        painter.drawText(QPointF(MARGIN, HEIGHT - 36), words)
        painter.drawText(QRectF(WIDTH - MARGIN - 200, HEIGHT - 51, 200, 20), Qt.AlignmentFlag.AlignRight, "Bodymap")


def places_of_views(engine: Engine) -> list[tuple[View, QRectF]]:
    """Where the views stand on the page: all in one scale and on one line; only the soles are enlarged."""
    views = [engine.view(name) for name in body_facts().views]
    sizes = [(view.size_cm[0] * _enlarged(view), view.size_cm[1] * _enlarged(view)) for view in views]
    scale = min(
        FIGURES_HEIGHT / max(height for _, height in sizes),
        (WIDTH - 2 * MARGIN) / (sum(width for width, _ in sizes) + GAP_CM * (len(views) - 1)),
    )
    spare = (WIDTH - 2 * MARGIN - scale * sum(width for width, _ in sizes)) / (len(views) - 1)
    left, placed = float(MARGIN), []
    for view, (width, height) in zip(views, sizes, strict=True):
        top = FIGURES_TOP + FIGURES_HEIGHT - height * scale
        placed.append((view, QRectF(left, top, width * scale, height * scale)))
        left += width * scale + spare
    return placed


def _enlarged(view: View) -> float:
    return SOLES_ENLARGED if view.id == "soles" else 1.0


def _font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILY))
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plate", text)
