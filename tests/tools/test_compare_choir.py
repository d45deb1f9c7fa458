"""The tool that compares our CHOIR segments with the published outlines measures what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from bodymap.pain.choir import SEX_OF_FIGURE, numbers_of, parts
from tools.compare_choir import Pair, draw, middle_of, our_areas, read_outlines, report


@pytest.fixture
def outlines(tmp_path: Path) -> Path:
    """A made-up map: each segment a square of ten pixels, in two columns that meet at x = 100."""
    rows = ["# made up", "figure,view,segment,x,y"]
    for sex in SEX_OF_FIGURE.values():
        for facing in ("front", "back"):
            for row, part in enumerate(part for part in parts() if part.facing == facing):
                for side, number in enumerate(part.male):
                    right_first = facing == "front"
                    left, top = (90 if (side == 0) == right_first else 100), 10 * row
                    for x, y in ((0, 0), (10, 0), (10, 10), (0, 10)):
                        rows.append(f"{sex},{facing},{numbers_of((number,), sex)[0]},{left + x},{top + y}")
    file = tmp_path / "outlines.csv"
    file.write_text("\n".join(rows))
    return file


def test_outlines_are_read_in_male_numbers_and_heights(outlines: Path) -> None:
    read = read_outlines(outlines)
    assert set(read) == {(sex, view) for sex in ("male", "female") for view in ("front", "back")}
    for (_, view), areas in read.items():
        low, high = shapely.total_bounds([each for ring in areas.values() for each in ring])[[1, 3]]
        assert (low, high) == (0, 1)
        right, left = (105, 106) if view == "front" else (206, 205)
        sign = -1 if view == "front" else 1
        assert middle_of(areas[right])[0] * sign > 0 > middle_of(areas[left])[0] * sign
    assert middle_of(read["male", "front"][116])[1] == middle_of(read["female", "front"][116])[1]


def test_segments_compared_with_themselves_agree(capsys: pytest.CaptureFixture[str]) -> None:
    ours = our_areas("woman", "front")
    theirs = {number: areas for number, areas in ours.items() if number < 200}
    whole = {number: areas for number, areas in ours.items() if number in theirs}
    pair = Pair("woman", "front", theirs, whole)
    report(pair)
    assert "middles apart: median 0.0 %, most 0.0 %; shares agree to 100 %" in capsys.readouterr().out
    image = draw(pair)
    x, y = middle_of(theirs[109]) * 950 + (950 // 3, 20)
    assert image.getpixel((round(x) + 20, round(y) + 20)) != (255, 255, 255)
    assert image.getpixel((2, 2)) == (255, 255, 255)
