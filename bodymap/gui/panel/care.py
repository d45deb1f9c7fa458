"""Choosing a routine, and starting it: always one click away at the foot of a muscle's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QRadioButton, QWidget

from bodymap.errors import BodymapError
from bodymap.gui.icons import icon
from bodymap.gui.kit import button, column, folded, label, row, rule
from bodymap.gui.theme import Theme, font

if TYPE_CHECKING:
    from bodymap.atlas.model import CareRoutine, Muscle
    from bodymap.engine import Engine
    from bodymap.gui.panel.facts import Facts
    from bodymap.routine.steps import Side


def minutes(engine: Engine, muscle: str, side: Side, routine: str, *, both: bool) -> int | None:
    """About how long the routine takes, in whole minutes; None when it can't be planned."""
    from bodymap.gui.lengths import path_length
    from bodymap.routine.plan import plan

    try:
        planned = plan(engine.atlas, muscle, side, routine_id=routine, both_sides=both, path_length=path_length(engine))
    except BodymapError:
        return None
    return max(1, round(planned.seconds / 60))


class RoutineChoice(QWidget):
    """The routines of a muscle with when to choose each. ``changed()`` follows a choice."""

    changed = Signal()

    def __init__(self, muscle: Muscle, facts: Facts) -> None:
        super().__init__()
        self.setObjectName("routines")
        self._group = QButtonGroup(self)
        self._ids = [routine.id for routine in muscle.care.routines]
        self._names = [routine.name for routine in muscle.care.routines]
        inner = column(self, 1)
        only = len(muscle.care.routines) == 1
        for index, routine in enumerate(muscle.care.routines):
            inner.addWidget(self._entry(index, routine, facts, only=only))
        first = self._group.button(0)
        if first is not None:
            first.setChecked(True)
        self._group.idClicked.connect(lambda _: self.changed.emit())

    def _entry(self, index: int, routine: CareRoutine, facts: Facts, *, only: bool) -> QWidget:
        box = QWidget()
        inner = column(box, 0.25)
        pick = QRadioButton(folded(routine.name))
        pick.setFont(font("body"))
        pick.setObjectName(f"routine-{routine.id}")
        self._group.addButton(pick, index)
        pick.setVisible(not only)
        inner.addWidget(pick)
        if only:
            inner.addWidget(label(routine.name))
        when = facts.prose(routine.choose_when, muted=True)
        when.setContentsMargins(0 if only else 26, 0, 0, 0)
        inner.addWidget(when)
        return box

    @property
    def chosen(self) -> str:
        """Id of the chosen routine."""
        return self._ids[max(0, self._group.checkedId())]

    @property
    def chosen_name(self) -> str:
        """Name of the chosen routine."""
        return self._names[max(0, self._group.checkedId())]


class StartBar(QFrame):
    """The bar with the start button: ``started(both_sides)``. ``choice_asked`` wants to see the other routines."""

    started = Signal(bool)
    changed = Signal()
    choice_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("startBar")
        outer = column(self, 0)
        outer.addWidget(rule())
        inner = column(gap=0.75, margins=(2.5, 1.25, 2.5, 1.5))
        outer.addLayout(inner)
        self.start = button(self.tr("Start the routine"), "primary", "startButton")
        self.start.setIcon(icon("play", theme, theme.accent_text))
        self.start.setMinimumHeight(round(self.start.sizeHint().height() * 1.15))
        self._routine = button("", "link", "routineName", self.tr("Choose another routine"))
        self._routine.clicked.connect(self.choice_asked)
        inner.addWidget(self._routine)
        inner.addWidget(self.start)
        line = row(gap=1)
        self.both = QCheckBox(self.tr("Both sides"))
        self.both.setObjectName("bothSides")
        self.start.clicked.connect(lambda: self.started.emit(self.both.isChecked()))
        self.both.toggled.connect(lambda _: self.changed.emit())
        self._length = label("", "small", "muted", wrap=False)
        line.addWidget(self.both)
        line.addStretch(1)
        line.addWidget(self._length)
        inner.addLayout(line)
        self._why = label("", "small", "danger")
        self._why.hide()
        inner.addWidget(self._why)

    def show_routine(self, name: str, *, only: bool) -> None:
        """Name the routine that will be started; with others to choose from it is a link to them."""
        self._routine.setText(folded(name))
        self._routine.setEnabled(not only)

    def show_minutes(self, count: int | None) -> None:
        """Say about how long it takes."""
        if count is None:
            self._length.setText("")
        else:
            self._length.setText(self.tr("About 1 minute") if count == 1 else self.tr("About {} minutes").format(count))

    def block(self, why: str) -> None:
        """Nothing can be started while there is a reason against it ("" for none)."""
        self.start.setEnabled(not why)
        self._why.setText(why)
        self._why.setVisible(bool(why))
