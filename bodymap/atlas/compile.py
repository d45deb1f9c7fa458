"""The atlas on a figure: every zone and region as cell weights, ready to be matched.

Compiled arrays are derived. They may be kept in a cache folder under the hash of what they were made from, are rebuilt
when anything changed or looks wrong, and are never edited. Only the right side is kept: the left is its mirror.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bodymap.atlas.cache import Cache, content_key
from bodymap.atlas.load import Atlas
from bodymap.atlas.model import Region
from bodymap.atlas.shapes import Name, PointZones, ShapeBook, zones_of
from bodymap.body.field import Field, union
from bodymap.body.named import box_field, strokes_field
from bodymap.body.places import Places
from bodymap.body.surface import Side, Surface
from bodymap.errors import ContentError, PlaceError
from bodymap.paths import asset

VERSION = 6
"""Raised whenever the way of compiling changes, so that older caches are not used."""

SPILLOVER_SHARE = 0.45
"""How much pain in a spillover zone counts for a source, against 1 in an essential zone."""

Weights = NDArray[np.uint8]
_Names = tuple[tuple[str, str], ...]
_Columns = tuple[Weights, Weights, Weights, NDArray[np.float32]]


class Compiled(Struct, frozen=True, eq=False, dict=True):
    """Weights 0..255 of cells (rows) for zones and regions (columns), all for the right side.

    ``points`` (T,) names the columns of ``essential`` and ``spillover`` (C, T) as (muscle, trigger point); ``regions``
    those of ``region`` (C, R), of which ``midline`` (R,) span both sides. ``extent`` (T,) is the size of each pattern
    in cm², spillover counted by its share. ``shapes`` are what is drawn of them.
    """

    surface: Surface
    points: tuple[tuple[str, str], ...]
    regions: tuple[str, ...]
    midline: NDArray[np.bool_]
    essential: Weights
    spillover: Weights
    region: Weights
    extent: NDArray[np.float32]
    shapes: ShapeBook

    def strength(self, rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """(m, T) how strongly these cells belong to each pattern: 1 essential, SPILLOVER_SHARE spillover."""
        return _strength(self.essential[rows], self.spillover[rows])

    def joint_extent(self, columns: list[int]) -> float:
        """cm² of the patterns of these columns together, spillover counted by its share."""
        if len(columns) == 1:
            return float(self.extent[columns[0]])
        together = _strength(self.essential[:, columns], self.spillover[:, columns]).max(axis=1)
        return float(self.surface.area @ together)

    @cached_property
    def region_area(self) -> NDArray[np.float32]:
        """(R,) cm² of each region on one side."""
        areas = self.surface.area @ self.region.astype(np.float32) / 255
        return np.where(self.midline, areas / 2, areas).astype(np.float32)

    def side_cells(self, cells: NDArray[np.intp], side: Side) -> NDArray[np.intp]:
        """The rows that stand for these cells when a pattern is used on ``side``."""
        return cells if side == "right" else self.surface.mirror_cell[cells].astype(np.intp)


def region_field(places: Places, region: Region, side: Side = "right") -> Field:
    """Where a named region lies on one side; for a midline region both sides together."""
    sides: tuple[Side, ...] = ("right", "left") if region.midline else (side,)
    return union(
        part
        for each in sides
        for part in (
            *(box_field(places.surface, box.segment, box.along, box.around, each) for box in region.boxes),
            strokes_field(places, region.strokes, each),
        )
    )


def compile_atlas(atlas: Atlas, surface: Surface, cache: Path | None = None) -> Compiled:
    """The atlas on a figure, from ``cache`` when it is there and up to date.

    Raises ContentError for a zone that is not on the body.
    """
    regions = tuple(atlas.regions)
    midline = np.array([region.midline for region in atlas.regions.values()], np.bool_)
    kept_in = Cache(cache) if cache and atlas.key else None
    kind, key = f"zones-{surface.name}", _key(atlas, surface)
    shapes = ShapeBook(surface, kept_in, key)
    stored = kept_in.get(kind, key) if kept_in else None
    unpacked = _unpacked(stored, len(surface.cells), len(regions))
    if unpacked is not None:
        return Compiled(surface, unpacked[0], regions, midline, *unpacked[1], shapes)
    zones, on_body = _on_the_body(atlas, surface)
    arrays = _columns(zones, on_body, surface)
    if kept_in:
        shapes.keep(zones)
        kept_in.put(kind, key, _packed(tuple(zones), arrays))
    return Compiled(surface, tuple(zones), regions, midline, *arrays, shapes)


def _on_the_body(atlas: Atlas, surface: Surface) -> tuple[dict[Name, PointZones], list[Field]]:
    """All trigger points and all regions, on the right side."""
    places = Places(surface, {landmark.id: landmark.place for landmark in atlas.landmarks.values()})
    zones, regions = {}, []
    for muscle in atlas.muscles.values():
        for point in muscle.trigger_points:
            try:
                zones[muscle.id, point.id] = zones_of(places, point)
            except PlaceError as error:
                raise ContentError(f"{muscle.id}, trigger point {point.id}: {error}") from error
    for region in atlas.regions.values():
        try:
            regions.append(region_field(places, region))
        except PlaceError as error:
            raise ContentError(f"region {region.id}: {error}") from error
    return zones, regions


def _columns(zones: Mapping[Name, PointZones], regions: Sequence[Field], surface: Surface) -> _Columns:
    empty = np.zeros((len(surface.cells), 0), np.uint8)
    fields = ([each.essential for each in zones.values()], [each.spillover for each in zones.values()], regions)
    weights = ([_weights(field, surface) for field in each] for each in fields)
    essential, spillover, region = (np.stack(parts, axis=1) if parts else empty for parts in weights)
    return essential, spillover, region, surface.area @ _strength(essential, spillover)


def _strength(essential: Weights, spillover: Weights) -> NDArray[np.float32]:
    spill = spillover.astype(np.float32) * np.float32(SPILLOVER_SHARE)
    return np.maximum(essential.astype(np.float32), spill) / np.float32(255)


def _weights(field: Field, surface: Surface) -> Weights:
    return np.round(field.region(surface).weights * 255).astype(np.uint8)


def _key(atlas: Atlas, surface: Surface) -> str:
    """What compiled weights depend on, as the key of a cache entry."""
    stats = [asset(name).stat() for name in ("body/topology.npz", f"body/{surface.name}.npz")]
    return content_key(str(VERSION), atlas.key, *(f"{stat.st_size} {stat.st_mtime_ns}" for stat in stats))


class _Stored(msgspec.Struct, frozen=True):
    """A cache entry. Of every hundred weights one is not 0, so only those are kept: where they are, and what."""

    names: _Names
    essential: tuple[bytes, bytes]
    spillover: tuple[bytes, bytes]
    region: tuple[bytes, bytes]
    extent: bytes


def _unpacked(payload: bytes | None, cells: int, regions: int) -> tuple[_Names, _Columns] | None:
    """Names and arrays of a cache entry, or None when it is missing, damaged or of another shape."""
    if payload is None:
        return None
    try:
        stored = msgspec.msgpack.decode(payload, type=_Stored)
        points = len(stored.names)
        essential = _spread(stored.essential, cells, points)
        spillover = _spread(stored.spillover, cells, points)
        region = _spread(stored.region, cells, regions)
        extent = np.frombuffer(stored.extent, np.float32)
    except (msgspec.MsgspecError, ValueError, IndexError):
        return None
    return (stored.names, (essential, spillover, region, extent)) if len(extent) == points else None


def _packed(names: _Names, arrays: _Columns) -> bytes:
    essential, spillover, region, extent = arrays
    return msgspec.msgpack.encode(
        _Stored(
            names, _gathered(essential), _gathered(spillover), _gathered(region), extent.astype(np.float32).tobytes()
        )
    )


def _gathered(weights: Weights) -> tuple[bytes, bytes]:
    """Where the weights are that are not 0, counted along the rows, and what they are."""
    where = np.flatnonzero(weights)
    return where.astype(np.uint32).tobytes(), weights.ravel()[where].tobytes()


def _spread(gathered: tuple[bytes, bytes], rows: int, columns: int) -> Weights:
    """What :func:`_gathered` was given. Raises ValueError or IndexError when it does not fit."""
    weights = np.zeros((rows, columns), np.uint8)
    weights.ravel()[np.frombuffer(gathered[0], np.uint32)] = np.frombuffer(gathered[1], np.uint8)
    return weights
