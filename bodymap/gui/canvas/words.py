"""The words that float over the canvas: what is under the cursor, what to do first, and where to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtWidgets import QPushButton

from bodymap.body.surface import Side, SurfacePoint
from bodymap.gui.canvas.bubbles import Bubble
from bodymap.gui.canvas.hover import Found, RegionFinder
from bodymap.gui.canvas.stage import view_name
from bodymap.gui.theme import SPACE, Theme, font

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas

MOSTLY = 0.35
"""A figure counts as in sight when this share of its box is seen, or when it fills this share of the canvas."""


class Words:
    """Words of one canvas. They are children of the canvas, not of its viewport, which scrolls its children away.

    ``guided``: whether they were last chosen for a routine under way.
    """

    def __init__(self, canvas: BodyCanvas) -> None:
        self._canvas = canvas
        self.regions = RegionFinder(canvas.document)
        self.guided = False
        self._pointed_out: Found | None = None
        self._bubble = Bubble(canvas, "regionBubble")
        self._hint = Bubble(canvas, "emptyHint")
        canvas.toolbox.changed.connect(self.update_hint)
        self._way = QPushButton(canvas)
        self._way.setObjectName("wayToBestView")
        self._way.setFont(font("small"))
        self._way.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys 1 to 6 do the same
        self._way.setCursor(Qt.CursorShape.PointingHandCursor)
        self._way.clicked.connect(lambda: canvas.show_view(canvas.forward_view))
        self._way.hide()

    def set_theme(self, theme: Theme) -> None:
        """Dress the words."""
        self._bubble.set_theme(theme)
        self._hint.set_theme(theme)
        self._way.setStyleSheet(
            f"#wayToBestView {{ background: {theme.accent.name()}; color: {theme.accent_text.name()}; border: none;"
            f" border-radius: {SPACE}px; padding: {SPACE // 2}px {SPACE}px; }}"
        )

    def name_region(self, point: SurfacePoint | None, pixel: QPointF) -> None:
        """Highlight and name the region of a point of the skin beside a pixel of the viewport; None for nothing."""
        canvas = self._canvas
        found = self.regions.at(point)
        canvas.stage.show_region(self.regions.paths(found or self._pointed_out, canvas.projector))
        label = found.label if found is not None else ""
        if label != self._bubble.text() or bool(label) != self._bubble.isVisible():
            self._bubble.say(label)
            canvas.hovered.emit(label)
        if label:
            self._bubble.stand_by(pixel.toPoint(), canvas.viewport().geometry())

    def point_out(self, region: str, side: Side | None) -> None:
        """Highlight a named region while nothing is under the cursor; "" for none any more."""
        canvas = self._canvas
        self._pointed_out = Found(region, side, "") if region else None
        canvas.stage.show_region(self.regions.paths(self._pointed_out, canvas.projector))

    def name_at(self, pixel: QPointF) -> str | None:
        """The view whose name is written at a pixel of the viewport."""
        return next((view for view in self._canvas.stage.panels if self.name_box(view).contains(pixel)), None)

    def name_box(self, view: str) -> QRectF:
        """The pixels that the name of a view takes."""
        name = self._canvas.stage.panels[view].name
        return name.boundingRect().translated(self._canvas.pixel_of(name.x(), name.y()))

    def update_hint(self) -> None:
        """Say what to do first while nothing is marked, where it covers nothing."""
        document = self._canvas.document
        self.guided = document.guide is not None
        self._hint.setVisible(not document.drawing and not self.guided and document.chosen is None)
        self._hint.setText(what_to_do(self._canvas.toolbox.name))
        self._hint.adjustSize()
        content = self._canvas.stage.arrangement.content
        box = QRectF(content.x, content.y, content.width, content.height)
        around = self._canvas.viewportTransform().mapRect(box).toRect()
        self._hint.stand_clear(self._canvas.viewport().geometry(), around, self._is_free)
        self.update_way()

    def update_way(self) -> None:
        """Offer the way to the view that tells most, when somebody zoomed elsewhere and can't see it."""
        canvas, view = self._canvas, self._canvas.forward_view
        wanted = view is not None and canvas.steered and canvas.document.guide is None and not self.in_sight(view)
        if wanted and view is not None:
            words = QCoreApplication.translate("BodyCanvas", "Best seen here: {}")
            self._way.setText(words.format(view_name(view)))
            self._way.adjustSize()
            room = canvas.viewport().geometry()
            self._way.move(room.center().x() - self._way.width() // 2, room.bottom() - self._way.height() - SPACE)
        if wanted == self._way.isHidden():
            self._way.setVisible(wanted)

    def in_sight(self, view: str) -> bool:
        """Whether a good part of a figure is in the viewport."""
        canvas = self._canvas
        box = canvas.viewportTransform().mapRect(canvas.stage.panels[view].figure.sceneBoundingRect())
        seen = box.intersected(QRectF(canvas.viewport().rect()))
        room = float(canvas.viewport().width() * canvas.viewport().height())
        return seen.width() * seen.height() >= MOSTLY * min(box.width() * box.height(), room)

    def _is_free(self, place: QRect) -> bool:
        """Whether a part of the viewport shows neither a figure nor a name."""
        canvas, room = self._canvas, QRectF(place)
        return not any(
            canvas.viewportTransform().mapRect(panel.figure.sceneBoundingRect()).intersects(room)
            or self.name_box(view).intersects(room)
            for view, panel in canvas.stage.panels.items()
        )


def what_to_do(tool: str) -> str:
    """What to do first with a tool, while nothing is marked."""
    translate = QCoreApplication.translate
    return {
        "brush": translate("BodyCanvas", "Paint where it hurts"),
        "lasso": translate("BodyCanvas", "Draw round where it hurts"),
        "region": translate("BodyCanvas", "Click the region that hurts"),
        "eraser": translate("BodyCanvas", "Nothing is marked that could be rubbed out"),
        "move": translate("BodyCanvas", "Nothing is marked that could be moved"),
    }.get(tool, translate("BodyCanvas", "Click where it hurts"))
