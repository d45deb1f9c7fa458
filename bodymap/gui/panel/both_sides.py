"""The list of sources with each muscle once: where both sides of it are sources, the better one stands for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from bodymap.gui.panel.prose import side_word

if TYPE_CHECKING:
    from bodymap.body.surface import Surface
    from bodymap.engine import Answer, Source

OWN_SIDE = 0.3
"""The other side is a source of its own when this share 0-1 of what it explains lies on its side of the body; with less
its pattern merely reaches across the middle."""


class Listed(Struct, frozen=True, eq=False):
    """A muscle as the list shows it: the ``source`` on its better side, and its ``other`` side if that is one too.

    ``both``: it may send pain on both sides, and not only across the middle.
    """

    source: Source
    other: Source | None = None
    both: bool = False

    def turned_to(self, side: str) -> Listed:
        """The same, told of the given side where that is a source."""
        if self.other is None or self.source.side == side:
            return self
        return Listed(self.other, self.source, self.both)


def one_a_muscle(answer: Answer, surface: Surface) -> tuple[Listed, ...]:
    """The sources of an answer in their order, each muscle at the place of its better side."""
    sides: dict[str, list[Source]] = {}
    for source in answer.sources:
        sides.setdefault(source.muscle, []).append(source)
    return tuple(_listed(each, answer, surface) for each in sides.values())


def _listed(sides: list[Source], answer: Answer, surface: Surface) -> Listed:
    if len(sides) == 1:
        return Listed(sides[0])
    return Listed(sides[0], sides[1], _on_its_own_side(sides[1], answer, surface))


def _on_its_own_side(source: Source, answer: Answer, surface: Surface) -> bool:
    pain = answer.ranking.pain
    here = surface.side[pain.cells] == (-1 if source.side == "right" else 1)
    return float(source.candidate.cover[here] @ pain.mass[here]) >= OWN_SIDE * source.explains


def sides_word(listed: Listed) -> str:
    """ "Left", "Right" or "Both sides" for the tag of a card."""
    return both_sides_word() if listed.both else side_word(listed.source.side)


def both_sides_word() -> str:
    """ "Both sides" as a word on a tag."""
    return QCoreApplication.translate("Side", "Both sides")


def other_side_words(listed: Listed) -> str:
    """What the side that is not shown explains, as a sentence; nothing where it is no source."""
    other = listed.other
    if other is None:
        return ""
    from bodymap.pain.reasons import percent  # only now: a start comes before the first answer

    translate = QCoreApplication.translate
    on_left = other.side == "left"
    if listed.both:
        says = translate("BothSides", "That is the left side; the right one explains {}.")
        if on_left:
            says = translate("BothSides", "That is the right side; the left one explains {}.")
    else:
        says = translate("BothSides", "The same muscle on the right reaches across the middle: it explains {} of it.")
        if on_left:
            says = translate(
                "BothSides", "The same muscle on the left reaches across the middle: it explains {} of it."
            )
    return says.format(percent(other.explains))
