"""A person draws a pain down the side of the leg: how many actions it takes, and how long at a human pace."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QSlider, QWidget

from bodymap.gui.canvas.canvas import BodyCanvas
from tests.gui.canvas_stage import LEFT, pixel
from tests.gui.driver import App

AIM_SECONDS = 1.1
"""To find a target and get there, for somebody who isn't quick with a mouse."""
CLICK_SECONDS = 0.3
DRAW_PX_PER_SECOND = 150.0
LOOK_SECONDS = 1.5
"""To look at what came of it before the next action."""


@dataclass
class Hands:
    """Does what a person does, and counts how often and how long."""

    app: App
    actions: int = 0
    seconds: float = 0.0
    told: list[str] = field(default_factory=list)

    @property
    def canvas(self) -> BodyCanvas:
        return self.app.window.canvas

    def _acted(self, what: str, seconds: float) -> None:
        self.actions += 1
        self.seconds += AIM_SECONDS + seconds + LOOK_SECONDS
        self.told.append(what)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        self.app.qtbot.mouseClick(widget, LEFT, pos=at or widget.rect().center())
        self._acted(f"click {widget.objectName()}", CLICK_SECONDS)

    def paint(self, view: str, places: list[str]) -> None:
        engine = self.app.parts.document.engine
        assert engine is not None
        way = [pixel(self.canvas, view, place, engine) for place in places]  # type: ignore[arg-type] # the real engine
        bot, port = self.app.qtbot, self.canvas.viewport()
        bot.mouseMove(port, way[0])
        bot.mousePress(port, LEFT, pos=way[0])
        length = 0.0
        for before, after in pairwise(way):
            bot.mouseMove(port, after)
            length += float((after - before).manhattanLength())
        bot.mouseRelease(port, LEFT, pos=way[-1])
        self._acted(f"paint on the {view}", CLICK_SECONDS + length / DRAW_PX_PER_SECOND)


def test_a_pain_down_the_side_of_the_leg_is_drawn_over_two_views_in_few_actions(app: App) -> None:
    hands, window, document = Hands(app), app.window, app.parts.document
    hands.click(window.findChild(QWidget, "tool-tool_brush"))
    hands.paint("right", [f"right thigh {0.02 + 0.94 * step / 20:.3f} lateral" for step in range(21)])
    hands.paint("right", [f"right leg {step / 20:.3f} lateral" for step in range(19)])
    hands.paint("back", [f"right thigh {t} {angle}" for t, angle in (("0.1", 120), ("0.05", 135), ("0.02", 150))])
    hands.click(window.findChild(QPushButton, "describeMarks"))
    slider = window.findChild(QSlider, "intensity-1")
    hands.click(slider, QPoint(round(slider.width() * 0.75), slider.height() // 2))
    hands.click(window.findChild(QWidget, "quality-1-aching"))
    hands.click(window.findChild(QWidget, "quality-1-tingling"))
    assert len(document.drawing) == 1, "strokes that begin on a mark belong to it"
    mark = document.drawing[0]
    assert {stroke.view for stroke in mark.strokes} == {"right", "back"}
    assert mark.intensity >= 6
    assert mark.qualities == {"aching", "tingling"}
    assert document.answer is not None
    assert document.answer.sources[0].muscle == "gluteus_minimus"
    assert document.answer.sources[0].side == "right"
    assert hands.actions < 12, hands.told
    assert hands.seconds < 40.0, hands.seconds
    app.qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.drawing[0].qualities == {"aching"}
