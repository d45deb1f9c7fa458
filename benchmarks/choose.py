"""How long the body takes to show a muscle that is chosen, beside a bare canvas that paints an outline.

Every muscle of the atlas is chosen once, on a maximised window, none of them seen before: the time is taken until the
body shows it, which is at once and rough, then until the window is done with the event (the panel has made the muscle's
page), and for every slice in which the exact outlines are found afterwards. Beside it, muscle by muscle, a bare view of
the same size paints the outline of a body. Printed are medians, 99th percentiles and ratios of CPU time; the exit code
is 1 when the body takes more than LIMIT times as long as the bare view for more than 1 % of the muscles.

    python benchmarks/choose.py [--figure woman|man]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from brush import FRAME_MS, Bare, opened, percentile, settle
from PySide6.QtWidgets import QApplication

from bodymap.app import Bodymap, application
from bodymap.body.surface import Side, figure_names
from bodymap.gui.canvas.finish import Finish
from bodymap.gui.canvas.source_show import SourceShow

LIMIT = 34.0
"""About one frame of a 60 Hz screen on a small laptop."""


class Watch:
    """Takes the CPU time (ms) of each call of a method without arguments, from now on."""

    def __init__(self, owner: type, name: str) -> None:
        self.taken: list[float] = []
        method = getattr(owner, name)

        def watched(this: object) -> None:
            begun = time.process_time()
            method(this)
            self.taken.append((time.process_time() - begun) * 1000)

        setattr(owner, name, watched)


def cpu(made: Bodymap, muscle: str, side: Side) -> float:
    """Milliseconds of CPU until a choice is handled and painted, everything included."""
    begun = time.process_time()
    made.document.choose(muscle, side)
    QApplication.processEvents()
    return (time.process_time() - begun) * 1000


def rest(made: Bodymap) -> None:
    """Let the body come to rest, and all its outlines become exact."""
    until = time.monotonic() + 20
    settle(0.1)
    while (made.window.canvas.moving() or made.window.canvas.finish.busy) and time.monotonic() < until:
        settle(0.02)
    settle(0.05)  # where it came to rest is painted


def main() -> int:
    """Choose, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--figure", choices=figure_names(), default=figure_names()[0])
    asked = parser.parse_args()
    body, slices = Watch(SourceShow, "show"), Watch(Finish, "work")
    application()
    with tempfile.TemporaryDirectory() as folder:
        made = opened(Path(folder))
        if made.document.figure != asked.figure:
            made.document.set_figure(asked.figure)
            settle(8)
        canvas, engine = made.window.canvas, made.document.engine
        if engine is None or made.document.figure != asked.figure:
            raise SystemExit("The atlas is not there.")
        bare = Bare(next(iter(canvas.stage.panels.values())).figure.outline)
        bare.resize(canvas.size())
        bare.show()
        made.document.choose("soleus", "left")  # reads the file of shapes and the views, once
        rest(made)
        shown, whole, theirs = [], [], []
        slices.taken.clear()
        for number, muscle in enumerate(engine.atlas.muscles):
            body.taken.clear()
            whole.append(cpu(made, muscle, "left" if number % 2 else "right"))
            shown.append(sum(body.taken))
            rest(made)
            begun = time.process_time()
            bare.viewport().repaint()
            theirs.append((time.process_time() - begun) * 1000)
            made.document.choose_none()
            rest(made)
        bare.close()
        bare.deleteLater()
        made.close()
    return report({"shown on the body": shown, "panel too": whole, "slices": slices.taken}, theirs)


def report(ours: dict[str, list[float]], theirs: list[float]) -> int:
    """Print the figures. 1 when the limit is passed."""
    bare = max(statistics.median(theirs), 1e-3)
    for name, taken in ours.items():
        middle = statistics.median(taken)
        print(
            f"{name:>18}: median {middle:5.1f} ms, 99 % under {percentile(taken, 0.99):5.1f} ms, longest"
            f" {max(taken):5.1f} ms; {middle / bare:.1f}x a bare canvas that paints an outline"
        )
    most = percentile(ours["shown on the body"], 0.99)
    late = int(most > LIMIT * bare)
    print(f"the body: {most / bare:.1f}x, to be under {LIMIT:.0f}x ({most:.1f} of the {FRAME_MS:.1f} ms of a frame)")
    return late


if __name__ == "__main__":
    sys.exit(main())
