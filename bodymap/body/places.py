"""Where a place lies on a figure's skin."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from bodymap.body.address import Address, Between, Named, Offset, Place, Spot, parse_place
from bodymap.body.axes import MIDLINE, NEIGHBOURS, axis
from bodymap.body.stroke import nearest_points, on_triangle, trace
from bodymap.body.surface import Floats, Ints, Side, Surface, SurfacePoint
from bodymap.errors import PlaceError
from bodymap.words import suggestion

MAX_DEPTH = 24
"""Landmarks may rest on landmarks, but not in a circle."""

_DIRECTIONS = {
    "up": (0, 1, 0),
    "down": (0, -1, 0),
    "forward": (0, 0, 1),
    "back": (0, 0, -1),
    "out": (1, 0, 0),
    "in": (-1, 0, 0),
}
_JOINT_SEGMENTS = {
    "shoulder": "upper_arm",
    "elbow": "forearm",
    "wrist": "forearm",
    "hip": "thigh",
    "knee": "thigh",
    "ankle": "leg",
    "finger": "hand",
    "toe": "foot",
    "eye": "head",
    "neck_base": "neck",
    "skull_base": "neck",
    "head_top": "head",
    "jaw": "head",
    "pelvis": "trunk",
    "spine": "trunk",
}


def opposite(side: Side) -> Side:
    """The other side."""
    return "left" if side == "right" else "right"


class Places:
    """Resolves places on one figure. ``landmarks`` maps a landmark's id to its own place."""

    def __init__(self, surface: Surface, landmarks: Mapping[str, str]) -> None:
        self.surface = surface
        self._landmarks = landmarks
        self._known: dict[tuple[Place, Side], SurfacePoint] = {}
        self._around: dict[tuple[str, Side], Ints] = {}

    def resolve(self, place: Place | str, side: Side = "right") -> SurfacePoint:
        """The point of the skin that a place means on ``side``. Raises PlaceError when there is none.

        Content is written for the right side: a place that names its side itself means the other one when it is used
        on the left.
        """
        return self._resolve(parse_place(place) if isinstance(place, str) else place, side, 0)

    def brush(self, stroke: list[tuple[str, float]], side: Side = "right") -> list[tuple[SurfacePoint, float]]:
        """The points and radii (cm) of a stroke as content files write it."""
        return [(self.resolve(place, side), radius) for place, radius in stroke]

    def _resolve(self, place: Place, side: Side, depth: int) -> SurfacePoint:
        key = (place, side)
        if key not in self._known:
            if depth > MAX_DEPTH:
                raise PlaceError("a landmark is defined by itself; landmarks may only use those before them")
            found = self._between(place, side, depth) if isinstance(place, Between) else self._spot(place, side, depth)
            self._known[key] = found
        return self._known[key]

    def _between(self, place: Between, side: Side, depth: int) -> SurfacePoint:
        start, end = (self._resolve(spot, side, depth + 1) for spot in (place.start, place.end))
        path = trace(self.surface, [start, end])
        steps = np.linalg.norm(np.diff([point.position for point in path], axis=0), axis=1)
        reached = np.concatenate([[0.0], np.cumsum(steps)])
        return path[int(np.argmin(np.abs(reached - place.t * reached[-1])))]

    def _spot(self, spot: Spot, side: Side, depth: int) -> SurfacePoint:
        if spot.side is not None:
            side = spot.side if side == "right" else opposite(spot.side)
        if isinstance(spot.base, Address):
            point = self._ray(spot.base, side)
            return (
                self._moved(np.array(point.position), spot.offsets, side, self.surface.segment_name(point.cell))
                if spot.offsets
                else point
            )
        if spot.base.name.startswith("@"):
            name, position = self._joint(spot.base, side)
            return self._moved(position, spot.offsets, side, _JOINT_SEGMENTS[name])
        point = self._landmark(spot.base, side, depth)
        if not spot.offsets:
            return point
        return self._moved(np.array(point.position), spot.offsets, side, self.surface.segment_name(point.cell))

    def _landmark(self, base: Named, side: Side, depth: int) -> SurfacePoint:
        text = self._landmarks.get(base.name)
        if text is None:
            hint = suggestion(base.name, self._landmarks)
            raise PlaceError(f"there is no landmark “{base.name}”{hint}; `bodymap landmarks` lists them")
        return self._resolve(parse_place(text), side, depth + 1)

    def _joint(self, base: Named, side: Side) -> tuple[str, Floats]:
        name = base.name[1:]
        joints = self.surface.joints
        position = joints.get(name, joints.get(f"{name}.{'R' if side == 'right' else 'L'}"))
        stem = name.rstrip("0123456789") if name.startswith("spine") else name
        stem = stem.split("_")[0].rstrip("0123456789") if stem.startswith(("finger", "toe")) else stem
        if position is None or stem not in _JOINT_SEGMENTS:
            known = sorted({joint.split(".")[0] for joint in joints})
            raise PlaceError(f"there is no joint “@{name}”{suggestion(name, known)}")
        return stem, position

    def _moved(self, start: Floats, offsets: tuple[Offset, ...], side: Side, segment: str) -> SurfacePoint:
        target = start.copy()
        for offset in offsets:
            step = np.array(_DIRECTIONS[offset.direction], float) * offset.cm
            target += step * ((-1.0 if side == "right" else 1.0), 1.0, 1.0)
        return nearest_points(self.surface, target[None], allowed=self._allowed(segment, side))[0]

    def _allowed(self, segment: str, side: Side) -> Ints:
        """Cells that a ray or an offset may end on: the segment's own and its neighbours', a limb's on its side."""
        key = segment, side
        if key not in self._around:
            surface = self.surface
            around = surface.segment_mask(segment, *NEIGHBOURS[segment])
            own_side = surface.side == (-1 if side == "right" else 1)
            self._around[key] = np.flatnonzero(around & (own_side | surface.segment_mask(*MIDLINE))).astype(np.int32)
        return self._around[key]

    def _ray(self, address: Address, side: Side) -> SurfacePoint:
        """Where the ray from the axis in the address's direction leaves the body."""
        surface = self.surface
        line = axis(surface, address.segment, side)
        origin = line.start + line.along * line.length * address.t
        direction = line.direction(address.degrees)
        cells = self._allowed(address.segment, side)
        ahead = np.cross(surface.centres[cells] - origin, direction)
        cells = cells[np.linalg.norm(ahead, axis=1) <= surface.size[cells]]
        corners = surface.vertices[surface.triangles.reshape(-1, 2, 3)[cells].reshape(-1, 3)]
        distance, weights = _hits(corners, origin, direction)
        hits = np.flatnonzero(np.isfinite(distance))
        if not len(hits):
            return self._moved(origin + direction * 5.0, (), side, address.segment)
        own = hits[surface.segment_mask(address.segment)[cells[hits // 2]]]
        best = own[np.argmin(distance[own])] if len(own) else hits[np.argmin(distance[hits])]
        return on_triangle(surface, int(cells[best // 2]), int(best % 2), weights[best])


def _hits(corners: Floats, origin: Floats, direction: Floats) -> tuple[Floats, Floats]:
    """Distance (t,), infinite for a miss and weights (t, 3) where a ray leaves triangles (t, 3, 3) (Möller)."""
    a, ab, ac = corners[:, 0], corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    p = np.cross(direction, ac)
    det = np.einsum("td,td->t", ab, p)
    safe = np.where(np.abs(det) < 1e-12, 1.0, det)
    to = origin - a
    q = np.cross(to, ab)
    u = np.einsum("td,td->t", to, p) / safe
    v = q @ direction / safe
    distance = np.einsum("td,td->t", ac, q) / safe
    leaves = (np.cross(ab, ac) @ direction) > 0
    edge = 1e-9
    hit = (np.abs(det) >= 1e-12) & (u >= -edge) & (v >= -edge) & (u + v <= 1 + edge) & (distance > 0) & leaves
    weights = np.clip(np.stack([1 - u - v, u, v], axis=1), 0.0, 1.0)
    return np.where(hit, distance, np.inf), weights
