"""Choosing the buttons that steer a routine blindly: press one, and it is on the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from bodymap.gui.handsfree import button_of, button_words
from bodymap.gui.kit import button, column, empty, label, row
from bodymap.gui.routine_settings import HEADSET_BUTTONS, MOUSE_BUTTONS

MOST = 24
KEPT_FREE = ("key:Esc", "key:Tab", "key:Backtab")
"""These have to get a person out and on from everywhere."""


class Catcher(QPushButton):
    """After a press it waits for the next key or mouse button, wherever that is, and tells it: ``caught(name)``."""

    caught = Signal(str)

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self._text = text
        self._waits = False
        self.setAutoDefault(False)
        self.clicked.connect(self._wait)

    @property
    def waits(self) -> bool:
        """Whether the next press is taken."""
        return self._waits

    def event(self, event: QEvent) -> bool:
        """Take whatever key it is, also those that would move on."""
        if self._waits and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                self._take(event)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take whatever mouse button it is, once it waits."""
        if self._waits:
            self._take(event)
        else:
            super().mousePressEvent(event)

    def _wait(self) -> None:
        self._waits = True
        self.setText(self.tr("Press it now (Esc: no)"))
        self.grabMouse()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Wait no more."""
        if self._waits:
            self._waits = False
            self.releaseMouse()
            self.setText(self._text)

    def _take(self, event: QKeyEvent | QMouseEvent) -> None:
        name = button_of(event)
        self.stop()
        if name and name not in KEPT_FREE:
            self.caught.emit(name)


class ButtonChooser(QWidget):
    """The buttons of one wish as chips that go away when pressed. ``changed`` follows every change of ``buttons``."""

    changed = Signal()

    def __init__(self, title: str, chosen: Sequence[str], name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.buttons: tuple[str, ...] = tuple(chosen)
        down = column(self, 0.5)
        head = row(gap=1)
        head.addWidget(label(title), 1)
        self.catcher = Catcher(self.tr("Add a button …"), f"{name}Add")
        self.catcher.caught.connect(self.add)
        head.addWidget(self.catcher)
        down.addLayout(head)
        self._chips = column(gap=0.5)
        down.addLayout(self._chips)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show()

    def set_buttons(self, chosen: Sequence[str]) -> None:
        """Show others."""
        self.buttons = tuple(chosen)
        self._show()
        self.changed.emit()

    def add(self, name: str) -> None:
        """One more."""
        if name not in self.buttons and len(self.buttons) < MOST:
            self.set_buttons((*self.buttons, name))

    def remove(self, name: str) -> None:
        """One less."""
        self.set_buttons([each for each in self.buttons if each != name])

    def _show(self) -> None:
        empty(self._chips)
        chips: list[tuple[str, tuple[str, ...]]] = []
        rest = self.buttons
        for words, whole in (
            (self.tr("Any mouse button"), MOUSE_BUTTONS),
            (self.tr("The button of a headset"), HEADSET_BUTTONS),
        ):
            if set(whole) <= set(rest):
                chips.append((words, whole))
                rest = tuple(each for each in rest if each not in whole)
        chips += [(button_words(each), (each,)) for each in rest]
        line = row(gap=0.5)
        used = 0
        for words, names in chips:
            if used + len(words) > 46 and used:
                line.addStretch(1)
                self._chips.addLayout(line)
                line, used = row(gap=0.5), 0
            line.addWidget(self._chip(words, names))
            used += len(words) + 4
        line.addStretch(1)
        self._chips.addLayout(line)

    def _chip(self, words: str, names: tuple[str, ...]) -> QPushButton:
        made = button(f"{words}  ✕", "chip", f"chip-{names[0]}", self.tr("Take it off the list"))
        made.setCheckable(False)
        made.setAutoDefault(False)
        made.setAccessibleName(self.tr("{}: take it off the list").format(words))
        made.clicked.connect(lambda: self.set_buttons([each for each in self.buttons if each not in names]))
        return made
