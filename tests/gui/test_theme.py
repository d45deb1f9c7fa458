"""Text must be readable in both dresses, and the dress must change everywhere at once."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bodymap.gui.theme import DARK, LIGHT, Theme, Themes, font, mix


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "relative luminance" and "contrast ratio")."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_text_reads_on_every_surface(theme: Theme) -> None:
    for surface in (theme.window, theme.surface, theme.surface_alt):
        assert contrast(theme.text, surface) >= 7
        assert contrast(theme.text_muted, surface) >= 4.5
    for surface in (theme.window, theme.surface):
        for text in (theme.accent, theme.danger, theme.warning):
            assert contrast(text, surface) >= 4.5
        assert contrast(theme.focus, surface) >= 3
    assert contrast(theme.accent_text, theme.accent) >= 4.5
    for text in (theme.danger, theme.text):
        assert contrast(text, theme.danger_surface) >= 4.5
    for text in (theme.warning, theme.text):
        assert contrast(text, theme.warning_surface) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_drawings_stand_out_from_the_skin(theme: Theme) -> None:
    middle = mix(theme.body_dark, theme.body_light, 0.7)
    for drawn in (theme.trigger, theme.fibre):
        assert contrast(drawn, middle) >= 4.5
    assert contrast(mix(middle, theme.essential, 0.6), middle) >= 1.5
    assert contrast(theme.body_light, theme.window) > 1.05


def test_the_same_contrast_as_the_standard_gives() -> None:
    assert contrast(mix(LIGHT.accent_text, LIGHT.accent_text, 0), LIGHT.accent_text) == pytest.approx(1.0)
    black, white = mix(LIGHT.text, LIGHT.text, 0), LIGHT.accent_text
    black.setRgb(0, 0, 0)
    assert contrast(black, white) == pytest.approx(21.0)


def test_changing_the_mode_dresses_the_application(qtbot: QtBot, qapp: QApplication) -> None:
    themes = Themes()
    themes.set_mode("light")
    with qtbot.waitSignal(themes.changed) as heard:
        themes.set_mode("dark")
    assert heard.args == [DARK]
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.window
    assert DARK.surface.name() in qapp.styleSheet()
    themes.set_mode("light")
    assert qapp.palette().color(QPalette.ColorRole.Window) == LIGHT.window
    qapp.setStyleSheet("")


def test_fonts_grow_with_the_system(qtbot: QtBot, qapp: QApplication) -> None:
    before = qapp.font()
    small = font("title").pointSizeF()
    bigger = qapp.font()
    bigger.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(bigger)
    try:
        assert font("title").pointSizeF() == pytest.approx(2 * small)
        assert font("title").pointSizeF() > font("heading").pointSizeF() > font("small").pointSizeF()
    finally:
        qapp.setFont(before)
