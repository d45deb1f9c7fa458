"""The small parts that pages and dialogs are made of, so that all of them look alike."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from bodymap.gui.icons import icon
from bodymap.gui.theme import SPACE, Role, Theme, font

Kind = Literal["plain", "muted", "accent", "danger", "warning", "tag"]
ButtonKind = Literal["plain", "primary", "quiet", "link", "chip", "section"]


def label(text: str, role: Role = "body", kind: Kind = "plain", *, wrap: bool = True) -> QLabel:
    """A text that wraps at the width it gets and can be selected by a screen reader, never cut off."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(role))
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # a new policy forgets what word wrap had set
        made.setSizePolicy(policy)
    if kind != "plain":
        made.setProperty("kind", kind)
    return made


def strong(made: QLabel) -> QLabel:
    """The label in semi-bold."""
    heavier = made.font()
    heavier.setWeight(QFont.Weight.DemiBold)
    made.setFont(heavier)
    return made


def button(text: str, kind: ButtonKind = "plain", name: str = "", tip: str = "") -> QPushButton:
    """A push button of the given look; Enter presses it as well as Space."""
    made = QPushButton(folded(text, "small" if kind == "chip" else "body"))
    made.setFont(font("small" if kind == "chip" else "body"))
    if kind != "plain":
        made.setProperty("kind", kind)
    if name:
        made.setObjectName(name)
    if tip:
        made.setToolTip(tip)
    if kind == "chip":
        made.setCheckable(True)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(True)
    return made


NARROWEST_PX, NARROWEST_EMS = 360, 46
"""No panel is narrower than both: logical pixels, and average letters."""

AROUND_LINE_PX = 88
"""What a panel needs beside the text of a button: margins, the button's own frame or dot, and a scroll bar."""


def folded(text: str, role: Role = "body") -> str:
    """The text with line breaks where it would be too long for one line of a button; nothing is cut off."""
    metrics = QFontMetrics(font(role))
    letter = QFontMetrics(font("body")).averageCharWidth()
    width = max(NARROWEST_PX, letter * NARROWEST_EMS) - AROUND_LINE_PX
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return "\n".join(lines)


def back_line(pressed: QPushButton, theme: Theme) -> QVBoxLayout:
    """The way back, at the head of a page."""
    pressed.setIcon(icon("back", theme, theme.text_muted))
    line = row()
    line.addWidget(pressed)
    line.addStretch(1)
    box = column(gap=0, margins=(1.25, 1, 1.25, 0.5))
    box.addLayout(line)
    return box


def icon_button(icon_name: str, theme: Theme, says: str, name: str = "") -> QPushButton:
    """A button that shows only an icon; ``says`` is its tip and what a screen reader says."""
    made = button("", "quiet", name, says)
    made.setIcon(icon(icon_name, theme, theme.text_muted))
    made.setAccessibleName(says)
    made.setProperty("icon", icon_name)
    return made


def column(parent: QWidget | None = None, gap: float = 1.0, margins: tuple[float, ...] = (0, 0, 0, 0)) -> QVBoxLayout:
    """A vertical layout; gap and margins (left, top, right, bottom) are in units of :data:`SPACE`."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    _space(made, gap, margins)
    return made


def row(parent: QWidget | None = None, gap: float = 1.0, margins: tuple[float, ...] = (0, 0, 0, 0)) -> QHBoxLayout:
    """A horizontal layout; gap and margins are in units of :data:`SPACE`."""
    made = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    _space(made, gap, margins)
    return made


def _space(layout: QLayout, gap: float, margins: tuple[float, ...]) -> None:
    left, top, right, bottom = (round(each * SPACE) for each in margins)
    layout.setSpacing(round(gap * SPACE))
    layout.setContentsMargins(left, top, right, bottom)


def card(kind: Literal["card", "inset", "danger", "warning"] = "card") -> tuple[QFrame, QVBoxLayout]:
    """A framed box and the column inside it."""
    frame = QFrame()
    frame.setProperty("kind", f"{kind}Box" if kind in ("danger", "warning") else kind)
    frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return frame, column(frame, 0.75, (1.5, 1.25, 1.5, 1.25))


class Boxed(QFrame):
    """A part of a page in a framed box; what it holds goes into ``inside``."""

    def __init__(self, name: str, kind: Literal["card", "inset"] = "inset") -> None:
        super().__init__()
        self.setObjectName(name)
        frame, self.inside = card(kind)
        column(self, 0).addWidget(frame)


def rule() -> QFrame:
    """A hairline between parts."""
    made = QFrame()
    made.setProperty("kind", "rule")
    return made


def let_go(widget: QWidget) -> None:
    """Take a widget off the screen at once, for good."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def empty(layout: QLayout) -> None:
    """Take everything out of ``layout`` and let go of it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            let_go(widget)
        elif inner is not None:
            empty(inner)
            inner.deleteLater()


def repolish(widget: QWidget) -> None:
    """Look at the widget's dynamic properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class CardButton(QPushButton):
    """A whole card that can be pressed: a button with a column of labels on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "cardButton")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body = column(self, 0.5, (1.75, 1.5, 1.75, 1.5))

    def sizeHint(self) -> QSize:
        """As large as what is on it."""
        return self.body.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never smaller than what is on it."""
        return self.body.totalMinimumSize()

    def add(self, widget: QWidget) -> None:
        """Put a widget on the card; the mouse goes through it to the card."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.body.addWidget(widget)


class Flowing(QWidget):
    """What scrolls: its height follows from its width. Qt would also ask for the height of the narrowest layout."""

    def minimumSizeHint(self) -> QSize:
        """As narrow as its parts allow, of any height."""
        return QSize(super().minimumSizeHint().width(), 0)


class Page(QScrollArea):
    """A page that scrolls up and down only, with a column for its parts."""

    def __init__(self, gap: float = 1.5, margins: tuple[float, ...] = (2.5, 2, 2.5, 3)) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inner = Flowing()
        down = column(self.inner, 0)
        self.body = column(gap=gap, margins=margins)
        down.addLayout(self.body)
        down.addStretch(1)  # not AlignTop: with that Qt cuts off what wraps into more lines than its size hint has
        self.setWidget(self.inner)

    def show_top(self) -> None:
        """Scroll to the beginning."""
        self.verticalScrollBar().setValue(0)

    def show_part(self, part: QWidget, above: int) -> None:
        """Scroll so that a part begins ``above`` logical pixels below the top."""
        top = part.mapTo(self.inner, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(max(0, top - above))


_SCROLLS: dict[int, QScrollBar.SliderAction] = {
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QScrollBar.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QScrollBar.SliderAction.SliderToMaximum,
}


def scrolls_by_key(area: QScrollArea, event: QKeyEvent) -> bool:
    """Scroll a page whose texts can't have the keyboard themselves; whether the key was one for that."""
    action = _SCROLLS.get(event.key())
    if action is None:
        return False
    area.verticalScrollBar().triggerAction(action)
    return True
