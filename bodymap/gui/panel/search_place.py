"""The page of a place on the body: which muscles are known to send pain there, as if it were marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bodymap.gui.kit import Page, back_line, button, column, label, row
from bodymap.gui.muscle_words import capital
from bodymap.gui.panel.both_sides import Listed, one_a_muscle
from bodymap.gui.panel.cautions import CautionCard
from bodymap.gui.panel.side_switch import SideSwitch
from bodymap.gui.panel.source_card import SourceCard
from bodymap.pain.reasons import Reason

if TYPE_CHECKING:
    from bodymap.body.surface import Side
    from bodymap.engine import Engine
    from bodymap.gui.theme import Theme

SHOWN = 10
FULL_CARDS = 2


class PlacePage(QWidget):
    """One named region on one side. The signals ask: to go back, for the other side, for a muscle, to mark it all."""

    back_asked = Signal()
    side_asked = Signal(str)
    muscle_asked = Signal(str, str)
    mark_asked = Signal(str, object)

    def __init__(self, engine: Engine, region: str, side: Side, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("placePage")
        self.region, self.side = region, side
        self._engine, self._theme = engine, theme
        self._mark = engine.region_mark(region, side)
        self._page = Page(gap=1.25, margins=(2.5, 0.5, 2.5, 3))
        self.switch: SideSwitch | None = None
        outer = column(self, 0)
        outer.addLayout(self._top())
        outer.addWidget(self._page, 1)
        self._fill()
        self.setFocusProxy(self.mark)

    def _top(self) -> QVBoxLayout:
        self.back = button(self.tr("Search results"), "quiet", "placeBack", self.tr("Back (Alt+Left)"))
        self.back.setAccessibleName(self.tr("Back to the search results"))
        self.back.clicked.connect(self.back_asked)
        return back_line(self.back, self._theme)

    def _sided_as(self) -> Side | None:
        """The side that is meant; none for a place in the midline."""
        return None if self.switch is None else self.side

    def _fill(self) -> None:
        body, atlas = self._page.body, self._engine.atlas
        named = atlas.regions[self.region]
        head = row(gap=1)
        head.addWidget(label(capital(named.plain), "title"), 1)
        if not named.midline:
            self.switch = SideSwitch(self.side)
            self.switch.asked.connect(self.side_asked)
            head.addWidget(self.switch)
        body.addLayout(head)
        answer = self._engine.answer((self._mark,))
        for caution in answer.cautions:
            body.addWidget(CautionCard(caution, self._theme))
        self.mark = button(self.tr("Mark this place"), "primary", "markPlace")
        self.mark.setToolTip(self.tr("Mark pain on all of it. You can also click a smaller part of it on the body."))
        self.mark.clicked.connect(lambda: self.mark_asked.emit(self.region, self._sided_as()))
        line = row()
        line.addWidget(self.mark)
        line.addStretch(1)
        body.addLayout(line)
        if not answer.sources:
            body.addWidget(label(self.tr("No muscle in the atlas is known to send pain here."), kind="muted"))
            return
        body.addWidget(label(self.tr("Known to send pain here, best match first:"), kind="muted"))
        for rank, listed in enumerate(one_a_muscle(answer, self._engine.surface)[:SHOWN], start=1):
            source = listed.source
            muscle = atlas.muscles[source.muscle]
            points = [each.refers for each in muscle.trigger_points if each.id in source.trigger_points[:1]]
            source = replace(source, reasons=tuple(Reason("explains", text) for text in points))
            card = SourceCard(self._theme)
            card.show_source(rank, Listed(source, both=listed.both), muscle, brief=rank > FULL_CARDS)
            card.clicked.connect(lambda _=False, card=card: self.muscle_asked.emit(card.muscle, card.side))
            body.addWidget(card)
