"""Compare our CHOIR segments with the outlines of the published ones: pictures side by side, and figures.

The definition of the segments is our own and stands in ``assets/choir/segments.yaml``; no outline is copied. Whoever
changes it gives this tool a table of the outlines (figure,view,segment,x,y in pixels, y down, as the R package CHOIRBM
holds them) and looks at what it draws:

    python tools/compare_choir.py OUTLINES.csv FOLDER
"""

from __future__ import annotations

import argparse
import colorsys
import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from PIL import Image, ImageDraw, ImageFont

from bodymap.atlas.load import load_atlas
from bodymap.body.places import Places
from bodymap.body.surface import load_surface
from bodymap.body.view import load_view
from bodymap.pain.choir import SEX_OF_FIGURE, Sex, choir_on, female_numbers, male_numbers, segment_names
from bodymap.paths import asset

HEIGHT = 950
Areas = dict[int, list[shapely.Polygon]]
"""Segment (male number) -> its polygons in heights of the figure: x from the midline, y down from the crown."""


@dataclass(frozen=True)
class Pair:
    """One view of one sex: the published segments and ours."""

    figure: str
    view: str
    theirs: Areas
    ours: Areas


def read_outlines(path: Path) -> dict[tuple[str, str], Areas]:
    """The published segments by sex and view."""
    points: dict[tuple[str, str, int], list[tuple[float, float]]] = defaultdict(list)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            points[row["figure"], row["view"], int(row["segment"])].append((float(row["x"]), float(row["y"])))
    outlines: dict[tuple[str, str], Areas] = defaultdict(dict)
    for (figure, view, number), ring in points.items():
        sex: Sex = "female" if figure == "female" else "male"
        outlines[figure, view][male_numbers((number,), sex)[0]] = [shapely.Polygon(ring)]
    return {key: in_heights(areas, right_first=key[1] == "front") for key, areas in outlines.items()}


def in_heights(areas: Areas, *, right_first: bool) -> Areas:
    """The areas in heights of the figure, from the crown and the midline, which runs between the halves of the neck."""
    low, high = shapely.total_bounds([each for parts in areas.values() for each in parts])[[1, 3]]
    necks = (105, 106) if right_first else (205, 206)
    middle = np.mean([shapely.total_bounds(areas[number])[edge] for number, edge in zip(necks, (2, 0), strict=True)])
    return {
        number: [shapely.transform(each, lambda xy: (xy - (middle, low)) / (high - low)) for each in parts]
        for number, parts in areas.items()
    }


def our_areas(figure: str, view: str) -> Areas:
    """Our segments as a view shows them."""
    atlas, surface = load_atlas(asset("atlas")), load_surface(figure)
    choir = choir_on(Places(surface, {landmark.id: landmark.place for landmark in atlas.landmarks.values()}))
    seen = load_view(surface, view)
    parts: Areas = defaultdict(list)
    for cell, geometry in zip(seen.cell, seen.visible[np.arange(len(seen.cell))], strict=True):
        polygons = [each for each in shapely.get_parts(geometry) if each.geom_type == "Polygon"]
        parts[int(choir.segment[cell])] += polygons
    return in_heights(dict(parts), right_first=view == "front")


def colour(number: int) -> tuple[int, int, int]:
    """A pale colour of its own for each segment."""
    red, green, blue = colorsys.hsv_to_rgb(number * 0.381966 % 1, 0.35, 1.0)
    return round(255 * red), round(255 * green), round(255 * blue)


def draw(pair: Pair) -> Image.Image:
    """Both sides by side, each segment with its number on the figure of that sex."""
    image = Image.new("RGB", (2 * HEIGHT // 3 * 2, HEIGHT + 40), "white")
    canvas, font = ImageDraw.Draw(image), ImageFont.load_default(size=13)
    for index, areas in enumerate((pair.ours, pair.theirs)):
        origin = np.array([HEIGHT // 3 * (1 + 2 * index), 20])
        for number, parts in areas.items():
            for part in parts:
                ring = shapely.get_coordinates(part.exterior) * HEIGHT + origin
                line = "grey" if index else None
                canvas.polygon([(float(x), float(y)) for x, y in ring], fill=colour(number), outline=line)
        for number, parts in areas.items():
            if (number < 200) == (pair.view == "front"):
                x, y = middle_of(parts) * HEIGHT + origin
                shown = female_numbers()[number] if SEX_OF_FIGURE[pair.figure] == "female" else number
                canvas.text((x - 11, y - 8), str(shown), fill="black", font=font)
    return image


def middle_of(parts: list[shapely.Polygon]) -> np.ndarray:
    """The centre of some polygons together."""
    weights = shapely.area(parts)
    return (shapely.get_coordinates(shapely.centroid(parts)) * weights[:, None]).sum(axis=0) / weights.sum()


def main() -> None:
    """Draw and measure every view."""
    parser = argparse.ArgumentParser(description="Compare our CHOIR segments with the published outlines.")
    parser.add_argument("outlines", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    outlines = read_outlines(arguments.outlines)
    for figure, sex in SEX_OF_FIGURE.items():
        for view in ("front", "back"):
            pair = Pair(figure, view, outlines[sex, view], our_areas(figure, view))
            path = arguments.folder / f"choir_{figure}_{view}.png"
            draw(pair).save(path)
            report(pair)
            print(path)


def report(pair: Pair) -> None:
    """How far the middles of the segments lie apart, in % of the height, and how their shares of the figure differ."""
    print(f"\n{pair.figure}, {pair.view}: segment, apart (% of the height), share of the figure theirs / ours (%)")
    areas = {side: {number: sum(each.area for each in parts) for number, parts in side_areas.items()}
             for side, side_areas in (("theirs", pair.theirs), ("ours", pair.ours))}  # fmt: skip
    whole = {side: sum(values.values()) for side, values in areas.items()}
    apart = []
    for number in sorted(pair.theirs):
        off = middle_of(pair.theirs[number]) - middle_of(pair.ours[number])
        apart.append(100 * float(np.hypot(*off)))
        theirs, ours = (100 * areas[side][number] / whole[side] for side in ("theirs", "ours"))
        print(f"  {number} {segment_names()[number]:36} {apart[-1]:5.1f}   {theirs:5.1f} / {ours:4.1f}")
    shared = sum(min(areas["theirs"][n] / whole["theirs"], areas["ours"][n] / whole["ours"]) for n in pair.theirs)
    print(f"  middles apart: median {np.median(apart):.1f} %, most {max(apart):.1f} %", end="; ")
    print(f"shares agree to {100 * shared:.0f} %")


if __name__ == "__main__":
    main()
