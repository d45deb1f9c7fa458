"""What the panel shows before there is an answer: what to do, that it is being waited, or that nothing was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bodymap.gui.kit import button, card, column, label
from bodymap.gui.panel.legend import Legend

if TYPE_CHECKING:
    from bodymap.gui.theme import Theme


class StartPage(QWidget):
    """What to do when nothing is marked. ``forget_asked``: what was said of an earlier pain is not wanted any more."""

    forget_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        inner = column(self, 1.25)
        inner.addWidget(label(self.tr("Where does it hurt?"), "title"))
        inner.addWidget(
            label(
                self.tr(
                    "Click the place on the body or paint it with the brush, as often as you need. "
                    "The muscles that are known to send pain there appear here at once."
                )
            )
        )
        self._said = self._offer_to_forget()
        inner.addWidget(self._said)
        frame, box = card()
        box.addWidget(label(self.tr("What you will see on the body"), "small", "muted"))
        box.addWidget(Legend(theme))
        inner.addSpacing(8)
        inner.addWidget(frame)
        inner.addSpacing(8)
        without_mouse = self.tr(
            "Without a mouse: Tab to the body, move with the arrow keys, mark with Enter. F1 shows all keys."
        )
        inner.addWidget(label(without_mouse, "small", "muted"))

    def _offer_to_forget(self) -> QWidget:
        frame, box = card("inset")
        frame.setObjectName("saidBefore")
        box.addWidget(label(self.tr("What you answered about your pain before is kept."), "small"))
        forget = button(self.tr("Another pain: forget the answers"), "link", "forgetEvidence")
        forget.clicked.connect(self.forget_asked)
        box.addWidget(forget)
        frame.hide()
        return frame

    def show_said(self, said: bool) -> None:
        """Whether something is kept that was said of an earlier pain."""
        self._said.setVisible(said)


class Notice(QWidget):
    """A heading and a paragraph."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        inner = column(self, 1.25)
        inner.addWidget(label(title, "title"))
        inner.addWidget(label(text))
