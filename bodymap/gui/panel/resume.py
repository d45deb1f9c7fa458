"""Offers to go on with a routine that a crash or a closed window broke off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from bodymap.gui.kit import button, column, label, row, strong


class ResumeOffer(QFrame):
    """``answered(go_on)`` follows a press on one of its buttons; hidden until there is something to offer."""

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("resumeOffer")
        outer = column(self, 0, (2.5, 1.5, 2.5, 0))
        frame = QFrame()
        frame.setProperty("kind", "inset")
        inner = column(frame, 0.75, (1.5, 1.25, 1.5, 1.25))
        inner.addWidget(strong(label(self.tr("You were in the middle of a routine"))))
        self._what = label("", kind="muted")
        inner.addWidget(self._what)
        line = row()
        for text, name, value in (
            (self.tr("Go on where I was"), "resumeRoutine", True),
            (self.tr("Forget it"), "forgetRoutine", False),
        ):
            press = button(text, "primary" if value else "quiet", name)
            press.clicked.connect(lambda _=False, value=value: self._answer(value))
            line.addWidget(press)
        line.addStretch(1)
        inner.addLayout(line)
        outer.addWidget(frame)
        self.hide()

    def offer(self, what: str) -> None:
        """Show the offer to go on with ``what``."""
        self._what.setText(what)
        self.setAccessibleName(self.tr("You were in the middle of a routine: {}").format(what))
        self.show()

    def _answer(self, go_on: bool) -> None:
        self.hide()
        self.answered.emit(go_on)
