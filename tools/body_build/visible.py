"""Exact hidden-surface removal: what of each cell a view shows, as a tiling of the silhouette.

The cell a viewer sees can only change along the border of a cell or along a contour (an edge between a triangle that
looks at the viewer and one that doesn't). So these lines are noded into a planar arrangement; each of its faces is
asked once which triangle is nearest there. Faces of one arrangement can neither overlap nor leave a gap.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry

from .source import Floats, Ints

GRID_CM = 1e-4
HOLE_CM2 = 0.12
ROUND_CM = 0.9
"""Radius of the corners where a view ends in the middle of the skin."""
ROUNDED_TO_CM = 6.0
"""So far below such an end tips and corners are rounded: the crotch lies higher than that."""


@dataclass(frozen=True)
class Visible:
    """``cells`` (N,) ascending, ``parts`` (N,) MultiPolygons, ``outline`` their union."""

    cells: Ints
    parts: np.ndarray
    outline: MultiPolygon

    def moved(self, corner: tuple[float, float]) -> Visible:
        """The same with the point `corner` of the view as its origin."""
        parts = shapely.transform(self.parts, lambda place: place - corner)
        outline = shapely.transform(self.outline, lambda place: place - corner)
        return Visible(self.cells, parts, outline)


def triangles_of(quads: Ints) -> Ints:
    """Two triangles (2Q, 3) per quad: first all first halves, then all second halves."""
    return np.vstack([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def front_facing(points: Floats, triangles: Ints) -> np.ndarray:
    """Which triangles (T,) look at the viewer; `points` x, y in view cm (y down)."""
    a, b, c = (points[triangles[:, corner], :2] for corner in range(3))
    first, second = b - a, c - a
    return np.asarray(first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0] < -1e-9)


def contour_edges(triangles: Ints, front: np.ndarray) -> Ints:
    """Edges (E, 2) with exactly one front-facing triangle."""
    facing = triangles[front]
    pairs = np.sort(np.stack([facing, np.roll(facing, -1, axis=1)], axis=-1).reshape(-1, 2), axis=1)
    edges, count = np.unique(pairs, axis=0, return_counts=True)
    return np.asarray(edges[count == 1])


class Sight:
    """What is nearest to the viewer at a point of a view."""

    def __init__(self, points: Floats, triangles: Ints) -> None:
        self.corners = points[triangles]
        self.tree = shapely.STRtree(np.asarray(shapely.polygons(self.corners[:, :, :2])))

    def nearest(self, places: Floats) -> tuple[Ints, Floats]:
        """Triangle index (N,) or -1, and depth (N,), at places (N, 2) of the view."""
        place, triangle = self.tree.query(np.asarray(shapely.points(places)), predicate="intersects")
        depth = self._depth(places[place], triangle)
        order = np.lexsort((depth, place))
        best, where = np.full(len(places), -1), np.full(len(places), -np.inf)
        best[place[order]] = triangle[order]
        where[place[order]] = depth[order]
        return best, where

    def _depth(self, xy: Floats, triangle: Ints) -> Floats:
        a, b, c = (self.corners[triangle, corner] for corner in range(3))
        u, v, w = b[:, :2] - a[:, :2], c[:, :2] - a[:, :2], xy - a[:, :2]
        area = u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
        s = (w[:, 0] * v[:, 1] - w[:, 1] * v[:, 0]) / area
        t = (u[:, 0] * w[:, 1] - u[:, 1] * w[:, 0]) / area
        return np.asarray(a[:, 2] + s * (b[:, 2] - a[:, 2]) + t * (c[:, 2] - a[:, 2]))


def see(
    points: Floats, quads: Ints, parent: Ints, rim: Ints, top: float = -np.inf, tolerance: float = 0.006
) -> tuple[Visible, Sight]:
    """The visible parts of the cells on a view, and the sight they were found with.

    `points` (F, 3) fine vertices as x, y (cm, y down) and depth, `quads` (Q, 4) of the cells that may show, `parent`
    (Q,) their cells, `rim` (E, 2) fine edges on cell borders, `top` the y above which nothing is shown, `tolerance` cm
    by which shared borders are simplified.
    """
    triangles, owner = triangles_of(quads), np.r_[parent, parent]
    front = front_facing(points, triangles)
    edges = np.vstack([_of(rim, np.unique(triangles[front])), contour_edges(triangles, front)])
    lines = np.asarray(shapely.linestrings(points[edges][:, :, :2]))
    sight = Sight(points, triangles[front])
    faces, cell = _faces(lines, sight, owner[front])
    if np.isfinite(top):
        kept = _rounded(shapely.unary_union(faces[cell >= 0], grid_size=GRID_CM), top)
        faces, cell = _faces(np.append(lines, [shapely.boundary(kept)]), sight, owner[front])
        cell = np.where(shapely.covers(kept, shapely.point_on_surface(faces)), cell, -1)
    cell = _close_pinholes(faces, cell)
    return _merge(faces[cell >= 0], cell[cell >= 0], tolerance), sight


def _faces(lines: np.ndarray, sight: Sight, owner: Ints) -> tuple[np.ndarray, Ints]:
    """The faces of the lines' arrangement, and which cell is seen in each, -1 for none."""
    noded = shapely.unary_union(lines, grid_size=GRID_CM)
    faces = np.array(shapely.get_parts(shapely.polygonize(shapely.get_parts(noded))))
    best, _ = sight.nearest(shapely.get_coordinates(shapely.point_on_surface(faces)))
    return faces, np.where(best >= 0, owner[best], -1)


def _rounded(silhouette: BaseGeometry, top: float) -> BaseGeometry:
    """The largest piece of a silhouette below `top`, its tips and corners up there rounded off."""
    soft = below(silhouette, top).buffer(-ROUND_CM, quad_segs=32).buffer(ROUND_CM, quad_segs=32)
    pieces = shapely.get_parts(shapely.union(soft, below(silhouette, top + ROUNDED_TO_CM)))
    piece = pieces[shapely.area(pieces).argmax()]
    shapely.prepare(piece)
    return piece


def below(shape: BaseGeometry, top: float) -> BaseGeometry:
    """The part of a shape on a view that lies below a height."""
    left, _, right, bottom = shape.bounds
    return shapely.intersection(shape, shapely.box(left, top, right, bottom))


def _of(rim: Ints, used: Ints) -> Ints:
    return np.asarray(rim[np.isin(rim, used).all(axis=1)])


def _close_pinholes(faces: np.ndarray, cell: Ints) -> Ints:
    """Holes too small to mean anything (between the lips, the lids) go to the cell beside them."""
    gaps = shapely.get_parts(shapely.unary_union(faces[cell < 0], grid_size=GRID_CM))
    small = gaps[shapely.area(gaps) < HOLE_CM2]
    if not len(small):
        return cell
    empty, solid = np.flatnonzero(cell < 0), np.flatnonzero(cell >= 0)
    inside = shapely.STRtree(small).query(shapely.point_on_surface(faces[empty]), predicate="intersects")[0]
    outer = shapely.get_exterior_ring(shapely.get_parts(shapely.unary_union(faces[solid], grid_size=GRID_CM)))
    cover = shapely.unary_union(shapely.polygons(outer))
    shapely.prepare(cover)
    chosen = empty[np.unique(inside)]
    chosen = chosen[shapely.covers(cover, shapely.point_on_surface(faces[chosen]))]
    near = shapely.STRtree(faces[solid]).nearest(faces[chosen])
    result = cell.copy()
    result[chosen] = cell[solid[near]]
    return result


def _merge(faces: np.ndarray, cell: Ints, tolerance: float) -> Visible:
    order = np.argsort(cell, kind="stable")
    cells, start = np.unique(cell[order], return_index=True)
    groups = np.split(faces[order], start[1:])
    parts = np.array([shapely.coverage_union_all(group) for group in groups])
    parts = shapely.coverage_simplify(parts, tolerance)
    parts = np.array([_multi(part) for part in parts])
    return Visible(cells, parts, _multi(shapely.unary_union(parts)))


def _multi(shape: shapely.Geometry) -> MultiPolygon:
    pieces = [piece for piece in shapely.get_parts(shape) if piece.geom_type == "Polygon" and piece.area > 0]
    return MultiPolygon(pieces)
