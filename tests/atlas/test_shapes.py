"""The shapes of trigger points that are kept beside the compiled weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from bodymap.atlas.load import Atlas
from bodymap.atlas.shapes import PointZones, zones_of
from bodymap.body.field import Field
from bodymap.body.surface import Surface, SurfacePoint
from bodymap.engine import Engine


@pytest.fixture
def small_atlas(engine: Engine) -> Atlas:
    """One muscle, which compiles in a moment."""
    return replace(
        engine.atlas, muscles={"gluteus_minimus": engine.atlas.muscles["gluteus_minimus"]}, regions={}, key="small"
    )


def same(one: Field, other: Field) -> bool:
    return np.array_equal(one.cells, other.cells) and np.array_equal(one.values, other.values)


@pytest.mark.parametrize("muscle", ["gluteus_minimus", "masseter", "interossei_hand"])
def test_what_is_kept_is_what_would_be_worked_out(engine: Engine, muscle: str) -> None:
    for point in engine.atlas.muscles[muscle].trigger_points:
        kept, made = engine.compiled.shapes.find(muscle, point.id), zones_of(engine.places, point)
        assert kept is not None
        assert kept.id == made.id == point.id
        assert same(kept.essential, made.essential)
        assert same(kept.spillover, made.spillover)
        assert kept.spots == made.spots
        assert kept.fibres == made.fibres


def test_every_trigger_point_is_kept(engine: Engine) -> None:
    for muscle in engine.atlas.muscles.values():
        for point in muscle.trigger_points:
            assert engine.compiled.shapes.find(muscle.id, point.id) is not None, f"{muscle.id} {point.id}"
    assert engine.compiled.shapes.find("gluteus_minimus", "no such point") is None


def test_the_left_side_is_the_mirror_of_the_right(engine: Engine, woman: Surface) -> None:
    def away(left: tuple[SurfacePoint, ...], right: tuple[SurfacePoint, ...]) -> float:
        mirrored = np.array([point.position for point in right]) * (-1, 1, 1)
        return float(np.linalg.norm(np.array([point.position for point in left]) - mirrored, axis=1).max())

    for muscle in ("gluteus_minimus", "trapezius", "interossei_foot"):
        for left, right in zip(engine.zone(muscle, "left").points, engine.zone(muscle, "right").points, strict=True):
            image = right.essential.region(woman).mirrored(woman)
            assert left.essential.region(woman).weights == pytest.approx(image.weights, abs=1e-5)
            # A mirrored cell may be split into triangles along its other diagonal.
            assert away(left.spots, right.spots) < 0.2
            assert away(left.fibres, right.fibres) < 0.2


def kept_files(cache: Path) -> list[Path]:
    return sorted(cache.glob("shapes-*.cache"))


def drawn(engine: Engine) -> PointZones:
    return engine.zone("gluteus_minimus", "right").points[0]


@pytest.mark.parametrize("damage", ["gone", "cut", "swapped"])
def test_without_what_was_kept_it_is_worked_out_again(
    damage: str, small_atlas: Atlas, woman: Surface, tmp_path: Path
) -> None:
    whole = drawn(Engine(small_atlas, woman, tmp_path))
    (file,) = kept_files(tmp_path)
    data = file.read_bytes()
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(data[:-100] if damage == "cut" else data[:-100] + bytes(100))
    again = Engine(small_atlas, woman, tmp_path)
    assert again.compiled.shapes.find("gluteus_minimus", whole.id) is None
    assert same(drawn(again).essential, whole.essential)


def test_without_a_cache_it_is_worked_out(small_atlas: Atlas, woman: Surface) -> None:
    engine = Engine(small_atlas, woman, None)
    assert engine.compiled.shapes.find("gluteus_minimus", "anterior") is None
    assert not drawn(engine).essential.empty
