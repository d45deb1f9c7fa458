from __future__ import annotations

from pathlib import Path

import pytest

from bodymap.atlas.check import check_packs
from bodymap.atlas.load import load_atlas, read_atlas
from bodymap.cli import main
from tests.atlas.packs import MUSCLE, write_pack

FACTORS = """\
schema: 1
factors:
  - {id: long_sitting, name: sitting for long, ask: Is it worse when you sit for a long time?, kind: posture}
"""
WORSE = "worse: [{text: Sitting for hours., sources: [handbook], factors: [long_sitting]}]\ncare:"
OFTEN = "frequency: {level: common, sources: [handbook]}\n    essential:"
TOLD = MUSCLE.replace("care:", WORSE, 1).replace("essential:", OFTEN, 1)


def errors(pack: Path) -> list[str]:
    return [error.removeprefix(f"{pack}/") for error in check_packs(pack)]


def test_frequency_and_factors_are_read_and_kept_in_the_cache(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack", factors=FACTORS, muscles__outer_muscle=TOLD)
    assert check_packs(pack) == []
    for _ in range(2):  # built, then from the cache
        atlas = load_atlas(pack, cache=tmp_path / "cache")
        assert atlas.factors["long_sitting"].kind == "posture"
        muscle = atlas.muscles["outer_muscle"]
        assert muscle.worse[0].factors == ["long_sitting"]
        frequency = muscle.trigger_points[0].frequency
        assert frequency is not None
        assert (frequency.level, frequency.sources) == ("common", ["handbook"])


def test_a_pack_without_factors_has_none_and_points_are_ordinary(tmp_path: Path) -> None:
    atlas = load_atlas(write_pack(tmp_path))
    assert atlas.factors == {}
    assert atlas.muscles["outer_muscle"].trigger_points[0].frequency is None


@pytest.mark.parametrize(
    ("factors", "muscle", "expected"),
    [
        (FACTORS, TOLD.replace("long_sitting", "long_siting"), [
            "factors.yaml:3:10: no muscle names the factor “long_sitting”",
            "muscles/outer_muscle.yaml:22:67: there is no factor “long_siting” (did you mean “long_sitting”?)"]),
        (FACTORS, TOLD.replace("[long_sitting]", "[long_sitting, long_sitting]"), [
            "muscles/outer_muscle.yaml:22:81: the factor “long_sitting” stands here twice"]),
        (FACTORS.replace("time?", "time"), TOLD, ["factors.yaml:3:53: a question ends with a question mark"]),
        (FACTORS.replace("posture", "poster"), TOLD, None),
        (FACTORS, TOLD.replace("level: common", "level: often"), None),
        (FACTORS, TOLD.replace("frequency: {level: common, sources: [handbook]}", "frequency: {level: common}"), None),
        (FACTORS, TOLD.replace("common, sources: [handbook]", "common, sources: [handbok]"), [
            "muscles/outer_muscle.yaml:16:42: there is no source “handbok” (did you mean “handbook”?)"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_factors_and_frequencies(
    tmp_path: Path, factors: str, muscle: str, expected: list[str] | None
) -> None:
    pack = write_pack(tmp_path, factors=factors, muscles__outer_muscle=muscle)
    if expected is None:
        assert read_atlas(pack)[1]
    else:
        assert errors(pack) == expected


def test_a_pack_over_another_may_add_and_override_factors(tmp_path: Path) -> None:
    base = write_pack(tmp_path / "base", factors=FACTORS, muscles__outer_muscle=TOLD)
    over = tmp_path / "over"
    over.mkdir()
    (over / "factors.yaml").write_text(FACTORS.replace("sitting for long", "long sitting"), encoding="utf-8")
    assert load_atlas(base, over).factors["long_sitting"].name == "long sitting"


def test_show_tells_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = write_pack(tmp_path / "pack", factors=FACTORS, muscles__outer_muscle=TOLD)
    assert main(["show", "outer_muscle", "--pack", str(pack)]) == 0
    printed = capsys.readouterr().out
    assert "How often: often found in people with pain there. [1]" in printed
    assert "Sitting for hours. [1] Asked about as: sitting for long." in printed
