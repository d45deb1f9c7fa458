"""Places and marks in the words that a screen reader says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bodymap.gui.pain_words import quality_words, timing_words
from bodymap.pain.drawing import MAX_INTENSITY, Mark


def mark_words(mark: Mark) -> str:
    """A mark with its place: "Right outer thigh, marked, 6 of 10, tingling, at night"."""
    return f"{mark.label}, {marked_words([mark])}"


def marked_words(marks: Sequence[Mark]) -> str:
    """How a place is marked: "marked, 6 of 10, tingling"; several marks with the strongest first."""
    translate = QCoreApplication.translate
    strongest_first = sorted(marks, key=lambda mark: (-mark.intensity, mark.id))
    said = [", ".join((strength_words(mark.intensity), *_manner(mark))) for mark in strongest_first]
    return ", ".join((translate("Access", "marked"), translate("Access", " and ").join(said)))


def strength_words(intensity: int) -> str:
    """How strong a pain is: "6 of 10"."""
    return QCoreApplication.translate("Access", "{} of {}").format(intensity, MAX_INTENSITY)


def size_words(radius_cm: float) -> str:
    """How large a spot is: "3.5 centimetres across"; the diameter is easier to imagine than the radius."""
    return QCoreApplication.translate("Access", "{} centimetres across").format(f"{2 * radius_cm:g}")


def _manner(mark: Mark) -> list[str]:
    """What a mark feels like, when, and whether something is written beside it."""
    said = [word for quality, word in quality_words().items() if quality in mark.qualities]
    said += [word for timing, word in timing_words().items() if timing in mark.timing]
    if mark.note:
        said.append(QCoreApplication.translate("Access", "With a note"))
    return [word[:1].lower() + word[1:] for word in said]
