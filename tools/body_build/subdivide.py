"""Catmull-Clark subdivision as a sparse matrix, so one topology serves every figure and pose."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from .source import Floats, Ints


@dataclass(frozen=True)
class Fine:
    """A finer mesh: ``matrix`` (F, V) makes its vertices from the coarse ones (coarse vertices keep their ids),
    ``quads`` (Q, 4), ``parent`` (Q,) the coarse cell of each, ``rim`` (E, 2) its edges along coarse cell borders."""

    matrix: sparse.csr_matrix
    quads: Ints
    parent: Ints
    rim: Ints


def subdivide(quads: Ints, count: int, levels: int) -> Fine:
    """Catmull-Clark `levels` times over quads (Q, 4) of `count` vertices; open borders stay crisp curves."""
    matrix = sparse.identity(count, format="csr")
    parent = np.arange(len(quads))
    rim = _edges(quads)[0]
    for _ in range(levels):
        step, quads, rim = _once(quads, matrix.shape[0], rim)
        matrix = sparse.csr_matrix(step @ matrix)
        parent = np.repeat(parent, 4)
    return Fine(matrix, quads, parent, rim)


def controls(vertices: Floats, fine: Fine, rounds: int = 1) -> Floats:
    """Control points (V, 3) whose subdivided surface passes (nearly) through the vertices instead of shrinking."""
    points = vertices.copy()
    for _ in range(rounds):
        points += vertices - (fine.matrix @ points)[: len(vertices)]
    return points


def _edges(quads: Ints) -> tuple[Ints, Ints]:
    """Unique edges (E, 2) and, for each quad, the ids (Q, 4) of its edges corner i to i + 1."""
    pairs = np.sort(np.stack([quads, np.roll(quads, -1, axis=1)], axis=-1).reshape(-1, 2), axis=1)
    edges, index = np.unique(pairs, axis=0, return_inverse=True)
    return edges, index.reshape(-1, 4)


def _once(quads: Ints, count: int, rim: Ints) -> tuple[sparse.csr_matrix, Ints, Ints]:
    edges, of_quad = _edges(quads)
    n_edges, n_quads = len(edges), len(quads)
    used = np.bincount(of_quad.ravel(), minlength=n_edges)
    face = _rows(np.repeat(np.arange(n_quads), 4), quads.ravel(), 0.25, (n_quads, count))
    ends = _rows(np.repeat(np.arange(n_edges), 2), edges.ravel(), 0.5, (n_edges, count))
    touch = _rows(of_quad.ravel(), np.repeat(np.arange(n_quads), 4), 0.5, (n_edges, n_quads))
    inner = sparse.diags((used == 2).astype(float))
    border = sparse.identity(n_edges) - inner
    edge = inner @ (0.5 * ends + 0.5 * (touch @ face)) + border @ ends
    vertex = _vertex_rows(quads, edges, used, face, ends, count)
    middle = count + np.arange(n_edges)[of_quad]
    centre = np.broadcast_to(count + n_edges + np.arange(n_quads)[:, None], (n_quads, 4))
    children = np.stack([quads, middle, centre, np.roll(middle, 1, axis=1)], axis=-1).reshape(-1, 4)
    order = {tuple(pair): number for number, pair in enumerate(edges.tolist())}
    split = count + np.array([order[tuple(pair)] for pair in np.sort(rim, axis=1).tolist()])
    halves = np.vstack([np.stack([rim[:, 0], split], axis=1), np.stack([split, rim[:, 1]], axis=1)])
    return sparse.csr_matrix(sparse.vstack([vertex, edge, face])), children, halves


def _rows(row: Ints, column: Ints, value: float, shape: tuple[int, int]) -> sparse.csr_matrix:
    return sparse.csr_matrix((np.full(len(row), value), (row, column)), shape=shape)


def _vertex_rows(
    quads: Ints, edges: Ints, used: Ints, face: sparse.csr_matrix, ends: sparse.csr_matrix, count: int
) -> sparse.csr_matrix:
    """New places of the old vertices: (F + 2 R + (n - 3) P) / n inside, (A + 6 P + B) / 8 on a border."""
    on_border = np.zeros(count, bool)
    on_border[edges[used == 1].ravel()] = True
    valence = np.maximum(np.bincount(edges.ravel(), minlength=count), 1).astype(float)
    faces_of = _rows(quads.ravel(), np.repeat(np.arange(len(quads)), 4), 1.0, (count, len(quads)))
    edges_of = _rows(edges.ravel(), np.repeat(np.arange(len(edges)), 2), 1.0, (count, len(edges)))
    faces_at = np.maximum(np.bincount(quads.ravel(), minlength=count), 1)
    mean_face = sparse.diags(1.0 / faces_at) @ faces_of @ face
    mean_edge = sparse.diags(1.0 / valence) @ edges_of @ ends
    inside = sparse.diags(1.0 / valence) @ (mean_face + 2 * mean_edge + sparse.diags(valence - 3))
    rim = edges[used == 1]
    along = _rows(np.r_[rim[:, 0], rim[:, 1]], np.r_[rim[:, 1], rim[:, 0]], 0.125, (count, count))
    share = np.asarray(along.sum(axis=1)).ravel()
    kept = along + sparse.diags(1.0 - share)
    choose = sparse.diags((~on_border).astype(float))
    return sparse.csr_matrix(choose @ inside + (sparse.identity(count) - choose) @ kept)
