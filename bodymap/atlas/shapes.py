"""The shapes of trigger points on a figure: what is drawn of a source, where the compiled weights are what is counted.

To work out the shapes of one muscle takes 20 to 200 ms, too long for a click in a list. Compiling the atlas needs most
of them anyway, so they are kept beside the weights, about 3 MB for a figure, in a file of their own that is read when
the first source is chosen: a start does not pay for them. Only the right side is kept: the left is its mirror.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import numpy as np
from msgspec import Struct

from bodymap.atlas.cache import Cache
from bodymap.atlas.model import TriggerPoint
from bodymap.body.field import Field
from bodymap.body.mirror import mirrored_field, mirrored_points
from bodymap.body.named import strokes_field
from bodymap.body.places import Places
from bodymap.body.stroke import trace
from bodymap.body.surface import LATTICE, Surface, SurfacePoint

Name = tuple[str, str]
"""A muscle and a trigger point of it, by id."""
_PLACES = np.dtype([("cell", "<i4"), ("uv", "<f8", 2), ("position", "<f8", 3)])


class PointZones(Struct, frozen=True, eq=False):
    """One trigger point on the skin: its zones as fields, its X marks, and its fibres as a traced path."""

    id: str
    essential: Field
    spillover: Field
    spots: tuple[SurfacePoint, ...]
    fibres: tuple[SurfacePoint, ...]

    def mirrored(self, surface: Surface) -> PointZones:
        """The same on the other side."""
        return PointZones(
            self.id,
            mirrored_field(surface, self.essential),
            mirrored_field(surface, self.spillover),
            mirrored_points(surface, self.spots),
            mirrored_points(surface, self.fibres),
        )


def zones_of(places: Places, point: TriggerPoint) -> PointZones:
    """A trigger point on the right side. Raises PlaceError for a place that is not on the body."""
    return PointZones(
        id=point.id,
        essential=strokes_field(places, point.essential),
        spillover=strokes_field(places, point.spillover),
        spots=tuple(places.resolve(place) for place in (point.place, *point.spots)),
        fibres=tuple(trace(places.surface, [places.resolve(place) for place in point.fibres])),
    )


class _Kept(Struct, frozen=True, array_like=True):
    """The bytes of a trigger point: cells and values of both fields, spots, fibres."""

    essential: tuple[bytes, bytes]
    spillover: tuple[bytes, bytes]
    spots: bytes
    fibres: bytes


class ShapeBook:
    """The shapes of an atlas on ``surface`` as a cache keeps them under ``key``."""

    def __init__(self, surface: Surface, cache: Cache | None, key: str) -> None:
        self._surface, self._cache, self._key = surface, cache, key
        self._kept: dict[Name, _Kept] | None = None

    def keep(self, zones: Mapping[Name, PointZones]) -> None:
        """Write down all the trigger points of the atlas."""
        if self._cache is not None:
            kept = [(name, _packed(each)) for name, each in zones.items()]
            self._cache.put(self._kind, self._key, msgspec.msgpack.encode(kept))

    def find(self, muscle: str, point: str) -> PointZones | None:
        """A trigger point on the right side, or None where it is not kept (no cache, or a damaged one)."""
        if self._kept is None:
            self._kept = self._read()
        kept = self._kept.get((muscle, point))
        try:
            return _unpacked(point, kept, len(self._surface.cells)) if kept is not None else None
        except ValueError:
            return None

    @property
    def _kind(self) -> str:
        return f"shapes-{self._surface.name}"

    def _read(self) -> dict[Name, _Kept]:
        payload = self._cache.get(self._kind, self._key) if self._cache is not None else None
        try:
            return dict(msgspec.msgpack.decode(payload, type=list[tuple[Name, _Kept]])) if payload else {}
        except msgspec.MsgspecError:
            return {}


def _packed(zones: PointZones) -> _Kept:
    essential, spillover = (
        (field.cells.astype("<i4").tobytes(), field.values.astype("<f4").tobytes())
        for field in (zones.essential, zones.spillover)
    )
    return _Kept(essential, spillover, _bytes_of(zones.spots), _bytes_of(zones.fibres))


def _unpacked(point: str, kept: _Kept, cells: int) -> PointZones:
    """Raises ValueError when the bytes are not those of shapes on that many cells."""
    return PointZones(
        point,
        _field(*kept.essential, cells),
        _field(*kept.spillover, cells),
        _points(kept.spots, cells),
        _points(kept.fibres, cells),
    )


def _field(cells: bytes, values: bytes, count: int) -> Field:
    rows = np.frombuffer(cells, "<i4")
    depths = np.frombuffer(values, "<f4").reshape(len(rows), LATTICE, LATTICE)
    if len(rows) and not 0 <= rows.min() <= rows.max() < count:
        raise ValueError("a cell that the body has not")
    return Field(rows, depths)


def _bytes_of(points: tuple[SurfacePoint, ...]) -> bytes:
    return np.array([(point.cell, point.uv, point.position) for point in points], _PLACES).tobytes()


def _points(data: bytes, count: int) -> tuple[SurfacePoint, ...]:
    told = np.frombuffer(data, _PLACES)
    if len(told) and not 0 <= told["cell"].min() <= told["cell"].max() < count:
        raise ValueError("a cell that the body has not")
    rows = zip(told["cell"].tolist(), told["uv"].tolist(), told["position"].tolist(), strict=True)
    return tuple(SurfacePoint(cell, (u, v), (x, y, z)) for cell, (u, v), (x, y, z) in rows)
