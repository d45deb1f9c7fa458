"""What is said beside the list of sources: which of them together explain the pain, and what is left of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bodymap.gui.flow import FlowLayout
from bodymap.gui.kit import Boxed, button, empty, label
from bodymap.gui.muscle_words import both_names, plain_name
from bodymap.gui.panel.both_sides import both_sides_word
from bodymap.gui.panel.prose import side_word
from bodymap.gui.place_words import lies_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bodymap.atlas.model import Muscle
    from bodymap.body.surface import SurfaceRegion
    from bodymap.engine import Answer, Engine

NEARLY_ALL, MOST = 0.85, 0.6
REMARK_CM2 = 15.0
"""Unexplained skin below this is the blur of a hand-made mark and not worth a remark."""
LEFT_SHARE = 0.15
"""What the set leaves is told from this share of the pain on."""


class TogetherBox(Boxed):
    """The smallest set that explains the drawing. ``chosen(muscle, side)`` asks to open one of it."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("together")
        inner = self.inside
        inner.setSpacing(0)
        self._says = label("", "small", "muted")
        inner.addWidget(self._says)
        names = QWidget()
        self._flow = FlowLayout(names, gap=0)
        inner.addWidget(names)
        self._left = label("", "small", "muted")
        inner.addWidget(self._left)
        self._shown: tuple[tuple[str, str], ...] = ()
        self.hide()

    def show_answer(self, answer: Answer, engine: Engine) -> None:
        """Show the set of an answer; hidden when one source is enough."""
        members = tuple((each.muscle, each.side) for each in answer.together)
        self.setVisible(len(members) > 1)
        if len(members) < 2:
            return
        self._says.setText(self._lead(members).format(self._much(answer.together_explains)))
        if members != self._shown:
            self._shown = members
            empty(self._flow)
            for muscle in dict.fromkeys(muscle for muscle, _ in members):
                self._add(engine.atlas.muscles[muscle], [side for each, side in members if each == muscle])
        left = answer.remainder
        told = left.share >= LEFT_SHARE and left.cm2 >= REMARK_CM2
        self._left.setVisible(told)
        if told:
            says = self.tr("About {} cm² are not explained by them: {}.")
            self._left.setText(says.format(round(left.cm2), places(engine, left.region)))

    def _lead(self, members: Sequence[tuple[str, str]]) -> str:
        if len({muscle for muscle, _ in members}) == 1:
            return self.tr("Both sides of one muscle together explain {}:")
        two = len(members) == 2
        return self.tr("These two together explain {}:") if two else self.tr("These together explain {}:")

    def _add(self, muscle: Muscle, sides: Sequence[str]) -> None:
        """A link to a muscle of the set, once for both sides: to the better one, which comes first."""
        side = sides[0]
        where = (side_word(side) if len(sides) == 1 else both_sides_word()).lower()
        link = button(f"{plain_name(muscle)} · {where}", "link", f"together-{muscle.id}-{side}", both_names(muscle))
        link.setAccessibleName(f"{both_names(muscle)}, {where}")
        link.clicked.connect(lambda: self.chosen.emit(muscle.id, side))
        self._flow.addWidget(link)

    def _much(self, share: float) -> str:
        if share >= NEARLY_ALL:
            return self.tr("nearly all of it")
        return self.tr("most of it") if share >= MOST else self.tr("more of it than one alone")


class RemainderBox(Boxed):
    """The marked skin that no pattern of the atlas reaches, where it lies, and what to do about it."""

    def __init__(self) -> None:
        super().__init__("unexplained")
        self.inside.addWidget(label(self.tr("Not everything fits"), "small"))
        self._text = label("", "small", "muted")
        self.inside.addWidget(self._text)
        self.hide()

    def show_answer(self, answer: Answer, engine: Engine) -> None:
        """Show what an answer leaves unexplained, if it is worth a remark."""
        self.setVisible(answer.unexplained_cm2 >= REMARK_CM2)
        if answer.unexplained_cm2 < REMARK_CM2:
            return
        where = places(engine, answer.unexplained)
        says = self.tr("About {} cm² of what you marked lies in no known pattern").format(round(answer.unexplained_cm2))
        says += f": {where}." if where else "."
        advice = self.tr("If that part is new, strange or does not ease, have it looked at.")
        self._text.setText(f"{says} {advice}")


def places(engine: Engine, region: SurfaceRegion) -> str:
    """The named regions that some skin lies in, the most first."""
    return lies_words(engine.atlas, engine.lies_in(region)) if region.weights.any() else ""
