"""A screen reader that listens, and how it walks through what there is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface


def listening() -> Iterator[None]:
    """Qt tells changes only while a screen reader is there; the body of a fixture."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def children(of: QAccessibleInterface) -> list[QAccessibleInterface]:
    """What lies directly inside."""
    return [each for each in (of.child(at) for at in range(of.childCount())) if each is not None]
