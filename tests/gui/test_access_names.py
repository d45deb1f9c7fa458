"""Everything that can be used in the window has a name, for those who can't see it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.access_stage import children, listening
from tests.gui.driver import App, answer_all, dialogs

KEY, NAME = Qt.Key, QAccessible.Text.Name


@pytest.fixture(autouse=True)
def somebody_listens(qapp: QApplication) -> Iterator[None]:
    """Somebody uses a screen reader."""
    yield from listening()


def everything(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that can be seen of a window, as a screen reader would walk through it."""
    if of.state().invisible:
        return
    yield of
    for each in children(of):
        yield from everything(each)


USED = {
    QAccessible.Role.PushButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Slider,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.ListItem,
    QAccessible.Role.List,
    QAccessible.Role.Link,
    QAccessible.Role.MenuItem,
    QAccessible.Role.ToolBar,
    QAccessible.Role.Dialog,
}
"""Roles of things that one uses: none of them may be without a name."""


def nameless(window: QWidget) -> list[str]:
    """Things that one uses and that have no name."""
    found = []
    for each in everything(QAccessible.queryAccessibleInterface(window)):
        used = each.role() in USED or (each.state().focusable and each.actionInterface() is not None)
        thing = each.object()
        whole = isinstance(thing, QWidget) and thing.focusPolicy() == Qt.FocusPolicy.NoFocus
        if used and not each.text(NAME).strip() and not (whole and each.role() not in USED):
            found.append(f"{each.role().name} {thing.metaObject().className() if thing else ''} {thing.objectName()}")
    return found


@pytest.mark.parametrize("where", ["start", "list", "page", "player", "search"])
def test_everything_in_the_window_has_a_name(app: App, where: str) -> None:
    if where != "search":
        app.go_to(where)
    else:
        app.window.panel.focus_search()
        QTest.keyClicks(app.find(QWidget, "searchField"), "calf")
        QApplication.processEvents()
    there = [each.role() for each in everything(QAccessible.queryAccessibleInterface(app.window))]
    assert len(there) > 100, "the whole window was walked"
    assert nameless(app.window) == []
    if where == "player":
        app.player.close_routine()


@pytest.mark.parametrize("which", ["keys", "about", "notice", "answers"])
def test_everything_in_a_dialog_has_a_name(app: App, which: str) -> None:
    opened = {"keys": "keySheet", "about": "about", "notice": "notice", "answers": "safetyQuestions"}[which]
    found: list[list[str]] = []

    def look(dialog: QWidget) -> None:
        found.append(nameless(dialog))
        QTest.keyClick(dialog, KEY.Key_Escape)

    with dialogs((opened, look)):
        app.window.actions_by_id[which].trigger()
    assert found == [[]]


def test_the_clock_tells_steps_and_not_seconds(app: App) -> None:
    app.parts.document.choose("gluteus_minimus", "right")
    with dialogs(("safetyQuestions", answer_all)):
        app.press("startButton")
    app.key(KEY.Key_Space)
    ring = next(each for each in app.player.findChildren(QWidget, "clockRing") if each.isVisible())
    heard: list[str] = []
    while not heard or ring.accessibleName() == heard[-1]:
        heard.append(ring.accessibleName())
        app.clock.pass_(1.0)
        app.player.conductor.look()
    assert heard[0]
    assert len(heard) >= 3, "seconds go by and nothing is said"
    app.player.close_routine()
