"""The shape of one figure in the rest pose: blended targets, exact symmetry, a calm face, no nipples."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from .source import Floats, Ints, Source

MIRROR_X = np.array([-1.0, 1.0, 1.0])
RACES = ("african", "asian", "caucasian")


@dataclass(frozen=True)
class Plan:
    """What makes a figure: its `targets` (name -> share), stature in cm and a plausible weight in kg."""

    name: str
    sex: str
    height_cm: float
    weight_kg: float
    targets: dict[str, float]


PLANS = (
    Plan(
        "woman",
        "female",
        166.0,
        57.0,
        {
            "macrodetails/universal-female-young-averagemuscle-maxweight": 0.10,
            "arms/measure-lowerarm-length-incr": 0.45,
            "breast/nipple-point-decr": 1.0,
        },
    ),
    Plan(
        "man",
        "male",
        178.0,
        71.0,
        {
            "arms/measure-upperarm-length-incr": 0.3,
            "arms/measure-lowerarm-length-incr": 0.2,
            "breast/nipple-point-decr": 1.0,
            "pelvis/bulge-decr": 1.0,
        },
    ),
)


def shape(source: Source, plan: Plan) -> Floats:
    """The vertices (V, 3) of the whole base mesh in the rest pose, feet on y = 0, exactly symmetric."""
    vertices = source.vertices.copy()
    for race in RACES:
        vertices += source.target(f"macrodetails/{race}-{plan.sex}-young") / len(RACES)
        for eye in ("left", "right"):
            vertices += source.target(f"expression/units/{race}/eye-{eye}-closure") / len(RACES)
    for name, share in plan.targets.items():
        vertices += source.target(name) * share
    vertices = symmetric(vertices, source.mirror)
    vertices = without_nipples(source, vertices)
    body = np.unique(source.quads)
    floor, top = vertices[body, 1].min(), vertices[body, 1].max()
    vertices[:, 1] -= floor
    return symmetric(vertices * (plan.height_cm / (top - floor)), source.mirror)


def symmetric(vertices: Floats, mirror: Ints) -> Floats:
    """The mean of the vertices (V, 3) and their own mirror image."""
    return (vertices + vertices[mirror] * MIRROR_X) / 2


def neighbours(quads: Ints, count: int) -> sparse.csr_matrix:
    """Row-normalised vertex adjacency (count, count) along the edges of the quads."""
    start, end = quads.ravel(), np.roll(quads, -1, axis=1).ravel()
    ones = np.ones(2 * len(start))
    matrix = sparse.csr_matrix((ones, (np.r_[start, end], np.r_[end, start])), shape=(count, count))
    matrix.data[:] = 1.0
    degree = np.maximum(np.asarray(matrix.sum(axis=1)).ravel(), 1.0)
    return sparse.diags(1.0 / degree) @ matrix


def smooth(vertices: Floats, weight: Floats, spread: sparse.csr_matrix, rounds: int) -> Floats:
    """Laplacian smoothing where `weight` (V,) is above 0, as strong as the weight says."""
    result = vertices.copy()
    amount = weight[:, None]
    for _ in range(rounds):
        result += amount * (spread @ result - result)
    return result


def without_nipples(source: Source, vertices: Floats) -> Floats:
    """The chest with the nipple and areola smoothed into the breast around them."""
    spread = neighbours(source.quads, len(vertices))
    weight = (np.abs(source.target("breast/nipple-point-incr")).sum(axis=1) > 0).astype(float)
    weight = np.maximum(weight, weight[source.mirror])
    for _ in range(2):
        weight = np.maximum(weight, np.where(spread @ weight > 0, 0.5, 0.0))
    return symmetric(smooth(vertices, weight, spread, 60), source.mirror)
