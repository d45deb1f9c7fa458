"""A desktop for tests: a process that offers one of the desktop's services and prints what it is asked.

``python -m tests.gui.fake_desktop SERVICE``, with SERVICE a name of KINDS. Who leaves the bus is told.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusObjectPath, QDBusVariant


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class Service(QObject):
    """Watches whether the last caller is still there."""

    def __init__(self) -> None:
        super().__init__()
        self._there: set[str] = set()
        self._look = QTimer(self)
        self._look.timeout.connect(self._watch)
        self._look.start(30)

    def _watch(self) -> None:
        names = {
            name for name in QDBusConnection.sessionBus().interface().registeredServiceNames().value() if name[0] == ":"
        }
        for _ in self._there - names:
            say("left")
        self._there = names


@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class ScreenSaver(Service):
    @Slot(str, str, result="uint")
    def Inhibit(self, name: str, why: str) -> int:
        self._watch()
        say("inhibit", name, why)
        return 7


@ClassInfo({"D-Bus Interface": "org.gnome.SessionManager"})
class Gnome(Service):
    @Slot(str, "uint", str, "uint", result="uint")
    def Inhibit(self, name: str, window: int, why: str, flags: int) -> int:
        self._watch()
        say("inhibit", name, window, why, flags)
        return 9


@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Inhibit"})
class Portal(Service):
    @Slot(str, "uint", "QVariantMap", result="QDBusObjectPath")
    def Inhibit(self, window: str, flags: int, options: dict[str, object]) -> QDBusObjectPath:
        self._watch()
        say("inhibit", repr(window), flags, options)
        return QDBusObjectPath("/org/freedesktop/portal/desktop/request/1")


@ClassInfo({"D-Bus Interface": "org.freedesktop.Notifications"})
class Notifications(Service):
    @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(
        self, name: str, replaces: int, icon: str, title: str, text: str, actions: list[str], hints: object, expire: int
    ) -> int:
        self._watch()
        say("notify", replaces, title, "|", text)
        return 5


@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Settings"})
class Settings(Service):
    @Slot(str, str, result="QDBusVariant")
    def Read(self, group: str, key: str) -> QDBusVariant:
        say("read", group, key)
        return QDBusVariant(False)


KINDS: dict[str, tuple[type[QObject], str, str]] = {
    "screensaver": (ScreenSaver, "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    "gnome": (Gnome, "org.gnome.SessionManager", "/org/gnome/SessionManager"),
    "portal": (Portal, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"),
    "settings": (Settings, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"),
    "notifications": (Notifications, "org.freedesktop.Notifications", "/org/freedesktop/Notifications"),
}


def main() -> None:
    app = QCoreApplication(sys.argv)
    kind, name, path = KINDS[sys.argv[1]]
    service = kind()
    bus = QDBusConnection.sessionBus()
    registered = bus.registerObject(path, service, QDBusConnection.RegisterOption.ExportAllSlots)
    say("there" if registered and bus.registerService(name) else "failed")
    app.exec()


if __name__ == "__main__":
    main()
