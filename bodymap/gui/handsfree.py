"""One button for somebody who can't look: any key, mouse button or headset key, a short press and a long one."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent

from bodymap.gui.routine_settings import RoutineSettings

HOLD_MS = 650
"""Held down longer than this it is a long press; slow hands take up to half a second for a short one."""
Wish = Literal["pause", "next"]

_MOUSE = {
    Qt.MouseButton.LeftButton: "left",
    Qt.MouseButton.MiddleButton: "middle",
    Qt.MouseButton.RightButton: "right",
    Qt.MouseButton.BackButton: "back",
    Qt.MouseButton.ForwardButton: "forward",
}
_PORTABLE = QKeySequence.SequenceFormat.PortableText


def button_of(event: QEvent) -> str:
    """The name of the key or mouse button of an event, empty for what can't be one, such as the system's own keys."""
    if isinstance(event, QKeyEvent):
        name = QKeySequence(event.key()).toString(_PORTABLE) if event.key() != Qt.Key.Key_unknown else ""
        return f"key:{name}" if name.isprintable() and name else ""
    if isinstance(event, QMouseEvent):
        name = _MOUSE.get(event.button(), "") or f"extra{event.button().value.bit_length()}"
        return f"mouse:{name}"
    return ""


def button_words(name: str) -> str:
    """A key or mouse button as people call it."""
    kind, _, what = name.partition(":")
    translate = QCoreApplication.translate
    if kind == "key":
        return QKeySequence.fromString(what, _PORTABLE).toString(QKeySequence.SequenceFormat.NativeText) or what
    words = {
        "left": translate("HandsFree", "Mouse click"),
        "middle": translate("HandsFree", "Wheel click"),
        "right": translate("HandsFree", "Right click"),
        "back": translate("HandsFree", "Mouse back"),
        "forward": translate("HandsFree", "Mouse forward"),
    }
    number = what.removeprefix("extra")
    return words.get(what) or translate("HandsFree", "Mouse button {number}").format(number=number)


class HandsFree(QObject):
    """``wished("pause" | "next")`` follows a press of one of the buttons that ``settings`` names.

    A pause button that can also be held counts when it is let go, every other one when it goes down.
    """

    wished = Signal(str)

    def __init__(self, settings: RoutineSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._down = ""
        self._hold = QTimer(self)
        self._hold.setObjectName("longPress")
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self._held)

    def set_settings(self, settings: RoutineSettings) -> None:
        """Listen to these buttons from now on."""
        self._settings = settings
        self.forget()

    def forget(self) -> None:
        """Whatever is held down will not be seen let go."""
        self._hold.stop()
        self._down = ""

    def means(self, button: str) -> Wish | None:
        """What a short press of a button stands for."""
        if not button:
            return None
        if button in self._settings.next_buttons:
            return "next"
        return "pause" if button in self._settings.pause_buttons else None

    def take(self, event: QEvent) -> bool:
        """Use an event if it is of one of the buttons; whether it was."""
        button = button_of(event)
        wish = self.means(button)
        if wish is None:
            return False
        kinds = QEvent.Type
        if event.type() in (kinds.MouseButtonPress, kinds.MouseButtonDblClick):
            self._press(button, wish)
        elif event.type() == kinds.MouseButtonRelease:
            self._release(button)
        elif isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            if event.type() == kinds.KeyPress:
                self._press(button, wish)
            elif event.type() == kinds.KeyRelease:
                self._release(button)
        return True

    def _press(self, button: str, wish: Wish) -> None:
        if wish == "pause" and self._settings.hold_for_next:
            self._down = button
            self._hold.start()
        else:
            self.wished.emit(wish)

    def _release(self, button: str) -> None:
        if button == self._down and self._hold.isActive():
            self.forget()
            self.wished.emit("pause")

    def _held(self) -> None:
        self._down = ""
        self.wished.emit("next")
