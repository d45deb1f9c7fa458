"""Then and now: what the dialog shows and says of two drawings."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.gui.compare.dialog import CompareDialog
from bodymap.gui.compare.look import paint_now, paint_then
from bodymap.gui.compare.picture import ComparePicture
from bodymap.gui.compare.seen import MOST_VIEWS, seen_on_views
from bodymap.gui.compare.words import rows, sentences, verdict
from bodymap.gui.theme import DARK, LIGHT, Theme
from bodymap.pain.compare import Comparison, compare
from bodymap.pain.drawing import Mark, spot


def mark(engine: Engine, place: str, radius_cm: float = 4.0, intensity: int = 5) -> Mark:
    made = spot(engine.surface, 1, engine.places.resolve(place), radius_cm)
    return replace(made, intensity=intensity)


def said(engine: Engine, found: Comparison) -> dict[str, str]:
    return {each.word: each.says for each in sentences(found, engine.atlas, engine.surface)}


@pytest.fixture
def dialog(engine: Engine, qtbot: QtBot) -> CompareDialog:
    before = (mark(engine, "right thigh 0.5 lateral", 5), mark(engine, "right leg 0.4 lateral", 4, 7))
    now = (mark(engine, "right thigh 0.6 lateral", 6, 6), mark(engine, "right thigh 0.1 posterior"))
    made = CompareDialog(engine, before, now, "last week", LIGHT)
    qtbot.addWidget(made)
    made.resize(940, 640)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_same_drawing_has_not_changed(engine: Engine) -> None:
    here = (mark(engine, "right thigh 0.5 lateral"),)
    found = compare(engine.compiled, here, here)
    assert verdict(found) == "It hurts in the same place."
    told = said(engine, found)
    assert "100 %" in told["In common"]
    assert told["Moved"] == "Hardly: less than a centimetre."
    assert not {"New", "Gone"} & set(told)
    assert all(then == now for _, then, now in rows(found))


def test_what_is_new_gone_and_moved_is_told_in_words(engine: Engine) -> None:
    before, now = (mark(engine, "right thigh 0.4 lateral"),), (mark(engine, "right thigh 0.7 lateral", intensity=8),)
    found = compare(engine.compiled, before, now)
    told = said(engine, found)
    assert "thigh" in told["New"]
    assert "thigh" in told["Gone"]
    assert re.fullmatch(r"About 1\d cm down\.", told["Moved"])
    assert told["In common"] == "No skin is marked in both."
    assert "changed" in verdict(found)
    values = {name: (then, now) for name, then, now in rows(found)}
    assert values["How strong at most"] == ("5 of 10", "8 of 10")


def test_how_far_it_moved_is_told_of_one_place_only(engine: Engine, qtbot: QtBot) -> None:
    one, other = mark(engine, "right thigh 0.3 lateral"), mark(engine, "left thigh 0.3 lateral")
    beside = mark(engine, "right thigh 0.4 lateral")
    lower = mark(engine, "right leg 0.3 lateral")
    for before, now, told in (
        ((one,), (lower,), True),
        ((one, beside), (lower,), True),  # two marks that touch are one place
        ((one, other), (lower,), False),
        ((lower,), (one, other), False),
    ):
        found = compare(engine.compiled, before, now)
        assert ("Moved" in said(engine, found)) == told
        assert found.shift is not None
    made = CompareDialog(engine, (one,), (lower,), "x", LIGHT)
    qtbot.addWidget(made)
    hover = {each.text(): each.toolTip() for each in made.findChildren(QLabel)}
    assert "straight line" in hover["Moved"]
    assert "straight line" in hover[said(engine, compare(engine.compiled, (one,), (lower,)))["Moved"]]
    assert "Jaccard index: 0.00" in hover["In common"]
    assert not any("Jaccard" in text for text in hover)
    made.done(0)


def test_only_views_that_tell_something_are_shown(engine: Engine) -> None:
    seen = seen_on_views(engine, (mark(engine, "right thigh 0.5 lateral"),), (mark(engine, "right thigh 0.6 lateral"),))
    names = [each.view.id for each in seen]
    assert "right" in names
    assert "left" not in names
    assert len(seen) <= MOST_VIEWS
    for each in seen:
        either = each.then.boundingRect().united(each.now.boundingRect())
        assert each.bounds.adjusted(-0.1, -0.1, 0.1, 0.1).contains(either)


def test_an_empty_side_is_no_error(engine: Engine, qtbot: QtBot) -> None:
    here = (mark(engine, "right thigh 0.5 lateral"),)
    for before, now in ((here, ()), ((), here), ((), ())):
        made = CompareDialog(engine, before, now, "x", DARK)
        qtbot.addWidget(made)
        assert not made.grab().isNull()
        assert any("cm²" in each.text() for each in made.findChildren(QLabel))
        made.done(0)


def test_both_ways_of_looking_show_both_drawings(dialog: CompareDialog, qtbot: QtBot) -> None:
    def shown() -> list[ComparePicture]:
        return [each for each in dialog.findChildren(ComparePicture) if each.isVisible()]

    assert len(shown()) == 1
    over = shown()[0].grab().toImage()
    beside = dialog.findChild(QPushButton, "compare-beside")
    assert isinstance(beside, QPushButton)
    beside.click()
    QApplication.processEvents()
    then, now = (each.grab().toImage() for each in shown())
    assert inked(over, LIGHT) > 200
    assert inked(now, LIGHT) > 50
    assert inked(then, LIGHT) == 0
    words = [each.text() for each in dialog.findChildren(QLabel)]
    assert "Then: last week" in words


def inked(image: QImage, theme: Theme) -> int:
    """Pixels of the pure colour of a mark's edge."""
    wanted = theme.mark.rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_then_and_now_can_be_told_apart_without_colour(theme: Theme, qapp: QApplication) -> None:
    """Now is even, then is hatched: on grey, the one has one tone inside, the other at least two far apart."""
    spread = {}
    for name, paint in (("now", paint_now), ("then", paint_then)):
        image = QImage(60, 60, QImage.Format.Format_RGB32)
        image.fill(theme.body_light)
        painter = QPainter(image)
        path = QPainterPath()
        path.addRect(QRectF(4, 4, 52, 52))
        paint(painter, path, theme, 1.0)
        painter.end()
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        tones = {grey.pixelColor(x, y).lightness() for x in range(15, 45) for y in range(15, 45)}
        spread[name] = max(tones) - min(tones)
    assert spread["now"] == 0
    assert spread["then"] > 90
