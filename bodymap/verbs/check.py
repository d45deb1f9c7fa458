"""``bodymap check [PATH]``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from bodymap.atlas.pack import FOLDERS, LISTS
from bodymap.errors import UsageError
from bodymap.paths import Options, asset


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("path", nargs="?", type=Path, metavar="PATH", help="a pack or one of its files; else the atlas")
    parser.epilog = (
        "A pack is checked on top of the shipped atlas, whose ids it may use. Prints nothing when all is well."
    )


def run(arguments: argparse.Namespace, options: Options) -> int:
    """Print the errors; 1 if there are any."""
    found = False
    for error in _errors(arguments.path, options):
        print(error)
        found = True
    return 1 if found else 0


def _errors(path: Path | None, options: Options) -> Iterator[str]:
    from bodymap.atlas.check import check_packs

    if path is None:
        yield from check_packs(*options.content)
        return
    if not path.exists():
        raise UsageError(f"There is no file or folder “{path}”.")
    pack = path if path.is_dir() else _pack_of(path)
    base = () if pack.resolve() == asset("atlas").resolve() else options.content
    yield from check_packs(*base, pack, only=path.absolute())


def _pack_of(file: Path) -> Path:
    """The pack that a file belongs to. Raises UsageError when its place can't be that of a content file."""
    if file.suffix == ".yaml" and file.stem in LISTS:
        return file.absolute().parent
    if file.suffix == ".yaml" and file.absolute().parent.name in FOLDERS:
        return file.absolute().parent.parent
    raise UsageError(f"“{file}” is no content file of a pack: expected one like muscles/{file.stem}.yaml.")
