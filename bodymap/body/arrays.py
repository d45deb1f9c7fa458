"""Reading the shipped arrays without a copy: a stored .npz is a row of .npy files, and they can be looked at in place.

numpy's own reader takes each array through zipfile, which copies and checks it, and lets Python's compiler read each
header; a start reads some hundred of them.
"""

from __future__ import annotations

import math
import mmap
import re
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

LOCAL_HEADER = 30
PREAMBLE = b"\x93NUMPY\x01\x00"
HEADER = re.compile(rb"\{'descr': '([^']+)', 'fortran_order': (True|False), 'shape': \(([0-9, ]*)\), \} *\n")


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
        header = HEADER.match(self._bytes, start + len(PREAMBLE) + 2)
        if header is None or self._bytes[start : start + len(PREAMBLE)] != PREAMBLE:
            raise ValueError(f"{name} is no plain array")
        shape = tuple(int(length) for length in header[3].split(b",") if length.strip())
        if header[2] == b"True" and len(shape) > 1:
            raise ValueError(f"{name} is stored by columns")
        return np.frombuffer(self._bytes, np.dtype(header[1].decode()), math.prod(shape), header.end()).reshape(shape)
