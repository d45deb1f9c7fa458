"""The files of a pack: which there may be, and which are refused before a byte of them is read."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from bodymap.atlas.located import located, read_bytes
from bodymap.errors import ContentError
from bodymap.words import suggestion

LISTS = ("landmarks", "regions", "sources", "cautions", "factors")
FOLDERS = (*LISTS, "techniques", "muscles")
"""A list may also be split over the files of a folder of its name."""
MAX_FILES = 1_000
MAX_TOTAL = 40_000_000


class PackFile(Struct, frozen=True):
    """A content file: what it holds, where it is, how it is named in errors, and its bytes."""

    kind: str
    pack: Path
    path: Path
    shown: str
    data: bytes


def pack_files(pack: Path) -> tuple[list[PackFile], list[str]]:
    """The content files of a pack in a fixed order, and a located sentence for each thing that isn't one."""
    name_of_pack = shown(pack)
    if not pack.is_dir():
        what = "is not a folder; a pack is a folder of content files" if pack.exists() else "there is no such folder"
        return [], [f"{name_of_pack}:1:1: {what}"]
    files: list[PackFile] = []
    errors: list[str] = []
    total = 0
    for kind, path in _candidates(pack, errors):
        name = f"{name_of_pack}/{path.relative_to(pack).as_posix()}"
        if len(files) >= MAX_FILES or total > MAX_TOTAL:
            most = f"at most {MAX_FILES} files and {MAX_TOTAL // 1_000_000} MB are read"
            errors.append(f"{name_of_pack}:1:1: the pack is too large: {most}")
            break
        try:
            data = read_bytes(path, name)
        except ContentError as error:
            errors.append(str(error))
            continue
        total += len(data)
        files.append(PackFile(kind, pack, path, name, data))
    if not files and not errors:
        expected = ", ".join([f"{kind}.yaml" for kind in LISTS] + [f"{kind}/*.yaml" for kind in FOLDERS[len(LISTS) :]])
        errors.append(f"{name_of_pack}:1:1: holds no content file; a pack has some of {expected}")
    return files, errors


def _candidates(pack: Path, errors: list[str]) -> Iterator[tuple[str, Path]]:
    """What the names promise to be content, lists first; complaints about the rest go to ``errors``."""
    known = {f"{kind}.yaml": kind for kind in LISTS}
    names = {path.name: path for path in sorted(pack.iterdir())}
    for name, path in names.items():
        if name in known or name.startswith("."):
            continue
        folder = stat.S_ISDIR(path.lstat().st_mode)
        if folder and name not in FOLDERS and any(path.glob("*.y*ml")):
            errors.append(f"{shown(path)}:1:1: is not a folder of a pack{suggestion(name, FOLDERS)}")
        elif not folder and path.suffix in (".yaml", ".yml"):
            errors.append(f"{shown(path)}:1:1: is not a file of a pack{suggestion(path.stem, FOLDERS)}")
    for name, kind in known.items():
        if name in names:
            yield kind, names[name]
    for folder_name in FOLDERS:
        if folder_name in names:
            yield from _members(names[folder_name], folder_name, errors)


def _members(folder: Path, kind: str, errors: list[str]) -> Iterator[tuple[str, Path]]:
    if not stat.S_ISDIR(folder.lstat().st_mode):
        errors.append(str(located(shown(folder), 1, 1, "is not a plain folder; links are not followed")))
        return
    for path in sorted(folder.iterdir()):
        if path.suffix == ".yaml" and not path.name.startswith("."):
            yield kind, path
        elif path.suffix == ".yml":
            errors.append(str(located(shown(path), 1, 1, "is not read; content files end in .yaml")))


def shown(path: Path) -> str:
    """A path as a person would name it from here."""
    absolute = path.absolute()
    return str(absolute.relative_to(Path.cwd())) if absolute.is_relative_to(Path.cwd()) else str(path)
