"""The command line: verbs that print, and the window when there is no verb."""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Sequence

from bodymap.errors import BodymapError
from bodymap.paths import Options, Paths


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
    try:
        return _run(words) if words else _window(Options(Paths.resolve(), ()))
    except BodymapError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:  # the reader has seen enough, as in `bodymap muscles | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _run(words: list[str]) -> int:
    from bodymap.arguments import parser_for  # not for the plain start, which has no words to understand

    arguments = parser_for(words).parse_args(words)
    options = Options(Paths.resolve(getattr(arguments, "data_dir", None)), tuple(getattr(arguments, "pack", ())))
    if arguments.verb is None:
        return _window(options)
    code: int = arguments.run(arguments, options)
    sys.stdout.flush()
    return code


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
