"""What stands on the picture of a drawing, and where: the same for the PNG and the SVG.

One page, landscape. Lengths are logical pixels of 1/120 inch, as on the plates. Nothing is said but what was marked,
how it feels and the day: no name, no file, no note.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from functools import cached_property

import numpy as np
import shapely
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QDate, QLocale, QRectF
from shapely import MultiPolygon

from bodymap.body.surface import Surface, SurfaceRegion
from bodymap.body.view import View
from bodymap.engine import Engine
from bodymap.gui.edits import shape_of
from bodymap.gui.pain_words import quality_words
from bodymap.gui.panel.legend import STEPS, qualities_used
from bodymap.gui.panel.mark_words import LEAST_PERCENT, covered, percent_of_skin, rounded_cm2
from bodymap.gui.patterns import shown_qualities
from bodymap.gui.plate_layout import FIGURES_HEIGHT, FIGURES_TOP, HEIGHT, MARGIN, WIDTH, places_of_views
from bodymap.pain.drawing import Drawing, Mark

translate = QCoreApplication.translate

COLUMNS = 3
ROW, ROWS = 42.0, 3
MOST_ENTRIES = 36
"""Marks that are told in words; a page with more of them says how many."""
LIST_TOP = FIGURES_TOP + FIGURES_HEIGHT + 50.0
LEGEND_ABOVE_END = 92.0
AWAY = 15.0
"""How far the number of a mark stands from its edge."""
NUMBER_RADIUS = 8.5
SWATCH_SIGN = 14.0
"""Size of the square of a sign in a swatch."""
NUMBERED = 0.15
"""A mark has its number on the views that show at least this share of what the best view shows of it."""
LONGEST_LABEL, LONGEST_DETAILS = 36, 54


class Seen(Struct, frozen=True):
    """A mark on a view: its ``area`` in cm of the view, and its number at ``at``, led to from ``tip`` (page).

    Where hardly any of it is seen, and another view shows more, it has no number.
    """

    number: int
    mark: Mark
    area: MultiPolygon
    numbered: bool = False
    tip: tuple[float, float] = (0.0, 0.0)
    at: tuple[float, float] = (0.0, 0.0)


class Figure(Struct, frozen=True):
    """A view on the page: its ``box``, pixels per cm, ``name``, letters at its left and right, and marks seen."""

    view: View
    box: QRectF
    scale: float
    name: str
    letters: tuple[str, str] | None
    seen: tuple[Seen, ...]


class Entry(Struct, frozen=True):
    """A mark in words, and the left top of where they stand."""

    number: int
    mark: Mark
    label: str
    details: str
    x: float
    y: float


class Page:
    """The picture of a drawing on a figure, made on the day ``when``."""

    def __init__(self, engine: Engine, drawing: Drawing, when: date) -> None:
        self.engine = engine
        self.surface: Surface = engine.surface
        self.drawing = tuple(mark for mark in drawing if mark.region.weights.any())
        self.when = when

    @property
    def size(self) -> tuple[float, float]:
        """Width and height: one landscape page, higher when many marks have to be told."""
        rows = math.ceil(min(len(self.drawing), MOST_ENTRIES) / COLUMNS)
        return WIDTH, HEIGHT + max(0, rows - ROWS) * ROW

    @property
    def title(self) -> str:
        """The heading."""
        return translate("Picture", "Where it hurts")

    @property
    def day(self) -> str:
        """The day, as it is written here."""
        day = QDate(self.when.year, self.when.month, self.when.day)
        return QLocale().toString(day, QLocale.FormatType.LongFormat)

    @property
    def total(self) -> str:
        """How much skin is marked; what two marks share counts once."""
        if not self.drawing:
            return translate("Picture", "Nothing is marked.")
        count = len(self.drawing)
        marks = translate("Picture", "1 mark") if count == 1 else translate("Picture", "{} marks").format(count)
        return translate("Picture", "{}, {} cm², {} % of the skin").format(marks, *self._extent(covered(self.drawing)))

    @property
    def foot(self) -> str:
        """What it was made with, and on what body."""
        body = translate("Picture", "a woman") if self.surface.name == "woman" else translate("Picture", "a man")
        return translate(
            "Picture", "Drawn with Bodymap, as the person marked it. Areas are those of a model body, {} of {} cm."
        ).format(body, round(self.surface.height_cm))

    @property
    def qualities(self) -> tuple[str, ...]:
        """The qualities that some mark has, in the order in which their signs are drawn."""
        return qualities_used(self.drawing)

    def _extent(self, region: SurfaceRegion) -> tuple[str, str]:
        """cm² and share of the skin in %."""
        share = percent_of_skin(region, self.surface)
        cm2 = rounded_cm2(region.area(self.surface))
        return cm2, f"{share:.1f}" if share >= LEAST_PERCENT else f"< {LEAST_PERCENT}"

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The marks in words, as many as there is room for."""
        width = (WIDTH - 2 * MARGIN) / COLUMNS
        return tuple(
            Entry(
                number=index + 1,
                mark=mark,
                label=shortened(mark.label) or translate("Picture", "Marked area"),
                details=shortened(self.details(mark), LONGEST_DETAILS),
                x=MARGIN + index % COLUMNS * width,
                y=LIST_TOP + index // COLUMNS * ROW,
            )
            for index, mark in enumerate(self.drawing[:MOST_ENTRIES])
        )

    @property
    def more(self) -> str:
        """Says how many marks are not told in words, if any."""
        left = len(self.drawing) - MOST_ENTRIES
        return translate("Picture", "{} more marks are shown on the body only.").format(left) if left > 0 else ""

    def details(self, mark: Mark) -> str:
        """How strong, of what kind, when, and how large."""
        feels = ", ".join(word for quality, word in quality_words().items() if quality in mark.qualities)
        when = ", ".join(word for timing, word in _timing_words().items() if timing in mark.timing)
        extent = translate("Picture", "{} cm² ({} %)").format(*self._extent(mark.region))
        parts = [translate("Picture", "{} of 10").format(mark.intensity), extent, feels, when]
        return " · ".join(part for part in parts if part)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The views with what is seen of the marks on each."""
        shapes = [shape_of(mark, self.surface) for mark in self.drawing]
        placed = places_of_views(self.engine)
        areas = [[view.project(shape) for shape in shapes] for view, _ in placed]
        most = np.max([[area.area for area in each] for each in areas], axis=0)
        figures = []
        for (view, box), each in zip(placed, areas, strict=True):
            scale = box.width() / view.size_cm[0]
            seen = [
                Seen(number, mark, area, area.area >= NUMBERED * best)
                for number, (mark, area, best) in enumerate(zip(self.drawing, each, most, strict=True), start=1)
                if not area.is_empty
            ]
            numbered = _numbered(seen, view, box, scale)
            figures.append(Figure(view, box, scale, view_name(view.id), letters(view.id), numbered))
        return tuple(figures)


def _numbered(seen: Sequence[Seen], view: View, box: QRectF, scale: float) -> tuple[Seen, ...]:
    """The marks of a view with the places of their numbers, outward beside them, so that none lies over another."""
    middle = {"left": math.inf, "right": -1.0}.get(view.id, view.size_cm[0] / 2)
    largest = {each.number: max(each.area.geoms, key=lambda part: part.area) for each in seen}
    taken: dict[int, list[float]] = {-1: [], 1: []}
    placed = []
    for each in sorted(seen, key=lambda one: (largest[one.number].centroid.y, one.number)):
        if not each.numbered:
            placed.append(each)
            continue
        area = largest[each.number]
        centre = area.representative_point()
        side = -1 if centre.x < middle else 1
        across = shapely.LineString([(area.bounds[0] - 1, centre.y), (area.bounds[2] + 1, centre.y)])
        ends = shapely.intersection(area, across).bounds
        tip = box.left() + (ends[0] if side < 0 else ends[2]) * scale, box.top() + centre.y * scale
        level = max([tip[1], *(other + 2 * NUMBER_RADIUS + 1 for other in taken[side])])
        taken[side].append(level)
        placed.append(replace(each, tip=tip, at=(tip[0] + side * AWAY, level)))
    return tuple(sorted(placed, key=lambda one: one.number))


class Sample(Struct, frozen=True):
    """An entry of the legend: a strength, or the sign of a quality, with ``words`` at ``indent``; or words alone."""

    x: float
    y: float
    words: str
    indent: float = 34.0
    intensity: int | None = None
    quality: str = ""


def legend(page: Page) -> tuple[Sample, ...]:
    """How strong, in steps, beside the title; the signs of what it feels like, as far as used, above the foot."""
    if not page.drawing:
        return ()
    pitch = 62.0
    left = WIDTH - MARGIN - pitch * len(STEPS)
    samples = [Sample(left - 130, 64.0, translate("Picture", "How strong, 0-10"), indent=0.0)]
    samples += [Sample(left + index * pitch, 64.0, str(step), intensity=step) for index, step in enumerate(STEPS)]
    if page.qualities:
        top, left = page.size[1] - LEGEND_ABOVE_END, MARGIN + 104.0
        pitch = min(112.0, (WIDTH - MARGIN - left) / len(page.qualities))
        samples.append(Sample(MARGIN, top, translate("Picture", "How it feels"), indent=0.0))
        words = {str(quality): word for quality, word in quality_words().items()}
        samples += [
            Sample(left + index * pitch, top, words[quality], indent=28.0, quality=quality)
            for index, quality in enumerate(page.qualities)
        ]
    return tuple(samples)


def shortened(text: str, longest: int = LONGEST_LABEL) -> str:
    """A text on one line, not too long for its column."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def shown_on(mark: Mark) -> tuple[str, ...]:
    """The qualities whose signs a mark shows."""
    return shown_qualities(mark.qualities)


def view_name(view: str) -> str:
    """What a view is called under it."""
    names = {
        "front": translate("Picture", "Front"),
        "back": translate("Picture", "Back"),
        "left": translate("Picture", "Left side"),
        "right": translate("Picture", "Right side"),
        "soles": translate("Picture", "Soles, larger"),
        "inner_left": translate("Picture", "Inner left leg"),
        "inner_right": translate("Picture", "Inner right leg"),
    }
    return names.get(view, view)


def letters(view: str) -> tuple[str, str] | None:
    """R and L of the subject at the left and right of a view that shows both sides: people mix them up."""
    right, left = translate("Picture", "R"), translate("Picture", "L")
    return {"front": (right, left), "soles": (right, left), "back": (left, right)}.get(view)


def letters_away(name: str) -> float:
    """How far from the middle of a view's name its letters stand."""
    return 22.0 + 4.8 * len(name)


def _timing_words() -> dict[str, str]:
    return {
        "constant": translate("Picture", "all the time"),
        "on_movement": translate("Picture", "on moving"),
        "at_night": translate("Picture", "at night"),
    }
