"""What became of a pain, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bodymap.gui.place_words import lies_words

if TYPE_CHECKING:
    from bodymap.atlas.load import Atlas
    from bodymap.pain.compare import Comparison, Direction, Part, Strength

WORTH_TELLING_CM2 = 1.0


def verdict(found: Comparison) -> str:
    """What the overlap allows to say."""
    return {
        "same": _tr("It hurts in the same place."),
        "redrawn": _tr("The place may be the same: two drawings of the very same pain often differ as much."),
        "other": _tr("The place has changed: two drawings of the very same pain share more as a rule."),
    }[found.means]


def rows(found: Comparison) -> Iterator[tuple[str, str, str]]:
    """What can be set side by side: its name, then, now."""
    yield _tr("Skin that hurts"), _cm2(found.before_cm2), _cm2(found.now_cm2)
    before, now = found.strength_before, found.strength_now
    yield _tr("How strong on average"), _mean(before), _mean(now)
    yield _tr("How strong at most"), _most(before), _most(now)


def sentences(found: Comparison, atlas: Atlas) -> Iterator[tuple[str, str]]:
    """What is common, new and gone, and how the middle moved: a word and what it says."""
    share = round(found.overlap * 100)
    says = _tr("{} of skin, {} % of all that is marked in either (Jaccard index {:.2f}).")
    if not found.both.cm2:
        says = _tr("No skin is marked in both.")
    yield _tr("In common"), says.format(_cm2(found.both.cm2), share, found.overlap)
    for word, part in ((_tr("New"), found.new), (_tr("Gone"), found.gone)):
        if part.cm2 >= WORTH_TELLING_CM2:
            yield word, _part(part, atlas)
    if found.shift is not None:
        yield _tr("Middle"), _moved(found.shift.cm, found.shift.directions)


def _part(part: Part, atlas: Atlas) -> str:
    where = lies_words(atlas, part.lies)
    return f"{_cm2(part.cm2)}: {where}." if where else f"{_cm2(part.cm2)}."


def _moved(cm: float, directions: tuple[Direction, ...]) -> str:
    if not directions:
        return _tr("It has not moved.")
    ways = _tr(" and ").join(_direction_words()[each] for each in directions)
    return _tr("It has moved by {:.1f} cm, {}.").format(cm, ways)


def _direction_words() -> dict[Direction, str]:
    return {
        "up": _tr("up"),
        "down": _tr("down"),
        "forward": _tr("to the front"),
        "back": _tr("to the back"),
        "outward": _tr("outward"),
        "inward": _tr("inward"),
        "to the right": _tr("to the right"),
        "to the left": _tr("to the left"),
    }


def _cm2(area: float) -> str:
    return _tr("{} cm²").format(round(area) if area >= 10 else round(area, 1))


def _mean(strength: Strength | None) -> str:
    return _tr("{:.1f} of 10").format(strength.mean) if strength is not None else "–"


def _most(strength: Strength | None) -> str:
    return _tr("{} of 10").format(strength.strongest) if strength is not None else "–"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Compare", text)
