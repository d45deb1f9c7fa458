"""``bodymap muscles``, ``regions``, ``landmarks`` and ``factors``: what there is."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any

from bodymap.atlas.load import Atlas
from bodymap.paths import Options
from bodymap.verbs.common import atlas_of, print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of each of these verbs."""
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def run(arguments: argparse.Namespace, options: Options) -> int:
    """Print the list."""
    rows = _ROWS[arguments.verb](atlas_of(options))
    if arguments.json:
        print_json({arguments.verb: rows})
        return 0
    shown = [[str(row[column]) for column in _COLUMNS[arguments.verb]] for row in rows]
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    return 0


def _muscles(atlas: Atlas) -> list[dict[str, Any]]:
    return [
        {
            "id": muscle.id,
            "name": muscle.name,
            "plain": muscle.plain,
            "synonyms": muscle.synonyms,
            "group": muscle.group,
            "trigger_points": [point.id for point in muscle.trigger_points],
        }
        for muscle in atlas.muscles.values()
    ]


def _regions(atlas: Atlas) -> list[dict[str, Any]]:
    return _told(atlas.regions.values(), "id", "name", "plain", "group", "midline")


def _landmarks(atlas: Atlas) -> list[dict[str, Any]]:
    return _told(atlas.landmarks.values(), "id", "name", "place", "about", "midline")


def _factors(atlas: Atlas) -> list[dict[str, Any]]:
    return _told(atlas.factors.values(), "id", "name", "ask", "kind")


def _told(things: Iterable[object], *names: str) -> list[dict[str, Any]]:
    """These fields of each of the things, as JSON gives them."""
    return [{name: getattr(thing, name) for name in names} for thing in things]


_ROWS = {"muscles": _muscles, "regions": _regions, "landmarks": _landmarks, "factors": _factors}
_COLUMNS = {
    "muscles": ("id", "name", "plain"),
    "regions": ("id", "name", "plain"),
    "landmarks": ("id", "name", "place"),
    "factors": ("id", "name", "ask"),
}
