"""What pain feels like and when, in the person's words: written beside a mark, and said by a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from bodymap.atlas.model import Quality


def quality_words() -> dict[Quality, str]:
    """What pain can feel like, in the person's words."""
    translate = QCoreApplication.translate
    return {
        "aching": translate("Qualities", "Aching"),
        "deep": translate("Qualities", "Deep"),
        "burning": translate("Qualities", "Burning"),
        "tingling": translate("Qualities", "Tingling"),
        "numb": translate("Qualities", "Numb"),
        "sharp": translate("Qualities", "Sharp"),
        "throbbing": translate("Qualities", "Throbbing"),
        "stiff": translate("Qualities", "Stiff"),
        "cramping": translate("Qualities", "Cramping"),
        "weak": translate("Qualities", "Weak"),
        "swollen": translate("Qualities", "Swollen"),
        "hot": translate("Qualities", "Hot"),
    }


def timing_words() -> dict[str, str]:
    """When a mark can hurt, in the person's words."""
    translate = QCoreApplication.translate
    return {
        "constant": translate("Timings", "All the time"),
        "on_movement": translate("Timings", "When I move"),
        "at_night": translate("Timings", "At night"),
    }
