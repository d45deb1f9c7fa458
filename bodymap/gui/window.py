"""The main window: it puts canvas, panel and player together and decides which is shown. It computes nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from bodymap.gui.first_sight import FirstSight, picture_file
from bodymap.gui.kept import Kept, drawing_of, kept_drawing
from bodymap.gui.kept_evidence import evidence_of, kept_evidence
from bodymap.gui.theme import SPACE

if TYPE_CHECKING:
    from pathlib import Path

    from bodymap.engine import Answer, Engine
    from bodymap.gui import actions as actions_table
    from bodymap.gui.canvas.canvas import BodyCanvas
    from bodymap.gui.dialogs.opener import Opener
    from bodymap.gui.document import Document
    from bodymap.gui.files import Files
    from bodymap.gui.messages import Messages
    from bodymap.gui.panel.side_panel import SidePanel
    from bodymap.gui.player.panel import PlayerPanel
    from bodymap.gui.routine_flow import RoutineFlow
    from bodymap.gui.routine_side import RoutineSide
    from bodymap.gui.theme import Mode, Theme, Themes

PANEL_WIDTH = 430
VIEWS = ("front", "back", "left", "right", "soles", "inner_legs")


class MainWindow(QMainWindow):
    """The window of a document. ``changed`` follows what is worth remembering, ``figure_wanted`` asks for an engine.

    It exists in two steps, so that something can be seen at once: empty, with at most a picture of the figures, and
    :meth:`furnish`-ed with all that needs the geometry of the body.
    """

    changed = Signal()
    figure_wanted = Signal(str)

    document: Document
    canvas: BodyCanvas
    panel: SidePanel
    side: RoutineSide
    flow: RoutineFlow
    files: Files
    actions_by_id: dict[str, QAction]

    def __init__(self, themes: Themes, kept: Kept, cache: Path) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Bodymap")
        self.themes = themes
        self._kept, self._cache = kept, cache
        self._understood = kept.understood
        self._engine: Engine | None = None
        self._furnished = False
        self._seen = False
        self.resize(QSize(1280, 760).boundedTo(self.screen().availableSize()))
        if kept.geometry:
            self.restoreGeometry(QByteArray.fromBase64(kept.geometry.encode()))

    def first_sight(self) -> FirstSight | None:
        """A picture of the figures as they were last seen at this size, to show until :meth:`furnish`; None if none."""
        sight = FirstSight.at(self._picture_file())
        if sight is not None:
            self.setCentralWidget(sight)
        return sight

    def _picture_file(self) -> Path:
        look = f"{self._kept.figure}-{self.themes.current.name}-{self._kept.panel_width}"
        return picture_file(self._cache, look, self.size(), self.devicePixelRatioF())

    # ---- building

    def furnish(
        self,
        document: Document,
        messages: Messages,
        dialogs: Opener,
        make_player: Callable[[Themes], PlayerPanel],
    ) -> None:
        """Put everything in."""
        from bodymap.gui import actions as actions_table
        from bodymap.gui.canvas.canvas import BodyCanvas
        from bodymap.gui.closeup import CloseUps
        from bodymap.gui.files import Files
        from bodymap.gui.message_bar import MessageBar
        from bodymap.gui.panel.side_panel import SidePanel
        from bodymap.gui.routine_flow import RoutineFlow
        from bodymap.gui.routine_side import RoutineSide
        from bodymap.gui.theme_menu import ThemeMenu
        from bodymap.gui.toolbar import TopBar

        themes = self.themes
        self.document, self._dialogs = document, dialogs
        document.setParent(self)
        self.flow = RoutineFlow(document, messages, self)
        self.flow.answers = dict(self._kept.answers)
        self.canvas = BodyCanvas(document, themes)
        self._close_ups = CloseUps(themes, lambda: self.canvas.projector, self)
        self.panel = SidePanel(document, themes, self._close_ups.make)
        self.side = RoutineSide(document, self.canvas, self.panel, lambda: make_player(themes), self._kept)
        self.files = Files(document, messages, themes, self)
        self.actions_by_id = actions_table.build(self, self._handlers(), themes.current)
        self._themes_menu = ThemeMenu(self._set_mode, self)
        self._bar = TopBar(self.actions_by_id, self._themes_menu, themes.current)
        self._message_bar = MessageBar(messages, themes.current, self.canvas)
        self._compose()
        self._connect()
        document.restore(drawing_of(self._kept.drawing, document.surface))
        document.set_evidence(evidence_of(self._kept.evidence))
        self._furnished = True
        self._look()

    def _compose(self) -> None:
        from bodymap.gui.body_legend import BodyLegend
        from bodymap.gui.kit import NARROWEST_EMS, NARROWEST_PX, column, label

        sight = self.takeCentralWidget()
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self._bar)
        self.side.setMinimumWidth(max(NARROWEST_PX, self.fontMetrics().averageCharWidth() * NARROWEST_EMS))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(6)
        self._splitter.addWidget(self.canvas)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        panel_width = self._kept.panel_width or PANEL_WIDTH
        self._splitter.setSizes([max(1, self.width() - panel_width), panel_width])
        middle = QWidget()
        outer = column(middle, 0)
        outer.addWidget(self._splitter, 1)
        self.setCentralWidget(middle)
        self._hover = label("", "small", "muted", wrap=False)
        self._hover.setObjectName("hoverText")
        self.statusBar().setSizeGripEnabled(False)
        self._hover.setContentsMargins(SPACE, 0, SPACE, 0)
        self.statusBar().addWidget(self._hover, 1)
        self.statusBar().addPermanentWidget(BodyLegend(self.document, self.themes))
        if isinstance(sight, FirstSight):
            sight.hand_over(self.canvas.viewport())

    def _handlers(self) -> dict[str, actions_table.Handler]:
        document, canvas = self.document, self.canvas
        views = {f"view_{view}": lambda view=view: canvas.show_view(view) for view in VIEWS}
        return {
            "undo": canvas.keys.undo,
            "redo": canvas.keys.redo,
            "clear": document.clear,
            "fit": canvas.fit,
            "view_all": lambda: canvas.show_view(None),
            **views,
            **self.files.handlers(),
            **{f"tool_{tool}": partial(canvas.toolbox.choose, tool) for tool in canvas.toolbox.names},
            "mirror": document.mirror_selected,
            "woman": lambda: document.set_figure("woman"),
            "man": lambda: document.set_figure("man"),
            "to_body": lambda: canvas.setFocus(Qt.FocusReason.TabFocusReason),
            "to_sources": self.panel.focus_content,
            "search": self.panel.focus_search,
            "theme": lambda: self._set_mode("light" if self.themes.current.is_dark else "dark"),
            "answers": self.flow.edit_answers,
            "routine": self.side.edit_settings,
            "own": self.flow.open_own,
            "notice": lambda: self._show_notice(first=False),
            "keys": lambda: self._dialogs.keys(self, self.actions_by_id),
            "about": lambda: self._dialogs.about(self, self._engine),
            "quit": self.close,
        }

    def _connect(self) -> None:
        document = self.document
        self.canvas.hovered.connect(self._hover.setText)
        self.canvas.view_shown.connect(self._look)
        toolbox = self.canvas.toolbox
        toolbox.changed.connect(self._look)
        toolbox.resized.connect(self._look)
        self._bar.tool_size.asked.connect(toolbox.resize)
        document.selected_mark_changed.connect(self._look)
        self.panel.start_requested.connect(self.flow.start)
        self.panel.routine_asked.connect(self.flow.open_own)
        self.panel.search.place_shown.connect(self.canvas.words.point_out)
        self.side.guide_wanted.connect(self.flow.show_guide)
        self.side.changed.connect(self.changed)
        self.side.currentChanged.connect(self._look)
        self.flow.planned.connect(self.side.play)
        self.flow.spot_changed.connect(self.canvas.zoom_to)
        self.flow.answers_changed.connect(self.changed)
        document.answer_changed.connect(self._show_cautions)
        document.drawing_changed.connect(self._drawing_changed)
        document.evidence_changed.connect(self.changed)
        document.figure_changed.connect(self._figure_changed)
        document.undo_stack.indexChanged.connect(self._look)
        self.themes.changed.connect(self._wear)
        self._splitter.splitterMoved.connect(lambda *_: self.changed.emit())

    # ---- what the outside tells

    def set_engine(self, engine: Engine) -> None:
        """The atlas is loaded for a figure: marks are answered from now on."""
        self._engine = engine
        self._close_ups.set_engine(engine)
        self.flow.set_engine(engine)
        self.files.set_engine(engine)
        self.panel.set_engine(engine)
        self.document.set_engine(engine)

    def kept(self) -> Kept:
        """What is worth remembering now."""
        return Kept(
            figure="man" if self.document.figure == "man" else "woman",
            theme=self.themes.mode,
            understood=self._understood,
            answers=dict(self.flow.answers),
            drawing=kept_drawing(self.document.drawing),
            evidence=kept_evidence(self.document.evidence),
            geometry=bytes(self.side.geometry_to_keep().toBase64().data()).decode(),
            panel_width=self._panel_width(),
            muted=self.side.muted,
            routine=self.side.settings,
        )

    def _panel_width(self) -> int:
        """The width that was chosen, 0 as long as it is the usual one."""
        width = self.side.width_to_keep()
        return width if self._seen and width != PANEL_WIDTH else self._kept.panel_width

    def greet(self) -> None:
        """Say once what this is and is not."""
        if not self._understood:
            self._show_notice(first=True)

    # ---- keeping everything in step

    def _show_cautions(self, answer: Answer | None) -> None:
        self.panel.show_cautions(answer.cautions if answer is not None else ())

    def _drawing_changed(self) -> None:
        self._look()
        self.changed.emit()

    def _figure_changed(self, figure: str) -> None:
        self._look()
        self.figure_wanted.emit(figure)
        self.changed.emit()

    def _set_mode(self, mode: Mode) -> None:
        self.themes.set_mode(mode)
        self._look()
        self.changed.emit()

    def _show_notice(self, *, first: bool) -> None:
        if self._dialogs.notice(self, first=first) and not self._understood:
            self._understood = True
            self.changed.emit()

    def _wear(self, theme: Theme) -> None:
        from bodymap.gui import actions as actions_table

        actions_table.wear(self.actions_by_id, theme)
        self._bar.wear(theme)

    @Slot()
    def _look(self) -> None:
        """Actions show what can be done and what is chosen."""
        from bodymap.gui.action_states import show_states

        show_states(self.actions_by_id, self.document, self.canvas)
        toolbox = self.canvas.toolbox
        self._bar.tool_size.show_size(toolbox.radius_cm, sized=self.canvas.marking and toolbox.sized)
        self._themes_menu.show_mode(self.themes.mode)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the widths are what a person sees."""
        super().showEvent(event)
        self._seen = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size; pictures being read in the background must not outlive the window."""
        if self._furnished:
            self.changed.emit()
            self._keep_first_sight()
            self.canvas.settle()
        super().closeEvent(event)

    def _keep_first_sight(self) -> None:
        """Keep a picture of the bare figures for the next start, as long as they are all shown."""
        if self._seen and not self.canvas.steered and self.canvas.large_view is None:
            self._kept = self.kept()
            FirstSight.keep(self, self._bar, self.canvas, self._picture_file())
