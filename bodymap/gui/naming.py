"""What places are called on the screen, before and after the atlas is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from bodymap.body.surface import Side, Surface, SurfacePoint, SurfaceRegion
from bodymap.gui.values import Engine

if TYPE_CHECKING:
    from bodymap.body.field import Field


def named(engine: Engine | None, surface: Surface, point: SurfacePoint) -> tuple[str, str, Side | None]:
    """Id, plain name and side of the region at a point; without an atlas, or a region, the body segment and no id."""
    found = engine.region_at(point) if engine is not None else None
    if found is None or engine is None:
        return "", segment_words(surface.segment_name(point.cell)), "left" if point.position[0] > 0 else "right"
    region, plain, side = found
    return region, plain, None if engine.atlas.regions[region].midline else side


SAMPLES = 41
"""Points of a shape that are asked for their region, to name the shape after the one that most of them lie in."""
WORTH_NAMING = 0.25
"""Share of the points that a second region needs to be named as well."""


def shape_name(engine: Engine | None, surface: Surface, region: SurfaceRegion) -> str:
    """What a drawn shape is called: the region most of it lies in, and a second one that holds much of it."""
    cells = np.flatnonzero(region.weights)
    if not len(cells):
        return ""
    gone = np.cumsum(region.weights[cells] * surface.area[cells])
    picked = cells[np.searchsorted(gone, gone[-1] * (np.arange(SAMPLES) + 0.5) / SAMPLES)]
    votes: dict[tuple[str, Side | None], int] = {}
    for cell in picked:
        _, name, side = named(engine, surface, surface.point(int(cell), (0.5, 0.5)))
        votes[name, side] = votes.get((name, side), 0) + 1
    first, *others = sorted(votes, key=lambda each: (-votes[each], each[0], each[1] or ""))
    if not others or votes[others[0]] < WORTH_NAMING * SAMPLES:
        return sided(*first)
    name, side = others[0]
    second = name if side == first[1] else sided(name, side)
    second = second[:1].lower() + second[1:]
    return QCoreApplication.translate("Places", "{} and {}").format(sided(*first), second)


def field_of(engine: Engine | None, region: str, side: Side | None) -> Field | None:
    """Where a named region lies on the skin; None without an atlas."""
    if engine is None:
        return None
    from bodymap.atlas.compile import region_field  # only now: the first window is shown before the atlas is there

    return region_field(engine.places, engine.atlas.regions[region], side or "right")


def sided(name: str, side: Side | None) -> str:
    """A region's name with the subject's side before it, beginning with a capital."""
    if side == "right":
        return QCoreApplication.translate("Places", "Right {}").format(name[:1].lower() + name[1:])
    if side == "left":
        return QCoreApplication.translate("Places", "Left {}").format(name[:1].lower() + name[1:])
    return name[:1].upper() + name[1:]


def segment_words(segment: str) -> str:
    """A body segment in plain words, for the moments before the atlas is loaded."""
    translate = QCoreApplication.translate
    return {
        "head": translate("Segments", "head"),
        "neck": translate("Segments", "neck"),
        "trunk": translate("Segments", "trunk"),
        "upper_arm": translate("Segments", "upper arm"),
        "forearm": translate("Segments", "forearm"),
        "hand": translate("Segments", "hand"),
        "thumb": translate("Segments", "thumb"),
        "index_finger": translate("Segments", "index finger"),
        "middle_finger": translate("Segments", "middle finger"),
        "ring_finger": translate("Segments", "ring finger"),
        "little_finger": translate("Segments", "little finger"),
        "thigh": translate("Segments", "thigh"),
        "leg": translate("Segments", "lower leg"),
        "foot": translate("Segments", "foot"),
        "great_toe": translate("Segments", "great toe"),
        "second_toe": translate("Segments", "second toe"),
        "third_toe": translate("Segments", "third toe"),
        "fourth_toe": translate("Segments", "fourth toe"),
        "fifth_toe": translate("Segments", "fifth toe"),
    }[segment]
