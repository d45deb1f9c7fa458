"""One ranked source as a card that can be pressed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from bodymap.gui.kit import CardButton, column, label, row
from bodymap.gui.panel.prose import side_word
from bodymap.gui.panel.strength import StrengthBar, strength_word

if TYPE_CHECKING:
    from bodymap.atlas.model import Muscle
    from bodymap.engine import Source
    from bodymap.gui.theme import Theme

REASONS_SHOWN = 3


class SourceCard(CardButton):
    """A muscle that may send the pain: its names, side, strength and the reasons in plain words."""

    def __init__(
        self, rank: int, candidate: Source, muscle: Muscle, theme: Theme, strength: float, *, brief: bool
    ) -> None:
        super().__init__()
        self.muscle, self.side = candidate.muscle, candidate.side
        self.setObjectName(f"source-{candidate.muscle}-{candidate.side}")
        points = _point_names(candidate.trigger_points, muscle)
        word = strength_word(strength)
        reasons = [reason.text for reason in candidate.reasons][: 1 if brief else REASONS_SHOWN]
        self.add(self._head(candidate, muscle))
        self.add(label(f"{muscle.name} · {points}" if points else muscle.name, "small", "muted"))
        self.add(self._strength(strength, word, theme, candidate.stable))
        for reason in reasons:
            self.add(label(reason, "small"))
        self.setAccessibleName(
            self.tr("{rank}. {plain}, {name}, {side}. {strength}.").format(
                rank=rank, plain=muscle.plain, name=muscle.name, side=side_word(candidate.side), strength=word
            )
        )
        self.setAccessibleDescription(" ".join(reasons))

    def _head(self, candidate: Source, muscle: Muscle) -> QWidget:
        line = QWidget()
        inner = row(line, 1.0)
        name = label(capital(muscle.plain), "heading")
        inner.addWidget(name, 1)
        inner.addWidget(tag(side_word(candidate.side)), 0)
        return line

    def _strength(self, strength: float, word: str, theme: Theme, stable: bool | None) -> QWidget:
        box = QWidget()
        inner = column(box, 0.5, (0, 0.25, 0, 0.25))
        line = row(gap=1.25)
        line.addWidget(StrengthBar(strength, theme), 1)
        line.addWidget(label(word, "small", "accent", wrap=False), 0)
        inner.addLayout(line)
        if stable is False:
            inner.addWidget(label(self.tr("Depends on exactly where you mark it"), "small", "muted"))
        return box


def tag(text: str) -> QLabel:
    """A word in a small rounded box."""
    made = label(text, "small", "tag", wrap=False)
    made.setSizePolicy(made.sizePolicy().Policy.Fixed, made.sizePolicy().Policy.Fixed)
    return made


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def _point_names(points: Sequence[str], muscle: Muscle) -> str:
    if len(muscle.trigger_points) < 2:
        return ""
    names = {point.id: point.name for point in muscle.trigger_points}
    return ", ".join(names[point] for point in points[:2] if point in names)
