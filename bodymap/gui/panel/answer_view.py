"""The answer to a drawing: the ranked sources, why, how sure, what is left, and what would make it surer.

It is updated in place while the person draws: cards are kept and shown other sources, never made anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bodymap.gui.kit import button, column, label
from bodymap.gui.panel.both_sides import Listed, one_a_muscle
from bodymap.gui.panel.confirm import ConfirmBox
from bodymap.gui.panel.legend import MarkLegend
from bodymap.gui.panel.notes import RemainderBox, TogetherBox
from bodymap.gui.panel.section import Section
from bodymap.gui.panel.source_card import SourceCard

if TYPE_CHECKING:
    from bodymap.engine import Answer, Engine
    from bodymap.gui.theme import Theme
    from bodymap.pain.confirm import Question
    from bodymap.pain.drawing import Drawing
    from bodymap.pain.evidence import Evidence

SHOWN_AT_FIRST = 5
SHOWN_AT_MOST = 20
FULL_CARDS = 2


class AnswerView(QWidget):
    """``chosen(muscle, side)`` asks to open a source, ``press_asked`` a trigger point; ``said(evidence)`` answers.

    ``shown(widget)`` asks to scroll there, ``routine_asked`` for one routine from several sources.
    """

    chosen = Signal(str, str)
    press_asked = Signal(str, str, str)
    said = Signal(object)
    shown = Signal(QWidget)
    routine_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._all = False
        self._answer: Answer | None = None
        self._engine: Engine | None = None
        self._drawing: Drawing = ()
        self._cards: list[SourceCard] = []
        self._legend: MarkLegend | None = None
        self._together = TogetherBox()
        self._together.chosen.connect(self.chosen)
        self._left = RemainderBox()
        self._confirm = ConfirmBox(theme)
        self._confirm.said.connect(self.said)
        self._confirm.press_asked.connect(self.press_asked)
        self._signs = Section("signs", self.tr("What the colours and signs mean"), theme, opened=False)
        self._signs.toggled.connect(lambda _: self._explain())
        self._lay_out()

    def _lay_out(self) -> None:
        inner = column(self, 1.25)
        inner.addWidget(label(self.tr("Where it may come from"), "title"))
        inner.addWidget(
            label(
                self.tr("Best match first. The patterns come from published descriptions, and people differ."),
                "small",
                "muted",
            )
        )
        self._surer = button(self.tr("Make the list surer"), "link", "makeSurer")
        self._surer.clicked.connect(self._go_to_questions)
        policy = self._surer.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # it comes a moment after the list, which must not jump
        self._surer.setSizePolicy(policy)
        self._surer.hide()
        inner.addWidget(self._surer, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self._together)
        listed = QWidget()  # with the cards inside, a screen reader finds them here and not behind all that follows
        self._list = column(listed, 1.25)
        inner.addWidget(listed)
        self._more = button("", "quiet", "showMore")
        self._more.clicked.connect(self._show_all)
        inner.addWidget(self._more)
        routine = button(self.tr("One routine for several of these …"), "plain", "makeRoutine")
        routine.clicked.connect(self.routine_asked)
        inner.addWidget(routine)
        for part in (self._left, self._confirm, self._signs):
            inner.addWidget(part)

    def show_answer(self, answer: Answer, engine: Engine) -> None:
        """Show an answer."""
        self._answer, self._engine = answer, engine
        self._together.show_answer(answer, engine)
        count = SHOWN_AT_MOST if self._all else SHOWN_AT_FIRST
        listed = one_a_muscle(answer, engine.surface)
        self._show_cards(listed[:count], engine)
        more = min(len(listed), SHOWN_AT_MOST) - count
        self._more.setVisible(more > 0)
        self._more.setText(self.tr("Show {} more").format(more))
        self._left.show_answer(answer, engine)

    def show_drawing(self, drawing: Drawing) -> None:
        """Explain the signs of a drawing, if that is wanted."""
        self._drawing = drawing
        self._explain()

    def _explain(self) -> None:
        if self._legend is None and self._signs.is_open:
            self._legend = MarkLegend(self._theme)
            self._signs.body.addWidget(self._legend)
        if self._legend is not None:
            self._legend.show_drawing(self._drawing)

    def show_questions(self, questions: Sequence[Question], evidence: Evidence, engine: Engine) -> None:
        """Show what could be asked, and what was said."""
        self._confirm.show_questions(questions, evidence, engine)
        self._surer.setVisible(self._confirm.asks)

    def start_anew(self) -> None:
        """The drawing is empty: the next one begins with a short list and all questions."""
        self._all = False
        self._confirm.start_anew()
        self._surer.hide()

    def focus_first(self) -> None:
        """Put the keyboard on the best source."""
        if self._cards:
            self._cards[0].setFocus()

    def _show_cards(self, listed: Sequence[Listed], engine: Engine) -> None:
        """Each muscle on the card that shows it already, the others on cards that are free."""
        before = self._cards
        kept = {card.muscle: card for card in before}
        staying = {each.source.muscle for each in listed}
        free = [card for card in before if card.muscle not in staying]
        shown = []
        for rank, each in enumerate(listed, start=1):
            muscle = engine.atlas.muscles[each.source.muscle]
            card = kept.get(muscle.id) or (free.pop(0) if free else self._new_card())
            card.show_source(rank, each, muscle, brief=rank > FULL_CARDS)
            shown.append(card)
        for card in free:
            self._drop(card)
        self._cards = shown
        self._put_in_order()

    def _new_card(self) -> SourceCard:
        card = SourceCard(self._theme)
        card.clicked.connect(lambda: self.chosen.emit(card.muscle, card.side))
        self._list.addWidget(card)
        return card

    def _drop(self, card: SourceCard) -> None:
        self._list.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _put_in_order(self) -> None:
        """On the screen, by keyboard, and in a screen reader's tree, where widgets stand as they are stacked."""
        moved = False
        for place, card in enumerate(self._cards):
            item = self._list.itemAt(place)
            if item is None or item.widget() is not card:
                self._list.removeWidget(card)
                self._list.insertWidget(place, card)
                moved = True
        if moved:
            for card in self._cards:
                card.raise_()
            for before, after in zip(self._cards, [*self._cards[1:], self._more], strict=True):
                self.setTabOrder(before, after)

    def _go_to_questions(self) -> None:
        self.shown.emit(self._confirm)
        self._confirm.focus_first()

    def _show_all(self) -> None:
        self._all = True
        if self._answer is not None and self._engine is not None:
            self.show_answer(self._answer, self._engine)
