"""The whole build in order: shape, cells, pose, project, see, shade, write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from . import cells as skin
from .camera import CAMERAS, PAD_CM, Camera, Shot, shoot
from .figure import PLANS, Plan, shape
from .joints import JOINTS
from .pose import ANATOMICAL, Rig
from .shade import picture, vertex_normals
from .source import Floats, Source, read_source
from .subdivide import Fine, controls, subdivide
from .visible import see
from .write import write_figure, write_picture, write_topology, write_view

LEVELS = 2
PX_PER_CM = {"low": 5.0, "high": 20.0}
QUALITY = {"low": 88, "high": 90}


def build(archive: Path, out: Path) -> None:
    """Writes every file of `assets/body/` into the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    source = read_source(archive)
    shapes = {plan.name: shape(source, plan) for plan in PLANS}
    topology = skin.choose(source, list(shapes.values()))
    fine = subdivide(topology.cells, len(topology.vertex), LEVELS)
    write_topology(out, topology)
    figures = {plan.name: _figure(source, plan, shapes[plan.name], topology, fine, out) for plan in PLANS}
    (out / "body.json").write_text(json.dumps(_contents(figures), indent=1) + "\n", encoding="utf-8")


def _figure(
    source: Source, plan: Plan, vertices: Floats, topology: skin.Cells, fine: Fine, out: Path
) -> dict[str, Any]:
    rig = Rig(source, vertices)
    posed, joints = rig.posed(ANATOMICAL)
    canonical = posed[topology.vertex]
    smooth = fine.matrix @ controls(canonical, fine)
    write_figure(out, plan.name, smooth[: len(canonical)], vertex_normals(smooth, fine.quads)[: len(canonical)], joints)
    views = {camera.name: _view(plan, camera, rig, topology, fine, out) for camera in CAMERAS}
    return {
        "height_cm": round(float(np.ptp(canonical[:, 1])), 1),
        "weight_kg": plan.weight_kg,
        "views": {name: {"width_cm": shot.size[0], "height_cm": shot.size[1]} for name, shot in views.items()},
    }


def _view(plan: Plan, camera: Camera, rig: Rig, topology: skin.Cells, fine: Fine, out: Path) -> Shot:
    posed, _ = rig.posed(camera.stance)
    smooth = fine.matrix @ controls(posed[topology.vertex], fine)
    shot = shoot(camera, topology, fine, smooth)
    shown = np.isin(fine.parent, shot.cells)
    visible = see(shot.points, fine.quads[shown], fine.parent[shown], fine.rim)
    write_view(out, plan.name, shot, len(topology.vertex), visible, [])
    normals = vertex_normals(smooth, fine.quads) @ shot.frame.T
    for level, per_cm in PX_PER_CM.items():
        grey = picture(shot, shot.points, normals, fine.quads[shown], per_cm)
        write_picture(out / f"{plan.name}_{camera.name}_{level}.webp", grey, QUALITY[level])
    print(plan.name, camera.name, len(visible.cells), "cells seen", flush=True)
    return shot


def _contents(figures: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {
        "version": 1,
        "segments": list(skin.SEGMENTS),
        "views": [camera.name for camera in CAMERAS],
        "joints": list(JOINTS),
        "right_at": {"front": "left", "back": "right", "soles": "left"},
        "figures": figures,
        "shade": {"px_per_cm": PX_PER_CM, "pad_cm": PAD_CM, "format": "webp"},
    }
