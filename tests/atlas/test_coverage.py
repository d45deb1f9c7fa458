"""docs/coverage.md is made from the atlas and says what it holds."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from bodymap.atlas.load import load_atlas
from bodymap.engine import Engine
from bodymap.paths import asset
from tools.coverage import lines

ROOT = Path(__file__).parents[2]
PARTS_OF_ONE = {
    "trapezius": ("upper", "middle", "lower"),
    "sternocleidomastoid": ("sternal", "clavicular"),
    "deltoid": ("anterior", "middle", "posterior"),
    "gluteus_minimus": ("anterior", "posterior"),
}


def test_the_page_is_up_to_date(engine: Engine) -> None:
    """To within a cm², which another machine's arithmetic may round the other way."""
    stored = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8").splitlines()
    made = list(lines(engine))
    assert len(stored) == len(made), "run: python tools/coverage.py"
    for old, new in zip(stored, made, strict=True):
        assert re.sub(r"\d+", "#", old) == re.sub(r"\d+", "#", new), "run: python tools/coverage.py"
        for before, now in zip(re.findall(r"\d+", old), re.findall(r"\d+", new), strict=True):
            assert abs(int(before) - int(now)) <= 1, f"run: python tools/coverage.py ({old})"


def test_the_parts_of_one_muscle_are_its_trigger_points() -> None:
    muscles = load_atlas(asset("atlas")).muscles
    for muscle, parts in PARTS_OF_ONE.items():
        assert set(parts) <= {point.id for point in muscles[muscle].trigger_points}


def test_every_region_has_at_least_three_sources(engine: Engine) -> None:
    for region in engine.atlas.regions:
        answer = engine.answer((engine.region_mark(region, "right"),))
        assert len(answer.sources) >= 3, region


def test_every_trigger_point_has_a_routine_or_says_why_not(engine: Engine) -> None:
    """Each point is treated by a routine, or its muscle's care speaks about what to do instead."""
    for muscle in engine.atlas.muscles.values():
        treated = {point for routine in muscle.care.routines for point in routine.treats}
        assert treated, muscle.id
        untreated = {point.id for point in muscle.trigger_points} - treated
        assert not untreated, f"{muscle.id}: {sorted(untreated)}"


def test_shipped_files_are_plain_yaml() -> None:
    for file in asset("atlas").rglob("*.yaml"):
        assert yaml.safe_load(file.read_text(encoding="utf-8"))["schema"] == 1
