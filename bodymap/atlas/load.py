"""The atlas: every content file of one or more packs, read, typed and merged by id.

A pack is a folder with any of ``landmarks.yaml``, ``regions.yaml``, ``sources.yaml``, ``cautions.yaml``,
``factors.yaml``, ``techniques/*.yaml`` and ``muscles/*.yaml``. A later pack adds to the earlier ones or overrides
by id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bodymap.atlas.cache import Cache, content_key
from bodymap.atlas.lazy import LazyEntries
from bodymap.atlas.located import located, read_bytes
from bodymap.atlas.model import Caution, Factor, Frozen, Landmark, Muscle, Region, Source, Technique
from bodymap.atlas.pack import PackFile, pack_files
from bodymap.errors import ContentError

if TYPE_CHECKING:
    from bodymap.atlas.yaml_reader import Node

SCHEMA = 1
"""The newest ``schema`` of content files that this version reads."""


class LandmarkFile(Frozen, frozen=True, kw_only=True):
    """``landmarks.yaml``."""

    schema: Literal[1]
    landmarks: list[Landmark]


class RegionFile(Frozen, frozen=True, kw_only=True):
    """``regions.yaml``."""

    schema: Literal[1]
    regions: list[Region]


class SourceFile(Frozen, frozen=True, kw_only=True):
    """``sources.yaml``."""

    schema: Literal[1]
    sources: list[Source]


class CautionFile(Frozen, frozen=True, kw_only=True):
    """``cautions.yaml``."""

    schema: Literal[1]
    cautions: list[Caution]


class FactorFile(Frozen, frozen=True, kw_only=True):
    """``factors.yaml``."""

    schema: Literal[1]
    factors: list[Factor]


_FILES: dict[str, type[Frozen]] = {
    "landmarks": LandmarkFile,
    "regions": RegionFile,
    "sources": SourceFile,
    "cautions": CautionFile,
    "factors": FactorFile,
    "techniques": Technique,
    "muscles": Muscle,
}


class Origin(msgspec.Struct, frozen=True):
    """Where an entry was read: the file, its name as shown, and the entry's place in the file's list, if it has one."""

    path: str
    shown: str
    pack: str
    list_name: str | None = None
    index: int = 0

    def steps(self, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
        """``path`` within the entry as a path within the file."""
        return path if self.list_name is None else (self.list_name, self.index, *path)


class Atlas(Struct, frozen=True):
    """Everything known, by id and in the order of the files.

    ``origins`` tells where each entry was read. ``key`` names exactly this content, for what is derived from it; it is
    empty where the content has errors.
    """

    landmarks: Mapping[str, Landmark]
    regions: Mapping[str, Region]
    sources: Mapping[str, Source]
    cautions: Mapping[str, Caution]
    factors: Mapping[str, Factor]
    techniques: Mapping[str, Technique]
    muscles: Mapping[str, Muscle]
    origins: Mapping[str, dict[str, Origin]]
    key: str = ""

    def read_from(self, kind: str, entry: str, place: Path | None) -> bool:
        """Whether an entry was read from the file or folder ``place`` (absolute); None stands for anywhere."""
        return place is None or Path(self.origins[kind][entry].path).absolute().is_relative_to(place)

    def where(self, kind: str, entry: str, *path: str | int) -> str:
        """``FILE:LINE:COLUMN`` of something in an entry, such as ``where("muscles", "soleus", "links", 0, "to")``."""
        origin = self.origins[kind][entry]
        try:
            line, column = _tree(origin.path, origin.shown).at(origin.steps(path))
        except ContentError:  # changed or removed since it was read
            line, column = 1, 1
        return f"{origin.shown}:{line}:{column}"


@lru_cache(maxsize=64)
def _tree(path: str, shown: str) -> Node:
    from bodymap.atlas.yaml_reader import parse

    return parse(read_bytes(Path(path), shown), shown)


class _Stored(msgspec.Struct, frozen=True):
    """An atlas as the cache keeps it; what a start needs little of stays bytes."""

    landmarks: dict[str, Landmark]
    regions: dict[str, Region]
    cautions: dict[str, Caution]
    factors: dict[str, Factor]
    sources: dict[str, msgspec.Raw]
    techniques: dict[str, msgspec.Raw]
    muscles: dict[str, msgspec.Raw]
    origins: dict[str, msgspec.Raw]


def _packed(atlas: Atlas) -> bytes:
    parts = {name: dict(getattr(atlas, name)) for name in _Stored.__struct_fields__}
    return msgspec.msgpack.encode(parts)


def _unpacked(stored: bytes, key: str) -> Atlas:
    kept = msgspec.msgpack.decode(stored, type=_Stored)
    return Atlas(
        landmarks=kept.landmarks,
        regions=kept.regions,
        cautions=kept.cautions,
        factors=kept.factors,
        sources=LazyEntries(kept.sources, Source),
        techniques=LazyEntries(kept.techniques, Technique),
        muscles=LazyEntries(kept.muscles, Muscle),
        origins=LazyEntries(kept.origins, dict[str, Origin]),
        key=key,
    )


def load_atlas(*packs: Path, cache: Path | None = None) -> Atlas:
    """The atlas of ``packs``, the later ones over the earlier ones; ``cache`` is a folder that speeds up the next time.

    Raises:
        ContentError: with the first error of the content and how many more there are.
    """
    files, errors = collect(*packs)
    if errors:
        raise _first(errors)
    key = content_key(_fingerprint(), *(part for file in files for part in (str(file.path), file.shown, file.data)))
    kept_in = Cache(cache) if cache is not None else None
    stored = kept_in.get("atlas", key) if kept_in is not None else None
    if stored is not None:
        try:
            return _unpacked(stored, key)
        except msgspec.MsgspecError:
            pass
    atlas, errors = build(files)
    if errors:
        raise _first(errors)
    if kept_in is not None:
        kept_in.put("atlas", key, _packed(atlas))
    return replace(atlas, key=key)


def read_atlas(*packs: Path) -> tuple[Atlas, list[str]]:
    """What can be read of ``packs``, and every error met on the way, for a checker that wants all of them."""
    files, errors = collect(*packs)
    atlas, more = build(files)
    return atlas, errors + more


def collect(*packs: Path) -> tuple[list[PackFile], list[str]]:
    """The content files of ``packs`` in order, and the sentences about what may not be read."""
    files: list[PackFile] = []
    errors: list[str] = []
    for pack in packs:
        found, wrong = pack_files(pack)
        files += found
        errors += wrong
    return files, errors


def build(files: list[PackFile]) -> tuple[Atlas, list[str]]:
    """The atlas of these files, without the entries that have an error, and the errors."""
    # Imported here and not above: a start whose atlas comes from the cache never needs YAML.
    from bodymap.atlas.explain import read
    from bodymap.atlas.yaml_reader import parse

    errors: list[str] = []
    merged: dict[str, dict[str, Any]] = {kind: {} for kind in _FILES}
    origins: dict[str, dict[str, Origin]] = {kind: {} for kind in _FILES}
    for file in files:
        try:
            node = parse(file.data, file.shown)
            _schema(node, file.shown)
        except ContentError as error:
            errors.append(str(error))
            continue
        value = read(node, _FILES[file.kind])
        if isinstance(value, list):
            errors += [str(located(file.shown, *misfit)) for misfit in value]
            continue
        for entry, origin in _entries(value, file):
            known = origins[file.kind].get(entry.id)
            if known is not None and known.pack == origin.pack:
                line, column = node.at((*origin.steps(()), "id"))
                taken = f"the id “{entry.id}” is already taken in {Path(known.path).relative_to(known.pack).as_posix()}"
                errors.append(str(located(file.shown, line, column, taken)))
                continue
            merged[file.kind][entry.id] = entry
            origins[file.kind][entry.id] = origin
    return Atlas(key="", origins=origins, **merged), errors


def _entries(value: Frozen, file: PackFile) -> Iterator[tuple[Any, Origin]]:
    """The entries of a file and where they stand."""
    if isinstance(value, Muscle | Technique):
        yield value, Origin(str(file.path), file.shown, str(file.pack))
        return
    for index, entry in enumerate(getattr(value, file.kind)):
        yield entry, Origin(str(file.path), file.shown, str(file.pack), file.kind, index)


def _schema(node: Node, shown: str) -> None:
    """Refuse a file of a newer Bodymap with a sentence of its own, before its new fields are called errors."""
    if not isinstance(node.value, dict):
        raise located(shown, node.line, node.column, "a content file is made of fields; it starts with “schema: 1”")
    stated = node.value.get("schema")
    if stated is not None and isinstance(stated.value, int) and stated.value > SCHEMA:
        newer = f"schema {stated.value}, this one reads {SCHEMA}"
        sentence = f"was written for a newer Bodymap ({newer}); please update Bodymap"
        raise located(shown, stated.line, stated.column, sentence)


def _first(errors: list[str]) -> ContentError:
    more = len(errors) - 1
    return ContentError(errors[0] + (f" ({more} more; `bodymap check` lists them all)" if more else ""))


@lru_cache(maxsize=1)
def _fingerprint() -> bytes:
    """Changes whenever types or reading do, so that an older version's cache is never read as this one's."""
    folder = Path(__file__).parent
    names = ("terms.py", "care.py", "model.py", "load.py", "lazy.py", "explain.py", "yaml_reader.py")
    return b"".join((folder / name).read_bytes() for name in names)
