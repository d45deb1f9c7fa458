"""Which quads are skin, and what each is called: its segment, its side, its mirror."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from .raster import directions, rasterise
from .source import Floats, Ints, Source

SEGMENTS = (
    "head", "neck", "trunk", "upper_arm", "forearm",
    "hand", "thumb", "index_finger", "middle_finger", "ring_finger", "little_finger",
    "thigh", "leg",
    "foot", "great_toe", "second_toe", "third_toe", "fourth_toe", "fifth_toe",
)  # fmt: skip
_BONES = {
    "neck": ("neck",),
    "trunk": ("root", "spine", "breast", "clavicle", "shoulder01", "pelvis"),
    "upper_arm": ("upperarm",),
    "forearm": ("lowerarm",),
    "hand": ("wrist", "metacarpal", "finger1-1"),
    "thumb": ("finger1-2", "finger1-3"),
    "index_finger": ("finger2",),
    "middle_finger": ("finger3",),
    "ring_finger": ("finger4",),
    "little_finger": ("finger5",),
    "thigh": ("upperleg",),
    "leg": ("lowerleg",),
    "foot": ("foot",),
    "great_toe": ("toe1",),
    "second_toe": ("toe2",),
    "third_toe": ("toe3",),
    "fourth_toe": ("toe4",),
    "fifth_toe": ("toe5",),
}
HEAD, NECK = SEGMENTS.index("head"), SEGMENTS.index("neck")
SEEN_FROM = 5
"""From so many directions, both sides of both figures taken together, a quad of the head must be seen to be skin."""
SMALL_HOLE = 40


@dataclass(frozen=True)
class Cells:
    """The topology every figure shares; arrays as in ``assets/body/topology.npz`` plus ``vertex`` (V,) base ids."""

    vertex: Ints
    cells: Ints
    mirror_vertex: Ints
    mirror_cell: Ints
    segment: Ints
    side: Ints


def mirror_quads(quads: Ints, mirror: Ints) -> Ints:
    """For each quad the index of the quad on the other side."""
    index = {frozenset(quad): number for number, quad in enumerate(quads.tolist())}
    return np.array([index[frozenset(quad)] for quad in mirror[quads].tolist()])


def edge_neighbours(quads: Ints) -> sparse.csr_matrix:
    """Symmetric adjacency (Q, Q) of the quads that share an edge."""
    edges = np.sort(np.stack([quads, np.roll(quads, -1, axis=1)], axis=-1).reshape(-1, 2), axis=1)
    _, edge = np.unique(edges, axis=0, return_inverse=True)
    quad = np.repeat(np.arange(len(quads)), 4)
    incidence = sparse.csr_matrix((np.ones(len(quad)), (quad, edge.ravel())))
    matrix = sparse.csr_matrix(incidence @ incidence.T)
    matrix.setdiag(0)
    matrix.eliminate_zeros()
    return matrix


def choose(source: Source, shapes: list[Floats]) -> Cells:
    """The skin of the figures whose rest shapes (V, 3) are given, the same cells for all of them."""
    quads, mirror = source.quads, source.mirror
    twin = mirror_quads(quads, mirror)
    segment = segments(source, quads, twin)
    skin = segment != HEAD
    near = np.flatnonzero((segment == HEAD) | (segment == NECK))
    seen = np.sum([exposure(vertices, quads, near) for vertices in shapes], axis=0)
    skin |= _one_piece(quads, seen + seen[twin] >= SEEN_FROM)
    keep = np.flatnonzero(skin & skin[twin])
    vertex, cells = np.unique(quads[keep], return_inverse=True)
    place = np.full(len(mirror), -1)
    place[vertex] = np.arange(len(vertex))
    order = np.full(len(quads), -1)
    order[keep] = np.arange(len(keep))
    middle = shapes[0][quads[keep]].mean(axis=1)[:, 0]
    side = np.where(twin[keep] == keep, 0, np.where(middle > 0, 1, -1))
    return Cells(vertex, cells.reshape(-1, 4), place[mirror[vertex]], order[twin[keep]], segment[keep], side)


def _one_piece(quads: Ints, chosen: np.ndarray) -> np.ndarray:
    """The largest connected piece of the chosen quads, with the small holes in it closed."""
    return ~_drop_small(quads, ~_drop_small(quads, chosen, 1000), SMALL_HOLE)


def _drop_small(quads: Ints, chosen: np.ndarray, fewest: int) -> np.ndarray:
    ids = np.flatnonzero(chosen)
    _, label = csgraph.connected_components(edge_neighbours(quads)[ids][:, ids], directed=False)
    result = np.zeros(len(quads), bool)
    result[ids[np.bincount(label)[label] >= fewest]] = True
    return result


def exposure(
    vertices: Floats, quads: Ints, near: Ints, rays: int = 160, per_cm: float = 9.0, slack: float = 0.12
) -> Ints:
    """For each quad (Q,) from how many of `rays` directions its middle can be seen past the quads `near` alone.

    A middle that lies up to `slack` cm behind something still counts: lips and lids touch without being inside.
    """
    middle = vertices[quads].mean(axis=1)
    triangles = np.vstack([quads[near][:, [0, 1, 2]], quads[near][:, [0, 2, 3]]])
    used = np.unique(triangles)
    normal = np.cross(vertices[quads[:, 2]] - vertices[quads[:, 0]], vertices[quads[:, 3]] - vertices[quads[:, 1]])
    seen = np.zeros(len(quads), int)
    for right, down, toward in directions(rays):
        frame = np.stack([right, down, toward])
        view, at = vertices @ frame.T, middle[near] @ frame.T
        corner = view[used, :2].min(axis=0) - 2 / per_cm
        view[:, :2], at[:, :2] = (view[:, :2] - corner) * per_cm, (at[:, :2] - corner) * per_cm
        width, height = (np.ceil(view[used, :2].max(axis=0)) + 3).astype(int)
        depth = rasterise(view, triangles, int(width), int(height)).depth
        pixel = at[:, :2].astype(int)
        open_to = at[:, 2] > depth[pixel[:, 1], pixel[:, 0]] - slack
        seen[near] += open_to & (normal[near] @ toward > 0)
    return seen


def segments(source: Source, quads: Ints, twin: Ints) -> Ints:
    """The segment of each quad: the bones that pull it most; symmetric, each segment one piece on each side."""
    share = np.zeros((len(source.vertices), len(SEGMENTS)))
    for name, values in source.bones.items():
        share[:, _segment_of(name)] += values
    weight = share[quads].mean(axis=1)
    weight = (weight + weight[twin]) / 2
    segment = weight.argmax(axis=1)
    return _without_islands(quads, segment, twin)


def _segment_of(bone: str) -> int:
    for name, starts in _BONES.items():
        if bone.startswith(starts):
            return SEGMENTS.index(name)
    return HEAD


def _without_islands(quads: Ints, segment: Ints, twin: Ints) -> Ints:
    """Small separate pieces of a segment join the segment they touch most."""
    adjacency = edge_neighbours(quads).tocoo()
    for _ in range(4):
        same = segment[adjacency.row] == segment[adjacency.col]
        graph = sparse.csr_matrix(
            (np.ones(same.sum()), (adjacency.row[same], adjacency.col[same])), shape=adjacency.shape
        )
        _, label = csgraph.connected_components(graph, directed=False)
        size = np.bincount(label)
        small = size[label] < 12
        votes = np.zeros((len(quads), len(SEGMENTS)))
        cross = small[adjacency.row] & ~same
        piece = label[adjacency.row[cross]]
        np.add.at(votes, (piece, segment[adjacency.col[cross]]), 1)
        best = votes.argmax(axis=1)
        segment = np.where(small & (votes[label].sum(axis=1) > 0), best[label], segment)
    return np.asarray(np.minimum(segment, segment[twin]))
