"""The legend explains what stands on the body now: strengths, and the signs in use, below the body and in the panel."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from bodymap.gui.body_legend import MOST_SIGNS
from bodymap.gui.pain_words import quality_words
from bodymap.gui.panel.legend import STEPS
from bodymap.gui.panel.section import Section
from tests.gui.driver import App
from tests.gui.panel_stage import Stage

WORDS = {str(quality): word for quality, word in quality_words().items()}


def test_the_legend_below_the_body_shows_the_signs_in_use(app: App) -> None:
    legend = app.find(QWidget, "bodyLegend")
    document = app.parts.document
    assert not legend.isVisible()
    canvas_height = app.window.canvas.height()
    mark = document.add_mark(app.engine.places.resolve("right thigh 0.5 lateral"))
    app.qtbot.waitUntil(legend.isVisible)

    def read() -> list[str]:
        return [each.text() for each in legend.findChildren(QLabel)]

    assert read() == ["How strong", *(str(step) for step in STEPS)]
    document.change_mark(mark, qualities=frozenset({"tingling", "burning"}))
    assert read()[-2:] == ["Burning", "Tingling"]
    assert "Burning, Tingling" in legend.accessibleName()
    document.change_mark(mark, qualities=frozenset(WORDS))
    assert read()[-1] == f"+{len(WORDS) - MOST_SIGNS}"
    app.qtbot.waitUntil(lambda: app.window.canvas.height() == canvas_height)  # the body does not jump
    document.change_mark(mark, qualities=frozenset())
    assert read() == ["How strong", *(str(step) for step in STEPS)]
    document.clear()
    assert not legend.isVisible()


def test_the_legend_in_the_panel_shows_only_the_qualities_of_the_drawing(stage: Stage) -> None:
    stage.mark("right thigh 0.5 lateral")
    stage.document.change_mark(stage.document.drawing[0].id, qualities=frozenset({"numb", "deep"}))
    signs = next(each for each in stage.panel.findChildren(Section) if each.objectName() == "section-signs")
    assert "Numb" not in [each.text() for each in signs.findChildren(QLabel) if each.isVisible()]
    stage.press("open-signs")
    shown = [each for each in signs.findChildren(QLabel) if each.isVisible() and each.text() in WORDS.values()]
    assert [each.text() for each in sorted(shown, key=lambda each: each.mapTo(signs, QPoint()).x())] == ["Numb", "Deep"]
