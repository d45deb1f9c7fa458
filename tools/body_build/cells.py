"""Which quads are skin, and what each is called: its segment, its side, its mirror."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from .raster import rasterise
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
HEAD = SEGMENTS.index("head")


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
    seen = np.zeros(len(quads))
    for vertices in shapes:
        seen = np.maximum(seen, exposure(vertices, quads))
    skin |= _largest(quads, np.maximum(seen, seen[twin]) > 0.03)
    keep = np.flatnonzero(skin & skin[twin])
    vertex, cells = np.unique(quads[keep], return_inverse=True)
    place = np.full(len(mirror), -1)
    place[vertex] = np.arange(len(vertex))
    order = np.full(len(quads), -1)
    order[keep] = np.arange(len(keep))
    middle = shapes[0][quads[keep]].mean(axis=1)[:, 0]
    side = np.where(twin[keep] == keep, 0, np.where(middle > 0, 1, -1))
    return Cells(vertex, cells.reshape(-1, 4), place[mirror[vertex]], order[twin[keep]], segment[keep], side)


def _largest(quads: Ints, chosen: Ints) -> Ints:
    """The chosen quads of the largest connected piece, with holes of up to a few quads inside it closed."""
    ids = np.flatnonzero(chosen)
    adjacency = edge_neighbours(quads)
    _, label = csgraph.connected_components(adjacency[ids][:, ids], directed=False)
    result = np.zeros(len(quads), bool)
    result[ids[label == np.bincount(label).argmax()]] = True
    return result


def exposure(vertices: Floats, quads: Ints, rays: int = 90, per_cm: float = 7.0) -> Floats:
    """For each quad of the head the largest share of it that one of `rays` directions can see (0..1)."""
    head = vertices[quads].mean(axis=1)
    near = np.flatnonzero(head[:, 1] > np.quantile(vertices[:, 1], 0.5))
    triangles = np.vstack([quads[near][:, [0, 1, 2]], quads[near][:, [0, 2, 3]]])
    owner = np.r_[near, near]
    seen = np.zeros(len(quads))
    used = np.unique(triangles)
    for right, down, toward in _directions(rays):
        view = np.stack([vertices @ right, vertices @ down, vertices @ toward], axis=1)
        view[:, :2] = (view[:, :2] - view[used, :2].min(axis=0)) * per_cm + 2
        width, height = (np.ceil(view[used, :2].max(axis=0)) + 3).astype(int)
        hits = rasterise(view, triangles, int(width), int(height)).triangle
        count = np.bincount(owner[hits[hits >= 0]], minlength=len(quads))
        corners = view[quads][:, :, :2]
        facing = _signed_area(corners)
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.where(facing > 1.0, count / np.maximum(facing, 1.0), 0.0)
        seen = np.maximum(seen, np.minimum(share, 1.0))
    return seen


def _signed_area(corners: Floats) -> Floats:
    """Area (N,) of projected quads (N, 4, 2), y down: positive where the quad looks at the viewer."""
    first, second = corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1]
    return np.asarray(-(first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0]) / 2)


def _directions(count: int) -> list[tuple[Floats, Floats, Floats]]:
    """Camera frames (right, down, toward the viewer) spread evenly over the sphere."""
    frames = []
    for index in range(count):
        y = 1 - 2 * (index + 0.5) / count
        turn = index * np.pi * (3 - np.sqrt(5))
        radius = np.sqrt(1 - y * y)
        toward = np.array([radius * np.cos(turn), y, radius * np.sin(turn)])
        right = np.cross([0.0, 1.0, 0.0], toward)
        right /= np.linalg.norm(right)
        frames.append((right, -np.cross(toward, right), toward))
    return frames


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
