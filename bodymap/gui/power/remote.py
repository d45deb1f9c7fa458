"""The keys of a headset and the controls of the lock screen, as desktops hand them to what plays (MPRIS, over D-Bus).

On Linux the desktop keeps the media keys for itself and passes them on to the media player that last played. So a
running routine is one: it can be paused and sent on from a headset, wherever the keyboard is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6.QtCore import QObject, Signal

from bodymap.gui.power.bus import Bus

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVirtualObject

PATH: Final = "/org/mpris/MediaPlayer2"
ROOT: Final = "org.mpris.MediaPlayer2"
PLAYER: Final = "org.mpris.MediaPlayer2.Player"
PROPERTIES: Final = "org.freedesktop.DBus.Properties"
Status = Literal["Playing", "Paused", "Stopped"]

_WISHES: Final = {
    "PlayPause": "toggle",
    "Play": "play",
    "Pause": "pause",
    "Stop": "pause",
    "Next": "next",
    "Previous": "back",
}
_DESCRIPTION: Final = f"""
<interface name="{ROOT}">
  <method name="Raise"/><method name="Quit"/>
  <property name="CanQuit" type="b" access="read"/><property name="CanRaise" type="b" access="read"/>
  <property name="HasTrackList" type="b" access="read"/><property name="Identity" type="s" access="read"/>
  <property name="DesktopEntry" type="s" access="read"/>
  <property name="SupportedUriSchemes" type="as" access="read"/>
  <property name="SupportedMimeTypes" type="as" access="read"/>
</interface>
<interface name="{PLAYER}">
  <method name="Next"/><method name="Previous"/><method name="Pause"/><method name="PlayPause"/>
  <method name="Stop"/><method name="Play"/>
  <property name="PlaybackStatus" type="s" access="read"/><property name="Metadata" type="a{{sv}}" access="read"/>
  <property name="CanGoNext" type="b" access="read"/><property name="CanGoPrevious" type="b" access="read"/>
  <property name="CanPlay" type="b" access="read"/><property name="CanPause" type="b" access="read"/>
  <property name="CanSeek" type="b" access="read"/><property name="CanControl" type="b" access="read"/>
</interface>
"""


class Remote(QObject):
    """``wished`` is “toggle”, “play”, “pause”, “next”, “back” or “raise”. On the bus only while a routine is open."""

    wished = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus: Bus | None = None
        self._listener: QDBusVirtualObject | None = None
        self._named = False
        self._status: Status = "Stopped"
        self._title = self._artist = ""

    @property
    def there(self) -> bool:
        """Whether the desktop can reach it."""
        return self._named

    def open(self) -> None:
        """Be there for the desktop."""
        if self._named or sys.platform in ("win32", "darwin"):
            return
        if self._bus is None:
            self._join()
        connection = self._bus.connection if self._bus is not None else None
        self._named = connection is not None and connection.registerService(_name())

    def _join(self) -> None:
        self._bus = bus = Bus()
        if bus.connection is not None:
            from PySide6.QtDBus import QDBusConnection

            self._listener = _listener(self.properties, self.wished.emit, self)
            kind = QDBusConnection.VirtualObjectRegisterOption.SingleNode
            bus.connection.registerVirtualObject(PATH, self._listener, kind)

    def close(self) -> None:
        """Nothing plays any more. Only the name is given back: Qt's bus thread may still look at the rest."""
        self._status = "Stopped"
        if self._named and self._bus is not None and self._bus.connection is not None:
            self._named = False
            self._bus.connection.unregisterService(_name())

    def show(self, title: str, artist: str, status: Status) -> None:
        """Tell the desktop what is played: a step of which routine."""
        if (title, artist, status) == (self._title, self._artist, self._status):
            return
        self._title, self._artist, self._status = title, artist, status
        if not self._named or self._bus is None or self._bus.connection is None:
            return
        from PySide6.QtDBus import QDBusMessage

        told = QDBusMessage.createSignal(PATH, PROPERTIES, "PropertiesChanged")
        now = self.properties(PLAYER)
        # An empty list would travel as one of another type; the position is never kept, and so always out of date.
        told.setArguments([PLAYER, {name: now[name] for name in ("PlaybackStatus", "Metadata")}, ["Position"]])
        self._bus.connection.send(told)

    def properties(self, interface: str) -> dict[str, Any]:
        """What can be asked of an interface."""
        if interface == ROOT:
            return {
                "CanQuit": False,
                "CanRaise": True,
                "HasTrackList": False,
                "Identity": "Bodymap",
                "DesktopEntry": "bodymap",
                "SupportedUriSchemes": ["none"],
                "SupportedMimeTypes": ["none"],
            }
        from PySide6.QtDBus import QDBusObjectPath

        track = QDBusObjectPath("/org/bodymap/step")
        metadata = {"mpris:trackid": track, "xesam:title": self._title, "xesam:artist": [self._artist]}
        able = ("CanGoNext", "CanGoPrevious", "CanPlay", "CanPause", "CanControl")
        return {"PlaybackStatus": self._status, "Metadata": metadata, "CanSeek": False} | dict.fromkeys(able, True)


def _name() -> str:
    return f"{ROOT}.bodymap.instance{os.getpid()}"


def _listener(
    properties: Callable[[str], dict[str, Any]], wish: Callable[[str], object], parent: QObject
) -> QDBusVirtualObject:
    """The object on the bus. Its class is made here, because its module is loaded only where there is a bus."""
    from PySide6.QtDBus import QDBusVariant, QDBusVirtualObject

    class Listener(QDBusVirtualObject):
        def introspect(self, path: str) -> str:
            return _DESCRIPTION

        def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
            interface, member = message.interface(), message.member()
            answer: list[Any] = []
            if interface == PROPERTIES:
                asked = [str(each) for each in message.arguments()]
                if member == "Get" and len(asked) == 2:
                    answer = [QDBusVariant(properties(asked[0]).get(asked[1], ""))]
                elif member == "GetAll" and asked:
                    answer = [properties(asked[0])]
            elif interface == PLAYER and member in _WISHES:
                wish(_WISHES[member])
            elif interface == ROOT and member == "Raise":
                wish("raise")
            elif interface not in (PLAYER, ROOT):
                return False
            reply = message.createReply()
            reply.setArguments(answer)
            connection.send(reply)
            return True

    return Listener(parent)
