"""The shading picture of a view: soft studio light on the subdivided skin, in grey."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from .camera import PAD_CM, Shot
from .raster import rasterise
from .source import Floats, Ints
from .visible import front_facing, triangles_of


def _towards(x: float, y: float, z: float) -> Floats:
    """A unit direction in the view's frame: x right, y down, z to the viewer."""
    return np.asarray(np.array([x, y, z]) / np.linalg.norm([x, y, z]))


KEY, FILL, SKY = _towards(-0.5, -0.6, 0.8), _towards(0.85, -0.15, 0.6), _towards(0.0, -1.0, 0.25)
DARK, LIGHT, BRIGHTEST = 16.0, 248.0, 1.04
SUPERSAMPLE = 2
BAND_PX = 512


def vertex_normals(points: Floats, quads: Ints) -> Floats:
    """Unit normals (V, 3) of a mesh (outward counter-clockwise quads), weighted by area."""
    corners = points[quads]
    face = np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1])
    normals = np.zeros_like(points)
    for corner in range(4):
        np.add.at(normals, quads[:, corner], face)
    return np.asarray(normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12))


def picture(shot: Shot, points: Floats, normals: Floats, openness: Floats, quads: Ints, per_cm: float) -> np.ndarray:
    """Grey picture (H, W) uint8, 1..255, of the quads (Q, 4) that may show, antialiased.

    `points` (F, 3) in view cm, `normals` (F, 3) in the view's frame, `openness` (F,) 0..1 as in `light`.
    """
    width = int(np.ceil((shot.size[0] + 2 * PAD_CM) * per_cm))
    height = int(np.ceil((shot.size[1] + 2 * PAD_CM) * per_cm))
    triangles = triangles_of(quads)
    triangles = triangles[front_facing(points, triangles)]
    pixels = points.copy()
    pixels[:, :2] = (pixels[:, :2] + PAD_CM) * per_cm * SUPERSAMPLE
    total, count = np.zeros((height, width)), np.zeros((height, width))
    for top in range(0, height, BAND_PX):
        rows = slice(top, min(top + BAND_PX, height))
        band = pixels - [0.0, top * SUPERSAMPLE, 0.0]
        size = (rows.stop - top, width)
        values, seen = _band(band, triangles, normals, openness, (size[0] * SUPERSAMPLE, width * SUPERSAMPLE))
        total[rows], count[rows] = _halved(values, size), _halved(seen.astype(float), size)
    values = np.where(count > 0, total / np.maximum(count, 1e-9), 0.0)
    return np.clip(np.rint(_spread(values, count > 0)), 1, 255).astype(np.uint8)


def _band(
    pixels: Floats, triangles: Ints, normals: Floats, openness: Floats, size: tuple[int, int]
) -> tuple[Floats, np.ndarray]:
    """Grey (H, W), 0 where nothing is, and where something is."""
    hits = rasterise(pixels, triangles, size[1], size[0])
    seen = hits.triangle >= 0
    corners, weights = triangles[hits.triangle[seen]], hits.weights[seen]
    normal = np.einsum("nij,ni->nj", normals[corners], weights)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    values = np.zeros(size)
    values[seen] = tone(light(normal, (openness[corners] * weights).sum(axis=1)))
    return values, seen


def _halved(values: Floats, size: tuple[int, int]) -> Floats:
    return np.asarray(values.reshape(size[0], SUPERSAMPLE, size[1], SUPERSAMPLE).mean(axis=(1, 3)))


def light(normal: Floats, openness: Floats) -> Floats:
    """Light (N,) about 0..1 on skin with unit normals (N, 3) in the view's frame: sky, key, fill and a soft edge."""
    shade = np.clip(openness, 0.0, 1.0)
    sky = 0.5 + 0.5 * (normal @ SKY)
    key, fill = _soft(normal @ KEY, 0.35), _soft(normal @ FILL, 0.5)
    edge = 1.0 - np.clip(normal[:, 2], 0.0, 1.0)
    ambient = (0.26 + 0.22 * sky) * shade**1.1
    direct = (0.50 * key + 0.16 * fill) * (0.45 + 0.55 * shade)
    return np.asarray((ambient + direct) * (1.0 - 0.20 * edge**2.5))


def tone(amount: Floats) -> Floats:
    """Light to grey DARK..LIGHT; shadows are lifted a little, so that a mark drawn over them can still be seen."""
    return np.asarray(DARK + (LIGHT - DARK) * np.clip(amount / BRIGHTEST, 0.0, 1.0) ** 0.92)


def _soft(cosine: Floats, wrap: float) -> Floats:
    """Lambert's law for a broad lamp: the light reaches a little beyond the terminator."""
    return np.asarray(np.clip((cosine + wrap) / (1.0 + wrap), 0.0, 1.0) ** 1.3)


def _spread(values: Floats, seen: np.ndarray) -> Floats:
    """Values outside the body are those of its nearest pixel, so that a filled outline never shows a seam."""
    nearest = ndimage.distance_transform_edt(~seen, return_distances=False, return_indices=True)
    return np.asarray(values[tuple(nearest)])
