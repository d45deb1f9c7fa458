"""What can be done from everywhere, as one table. Menus, the toolbar and the sheet of keys are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from bodymap.gui.icons import icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bodymap.gui.theme import Theme

Handler = Callable[[], object]

MORE_KEYS = {"search": ("/",)}
"""Further keys of an action, beside the one that is shown."""


class ActionSpec(Struct, frozen=True):
    """One action: ``shortcut`` may be empty, ``icon`` names a file of assets/icons or is empty.

    ``group`` is its heading in the sheet of keys; ``choice`` names the set of which it is one of several.
    """

    id: str
    text: str
    shortcut: str = ""
    tip: str = ""
    icon: str = ""
    group: str = ""
    choice: str = ""


def specs() -> tuple[ActionSpec, ...]:
    """All actions, in the order of the sheet of keys."""
    return (*_tool_specs(), *_mark_specs(), *_file_specs(), *_view_specs(), *_app_specs())


def _mark_specs() -> tuple[ActionSpec, ...]:
    """What is done with the marks as they are."""
    translate = QCoreApplication.translate
    group = translate("Actions", "Marks")
    mirror = translate("Actions", "Mark the same place on the other side of the body too")
    entries = (
        ("undo", translate("Actions", "Undo"), "Ctrl+Z", translate("Actions", "Take back the last change"), "undo"),
        ("redo", translate("Actions", "Redo"), "Ctrl+Shift+Z", translate("Actions", "Do it again"), "redo"),
        (
            "clear", translate("Actions", "Clear all marks"), "Ctrl+Backspace",
            translate("Actions", "Remove all marks"), "trash",
        ),
        ("mirror", translate("Actions", "Mirror the mark"), "M", mirror, "mirror"),
    )  # fmt: skip
    return tuple(ActionSpec(*entry, group) for entry in entries)


def _view_specs() -> tuple[ActionSpec, ...]:
    """What is seen of whom."""
    translate = QCoreApplication.translate
    group = translate("Actions", "View")
    views = (
        ("all", translate("Actions", "All"), translate("Actions", "All views side by side")),
        ("front", translate("Actions", "Front"), translate("Actions", "The front, large")),
        ("back", translate("Actions", "Back"), translate("Actions", "The back, large")),
        ("left", translate("Actions", "Left"), translate("Actions", "The left side, large")),
        ("right", translate("Actions", "Right"), translate("Actions", "The right side, large")),
        ("soles", translate("Actions", "Soles"), translate("Actions", "The soles, large")),
        ("inner_legs", translate("Actions", "Inner legs"), translate("Actions", "The inner side of both legs, large")),
    )
    figures = (
        ("woman", translate("Actions", "Woman"), "Ctrl+W", translate("Actions", "Show a woman")),
        ("man", translate("Actions", "Man"), "Ctrl+M", translate("Actions", "Show a man")),
    )
    return (
        ActionSpec("fit", translate("Actions", "Fit"), "0", translate("Actions", "Show all of it"), "fit", group),
        *(
            ActionSpec(f"view_{name}", text, f"Ctrl+{number}", tip, group=group, choice="view")
            for number, (name, text, tip) in enumerate(views)
        ),
        *(ActionSpec(name, text, key, tip, group=group, choice="figure") for name, text, key, tip in figures),
    )


def _app_specs() -> tuple[ActionSpec, ...]:
    """Where to go, and what concerns the whole of it."""
    translate = QCoreApplication.translate
    group = translate("Actions", "Bodymap")
    search = translate("Actions", "Find a muscle, a place, a symptom or a movement; the key / does it as well")
    mode = translate("Actions", "Light, dark, or like the system")
    answers = translate("Actions", "Look at your answers and change them")
    entries = (
        ("search", translate("Actions", "Search"), "Ctrl+F", search, "search"),
        ("to_body", translate("Actions", "Go to the body"), "F6", translate("Actions", "Keyboard to the body"), ""),
        (
            "to_sources", translate("Actions", "Go to the sources"), "F7",
            translate("Actions", "Keyboard to the list"), "",
        ),
        ("theme", translate("Actions", "Light or dark"), "Ctrl+T", mode, "theme"),
        ("answers", translate("Actions", "Safety questions …"), "", answers, "shield"),
        ("own", translate("Actions", "Your routine …"), "Ctrl+R", "", "list"),
        ("routine", translate("Actions", "Voice and buttons …"), "", "", "settings"),
        ("notice", translate("Actions", "What this is and is not …"), "", "", "info"),
        ("about", translate("Actions", "About and sources …"), "", "", "book"),
        ("keys", translate("Actions", "Keys …"), "F1", translate("Actions", "All keys on one sheet"), "keyboard"),
        ("quit", translate("Actions", "Quit"), "Ctrl+Q", "", ""),
    )  # fmt: skip
    return tuple(ActionSpec(*entry, group) for entry in entries)


def _file_specs() -> tuple[ActionSpec, ...]:
    """What is done with a drawing as a file."""
    translate = QCoreApplication.translate
    group = translate("Actions", "Drawings as files")
    entries = (
        ("open", translate("Actions", "Open a drawing …"), "Ctrl+O"),
        ("save", translate("Actions", "Save the drawing …"), "Ctrl+S"),
        ("picture", translate("Actions", "Save a picture …"), "Ctrl+Shift+S"),
        ("choir", translate("Actions", "Save body map segments (CHOIR) …"), ""),
        ("compare", translate("Actions", "Compare with an earlier drawing …"), "Ctrl+D"),
    )
    return tuple(ActionSpec(name, text, key, group=group) for name, text, key in entries)


def _tool_specs() -> tuple[ActionSpec, ...]:
    """The drawing tools; a letter takes each of them in hand."""
    translate = QCoreApplication.translate
    group = translate("Actions", "Drawing")
    tools = (
        ("spot", translate("Actions", "Spot"), "S", translate("Actions", "Spot: click where it hurts")),
        ("brush", translate("Actions", "Brush"), "B", translate("Actions", "Brush: paint where it hurts")),
        ("lasso", translate("Actions", "Lasso"), "L", translate("Actions", "Lasso: draw round where it hurts")),
        ("region", translate("Actions", "Region"), "R", translate("Actions", "Region: click to mark a whole region")),
        ("eraser", translate("Actions", "Eraser"), "E", translate("Actions", "Eraser: rub out what is too much")),
        ("move", translate("Actions", "Move"), "V", translate("Actions", "Move: drag a mark to where it belongs")),
    )
    return tuple(
        ActionSpec(f"tool_{name}", text, key, tip, f"draw-{name}", group, "tool") for name, text, key, tip in tools
    )


def canvas_keys() -> tuple[tuple[str, str], ...]:
    """Keys that work while the keyboard is on the body: key and what it does, for the sheet of keys."""
    translate = QCoreApplication.translate
    return (
        (translate("Actions", "Arrow keys"), translate("Actions", "To the next region of the body")),
        (translate("Actions", "Shift+Arrow keys"), translate("Actions", "A little further")),
        (translate("Actions", "Ctrl+Arrow keys"), translate("Actions", "Move the picture")),
        (translate("Actions", "Enter or Space"), translate("Actions", "Mark here")),
        (translate("Actions", "Shift+Enter or Space"), translate("Actions", "Mark the whole region")),
        (translate("Actions", "Tab"), translate("Actions", "To the next mark")),
        (translate("Actions", "+ and −"), translate("Actions", "Larger, smaller mark")),
        (translate("Actions", "[ and ], or Page down and up"), translate("Actions", "Weaker, stronger pain")),
        (translate("Actions", "Delete"), translate("Actions", "Remove the selected mark")),
        (translate("Actions", "Ctrl+Plus and Ctrl+Minus"), translate("Actions", "Closer, further away")),
        (translate("Actions", "1 to 6"), translate("Actions", "One view large")),
        (translate("Actions", "0 or Home"), translate("Actions", "All views")),
        (translate("Actions", "Escape"), translate("Actions", "One step back: the drag, the selection, the view")),
    )


def player_keys() -> tuple[tuple[str, str], ...]:
    """Keys that work during a routine."""
    translate = QCoreApplication.translate
    return (
        (translate("Actions", "Space"), translate("Actions", "Start or pause")),
        (translate("Actions", "Left and right"), translate("Actions", "Back, skip")),
        (translate("Actions", "R"), translate("Actions", "Repeat")),
        (translate("Actions", "+"), translate("Actions", "More time")),
        (translate("Actions", "E"), translate("Actions", "It has eased: go on")),
        (translate("Actions", "T"), translate("Actions", "Too much: make it gentler")),
        (translate("Actions", "F"), translate("Actions", "Large, for the floor")),
        (translate("Actions", "M"), translate("Actions", "Sound off or on")),
        (translate("Actions", "Page up and down"), translate("Actions", "Scroll the text")),
        (translate("Actions", "Escape"), translate("Actions", "Stop and close")),
    )


def build(parent: QWidget, handlers: Mapping[str, Handler], theme: Theme) -> dict[str, QAction]:
    """An action for every spec, by id, with its handler. Raises KeyError when one has none."""
    made: dict[str, QAction] = {}
    for spec in specs():
        action = QAction(spec.text, parent)
        action.setObjectName(f"action-{spec.id}")
        if spec.shortcut:
            action.setShortcuts([QKeySequence(keys) for keys in (spec.shortcut, *MORE_KEYS.get(spec.id, ()))])
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = spec.tip or spec.text.rstrip(" …")
        action.setToolTip(f"{tip} ({keys})" if keys else tip)
        action.setCheckable(bool(spec.choice))
        handler = handlers[spec.id]
        action.triggered.connect(lambda _=False, handler=handler: handler())
        parent.addAction(action)
        made[spec.id] = action
    wear(made, theme)
    return made


def wear(actions: Mapping[str, QAction], theme: Theme) -> None:
    """Give the actions the icons of a theme."""
    for spec in specs():
        if spec.icon:
            actions[spec.id].setIcon(icon(spec.icon, theme))
