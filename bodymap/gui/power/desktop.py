"""What the desktop knows of the person and Qt doesn't hand on: that they want less movement on the screen."""

from __future__ import annotations

from typing import Any

from bodymap.gui.motion import desktop_wants_less
from bodymap.gui.power.bus import Bus

SETTINGS = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
ANIMATIONS = ["org.gnome.desktop.interface", "enable-animations"]
"""GNOME's switch, which other desktops offer through the portal as well; Qt reads it from version 6.12 on."""


def ask_for_motion() -> Bus:
    """Ask, and go on; the answer is used when it comes. Keep what is returned until then, and close it."""
    bus = Bus()

    def answered(values: list[Any] | None) -> None:
        wanted = plain(values[0]) if values else None
        if isinstance(wanted, bool):
            desktop_wants_less(not wanted)

    if bus.runs(SETTINGS[0]):
        bus.call(SETTINGS, "Read", list(ANIMATIONS), answered)
    return bus


def plain(value: object) -> object:
    """A value out of the variants that it is wrapped in; the portal wraps it twice."""
    for _ in range(4):
        variant = getattr(value, "variant", None)
        if variant is None:
            break
        value = variant()
    return value
