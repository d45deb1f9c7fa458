"""The surface of a body: the one truth about *where*. Views are projections of it.

All lengths are centimetres in the body frame: +x the subject's left, +y up, +z forward, floor at y = 0, standing in the
anatomical position. A *cell* is a quad of the skin; its id means the same place on every figure.
"""

from __future__ import annotations

import json
from functools import cached_property, lru_cache
from typing import Literal, cast

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bodymap.body.arrays import Arrays
from bodymap.errors import BodymapError
from bodymap.paths import asset

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Side = Literal["left", "right"]

LATTICE = 5
"""Points along each edge of a cell at which fields are sampled: 4 x 4 sub-cells."""


class SurfacePoint(Struct, frozen=True):
    """A point on the skin: the cell it lies in, its place inside that cell, and where that is on one figure.

    ``uv`` runs 0..1 along the cell's first and last edge and stays the same on every figure; ``position`` (3,) is cm.
    """

    cell: int
    uv: tuple[float, float]
    position: tuple[float, float, float]


class SurfaceRegion(Struct, frozen=True, eq=False):
    """A part of the skin as ``weights`` (C,) float32: the share 0..1 of each cell that belongs to it."""

    weights: NDArray[np.float32]

    def area(self, surface: Surface) -> float:
        """The region's size in cm² on that figure."""
        return float(self.weights @ surface.area)

    def mirrored(self, surface: Surface) -> SurfaceRegion:
        """The same region on the other side of the body."""
        return SurfaceRegion(self.weights[surface.mirror_cell])

    def __or__(self, other: SurfaceRegion) -> SurfaceRegion:
        return SurfaceRegion(np.maximum(self.weights, other.weights))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SurfaceRegion) and np.array_equal(self.weights, other.weights)

    __hash__ = None  # type: ignore[assignment]


class Surface(Struct, frozen=True, eq=False, dict=True):
    """One figure's skin.

    ``cells`` (C, 4) vertex ids, counter-clockwise from outside; ``neighbours`` (C, 4) the cell across each edge, or the
    cell itself where the skin ends; ``vertices`` and ``normals`` (V, 3); ``mirror_cell`` (C,); ``segment`` (C,) index
    into ``segments``; ``side`` (C,) +1 the subject's left, -1 right; ``joints`` by name.
    """

    name: str
    cells: Ints
    neighbours: Ints
    vertices: Floats
    normals: Floats
    mirror_cell: Ints
    mirror_vertex: Ints
    segment: NDArray[np.uint8]
    side: NDArray[np.int8]
    segments: tuple[str, ...]
    joints: dict[str, Floats]

    @cached_property
    def triangles(self) -> Ints:
        """(2C, 3) vertex ids: triangle 2c and 2c + 1 are the two halves of cell c, split from its first corner."""
        return self.cells[:, [[0, 1, 2], [0, 2, 3]]].reshape(-1, 3)

    @cached_property
    def area(self) -> NDArray[np.float32]:
        """(C,) cm² of each cell."""
        a, b, c = (self.vertices[self.triangles[:, i]] for i in range(3))
        u, v = (b - a).T, (c - a).T
        halves = np.sqrt(sum((u[i - 2] * v[i - 1] - u[i - 1] * v[i - 2]) ** 2 for i in range(3))) / 2
        return halves.reshape(-1, 2).sum(axis=1).astype(np.float32)

    @cached_property
    def centres(self) -> Floats:
        """(C, 3) middles of the cells."""
        return self.vertices[self.cells].mean(axis=1)

    @cached_property
    def size(self) -> Floats:
        """(C,) half the longer diagonal of each cell in cm: how far a cell reaches from its middle."""
        away = self.vertices[self.cells] - self.centres[:, None]
        return np.sqrt(np.einsum("ckd,ckd->ck", away, away).max(axis=1))

    @property
    def height_cm(self) -> float:
        """Stature."""
        return float(self.vertices[:, 1].max())

    def point(self, cell: int, uv: tuple[float, float]) -> SurfacePoint:
        """The point at ``uv`` of a cell on this figure: how a place is carried from one figure to another."""
        corners = self.vertices[self.cells[cell]]
        x, y, z = triangle_weights(uv) @ corners
        return SurfacePoint(cell, uv, (float(x), float(y), float(z)))

    def normal(self, point: SurfacePoint) -> Floats:
        """(3,) the outward direction of the skin at a point."""
        normal = triangle_weights(point.uv) @ self.normals[self.cells[point.cell]]
        return cast(Floats, normal / np.linalg.norm(normal))

    def segment_name(self, cell: int) -> str:
        """The body segment that a cell belongs to."""
        return self.segments[self.segment[cell]]

    def segment_mask(self, *names: str) -> NDArray[np.bool_]:
        """(C,) which cells belong to one of these segments."""
        wanted = np.zeros(len(self.segments), np.bool_)
        wanted[[self.segments.index(name) for name in names]] = True
        return wanted[self.segment]

    def lattice(self, cells: Ints) -> tuple[Floats, Floats]:
        """Positions and unit normals (n, 5, 5, 3) of a regular grid of points inside each of these cells."""
        positions = np.einsum("abk,nkd->nabd", LATTICE_WEIGHTS, self.vertices[self.cells[cells]])
        normals = np.einsum("abk,nkd->nabd", LATTICE_WEIGHTS, self.normals[self.cells[cells]])
        return positions, normals / np.linalg.norm(normals, axis=-1, keepdims=True)


def triangle_weights(uv: tuple[float, float]) -> Floats:
    """(4,) shares of a cell's corners at ``uv``, linear on each of its two triangles."""
    u, v = uv
    return np.array([1 - u, u - v, v, 0.0] if u >= v else [1 - v, 0.0, u, v - u])


def _bilinear_weights() -> Floats:
    steps = np.linspace(0.0, 1.0, LATTICE)
    u, v = np.meshgrid(steps, steps, indexing="ij")
    return np.stack([(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v], axis=-1)


LATTICE_WEIGHTS: Floats = _bilinear_weights()
"""(5, 5, 4) shares of the four corners at each lattice point."""


class BodyFacts(Struct, frozen=True):
    """What ``body.json`` says: the names that the arrays refer to by index."""

    segments: tuple[str, ...]
    views: tuple[str, ...]
    joints: tuple[str, ...]
    figures: dict[str, dict[str, object]]
    shade: dict[str, object]
    right_at: dict[str, str]
    """In views that show both sides of the body: on which side of the picture the subject's right lies."""
    only_side: dict[str, Side]
    """The side that each of the other views shows."""

    def size_cm(self, figure: str, view: str) -> tuple[float, float]:
        """Width and height of a view's box."""
        box = cast("dict[str, dict[str, float]]", self.figures[figure]["views"])[view]
        return box["width_cm"], box["height_cm"]


@lru_cache(maxsize=1)
def body_facts() -> BodyFacts:
    """The facts that all figures share. Raises BodymapError when the installation is damaged."""
    raw = json.loads(asset("body/body.json").read_text(encoding="utf-8"))
    return BodyFacts(
        segments=tuple(raw["segments"]),
        views=tuple(raw["views"]),
        joints=tuple(raw["joints"]),
        figures=raw["figures"],
        shade=raw["shade"],
        right_at=raw["right_at"],
        only_side=raw["only_side"],
    )


def figure_names() -> tuple[str, ...]:
    """The figures there are, the default first."""
    return tuple(body_facts().figures)


@lru_cache(maxsize=4)
def load_surface(figure: str) -> Surface:
    """The surface of a figure ("woman" or "man"), read once. Raises BodymapError for one that is not there."""
    facts = body_facts()
    if figure not in facts.figures:
        raise BodymapError(f"There is no figure “{figure}”; choose one of: {', '.join(facts.figures)}.")
    topology, arrays = Arrays(asset("body/topology.npz")), Arrays(asset(f"body/{figure}.npz"))
    return Surface(
        name=figure,
        cells=topology["cells"],
        neighbours=topology["neighbours"],
        vertices=arrays["vertices"].astype(np.float64),
        normals=arrays["normals"].astype(np.float64),
        mirror_cell=topology["mirror_cell"],
        mirror_vertex=topology["mirror_vertex"],
        segment=topology["segment"],
        side=topology["side"],
        segments=facts.segments,
        joints=dict(zip(facts.joints, arrays["joints"].astype(np.float64), strict=True)),
    )
