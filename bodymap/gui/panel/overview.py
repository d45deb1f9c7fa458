"""The first page of the panel: what to do when nothing is marked, and the ranked sources when something is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from bodymap.gui.flow import FlowLayout
from bodymap.gui.kit import Page, button, card, column, empty, label
from bodymap.gui.panel.legend import Legend
from bodymap.gui.panel.marks import MarksTray
from bodymap.gui.panel.prose import side_word
from bodymap.gui.panel.source_card import SourceCard, capital

if TYPE_CHECKING:
    from bodymap.engine import Answer, Engine, Source
    from bodymap.gui.document import Document
    from bodymap.gui.theme import Theme

SHOWN_AT_FIRST = 5
LIVE_MS = 90
"""So often the list follows a drawing that is still being made."""
SHOWN_AT_MOST = 20
FULL_CARDS = 2
NEARLY_ALL, MOST = 0.85, 0.6
REMARK_CM2 = 15.0
"""Unexplained skin below this is the blur of a hand-made mark and not worth a remark."""


class Overview(QWidget):
    """Start page and ranked list. ``chosen(muscle, side)`` asks to open a source."""

    chosen = Signal(str, str)

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__()
        self._document = document
        self._theme = theme
        self._engine: Engine | None = None
        self._all = False
        self._page = Page(gap=1.25)
        self._page.setObjectName("sourceList")
        self._tray = MarksTray(document, theme)
        inner = column(self, 0)
        inner.addWidget(self._page, 1)
        inner.addWidget(self._tray)
        document.drawing_changed.connect(self._drawn)
        self._soon = QTimer(self, singleShot=True, interval=LIVE_MS)
        self._soon.timeout.connect(self.refresh)
        document.answer_changed.connect(self._answered)
        self.refresh()

    def set_engine(self, engine: Engine) -> None:
        """The atlas is there: names and texts come from it."""
        self._engine = engine
        self.refresh()

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        self._tray.wear(theme)
        self.refresh()

    def focus_first(self) -> None:
        """Put the keyboard on the best source."""
        first = self.findChild(SourceCard)
        if first is not None:
            first.setFocus()

    def _drawn(self) -> None:
        if not self._document.drawing or self._engine is None:
            self._all = False
            self.refresh()

    def _answered(self) -> None:
        """While something is being drawn the list follows at its own pace, so that the brush never waits for it."""
        if not self._document.trying:
            self._soon.stop()
            self.refresh()
        elif not self._soon.isActive():
            self._soon.start()

    def refresh(self) -> None:
        """Build the page from the document's present state."""
        at = self._page.verticalScrollBar().value()
        self.setUpdatesEnabled(False)
        empty(self._page.body)
        answer = self._document.answer
        if not self._document.drawing and not self._document.trying:
            self._show_start()
        elif answer is None or self._engine is None:
            self._add(label(self.tr("One moment"), "title"))
            self._add(label(self.tr("The atlas is being opened. Your marks are kept."), kind="muted"))
        elif not answer.sources:
            self._show_nothing_found()
        else:
            self._show_sources(answer, self._engine)
        self.setUpdatesEnabled(True)
        self._page.verticalScrollBar().setValue(at)

    def _add(self, widget: QWidget) -> None:
        self._page.body.addWidget(widget)

    def _show_start(self) -> None:
        self._add(label(self.tr("Where does it hurt?"), "title"))
        self._add(
            label(
                self.tr(
                    "Click the place on the body, as often as you need. "
                    "The muscles that are known to send pain there appear here at once."
                )
            )
        )
        frame, inner = card()
        inner.addWidget(label(self.tr("What you will see on the body"), "small", "muted"))
        inner.addWidget(Legend(self._theme))
        self._page.body.addSpacing(8)
        self._add(frame)
        self._page.body.addSpacing(8)
        self._add(
            label(
                self.tr(
                    "Without a mouse: Tab to the body, move with the arrow keys, mark with Enter. F1 shows all keys."
                ),
                "small",
                "muted",
            )
        )

    def _show_nothing_found(self) -> None:
        self._add(label(self.tr("No known pattern"), "title"))
        self._add(
            label(
                self.tr(
                    "No muscle in the atlas is known to send pain to what you marked. "
                    "Check that the marks lie where it hurts. If they do, ask a doctor what else it could be."
                )
            )
        )

    def _show_sources(self, answer: Answer, engine: Engine) -> None:
        self._add(label(self.tr("Where it may come from"), "title"))
        self._add(
            label(
                self.tr("Best match first. The patterns come from published descriptions, and people differ."),
                "small",
                "muted",
            )
        )
        self._show_together(answer, engine)
        count = SHOWN_AT_MOST if self._all else SHOWN_AT_FIRST
        for rank, candidate in enumerate(answer.sources[:count], start=1):
            made = self._card(rank, candidate, engine)
            self._add(made)
        more = min(len(answer.sources), SHOWN_AT_MOST) - count
        if more > 0:
            show = button(self.tr("Show {} more").format(more), "quiet", "showMore")
            show.clicked.connect(self._show_all)
            self._add(show)
        self._show_unexplained(answer)

    def _card(self, rank: int, candidate: Source, engine: Engine) -> SourceCard:
        muscle = engine.atlas.muscles[candidate.muscle]
        made = SourceCard(rank, candidate, muscle, self._theme, candidate.score, brief=rank > FULL_CARDS)
        made.clicked.connect(lambda _=False, card=made: self.chosen.emit(card.muscle, card.side))
        return made

    def _show_together(self, answer: Answer, engine: Engine) -> None:
        if len(answer.together) < 2:
            return
        frame, inner = card("inset")
        frame.setObjectName("together")
        much = self.tr("nearly all of it") if answer.together_explains >= NEARLY_ALL else self.tr("most of it")
        if answer.together_explains < MOST:
            much = self.tr("more of it than one alone")
        two = len(answer.together) == 2
        says = (self.tr("These two together explain {}:") if two else self.tr("These together explain {}:")).format(
            much
        )
        inner.addWidget(label(says, "small", "muted"))
        names = QWidget()
        flow = FlowLayout(names, gap=0)
        for each in answer.together:
            name = f"{capital(engine.atlas.muscles[each.muscle].name)}, {side_word(each.side).lower()}"
            link = button(name, "link", f"together-{each.muscle}-{each.side}")
            link.clicked.connect(lambda _=False, each=each: self.chosen.emit(each.muscle, each.side))
            flow.addWidget(link)
        inner.addWidget(names)
        inner.setSpacing(0)
        self._add(frame)

    def _show_unexplained(self, answer: Answer) -> None:
        if answer.unexplained_cm2 < REMARK_CM2:
            return
        frame, inner = card("inset")
        frame.setObjectName("unexplained")
        inner.addWidget(label(self.tr("Not everything fits"), "small"))
        inner.addWidget(
            label(
                self.tr(
                    "About {} cm² of what you marked lies in no known pattern. "
                    "If that part is new, strange or does not ease, have it looked at."
                ).format(round(answer.unexplained_cm2)),
                "small",
                "muted",
            )
        )
        self._add(frame)

    def _show_all(self) -> None:
        self._all = True
        self.refresh()
