"""The referral plate of a muscle: one printed page with every view, the zones, the X marks and what they mean.

A4 across; see :mod:`bodymap.gui.paper`.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsScene

from bodymap.atlas.model import Muscle, TriggerPoint
from bodymap.body.surface import Side, body_facts
from bodymap.body.view import View
from bodymap.engine import ChosenZones, Engine
from bodymap.gui.canvas.figure import FigureItem, line
from bodymap.gui.canvas.layers import SpotLayer, ZoneLayer, ZonePaths
from bodymap.gui.canvas.pictures import Pictures
from bodymap.gui.canvas.shapes import cross_path
from bodymap.gui.canvas.stipple import stipple
from bodymap.gui.closeup import pictures_of, zone_paths
from bodymap.gui.paper import (
    PAPER,
    RATIO,
    application,
    blank,
    paint_under,
    paint_view,
    painter_on,
    paper_font,
    png_of,
    shade,
)
from bodymap.gui.plate_layout import FIGURES_HEIGHT, FIGURES_TOP, HEIGHT, MARGIN, WIDTH, bounds, places_of_views, stand
from bodymap.gui.theme import Theme, faded

TYPE_SIZES = (15, 13, 12, 11, 10)
SMALL_CM = 42.0
CLOSER = 186
NUMBERS_BEYOND = {"left": math.inf, "inner_right": math.inf, "right": -1.0, "inner_left": -1.0}
"""From which x on the numbers stand to the right of their spots, where it isn't the middle of the view."""


def draw_plate(engine: Engine, muscle: str, side: Side) -> bytes:
    """The plate of a muscle on one side as a PNG file. Makes its own Qt application where none runs yet."""
    return png_of(_Page(engine, engine.atlas.muscles[muscle], side, application()).image())


class _Page:
    """One plate in the making; lengths are pixels of the page."""

    def __init__(self, engine: Engine, muscle: Muscle, side: Side, parent: QObject) -> None:
        self.engine, self.muscle, self.side = engine, muscle, side
        self.zones: ChosenZones = engine.zone(muscle.id, side)
        self.pictures: Pictures = pictures_of(body_facts().shade, parent)
        self.theme: Theme = PAPER

    def image(self) -> QImage:
        image = blank(WIDTH, HEIGHT)
        painter = painter_on(image)
        self._title(painter)
        self._figures(painter)
        self._closer(painter)
        self._points(painter)
        self._foot(painter)
        painter.end()
        return image

    def _title(self, painter: QPainter) -> None:
        base = 78.0
        side = _tr("right side") if self.side == "right" else _tr("left side")
        painter.setPen(self.theme.text)
        painter.setFont(paper_font(36, bold=True))
        painter.drawText(QPointF(MARGIN, base), self.muscle.name)
        across = QFontMetricsF(painter.font()).horizontalAdvance(self.muscle.name)
        painter.setFont(paper_font(20))
        painter.setPen(self.theme.text_muted)
        painter.drawText(QPointF(MARGIN + across + 18, base), side)
        painter.setFont(paper_font(17))
        painter.drawText(QPointF(MARGIN, base + 30), self.muscle.plain)
        self._legend(painter, base + 24)

    def _legend(self, painter: QPainter, middle: float) -> None:
        """Essential, spillover, trigger point, fibres: at the right end of the title."""
        entries = [_tr("where it usually hurts"), _tr("where it may hurt too"), _tr("trigger point"), _tr("fibres")]
        painter.setFont(paper_font(14))
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
        shade(self.pictures, view)
        paint_view(painter, self._scene(view, paths), view, box)
        if len(paths) > 1:
            self._numbers(painter, paths, box, view)

    def _scene(self, view: View, paths: list[ZonePaths]) -> QGraphicsScene:
        """A view with the muscle's zones on it."""
        scene = QGraphicsScene()
        figure = FigureItem(view, self.pictures, self.theme)
        scene.addItem(figure)
        zones = ZoneLayer(figure, figure.boundingRect(), self.theme)
        spots = SpotLayer(figure, figure.boundingRect(), self.theme)
        zones.display(paths)
        spots.display(paths)
        return scene

    def _closer(self, painter: QPainter) -> None:
        """A pattern of less than a third of the body's height also stands larger, in a ring between the side views."""
        places = {view.id: place for view, place in places_of_views(self.engine)}
        paths = {name: [zone_paths(self.engine.view(name), point) for point in self.zones.points] for name in places}
        boxes = {view: bounds(each) for view, each in paths.items() if view != "soles"}
        best = max(boxes, key=lambda view: (boxes[view].width() * boxes[view].height(), view))
        box = boxes[best]
        if box.isEmpty() or max(box.width(), box.height()) > SMALL_CM:
            return
        side = max(box.width(), box.height()) + 6.0
        source = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        middle = (places["right"].right() + places["left"].left()) / 2
        target = QRectF(middle - CLOSER / 2, FIGURES_TOP - 12, CLOSER, CLOSER)
        ring = QPainterPath()
        ring.addEllipse(target)
        painter.save()
        painter.setClipPath(ring)
        self._scene(self.engine.view(best), paths[best]).render(painter, target, source)
        painter.restore()
        painter.setPen(line(self.theme.border, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(ring)

    def _numbers(self, painter: QPainter, paths: list[ZonePaths], box: QRectF, view: View) -> None:
        """The number of each trigger point beside its X marks, where the page is empty, none over another."""
        scale = box.width() / view.size_cm[0]
        middle = NUMBERS_BEYOND.get(view.id, view.size_cm[0] / 2)
        painter.setFont(paper_font(12, bold=True))
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
        names = {
            "front": _tr("Front"),
            "back": _tr("Back"),
            "left": _tr("Left side"),
            "right": _tr("Right side"),
            "soles": _tr("Soles, larger"),
            "inner_right": _tr("Inner right leg"),
            "inner_left": _tr("Inner left leg"),
        }
        name = names[view.id]
        letters = {"left": ("R", "L"), "right": ("L", "R")}.get(body_facts().right_at.get(view.id, ""))
        away = QFontMetricsF(paper_font(16)).horizontalAdvance(name) / 2 + 22
        paint_under(painter, name, letters, stand(view, box), away)

    def _points(self, painter: QPainter) -> None:
        """What each trigger point does, in columns, in the largest type that fits."""
        points = self.muscle.trigger_points
        columns = max(len(points), 2)
        gap = 28.0 if columns < 5 else 18.0
        width = (WIDTH - 2 * MARGIN - gap * (columns - 1)) / columns
        top = FIGURES_TOP + FIGURES_HEIGHT + 52
        boxes = [QRectF(MARGIN + index * (width + gap), top, width, HEIGHT - top - 70) for index in range(len(points))]
        size = next(
            size
            for size in TYPE_SIZES
            if size == TYPE_SIZES[-1]
            or all(self._column(painter, *each, size, draw=False) <= boxes[0].height() for each in enumerate(boxes))
        )
        for index, box in enumerate(boxes):
            self._column(painter, index, box, size, draw=True)

    def _column(self, painter: QPainter, index: int, box: QRectF, size: int, *, draw: bool) -> float:
        """One trigger point in type of that size; returns the height that it takes."""
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        point = self.muscle.trigger_points[index]
        number = f"{index + 1}  " if len(self.muscle.trigger_points) > 1 else ""
        y = box.top()
        parts = [
            (f"{number}{point.name}", paper_font(size + 1, bold=True), self.theme.text),
            (point.refers, paper_font(size), self.theme.text),
            (self._evidence(point), paper_font(size - 2), self.theme.text_muted),
        ]
        for text, font, color in parts:
            painter.setFont(font)
            painter.setPen(color)
            room = QRectF(box.left(), y, box.width(), HEIGHT)
            taken = painter.boundingRect(room, flags, text)
            if draw:
                painter.drawText(room, flags, text)
            y += taken.height() + 6
        return y - box.top()

    def _evidence(self, point: TriggerPoint) -> str:
        seen = [source for key in point.sources if (source := self.engine.atlas.sources[key]).read]
        if not point.checked or not seen:
            return _tr("Not yet checked against the printed source.")
        return _tr("Checked against: {}.").format("; ".join(source.title.rstrip(".") for source in seen[:2]))

    def _foot(self, painter: QPainter) -> None:
        painter.setPen(line(self.theme.border, 1))
        painter.drawLine(QPointF(MARGIN, HEIGHT - 60), QPointF(WIDTH - MARGIN, HEIGHT - 60))
        painter.setFont(paper_font(13))
        painter.setPen(self.theme.text_muted)
        words = _tr(
            "Patterns are published observations, not a diagnosis; they differ from person to person and the evidence "
            "is debated. The body is a model of one {} of {} cm."
        ).format(self.engine.surface.name, round(self.engine.surface.height_cm))
        painter.drawText(QPointF(MARGIN, HEIGHT - 36), words)
        painter.drawText(QRectF(WIDTH - MARGIN - 200, HEIGHT - 51, 200, 20), Qt.AlignmentFlag.AlignRight, "Bodymap")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plate", text)
