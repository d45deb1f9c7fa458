"""A pain from 0 to 10, asked kindly: large numbers, a word at either end, and a way not to say."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from bodymap.gui.kit import button, card, column, label, row, strong
from bodymap.gui.theme import Theme, font, mix

HIGHEST = 10
"""The 0-10 numeric rating scale: eleven steps, "no pain" to "the worst pain you can think of"."""


class RatingScale(QAbstractSlider):
    """Eleven numbers in a row. ``chosen(number)`` follows a click, a digit, or Enter; arrows move the mark.

    It is a slider to a screen reader. Before the first choice none is marked, so that no number is suggested.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, says: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setRange(0, HIGHEST)
        self.setPageStep(2)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click the space bar still starts
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._theme = theme
        self._given = False
        self._under: int | None = None
        self.valueChanged.connect(self._moved)

    @property
    def given(self) -> int | None:
        """The number that was chosen, None as long as none was."""
        return self.value() if self._given else None

    def give(self, number: int | None) -> None:
        """Show a number that is known already, or none."""
        self._given = number is not None
        if number is not None:
            self.blockSignals(True)
            self.setValue(number)
            self.blockSignals(False)
        self.update()

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """High enough for a thumb."""
        return QSize(11 * 34, 46)

    def minimumSizeHint(self) -> QSize:
        """Still large enough to be hit."""
        return QSize(11 * 24, 46)

    def paintEvent(self, _: QPaintEvent) -> None:
        """The numbers in rounded boxes that darken toward the strong end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("body"))
        theme = self._theme
        for number in range(HIGHEST + 1):
            box = self._box(number)
            marked = self._given and number == self.value()
            tint = mix(theme.surface, theme.essential, 0.06 + 0.05 * number)
            painter.setBrush(theme.accent if marked else tint)
            pen = QPen(theme.focus if number == self._under or self._at_keyboard(number) else theme.border)
            pen.setWidthF(2.0 if number == self._under or self._at_keyboard(number) else 1.0)
            painter.setPen(pen)
            painter.drawRoundedRect(box, 7, 7)
            painter.setPen(theme.accent_text if marked else theme.text)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the number under the mouse."""
        number = self._at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self._choose(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which one would be chosen."""
        self._under = self._at(event.position().x())
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Nothing is under the mouse."""
        self._under = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses, Enter takes the one that is marked; 1 and then 0 is 10."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.value())
        elif event.text().isdecimal() and event.text().isascii():
            digit = int(event.text())
            self._choose(HIGHEST if digit == 0 and self.given == 1 else digit)
        else:
            super().keyPressEvent(event)

    def _moved(self) -> None:
        self._given = True
        self.update()

    def _choose(self, number: int) -> None:
        self.give(number)
        self.chosen.emit(number)

    def _at_keyboard(self, number: int) -> bool:
        return self.hasFocus() and number == self.value()

    def _box(self, number: int) -> QRectF:
        step = self.width() / (HIGHEST + 1)
        return QRectF(number * step + 1.5, 1.5, step - 3.0, self.height() - 3.0)

    def _at(self, x: float) -> int | None:
        number = int(x * (HIGHEST + 1) // max(1, self.width()))
        return number if 0 <= number <= HIGHEST else None


class RatingCard(QWidget):
    """A question, the scale, and how to leave it. ``answered(number or None)``: None when it was not said."""

    answered = Signal(object)

    def __init__(self, theme: Theme, question: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        translate = QCoreApplication.translate
        outer = column(self)
        frame, inside = card("inset")
        outer.addWidget(frame)
        inside.addWidget(strong(label(question)))
        self.scale = RatingScale(theme, question, f"{name}Scale")
        self.scale.chosen.connect(self.answered.emit)
        inside.addWidget(self.scale)
        ends = row()
        ends.addWidget(label(translate("Player", "No pain"), "small", "muted", wrap=False))
        ends.addStretch(1)
        ends.addWidget(label(translate("Player", "Worst pain"), "small", "muted", wrap=False))
        inside.addLayout(ends)
        self.leave = button(translate("Player", "I’d rather not say"), "link", f"{name}Skip")
        self.leave.clicked.connect(lambda: self.answered.emit(None))
        inside.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self.scale.wear(theme)
