"""How marks change, without a window and without a history: the document makes each change a step."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from msgspec.structs import replace

from bodymap.body.field import Field
from bodymap.body.mirror import mirrored_field
from bodymap.body.paint import weights_field
from bodymap.body.stroke import stroke_field
from bodymap.body.surface import Surface, SurfacePoint
from bodymap.pain.drawing import MAX_INTENSITY, MAX_NOTE, Drawing, Mark, ViewStroke, spot

SMALLEST_RADIUS_CM = 0.5
LARGEST_RADIUS_CM = 15.0
ALIKE = 0.9
"""Two marks that share so much of the skin that either covers are one and the same."""
MOST_STROKES = 60
"""How many strokes a mark remembers: its shape holds all of them anyway."""


def shape_of(mark: Mark, surface: Surface) -> Field:
    """The shape of a mark inside the cells: as drawn, of a spot, or of the shares of its cells."""
    if mark.field is not None:
        return mark.field
    if mark.anchor is not None:
        return stroke_field(surface, [(mark.anchor, mark.radius_cm)])
    return weights_field(surface, mark.region)


def shaped(mark: Mark, surface: Surface, field: Field, strokes: tuple[ViewStroke, ...]) -> Mark:
    """The mark with another shape; it is then no spot any more."""
    kept = (*mark.strokes, *strokes)[-MOST_STROKES:]
    return replace(mark, region=field.region(surface), field=field, anchor=None, strokes=kept)


def mirrored(mark: Mark, surface: Surface, number: int) -> Mark:
    """The mark on the other side of the body; all that was said of it is said of its image as well."""
    if mark.anchor is not None:
        field = stroke_field(surface, [(mark.anchor, mark.radius_cm)])
        image = mirrored_field(surface, field)
        return replace(mark, id=number, region=image.region(surface), anchor=None, field=image, strokes=())
    image = mirrored_field(surface, shape_of(mark, surface))
    return replace(mark, id=number, region=mark.region.mirrored(surface), field=image, strokes=())


def alike(one: Mark, other: Mark, surface: Surface) -> bool:
    """Whether two marks cover the same skin, but for what a mirror rounds off."""
    first, second = one.region.weights, other.region.weights
    either = float(surface.area @ np.maximum(first, second))
    return either > 0 and float(surface.area @ np.minimum(first, second)) > ALIKE * either


def moved_spot(mark: Mark, surface: Surface, point: SurfacePoint) -> Mark:
    """A spot with its middle elsewhere."""
    return replace(mark, region=spot(surface, mark.id, point, mark.radius_cm).region, anchor=point)


def resized(mark: Mark, surface: Surface, radius_cm: float) -> Mark:
    """A spot made larger or smaller, within limits; a mark of another shape stays as it is."""
    radius = max(SMALLEST_RADIUS_CM, min(LARGEST_RADIUS_CM, radius_cm))
    if mark.anchor is None or radius == mark.radius_cm:
        return mark
    return replace(mark, region=spot(surface, mark.id, mark.anchor, radius).region, radius_cm=radius)


def said(
    mark: Mark,
    intensity: int | None = None,
    qualities: frozenset[str] | None = None,
    timing: frozenset[str] | None = None,
    note: str | None = None,
) -> Mark:
    """The mark with other words: what is None stays; the same mark when nothing changes."""
    told = replace(
        mark,
        intensity=mark.intensity if intensity is None else max(0, min(MAX_INTENSITY, intensity)),
        qualities=mark.qualities if qualities is None else qualities,
        timing=mark.timing if timing is None else timing,
        note=mark.note if note is None else note[:MAX_NOTE],
    )
    same = (told.intensity, told.qualities, told.timing, told.note) == (
        mark.intensity,
        mark.qualities,
        mark.timing,
        mark.note,
    )
    return mark if same else told


def without(
    drawing: Drawing, surface: Surface, left: Mapping[int, Field], strokes: tuple[ViewStroke, ...] = ()
) -> Drawing:
    """The drawing after erasing: ``left`` holds what is left of each mark that was touched; emptied marks go."""
    kept = (
        shaped(mark, surface, left[mark.id], strokes) if mark.id in left else mark
        for mark in drawing
        if mark.id not in left or not left[mark.id].empty
    )
    return tuple(kept)
