"""Keeps the screen awake while a routine runs: who lies on a ball can't wave at the mouse."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QProcess

from bodymap.gui.power.bus import Bus

Where = tuple[str, str, str]
SCREEN_SAVER: Final[Where] = (
    "org.freedesktop.ScreenSaver",
    "/org/freedesktop/ScreenSaver",
    "org.freedesktop.ScreenSaver",
)
PORTAL: Final[Where] = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Inhibit",
)
GNOME: Final[Where] = ("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")
POWER: Final[Where] = (
    "org.freedesktop.PowerManagement",
    "/org/freedesktop/PowerManagement/Inhibit",
    "org.freedesktop.PowerManagement.Inhibit",
)
IDLE: Final = 8
"""The flag of GNOME and of the portal for “the session must not be marked as idle”."""
_WINDOWS_ON, _WINDOWS_OFF = 0x80000000 | 0x2 | 0x1, 0x80000000
"""ES_CONTINUOUS with ES_DISPLAY_REQUIRED and ES_SYSTEM_REQUIRED, and alone."""


class Awake(Protocol):
    """Something that can keep the screen awake. Ends with the process, however that ends."""

    def possible(self) -> bool:
        """Whether there is a way to on this system."""
        ...

    def hold(self) -> bool:
        """Keep the screen awake from now on; whether somebody took that on."""
        ...

    def release(self) -> None:
        """Let it sleep again."""
        ...


class DesktopAwake:
    """Asks the desktop over D-Bus. Every service of this kind lets go when the connection that asked is closed."""

    def __init__(self) -> None:
        self._bus: Bus | None = None
        self.held_by = ""

    def possible(self) -> bool:
        """Whether one of the services runs."""
        bus = Bus()
        found = any(bus.runs(service) for service, _, _ in _order())
        bus.close()
        return found

    def hold(self) -> bool:
        """Ask one service after the other until one says yes."""
        if self._bus is None:
            bus = Bus()
            self.held_by = next((where[2] for where in _order() if _ask(bus, where)), "")
            if self.held_by:
                self._bus = bus
            else:
                bus.close()
        return self._bus is not None

    def release(self) -> None:
        """Close the connection that asked."""
        bus, self._bus = self._bus, None
        self.held_by = ""
        if bus is not None:
            bus.close()


def _order() -> tuple[Where, ...]:
    """Inside a sandbox only the portal may be asked; elsewhere it is there for those that have nothing else."""
    sandboxed = Path("/.flatpak-info").exists() or "SNAP" in os.environ
    return (PORTAL, SCREEN_SAVER, GNOME, POWER) if sandboxed else (SCREEN_SAVER, PORTAL, GNOME, POWER)


def _ask(bus: Bus, where: Where) -> bool:
    why = QCoreApplication.translate("Awake", "A routine is running")
    text = "QString"
    if where is PORTAL:
        named = ("QVariantMap", {"reason": why})
        return bus.call_typed(where, "Inhibit", "QDBusObjectPath", (text, ""), ("uint", IDLE), named) is not None
    if where is GNOME:
        flags = ("uint", IDLE)
        return bus.call_typed(where, "Inhibit", "uint", (text, "bodymap"), ("uint", 0), (text, why), flags) is not None
    return bus.call_typed(where, "Inhibit", "uint", (text, "Bodymap"), (text, why)) is not None


class WindowsAwake:
    """Tells Windows that this thread needs the display; it forgets that with the thread."""

    def possible(self) -> bool:
        """Every Windows can."""
        return True

    def hold(self) -> bool:
        """Keep display and system on."""
        return _windows(_WINDOWS_ON)

    def release(self) -> None:
        """As usual again."""
        _windows(_WINDOWS_OFF)


def _windows(state: int) -> bool:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.SetThreadExecutionState(state))
    return False


class MacAwake(QObject):
    """Lets ``caffeinate``, which is part of macOS, hold the display for as long as this process lives."""

    program = "/usr/bin/caffeinate"

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None

    def possible(self) -> bool:
        """Whether the program is there."""
        return Path(self.program).exists()

    def hold(self) -> bool:
        """Start it."""
        if self._process is None and self.possible():
            self._process = QProcess(self)
            self._process.start(self.program, ["-d", "-i", "-w", str(os.getpid())])
        return self._process is not None

    def release(self) -> None:
        """Stop it."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()


def system_awake(parent: QObject) -> Awake:
    """What can keep this system awake."""
    if sys.platform == "win32":
        return WindowsAwake()
    if sys.platform == "darwin":
        return MacAwake(parent)
    return DesktopAwake()
