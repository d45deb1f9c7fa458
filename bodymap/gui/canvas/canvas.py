"""The canvas: the body of the document on the screen, and the mouse and keys that work on it.

It mirrors the document and asks it for every change; a tool object takes the mouse, :class:`ZoomView` zooms and pans.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from bodymap.body.surface import SurfacePoint, body_facts
from bodymap.body.view import load_view
from bodymap.gui.canvas.arrange import large_of
from bodymap.gui.canvas.bench import CanvasBench
from bodymap.gui.canvas.camera import Rect
from bodymap.gui.canvas.finish import Finish
from bodymap.gui.canvas.guide_show import GuideShow
from bodymap.gui.canvas.keys import Keys
from bodymap.gui.canvas.mark_show import MarkShow
from bodymap.gui.canvas.mouse import Mouse
from bodymap.gui.canvas.pictures import Pictures
from bodymap.gui.canvas.projector import Projector
from bodymap.gui.canvas.source_show import SourceShow
from bodymap.gui.canvas.stage import Stage
from bodymap.gui.canvas.toolbox import Toolbox
from bodymap.gui.canvas.tools import Tool
from bodymap.gui.canvas.words import Words
from bodymap.gui.canvas.zoom_view import ZoomView
from bodymap.gui.document import Document, Guide
from bodymap.gui.theme import Theme, Themes


class BodyCanvas(ZoomView):
    """The figures with marks, zones and guide. ``hovered`` says the name of the region under cursor or crosshair.

    ``tool`` takes the mouse. ``view_shown`` tells what is shown large (see :data:`arrange.LARGE`; None for all of it).
    """

    hovered = Signal(str)
    view_shown = Signal(object)

    def __init__(self, document: Document, themes: Themes, parent: QWidget | None = None) -> None:
        self._pictures = Pictures.shipped()
        self._stage = Stage(self._pictures, themes.current)
        super().__init__(self._stage, parent)
        self._pictures.setParent(self)
        self._stage.setParent(self)
        self.document = document
        self._themes = themes
        self._projectors: dict[str, Projector] = {}
        self._large: str | None = None
        self._near = False
        self.hot_name: str | None = None
        self.bench = CanvasBench(self, self._stage, document, lambda: self.projector)
        self.toolbox = Toolbox(self.bench, self)
        self._lent: Tool | None = None
        self.finish = Finish(self)
        self.mark_show = MarkShow(self)
        self.source_show = SourceShow(self)
        self.mouse = Mouse(self)
        self.keys = Keys(self)
        self.guide_show = GuideShow(self)
        self.words = Words(self)
        self._prepare_widget()
        self._connect()
        self._show_figure()

    def _prepare_widget(self) -> None:
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Body"))
        self.setAccessibleDescription(
            self.tr("Arrow keys go from region to region, Enter marks pain there, Tab goes to the marks.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setMinimumSize(280, 240)
        self._wear(self._themes.current)

    def _connect(self) -> None:
        document = self.document
        document.drawing_changed.connect(self.mark_show.show)
        document.selected_mark_changed.connect(self.mark_show.show)
        document.chosen_changed.connect(self.source_show.show)
        document.ready_changed.connect(self.source_show.show)
        document.figure_changed.connect(self._show_figure)
        document.guide_changed.connect(self._show_guide)
        self._themes.changed.connect(self._wear)
        self.camera_moved.connect(self.words.update_way)
        self.zoomed_out.connect(self._is_out)
        self._pictures.finer.connect(self._repaint_view)

    @property
    def stage(self) -> Stage:
        """The scene with its views."""
        return self._stage

    @property
    def projector(self) -> Projector:
        """The views of the present figure."""
        return self._projectors[self.document.figure]

    @property
    def tool(self) -> Tool:
        """What takes the mouse: the chosen tool of the toolbox, or one that is lent to it, as during a routine."""
        return self._lent or self.toolbox.current

    @tool.setter
    def tool(self, tool: Tool) -> None:
        self.cancel()
        self._lent = None if tool is self.toolbox.current else tool

    @property
    def marking(self) -> bool:
        """Whether the body takes marks now; during a routine it only shows where to work."""
        return self.document.guide is None and self.tool.marks

    @property
    def large_view(self) -> str | None:
        """What is shown large, a view or a pair of them; None while all of them are."""
        return self._large

    @property
    def forward_view(self) -> str | None:
        """The view that shows most of the chosen source."""
        return self.source_show.forward

    def show_view(self, view: str | None, animated: bool = True, near: Rect | None = None) -> None:
        """Show one view large, with the other one of its pair if it has one, or a part of it that is looked at from
        ``near``, or all of them (None)."""
        large = None if view is None else large_of(view)
        self.mouse.give_up_drawing()
        self.mouse.leave()  # what was under the cursor moves away from it
        self.guide_show.leave()
        self._near = near is not None
        self.frame_rect(near if large is None or near is not None else self._stage.box(large), animated)
        self._set_large(large)

    def fit(self) -> None:
        """Show everything."""
        self.show_view(None)

    def zoom_to(self, points: tuple[SurfacePoint, ...], margin_cm: float = 20.0) -> None:
        """Turn to the view that shows most of these points of the skin, and come close to them."""
        self.guide_show.zoom_to(points, margin_cm)

    def settle(self) -> None:
        """Bring what goes on in the background to its end: for pictures of the canvas."""
        self.finish.now()
        self._pictures.wait()

    def rest(self) -> None:
        """Leave what goes on in the background: before the window closes."""
        self.finish.stop()
        self._pictures.wait()

    def _show_figure(self) -> None:
        figure = self.document.figure
        if figure not in self._projectors:
            surface = self.document.surface
            views = {view: load_view(surface, view) for view in body_facts().views}
            self._projectors[figure] = Projector(surface, views)
        self._stage.set_figure(self.projector)
        self.redraw_figures()
        self._arrange()
        self.mark_show.show()
        self.source_show.show()
        self.guide_show.show(self.document.guide, anew=True)

    def _arrange(self) -> None:
        size = self.viewport().size()
        if self._stage.arrange(size.width(), size.height()):
            self.redraw_figures()
        self.set_content(self._stage.arrangement.content)
        if not self.steered and not self.guide_show.stay_near():
            near = self.source_show.near(self.source_show.forward) if self._near and self.source_show.forward else None
            self.frame_rect(near or (None if self._large is None else self._stage.box(self._large)), animated=False)

    def _show_guide(self, guide: Guide | None) -> None:
        self.guide_show.show(guide)
        if self.words.guided != (guide is not None):
            self.words.update_hint()

    def _wear(self, theme: Theme) -> None:
        self._stage.set_theme(theme)
        self.redraw_figures()
        self.words.set_theme(theme)

    def _repaint_view(self, figure: str, view: str) -> None:
        if figure == self.document.figure and view in self._stage.panels:
            self.redraw_figures()

    def redraw_figures(self) -> None:
        """The figures look different now: draw the background anew."""
        self.resetCachedContent()
        self.viewport().update()

    def _is_out(self) -> None:
        self.guide_show.leave()
        self._set_large(None)

    def _set_large(self, view: str | None) -> None:
        if view != self._large:
            self._large = view
            self.view_shown.emit(view)

    def set_hot_name(self, view: str | None) -> None:
        """The mouse is over the name of that view."""
        if view != self.hot_name:
            self.hot_name = view
            self._stage.show_forward(self.source_show.forward, view)

    def cancel(self) -> bool:
        """Give up a drag. Says whether there was one."""
        return self.mouse.cancel()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See :mod:`bodymap.gui.canvas.mouse`."""
        self.mouse.press(event.position(), event.button())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is two presses; on a view's name both show it large."""
        self.mouse.press(event.position(), event.button(), again=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or name what is under the cursor."""
        self.mouse.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the tool do what it previewed."""
        self.mouse.release(event.position(), event.button())

    def viewportEvent(self, event: QEvent) -> bool:
        """A pen works as the mouse does, and tells how hard it is pressed; two fingers zoom and draw nothing."""
        taken = isinstance(event, QTabletEvent | QTouchEvent) and self.mouse.takes(event)
        return taken or super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms; with Ctrl, or while something is being drawn, it makes the tool larger or smaller."""
        if not self.mouse.wheel(event):
            super().wheelEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the cursor any more."""
        self.mouse.leave()
        super().leaveEvent(event)

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
        self.keys.leave()
        self.cancel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the figures anew for the shape of the canvas."""
        super().resizeEvent(event)
        self._arrange()
        self.words.update_hint()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen again: a guide may pulse."""
        super().showEvent(event)
        self.guide_show.update_pulse()

    def hideEvent(self, event: QHideEvent) -> None:
        """Not seen: nothing moves, no timer runs."""
        super().hideEvent(event)
        self.guide_show.update_pulse()
