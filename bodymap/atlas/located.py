"""Errors with a place in a file, and how the bytes of such a file are read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from bodymap.errors import ContentError

MAX_BYTES = 2_000_000


def located(shown: str, line: int, column: int, sentence: str) -> ContentError:
    """The error of one place in a file."""
    return ContentError(f"{shown}:{line}:{column}: {sentence}")


def read_bytes(path: Path, shown: str) -> bytes:
    """The content of a regular file of at most ``MAX_BYTES``; a link, a pipe or a device is not opened.

    Raises:
        ContentError: it is something else, too large, or can't be read.
    """
    try:
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        if not stat.S_ISREG(path.lstat().st_mode):
            raise located(shown, 1, 1, "is not a plain file; links and special files are not read")
        with os.fdopen(os.open(path, flags), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise located(shown, 1, 1, "is not a plain file; links and special files are not read")
            data = file.read(min(found.st_size, MAX_BYTES) + 1)  # memory is set aside for as much as is asked for
    except OSError as error:
        raise located(shown, 1, 1, f"can't be read: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise located(shown, 1, 1, f"is larger than {MAX_BYTES // 1_000_000} MB, the most that is read of one file")
    return data
