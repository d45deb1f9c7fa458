"""The canvas: the body of the document on the screen, and the mouse and keys that work on it.

It mirrors the document and asks it for every change; a tool object takes the mouse, :class:`ZoomView` zooms and pans.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from bodymap.body.surface import SurfacePoint, body_facts
from bodymap.body.view import View, load_view
from bodymap.gui.canvas.bench import CanvasBench
from bodymap.gui.canvas.bubbles import Bubble
from bodymap.gui.canvas.guide_show import GuideShow
from bodymap.gui.canvas.hover import RegionFinder
from bodymap.gui.canvas.keys import Keys
from bodymap.gui.canvas.pictures import Pictures
from bodymap.gui.canvas.projector import Projector
from bodymap.gui.canvas.stage import Stage
from bodymap.gui.canvas.tools import Cursor, SpotTool, Tool
from bodymap.gui.canvas.zoom_view import ZoomView
from bodymap.gui.document import Chosen, Document, Guide
from bodymap.gui.theme import Theme, Themes

_CURSORS = {
    Cursor.EMPTY: Qt.CursorShape.ArrowCursor,
    Cursor.BODY: Qt.CursorShape.CrossCursor,
    Cursor.MARK: Qt.CursorShape.OpenHandCursor,
    Cursor.HANDLE: Qt.CursorShape.PointingHandCursor,
    Cursor.DRAGGING: Qt.CursorShape.ClosedHandCursor,
}


class BodyCanvas(ZoomView):
    """The figures with marks, zones and guide. ``hovered`` says the name of the region under cursor or crosshair.

    ``tool`` takes the mouse. ``view_shown`` tells which view is shown large (None for all of them).
    """

    hovered = Signal(str)
    view_shown = Signal(object)

    def __init__(
        self,
        document: Document,
        themes: Themes,
        parent: QWidget | None = None,
        loader: Callable[..., View] = load_view,
    ) -> None:
        self._pictures = Pictures.shipped()
        self._stage = Stage(self._pictures, themes.current)
        super().__init__(self._stage, parent)
        self._pictures.setParent(self)
        self._stage.setParent(self)
        self.document = document
        self._themes = themes
        self._load = loader
        self._projectors: dict[str, Projector] = {}
        self._forward: str | None = None
        self._large: str | None = None
        self._hot_name: str | None = None
        self._drag: QPointF | None = None
        self._tool_drags = False
        self.bench = CanvasBench(self, self._stage, document, lambda: self.projector)
        self.tool: Tool = SpotTool(self.bench)
        self.regions = RegionFinder(document)
        self.keys = Keys(self)
        self.guide_show = GuideShow(self)
        self._bubble = Bubble(self, "regionBubble")
        self._hint = Bubble(self, "emptyHint")
        self._prepare_widget()
        self._connect()
        self._show_figure()

    def _prepare_widget(self) -> None:
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Body"))
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys move over the body, with Shift from region to region. Enter marks pain, Delete removes a mark."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setMinimumSize(280, 240)
        self._hint.setText(self.tr("Click where it hurts"))
        self._hint.adjustSize()
        self._wear(self._themes.current)

    def _connect(self) -> None:
        document = self.document
        document.drawing_changed.connect(self._show_marks)
        document.selected_mark_changed.connect(self._show_marks)
        document.chosen_changed.connect(self._show_zones)
        document.ready_changed.connect(self._show_zones)
        document.figure_changed.connect(self._show_figure)
        document.guide_changed.connect(self._show_guide)
        self._themes.changed.connect(self._wear)
        self._pictures.finer.connect(self._repaint_view)

    # ---- what others use

    @property
    def stage(self) -> Stage:
        """The scene with its views."""
        return self._stage

    @property
    def projector(self) -> Projector:
        """The views of the present figure."""
        return self._projectors[self.document.figure]

    @property
    def large_view(self) -> str | None:
        """The view that is shown large; None while all of them are."""
        return self._large

    @property
    def forward_view(self) -> str | None:
        """The view that shows most of the chosen source."""
        return self._forward

    def show_view(self, view: str | None, animated: bool = True) -> None:
        """Show one view large, or all of them (None)."""
        if view is not None and view not in self._stage.panels:
            return
        self.frame_rect(None if view is None else self._stage.box(view), animated)
        self._set_large(view)

    def fit(self) -> None:
        """Show everything."""
        self.show_view(None)

    def bring_forward(self, view: str) -> None:
        """Turn to a view gently, unless the person chose for themselves where to look; its name is marked anyway."""
        self._forward = view
        self._stage.show_forward(view, self._hot_name)
        if not self.steered and self._large != view:
            self.frame_rect(self._stage.box(view))
            self._set_large(view)

    def zoom_to(self, points: tuple[SurfacePoint, ...], margin_cm: float = 14.0) -> None:
        """Turn to the view that shows most of these points of the skin, and come close to them."""
        self.guide_show.zoom_to(points, margin_cm)

    def wait_for_pictures(self) -> None:
        """Wait until pictures being read are there (for pictures of the canvas, and when it closes)."""
        self._pictures.wait()

    # ---- the document, mirrored

    def _show_figure(self) -> None:
        figure = self.document.figure
        if figure not in self._projectors:
            surface = self.document.surface
            views = {view: self._load(surface, view) for view in body_facts().views}
            self._projectors[figure] = Projector(surface, views)
        self._stage.set_figure(self.projector)
        self._arrange()
        self._show_marks()
        self._show_zones()
        self.guide_show.show(self.document.guide, anew=True)

    def _arrange(self) -> None:
        size = self.viewport().size()
        self._stage.arrange(size.width() / max(1, size.height()))
        self.set_content(self._stage.arrangement.content)
        if not self.steered:
            self.frame_rect(None if self._large is None else self._stage.box(self._large), animated=False)

    def _show_marks(self) -> None:
        document = self.document
        for view, panel in self._stage.panels.items():
            marks = [self.projector.mark(mark, view) for mark in document.drawing]
            panel.marks.show([mark for mark in marks if not mark.path.isEmpty()], document.selected_mark)
        self._place_hint()

    def _show_zones(self) -> None:
        chosen = self.document.zones()
        shown = dict.fromkeys(self._stage.panels, 0.0)
        for view, panel in self._stage.panels.items():
            paths = self.projector.zones(chosen, view) if chosen is not None else []
            panel.zones.show(paths)
            panel.spots.show(paths)
            shown[view] = self.projector.seen_cm2(chosen, view) if chosen is not None else 0.0
        if chosen is None:
            self._leave_forward(self.document.chosen)
        else:
            self.bring_forward(max(shown, key=lambda view: shown[view]))

    def _leave_forward(self, chosen: Chosen | None) -> None:
        if chosen is None and self._forward is not None:
            if not self.steered and self._large == self._forward:
                self.show_view(None)
            self._forward = None
            self._stage.show_forward(None, self._hot_name)

    def _show_guide(self, guide: Guide | None) -> None:
        self.guide_show.show(guide)
        self._place_hint()

    def _wear(self, theme: Theme) -> None:
        self.setBackgroundBrush(theme.window)
        self._stage.set_theme(theme)
        self._bubble.set_theme(theme)
        self._hint.set_theme(theme)

    def _repaint_view(self, figure: str, view: str) -> None:
        if figure == self.document.figure and view in self._stage.panels:
            self._stage.panels[view].figure.update()

    def _place_hint(self) -> None:
        quiet = not self.document.drawing and self.document.guide is None and self.document.chosen is None
        self._hint.setVisible(quiet)
        self._hint.stand_above(self.viewport().geometry())

    def _set_large(self, view: str | None) -> None:
        if view != self._large:
            self._large = view
            self.view_shown.emit(view)

    # ---- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button works with the tool, or pans beside the body; the middle button and Space always pan."""
        pixel = event.position()
        self.keys.hide_crosshair()
        left = event.button() == Qt.MouseButton.LeftButton
        if not left and event.button() != Qt.MouseButton.MiddleButton:
            return
        name = self._name_at(pixel)
        if left and name is not None:
            self.show_view(name)
            return
        self._say("")
        if left and not self.keys.holds_space and self.tool.press(self.bench.pointer(pixel)):
            self._tool_drags = True
            return
        self._drag = pixel
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is two presses; on a view's name both show it large."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or name what is under the cursor."""
        pixel = event.position()
        if self._drag is not None:
            moved = pixel - self._drag
            self._drag = pixel
            self.keys.space_used = True
            self.pan(moved.x(), moved.y())
        elif self._tool_drags:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.tool.move(self.bench.pointer(pixel))
        else:
            self._hover(pixel)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the tool do what it previewed."""
        if self._tool_drags and event.button() == Qt.MouseButton.LeftButton:
            self._tool_drags = False
            self.tool.release(self.bench.pointer(event.position()))
        self._drag = None
        self._hover(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the cursor any more."""
        self._say("")
        self._set_hot(None)
        super().leaveEvent(event)

    def _hover(self, pixel: QPointF) -> None:
        name = self._name_at(pixel)
        self._set_hot(name)
        at = self.bench.pointer(pixel)
        if name is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif self.keys.holds_space:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().setCursor(_CURSORS[self.tool.cursor(at)])
        self.name_region(self.bench.point_at(at), pixel)

    def name_region(self, point: SurfacePoint | None, pixel: QPointF) -> None:
        """Highlight and name the region of a point of the skin beside a pixel of the viewport; None for nothing."""
        found = self.regions.at(point)
        self._stage.show_region(self.regions.paths(found, self.projector))
        self._say(found.label if found else "")
        if found is not None:
            self._bubble.stand_by(pixel.toPoint(), self.viewport().geometry())

    def _say(self, text: str) -> None:
        if text != self._bubble.text() or bool(text) != self._bubble.isVisible():
            self._bubble.say(text)
            self.hovered.emit(text)
        if not text:
            self._stage.show_region({})

    def _name_at(self, pixel: QPointF) -> str | None:
        """The view whose name is at a pixel."""
        for view, panel in self._stage.panels.items():
            at = self.pixel_of(panel.name.x(), panel.name.y())
            if panel.name.boundingRect().contains(pixel - at):
                return view
        return None

    def _set_hot(self, view: str | None) -> None:
        if view != self._hot_name:
            self._hot_name = view
            self._stage.show_forward(self._forward, view)

    # ---- keyboard and window

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything that the mouse can do (see :mod:`bodymap.gui.canvas.keys`)."""
        if not self.keys.press(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space marks when it is let go, unless it was held to pan."""
        if not self.keys.release(event):
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from mark to mark, and after the last one on to the next widget."""
        return self.keys.next_mark(forward) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab shows where the keyboard works."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.keys.show_crosshair()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving gives up what was begun."""
        super().focusOutEvent(event)
        self.keys.hide_crosshair()
        self.cancel()

    def cancel(self) -> bool:
        """Give up a drag. Says whether there was one."""
        begun = self._tool_drags or self._drag is not None
        self.tool.cancel()
        self._tool_drags, self._drag = False, None
        return begun

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the figures anew for the shape of the canvas."""
        super().resizeEvent(event)
        self._arrange()
        self._place_hint()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen again: a guide may pulse."""
        super().showEvent(event)
        self.guide_show.update_pulse()

    def hideEvent(self, event: QHideEvent) -> None:
        """Not seen: nothing moves, no timer runs."""
        super().hideEvent(event)
        self.guide_show.update_pulse()
