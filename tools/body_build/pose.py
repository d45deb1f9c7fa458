"""Turns limbs about their joints, bending each vertex by its share of the skin weight.

A joint turns a vertex by angle x weight about the joint's axis (not a blend of matrices), so nothing collapses: a
forearm turned by a right angle keeps its girth. Joints are applied from the fingers inwards, all in the rest frame.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .figure import MIRROR_X, neighbours
from .joints import JOINTS, carrying_bone, rest_joints
from .source import Floats, Source

HAND = ("wrist", "metacarpal", "finger")
FOREARM = ("lowerarm", *HAND)
ARM = ("upperarm", *FOREARM)
LEG = ("upperleg", "lowerleg", "foot", "toe")
FOOT = ("foot", "toe")
SOFTER = {FOREARM: 6, ARM: 4, LEG: 4}
"""How often the skin weights of a joint are spread to the neighbours, so that a bend shows no seam."""

PLAIN = (
    "root",
    "spine",
    "neck",
    "breast",
    "clavicle",
    "shoulder",
    "upperarm",
    "lowerarm",
    "pelvis",
    "upperleg",
    "lowerleg",
)
ROUNDS = 6
"""Of the smoothing that takes the ripples out of the skin over these bones."""

FORWARD, INWARD = np.array([0.0, 0.0, 1.0]), np.array([-1.0, 0.0, 0.0])


@dataclass(frozen=True, eq=False)
class Stance:
    """How the left limbs stand; degrees. The right ones mirror them.

    `abduction` and `flexion` are of the upper arm from hanging straight down, `elbow` is what is left of its bend,
    `palm` the direction (3,) the palm looks to, `clavicle` how far the collar bone goes along with the arm.
    """

    abduction: float
    flexion: float
    elbow: float
    palm: Floats
    legs_in: float = 0.0


ANATOMICAL = Stance(abduction=19, flexion=0, elbow=4, palm=FORWARD, legs_in=3)
SIDEWAYS = Stance(abduction=6, flexion=52, elbow=14, palm=INWARD, legs_in=3)


def axis_angle(matrix: Floats) -> tuple[Floats, float]:
    """The axis (3,) and angle in radians of a rotation matrix (3, 3) that turns by less than half a circle."""
    axis = np.array([matrix[2, 1] - matrix[1, 2], matrix[0, 2] - matrix[2, 0], matrix[1, 0] - matrix[0, 1]])
    length = float(np.linalg.norm(axis))
    if length < 1e-12:
        return np.array([1.0, 0.0, 0.0]), 0.0
    return axis / length, float(np.arctan2(length, np.trace(matrix) - 1))


def rotation(axis: Floats, angle: float) -> Floats:
    """The rotation matrix (3, 3) about an axis by an angle in radians."""
    return np.stack([turn(np.eye(3)[i : i + 1], np.zeros(3), axis, np.array([angle]))[0] for i in range(3)], axis=1)


def turn(points: Floats, pivot: Floats, axis: Floats, angle: Floats) -> Floats:
    """Points (N, 3) turned about the axis through the pivot, each by its own angle (N,) in radians."""
    unit = axis / np.linalg.norm(axis)
    arm = points - pivot
    cos, sin = np.cos(angle)[:, None], np.sin(angle)[:, None]
    along = (arm @ unit)[:, None] * unit
    return np.asarray(pivot + arm * cos + np.cross(unit, arm) * sin + along * (1 - cos))


class Rig:
    """One figure's skin and joints in the rest pose, ready to be posed. Points are the V vertices, then the joints."""

    def __init__(self, source: Source, vertices: Floats) -> None:
        self.source = source
        self.joints = rest_joints(source, vertices)
        self.points = np.vstack([vertices, np.array([self.joints[name] for name in JOINTS])])
        self.count = len(vertices)
        self.spread = neighbours(source.quads, self.count)

    def weight(self, bones: tuple[str, ...], side: str) -> Floats:
        """The share (V + J,) of each point that follows the bones whose names start so, on one side (``L``/``R``)."""
        total = np.zeros(len(self.points))
        for name, values in self.source.bones.items():
            if name.startswith(bones) and name.endswith(f".{side}"):
                total[: self.count] += values
        for _ in range(SOFTER.get(bones, 0)):
            total[: self.count] = self.spread @ total[: self.count]
        for index, joint in enumerate(JOINTS):
            bone = carrying_bone(joint)
            total[self.count + index] = float(bone.startswith(bones) and bone.endswith(f".{side}"))
        return np.clip(total, 0.0, 1.0)

    def posed(self, stance: Stance) -> tuple[Floats, dict[str, Floats]]:
        """Vertices (V, 3) and joints in a stance, exactly symmetric, standing on y = 0."""
        left = self._left(stance)
        points = self.points.copy()
        for side, flip in (("L", np.ones(3)), ("R", MIRROR_X)):
            for bones, profile, pivot, axis, angle in left:
                amount = self.weight(bones, side) if profile is None else self._twist(side)
                handed = axis if side == "L" else -axis * flip
                points = turn(points, pivot * flip, handed, amount * angle)
        vertices = self._smoothed(points[: self.count])
        vertices = (vertices + vertices[self.source.mirror] * MIRROR_X) / 2
        joints = dict(zip(JOINTS, points[self.count :], strict=True))
        floor = vertices[np.unique(self.source.quads), 1].min() * np.array([0.0, 1.0, 0.0])
        return vertices - floor, {name: place - floor for name, place in joints.items()}

    def _smoothed(self, vertices: Floats) -> Floats:
        """The posed skin with its ripples taken out, but for face, hands and feet.

        Shrinking is undone in every round, as in Taubin, A signal processing approach to fair surface design, 1995.
        """
        plain = [values for name, values in self.source.bones.items() if name.startswith(PLAIN)]
        amount = np.clip(np.sum(plain, axis=0), 0.0, 1.0)[:, None]
        for _ in range(ROUNDS):
            for strength in (0.5, -0.52):
                vertices = vertices + strength * amount * (self.spread @ vertices - vertices)
        return vertices

    def _twist(self, side: str) -> Floats:
        """How much of the forearm's turn reaches each point: nothing at the elbow, all at the wrist."""
        elbow, wrist = self.joints[f"elbow.{side}"], self.joints[f"wrist.{side}"]
        axis = wrist - elbow
        along = (self.points - elbow) @ axis / (axis @ axis)
        ramp = np.clip((along - 0.02) / 0.94, 0.0, 1.0)
        ramp = 0.5 * ramp + 0.5 * ramp * ramp * (3 - 2 * ramp)
        hand = self.weight(HAND, side)
        return self.weight(FOREARM, side) * np.maximum(ramp, hand)

    def _left(self, stance: Stance) -> list[tuple[tuple[str, ...], str | None, Floats, Floats, float]]:
        """The turns of the left side in the order they are applied: bones, profile, pivot, axis, angle."""
        at = {name: self.joints[f"{name}.L"] for name in ("shoulder", "elbow", "wrist", "hip", "ankle")}
        upper, lower = at["elbow"] - at["shoulder"], at["wrist"] - at["elbow"]
        bend_axis = np.cross(upper, lower)
        bend_axis /= np.linalg.norm(bend_axis)
        bend = np.arccos(upper @ lower / np.linalg.norm(upper) / np.linalg.norm(lower))
        straighten = np.radians(stance.elbow) - bend
        lift = self._lift(upper, stance)
        twist = self._supination(lower, rotation(*lift) @ rotation(bend_axis, straighten), stance.palm)
        turns: list[tuple[tuple[str, ...], str | None, Floats, Floats, float]] = [
            (FOREARM, "twist", at["elbow"], lower, twist),
            (FOREARM, None, at["elbow"], bend_axis, straighten),
            (ARM, None, at["shoulder"], *lift),
        ]
        if stance.legs_in:
            turns.append((FOOT, None, at["ankle"], FORWARD, np.radians(stance.legs_in)))
            turns.append((LEG, None, at["hip"], FORWARD, -np.radians(stance.legs_in)))
        return turns

    @staticmethod
    def _lift(upper: Floats, stance: Stance) -> tuple[Floats, float]:
        """One turn of the upper arm from the rest pose to the stance's abduction and flexion."""
        abduction = np.arctan2(upper[0], -upper[1])
        sideways = rotation(FORWARD, np.radians(stance.abduction) - abduction)
        return axis_angle(rotation(np.array([1.0, 0.0, 0.0]), -np.radians(stance.flexion)) @ sideways)

    def _supination(self, lower: Floats, after: Floats, palm: Floats) -> float:
        """The turn about the forearm that makes the palm look along `palm` once `after` (3, 3) has been applied."""
        index, little = self.joints["finger2_base.L"], self.joints["finger5_base.L"]
        wrist = self.joints["wrist.L"]
        normal = np.cross(little - wrist, index - wrist)
        unit = lower / np.linalg.norm(lower)
        wanted = after.T @ palm
        flat = [vector - (vector @ unit) * unit for vector in (normal, wanted)]
        return float(np.arctan2(np.cross(flat[0], flat[1]) @ unit, flat[0] @ flat[1]))
