"""Saying something to whoever uses a screen reader."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from bodymap.gui.access.items import AccessItem


def listening() -> bool:
    """Whether a screen reader, or another program that asks what is on the screen, is there at all."""
    return QAccessible.isActive()


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have ``text`` said when the present sentence is over; at once when it is ``urgent``."""
    if text and listening():
        event = QAccessibleAnnouncementEvent(widget, text)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)


def tell(item: AccessItem, what: QAccessible.Event) -> None:
    """Let a screen reader know what happened to an item."""
    if listening():
        QAccessible.updateAccessibility(QAccessibleEvent(item, what))
