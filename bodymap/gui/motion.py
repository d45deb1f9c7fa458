"""Whether things move on screen: what the person chose here, else what they told their system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bodymap.gui.routine_settings import Motion

CHOSEN, DESKTOP = "bodymapMotion", "desktopWantsLessMotion"
"""Properties of the application, so that canvas and player need not know who decides."""


def choose_motion(motion: Motion) -> None:
    """Move everything, less, or as the system says."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(CHOSEN, motion)


def desktop_wants_less(less: bool) -> None:
    """What the desktop said, where Qt doesn't hand it on."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(DESKTOP, less)


def reduced_motion(widget: QWidget) -> bool:
    """Whether ``widget`` should do without movement that only pleases the eye."""
    app = QCoreApplication.instance()
    chosen = app.property(CHOSEN) if app is not None else None
    if chosen in ("less", "full"):
        return bool(chosen == "less")
    if app is not None and app.property(DESKTOP):
        return True
    hints = QGuiApplication.styleHints()  # kept in a name: what it hands out dies with it
    accessibility = getattr(hints, "accessibility", None)
    asked = getattr(accessibility(), "motionPreference", None) if accessibility is not None else None  # since Qt 6.12
    if asked is not None and asked().name == "ReducedMotion":
        return True
    from PySide6.QtWidgets import QStyle  # not above: PySide takes long to make that class, and a start moves nothing

    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) == 0
