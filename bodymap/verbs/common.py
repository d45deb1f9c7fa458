"""What the verbs share: the atlas, an engine, and JSON that a machine can rely on."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from bodymap.atlas.load import Atlas, load_atlas
from bodymap.atlas.model import Muscle
from bodymap.errors import UsageError
from bodymap.paths import Options
from bodymap.words import suggestion

if TYPE_CHECKING:
    from bodymap.engine import Engine

JSON_VERSION = 1
FIGURES = ("woman", "man")


def atlas_of(options: Options) -> Atlas:
    """The shipped atlas with the packs over it."""
    return load_atlas(*options.content, cache=options.paths.cache)


def engine_of(options: Options, figure: str, atlas: Atlas | None = None) -> Engine:
    """An engine on a figure. Imported late: verbs that only list things stay quick."""
    from bodymap.body.surface import load_surface
    from bodymap.engine import Engine

    return Engine(atlas or atlas_of(options), load_surface(figure), options.paths.cache)


def add_figure(parser: argparse.ArgumentParser) -> None:
    """``--figure``."""
    parser.add_argument("--figure", choices=FIGURES, default=FIGURES[0], help="whose body it is shown or measured on")


def muscle_id(atlas: Atlas, name: str) -> str:
    """The id of a muscle named by id, name or synonym, in any writing; a part of it may be named too, as in “upper
    trapezius”. Raises UsageError for an unknown one."""
    wanted = _plain(name)
    for muscle in atlas.muscles.values():
        if wanted in _names(muscle):
            return muscle.id
    for muscle in atlas.muscles.values():
        if _names_a_part(muscle, set(wanted.split())):
            return muscle.id
    hint = suggestion(wanted.replace(" ", "_"), atlas.muscles)
    raise UsageError(f"There is no muscle “{name}”{hint}. `bodymap muscles` lists them.")


def _names(muscle: Muscle) -> set[str]:
    return {_plain(each) for each in (muscle.id, muscle.name, muscle.plain, *muscle.synonyms)}


def _names_a_part(muscle: Muscle, words: set[str]) -> bool:
    """Whether ``words`` are a whole name of the muscle and, beside it, only words of one of its trigger points."""
    rests = [words - set(each.split()) for each in _names(muscle) if set(each.split()) <= words]
    parts = [set(_plain(f"{point.id} {point.name}").replace(",", "").split()) for point in muscle.trigger_points]
    return any(rest <= part for rest in rests for part in parts)


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").replace("-", " ").split())


def print_json(content: dict[str, Any]) -> None:
    """Print ``content`` as JSON with the version of its shape first."""
    print(json.dumps({"version": JSON_VERSION, **content}, ensure_ascii=False, indent=2))
