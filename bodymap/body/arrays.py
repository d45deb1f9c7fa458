"""Reading the shipped arrays without a copy: a stored .npz is a row of .npy files, and they can be looked at in place.

numpy's own reader takes each array through zipfile, which copies and checks it; a start reads some seventy of them.
"""

from __future__ import annotations

import io
import mmap
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

LOCAL_HEADER = 30


class Arrays:
    """The arrays of an uncompressed .npz file by name, read-only. Raises KeyError for one that is not there."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            with zipfile.ZipFile(file) as archive:
                self._members = {info.filename.removesuffix(".npy"): info for info in archive.infolist()}

    def __getitem__(self, name: str) -> NDArray[Any]:
        info = self._members[name]
        if info.compress_type != zipfile.ZIP_STORED:
            raise ValueError(f"{name} is compressed and can't be looked at in place")
        head = self._bytes[info.header_offset : info.header_offset + LOCAL_HEADER]
        start = info.header_offset + LOCAL_HEADER + sum(int.from_bytes(head[at : at + 2], "little") for at in (26, 28))
        preamble = io.BytesIO(self._bytes[start : start + min(info.file_size, 512)])
        np.lib.format.read_magic(preamble)
        shape, fortran, kind = np.lib.format.read_array_header_1_0(preamble)
        if fortran and len(shape) > 1:
            raise ValueError(f"{name} is stored by columns")
        count = int(np.prod(shape, dtype=np.int64))
        return np.frombuffer(self._bytes, kind, count, start + preamble.tell()).reshape(shape)
