"""What pain feels like, in the person's words: what is written beside a mark and what a screen reader says of it."""

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
