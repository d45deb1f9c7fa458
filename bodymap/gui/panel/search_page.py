"""The page under the search field: examples while nothing is typed, and what was found when something is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bodymap.gui.access.speech import announce
from bodymap.gui.kit import Page, button, empty, label
from bodymap.gui.panel.cautions import CautionCard, level_words
from bodymap.gui.panel.search_rows import ResultCard

if TYPE_CHECKING:
    from bodymap.atlas.load import Atlas
    from bodymap.atlas.search import Hit
    from bodymap.gui.theme import Theme

SHOWN = 10
WARNINGS_SHOWN = 2
"""Of warnings that only mention the words; those that are named are all shown."""


class SearchPage(Page):
    """``opened(kind, id)`` asks for the page of a result, ``tried(text)`` to search for an example."""

    opened = Signal(str, str)
    tried = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(gap=1, margins=(2.5, 1.5, 2.5, 3))
        self.setObjectName("searchPage")
        self._theme = theme
        self._cards: list[ResultCard] = []
        self._at = 0

    def wear(self, theme: Theme) -> None:
        """The colours for what is shown next."""
        self._theme = theme

    @property
    def chosen(self) -> Hit | None:
        """The result that Enter opens."""
        return self._cards[self._at].hit if self._cards else None

    def show_examples(self) -> None:
        """Nothing is typed yet."""
        self._start(self.tr("What are you looking for?"))
        self.body.addWidget(
            label(self.tr("A muscle, a place on the body, what it feels like, or a movement that hurts."), kind="muted")
        )
        self._examples(self.tr("For example:"))
        self._end()

    def show_waiting(self) -> None:
        """The atlas is not there yet."""
        self._start(self.tr("One moment"))
        self.body.addWidget(label(self.tr("The atlas is being opened."), kind="muted"))
        self._end()

    def show_hits(self, query: str, hits: Sequence[Hit], atlas: Atlas) -> None:
        """What was found, best first; warnings that were named come before everything."""
        self._start("")
        urgent = [hit for hit in hits if hit.urgent]
        mentioned = [hit for hit in hits if hit.kind == "caution" and not hit.urgent][:WARNINGS_SHOWN]
        found = [hit for hit in hits if hit.kind != "caution"][:SHOWN]
        for hit in urgent:
            self.body.addWidget(CautionCard(atlas.cautions[hit.id], self._theme))
        for hit in found:
            card = ResultCard(hit, atlas, self._theme)
            card.clicked.connect(lambda _=False, card=card: self.opened.emit(card.hit.kind, card.hit.id))
            self.body.addWidget(card)
            self._cards.append(card)
        for hit in mentioned:
            warning = CautionCard(atlas.cautions[hit.id], self._theme)
            warning.set_open(False)
            self.body.addWidget(warning)
        if not (found or urgent or mentioned):
            self._nothing(query)
        self._end()
        if self._cards:
            self._cards[0].set_chosen(True)
        self._tell(urgent, len(found), atlas)

    def step(self, by: int) -> None:
        """Choose another result."""
        if not self._cards:
            return
        self._cards[self._at].set_chosen(False)
        self._at = max(0, min(len(self._cards) - 1, self._at + by))
        card = self._cards[self._at]
        card.set_chosen(True)
        if self._at == 0:
            self.show_top()
        self.ensureWidgetVisible(card, 0, 16)
        announce(self, card.accessibleName())

    def take(self) -> None:
        """Open the chosen result."""
        hit = self.chosen
        if hit is not None:
            self.opened.emit(hit.kind, hit.id)

    def _start(self, title: str) -> None:
        self.setUpdatesEnabled(False)
        empty(self.body)
        self._cards, self._at = [], 0
        if title:
            self.body.addWidget(label(title, "title"))

    def _end(self) -> None:
        self.show_top()
        self.setUpdatesEnabled(True)

    def _nothing(self, query: str) -> None:
        self.body.addWidget(label(self.tr("Nothing found"), "title"))
        says = self.tr(
            "Nothing in the atlas fits “{}”. Try fewer words or another word for it, or click the place on the body."
        )
        self.body.addWidget(label(says.format(query.strip()), kind="muted"))
        self._examples(self.tr("This finds something:"))

    def _examples(self, lead: str) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(label(lead, "small", "muted"))
        for number, text in enumerate(
            (self.tr("headache behind the eye"), self.tr("can't lie on my side"), self.tr("tennis elbow"))
        ):
            link = button(text, "link", f"example-{number}")
            link.clicked.connect(lambda _=False, text=text: self.tried.emit(text))
            self.body.addWidget(link)

    def _tell(self, urgent: Sequence[Hit], count: int, atlas: Atlas) -> None:
        words = [f"{level_words(atlas.cautions[hit.id].level)}: {hit.title}." for hit in urgent]
        words.append(self.tr("One result") if count == 1 else self.tr("{} results").format(count))
        announce(self, " ".join(words))
