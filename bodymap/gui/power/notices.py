"""Notifications of the system: what a routine has to say while nobody can see its window."""

from __future__ import annotations

import sys
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from bodymap.gui.power.bus import Bus

SHOWN_MS: Final = 8000
_SERVICE: Final = (
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
)


class Notices(Protocol):
    """What can show a notification."""

    def show(self, title: str, text: str) -> bool:
        """Show it in place of the one before; whether somebody took it on."""
        ...

    def withdraw(self) -> None:
        """Nothing has to be told any more."""
        ...


class DesktopNotices:
    """Through the desktop's own service. The bus is met when there is something to tell."""

    def __init__(self) -> None:
        self._bus: Bus | None = None
        self._shown = 0

    def show(self, title: str, text: str) -> bool:
        """One notification, replaced by the next."""
        if self._bus is None:
            self._bus = Bus()
        text_type, number = "QString", "uint"
        hints = {"desktop-entry": "bodymap", "transient": True, "suppress-sound": True}
        answer = self._bus.call_typed(
            _SERVICE,
            "Notify",
            number,
            (text_type, "Bodymap"),
            (number, self._shown),
            (text_type, "bodymap"),
            (text_type, title),
            (text_type, text),
            ("QStringList", []),
            ("QVariantMap", hints),
            ("int", SHOWN_MS),
        )
        self._shown = int(answer) if answer is not None else 0
        return answer is not None

    def withdraw(self) -> None:
        """Let go of the bus; what is shown goes away by itself."""
        bus, self._bus = self._bus, None
        self._shown = 0
        if bus is not None:
            bus.close()


class TrayNotices(QObject):
    """Through an icon beside the clock that is there only as long as its message."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(SHOWN_MS + 2000)
        self._gone.timeout.connect(self.withdraw)

    def show(self, title: str, text: str) -> bool:
        """One message."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        if self._icon is None:
            self._icon = QSystemTrayIcon(QGuiApplication.windowIcon(), self)
            self._icon.show()
        self._icon.showMessage(title, text, QGuiApplication.windowIcon(), SHOWN_MS)
        self._gone.start()
        return True

    def withdraw(self) -> None:
        """Take the icon away."""
        self._gone.stop()
        icon, self._icon = self._icon, None
        if icon is not None:
            icon.hide()
            icon.deleteLater()


def system_notices(parent: QObject) -> Notices:
    """What can show a notification on this system."""
    return TrayNotices(parent) if sys.platform in ("win32", "darwin") else DesktopNotices()
