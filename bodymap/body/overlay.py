"""Unions and differences of seen skin, where slivers at the silhouette make exact overlays fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry

Polygons = NDArray[Any]
GRID_CM = 1e-4
SPECK_CM2 = 0.02


def joined(parts: Polygons) -> BaseGeometry:
    """The union of cells' visible parts, which lie side by side."""
    try:
        return shapely.coverage_union_all(parts)
    except shapely.GEOSException:
        return robust(shapely.union_all, parts)


def robust(operation: Callable[..., Any], *operands: Any) -> BaseGeometry:
    """An overlay of GEOS, on a fine grid when slivers seen edge-on make the exact one fail."""
    try:
        return cast(BaseGeometry, operation(*operands))
    except shapely.GEOSException:
        coarse = [shapely.set_precision(shapely.make_valid(operand), GRID_CM) for operand in operands]
        return cast(BaseGeometry, operation(*coarse, grid_size=GRID_CM))


def polygons(geometry: BaseGeometry) -> MultiPolygon:
    """The polygons of a geometry without specks that nobody can see."""
    parts = shapely.get_parts(geometry)
    return MultiPolygon([part for part in parts if part.geom_type == "Polygon" and part.area > SPECK_CM2])
