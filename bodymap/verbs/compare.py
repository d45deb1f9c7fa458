"""``bodymap compare``: what became of a pain between two drawings."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bodymap.paths import Options
from bodymap.verbs.common import add_figure, engine_of, print_json

if TYPE_CHECKING:
    from bodymap.engine import Engine
    from bodymap.pain.compare import Comparison, Part, Strength

_NAMED = 4
_MEANS = {
    "same": "It hurts in the same place.",
    "redrawn": "Drawings of the very same pain differ as much, so the place may not have changed.",
    "other": "That is less than drawings of the very same pain have in common: the place has changed.",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("before", metavar="BEFORE", type=Path, help="the JSON file of the earlier drawing")
    parser.add_argument("now", metavar="NOW", type=Path, help="the JSON file of the later drawing")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    add_figure(parser)


def run(arguments: argparse.Namespace, options: Options) -> int:
    """Compare and print."""
    from bodymap.pain.compare import compare
    from bodymap.verbs.drawing import marks_of, read_drawing

    told = [read_drawing(path) for path in (arguments.before, arguments.now)]
    engine = engine_of(options, arguments.figure)
    before, now = (marks_of(each, engine) for each in told)
    found = compare(engine.compiled, before, now)
    if arguments.json:
        print_json(found.as_json())
        return 0
    for line in _lines(found, engine):
        print(line)
    return 0


def _lines(found: Comparison, engine: Engine) -> Iterator[str]:
    yield f"Before: {_size(found.before_cm2, found.strength_before)}"
    yield f"Now: {_size(found.now_cm2, found.strength_now)}"
    if not (found.before_cm2 and found.now_cm2):
        return
    share = round(found.overlap * 100)
    yield f"In common: {found.both.cm2:.0f} cm², {share} % of all that is marked. {_MEANS[found.means]}"
    for word, part in (("New", found.new), ("Gone", found.gone)):
        if part.cm2 >= 1.0:
            yield f"{word}: {part.cm2:.0f} cm² ({_places(part, engine)})"
    if found.shift:
        directions = " and ".join(found.shift.directions)
        moved = f"moved {found.shift.cm:.1f} cm, {directions}" if directions else "stayed where it was"
        yield f"The middle of the pain {moved}."


def _size(cm2: float, strength: Strength | None) -> str:
    if strength is None:
        return "nothing marked"
    return f"{cm2:.0f} cm², {strength.mean:.1f} of 10 on average, {strength.strongest} at its strongest"


def _places(part: Part, engine: Engine) -> str:
    regions = engine.atlas.regions
    named = [
        regions[each.region].plain.lower()
        if regions[each.region].midline
        else f"{each.side} {regions[each.region].plain.lower()}"
        for each in part.lies[:_NAMED]
    ]
    return ", ".join(named)
