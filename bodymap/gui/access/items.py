"""Things on the screen that are no widgets, as objects that a screen reader can find, name, reach and use.

Qt asks for an accessible interface of any QObject that it hears of; ours are made in Python and handed over by a
factory. What has to be heeded (PySide 6.11 crashes otherwise): an interface belongs to a QObject and dies with it, so
an item is a QObject that lives as long as what it stands for; and ``interface_cast`` must give a ``VoidPtr``, also for
"none", because a number or None is taken for the address of an object.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from msgspec import Struct, field
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QAccessibleObject
from shiboken6 import VoidPtr, getCppPointer

PRESS, FOCUS, MORE, LESS = "Press", "SetFocus", "Increase", "Decrease"
"""Names of actions that screen readers know (QAccessibleActionInterface.pressAction() and so on)."""


class Told(Struct, frozen=True):
    """What an item says of itself, asked for anew each time.

    ``rect`` is where it is on the screen in pixels; ``actions`` what can be done with it, by name; ``focused`` whether
    it has the keyboard, ``selected`` whether it is the chosen one.
    """

    role: QAccessible.Role
    name: Callable[[], str]
    rect: Callable[[], QRect]
    children: Callable[[], Sequence[QObject]] = tuple
    description: Callable[[], str] = str
    actions: Mapping[str, Callable[[], object]] = field(default_factory=dict)
    focused: Callable[[], bool] = bool
    selected: Callable[[], bool] = bool


class AccessItem(QObject):
    """Something that is no widget. Its ``owner`` is the widget or item that it is part of."""

    def __init__(self, told: Told, owner: QObject) -> None:
        super().__init__(owner)
        self.told = told
        self.owner = owner
        register(AccessItem, ItemInterface)


class ItemActions(QAccessibleActionInterface):
    """What can be done with an item."""

    def __init__(self, item: AccessItem) -> None:
        super().__init__()
        self._item = item

    def actionNames(self) -> list[str]:
        """Names of the actions."""
        return list(self._item.told.actions)

    def doAction(self, action: str) -> None:
        """Do it."""
        does = self._item.told.actions.get(action)
        if does is not None:
            does()

    def keyBindingsForAction(self, action: str) -> list[str]:
        """The keys of the body are the same everywhere; they stand on the sheet of keys."""
        return []


class ItemInterface(QAccessibleObject):
    """The face of an item towards screen readers."""

    def __init__(self, item: AccessItem) -> None:
        super().__init__(item)
        self._item = item
        self._actions = ItemActions(item)
        self._nothing = VoidPtr(0)
        self._pointer = VoidPtr(getCppPointer(self._actions)[0]) if item.told.actions else self._nothing

    def interface_cast(self, arg__1: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]  # see above
        """The interface for its actions, if it has any; no other."""
        return self._pointer if arg__1 == QAccessible.InterfaceType.ActionInterface else self._nothing

    def role(self) -> QAccessible.Role:
        """What kind of thing it is."""
        return self._item.told.role

    def text(self, t: QAccessible.Text) -> str:
        """Its name and description."""
        if t == QAccessible.Text.Name:
            return self._item.told.name()
        return self._item.told.description() if t == QAccessible.Text.Description else ""

    def state(self) -> QAccessible.State:
        """What holds for it now."""
        made, told = QAccessible.State(), self._item.told
        if FOCUS in told.actions:
            made.focusable = made.selectable = True
            made.focused, made.selected = told.focused(), told.selected()
        return made

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self._item.told.rect()

    def parent(self) -> QAccessibleInterface:
        """What it is part of."""
        return QAccessible.queryAccessibleInterface(self._item.owner)

    def childCount(self) -> int:
        """How many parts it has."""
        return len(self._item.told.children())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # none
        """One of its parts."""
        return face(self._item.told.children(), index)

    def indexOfChild(self, arg__1: QAccessibleInterface) -> int:
        """The place of one of its parts, -1 for what is none."""
        return index_of(self._item.told.children(), arg__1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # none
        """The part at a place of the screen."""
        children = self._item.told.children()
        return next(
            (each for each in map(QAccessible.queryAccessibleInterface, children) if each.rect().contains(x, y)), None
        )


def face(children: Sequence[QObject], index: int) -> QAccessibleInterface | None:
    """The face of one of these objects; None beyond their end."""
    return QAccessible.queryAccessibleInterface(children[index]) if 0 <= index < len(children) else None


def index_of(children: Sequence[QObject], wanted: QAccessibleInterface) -> int:
    """Which of these objects a face belongs to, -1 for none of them."""
    known = wanted.object()
    return next((index for index, each in enumerate(children) if each is known), -1)


Kind = TypeVar("Kind", bound=QObject)
_MAKERS: dict[type[QObject], Callable[[Any], QAccessibleInterface]] = {}


def register(kind: type[Kind], make: Callable[[Kind], QAccessibleInterface]) -> None:
    """Let Qt make the faces of all objects of exactly this class with ``make``."""
    _MAKERS[kind] = make
    _install()


@cache
def _install() -> None:
    """Hand the factory to Qt, once: it can't be taken back."""
    QAccessible.installFactory(_face_of)


def _face_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    make = _MAKERS.get(type(thing))
    return make(thing) if make is not None else None
