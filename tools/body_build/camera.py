"""The views: which pose, which direction, which cells may show, and where on the picture they fall."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .cells import SEGMENTS, Cells
from .pose import ANATOMICAL, SIDEWAYS, Stance
from .source import Floats, Ints
from .subdivide import Fine

PAD_CM = 1.0
SOLE_GAP_CM = 3.0
UNDER_TOP_CM = 2.5
"""So far below its joint a view of one leg ends: just above the crotch."""
_FEET = [SEGMENTS.index(name) for name in SEGMENTS if name == "foot" or name.endswith("_toe")]
_LEG = [SEGMENTS.index("thigh"), SEGMENTS.index("leg"), *_FEET]
_TRUNK = SEGMENTS.index("trunk")


@dataclass(frozen=True)
class Camera:
    """An orthographic view. `right` and `down` (3,) are the picture's axes in the body frame.

    `only_side` keeps the cells of one side (+1 left, -1 right): with a symmetric pose that is exactly what the viewer
    sees, except that the far limbs can't be drawn on by mistake. `feet` keeps the feet and puts them side by side.
    `top` names a joint near which the view ends: one leg with what belongs to it of the pelvis.
    """

    name: str
    stance: Stance
    right: tuple[float, float, float]
    down: tuple[float, float, float]
    only_side: int = 0
    feet: bool = False
    top: str = ""


CAMERAS = (
    Camera("front", ANATOMICAL, (1, 0, 0), (0, -1, 0)),
    Camera("back", ANATOMICAL, (-1, 0, 0), (0, -1, 0)),
    Camera("left", SIDEWAYS, (0, 0, -1), (0, -1, 0), only_side=1),
    Camera("right", SIDEWAYS, (0, 0, 1), (0, -1, 0), only_side=-1),
    Camera("soles", ANATOMICAL, (1, 0, 0), (0, 0, -1), feet=True),
    Camera("inner_right", ANATOMICAL, (0, 0, -1), (0, -1, 0), only_side=-1, top="hip.R"),
    Camera("inner_left", ANATOMICAL, (0, 0, 1), (0, -1, 0), only_side=1, top="hip.L"),
)


@dataclass(frozen=True)
class Shot:
    """One figure on one view: `points` (F, 3) = x, y (down) in view cm and depth of the fine vertices, `cells` (N,)
    ids that may show, `frame` (3, 3) rows right, down, toward the viewer, `size` of the view's box in cm, `top` the y
    above which nothing is shown."""

    camera: Camera
    points: Floats
    cells: Ints
    frame: Floats
    size: tuple[float, float]
    top: float = -np.inf

    def framed(self, box: tuple[float, float, float, float]) -> Shot:
        """The same with that box (left, top, right, bottom) of it as its own."""
        left, top, right, bottom = box
        size = round(right - left, 4), round(bottom - top, 4)
        return replace(self, points=self.points - [left, top, 0.0], size=size, top=self.top - top)


def shoot(camera: Camera, topology: Cells, fine: Fine, posed: Floats, joints: dict[str, Floats]) -> Shot:
    """Projects the posed fine vertices (F, 3); the box of the view starts at the skin's own corner."""
    shown = np.arange(len(topology.cells))
    if camera.only_side:
        shown = shown[topology.side[shown] == camera.only_side]
    if camera.feet:
        shown = shown[np.isin(topology.segment[shown], _FEET)]
        posed = _together(posed, fine, shown)
    if camera.top:
        low = posed[topology.cells[shown], 1].min(axis=1) < joints[camera.top][1] - UNDER_TOP_CM
        segment = topology.segment[shown]
        shown = shown[np.isin(segment, _LEG) | ((segment == _TRUNK) & low)]
    right, down = np.array(camera.right, float), np.array(camera.down, float)
    frame = np.stack([right, down, np.cross(down, right)])
    points = posed @ frame.T
    used = np.unique(fine.quads[np.isin(fine.parent, shown)])
    corner = points[used, :2].min(axis=0)
    points[:, :2] -= corner
    width, height = points[used, :2].max(axis=0)
    top = float(joints[camera.top] @ down - corner[1]) + UNDER_TOP_CM if camera.top else -np.inf
    return Shot(camera, points, shown, frame, (round(float(width), 4), round(float(height), 4)), top)


def _together(posed: Floats, fine: Fine, shown: Ints) -> Floats:
    """The feet moved towards each other until they are SOLE_GAP_CM apart."""
    feet = np.unique(fine.quads[np.isin(fine.parent, shown)])
    across = posed[feet, 0]
    moved = posed.copy()
    moved[:, 0] -= np.sign(posed[:, 0]) * (across[across > 0].min() - SOLE_GAP_CM / 2)
    return moved
