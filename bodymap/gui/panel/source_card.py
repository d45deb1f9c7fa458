"""One ranked source as a card that can be pressed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from bodymap.gui.kit import CardButton, column, label, row
from bodymap.gui.muscle_words import plain_name
from bodymap.gui.panel.both_sides import Listed, other_side_words, sides_word
from bodymap.gui.panel.strength import StrengthBar, strength_word, widest_word

if TYPE_CHECKING:
    from bodymap.atlas.model import Muscle
    from bodymap.engine import Source
    from bodymap.gui.theme import Theme

REASONS_SHOWN = 3


class SourceCard(CardButton):
    """A muscle that may send the pain: its names, side or sides, strength and the reasons in plain words.

    ``side`` is the one that the card opens. It can be shown another source: making a card takes many times as long.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.muscle, self.side = "", ""
        self._unstable = False
        self._name = label("", "heading")
        self._side = tag("")
        self._latin = label("", "small", "muted")
        self._bar = StrengthBar(0.0, theme)
        self._word = label("", "small", "accent", wrap=False)
        self._word.setMinimumWidth(widest_word(self._word.fontMetrics()))  # or bars below each other differ in length
        self._word.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._drawn = label(self.tr("Depends on how you drew it"), "small", "muted")
        self._reasons: list[QLabel] = []
        self.add(self._head())
        self.add(self._latin)
        self.add(self._strength())

    def _head(self) -> QWidget:
        line = QWidget()
        inner = row(line, 1.0)
        inner.addWidget(self._name, 1)
        inner.addWidget(self._side, 0)
        return line

    def _strength(self) -> QWidget:
        box = QWidget()
        inner = column(box, 0.5, (0, 0.25, 0, 0.25))
        line = row(gap=1.25)
        line.addWidget(self._bar, 1)
        line.addWidget(self._word, 0)
        inner.addLayout(line)
        inner.addWidget(self._drawn)
        return box

    def show_source(self, rank: int, listed: Listed, muscle: Muscle, *, brief: bool) -> None:
        """Show a source at its place in the list; ``brief`` with one reason only."""
        source = listed.source
        same = (self.muscle, self.side) == (source.muscle, source.side)
        if source.stable is not None or not same:  # while it is worked out anew, what was known stays: nothing jumps
            self._unstable = source.stable is False
        self.muscle, self.side = source.muscle, source.side
        self.setObjectName(f"source-{source.muscle}-{source.side}")
        points = _point_names(source.trigger_points, muscle)
        word, side = strength_word(source.score), sides_word(listed)
        reasons = reasons_told(listed, brief=brief)
        self._name.setText(plain_name(muscle))
        self._side.setText(side)
        self._latin.setText(f"{muscle.name} · {points}" if points else muscle.name)
        self._bar.show_score(source.score)
        self._word.setText(word)
        self._drawn.setVisible(self._unstable)
        self._show_reasons(reasons)
        self.setToolTip(drawn_tip() if self._unstable else "")
        self.setAccessibleName(
            self.tr("{rank}. {plain}, {name}, {side}. {strength}.").format(
                rank=rank, plain=muscle.plain, name=muscle.name, side=side, strength=word
            )
        )
        self.setAccessibleDescription(" ".join([*reasons, *([self._drawn.text() + "."] if self._unstable else [])]))

    def _show_reasons(self, texts: Sequence[str]) -> None:
        while len(self._reasons) < len(texts):
            self._reasons.append(label("", "small"))
            self.add(self._reasons[-1])
        for index, line in enumerate(self._reasons):
            line.setText(texts[index] if index < len(texts) else "")
            line.setVisible(index < len(texts))


def reasons_shown(source: Source, *, brief: bool = False) -> list[str]:
    """The reasons that a card has room for; how often a source is found is always among them, unless ``brief``."""
    often = [reason.text for reason in source.reasons if reason.kind == "frequency"]
    others = [reason.text for reason in source.reasons if reason.kind not in ("frequency", "drawing")]
    return others[:1] if brief else [*others[:REASONS_SHOWN], *often]


def reasons_told(listed: Listed, *, brief: bool = False) -> list[str]:
    """The same, and what the other side explains; that its pattern only reaches across is too much when ``brief``."""
    reasons = reasons_shown(listed.source, brief=brief)
    said = other_side_words(listed) if listed.both or not brief else ""
    if not said:
        return reasons
    share = next((each.text for each in listed.source.reasons if each.kind in ("explains", "spillover")), "")
    after = reasons.index(share) + 1 if share in reasons else len(reasons)
    return [*reasons[:after], said, *reasons[after:]]


def drawn_tip() -> str:
    """What it means that a place in the list depends on how the pain was drawn."""
    return QCoreApplication.translate(
        "SourceCard",
        "Nobody draws the same pain twice alike. Drawn again, this muscle may come higher or lower in the list, "
        "so look at its neighbours too.",
    )


def tag(text: str) -> QLabel:
    """A word in a small rounded box."""
    made = label(text, "small", "tag", wrap=False)
    made.setSizePolicy(made.sizePolicy().Policy.Fixed, made.sizePolicy().Policy.Fixed)
    return made


def _point_names(points: Sequence[str], muscle: Muscle) -> str:
    if len(muscle.trigger_points) < 2:
        return ""
    names = {point.id: point.name for point in muscle.trigger_points}
    return ", ".join(names[point] for point in points[:2] if point in names)
