"""The page of a muscle: what it is, where to press, what else there is to know, and the start of its routine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bodymap.gui.kit import Page, back_line, button, column, label, row, rule
from bodymap.gui.muscle_words import plain_name
from bodymap.gui.panel.care import RoutineChoice, StartBar, minutes
from bodymap.gui.panel.facts import Facts
from bodymap.gui.panel.pressing import CloseUp, Pressing
from bodymap.gui.panel.section import Section
from bodymap.gui.panel.side_switch import SideSwitch
from bodymap.gui.panel.why import Why

if TYPE_CHECKING:
    from bodymap.engine import Engine
    from bodymap.gui.document import Chosen
    from bodymap.gui.panel.both_sides import Listed
    from bodymap.gui.theme import Theme
    from bodymap.pain.evidence import Evidence


class MusclePage(QWidget):
    """One muscle on one side. The signals ask: to go back, to another muscle or side, for a point, for the routine.

    ``found(finding, keep)`` follows what pressing showed.
    """

    back_asked = Signal()
    muscle_asked = Signal(str)
    point_asked = Signal(object)
    side_asked = Signal(str)
    found = Signal(object, bool)
    start_asked = Signal(str, str, str, bool)

    def __init__(
        self,
        engine: Engine,
        chosen: Chosen,
        listed: Listed | None,
        theme: Theme,
        *,
        opened: dict[str, bool],
        close_up: CloseUp,
        back_to: str,
        both: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("musclePage")
        self._engine, self._theme = engine, theme
        self.muscle_id, self.side = chosen.muscle, chosen.side
        self._muscle = engine.atlas.muscles[chosen.muscle]
        self._facts = Facts(engine, theme, opened, self)
        self._facts.linked.connect(self.muscle_asked)
        self._page = Page(gap=1.5, margins=(2.5, 0.5, 2.5, 3))
        outer = column(self, 0)
        outer.addLayout(self._top(back_to))
        outer.addWidget(self._page, 1)
        self._fill(chosen, listed, close_up)
        self._bar = StartBar(theme)
        self._bar.both.setChecked(both)
        self._bar.started.connect(self._start)
        self._bar.changed.connect(self._show_length)
        self._bar.choice_asked.connect(lambda: self._scroll_to(self._choice))
        outer.addWidget(self._bar)
        self._facts.shown.connect(self._scroll_to)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{self._muscle.plain}, {self._muscle.name}")
        self._show_length()

    def _top(self, back_to: str) -> QVBoxLayout:
        self.back = button(back_to, "quiet", "backButton", self.tr("Back (Alt+Left)"))
        self.back.setAccessibleName(self.tr("Back to {}").format(back_to))
        self.back.clicked.connect(self.back_asked)
        return back_line(self.back, self._theme)

    def _fill(self, chosen: Chosen, listed: Listed | None, close_up: CloseUp) -> None:
        muscle = self._muscle
        body = self._page.body
        body.addLayout(self._title())
        body.addWidget(self._facts.prose(muscle.about))
        best = self._best_point(chosen, listed)
        where = self._open_section("press", self.tr("Where to press"))
        self._pressing = Pressing(muscle, self.side, best, self._facts, close_up)
        self._pressing.point_chosen.connect(self.point_asked)
        self._pressing.found.connect(self.found)
        self._pressing.show_point(chosen.trigger_point)
        where.body.addWidget(self._pressing)
        body.addWidget(where)
        self._why = Why()
        self._why.show_source(listed)
        body.addWidget(self._why)
        many = len(muscle.care.routines) > 1
        care = self._open_section("routine", self.tr("Choose a routine") if many else self.tr("The routine"))
        self._choice = RoutineChoice(muscle, self._facts)
        self._choice.changed.connect(self._show_length)
        care.body.addWidget(self._choice)
        body.addWidget(care)
        for section in self._facts.sections(muscle):
            body.addWidget(rule())
            body.addWidget(section)

    def _title(self) -> QVBoxLayout:
        box = column(gap=0.5)
        box.addWidget(label(plain_name(self._muscle), "title"))  # as on the card that was pressed
        names = self._muscle.name
        if self._muscle.synonyms:
            names += self.tr(" (also called {})").format(", ".join(self._muscle.synonyms[:3]))
        line = row(gap=1)
        line.addWidget(label(names, kind="muted"), 1)
        self.sides = SideSwitch(self.side)
        self.sides.asked.connect(self.side_asked)
        line.addWidget(self.sides, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(line)
        return box

    def _open_section(self, name: str, title: str) -> Section:
        return Section(name, title, self._theme, opened=True)

    def _best_point(self, chosen: Chosen, listed: Listed | None) -> str:
        if chosen.trigger_point is not None:
            return chosen.trigger_point
        if listed is not None and listed.source.trigger_points:
            return listed.source.trigger_points[0]
        return self._muscle.trigger_points[0].id

    def show_point(self, point_id: str | None) -> None:
        """Tell about one trigger point, or about the best one when None."""
        self._pressing.show_point(point_id)

    def show_press(self) -> None:
        """Scroll to where to press."""
        self._scroll_to(self._pressing)

    def show_source(self, listed: Listed | None) -> None:
        """Say why it is in the list now; None when it isn't."""
        self._why.show_source(listed)

    @property
    def both_sides(self) -> bool:
        """Whether the routine is to be for both sides."""
        return self._bar.both.isChecked()

    def show_evidence(self, evidence: Evidence, *, asks: bool) -> None:
        """Show what pressing has shown. ``asks``: there is a pain that it could be compared with."""
        self._pressing.show_evidence(evidence, asks=asks)

    def block(self, why: str) -> None:
        """Nothing can be started while there is a reason against it ("" for none)."""
        self._bar.block(why)

    def focus_start(self) -> None:
        """Put the keyboard on the start button: what most people want next."""
        self._bar.start.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys scroll the page."""
        bar = self._page.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep() * 3,
            Qt.Key.Key_Up: -bar.singleStep() * 3,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + by)

    def _show_length(self) -> None:
        both = self._bar.both.isChecked()
        self._bar.show_routine(self._choice.chosen_name, only=len(self._muscle.care.routines) == 1)
        self._bar.show_minutes(minutes(self._engine, self.muscle_id, self.side, self._choice.chosen, both=both))

    def _start(self, both: bool) -> None:
        self.start_asked.emit(self.muscle_id, self.side, self._choice.chosen, both)

    def _scroll_to(self, widget: QWidget) -> None:
        # The section was just unfolded: lay it out before asking where it is.
        self._page.inner.adjustSize()
        self._page.show_part(widget, 40)
