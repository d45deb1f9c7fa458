"""The keyboard alone: it gets everywhere in the window, and one sees where it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QScrollArea, QWidget

from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.dialogs.safety import SafetyQuestions
from tests.gui.driver import App, answer_all, dialogs
from tests.gui.test_main_job import mark_by_keys, run_to_the_end

KEY = Qt.Key
WHOLE = {"canvas", "musclePage", "playerPanel"}
"""These take keys as a whole: the body shows its crosshair, a page and the player have nothing to be pressed."""


def picture(widget: QWidget) -> QImage:
    """The widget with a little of what is round it."""
    window = widget.window()
    page = widget.parentWidget()
    while page is not None and not isinstance(page, QScrollArea):
        page = page.parentWidget()
    if page is not None:
        page.ensureWidgetVisible(widget)  # as the page itself does for the Tab key
        QApplication.processEvents()
    return window.grab(widget.rect().translated(widget.mapTo(window, QPoint())).adjusted(-3, -3, 3, 3)).toImage()


def stops(app: App) -> list[QWidget]:
    """Where Tab goes from the toolbar until it has been everywhere outside of the body."""
    first = app.find(QWidget, "tool-man")
    first.setFocus(Qt.FocusReason.TabFocusReason)
    found = [first]
    for _ in range(150):
        QTest.keyClick(found[-1], KEY.Key_Tab)
        focus = app.window.focusWidget()
        assert focus is not None
        if focus is first:
            return found
        if focus is not found[-1]:  # on the body Tab goes from mark to mark
            found.append(focus)
    raise AssertionError(f"Tab is caught: {[each.objectName() for each in found[-5:]]}")


@pytest.mark.parametrize("where", ["start", "list", "page", "player"])
def test_one_sees_where_the_keyboard_is(app: App, where: str) -> None:
    app.go_to(where)
    app.parts.document.select_mark(None)
    app.window.resize(1280, 720)  # on a narrower one the toolbar folds
    app.window.activateWindow()
    app.qtbot.waitUntil(app.window.isActiveWindow)
    reached = stops(app)
    wanted = {
        "start": {"helpButton", "tool-view_inner_legs", "searchField"},
        "list": {"source-gluteus_minimus-right"},
        "page": {"backButton", "startButton", "bothSides"},
        "player": {"startButton", "skipButton", "soundButton", "closeButton"},
    }[where]
    assert wanted <= {each.objectName() for each in reached}
    unseen = []
    for each in reached:
        if each.objectName() in WHOLE:
            continue
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        with_focus = picture(each)
        each.clearFocus()
        QApplication.processEvents()
        if with_focus == picture(each):
            unseen.append(each.objectName())
    assert unseen == []
    if where == "player":
        app.player.close_routine()


def test_from_the_mark_to_the_last_page_by_keys(app: App) -> None:
    app.key(KEY.Key_F6)
    mark_by_keys(app)
    app.sources()
    app.key(KEY.Key_F7)
    app.key(KEY.Key_Return)
    start = app.key(KEY.Key_F7)
    assert start.objectName() == "startButton"

    def answer(asked: Dialog) -> None:
        """Tab to the end of each group of questions, say none of these, and go on with the button that has it then."""
        assert isinstance(asked, SafetyQuestions)
        for _ in range(100):
            focus = asked.focusWidget() or asked.questions[0].group.button(0)
            if focus.objectName() == "continue":
                QTest.keyClick(focus, KEY.Key_Return)
                return
            none = focus.objectName().startswith("none-")
            assert none or isinstance(focus, QRadioButton), f"the keyboard went astray to {focus!r}"
            QTest.keyClick(focus, KEY.Key_Return if none else KEY.Key_Tab)
        raise AssertionError("the questions could not be answered by keys")

    with dialogs(("safetyQuestions", answer)):
        QTest.keyClick(start, KEY.Key_Return)
    assert app.window.side.playing
    app.key(KEY.Key_Space)
    run_to_the_end(app)
    app.key(KEY.Key_Return)
    assert not app.window.side.playing
    focus = QApplication.focusWidget()
    assert focus is not None
    assert app.window.panel.isAncestorOf(focus), "back where it was started"


def test_page_keys_scroll_what_can_not_have_the_keyboard(app: App) -> None:
    def read(about: Dialog) -> None:
        button = about.findChild(QWidget, "close")
        assert button is not None
        for key, at in ((KEY.Key_End, about.body_bar.maximum()), (KEY.Key_Home, 0)):
            QTest.keyClick(button, key)
            assert about.body_bar.value() == at
        QTest.keyClick(button, KEY.Key_PageDown)
        assert about.body_bar.value() == about.body_bar.pageStep()
        QTest.keyClick(button, KEY.Key_Escape)

    with dialogs(("about", read)):
        app.window.actions_by_id["about"].trigger()

    app.parts.document.choose("gluteus_minimus", "right")
    app.window.resize(1000, 560)
    with dialogs(("safetyQuestions", answer_all)):
        app.press("startButton")
    details = app.player.findChild(QScrollArea, "stepDetails")
    assert details is not None
    bar = details.verticalScrollBar()
    QApplication.processEvents()
    assert bar.maximum() > 0
    app.key(KEY.Key_End)
    assert bar.value() == bar.maximum()
    app.player.close_routine()
