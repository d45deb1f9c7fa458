"""From arrays and shapely geometry to painter paths, made once and painted many times. Coordinates stay cm."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QDataStream, QPointF, Qt
from PySide6.QtGui import QPainterPath

Floats = NDArray[np.floating[Any]]
_MOVE, _LINE = 0, 1
_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])


def path_of_runs(runs: Sequence[Floats]) -> QPainterPath:
    """One path with a line through each of ``runs``, arrays (n, 2) of at least two points."""
    runs = [run for run in runs if len(run) > 1]
    if not runs:
        return QPainterPath()
    starts = np.cumsum([0, *(len(run) for run in runs[:-1])])
    path = _path(np.concatenate(runs), starts)
    path.setFillRule(Qt.FillRule.OddEvenFill)
    return path


def path_of_rings(rings: Iterable[Floats], *, closed: bool = True) -> QPainterPath:
    """One winding path with all polygons (or lines, when not ``closed``) of some arrays (n, k, 2)."""
    points, starts, count = [], [], 0
    for ring in rings:
        each = np.concatenate([ring, ring[:, :1]], axis=1) if closed else ring
        starts.append(count + np.arange(len(each)) * each.shape[1])
        points.append(each.reshape(-1, 2))
        count += len(points[-1])
    return _path(np.concatenate(points), np.concatenate(starts)) if count else QPainterPath()


def _path(points: Floats, starts: NDArray[np.integer[Any]]) -> QPainterPath:
    """A winding path through ``points`` (n, 2), lifting the pen before each of ``starts`` (ascending).

    It is read from Qt's own serial form of a path, which takes a hundredth of the time of a call per point.
    """
    elements = np.zeros(len(points), _ELEMENT)
    elements["kind"] = _LINE
    elements["kind"][starts] = _MOVE
    elements["x"], elements["y"] = points[:, 0], points[:, 1]
    winding = Qt.FillRule.WindingFill
    data = struct.pack(">i", len(points)) + elements.tobytes() + struct.pack(">ii", int(starts[-1]), winding.value)
    stream = QDataStream(QByteArray(data))
    path = QPainterPath()
    stream >> path
    path.setFillRule(winding)
    return path


def path_of(geometry: Any) -> QPainterPath:
    """The outline of a Polygon or MultiPolygon, holes left out when it is filled."""
    rings = [shapely.get_coordinates(ring) for ring in shapely.get_rings(np.array(shapely.get_parts(geometry)))]
    return path_of_runs(rings)


def smooth_path(points: Sequence[tuple[float, float]]) -> QPainterPath:
    """A soft curve through ``points``: from middle to middle with the points as controls."""
    path = QPainterPath(QPointF(*points[0]))
    for (ax, ay), (bx, by) in pairwise(points[1:]):
        path.quadTo(ax, ay, (ax + bx) / 2, (ay + by) / 2)
    path.lineTo(*points[-1])
    return path


def runs_of(points: Iterable[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """The stretches of consecutive points that can be seen; None is a hidden one."""
    runs: list[list[tuple[float, float]]] = [[]]
    for each in points:
        if each is not None:
            runs[-1].append(each)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) > 1]


def cross_path(size: float) -> QPainterPath:
    """A lying cross (an X) of that width round the origin."""
    half = size / 2
    path = QPainterPath()
    for start, end in (((-half, -half), (half, half)), ((-half, half), (half, -half))):
        path.moveTo(*start)
        path.lineTo(*end)
    return path
