"""A close-up of the spot to press: a piece of the best view with the zone, the fibres and the X on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsScene, QSizePolicy, QWidget

from bodymap.body.stroke import stroke_field
from bodymap.body.surface import Side, SurfacePoint
from bodymap.gui.canvas.figure import FigureItem
from bodymap.gui.canvas.layers import SpotLayer, ZoneLayer, ZonePaths
from bodymap.gui.canvas.pictures import Pictures
from bodymap.gui.canvas.shapes import path_of, runs_of, smooth_path
from bodymap.gui.theme import RADIUS, SPACE, Theme, Themes, faded, font

if TYPE_CHECKING:
    from bodymap.atlas.shapes import PointZones
    from bodymap.body.view import View
    from bodymap.engine import ChosenZones, Engine
    from bodymap.gui.canvas.projector import Projector

SEEN_CM = 36.0
"""Width of the piece of body shown: enough to recognise the place."""
SHAPE = 0.66
"""Height as a share of width."""
AROUND_CM = 6.0
ZONE_SHARE = 0.1
"""How much a cm² of zone counts beside one of the skin round the spot when the view is chosen."""
LOCATOR_SHARE = 0.5
EXACT_MS = 60
"""The picture is seen at once, with rough zones; so much later, when the page stands, they become exact."""
VEIL = 0.86
"""Opacity of what is laid over a picture for words to stand on."""


def best_view(projector: Projector, spot: SurfacePoint, zones: ChosenZones) -> View | None:
    """The view that shows most of the skin round ``spot``, with an eye on the zones; None where it can't be seen."""
    patch = stroke_field(projector.surface, [(spot, AROUND_CM)])
    views = [view for view in projector.views.values() if view.locate(spot) is not None]
    return max(
        views,
        key=lambda view: view.shown_cm2(patch) + ZONE_SHARE * projector.seen_cm2(zones, view.id),
        default=None,
    )


def zone_paths(view: View, zones: PointZones) -> ZonePaths:
    """The part of a trigger point's zones that a view shows."""
    places = [view.locate(spot) for spot in zones.spots]
    return ZonePaths(
        essential=path_of(view.project(zones.essential)),
        spillover=path_of(view.project(zones.spillover)),
        fibres=tuple(smooth_path(run) for run in runs_of(view.locate(point) for point in zones.fibres)),
        spots=tuple(place for place in places if place is not None),
    )


class CloseUps(QObject):
    """Makes close-ups for the panel's pages. ``projector`` gives the present figure's; ``pictures`` are the canvas's,
    since each large one takes some 30 MB."""

    def __init__(
        self, themes: Themes, projector: Callable[[], Projector], pictures: Pictures, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._themes, self._projector, self._pictures = themes, projector, pictures
        self._engine: Engine | None = None

    def set_engine(self, engine: Engine) -> None:
        """Show the zones of this engine."""
        self._engine = engine

    def make(self, muscle: str, side: Side, point: str) -> QWidget | None:
        """The picture of a trigger point's spot, or None where no view shows it."""
        if self._engine is None:
            return None
        # Asked for as the canvas does, so that the zones are traced once for both.
        whole = self._engine.zone(muscle, side)
        zones = replace(whole, points=tuple(each for each in whole.points if each.id == point))
        projector = self._projector()
        spot = zones.points[0].spots[0]
        view = best_view(projector, spot, zones)
        place = view.locate(spot) if view is not None else None
        if view is None or place is None:
            return None
        shown = _Shown(projector, zones, view, place)
        return CloseUp(shown, self._pictures, self._themes.current)


def pictures_of(shade: dict[str, object], parent: QObject) -> Pictures:
    """The shaded pictures as body.json describes them."""
    scale = shade["px_per_cm"]
    if not isinstance(scale, dict):
        raise TypeError("body.json gives px_per_cm as a table of low and high")
    return Pictures(float(scale["low"]), float(scale["high"]), float(str(shade["pad_cm"])), parent)


class _Shown(Struct, frozen=True, eq=False):
    """The zones of a trigger point on a view, and where its spot is seen there."""

    projector: Projector
    zones: ChosenZones
    view: View
    middle: tuple[float, float]

    def paths(self) -> list[ZonePaths]:
        """The zones as they are known now."""
        return self.projector.zones(self.zones, self.view.id)

    def exact(self) -> list[ZonePaths]:
        """The zones worked out exactly."""
        for _ in self.projector.exact_zones(self.zones, self.view.id):
            pass
        return self.paths()


class CloseUp(QWidget):
    """The piece of body about a spot, as wide as the page, with a small whole figure that says where it is."""

    def __init__(self, shown: _Shown, pictures: Pictures, theme: Theme) -> None:
        super().__init__()
        self._shown, self._theme = shown, theme
        self._view, self._middle = shown.view, shown.middle
        self._scene = QGraphicsScene(self)
        figure = FigureItem(shown.view, pictures, theme)
        self._scene.addItem(figure)
        bounds = figure.boundingRect()
        self._zones = ZoneLayer(figure, bounds, theme, figure.outline)
        spots = SpotLayer(figure, bounds, theme)
        spots.display(shown.paths())
        self._zones.display(shown.paths())
        self._outline = figure.outline
        self._rest = QTimer(self, singleShot=True, interval=EXACT_MS)
        self._rest.timeout.connect(self._refine)
        self._rest.start()
        pictures.finer.connect(self._sharper)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Close-up of the spot, {}").format(seen_from(shown.view.id)))

    @property
    def rough(self) -> bool:
        """Whether its zones are rough yet."""
        return any(zone.rims is not None for zone in self._zones.zones)

    def _refine(self) -> None:
        self._zones.display(self._shown.exact())
        self.update()

    def hasHeightForWidth(self) -> bool:
        """It keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """A landscape picture."""
        return round(width * SHAPE)

    def sizeHint(self) -> QSize:
        """As wide as the panel usually is."""
        return QSize(380, self.heightForWidth(380))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The piece of body, what it is, and where on the body it lies."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        frame = QPainterPath()
        frame.addRoundedRect(box, RADIUS, RADIUS)
        painter.fillPath(frame, self._theme.window)
        painter.setClipPath(frame)
        seen = self._seen()
        self._scene.render(painter, QRectF(self.rect()), seen, Qt.AspectRatioMode.IgnoreAspectRatio)
        paint_name(painter, seen_from(self._view.id), QPointF(), self._theme)
        self._paint_locator(painter, seen)
        painter.setClipping(False)
        painter.setPen(QPen(self._theme.border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(frame)
        painter.end()

    def _seen(self) -> QRectF:
        width = SEEN_CM
        height = width * self.height() / max(1, self.width())
        x, y = self._middle
        return QRectF(x - width / 2, y - height / 2, width, height)

    def _paint_locator(self, painter: QPainter, seen: QRectF) -> None:
        """The whole figure, small, with a frame round the piece that is shown."""
        whole = self._outline.boundingRect()
        height = self.height() * LOCATOR_SHARE
        scale = height / whole.height()
        if whole.width() * scale > self.width() * 0.3:
            scale = self.width() * 0.3 / whole.width()
        width, height = whole.width() * scale, whole.height() * scale
        left = self.width() - width - 2 * SPACE
        top = self.height() - height - 2 * SPACE
        back = QRectF(left - SPACE, top - SPACE, width + 2 * SPACE, height + 2 * SPACE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self._theme.surface, VEIL))
        painter.drawRoundedRect(back, SPACE, SPACE)
        painter.save()
        painter.translate(left, top)
        painter.scale(scale, scale)
        painter.translate(-whole.left(), -whole.top())
        painter.fillPath(self._outline, faded(self._theme.text_muted, 0.45))
        pen = QPen(self._theme.accent, 1.6)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(seen.intersected(whole.adjusted(-4, -4, 4, 4)))
        painter.restore()

    def _sharper(self, _figure: str, view: str) -> None:
        if view == self._view.id:
            self.update()


def paint_name(painter: QPainter, words: str, corner: QPointF, theme: Theme) -> None:
    """Say what a picture shows, near its top left ``corner``."""
    painter.setFont(font("small"))
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(words) + 2 * SPACE, metrics.height() + SPACE / 2
    pill = QRectF(corner.x() + SPACE, corner.y() + SPACE, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(theme.surface, VEIL))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setPen(theme.text_muted)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)


def seen_from(view: str) -> str:
    """Where a view looks from, in words."""
    translate = QCoreApplication.translate
    return {
        "front": translate("CloseUp", "Seen from the front"),
        "back": translate("CloseUp", "Seen from behind"),
        "left": translate("CloseUp", "Seen from the left"),
        "right": translate("CloseUp", "Seen from the right"),
        "soles": translate("CloseUp", "Seen from below"),
        "inner_right": translate("CloseUp", "Inner side of the right leg"),
        "inner_left": translate("CloseUp", "Inner side of the left leg"),
    }.get(view, "")
