"""Floor mode: the whole screen for the body and a page that can be read from two metres, and all of it one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QToolBar, QWidget

from bodymap.gui.kit import button
from bodymap.gui.theme import SPACE

if TYPE_CHECKING:
    from bodymap.gui.handsfree import HandsFree

BODY_SHARE = 0.36
"""How much of the width the body gets; letters need the rest."""


class _Before(Struct, frozen=True):
    """How the window was."""

    geometry: QByteArray
    sizes: list[int]
    state: Qt.WindowState
    bars: tuple[QWidget, ...]
    panel_width: int


class FloorMode(QObject):
    """Turns ``window`` over to the player and back. What was shown beside body and player is hidden meanwhile.

    ``leave_wanted`` follows a click on the only other button there is.
    """

    leave_wanted = Signal()

    def __init__(self, window: QMainWindow, splitter: QSplitter, hands: HandsFree, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._splitter, self._hands = window, splitter, hands
        self._before: _Before | None = None
        self._cover: Cover | None = None

    @property
    def on(self) -> bool:
        """Whether the window is turned over."""
        return self._before is not None

    @property
    def geometry_before(self) -> QByteArray | None:
        """Where the window stood before, None when it stands there now."""
        return self._before.geometry if self._before is not None else None

    @property
    def panel_width_before(self) -> int | None:
        """How wide the panel was before, None when it is so now."""
        return self._before.panel_width if self._before is not None else None

    def set(self, on: bool) -> None:
        """Turn it over, or back."""
        if on and self._before is None:
            self._enter()
        elif not on and self._before is not None:
            self._leave(self._before)

    def _enter(self) -> None:
        window, splitter = self._window, self._splitter
        found: list[QWidget] = [*window.findChildren(QToolBar), window.statusBar()]
        bars = tuple(bar for bar in found if bar.isVisible())
        sizes = splitter.sizes()
        self._before = _Before(window.saveGeometry(), sizes, window.windowState(), bars, sizes[-1])
        for bar in bars:
            bar.hide()
        window.showFullScreen()
        self._cover = Cover(window, self._hands)
        self._cover.leave.clicked.connect(self.leave_wanted)
        self._share()
        window.installEventFilter(self)

    def _leave(self, before: _Before) -> None:
        window = self._window
        window.removeEventFilter(self)
        self._before = None
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None
        for bar in before.bars:
            bar.show()
        window.setWindowState(before.state)
        self._splitter.setSizes(before.sizes)

    def _share(self) -> None:
        width = self._window.width()
        self._splitter.setSizes([round(width * BODY_SHARE), round(width * (1.0 - BODY_SHARE))])
        if self._cover is not None:
            self._cover.fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; on some desktops it becomes as large as the screen a moment later."""
        if event.type() == QEvent.Type.Resize:
            self._share()
        return False


class Cover(QWidget):
    """Lies over the whole window, is not seen, and takes every click for the buttons that the person chose."""

    def __init__(self, window: QMainWindow, hands: HandsFree) -> None:
        super().__init__(window)
        self.setObjectName("floorCover")
        self._hands = hands
        self.leave = button(self.tr("Leave"), "plain", "leaveFloor", self.tr("Back to the window (Esc)"))
        self.leave.setParent(self)
        self.leave.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Pause and go on"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.fill()
        self.show()
        self.raise_()

    def fill(self) -> None:
        """Cover all of the window; the way out is at its top left."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.leave.adjustSize()
        self.leave.move(2 * SPACE, 2 * SPACE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Any chosen mouse button, anywhere."""
        self._hands.take(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is let go."""
        self._hands.take(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click soon after the first counts as one more."""
        self._hands.take(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel must not zoom what lies below."""
        event.accept()
