"""The command line: verbs that print, and the window when there is no verb."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from bodymap import __version__
from bodymap.errors import BodymapError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code is 0 for success, 1 for an error, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="bodymap", description="Shows which muscles send pain where it hurts.")
    parser.add_argument("--version", action="version", version=f"Bodymap {__version__}")
    options = parser.parse_args(argv)
    try:
        from bodymap.app import main as open_window

        return open_window(options)
    except BodymapError as error:
        print(error, file=sys.stderr)
        return error.exit_code
