"""How long Bodymap takes to show the body and to answer the first click, beside an empty window.

Both are whole processes, timed from the moment they are started: an empty QMainWindow until it has painted, Bodymap
until the figures have painted and until the first click on them is answered on the panel. They are run in pairs, so
that a busy machine slows both; the ratios of the medians and their limits are printed, and the exit code is 1 when one
is exceeded.

    python benchmarks/startup.py [--pairs N] [--cold]

The cache of the atlas is warm, as on every start but the first; ``--cold`` empties it before each run. The windows open
on the present display; where there is none, on one of Xvfb's, and without Xvfb offscreen.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LIMITS = {"shown": 3.0, "first answer": 4.0}
TIMEOUT_SECONDS = 60.0

EMPTY_WINDOW = """
import time
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Empty(QMainWindow):
    def event(self, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.told)
        return super().event(event)

    def told(self):
        print(f"trace shown {time.monotonic():.6f}", flush=True)
        self.close()

app = QApplication([])
window = Empty()
window.resize(1280, 720)
window.show()
app.exec()
"""


def moments(command: list[str], environment: dict[str, str]) -> dict[str, float]:
    """Seconds from starting ``command`` to each moment that it prints.

    Raises:
        SystemExit: it failed or did not end in time.
    """
    started = time.monotonic()
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        sys.exit(f"{command[-1]} did not end within {TIMEOUT_SECONDS:.0f} s")
    if done.returncode != 0:
        sys.exit(f"{command[-1]} ended with {done.returncode}:\n{done.stderr}")
    lines = [line.split() for line in done.stdout.splitlines() if line.startswith("trace ")]
    return {" ".join(words[1:-1]): float(words[-1]) - started for words in lines}


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """What the environment needs for a window: nothing, or a screen of our own for as long as this lasts."""
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield {}
    elif shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
    else:
        readable, writable = os.pipe()
        command = ["Xvfb", "-displayfd", str(writable), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
        with subprocess.Popen(command, pass_fds=[writable], stderr=subprocess.DEVNULL) as server:
            os.close(writable)
            with os.fdopen(readable) as answer:
                number = answer.readline().strip()
            try:
                yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
            finally:
                server.terminate()


def measure(pairs: int, cold: bool) -> tuple[list[float], dict[str, list[float]]]:
    """Times of the empty window, and of Bodymap by moment."""
    empty: list[float] = []
    ours: dict[str, list[float]] = {name: [] for name in ("shown", "ready", "first answer")}
    with tempfile.TemporaryDirectory() as folder, display() as screen:
        for number in range(-1, pairs):  # the first pair warms up and is not counted
            cache = Path(folder, f"cache-{number}" if cold else "cache")
            environment = {
                **os.environ,
                **screen,
                "BODYMAP_TRACE": "click",
                "BODYMAP_DATA_DIR": str(Path(folder, f"data-{number}")),
                "BODYMAP_CACHE_DIR": str(cache),
            }
            base = moments([sys.executable, "-c", EMPTY_WINDOW], environment)
            found = moments([sys.executable, "-m", "bodymap"], environment)
            missing = [name for name in ours if name not in found]
            if missing or "shown" not in base:
                sys.exit(f"no moment “{', '.join(missing) or 'shown'}” was printed")
            if number >= 0:
                empty.append(base["shown"])
                for name, times in ours.items():
                    times.append(found[name])
    return empty, ours


def main() -> int:
    """Measure, print, and say whether the limits hold."""
    parser = argparse.ArgumentParser(description="Time from process start to the body and to the first answer.")
    parser.add_argument("--pairs", type=int, default=7, help="how many pairs of runs (7)")
    parser.add_argument("--cold", action="store_true", help="with an empty cache each time")
    options = parser.parse_args()
    compileall.compile_dir(str(Path(__file__).parents[1] / "bodymap"), quiet=1)  # as installing does
    empty, ours = measure(max(1, options.pairs), options.cold)
    base = statistics.median(empty)
    spread = f"{min(empty) * 1000:.0f} to {max(empty) * 1000:.0f}"
    print(f"empty window   {base * 1000:6.0f} ms   (median of {len(empty)}; {spread})")
    kept = True
    for name, times in ours.items():
        middle = statistics.median(times)
        line = f"{name:14} {middle * 1000:6.0f} ms   {middle / base:4.2f}x"
        limit = LIMITS.get(name)
        if limit is not None:
            holds = middle / base <= limit
            kept = kept and holds
            line += f"   at most {limit:g}x: {'holds' if holds else 'EXCEEDED'}"
        print(line)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
