"""The closed mouth and eyelids: the slits left where the hollows behind them were taken away are sewn shut."""

from __future__ import annotations

import numpy as np

from .source import Floats, Ints


def border_loops(quads: Ints) -> list[Ints]:
    """The open borders of a mesh, each as its vertices in order, the shortest name first."""
    pairs = np.stack([quads, np.roll(quads, -1, axis=1)], axis=-1).reshape(-1, 2)
    _, index, count = np.unique(np.sort(pairs, axis=1), axis=0, return_inverse=True, return_counts=True)
    follow = {int(start): int(end) for start, end in pairs[count[index.ravel()] == 1]}
    loops = []
    while follow:
        loop = [min(follow)]
        while (after := follow.pop(loop[-1], None)) is not None and after != loop[0]:
            loop.append(after)
        loops.append(np.array(loop))
    return loops


def lips(points: Floats, loop: Ints) -> tuple[Ints, Ints]:
    """The upper and the lower half of a slit that runs from side to side (x), each in the order of x."""
    start = int(points[loop, 0].argmin())
    turned = np.roll(loop, -start)
    end = int(points[turned, 0].argmax())
    halves = (turned[: end + 1], np.r_[turned[end:], turned[:1]][::-1])
    upper, lower = sorted(halves, key=lambda half: -float(points[half, 1].mean()))
    return upper, lower


def sewn(vertices: Floats, quads: Ints) -> Floats:
    """The vertices (V, 3) with both lips of every slit laid on the line midway between them."""
    result = vertices.copy()
    for loop in border_loops(quads):
        halves = lips(vertices, loop)
        across = vertices[loop, 0]
        for axis in (1, 2):
            lines = [np.interp(across, *_rising(vertices[half, 0], vertices[half, axis])) for half in halves]
            result[loop, axis] = (lines[0] + lines[1]) / 2
    return result


def _rising(across: Floats, values: Floats) -> tuple[Floats, Floats]:
    order = np.argsort(across, kind="stable")
    return across[order], values[order]
