"""The desktop's message bus (D-Bus), for the few things a routine asks of a desktop. Linux and its kin only.

It is a connection to a local service of the person's own session. Whatever is missing is simply not there: no bus, no
service, no answer. Calls wait for an answer only where the called service is known to run, and not for long: one that
hangs costs the window a fifth of a second and is then left alone for a while.
"""

from __future__ import annotations

import itertools
import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

TIMEOUT_MS = 2000
"""For an answer that nobody waits for."""
PATIENCE_MS = 200
"""For an answer that the window waits for."""
LEFT_ALONE_SECONDS = 60.0
_INTROSPECT = "org.freedesktop.DBus.Introspectable", "Introspect"
_NO_REPLY = ("org.freedesktop.DBus.Error.NoReply", "org.freedesktop.DBus.Error.Timeout")
_numbers = itertools.count(1)
_hung: dict[tuple[str, str], float] = {}
"""Which services (on which bus) did not answer in time, and until when they are not asked again."""


class Bus:
    """A connection of its own: what it has asked for ends when it is closed, and with the process."""

    def __init__(self) -> None:
        self._name = f"bodymap-{next(_numbers)}"
        self._connection: QDBusConnection | None = None
        self._address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
        self._watchers: list[QObject] = []
        if sys.platform in ("win32", "darwin"):
            return
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:  # a Qt without it
            return
        # By its address, because the bus library keeps the session's bus that it met first for good.
        bus = self._address or QDBusConnection.BusType.SessionBus
        connection = QDBusConnection.connectToBus(bus, self._name)
        if connection.isConnected():
            self._connection = connection

    @property
    def connection(self) -> QDBusConnection | None:
        """Qt's connection, None when there is no bus."""
        return self._connection

    def runs(self, service: str) -> bool:
        """Whether a service is there now. Asks the bus itself, which answers at once."""
        if self._connection is None:
            return False
        return bool(self._connection.interface().isServiceRegistered(service).value())

    def call(
        self, where: tuple[str, str, str], method: str, arguments: list[Any], then: Callable[[list[Any] | None], None]
    ) -> None:
        """Call ``method`` of ``where`` (service, path, interface) and go on; ``then`` gets the answer or None."""
        if self._connection is None:
            then(None)
            return
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        message = QDBusMessage.createMethodCall(*where, method)
        message.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._connection.asyncCall(message, TIMEOUT_MS))
        self._watchers.append(watcher)

        def finished(done: QDBusPendingCallWatcher) -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)
                reply = done.reply()
                then(None if reply.type() == QDBusMessage.MessageType.ErrorMessage else list(reply.arguments()))
            done.deleteLater()

        watcher.finished.connect(finished)

    def call_typed(self, where: tuple[str, str, str], method: str, result: str, *typed: tuple[str, Any]) -> Any:
        """Call a running service with arguments of the C++ types named beside them; gives its answer, None for none.

        PySide sends every whole number as a signed one, which services that expect an unsigned one refuse. A call
        through the meta-object that Qt makes of the service keeps the types.
        """
        if not self._answers(where) or self._connection is None:
            return None
        from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, Qt
        from PySide6.QtDBus import QDBusInterface

        service = QDBusInterface(*where, self._connection)
        service.setTimeout(PATIENCE_MS)
        if not service.isValid():
            return None
        wanted = [Q_ARG(kind, value) for kind, value in typed]
        try:
            answer = QMetaObject.invokeMethod(
                service, method, Qt.ConnectionType.DirectConnection, Q_RETURN_ARG(result), *wanted
            )
        except RuntimeError:  # the service has no such method
            return None
        return None if service.lastError().isValid() else answer

    def _answers(self, where: tuple[str, str, str]) -> bool:
        """Whether a service is there and awake. Qt's own first question to it would wait for half a minute."""
        if self._connection is None or not self.runs(where[0]):
            return False
        from PySide6.QtDBus import QDBus, QDBusMessage

        key = (self._address, where[0])
        if time.monotonic() < _hung.get(key, 0.0):
            return False
        question = QDBusMessage.createMethodCall(
            where[0], where[1], "org.freedesktop.DBus.Introspectable", "Introspect"
        )
        answer = self._connection.call(question, QDBus.CallMode.Block, PATIENCE_MS)
        if answer.errorName() in _NO_REPLY:
            _hung[key] = time.monotonic() + LEFT_ALONE_SECONDS
            return False
        return answer.type() == QDBusMessage.MessageType.ReplyMessage

    def close(self) -> None:
        """End everything that was asked for over this connection."""
        if self._connection is None:
            return
        from PySide6.QtDBus import QDBusConnection

        self._watchers.clear()
        self._connection = None
        QDBusConnection.disconnectFromBus(self._name)
