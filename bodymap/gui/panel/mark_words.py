"""What is said of a mark in words: how large it is, how strong, what it feels like and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from bodymap.body.surface import SurfaceRegion
from bodymap.gui.pain_words import quality_words, timing_words

if TYPE_CHECKING:
    from bodymap.body.surface import Surface
    from bodymap.pain.drawing import Drawing, Mark

EXACT_BELOW_CM2 = 10.0
LEAST_PERCENT = 0.1


def rounded_cm2(area: float) -> str:
    """An area as it is told: to a tenth of a cm² where it is small."""
    return f"{area:.1f}" if area < EXACT_BELOW_CM2 else f"{area:.0f}"


def percent_of_skin(region: SurfaceRegion, surface: Surface) -> float:
    """The share 0-100 of the whole figure's skin."""
    return 100 * region.area(surface) / float(surface.area.sum())


def covered(drawing: Drawing) -> SurfaceRegion:
    """The skin under all marks of a drawing that has some; what two of them share counts once."""
    return SurfaceRegion(np.max([mark.region.weights for mark in drawing], axis=0))


def extent(region: SurfaceRegion, surface: Surface) -> str:
    """How much skin a region is: "57 cm², 0.3 % of the skin"."""
    percent = percent_of_skin(region, surface)
    share = QCoreApplication.translate("MarkWords", "under {}").format(LEAST_PERCENT)
    if percent >= LEAST_PERCENT:
        share = f"{percent:.1f}"
    cm2 = rounded_cm2(region.area(surface))
    return QCoreApplication.translate("MarkWords", "{} cm², {} % of the skin").format(cm2, share)


def strength(mark: Mark) -> str:
    """How strong the pain is."""
    return QCoreApplication.translate("MarkWords", "{} of 10").format(mark.intensity)


def said_of(mark: Mark) -> str:
    """Everything that was said of a mark, for a tip and for a screen reader: "5 of 10, tingling, at night"."""
    feels = [word.lower() for quality, word in quality_words().items() if quality in mark.qualities]
    when = [word.lower() for timing, word in timing_words().items() if timing in mark.timing]
    return ", ".join([strength(mark), *feels, *when])
