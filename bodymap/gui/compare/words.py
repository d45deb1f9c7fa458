"""What became of a pain, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from bodymap.body.field import connected
from bodymap.gui.panel.mark_words import rounded_cm2
from bodymap.gui.place_words import lies_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bodymap.atlas.load import Atlas
    from bodymap.body.surface import Surface
    from bodymap.pain.compare import Comparison, Direction, Part, Shift, Strength

WORTH_TELLING_CM2 = 1.0
HANGS_TOGETHER = 0.95
"""A drawing is in one place when its largest piece holds this share of its skin: a slip of the brush is no place."""


def verdict(found: Comparison) -> str:
    """What the overlap allows to say."""
    translate = QCoreApplication.translate
    return {
        "same": translate("Compare", "It hurts in the same place."),
        "redrawn": translate(
            "Compare", "The place may be the same: two drawings of the very same pain often differ as much."
        ),
        "other": translate(
            "Compare", "The place has changed: two drawings of the very same pain share more as a rule."
        ),
    }[found.means]


def rows(found: Comparison) -> Iterator[tuple[str, str, str]]:
    """What can be set side by side: its name, then, now."""
    translate = QCoreApplication.translate
    yield translate("Compare", "Skin that hurts"), _cm2(found.before_cm2), _cm2(found.now_cm2)
    before, now = found.strength_before, found.strength_now
    yield translate("Compare", "How strong on average"), _mean(before), _mean(now)
    yield translate("Compare", "How strong at most"), _most(before), _most(now)


class Told(Struct, frozen=True):
    """A line: the ``word`` before it, what it ``says``, and what it ``means`` for whoever asks by resting on it."""

    word: str
    says: str
    means: str = ""


def sentences(found: Comparison, atlas: Atlas, surface: Surface) -> Iterator[Told]:
    """What is common, new and gone; and how far it moved, where it was in one place and is in one place."""
    translate = QCoreApplication.translate
    says = translate("Compare", "No skin is marked in both.")
    if found.both.cm2:
        says = translate("Compare", "{} of skin, {} % of all that is marked in either.")
        says = says.format(_cm2(found.both.cm2), round(found.overlap * 100))
    means = translate("Compare", "Researchers call this share the Jaccard index: {:.2f} here.").format(found.overlap)
    yield Told(translate("Compare", "In common"), says, means)
    for word, part in ((translate("Compare", "New"), found.new), (translate("Compare", "Gone"), found.gone)):
        if part.cm2 >= WORTH_TELLING_CM2:
            yield Told(word, _part(part, atlas))
    places = [found.both.region.weights + each.region.weights for each in (found.gone, found.new)]
    if found.shift is not None and all(one_place(surface, each) for each in places):
        means = translate(
            "Compare",
            "From the middle of what was marked then to the middle of what is marked now, in a straight line on a "
            "model body. “Outward” is away from the middle of the body.",
        )
        yield Told(translate("Compare", "Moved"), _moved(found.shift), means)


def one_place(surface: Surface, weights: NDArray[np.float32]) -> bool:
    """Whether nearly all marked skin, ``weights`` (C,), hangs together; a middle between two places means nothing."""
    skin = weights * surface.area
    largest = connected(surface, weights > 0, np.array([int(skin.argmax())]))
    return float(skin[largest].sum()) >= HANGS_TOGETHER * float(skin.sum())


def _part(part: Part, atlas: Atlas) -> str:
    where = lies_words(atlas, part.lies)
    return f"{_cm2(part.cm2)}: {where}." if where else f"{_cm2(part.cm2)}."


def _moved(shift: Shift) -> str:
    translate = QCoreApplication.translate
    if not shift.directions:
        return translate("Compare", "Hardly: less than a centimetre.")
    ways = translate("Compare", " and ").join(_direction_words()[each] for each in shift.directions)
    return translate("Compare", "About {} cm {}.").format(round(shift.cm), ways)


def _direction_words() -> dict[Direction, str]:
    translate = QCoreApplication.translate
    return {
        "up": translate("Compare", "up"),
        "down": translate("Compare", "down"),
        "forward": translate("Compare", "to the front"),
        "back": translate("Compare", "to the back"),
        "outward": translate("Compare", "outward"),
        "inward": translate("Compare", "inward"),
        "to the right": translate("Compare", "to the right"),
        "to the left": translate("Compare", "to the left"),
    }


def _cm2(area: float) -> str:
    return QCoreApplication.translate("Compare", "{} cm²").format(rounded_cm2(area))


def _mean(strength: Strength | None) -> str:
    translate = QCoreApplication.translate
    return translate("Compare", "{:.1f} of 10").format(strength.mean) if strength is not None else "–"


def _most(strength: Strength | None) -> str:
    translate = QCoreApplication.translate
    return translate("Compare", "{} of 10").format(strength.strongest) if strength is not None else "–"
