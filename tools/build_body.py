"""Builds `assets/body/` from the pinned CC0 mesh. For developers; what it makes is in the repository.

Run it as ``python tools/build_body.py``; it takes a few minutes and overwrites every file, or with ``--views NAME ...``
those of new or changed cameras alone.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from body_build.build import build
from body_build.camera import CAMERAS
from body_build.source import download

ASSETS = Path(__file__).parents[1] / "assets" / "body"


def main() -> None:
    """Reads the archive (downloaded unless it is in the folder given) and writes the files anew."""
    parser = argparse.ArgumentParser(description="Build assets/body from the CC0 MakeHuman base mesh.")
    parser.add_argument("--archive", type=Path, help="folder with the downloaded archive, or where to put it")
    parser.add_argument("--out", type=Path, default=ASSETS)
    names = [camera.name for camera in CAMERAS]
    parser.add_argument("--views", nargs="+", choices=names, default=names, help="write the files of these views alone")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        build(download(arguments.archive or Path(scratch)), arguments.out, arguments.views)


if __name__ == "__main__":
    main()
