"""What an answer costs: the ranking for drawings of several sizes, its stability, and the next questions, in ms of CPU.

    python benchmarks/matching.py [--runs 60]

A live brush asks for an answer at each move of the mouse, also when thousands of cells are marked; stability and
questions are asked for once the brush rests. The exit code is 1 when the stability of five marks takes 30 ms or more.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from bodymap.atlas.load import load_atlas
from bodymap.body.surface import SurfaceRegion, load_surface
from bodymap.engine import Engine
from bodymap.pain.drawing import Drawing, Mark, spot
from bodymap.paths import asset

PLACES = (
    "right thigh 0.5 lateral",
    "right leg 0.5 lateral",
    "left leg 0.4 posterior",
    "right foot 0.7 lateral",
    "left trunk 0.85 posterior",
    "right thigh 0.8 anterior",
    "right lateral_malleolus",
    "right trunk 0.3 posterior",
    "right upper_arm 0.5 lateral",
    "neck 0.5 posterior",
)
LIMIT_MS = 30.0


def cost(run: Callable[[], object], runs: int) -> tuple[float, float]:
    """Median and 90th percentile in ms of this thread's CPU time, after two runs that fill what is kept."""
    run(), run()
    taken = []
    for _ in range(runs):
        start = time.thread_time()
        run()
        taken.append((time.thread_time() - start) * 1000)
    return float(np.median(taken)), float(np.quantile(taken, 0.9))


def drawings(engine: Engine) -> dict[str, Drawing]:
    """Spots over the body, and one mark over half the skin in front."""
    spots = tuple(
        spot(engine.surface, number, engine.places.resolve(place), 3.0) for number, place in enumerate(PLACES)
    )
    surface = engine.surface
    front = (surface.side < 0) & (surface.centres[:, 2] > np.median(surface.centres[:, 2]))
    large = Mark(99, SurfaceRegion((front & (surface.centres[:, 1] < 130)).astype(np.float32)))
    counts = {f"{count} mark{'s' * (count > 1)}": spots[:count] for count in (1, 2, 5, 10)}
    return {**counts, "one large mark": (large,), "10 marks and the large one": (*spots, large)}


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=60)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        engine = Engine(load_atlas(asset("atlas"), cache=Path(folder)), load_surface("woman"), Path(folder))
    print(f"{'':28}{'cells':>6}{'answer':>16}{'stability':>16}{'questions':>16}   (ms of CPU: median, 90 %)")
    slow = False
    for name, drawing in drawings(engine).items():
        answer = engine.answer(drawing)
        figures = [
            cost(lambda drawing=drawing: engine.answer(drawing), runs),  # type: ignore[misc]
            cost(lambda drawing=drawing, answer=answer: engine.stability(drawing, answer), runs),  # type: ignore[misc]
            cost(lambda answer=answer: engine.questions(answer), runs),  # type: ignore[misc]
        ]
        slow = slow or (name == "5 marks" and figures[1][0] >= LIMIT_MS)
        columns = "".join(f"{median:9.2f}{most:7.2f}" for median, most in figures)
        print(f"{name:28}{len(answer.ranking.pain.cells):6}{columns}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
