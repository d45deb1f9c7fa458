"""The shape of one figure in the rest pose: blended targets, exact symmetry, a calm face, no nipples."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import interpolate, sparse

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
        56.5,
        {
            "macrodetails/universal-female-young-averagemuscle-maxweight": 0.16,
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
    return np.asarray((vertices + vertices[mirror] * MIRROR_X) / 2)


def neighbours(quads: Ints, count: int) -> sparse.csr_matrix:
    """Row-normalised vertex adjacency (count, count) along the edges of the quads."""
    start, end = quads.ravel(), np.roll(quads, -1, axis=1).ravel()
    ones = np.ones(2 * len(start))
    matrix = sparse.csr_matrix((ones, (np.r_[start, end], np.r_[end, start])), shape=(count, count))
    matrix.data[:] = 1.0
    degree = np.maximum(np.asarray(matrix.sum(axis=1)).ravel(), 1.0)
    return sparse.csr_matrix(sparse.diags(1.0 / degree) @ matrix)


def grown(chosen: np.ndarray, spread: sparse.csr_matrix, rings: int) -> np.ndarray:
    """The chosen vertices (V,) and those up to `rings` edges away."""
    for _ in range(rings):
        chosen = chosen | (spread @ chosen.astype(float) > 0)
    return chosen


def fair(vertices: Floats, free: np.ndarray, around: np.ndarray) -> Floats:
    """The free vertices (V,) moved along their common normal onto the thin plate through the vertices around them."""
    middle = vertices[around].mean(axis=0)
    frame = np.linalg.svd(vertices[around] - middle)[2]
    ring, patch = ((vertices[chosen] - middle) @ frame.T for chosen in (around, free))
    plate = interpolate.RBFInterpolator(ring[:, :2], ring[:, 2], kernel="thin_plate_spline", smoothing=0.02)
    patch[:, 2] = plate(patch[:, :2])
    result = vertices.copy()
    result[free] = patch @ frame + middle
    return result


def without_nipples(source: Source, vertices: Floats) -> Floats:
    """The chest with nipple and areola replaced by a smooth patch of the breast around them."""
    spread = neighbours(source.quads, len(vertices))
    nipple = np.abs(source.target("breast/nipple-point-incr")).sum(axis=1) > 0
    for side in (nipple & (vertices[:, 0] > 0), nipple & (vertices[:, 0] < 0)):
        free = grown(side, spread, 2)
        vertices = fair(vertices, free, grown(free, spread, 3) & ~free)
    return symmetric(vertices, source.mirror)
