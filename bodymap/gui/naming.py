"""What places are called on the screen, before and after the atlas is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bodymap.body.surface import Side, Surface, SurfacePoint
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
