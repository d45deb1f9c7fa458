"""Colours, type and spacing of the window, in one light and one dark dress.

Every widget takes its colours from :class:`Theme`, so that nothing on screen invents a colour of its own. Text colours
keep a contrast of at least 4.5:1 against the surfaces they are written on (WCAG 2.2, success criterion 1.4.3).
"""

from __future__ import annotations

from typing import Literal

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from bodymap.gui.stylesheet import stylesheet

SPACE = 8
"""The unit of every margin and gap, in logical pixels; use multiples (or its half inside one thing)."""
RADIUS = 10
"""Corner radius of cards and panels, in logical pixels."""

Mode = Literal["system", "light", "dark"]
Role = Literal["title", "heading", "body", "small", "numeral"]

_SCALE: dict[Role, float] = {"title": 1.5, "heading": 1.15, "body": 1.0, "small": 0.9, "numeral": 2.8}


class Theme(msgspec.Struct, frozen=True):
    """One dress. Colours are opaque; whoever lays a zone over the skin chooses how much of the skin shows through.

    ``body_dark`` and ``body_light`` are the ends of the ramp that tints the grey shading picture of the figure.
    """

    name: str
    window: QColor
    surface: QColor
    surface_alt: QColor
    text: QColor
    text_muted: QColor
    border: QColor
    accent: QColor
    accent_text: QColor
    essential: QColor
    spillover: QColor
    mark: QColor
    trigger: QColor
    fibre: QColor
    body_dark: QColor
    body_light: QColor
    outline: QColor
    contour: QColor
    danger: QColor
    danger_surface: QColor
    warning: QColor
    warning_surface: QColor
    focus: QColor

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.window.lightnessF() < 0.5


LIGHT = Theme(
    name="light",
    window=QColor("#f5f2ec"),
    surface=QColor("#fffdf9"),
    surface_alt=QColor("#ece7de"),
    text=QColor("#22282c"),
    text_muted=QColor("#566066"),
    border=QColor("#d6d0c5"),
    accent=QColor("#1f6b68"),
    accent_text=QColor("#ffffff"),
    essential=QColor("#ad3a36"),
    spillover=QColor("#a3423d"),
    mark=QColor("#1d4f9e"),
    trigger=QColor("#1c1a1a"),
    fibre=QColor("#4a2320"),
    body_dark=QColor("#7c6557"),
    body_light=QColor("#f1e0d3"),
    outline=QColor("#75645a"),
    contour=QColor("#93806f"),
    danger=QColor("#9c2323"),
    danger_surface=QColor("#fbe6e3"),
    warning=QColor("#7a4d05"),
    warning_surface=QColor("#fbf0d8"),
    focus=QColor("#0f7c86"),
)

DARK = Theme(
    name="dark",
    window=QColor("#1a2025"),
    surface=QColor("#222a30"),
    surface_alt=QColor("#2c353c"),
    text=QColor("#e9e6e0"),
    text_muted=QColor("#a9b2b7"),
    border=QColor("#3b464e"),
    accent=QColor("#6fbfb8"),
    accent_text=QColor("#0f2322"),
    essential=QColor("#b53a36"),
    spillover=QColor("#b5423d"),
    mark=QColor("#2a66c4"),
    trigger=QColor("#141313"),
    fibre=QColor("#3a1513"),
    body_dark=QColor("#40352f"),
    body_light=QColor("#dccbbd"),
    outline=QColor("#a08d80"),
    contour=QColor("#5e4e45"),
    danger=QColor("#ffb4ab"),
    danger_surface=QColor("#47211f"),
    warning=QColor("#f2cf8a"),
    warning_surface=QColor("#3d3219"),
    focus=QColor("#86d6d6"),
)


def font(role: Role) -> QFont:
    """The system's font in the size and weight of ``role``; it grows with the size the person set for their system."""
    made = QFont(QApplication.font())
    if made.pointSizeF() > 0:
        made.setPointSizeF(made.pointSizeF() * _SCALE[role])
    else:
        made.setPixelSize(round(made.pixelSize() * _SCALE[role]))
    if role in ("title", "heading"):
        made.setWeight(QFont.Weight.DemiBold)
    if role == "numeral":
        made.setWeight(QFont.Weight.Light)
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """``one`` with ``share`` (0..1) of ``other`` blended in."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        one.redF() * keep + other.redF() * share,
        one.greenF() * keep + other.greenF() * share,
        one.blueF() * keep + other.blueF() * share,
    )


def faded(color: QColor, opacity: float) -> QColor:
    """The colour with that opacity (0..1)."""
    made = QColor(color)
    made.setAlphaF(opacity)
    return made


class Themes(QObject):
    """Which dress is worn; follows the system until told otherwise. Emits ``changed(Theme)`` after it was applied."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._mode: Mode = "system"
        self._current = self._wanted()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def current(self) -> Theme:
        """The dress worn now."""
        return self._current

    @property
    def mode(self) -> Mode:
        """What was asked for: the system's choice, light or dark."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Wear the system's choice, or always light, or always dark."""
        self._mode = mode
        self._wear(self._wanted())

    def apply(self) -> None:
        """Dress the application in the current theme (once at the start; later changes do it by themselves)."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(palette(self._current))
            app.setStyleSheet(stylesheet(self._current))

    def _wanted(self) -> Theme:
        if self._mode == "light":
            return LIGHT
        if self._mode == "dark":
            return DARK
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

    def _follow(self) -> None:
        if self._mode == "system":
            self._wear(self._wanted())

    def _wear(self, theme: Theme) -> None:
        if theme is not self._current:
            self._current = theme
            self.apply()
            self.changed.emit(theme)


def palette(theme: Theme) -> QPalette:
    """The Qt palette of a theme, so that plain widgets and native parts fit in as well."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, color in (
        (roles.Window, theme.window),
        (roles.WindowText, theme.text),
        (roles.Base, theme.surface),
        (roles.AlternateBase, theme.surface_alt),
        (roles.Text, theme.text),
        (roles.Button, theme.surface),
        (roles.ButtonText, theme.text),
        (roles.BrightText, theme.accent_text),
        (roles.ToolTipBase, theme.surface),
        (roles.ToolTipText, theme.text),
        (roles.PlaceholderText, theme.text_muted),
        (roles.Highlight, theme.accent),
        (roles.HighlightedText, theme.accent_text),
        (roles.Link, theme.accent),
        (roles.LinkVisited, theme.accent),
        (roles.Mid, theme.border),
        (roles.Midlight, theme.surface_alt),
        (roles.Dark, theme.border),
        (roles.Light, theme.surface),
        (roles.Accent, theme.accent),
    ):
        made.setColor(role, color)
    faint = mix(theme.text_muted, theme.window, 0.4)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return made
