"""Where the joints are: the means of the rig's joint cubes, under the names the application uses."""

from __future__ import annotations

import numpy as np

from .source import Floats, Source

_LEFT = {
    "shoulder": "shoulder",
    "elbow": "elbow",
    "wrist": "hand",
    "hip": "upper-leg",
    "knee": "knee",
    "ankle": "ankle",
    "eye": "eye",
    "finger1_base": "finger-1-2",
    **{f"finger{i}_base": f"finger-{i}-1" for i in range(2, 6)},
    **{f"finger{i}_tip": f"finger-{i}-4" for i in range(1, 6)},
    **{f"toe{i}_base": f"toe-{i}-1" for i in range(1, 6)},
    "toe1_tip": "toe-1-3",
    **{f"toe{i}_tip": f"toe-{i}-4" for i in range(2, 6)},
}
_MIDLINE = {
    "neck_base": ("neck",),
    "skull_base": ("head",),
    "head_top": ("head-2",),
    "jaw": ("jaw",),
    "pelvis": ("pelvis",),
    "spine1": ("spine-4",),
    "spine2": ("spine-3",),
    "spine3": ("spine-2",),
    "spine4": ("spine-1",),
    "spine5": ("spine-1", "neck"),
}
JOINTS: tuple[str, ...] = (*(f"{name}{side}" for name in _LEFT for side in (".R", ".L")), *_MIDLINE)

_BONES = {
    "shoulder": "shoulder01",
    "elbow": "upperarm02",
    "wrist": "lowerarm02",
    "hip": "pelvis",
    "knee": "upperleg02",
    "ankle": "lowerleg02",
    "eye": "eye",
}


def rest_joints(source: Source, vertices: Floats) -> dict[str, Floats]:
    """Joint positions (3,) in cm for the shaped base mesh (V, 3) in the rest pose."""
    joints: dict[str, Floats] = {}
    for name, cube in _LEFT.items():
        for side in ("R", "L"):
            joints[f"{name}.{side}"] = _mean(source, vertices, f"{side.lower()}-{cube}")
    for name, cubes in _MIDLINE.items():
        joints[name] = np.mean([_mean(source, vertices, cube) for cube in cubes], axis=0)
    return joints


def _mean(source: Source, vertices: Floats, cube: str) -> Floats:
    return np.asarray(vertices[source.cubes[cube]].mean(axis=0))


def carrying_bone(joint: str) -> str:
    """The bone a joint rides on, e.g. ``upperarm02.L`` for ``elbow.L``; a midline joint rides on ``spine01``."""
    name, dot, side = joint.partition(".")
    if not dot:
        return "head" if joint in ("skull_base", "head_top", "jaw") else "spine01"
    if name.startswith("finger"):
        bone = f"finger{name[6]}-3" if name.endswith("tip") else "wrist"
    elif name.startswith("toe"):
        bone = "toe1-2" if name == "toe1_tip" else f"toe{name[3]}-3" if name.endswith("tip") else "foot"
    else:
        bone = _BONES[name]
    return f"{bone}.{side}"
