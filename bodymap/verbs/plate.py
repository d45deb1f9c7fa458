"""``bodymap plate MUSCLE``: the referral plate as a picture."""

from __future__ import annotations

import argparse
from pathlib import Path

from bodymap.errors import BodymapError
from bodymap.paths import Options
from bodymap.verbs.common import add_figure, atlas_of, engine_of, muscle_id


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("muscle", metavar="MUSCLE", help="its id, name or synonym; `bodymap muscles` lists them")
    parser.add_argument("--side", choices=("left", "right"), default="right", help="which side (right if not said)")
    parser.add_argument("-o", "--output", metavar="FILE.png", type=Path, help="where to (MUSCLE.png if not said)")
    add_figure(parser)


def run(arguments: argparse.Namespace, options: Options) -> int:
    """Draw the plate and say where it is."""
    from bodymap.gui.plate import draw_plate

    atlas = atlas_of(options)
    muscle = muscle_id(atlas, arguments.muscle)
    path = arguments.output or Path(f"{muscle}.png")
    picture = draw_plate(engine_of(options, arguments.figure, atlas), muscle, arguments.side)
    try:
        path.write_bytes(picture)
    except OSError as error:
        raise BodymapError(f"The plate can't be written to {path}: {error.strerror}.") from error
    print(path)
    return 0
