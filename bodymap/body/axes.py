"""The axis of every segment: where T runs, and which way anterior and lateral point."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

import numpy as np
from msgspec import Struct

from bodymap.body.address import FINGERS, FOOT, TOES
from bodymap.body.surface import Floats, Side, Surface

MIDLINE = ("head", "neck", "trunk")

NEIGHBOURS = {
    "head": ("neck",),
    "neck": ("head", "trunk"),
    "trunk": ("neck", "thigh", "upper_arm"),
    "upper_arm": ("trunk", "forearm"),
    "forearm": ("upper_arm", "hand"),
    "hand": ("forearm", *FINGERS),
    "thigh": ("trunk", "leg"),
    "leg": ("thigh", "foot"),
    "foot": ("leg", *TOES),
    **dict.fromkeys(FINGERS, ("hand",)),
    **dict.fromkeys(TOES, ("foot",)),
}
"""Segments that a ray or an offset from a segment may end on."""


@lru_cache(maxsize=512)
def walk(start: str, end: str) -> tuple[str, ...]:
    """The segments that a path over the skin crosses from one to another, both included."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    for _ in NEIGHBOURS:
        for way in list(ways.values()):
            for near in NEIGHBOURS[way[-1]]:
                ways.setdefault(near, (*way, near))
        if end in ways:
            break
    return ways[end]


_LIMBS = {
    "upper_arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "wrist"),
    "hand": ("wrist", "finger3_base"),
    "thigh": ("hip", "knee"),
    "leg": ("knee", "ankle"),
    **{name: (f"finger{i}_base", f"finger{i}_tip") for i, name in enumerate(FINGERS, 1)},
    **{name: (f"toe{i}_base", f"toe{i}_tip") for i, name in enumerate(TOES, 1)},
}


class Axis(Struct, frozen=True, eq=False):
    """``start`` and ``end`` (3,) cm; unit vectors ``along``, ``anterior`` (0 degrees) and ``lateral`` (90 degrees)."""

    start: Floats
    end: Floats
    along: Floats
    anterior: Floats
    lateral: Floats

    @property
    def length(self) -> float:
        """Joint to joint, cm."""
        return float(np.linalg.norm(self.end - self.start))

    def direction(self, degrees: float) -> Floats:
        """(3,) unit vector across the axis at that angle."""
        angle = np.deg2rad(degrees)
        return cast(Floats, np.cos(angle) * self.anterior + np.sin(angle) * self.lateral)

    def locate(self, points: Floats) -> tuple[Floats, Floats, Floats]:
        """T, degrees 0-360 and distance from the axis in cm of points (..., 3)."""
        offset = points - self.start
        t = offset @ self.along / self.length
        front, side = offset @ self.anterior, offset @ self.lateral
        return t, np.rad2deg(np.arctan2(side, front)) % 360.0, np.hypot(front, side)


def axis(surface: Surface, segment: str, side: Side) -> Axis:
    """The axis of a segment on one side of a figure; for head, neck and trunk only the sense of lateral differs."""
    return _axis(surface, segment, side)


@lru_cache(maxsize=256)
def _axis(surface: Surface, segment: str, side: Side) -> Axis:
    start, end = _ends(surface, segment, "R" if side == "right" else "L")
    outward = np.array([-1.0 if side == "right" else 1.0, 0.0, 0.0])
    along = (end - start) / np.linalg.norm(end - start)
    front = np.array([0.0, 1.0, 0.0]) if segment in FOOT else np.array([0.0, 0.0, 1.0])
    anterior = front - along * (front @ along)
    anterior /= np.linalg.norm(anterior)
    lateral = np.cross(along, anterior)
    if lateral @ outward < 0:
        lateral = -lateral
    return Axis(start, end, along, anterior, lateral)


def _ends(surface: Surface, segment: str, side: str) -> tuple[Floats, Floats]:
    joints = surface.joints
    if segment == "head":
        return joints["skull_base"], joints["head_top"]
    if segment == "neck":
        return joints["neck_base"], joints["skull_base"]
    if segment == "trunk":
        return joints["neck_base"], _perineum(surface)
    if segment == "foot":
        return _foot_ends(surface, side)
    start, end = _LIMBS[segment]
    return joints[f"{start}.{side}"], joints[f"{end}.{side}"]


def _perineum(surface: Surface) -> Floats:
    """The lowest point of the trunk in the midline, under the middle of the hips."""
    trunk = surface.cells[surface.segment_mask("trunk", "thigh")].ravel()
    points = surface.vertices[trunk]
    low = points[np.abs(points[:, 0]) < 0.5][:, 1].min()
    hips = (surface.joints["hip.L"] + surface.joints["hip.R"]) / 2
    return np.array([0.0, low, hips[2]])


def _foot_ends(surface: Surface, side: str) -> tuple[Floats, Floats]:
    """From the back of the heel to the metatarsal heads, at the height of the middle of the forefoot."""
    mask = surface.segment_mask("foot") & (surface.side == (-1 if side == "R" else 1))
    points = surface.vertices[surface.cells[mask].ravel()]
    bases = np.array([surface.joints[f"toe{i}_base.{side}"] for i in (2, 3)])
    end = bases.mean(axis=0)
    heel = points[points[:, 1] < end[1] + 3.0]
    back = heel[np.argmin(heel[:, 2])]
    return np.array([surface.joints[f"ankle.{side}"][0], end[1], back[2]]), end
