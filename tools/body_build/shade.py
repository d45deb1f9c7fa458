"""The shading picture of a view: soft studio light on the subdivided skin, in grey."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from .camera import PAD_CM, Shot
from .raster import rasterise
from .source import Floats, Ints
from .visible import front_facing, triangles_of

KEY = np.array([-0.45, -0.55, 0.75])
FILL = np.array([0.7, -0.1, 0.6])


def vertex_normals(points: Floats, quads: Ints) -> Floats:
    """Unit normals (V, 3) of a mesh (outward counter-clockwise quads), weighted by area."""
    corners = points[quads]
    face = np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1])
    normals = np.zeros_like(points)
    for corner in range(4):
        np.add.at(normals, quads[:, corner], face)
    return np.asarray(normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12))


def picture(shot: Shot, points: Floats, normals: Floats, quads: Ints, per_cm: float) -> np.ndarray:
    """Grey picture (H, W) uint8, 1..255. `points` (F, 3) in view cm, `normals` (F, 3) in the view's frame."""
    width = int(np.ceil((shot.size[0] + 2 * PAD_CM) * per_cm))
    height = int(np.ceil((shot.size[1] + 2 * PAD_CM) * per_cm))
    triangles = triangles_of(quads)
    triangles = triangles[front_facing(points, triangles)]
    pixels = points.copy()
    pixels[:, :2] = (pixels[:, :2] + PAD_CM) * per_cm
    hits = rasterise(pixels, triangles, width, height)
    seen = hits.triangle >= 0
    normal = np.zeros((height, width, 3))
    normal[seen] = (normals[triangles[hits.triangle[seen]]] * hits.weights[seen][:, :, None]).sum(axis=1)
    normal[seen] /= np.maximum(np.linalg.norm(normal[seen], axis=1, keepdims=True), 1e-9)
    light = 0.30 + 0.16 * normal[..., 2] + 0.42 * _lambert(normal, KEY) + 0.16 * _lambert(normal, FILL)
    return _spread(np.clip(light * 255, 1, 255), seen).astype(np.uint8)


def _lambert(normal: Floats, direction: Floats) -> Floats:
    unit = direction / np.linalg.norm(direction)
    return np.asarray(np.clip(0.25 + 0.75 * (normal @ unit), 0, 1))


def _spread(values: Floats, seen: np.ndarray) -> Floats:
    """Values outside the body are those of its nearest pixel, so that a filled outline never shows a seam."""
    nearest = ndimage.distance_transform_edt(~seen, return_distances=False, return_indices=True)
    return np.asarray(values[tuple(nearest)])
