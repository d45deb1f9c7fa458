"""The file in the user's data folder that holds what the window remembers."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

import msgspec

from bodymap.gui.kept import Kept
from bodymap.paths import private_folder

class KeptFile:
    def __init__(self, folder: Path) -> None:
        self._path = folder / "window.json"

    def read(self) -> tuple[Kept, str]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Kept), ""
        except FileNotFoundError:
            return Kept(), ""

    def write(self, kept: Kept) -> None:
        private_folder(self._path.parent)
        handle, name = tempfile.mkstemp(dir=self._path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.encode(kept))
        os.replace(name, self._path)
