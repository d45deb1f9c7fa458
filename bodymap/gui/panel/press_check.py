"""What pressing a trigger point shows: whether it is tender, and whether it gives the person's own pain."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from bodymap.gui.flow import FlowLayout
from bodymap.gui.kit import Boxed, button, column, label
from bodymap.pain.evidence import Finding

Sign = Literal["tender", "familiar"]
VALUES: dict[str, bool | None] = {"yes": True, "no": False, "unsure": None}


class PressCheck(Boxed):
    """Two questions about a trigger point. ``found(finding, keep)`` follows an answer, or that it is taken back."""

    found = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__("pressCheck")
        self._finding: Finding | None = None
        self._known = False
        self._chips: dict[tuple[Sign, str], QPushButton] = {}
        self._groups: list[QButtonGroup] = []
        inner = self.inside
        says = self.tr("Feel for the spot the way it is described above, firmly but not hard, for a few seconds.")
        inner.addWidget(label(says, "small"))
        inner.addWidget(self._question("tender", self.tr("Is it tender?")))
        inner.addWidget(self._question("familiar", self.tr("Is it your pain that you feel then?")))
        self._clear = button(self.tr("Take it back"), "link", "forgetFinding")
        self._clear.clicked.connect(self._take_back)
        inner.addWidget(self._clear)
        self.hide()

    def _question(self, sign: Sign, asks: str) -> QWidget:
        box = QWidget()
        box.setAccessibleName(asks)
        inner = column(box, 0.5)
        inner.addWidget(label(asks))
        line = QWidget()
        flow = FlowLayout(line)
        group = QButtonGroup(self)
        self._groups.append(group)
        for key, word in (("yes", self.tr("Yes")), ("no", self.tr("No")), ("unsure", self.tr("Not sure"))):
            chip = button(word, "chip", f"{sign}-{key}")
            chip.setAccessibleName(f"{asks} {word}")
            chip.clicked.connect(lambda _=False, key=key: self._answered(sign, key))
            group.addButton(chip)
            flow.addWidget(chip)
            self._chips[sign, key] = chip
        inner.addWidget(line)
        return box

    def show_finding(self, finding: Finding, *, known: bool) -> None:
        """Show what is ``known`` of a point, or that nothing is."""
        before = self._finding
        same = before is not None and _place(before) == _place(finding) and self._known and known
        self._finding, self._known = finding, known
        for group in self._groups:
            group.setExclusive(False)  # else one chip would have to stay checked
        for (sign, key), chip in self._chips.items():
            value: bool | None = getattr(finding, sign)
            if value is not None or not same:
                # "Not sure" and not answered yet are kept alike: a chip that was just pressed stays pressed.
                chip.setChecked(known and value is not None and VALUES[key] is value)
        for group in self._groups:
            group.setExclusive(True)
        self._clear.setVisible(known)

    def _answered(self, sign: Sign, key: str) -> None:
        if self._finding is None:
            return
        value = VALUES[key]
        finding = replace(self._finding, tender=value) if sign == "tender" else replace(self._finding, familiar=value)
        if not self._known:
            self._finding, self._known = finding, True
        self.found.emit(finding, True)

    def _take_back(self) -> None:
        if self._finding is not None:
            self.found.emit(self._finding, False)


def _place(finding: Finding) -> tuple[str, str, str]:
    return finding.muscle, finding.side, finding.trigger_point
