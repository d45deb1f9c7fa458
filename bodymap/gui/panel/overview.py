"""The first page of the panel: what to do when nothing is marked, and the ranked sources when something is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from bodymap.gui.kit import Page, column
from bodymap.gui.panel.answer_view import AnswerView
from bodymap.gui.panel.marks import MarksTray
from bodymap.gui.panel.start_page import Notice, StartPage
from bodymap.pain.evidence import NOTHING_SAID

if TYPE_CHECKING:
    from bodymap.engine import Engine
    from bodymap.gui.document import Document
    from bodymap.gui.theme import Theme

LIVE_MS = 90
"""So often the list follows a drawing that is still being made."""
REST_MS = 350
"""A drawing that has not changed for so long rests: now there is time for what would hold up a brush."""


class Overview(QWidget):
    """Start page and ranked list. ``chosen(muscle, side)`` asks to open a source, ``press_asked`` a trigger point."""

    chosen = Signal(str, str)
    press_asked = Signal(str, str, str)
    routine_asked = Signal()

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__()
        self._document = document
        self._theme = theme
        self._engine: Engine | None = None
        self._page = Page(gap=0)
        self._page.setObjectName("sourceList")
        self._tray = MarksTray(document, theme)
        inner = column(self, 0)
        inner.addWidget(self._page, 1)
        inner.addWidget(self._tray)
        self._make_parts()
        self._soon = QTimer(self, singleShot=True, interval=LIVE_MS)
        self._soon.timeout.connect(self.refresh)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._rested)
        document.drawing_changed.connect(self._drawn)
        document.answer_changed.connect(self._answered)
        document.answer_refined.connect(self.refresh)
        document.evidence_changed.connect(self.refresh)
        self.refresh()

    def _make_parts(self) -> None:
        self._start = StartPage(self._theme)
        self._start.forget_asked.connect(lambda: self._document.set_evidence(NOTHING_SAID))
        self._waiting = Notice(self.tr("One moment"), self.tr("The atlas is being opened. Your marks are kept."))
        self._nothing = Notice(
            self.tr("No known pattern"),
            self.tr(
                "No muscle in the atlas is known to send pain to what you marked. "
                "Check that the marks lie where it hurts. If they do, ask a doctor what else it could be."
            ),
        )
        self._found = AnswerView(self._theme)
        self._found.chosen.connect(self.chosen)
        self._found.press_asked.connect(self.press_asked)
        self._found.routine_asked.connect(self.routine_asked)
        self._found.said.connect(self._said)
        self._found.shown.connect(lambda part: self._page.show_part(part, 12))
        self._parts: tuple[QWidget, ...] = (self._start, self._waiting, self._nothing, self._found)
        for part in self._parts:
            part.hide()
            self._page.body.addWidget(part)

    def set_engine(self, engine: Engine) -> None:
        """The atlas is there: names and texts come from it."""
        self._engine = engine
        self.refresh()

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        self._tray.wear(theme)
        for part in self._parts:
            self._page.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._make_parts()
        self.refresh()

    def focus_first(self) -> None:
        """Put the keyboard on the best source."""
        self._found.focus_first()

    def _drawn(self) -> None:
        self._found.show_drawing(self._document.drawing)
        if not self._document.drawing or self._engine is None:
            self._found.start_anew()
            self.refresh()

    def _answered(self) -> None:
        """While something is being drawn the list follows at its own pace, so that the brush never waits for it."""
        if self._document.trying:
            self._rest.stop()
            if not self._soon.isActive():
                self._soon.start()
            return
        self._soon.stop()
        self.refresh()
        if self._document.drawing and self._engine is not None:
            self._rest.start()

    def _rested(self) -> None:
        """Nothing has been drawn for a moment: say which places in the list are sure, and what could be asked."""
        self._document.settle()
        self._ask()

    def _said(self, evidence: object) -> None:
        if evidence == self._document.evidence:
            self._ask()  # a question was skipped
        else:
            self._document.set_evidence(evidence)  # type: ignore[arg-type] # signals carry objects
            self._ask()

    def _ask(self) -> None:
        answer, engine = self._document.answer, self._engine
        if answer is None or engine is None or not self._document.drawing:
            return
        urgent = any(caution.level == "emergency" for caution in answer.cautions)
        asked = () if urgent else engine.questions(answer)
        self._found.show_questions(asked, self._document.evidence, engine)

    def refresh(self) -> None:
        """Show the document's present state."""
        answer, engine = self._document.answer, self._engine
        if not self._document.drawing and not self._document.trying:
            self._start.show_said(bool(self._document.evidence))
            self._show(self._start)
        elif answer is None or engine is None:
            self._show(self._waiting)
        elif not answer.sources:
            self._show(self._nothing)
        else:
            self._found.show_answer(answer, engine)
            self._show(self._found)

    def _show(self, wanted: QWidget) -> None:
        for part in self._parts:
            part.setVisible(part is wanted)
