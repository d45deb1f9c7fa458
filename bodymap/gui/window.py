"""The main window: it puts canvas, panel and player together and decides which is shown. It computes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from bodymap.gui.first_sight import FirstSight, picture_file
from bodymap.gui.kept import Kept, drawing_of, kept_drawing
from bodymap.gui.kept_evidence import evidence_of, kept_evidence
from bodymap.gui.theme import SPACE

if TYPE_CHECKING:
    from pathlib import Path

    from bodymap.engine import Answer, Engine
    from bodymap.gui.canvas.canvas import BodyCanvas
    from bodymap.gui.dialogs.opener import Opener
    from bodymap.gui.document import Document
    from bodymap.gui.files import Files
    from bodymap.gui.messages import Messages
    from bodymap.gui.panel.side_panel import SidePanel
    from bodymap.gui.player.panel import PlayerPanel
    from bodymap.gui.routine_flow import RoutineFlow
    from bodymap.gui.routine_side import RoutineSide
    from bodymap.gui.theme import Themes

PANEL_WIDTH = 430
FRAME_PX = 40
"""Room for the title bar, whose height nobody tells before it is there: the lowest line must not be off the screen."""


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
        self._furnished = False
        self._seen = False
        self.resize(QSize(1280, 760).boundedTo(self.screen().availableSize() - QSize(0, FRAME_PX)))
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
        from bodymap.gui.canvas.canvas import BodyCanvas
        from bodymap.gui.closeup import CloseUps
        from bodymap.gui.files import Files
        from bodymap.gui.message_bar import MessageBar
        from bodymap.gui.panel.side_panel import SidePanel
        from bodymap.gui.routine_flow import RoutineFlow
        from bodymap.gui.routine_side import RoutineSide
        from bodymap.gui.window_actions import WindowActions

        themes = self.themes
        self.document, self._dialogs = document, dialogs
        self.flow = RoutineFlow(document, messages, self)
        self.flow.answers = dict(self._kept.answers)
        self.canvas = BodyCanvas(document, themes)
        self._close_ups = CloseUps(themes, lambda: self.canvas.projector, self.canvas.stage.pictures, self)
        self.panel = SidePanel(document, themes, self._close_ups.make)
        self.side = RoutineSide(document, self.canvas, self.panel, lambda: make_player(themes), self._kept)
        self.files = Files(document, messages, themes, self)
        self._actions = WindowActions(self, dialogs)
        self.actions_by_id = self._actions.by_id
        self._message_bar = MessageBar(messages, themes.current, self.canvas)
        self._compose()
        self._connect()
        document.setParent(self)  # after the others: it outlives whatever listens to it
        document.restore(drawing_of(self._kept.drawing, document.surface))
        document.set_evidence(evidence_of(self._kept.evidence))
        document.set_safety_answers(self.flow.answers)
        self._furnished = True
        self._actions.look()

    def _compose(self) -> None:
        from bodymap.gui.body_legend import BodyLegend
        from bodymap.gui.kit import NARROWEST_EMS, NARROWEST_PX, column, label

        sight = self.takeCentralWidget()
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self._actions.bar)
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

    def _connect(self) -> None:
        document = self.document
        self.canvas.hovered.connect(self._hover.setText)
        self.panel.start_requested.connect(self.flow.start)
        self.panel.routine_asked.connect(self.flow.open_own)
        self.panel.search.place_shown.connect(self.canvas.words.point_out)
        self.side.guide_wanted.connect(self.flow.show_guide)
        self.side.changed.connect(self.changed)
        self.flow.planned.connect(self.side.play)
        self.flow.spot_changed.connect(self.canvas.zoom_to)
        self.panel.cautions.answers_asked.connect(self.flow.edit_answers)
        self.flow.answers_changed.connect(self.changed)
        self.flow.answers_changed.connect(lambda: document.set_safety_answers(self.flow.answers))
        document.answer_changed.connect(self._show_cautions)
        document.drawing_changed.connect(self.changed)
        document.evidence_changed.connect(self.changed)
        document.figure_changed.connect(self.figure_wanted)
        document.figure_changed.connect(self.changed)
        self._splitter.splitterMoved.connect(lambda *_: self.changed.emit())

    # ---- what the outside tells

    def set_engine(self, engine: Engine) -> None:
        """The atlas is loaded for a figure: marks are answered from now on."""
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
            self.show_notice(first=True)

    def show_notice(self, *, first: bool) -> None:
        """Say what this is and is not, and remember that it was understood."""
        if self._dialogs.notice(self, first=first) and not self._understood:
            self._understood = True
            self.changed.emit()

    # ---- inside

    def _show_cautions(self, answer: Answer | None) -> None:
        said = [caution for caution, yes in self.flow.answers.items() if yes]
        self.panel.show_cautions(answer.cautions if answer is not None else (), said)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the widths are what a person sees."""
        super().showEvent(event)
        self._seen = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size; pictures being read in the background must not outlive the window."""
        if self._furnished:
            self.changed.emit()
            self._keep_first_sight()
            self.canvas.rest()
        super().closeEvent(event)

    def _keep_first_sight(self) -> None:
        """Keep a picture of the bare figures for the next start, as long as they are all shown."""
        if self._seen and not self.canvas.steered and self.canvas.large_view is None:
            self._kept = self.kept()
            FirstSight.keep(self, self._actions.bar, self.canvas, self._picture_file())
