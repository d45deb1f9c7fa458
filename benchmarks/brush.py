"""How long each step of a brush stroke takes, with the ranking following it, beside a bare canvas.

A stroke of many points is painted up and down the outer thigh and leg, and one across the face, whose cells are the
smallest, with mouse events, each far enough from the last to be heeded, on a maximised window with the whole atlas. For
every event the time is taken until it is handled, shown on all views, the sources are ranked anew and everything is
painted. Beside it, event by event, a bare view of the same size paints the outline of a body and a line that grows:
what Qt takes anyway. Printed are the medians, the 99th percentiles and their ratio; the exit code is 1 when the 99th
percentile of the CPU time passes one frame of a 60 Hz screen.

    python benchmarks/brush.py [--place thigh|face]
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QGraphicsPathItem, QGraphicsScene, QGraphicsView, QWidget

from bodymap.app import Bodymap, application, furnish, open_shell
from bodymap.gui.loader import engine_maker
from bodymap.paths import Paths

FRAME_MS = 1000 / 60
STROKES = {
    "thigh": (
        "right",
        500,
        [
            [f"right {part} {0.05 + 0.9 * step / 20:.3f} {angle}" for part in ("thigh", "leg") for step in range(21)]
            for angle in (82, 90, 98, 106)
        ],
    ),
    "face": (
        "front",
        170,
        [[f"head {t} {angle}" for angle in range(-54, 55, 4)] for t in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45)],
    ),
}
"""The view, the number of points and the places of each stroke."""
SIZE = (1920, 1080)


class Bare(QGraphicsView):
    """A view that does nothing but paint a body's outline and a line through the mouse's way."""

    def __init__(self, outline: QPainterPath) -> None:
        self._held = QGraphicsScene()
        super().__init__(self._held)
        self._held.addPath(outline, QPen(Qt.GlobalColor.black, 0.2))
        self._line = QGraphicsPathItem()
        self._line.setPen(QPen(Qt.GlobalColor.blue, 5.0))
        self._held.addItem(self._line)
        self._way = QPainterPath()
        self.fitInView(QRectF(outline.boundingRect()), Qt.AspectRatioMode.KeepAspectRatio)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it so
        """The line grows."""
        at = self.mapToScene(event.position().toPoint())
        if self._way.isEmpty():
            self._way.moveTo(at)
        self._way.lineTo(at)
        self._line.setPath(self._way)


def opened(folder: Path) -> Bodymap:
    """The application with its atlas, on an empty data folder."""
    paths = Paths.resolve(folder)
    made = furnish(open_shell(paths), paths, engine_maker((), paths.cache))
    made.start()
    until = time.monotonic() + 60
    while not made.document.ready and time.monotonic() < until:
        QApplication.processEvents()
    if not made.document.ready:
        raise SystemExit("The atlas did not load within a minute.")
    made.window.resize(*SIZE)
    settle(0.8)
    return made


def settle(seconds: float) -> None:
    """Let everything that is under way come to rest."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.005)


def way(made: Bodymap, place: str) -> list[QPointF]:
    """The points of the viewport along a stroke."""
    view, count, sweeps = STROKES[place]
    stops = [stop for turn, sweep in enumerate(sweeps) for stop in (sweep[::-1] if turn % 2 else sweep)]
    canvas, engine = made.window.canvas, made.document.engine
    if engine is None:
        raise SystemExit("The atlas is not there.")
    canvas.show_view(view, animated=False)
    settle(0.5)
    pixels = []
    for stop in stops:
        seen = canvas.projector.locate(engine.places.resolve(stop), view)
        if seen is not None:
            pixels.append(canvas.pixel_of(*canvas.stage.to_scene(view, *seen)))
    shares = [index * (len(pixels) - 1) / (count - 1) for index in range(count)]
    return [_between(pixels, share) for share in shares]


def _between(points: list[QPointF], share: float) -> QPointF:
    index = min(int(share), len(points) - 2)
    return points[index] + (points[index + 1] - points[index]) * (share - index)


def step(widget: QWidget, kind: QEvent.Type, at: QPointF, held: Qt.MouseButton) -> tuple[float, float]:
    """Milliseconds of wall clock and of CPU until an event is handled and painted."""
    moved = kind == QEvent.Type.MouseMove
    button = Qt.MouseButton.NoButton if moved else Qt.MouseButton.LeftButton
    there = QPointF(widget.mapToGlobal(at.toPoint()))
    event = QMouseEvent(kind, at, there, button, held, Qt.KeyboardModifier.NoModifier)
    wall, cpu = time.perf_counter(), time.process_time()
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def percentile(values: list[float], share: float) -> float:
    """The value below which that share of them lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def main() -> int:
    """Paint, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--place", choices=sorted(STROKES), help="only this stroke")
    asked = parser.parse_args()
    application()
    return max([measured(place) for place in ([asked.place] if asked.place else STROKES)])


def measured(place: str) -> int:
    """Paint one stroke in a window of its own and print what it took. 1 when the limit is passed."""
    with tempfile.TemporaryDirectory() as folder:
        made = opened(Path(folder))
        canvas, down = made.window.canvas, Qt.MouseButton.LeftButton
        points = way(made, place)
        canvas.toolbox.choose("brush")
        bare = Bare(next(iter(canvas.stage.panels.values())).figure.outline)
        bare.resize(canvas.size())
        bare.show()
        canvas.settle()  # the finer pictures of the figures are read on a thread, which would be counted
        settle(0.3)
        step(canvas.viewport(), QEvent.Type.MouseButtonPress, points[0], down)
        ours, theirs = [], []
        for at in points[1:]:
            ours.append(step(canvas.viewport(), QEvent.Type.MouseMove, at, down))
            theirs.append(step(bare.viewport(), QEvent.Type.MouseMove, at, down))
        step(canvas.viewport(), QEvent.Type.MouseButtonRelease, points[-1], Qt.MouseButton.NoButton)
        heeded = len(made.document.drawing[0].strokes[0].points) - 1
        cells = int((made.document.drawing[0].region.weights > 0).sum())
        bare.close()
        bare.deleteLater()
        made.close()
    print(f"{place}: a stroke of {len(points)} points, {heeded} of them heeded and ranked, {cells} cells of skin")
    return report(ours, theirs)


def report(ours: list[tuple[float, float]], theirs: list[tuple[float, float]]) -> int:
    """Print the figures. 1 when the limit is passed."""
    late = 0
    for index, name in enumerate(("wall clock", "CPU")):
        mine, bare = [each[index] for each in ours], [each[index] for each in theirs]
        middle, most = statistics.median(mine), percentile(mine, 0.99)
        print(
            f"{name:>10}: median {middle:5.2f} ms, 99 % under {most:5.2f} ms, longest {max(mine):5.2f} ms; "
            f"beside a bare canvas {middle / max(statistics.median(bare), 1e-3):.1f}x"
        )
        late = int(most > FRAME_MS)
    print(
        f"one frame at 60 Hz is {FRAME_MS:.1f} ms: {'passed' if late else 'held'} by the CPU time of 99 % of the events"
    )
    return late


if __name__ == "__main__":
    sys.exit(main())
