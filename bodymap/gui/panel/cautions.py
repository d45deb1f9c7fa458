"""Warnings that the marks or the answers call for. An emergency outranks everything on the screen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from bodymap.gui.icons import pixmap
from bodymap.gui.kit import Kind, Page, button, column, label, let_go, row, strong

if TYPE_CHECKING:
    from bodymap.atlas.model import Caution, Level
    from bodymap.gui.theme import Theme

_ICON = 20
LEAST_PX = 80
"""So low the warnings get at most, in pixels, when there is hardly any room."""


def level_words(level: Level) -> str:
    """What the level of a caution asks for."""
    translate = QCoreApplication.translate
    return {
        "emergency": translate("Cautions", "Get help now"),
        "doctor_first": translate("Cautions", "See a doctor first"),
        "take_care": translate("Cautions", "Take care"),
    }[level]


class CautionCard(QFrame):
    """One caution: what it is about, why, and what to do. All but an emergency can be folded to its heading.

    One that rests on something the person ``said`` tells so; ``answers_asked`` is for who wants to say otherwise.
    """

    answers_asked = Signal()

    def __init__(self, caution: Caution, theme: Theme, *, said: bool = False) -> None:
        super().__init__()
        emergency = caution.level == "emergency"
        kind: Kind = "danger" if emergency else "warning"
        self.setObjectName(f"caution-{caution.id}")
        self.setProperty("kind", f"{kind}Box")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        inner = column(self, 0.75, (1.5, 1.25, 1.5, 1.25))
        head = row(gap=1)
        sign = QLabel()
        sign.setPixmap(
            pixmap("alert", theme.danger if emergency else theme.warning, _ICON, max(2.0, self.devicePixelRatioF()))
        )
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        head.addWidget(sign)
        words = column(gap=0.25)
        words.addWidget(label(level_words(caution.level), "heading" if emergency else "small", kind))
        words.addWidget(label(caution.name, "heading" if not emergency else "body"))
        head.addLayout(words, 1)
        inner.addLayout(head)
        self._more = QWidget()
        more = column(self._more, 0.75)
        more.addWidget(label(caution.text))
        more.addWidget(strong(label(caution.do)))
        if said:
            more.addLayout(self._said_line(caution))
        inner.addWidget(self._more)
        self.setAccessibleName(f"{level_words(caution.level)}: {caution.name}. {caution.text} {caution.do}")
        self.fold: QPushButton | None = None
        if not emergency:
            self.fold = button(self.tr("Less"), "link", f"fold-{caution.id}")
            self.fold.clicked.connect(lambda: self.set_open(self._more.isHidden()))
            head.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignTop)

    def _said_line(self, caution: Caution) -> QLayout:
        line = row(gap=1)
        line.addWidget(label(self.tr("You said yes when you were asked."), "small", "muted"), 1)
        change = button(self.tr("Change your answers"), "link", f"answers-{caution.id}")
        change.clicked.connect(self.answers_asked)
        line.addWidget(change)
        return line

    def set_open(self, wanted: bool) -> None:
        """Show all of it, or its heading alone; an emergency stays open."""
        if self.fold is not None:
            self._more.setVisible(wanted)
            self.fold.setText(self.tr("Less") if wanted else self.tr("More"))


class CautionList(Page):
    """The cautions raised now, gravest first; hidden while there is none. ``changed`` says that others are shown,
    ``answers_asked`` that the person wants to change what was said to the safety questions.

    It is as high as they are, and scrolls where the panel is too low for that: no word of a warning may be cut off.
    """

    changed = Signal()
    answers_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(gap=1, margins=(2.5, 1.5, 2.5, 0))
        self.setObjectName("cautions")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._theme = theme
        self._shown: tuple[Caution, ...] = ()
        self._said: frozenset[str] = frozenset()
        self.hide()

    def sizeHint(self) -> QSize:
        """As high as the cautions are at this width."""
        return QSize(super().sizeHint().width(), max(0, self.body.totalHeightForWidth(self.width())))

    def minimumSizeHint(self) -> QSize:
        """Low enough for any window: the rest scrolls."""
        return QSize(super().minimumSizeHint().width(), min(self.sizeHint().height(), LEAST_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width asks for another height. A scroll bar would make it narrower, so only where one is needed."""
        low = self.height() < self.sizeHint().height()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if low else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cards that fold or come and go ask for another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @property
    def shown(self) -> tuple[Caution, ...]:
        """What is shown now."""
        return self._shown

    def show_cautions(self, cautions: Sequence[Caution], said: Collection[str] = (), *, anew: bool = False) -> None:
        """Show these, of which the ids ``said`` were answered with yes; cards that stay keep their state unless
        they are wanted ``anew``."""
        wanted, yes = tuple(cautions), frozenset(caution.id for caution in cautions) & frozenset(said)
        anew = anew or yes != self._said
        if wanted == self._shown and not anew:
            return
        self._said = yes
        old = {card.objectName(): card for card in self.findChildren(CautionCard)}
        for name, each in old.items():
            if anew or name not in {f"caution-{caution.id}" for caution in wanted}:
                self.body.removeWidget(each)
                let_go(each)
                old = {key: value for key, value in old.items() if key != name}
        for place, caution in enumerate(wanted):
            if f"caution-{caution.id}" not in old:
                made = CautionCard(caution, self._theme, said=caution.id in yes)
                made.answers_asked.connect(self.answers_asked)
                made.set_open(place == 0)
                self.body.insertWidget(place, made)
        if wanted and self._shown and wanted[0].id != self._shown[0].id:
            for card in self.findChildren(CautionCard):  # one stays open: two would press each other together
                card.set_open(card.objectName() == f"caution-{wanted[0].id}")
        self._shown = wanted
        self.setVisible(bool(wanted))
        self.changed.emit()

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        self.show_cautions(self._shown, self._said, anew=True)
