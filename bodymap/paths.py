"""Where things are: the shipped assets, and the user's own folders."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from msgspec import Struct

from bodymap.errors import BodymapError

_PACKAGE = Path(__file__).resolve().parent

DATA_DIR_VARIABLE = "BODYMAP_DATA_DIR"
CACHE_DIR_VARIABLE = "BODYMAP_CACHE_DIR"

_UNFINISHED = ".part"
_SURELY_OVER_SECONDS = 60.0


def asset(name: str) -> Path:
    """The path of a shipped file or folder, such as ``asset("atlas/muscles")``: the one door to all of them.

    An installed wheel holds the assets inside the package, a checkout beside it.

    Raises:
        BodymapError: there is no such asset, so the installation is not complete.
        ValueError: ``name`` is absolute or climbs out with ``..``, which only a bug asks for.
    """
    parts = name.replace("\\", "/").split("/")
    if not name or ".." in parts or "" in parts or ":" in parts[0]:
        raise ValueError(f"not the name of an asset: {name!r}")
    for root in (_PACKAGE / "assets", _PACKAGE.parent / "assets"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise BodymapError(f"Bodymap's own file “{name}” is missing. Please install Bodymap again.")


class Paths(Struct, frozen=True):
    """The user's folders: ``data`` is theirs, ``config`` are settings, ``cache`` may be deleted at any time."""

    data: Path
    cache: Path
    config: Path

    @classmethod
    def resolve(cls, data_dir: str | Path | None = None) -> Paths:
        """The folders to use: what ``data_dir`` (or the environment) says, else where this system keeps such things."""
        import platformdirs  # here and not above: every import counts until the window is there

        chosen = data_dir or os.environ.get(DATA_DIR_VARIABLE)
        cache = os.environ.get(CACHE_DIR_VARIABLE)
        dirs = platformdirs.PlatformDirs("bodymap", appauthor=False)
        data = Path(chosen).expanduser().absolute() if chosen else Path(dirs.user_data_dir)
        config = data if chosen else Path(dirs.user_config_dir)
        return cls(data, Path(cache).absolute() if cache else Path(dirs.user_cache_dir), config)


class Options(Struct, frozen=True):
    """What the command line says to the window: the user's folders, and packs of content over the shipped atlas."""

    paths: Paths
    packs: tuple[Path, ...] = ()

    @property
    def content(self) -> tuple[Path, ...]:
        """The packs to load, the shipped atlas first."""
        return (asset("atlas"), *self.packs)


def private_folder(folder: Path) -> Path:
    """``folder``, made if need be, and closed to other users of this machine (mode 0700 where modes exist).

    Raises:
        BodymapError: it can't be made or isn't a folder.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        reason = error.strerror or error
        raise BodymapError(f"The folder {folder} can't be used: {reason}. Choose another with --data-dir.") from error
    return folder


def replace_file(path: Path, data: bytes, *, through_power_cut: bool = True) -> None:
    """:func:`write_whole` in a folder of Bodymap's own, which is made if need be and closed to others.

    Raises:
        OSError: it can't be written; what was there before stays as it was.
        BodymapError: the folder can't be used.
    """
    private_folder(path.parent)
    write_whole(path, data, through_power_cut=through_power_cut)


def write_whole(path: Path, data: bytes, *, through_power_cut: bool) -> None:
    """Put ``data`` in the place of ``path`` in one go, readable by its owner alone: a reader sees the old or the new.

    Waiting for the disk (``through_power_cut``) takes some milliseconds; without it a power cut can lose the change.
    Raises OSError when it can't be written; what was there before stays as it was.
    """
    import tempfile  # only now: every import counts until the window is there

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if through_power_cut:
                os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def sweep_unfinished(path: Path, now: float) -> None:
    """Remove what a killed :func:`replace_file` of ``path`` left behind; one that could still be running is spared."""
    if not path.parent.is_dir():
        return
    for left in path.parent.iterdir():
        if not (left.name.startswith(f".{path.name}.") and left.name.endswith(_UNFINISHED)):
            continue
        with contextlib.suppress(OSError):
            if now - left.stat().st_mtime > _SURELY_OVER_SECONDS:
                left.unlink()
