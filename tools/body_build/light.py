"""How open the sky is over each point of the skin: soft shadow in folds, armpits and between fingers."""

from __future__ import annotations

import numpy as np

from .raster import directions, rasterise
from .source import Floats, Ints
from .visible import triangles_of

RAYS = 128
PX_PER_CM = 5.0
CLEARANCE_CM = 0.25


def openness(points: Floats, normals: Floats, quads: Ints) -> Floats:
    """For each vertex (V,) the cosine-weighted share 0..1 of the directions above the skin that nothing blocks."""
    triangles = triangles_of(quads)
    lifted = points + normals * CLEARANCE_CM
    free, total = np.zeros(len(points)), np.zeros(len(points))
    for right, down, toward in directions(RAYS):
        frame = np.stack([right, down, toward])
        view, at = points @ frame.T, lifted @ frame.T
        corner = view[:, :2].min(axis=0) - 3 / PX_PER_CM
        view[:, :2], at[:, :2] = (view[:, :2] - corner) * PX_PER_CM, (at[:, :2] - corner) * PX_PER_CM
        width, height = (np.ceil(view[:, :2].max(axis=0)) + 4).astype(int)
        depth = rasterise(view, triangles, int(width), int(height)).depth
        pixel = np.clip(at[:, :2].astype(int), 0, [int(width) - 1, int(height) - 1])
        cosine = np.maximum(normals @ toward, 0.0)
        free += cosine * (at[:, 2] >= depth[pixel[:, 1], pixel[:, 0]] - CLEARANCE_CM / 2)
        total += cosine
    return np.asarray(free / total)
