"""What became of a pain, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bodymap.gui.panel.mark_words import rounded_cm2
from bodymap.gui.place_words import lies_words

if TYPE_CHECKING:
    from bodymap.atlas.load import Atlas
    from bodymap.pain.compare import Comparison, Direction, Part, Strength

WORTH_TELLING_CM2 = 1.0


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


def sentences(found: Comparison, atlas: Atlas) -> Iterator[tuple[str, str]]:
    """What is common, new and gone, and how the middle moved: a word and what it says."""
    translate = QCoreApplication.translate
    share = round(found.overlap * 100)
    says = translate("Compare", "{} of skin, {} % of all that is marked in either (Jaccard index {:.2f}).")
    if not found.both.cm2:
        says = translate("Compare", "No skin is marked in both.")
    yield translate("Compare", "In common"), says.format(_cm2(found.both.cm2), share, found.overlap)
    for word, part in ((translate("Compare", "New"), found.new), (translate("Compare", "Gone"), found.gone)):
        if part.cm2 >= WORTH_TELLING_CM2:
            yield word, _part(part, atlas)
    if found.shift is not None:
        yield translate("Compare", "Middle"), _moved(found.shift.cm, found.shift.directions)


def _part(part: Part, atlas: Atlas) -> str:
    where = lies_words(atlas, part.lies)
    return f"{_cm2(part.cm2)}: {where}." if where else f"{_cm2(part.cm2)}."


def _moved(cm: float, directions: tuple[Direction, ...]) -> str:
    translate = QCoreApplication.translate
    if not directions:
        return translate("Compare", "It has not moved.")
    ways = translate("Compare", " and ").join(_direction_words()[each] for each in directions)
    return translate("Compare", "It has moved by {:.1f} cm, {}.").format(cm, ways)


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
