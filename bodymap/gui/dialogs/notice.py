"""What this is and what it is not, said once at the first start and to be read again at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.kit import card, label, row, strong

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Notice(Dialog):
    """``run`` is True when the person says that they understand."""

    def __init__(self, parent: QWidget | None = None, *, first: bool = True) -> None:
        super().__init__("notice", "", parent, width=620)
        title = self.tr("Before you begin") if first else self.tr("What this is and is not")
        self.set_title(title)
        self.body.addWidget(
            label(
                self.tr(
                    "Bodymap shows which muscles are described as sending pain to the place you mark, and leads you "
                    "through gentle treatment of those muscles with a ball, your hands, warmth and movement."
                )
            )
        )
        self._point(
            self.tr("It is not a diagnosis."),
            self.tr("It knows patterns, it doesn't know you. Other illnesses can hurt in the same place."),
        )
        self._point(
            self.tr("The evidence is debated."),
            self.tr(
                "Trigger points and their pain patterns are described by clinicians and used widely, but studies "
                "disagree about what they are and how reliably they are found. Sources are named everywhere."
            ),
        )
        self._point(
            self.tr("Pain is your limit."),
            self.tr(
                "Pressing should feel like a good, bearable ache, 4 to 6 of 10. "
                "Stop if it gets worse, tingles or goes numb."
            ),
        )
        self._point(
            self.tr("It stays with you."),
            self.tr("What you mark and answer is kept on this computer only. Bodymap never uses the network."),
        )
        self._emergency()
        understood = self.add_button(self.tr("I understand") if first else self.tr("Close"), "understood", primary=True)
        understood.clicked.connect(self.accept)

    def _point(self, head: str, text: str) -> None:
        self.body.addSpacing(2)
        self.body.addWidget(strong(label(head)))
        said = label(text, kind="muted")
        self.body.addWidget(said)
        self.body.setSpacing(5)

    def _emergency(self) -> None:
        frame, inner = card("danger")
        inner.addWidget(
            label(self.tr("Get help at once, and don't treat anything first, with any of these:"), kind="danger")
        )
        for sign in (
            self.tr("Numbness between the legs, or new trouble with bladder or bowels"),
            self.tr("Weakness or numbness in both legs, or a foot that drops"),
            self.tr("Chest pain, sudden breathlessness, or coughing blood"),
            self.tr("One calf hot, swollen and tender"),
            self.tr("Sudden, worst-ever headache, or a drooping face or slurred speech"),
            self.tr("A fall or accident after which you can't put weight on the leg"),
            self.tr("Fever with back or joint pain, or feeling very ill"),
        ):
            line = row(gap=0.75)
            line.addWidget(label("•", wrap=False))
            line.addWidget(label(sign), 1)
            inner.addLayout(line)
        inner.setSpacing(3)
        self.body.addSpacing(8)
        self.body.addWidget(frame)
