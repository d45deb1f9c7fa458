"""Writes the files of `assets/body/`; their form is what `bodymap/body` reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import shapely
from PIL import Image
from shapely import MultiPolygon

from .camera import Shot
from .cells import Cells
from .joints import JOINTS
from .source import Floats
from .visible import Visible

HIGH_QUALITY = 92
SIMPLER_CM = 0.03
"""Seen from afar nobody misses points of the silhouette that deviate less than this."""


def write_topology(folder: Path, topology: Cells) -> None:
    """``topology.npz``: what all figures share."""
    np.savez(
        folder / "topology.npz",
        cells=topology.cells.astype(np.int32),
        mirror_vertex=topology.mirror_vertex.astype(np.int32),
        mirror_cell=topology.mirror_cell.astype(np.int32),
        segment=topology.segment.astype(np.uint8),
        side=topology.side.astype(np.int8),
        neighbours=edge_neighbours(topology.cells.astype(np.int32)),
    )


def edge_neighbours(cells: np.ndarray) -> np.ndarray:
    """(C, 4) the cell across each edge of cells (C, 4), or the cell itself where the skin ends."""
    count = len(cells)
    edges = np.sort(np.stack([cells, np.roll(cells, -1, axis=1)], axis=-1).reshape(-1, 2), axis=1)
    order = np.lexsort((edges[:, 1], edges[:, 0]))
    ordered = edges[order]
    paired = np.flatnonzero((ordered[:-1] == ordered[1:]).all(axis=1))
    neighbours = np.repeat(np.arange(count, dtype=np.int32), 4)
    first, second = order[paired], order[paired + 1]
    neighbours[first], neighbours[second] = second // 4, first // 4
    return neighbours.reshape(count, 4)


def write_figure(folder: Path, name: str, vertices: Floats, normals: Floats, joints: dict[str, Floats]) -> None:
    """``{name}.npz``: canonical vertices and normals (V, 3), joints (J, 3) in the order of `JOINTS`."""
    places = np.array([joints[joint] for joint in JOINTS])
    np.savez(
        folder / f"{name}.npz",
        vertices=vertices.astype(np.float32),
        normals=normals.astype(np.float32),
        joints=places.astype(np.float32),
    )


def write_view(folder: Path, name: str, shot: Shot, count: int, visible: Visible, contours: list[Floats]) -> None:
    """``{name}_{view}.npz``: where the `count` vertices fall, what is seen of each cell, the outline, inner lines."""
    arrays: dict[str, Any] = {
        "xy": shot.points[:count, :2].astype(np.float32),
        "depth": shot.points[:count, 2].astype(np.float32),
        "cell": visible.cells.astype(np.int32),
        **_ragged("vis", visible.parts),
        **_ragged("outline", np.array([visible.outline])),
        **_ragged("far", np.array([from_afar(visible.outline)])),
        "contour_coords": np.vstack([np.zeros((0, 2)), *contours]).astype(np.float32),
        "contour_offsets": np.cumsum([0, *(len(line) for line in contours)]).astype(np.int32),
    }
    np.savez(folder / f"{name}_{shot.camera.name}.npz", **arrays)


def from_afar(outline: MultiPolygon) -> MultiPolygon:
    """The silhouette with fewer points, for small scales: drawing it takes half the time."""
    return MultiPolygon(list(shapely.get_parts(np.asarray(shapely.simplify(outline, SIMPLER_CM)))))


def _ragged(prefix: str, shapes: np.ndarray) -> dict[str, Any]:
    kind, coordinates, offsets = shapely.to_ragged_array(shapes)
    arrays: dict[str, Any] = {
        f"{prefix}_type": np.int32(int(kind)),
        f"{prefix}_coords": coordinates.astype(np.float32),
    }
    arrays.update({f"{prefix}_offsets_{level}": offset.astype(np.int32) for level, offset in enumerate(offsets)})
    return arrays


def write_picture(path: Path, grey: np.ndarray) -> None:
    """A shading picture (H, W) of 1..255: as WebP with three equal channels, for it has no grey, or bare as PGM."""
    if path.suffix == ".pgm":
        Image.fromarray(grey, "L").save(path)
    else:
        Image.fromarray(grey, "L").convert("RGB").save(path, "WEBP", quality=HIGH_QUALITY, method=6)
