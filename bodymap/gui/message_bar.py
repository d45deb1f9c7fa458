"""The bar that shows messages, over the foot of the body so that nothing moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from bodymap.gui.kit import icon_button, label, repolish, row
from bodymap.gui.theme import SPACE

if TYPE_CHECKING:
    from bodymap.gui.messages import Messages
    from bodymap.gui.theme import Theme

INFO_MS = 8000


class MessageBar(QFrame):
    """Shows the last message over the foot of ``place``, so that nothing moves; hidden while there is none."""

    def __init__(self, messages: Messages, theme: Theme, place: QWidget) -> None:
        super().__init__(place)
        self._place = place
        place.installEventFilter(self)
        self.setObjectName("messageBar")
        line = row(self, 1, (2, 0.75, 1, 0.75))
        self.text = label("", "small")
        self.text.setObjectName("message")
        line.addWidget(self.text, 1)
        close = icon_button("close", theme, self.tr("Close this message"), "closeMessage")
        close.clicked.connect(self.hide)
        line.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        messages.said.connect(self._show)
        self.hide()

    def _show(self, text: str, tone: str) -> None:
        self.text.setText(text)
        self.setAccessibleName(text)
        self.setProperty("kind", "dangerBar" if tone == "error" else "infoBar")
        repolish(self)
        self.show()
        self._settle()
        if tone == "error":
            self._timer.stop()
        else:
            self._timer.start(INFO_MS)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the place changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._settle()
        return False

    def _settle(self) -> None:
        room = self._place.rect()
        width = min(room.width() - 4 * SPACE, self.fontMetrics().averageCharWidth() * 78)
        height = max(self.layout_height(width), self.sizeHint().height())
        self.setGeometry((room.width() - width) // 2, room.height() - height - 2 * SPACE, width, height)
        self.raise_()

    def layout_height(self, width: int) -> int:
        """The height that the message needs at that width."""
        return self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
