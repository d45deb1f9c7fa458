"""The panel beside the body: warnings on top, then the overview or the page of the chosen muscle."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from bodymap.gui.kit import column, let_go
from bodymap.gui.muscle_words import plain_name
from bodymap.gui.panel.both_sides import one_a_muscle
from bodymap.gui.panel.cautions import CautionList
from bodymap.gui.panel.overview import Overview
from bodymap.gui.panel.resume import ResumeOffer
from bodymap.gui.panel.said import without
from bodymap.gui.panel.search import Search

if TYPE_CHECKING:
    from bodymap.atlas.model import Caution
    from bodymap.body.surface import Side
    from bodymap.engine import Engine
    from bodymap.gui.document import Chosen, Document
    from bodymap.gui.panel.both_sides import Listed
    from bodymap.gui.panel.muscle_page import MusclePage
    from bodymap.gui.panel.pressing import CloseUp
    from bodymap.gui.theme import Theme, Themes
    from bodymap.pain.evidence import Finding


def _no_picture(_muscle: str, _side: Side, _point: str) -> QWidget | None:
    return None


PAGES_PX = 200
"""Height that warnings leave to the pages below them, in pixels, as long as there is room for both."""


class Pages(QStackedWidget):
    """The pages below the warnings. They scroll, so the warnings get the height they need first; the rest is theirs."""

    def sizeHint(self) -> QSize:
        """What the warnings should leave them."""
        return QSize(super().sizeHint().width(), PAGES_PX)

    def hasHeightForWidth(self) -> bool:
        """No: else Qt would give the pages as much as the warnings lack, and cut those off."""
        return False


class SidePanel(QWidget):
    """Shows what the answer means. ``start_requested(muscle, side, routine, both_sides)`` asks for a routine,
    ``routine_asked`` for one from several sources.
    """

    start_requested = Signal(str, str, str, bool)
    routine_asked = Signal()

    def __init__(self, document: Document, themes: Themes, close_up: CloseUp = _no_picture) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("What the marks may mean"))
        self._document, self._themes, self._close_up = document, themes, close_up
        self._engine: Engine | None = None
        self._before: list[Chosen] = []
        self._page: MusclePage | None = None
        self._opened: dict[str, bool] = {}
        self._blocked = ""
        self._searched = False
        self.search = Search(document, themes.current)
        self.search.opened.connect(self._show_right_page)
        self.search.closed.connect(self._show_right_page)
        self.search.muscle_asked.connect(self._open_found)
        self.search.marked.connect(self.focus_content)
        self.cautions = CautionList(themes.current)
        self.resume = ResumeOffer()
        self._overview = Overview(document, themes.current)
        self._overview.chosen.connect(document.choose)
        self._overview.press_asked.connect(self._open_press)
        self._overview.routine_asked.connect(self.routine_asked)
        self._stack = Pages()
        self._stack.addWidget(self._overview)
        self._stack.addWidget(self.search.pages)
        outer = column(self, 0)
        outer.addWidget(self.search)
        outer.addWidget(self.cautions)
        outer.addWidget(self.resume)
        outer.addWidget(self._stack, 1)
        document.chosen_changed.connect(self._show_chosen)
        document.answer_changed.connect(lambda _: self._refresh_page())
        document.answer_refined.connect(lambda _: self._refresh_page())
        document.figure_changed.connect(lambda _: self._rebuild())
        themes.changed.connect(self._wear)
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.go_back)

    def set_engine(self, engine: Engine) -> None:
        """The atlas is there, or another one is."""
        self._engine = engine
        self._overview.set_engine(engine)
        self.search.set_engine(engine)
        self._rebuild()

    def show_cautions(self, cautions: Sequence[Caution], said: Collection[str] = ()) -> None:
        """The warnings to show; an emergency among them keeps every routine from starting."""
        self.cautions.show_cautions(cautions, said)
        emergency = any(caution.level == "emergency" for caution in cautions)
        self._blocked = self.tr("Get help first: see the warning above.") if emergency else ""
        if self._page is not None:
            self._page.block(self._blocked)
            self._refresh_page()

    def focus_content(self) -> None:
        """Put the keyboard where one wants to go on: the start button of a muscle's page, or the best source."""
        if self._page is not None:
            self._page.focus_start()
        else:
            self._overview.focus_first()

    def focus_search(self) -> None:
        """Put the keyboard into the search field, unless a routine has the panel's place."""
        if self.isVisible():
            self.search.turn_to()

    def go_back(self) -> None:
        """To the page before this one, at last to the overview."""
        if self.search.go_back():
            return
        if self._before:
            # The page is left backwards, so it must not be remembered as the one before.
            target = self._before.pop()
            here = self._document.chosen
            self._document.choose(target.muscle, target.side, target.trigger_point)
            if here is not None and self._before and self._before[-1] == here:
                self._before.pop()
        else:
            searched = self._searched
            self._document.choose_none()
            if searched:
                self.search.come_back()

    def _open_found(self, muscle: str, side: Side) -> None:
        self.search.fold()
        self._searched, self._before = True, []
        shown = self._page
        self._document.choose(muscle, side)
        if self._page is shown:
            self._rebuild()
        self.focus_content()

    def _open_press(self, muscle: str, side: Side, point: str) -> None:
        self._document.choose(muscle, side, point)
        if self._page is not None:
            self._page.show_press()

    def _switch_side(self, side: Side) -> None:
        chosen = self._document.chosen
        if chosen is not None and self._page is not None:
            self._document.choose(chosen.muscle, side, chosen.trigger_point)
            self._page.sides.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_right_page(self) -> None:
        """What was searched for, or the chosen muscle, or the overview."""
        if self.search.is_open:
            self._stack.setCurrentWidget(self.search.pages)
        else:
            self._stack.setCurrentWidget(self._page or self._overview)

    def _link(self, muscle: str) -> None:
        here = self._document.chosen
        if here is None:
            return
        trail = [*self._before, here]
        self._document.choose(muscle, here.side)
        self._before = trail
        self._rebuild()

    def _show_chosen(self, chosen: Chosen | None) -> None:
        page = self._page
        if chosen is None:
            self._before, self._searched = [], False
            self._drop_page()
            self._show_right_page()
            return
        self.search.fold()
        if page is not None and (page.muscle_id, page.side) == (chosen.muscle, chosen.side):
            page.show_point(chosen.trigger_point)
            return
        self._rebuild()

    def _rebuild(self) -> None:
        chosen, engine = self._document.chosen, self._engine
        if chosen is None or engine is None or chosen.muscle not in engine.atlas.muscles:
            return
        from bodymap.gui.panel.muscle_page import MusclePage  # only now: most of the panel's code is this page

        old, listed = self._page, self._listed(chosen)
        focus = QApplication.focusWidget()
        focused = focus is not None and self.isAncestorOf(focus)
        self._page = MusclePage(
            engine,
            chosen,
            listed,
            self._themes.current,
            opened=self._opened,
            close_up=self._close_up,
            back_to=self._back_to(engine),
            both=self._both_wanted(old, listed, chosen),
        )
        self._page.back_asked.connect(self.go_back)
        self._page.muscle_asked.connect(self._link)
        self._page.point_asked.connect(self._choose_point)
        self._page.start_asked.connect(self.start_requested)
        self._page.block(self._blocked)
        self._page.side_asked.connect(self._switch_side)
        self._page.found.connect(self._found)
        self._refresh_page()
        self._stack.addWidget(self._page)
        self._show_right_page()
        if focused:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        if old is not None:
            self._remove(old)

    @staticmethod
    def _both_wanted(old: MusclePage | None, listed: Listed | None, chosen: Chosen) -> bool:
        """What the person chose on the page of the other side, else both sides where both may send the pain."""
        if old is not None and old.muscle_id == chosen.muscle:
            return old.both_sides
        return listed is not None and listed.both

    def _back_to(self, engine: Engine) -> str:
        if self._before:
            return plain_name(engine.atlas.muscles[self._before[-1].muscle])
        if self._searched:
            return self.tr("Search results")
        return self.tr("All sources")

    def _listed(self, chosen: Chosen) -> Listed | None:
        """The chosen muscle as it is in the list, told of the chosen side; None when that is no source."""
        answer, engine = self._document.answer, self._engine
        if answer is None or engine is None:
            return None
        known = next(
            (each for each in one_a_muscle(answer, engine.surface) if each.source.muscle == chosen.muscle), None
        )
        turned = known.turned_to(chosen.side) if known is not None else None
        return turned if turned is not None and turned.source.side == chosen.side else None

    def _refresh_page(self) -> None:
        """The list is another one: why this muscle is in it, and what pressing has shown."""
        chosen, answer = self._document.chosen, self._document.answer
        if self._page is None or chosen is None or self._document.trying:
            return
        self._page.show_source(self._listed(chosen))
        asks = answer is not None and bool(self._document.drawing) and not self._blocked
        self._page.show_evidence(self._document.evidence, asks=asks)

    def _found(self, finding: Finding, keep: bool) -> None:
        """Pressing showed something, or what it showed is taken back."""
        evidence = self._document.evidence
        self._document.set_evidence(evidence.plus(finding) if keep else without(evidence, finding))

    def _choose_point(self, point: str | None) -> None:
        chosen = self._document.chosen
        if chosen is not None:
            self._document.choose(chosen.muscle, chosen.side, point)

    def _drop_page(self) -> None:
        if self._page is not None:
            self._remove(self._page)
            self._page = None

    def _remove(self, page: MusclePage) -> None:
        self._stack.removeWidget(page)
        let_go(page)

    def _wear(self, theme: Theme) -> None:
        self.cautions.wear(theme)
        self._overview.wear(theme)
        self.search.wear(theme)
        self._rebuild()
