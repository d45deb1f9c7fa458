"""Where to press: the trigger points to choose from, a close-up of the spot on the body, and how to find it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from bodymap.gui.flow import FlowLayout
from bodymap.gui.kit import button, column, empty
from bodymap.gui.panel.press_check import PressCheck
from bodymap.pain.evidence import NOTHING_SAID, Evidence, Finding

if TYPE_CHECKING:
    from bodymap.atlas.model import Muscle, TriggerPoint
    from bodymap.body.surface import Side
    from bodymap.gui.panel.facts import Facts

CloseUp = Callable[[str, "Side", str], QWidget | None]
"""Makes the picture of the spot of (muscle, side, trigger point), or None when it can't be shown."""


class Pressing(QWidget):
    """``point_chosen(id or None)`` asks to show one trigger point only, or all of them.

    ``found(finding, keep)`` follows what pressing showed; without ``keep`` it is to be forgotten.
    """

    point_chosen = Signal(object)
    found = Signal(object, bool)

    def __init__(self, muscle: Muscle, side: Side, best: str, facts: Facts, close_up: CloseUp) -> None:
        super().__init__()
        self.setObjectName("pressing")
        self._muscle, self._side, self._best = muscle, side, best
        self._facts, self._close_up = facts, close_up
        self._shown: str | None = None
        self._chips: dict[str | None, QPushButton] = {}
        outer = column(self, 1)
        if len(muscle.trigger_points) > 1:
            outer.addWidget(self._choice())
        self._details = column(gap=1)
        outer.addLayout(self._details)
        self._check = PressCheck()
        self._check.found.connect(self.found)
        self._evidence = NOTHING_SAID
        outer.addWidget(self._check)
        self.show_point(None)

    def _choice(self) -> QWidget:
        box = QWidget()
        box.setAccessibleName(self.tr("Trigger points"))
        flow = FlowLayout(box)
        group = QButtonGroup(box)
        points = [(point.id, point.name) for point in self._muscle.trigger_points]
        for key, name in [(None, self.tr("All")), *points]:
            chip = button(name, "chip", f"point-{key or 'all'}")
            chip.clicked.connect(lambda _=False, key=key: self.point_chosen.emit(key))
            group.addButton(chip)
            flow.addWidget(chip)
            self._chips[key] = chip
        return box

    def show_point(self, point_id: str | None) -> None:
        """Tell about one trigger point; about the one that fits best when all are shown on the body."""
        for key, chip in self._chips.items():
            chip.setChecked(key == point_id)
        point = self._point(point_id or self._best)
        if point.id == self._shown:
            return
        self._shown = point.id
        self._show_check()
        empty(self._details)
        picture = self._close_up(self._muscle.id, self._side, point.id)
        if picture is not None:
            picture.setObjectName("closeUp")
            self._details.addWidget(picture)
        named = point.name if len(self._muscle.trigger_points) > 1 else ""
        lead = f"{named}." if named else ""
        self._details.addWidget(self._facts.prose(point.find, point.sources, lead=lead))
        self._details.addWidget(self._facts.prose(point.refers, lead=self.tr("Sends pain to:")))

    def show_evidence(self, evidence: Evidence, *, asks: bool) -> None:
        """Show what pressing the points has shown. ``asks``: there is a pain that it could be compared with."""
        self._evidence = evidence
        self._check.setVisible(asks)
        self._show_check()

    def _show_check(self) -> None:
        point = self._shown or ""
        known = self._evidence.found(self._muscle.id, self._side).get(point)
        self._check.show_finding(known or Finding(self._muscle.id, self._side, point), known=known is not None)

    def _point(self, point_id: str) -> TriggerPoint:
        points = self._muscle.trigger_points
        return next((point for point in points if point.id == point_id), points[0])
