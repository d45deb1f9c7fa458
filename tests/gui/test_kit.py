"""The parts that pages are made of: nothing is cut off, and a page scrolls only when its text needs it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from bodymap.gui.kit import CardButton, Page, card, label, row

TEXT = "Pressing should feel like a good, bearable ache. Stop if it gets worse, tingles or goes numb. "


def a_page() -> Page:
    """Long texts in all the ways that pages hold them."""
    page = Page()
    page.body.addWidget(label(TEXT, "title"))
    frame, inside = card()
    inside.addWidget(label(TEXT * 2))
    line = row()
    line.addWidget(label("•", wrap=False))
    line.addWidget(label(TEXT, "small"), 1)
    inside.addLayout(line)
    page.body.addWidget(frame)
    pressed = CardButton()
    pressed.add(label(TEXT * 2))
    page.body.addWidget(pressed)
    page.body.addStretch(1)
    return page


def shown(qtbot: QtBot, width: int, height: int) -> Page:
    page = a_page()
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("width", [240, 300, 420, 700])
@pytest.mark.parametrize("height", [160, 2000])
def test_every_text_has_the_room_it_needs(qtbot: QtBot, width: int, height: int) -> None:
    page = shown(qtbot, width, height)
    for said in page.inner.findChildren(QLabel):
        if said.wordWrap():
            assert said.height() >= said.heightForWidth(said.width()), said.text()[:30]
    last = page.inner.findChildren(CardButton)[0].geometry().bottom()
    assert last <= page.inner.height()


@pytest.mark.parametrize("width", [240, 300, 420, 700])
def test_a_page_scrolls_only_when_it_must(qtbot: QtBot, width: int) -> None:
    tall = shown(qtbot, width, 2000)
    needed = tall.body.totalHeightForWidth(width)
    fitting = shown(qtbot, width, needed)
    assert fitting.verticalScrollBar().maximum() == 0
    low = shown(qtbot, width, needed - 40)
    assert 40 <= low.verticalScrollBar().maximum() < 160, "the bar takes some of the width, and so makes more lines"


def test_a_narrow_page_shows_every_line(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    texts = [label("A sentence that wraps into more lines than it would like to. " * 6) for _ in range(5)]
    for each in texts:
        page.body.addWidget(each)
    page.resize(260, 300)
    with qtbot.waitExposed(page):
        page.show()
    for each in texts:
        assert each.height() >= each.heightForWidth(each.width())
    assert texts[0].y() < 60, "and begins at the top"
