"""The scene: all views of a figure with their layers and signs. It mirrors the document and changes nothing in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely
from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from bodymap.body.surface import Surface, body_facts
from bodymap.body.view import View
from bodymap.gui.canvas.arrange import PAIRS, Arrangement, Profile, arrange, large_of, profile
from bodymap.gui.canvas.camera import Camera, Rect
from bodymap.gui.canvas.figure import FigureItem
from bodymap.gui.canvas.guide import GuideLayer
from bodymap.gui.canvas.layers import NO_VEIL, Layer, RegionLayer, SpotLayer, Veil, ZoneLayer
from bodymap.gui.canvas.mark_layer import MarkLayer
from bodymap.gui.canvas.pictures import Pictures
from bodymap.gui.canvas.projector import Projector
from bodymap.gui.canvas.signs import CrosshairItem, SideLetter, Sign, ViewName
from bodymap.gui.canvas.tool_layer import ToolLayer
from bodymap.gui.theme import SPACE, Theme

HEAD_SHARE = 0.09
"""The widest part of the head, ears included, as a share of the figure's height."""


class Panel(Struct, frozen=True):
    """One view on the stage: its figure, the layers over it, its signs with their places in the view's box."""

    figure: FigureItem
    region: RegionLayer
    zones: ZoneLayer
    marks: MarkLayer
    spots: SpotLayer
    guide: GuideLayer
    tool: ToolLayer
    name: ViewName
    letters: tuple[tuple[SideLetter, float, float], ...]
    profile: Profile

    @property
    def layers(self) -> tuple[Layer, ...]:
        """All the layers, from the lowest to the uppermost."""
        return self.region, self.zones, self.marks, self.spots, self.guide, self.tool


class Stage(QGraphicsScene):
    """The figures side by side. Scene coordinates are cm. ``pictures`` are those of whatever else shows the figures."""

    def __init__(self, pictures: Pictures, theme: Theme) -> None:
        super().__init__()
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.pictures = pictures
        self._theme = theme
        self.panels: dict[str, Panel] = {}
        self.arrangement = Arrangement({}, Rect(0, 0, 1, 1), ())
        self.crosshair = CrosshairItem(theme)
        self.addItem(self.crosshair)

    def set_figure(self, projector: Projector) -> None:
        """Put another figure on the stage; its layers are empty until they are shown something."""
        for panel in self.panels.values():
            for item in (panel.figure, panel.name, *(letter for letter, _, _ in panel.letters)):
                self.removeItem(item)
        self.panels = {name: self._panel(projector.surface, view) for name, view in projector.views.items()}
        self.arrangement = Arrangement({}, Rect(0, 0, 1, 1), ())

    def set_theme(self, theme: Theme) -> None:
        """Dress everything in other colours."""
        self._theme = theme
        signs: list[Sign] = [self.crosshair]
        for panel in self.panels.values():
            panel.figure.set_theme(theme)
            for layer in panel.layers:
                layer.set_theme(theme)
            signs += [panel.name, *(letter for letter, _, _ in panel.letters)]
        for sign in signs:
            sign.set_theme(theme)

    def arrange(self, width: int, height: int) -> bool:
        """Place the views for a canvas of so many pixels. Says whether anything moved."""
        made = arrange({name: panel.profile for name, panel in self.panels.items()}, width / max(1, height))
        moved, self.arrangement = made != self.arrangement, made
        if moved:
            self._place(made)
        self._fit_names(Camera(width, height, made.content).fit.scale)
        return moved

    def _place(self, made: Arrangement) -> None:
        for name, panel in self.panels.items():
            x, y = made.places[name]
            panel.figure.setPos(x, y)
            panel.name.setPos(x + panel.profile.stand, y + panel.profile.height + 1.5)
            for letter, dx, dy in panel.letters:
                letter.setPos(x + dx, y + dy)

    def _fit_names(self, scale: float) -> None:
        """Write names that would run into each other at that many pixels per cm in two lines."""
        for panel in self.panels.values():
            panel.name.fold(False)
        for row in self.arrangement.rows:
            for names in pairwise([self.panels[view].name for view in row]):
                room = (names[1].x() - names[0].x()) * scale
                for name in sorted(names, key=lambda each: -len(each.text)):
                    if sum(each.boundingRect().width() / 2 - SPACE for each in names) > room:
                        name.fold(True)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The figures: as the background of the scene, which its view keeps as a picture while nothing is zoomed."""
        shown = QRectF(rect)
        painter.fillRect(shown, self._theme.window)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for panel in self.panels.values():
            if panel.figure.sceneBoundingRect().intersects(shown):
                painter.save()
                painter.translate(panel.figure.pos())
                panel.figure.draw(painter)
                painter.restore()

    # ---- where things are

    def box(self, large: str) -> Rect:
        """The place of a view, or of a pair of them, with its names."""
        views = PAIRS.get(large, (large,))
        places = [(*self.arrangement.places[view], self.panels[view].profile) for view in views]
        left, top = min(x for x, _, _ in places), min(y for _, y, _ in places)
        right, bottom = max(x + one.width for x, _, one in places), max(y + one.height for _, y, one in places)
        return Rect(left, top - 4, right - left, bottom - top + 16)

    def view_at(self, x: float, y: float, near_cm: float = 0.0) -> tuple[str, float, float] | None:
        """The view whose figure is at (or ``near_cm`` from) a scene point, with the point in its coordinates."""
        best: tuple[float, str, float, float] | None = None
        for name, panel in self.panels.items():
            local = panel.figure.mapFromScene(QPointF(x, y))
            if not panel.figure.boundingRect().adjusted(-near_cm, -near_cm, near_cm, near_cm).contains(local):
                continue
            if panel.figure.outline.contains(local):
                return name, local.x(), local.y()
            if near_cm > 0:
                gap = shapely.distance(panel.figure.view.outline, shapely.Point(local.x(), local.y()))
                if gap <= near_cm and (best is None or gap < best[0]):
                    best = gap, name, local.x(), local.y()
        return best[1:] if best is not None else None

    def to_scene(self, view: str, x: float, y: float) -> tuple[float, float]:
        """A point of a view's box in the scene."""
        left, top = self.arrangement.places[view]
        return left + x, top + y

    # ---- what is shown

    def show_region(self, veils: dict[str, Veil]) -> None:
        """Highlight a region on the views where it is seen, and nothing on the others."""
        for name, panel in self.panels.items():
            panel.region.display(veils.get(name, NO_VEIL))

    def show_hot_mark(self, view: str | None, mark: int | None) -> None:
        """The mouse is over a mark on that view."""
        for name, panel in self.panels.items():
            panel.marks.set_hot(mark if name == view else None)

    def show_forward(self, view: str | None, hot: str | None) -> None:
        """Mark the name of the view that tells most, and of the one under the mouse."""
        for name, panel in self.panels.items():
            panel.name.set_state(name == hot, name == view)

    def _panel(self, surface: Surface, view: View) -> Panel:
        figure = FigureItem(view, self.pictures, self._theme)
        figure.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)  # drawn as background instead
        bounds = figure.boundingRect()
        name = ViewName(view.id, view_name(view.id), self._theme)
        letters = tuple((SideLetter(text, self._theme), x, y) for text, x, y in side_letters(view))
        for item in (figure, name, *(letter for letter, _, _ in letters)):
            self.addItem(item)
        return Panel(
            figure,
            RegionLayer(figure, bounds, self._theme, figure.outline),
            ZoneLayer(figure, bounds, self._theme, figure.outline),
            MarkLayer(figure, bounds, self._theme, figure.outline),
            SpotLayer(figure, bounds, self._theme),
            GuideLayer(figure, bounds, self._theme),
            ToolLayer(figure, bounds, self._theme),
            name,
            letters,
            profile(*view.size_cm, shapely.get_coordinates(view.outline)),
        )


def view_name(view: str) -> str:
    """A view in plain words."""
    names = {
        "front": QCoreApplication.translate("Views", "Front"),
        "back": QCoreApplication.translate("Views", "Back"),
        "left": QCoreApplication.translate("Views", "Left side"),
        "right": QCoreApplication.translate("Views", "Right side"),
        "soles": QCoreApplication.translate("Views", "Soles"),
        "inner_right": QCoreApplication.translate("Views", "Inner right leg"),
        "inner_left": QCoreApplication.translate("Views", "Inner left leg"),
    }
    return names.get(view, view)


def side_letters(view: View) -> Sequence[tuple[str, float, float]]:
    """R and L with their places in the view's box: beside the head (before the face from the side), over the toes or
    over the leg."""
    right, left = QCoreApplication.translate("Views", "R"), QCoreApplication.translate("Views", "L")
    outline = shapely.get_coordinates(view.outline)
    west, north, east, south = view.outline.bounds
    only = body_facts().only_side.get(view.id)
    letters = (right, left) if body_facts().right_at.get(view.id) == "left" else (left, right)
    if large_of(view.id) != view.id:
        return [(left if only == "left" else right, (west + east) / 2, north - 4.0)]
    parts = sorted(shapely.bounds(np.array(shapely.get_parts(view.outline))).tolist())
    if len(parts) == len(letters):
        return [(letter, (part[0] + part[2]) / 2, north - 4.0) for letter, part in zip(letters, parts, strict=True)]
    head = outline[outline[:, 1] < north + HEAD_SHARE * (south - north), 0]
    low, high = float(head.min()), float(head.max())
    y = float(north + HEAD_SHARE * (south - north))
    if view.id in body_facts().right_at:
        return [(letters[0], low - 7.0, y), (letters[1], high + 7.0, y)]
    return [(left if only == "left" else right, high + 7.0 if east - high > low - west else low - 7.0, y)]
