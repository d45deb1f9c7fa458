"""The style sheet of the window, filled in with the colours of a theme.

Widgets pick a look by a dynamic property (``kind`` = ``primary``, ``card``, ``chip``, ``quiet``, ``link`` ...), never
by a colour of their own. Sizes of things that hold text come from the font, not from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bodymap.paths import asset

if TYPE_CHECKING:
    from bodymap.gui.theme import Theme

_SHEET = """
QMainWindow, QDialog { background: @window; }
QDialog { border: 1px solid @border; }
QToolTip { background: @surface; color: @text; border: 1px solid @border; padding: 6px; }
QToolBar { background: @window; border: none; border-bottom: 1px solid @border; padding: 4px 8px; spacing: 4px; }
QToolBar::separator { background: @border; width: 1px; margin: 6px 6px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 7px; padding: 5px 9px; }
QToolButton:hover { background: @surface_alt; }
QToolButton:checked { background: @surface; border-color: @border; color: @accent; }
QToolButton:focus { border-color: @focus; }
QToolButton::menu-indicator { image: none; width: 0; }
QStatusBar { background: @window; color: @text_muted; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QSplitter::handle:horizontal { background: @window; border-left: 1px solid @border; }
QSplitter::handle:horizontal:hover { background: @surface_alt; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @border; border-radius: 4px; min-height: 32px; margin: 1px; }
QScrollBar::handle:vertical:hover { background: @text_muted; }
QScrollBar:horizontal { background: transparent; height: 10px; }
QScrollBar::handle:horizontal { background: @border; border-radius: 4px; min-width: 32px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QPushButton { background: @surface; color: @text; border: 1px solid @border; border-radius: 8px; padding: 7px 14px; }
QPushButton:hover { background: @surface_alt; }
QPushButton:pressed { background: @border; }
QPushButton:focus { border-color: @focus; outline: none; }
QPushButton:disabled { color: @text_faint; background: @window; }
QPushButton[kind="primary"] { background: @accent; color: @accent_text; border-color: @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accent_hover; }
QPushButton[kind="primary"]:pressed { background: @accent_press; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; padding: 6px 13px; }
QPushButton[kind="primary"]:disabled { background: @surface_alt; color: @text_muted; border-color: @border; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; padding: 6px 8px; }
QPushButton[kind="quiet"]:hover { background: @surface_alt; }
QPushButton[kind="quiet"]:focus { border-color: @focus; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: @accent; padding: 3px 4px;
    text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border-color: @focus; }
QPushButton[kind="chip"], QCheckBox[kind="chip"] { background: @surface; border: 1px solid @border; border-radius: 9px;
    padding: 3px 10px; }
QPushButton[kind="chip"]:hover { background: @surface_alt; }
QPushButton[kind="chip"]:checked { background: @accent; border-color: @accent; color: @accent_text; }
QPushButton[kind="chip"]:focus { border-color: @focus; }
QPushButton[kind="chip"]:checked:focus { border-color: @text; }
QPushButton[kind="cardButton"] { background: @surface; border: 1px solid @border; border-radius: 10px; padding: 0;
    text-align: left; }
QPushButton[kind="cardButton"]:hover { background: @accent_surface; border-color: @accent; }
QPushButton[kind="cardButton"][chosen="true"] { background: @accent_surface; border-color: @accent; }
QPushButton[kind="cardButton"]:focus { border: 2px solid @focus; }
QPushButton[kind="section"] { background: transparent; border: 1px solid transparent; border-radius: 6px;
    padding: 5px 4px; text-align: left; font-weight: 600; }
QPushButton[kind="section"]:hover { background: @surface_alt; }
QPushButton[kind="section"]:focus { border-color: @focus; }
QFrame[kind="card"] { background: @surface; border: 1px solid @border; border-radius: 10px; }
QFrame[kind="card"][chosen="true"] { border-color: @accent; background: @accent_surface; }
QFrame[kind="inset"] { background: @surface_alt; border: none; border-radius: 8px; }
QFrame[kind="dangerBox"] { background: @danger_surface; border: 1px solid @danger; border-radius: 10px; }
QFrame[kind="warningBox"] { background: @warning_surface; border: 1px solid @warning; border-radius: 10px; }
QFrame[kind="rule"] { background: @border; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="dangerBar"] { background: @danger_surface; border: 1px solid @danger; border-radius: 10px; }
QFrame[kind="infoBar"] { background: @surface; border: 1px solid @border; border-radius: 10px; }
QFrame[kind="segments"] { background: @surface_alt; border: none; border-radius: 9px; }
QFrame[kind="segments"] QToolButton { padding: 3px 6px; }
QFrame[kind="segments"] QPushButton { background: transparent; border: 1px solid transparent; border-radius: 7px;
    padding: 2px 9px; color: @text_muted; }
QFrame[kind="segments"] QPushButton:hover { background: @border; }
QFrame[kind="segments"] QPushButton:checked { background: @surface; border-color: @border; color: @text; }
QFrame[kind="segments"] QPushButton:focus { border-color: @focus; }
QFrame[kind="segments"] QToolButton:hover { background: @border; }
QFrame[kind="segments"] QToolButton:checked { background: @surface; border-color: @border; color: @text; }
QFrame[kind="segments"] QToolButton:focus { border-color: @focus; }
QLabel { background: transparent; color: @text; }
QLabel[kind="muted"] { color: @text_muted; }
QLabel[kind="accent"] { color: @accent; }
QLabel[kind="danger"] { color: @danger; }
QLabel[kind="warning"] { color: @warning; }
QLabel[kind="tag"] { color: @text_muted; background: @surface_alt; border-radius: 7px; padding: 1px 7px; }
QLabel:disabled { color: @text_faint; }
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox { background: @surface; color: @text;
    border: 1px solid @border; border-radius: 8px; padding: 5px 8px;
    selection-background-color: @accent; selection-color: @accent_text; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border-color: @focus; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("@arrow_down"); width: 12px; height: 12px; }
QAbstractSpinBox { padding: 5px 24px 5px 10px; }
QAbstractSpinBox QLineEdit { background: transparent; border: none; padding: 0 0 0 8px; }
QAbstractSpinBox::up-button { border: none; width: 22px; subcontrol-position: top right; }
QAbstractSpinBox::down-button { border: none; width: 22px; subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("@arrow_up"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("@arrow_down"); width: 10px; height: 10px; }
QMenu { background: @surface; color: @text; border: 1px solid @border; padding: 5px; }
QMenu::item { padding: 6px 22px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: @surface_alt; color: @text; }
QMenu::separator { height: 1px; background: @border; margin: 5px 8px; }
QSlider::groove:horizontal { height: 4px; background: @border; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { background: @surface; border: 2px solid @accent; width: 12px; margin: -6px 0;
    border-radius: 8px; }
QSlider::handle:horizontal:focus { background: @accent; }
QCheckBox, QRadioButton { background: transparent; color: @text; spacing: 8px; padding: 2px; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; background: @surface;
    border: 1px solid @text_muted; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url("@tick"); }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 4px solid @accent; background: @accent_text; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @focus; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QCheckBox:disabled, QRadioButton:disabled { color: @text_faint; }
"""


def stylesheet(theme: Theme) -> str:
    """The whole sheet for ``theme``; names behind ``@`` are its colours."""
    # Imported here: the theme module needs this one first.
    from bodymap.gui.theme import mix

    colors = {
        name: getattr(theme, name).name()
        for name in (
            "window", "surface", "surface_alt", "text", "text_muted", "border", "accent", "accent_text",
            "danger", "danger_surface", "warning", "warning_surface", "focus",
        )
    }  # fmt: skip
    colors["text_faint"] = mix(theme.text_muted, theme.window, 0.4).name()
    colors["accent_hover"] = mix(theme.accent, theme.text, 0.12).name()
    colors["accent_press"] = mix(theme.accent, theme.text, 0.25).name()
    colors["accent_surface"] = mix(theme.surface, theme.accent, 0.08).name()
    # A style sheet can only name a file, and the tick has to stand out from the accent.
    colors["tick"] = asset(f"icons/tick_{theme.name}.svg").as_posix()
    colors["arrow_down"] = asset(f"icons/down_{theme.name}.svg").as_posix()
    colors["arrow_up"] = asset(f"icons/up_{theme.name}.svg").as_posix()
    sheet = _SHEET
    for name in sorted(colors, key=len, reverse=True):
        sheet = sheet.replace("@" + name, colors[name])
    return sheet
