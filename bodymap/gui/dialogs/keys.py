"""All keys on one sheet, made from the table of actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from bodymap.gui.actions import ActionSpec, canvas_keys, player_keys, specs
from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.kit import label
from bodymap.gui.theme import SPACE


class KeySheet(Dialog):
    """Keys in groups: those of the actions, and those that work while the keyboard is on the body or in a routine."""

    def __init__(
        self,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("keySheet", "", parent, width=520)
        self.set_title(self.tr("Keys"))
        groups: dict[str, list[ActionSpec]] = {}
        for spec in specs():
            if not actions[spec.id].shortcut().isEmpty():
                groups.setdefault(spec.group, []).append(spec)
        self._group(self.tr("On the body"), canvas_keys())
        self._group(self.tr("During a routine"), player_keys())
        for name, members in groups.items():
            self._group(name, [(self._keys(actions[spec.id]), spec.text.rstrip(" …")) for spec in members])
        close = self.add_button(self.tr("Close"), "close", primary=True)
        close.clicked.connect(self.accept)

    def _keys(self, action: QAction) -> str:
        return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def _group(self, name: str, lines: Sequence[tuple[str, str]]) -> None:
        self.body.addWidget(label(name, "heading"))
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, SPACE)
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, self.fontMetrics().horizontalAdvance("Ctrl+Shift+Z MM"))
        for number, (keys, does) in enumerate(lines):
            grid.addWidget(label(keys, "small", wrap=False), number, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(does, "small", "muted"), number, 1)
        self.body.addWidget(box)
