"""The command line: verbs that print, and the window when there is no verb."""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from bodymap import __version__
from bodymap.errors import BodymapError
from bodymap.paths import Options, Paths
from bodymap.words import suggestion

# The module of a verb and what it does. A module is imported only for its verb: the window must be there at once.
_VERBS = {
    "match": ("match", "which muscles could send the pain that you describe"),
    "plate": ("plate", "draw the referral plate of a muscle: all views, zones, X marks"),
    "show": ("show", "everything the atlas says about a muscle, with sources"),
    "check": ("check", "check content files: errors as FILE:LINE:COLUMN: sentence"),
    "muscles": ("listing", "list the muscles"),
    "regions": ("listing", "list the named regions of the body"),
    "landmarks": ("listing", "list the landmarks that places can be named by"),
}
_EPILOG = """\
Without a verb the window opens. `bodymap VERB --help` tells more about a verb.

examples:
  bodymap match --region lateral_thigh_hip --side right --intensity 6
  bodymap match --at "right thigh 0.5 lateral" --at "right leg 0.5 lateral" --quality tingling
  bodymap plate gluteus_minimus -o plate.png
  bodymap check my_pack

Exit code: 0 for success, 1 for an error, 2 for wrong usage. Bodymap is no diagnosis: pain with an emergency sign, or
that does not go away, belongs to a doctor.
"""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of repeating the whole usage."""

    def error(self, message: str) -> NoReturn:
        wrong = re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)", message)
        if wrong:
            choices = re.findall(r"[\w-]+", wrong[2])
            what = "verb" if "VERB" in message else message.partition(":")[0].removeprefix("argument ")
            hint = suggestion(wrong[1], choices) or f"; choose one of: {', '.join(choices)}"
            message = f"there is no {what} “{wrong[1]}”{hint}"
        self.exit(2, f"{self.prog}: {message}. `{self.prog} --help` tells more.\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code is 0 for success, 1 for an error, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    # OpenBLAS starts a thread for every core when numpy is imported, and waits for them: half of that import's time.
    # Nothing here multiplies matrices large enough to gain from them.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    words = sys.argv[1:] if argv is None else list(argv)
    arguments = _parser(words).parse_args(words)
    paths = Paths.resolve(getattr(arguments, "data_dir", None))
    options = Options(paths, tuple(getattr(arguments, "pack", ())))
    try:
        if arguments.verb is None:
            return _window(options)
        code: int = arguments.run(arguments, options)
        sys.stdout.flush()
        return code
    except BodymapError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:  # the reader has seen enough, as in `bodymap muscles | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _parser(words: Sequence[str]) -> _Parser:
    everywhere = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument("--data-dir", metavar="DIR", help="keep settings and the journal in DIR")
    everywhere.add_argument(
        "--pack", metavar="DIR", type=Path, action="append", help="add a pack of content files; may be repeated"
    )
    parser = _Parser(
        prog="bodymap",
        description="Shows which muscles' trigger points are known to send pain where it hurts, and how to treat them.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[everywhere],
    )
    parser.add_argument("--version", action="version", version=f"Bodymap {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs")
    for name, (module, about) in _VERBS.items():
        verb = verbs.add_parser(
            name,
            help=about,
            description=f"{about[0].upper()}{about[1:]}.",
            parents=[everywhere],
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name in words:
            verb_module = import_module(f"bodymap.verbs.{module}")
            verb_module.add_arguments(verb)
            verb.set_defaults(run=verb_module.run)
    return parser


def _window(options: Options) -> int:
    _display_libraries()
    gc.set_threshold(20_000, 20, 50)  # a start makes much that stays: looking through it for what could go is felt
    try:
        from bodymap.gui.swift import spare_source_reading

        spare_source_reading()
        from bodymap.app import main as open_window
    except ImportError as error:
        library = re.search(r"(lib[\w.+-]+\.so[\d.]*)", str(error))
        if library is None:
            raise
        raise BodymapError(f"The window needs the system library {library[1]}. {_INSTALL}") from error
    return open_window(options)


_INSTALL = (
    "On Debian or Ubuntu: apt-get install libegl1 libgl1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 "
    "libxcb-render-util0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1"
)


def _display_libraries() -> None:
    """Qt ends the process when its X11 plugin can't be loaded: say so in a sentence before it is tried."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM", "xcb").split(":")[0] != "xcb":
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise BodymapError("There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.")
    if os.environ.get("WAYLAND_DISPLAY") and "QT_QPA_PLATFORM" not in os.environ:
        return
    import ctypes

    for library in ("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxkbcommon-x11.so.0"):
        try:
            ctypes.CDLL(library)
        except OSError as error:
            raise BodymapError(f"The window needs the system library {library}. {_INSTALL}") from error
