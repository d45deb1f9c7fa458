"""What the keyboard and the mouse do in the player: keys of its own, and the buttons that the person chose."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from bodymap.gui.handsfree import HandsFree, button_of
from bodymap.gui.routine_settings import PAUSE_BUTTONS, RoutineSettings

Keys = dict[int, Callable[[], object]]
_PLAIN_CLICKS = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)


class KeyedWidget(QWidget):
    """Every key of :meth:`keys` is its own, whatever shortcuts of the window share it.

    Buttons chosen by the person in ``hands`` come first. While :attr:`whole` they are all that counts, beside the keys.
    """

    def __init__(self, settings: RoutineSettings) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hands = HandsFree(settings, self)

    @property
    def whole(self) -> bool:
        """Whether all of the window is one button."""
        return False

    def keys(self) -> Keys:
        """The keys that do something now."""
        return {}

    def scroll_page(self, event: QKeyEvent) -> bool:
        """Use a key that scrolls a page; whether it was one."""
        return False

    def event(self, event: QEvent) -> bool:
        """While it has the keyboard its keys are its own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._mine(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each command. A button that has the focus takes the space bar first."""
        does = self._meant(event)
        if self._chosen(event) and self.hands.take(event):
            return
        if does is not None:
            if not event.isAutoRepeat():
                does()
        elif not self.scroll_page(event) and not self.whole:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A button that was held is let go."""
        if not (self._chosen(event) and self.hands.take(event)):
            super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A mouse button with nothing else to do here; left and right have."""
        if event.button() in _PLAIN_CLICKS or not self.hands.take(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is let go."""
        if event.button() in _PLAIN_CLICKS or not self.hands.take(event):
            super().mouseReleaseEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """There is nothing to go to while the window is one button."""
        return True if self.whole else super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is held down now will be let go elsewhere."""
        self.hands.forget()
        super().focusOutEvent(event)

    def _mine(self, event: QKeyEvent) -> bool:
        return self._meant(event) is not None or self._chosen(event)

    def _chosen(self, event: QKeyEvent) -> bool:
        """Whether a key is one of the chosen buttons. The usual space bar acts at once where it can be looked for."""
        button = button_of(event)
        if self._held(event) or self.hands.means(button) is None:
            return False
        return self.whole or button not in PAUSE_BUTTONS or event.key() not in self.keys()

    def _meant(self, event: QKeyEvent) -> Callable[[], object] | None:
        return None if self._held(event) else self.keys().get(event.key())

    @staticmethod
    def _held(event: QKeyEvent) -> bool:
        free = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        return (event.modifiers() & ~free) != Qt.KeyboardModifier.NoModifier
