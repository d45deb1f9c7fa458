"""The whole build in order: shape, cells, pose, project, see, shade, write."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from . import cells as skin
from .camera import CAMERAS, PAD_CM, Camera, Shot, shoot
from .contours import contours, within
from .figure import PLANS, Plan, shape, symmetric
from .joints import JOINTS
from .light import openness
from .pose import ANATOMICAL, SIDEWAYS, Rig, Stance
from .seams import sewn
from .shade import picture, vertex_normals
from .source import Floats, Ints, Source, read_source
from .subdivide import Fine, controls, subdivide
from .visible import ROUNDED_TO_CM, below, see, triangles_of
from .write import write_figure, write_picture, write_topology, write_view

LEVELS = 2
PX_PER_CM = {"low": 5.0, "high": 20.0}
SIDES = {1: "left", -1: "right"}
FORMAT = {"low": "pgm", "high": "webp"}  # the low one is read at every start: nothing to decode


STEPS_CM = {"head": 0.12, "hand": 0.25, "foot": 0.25, "thumb": 0.25, "finger": 0.25, "toe": 0.25}
STEP_CM = 0.35


@dataclass(frozen=True)
class Form:
    """What every figure is built from: the cells and the finer mesh of the subdivided skin."""

    topology: skin.Cells
    fine: Fine


@dataclass(frozen=True)
class Posed:
    """The fine skin of a figure in a stance: `points` (F, 3), unit `normals` (F, 3), `open_sky` (F,) 0..1, `joints`."""

    points: Floats
    normals: Floats
    open_sky: Floats
    joints: dict[str, Floats]


def build(archive: Path, out: Path, views: Sequence[str]) -> None:
    """Writes the files of `assets/body/` into the folder `out`: those of some views alone, or every one for all views.

    With some views alone the others must be there, built from the same shapes.
    """
    out.mkdir(parents=True, exist_ok=True)
    form, shapes, source = prepare(archive)
    contents = out / "body.json"
    known: dict[str, dict[str, Any]] = {}
    if len(views) < len(CAMERAS):
        known = json.loads(contents.read_text(encoding="utf-8"))["figures"]
    else:
        write_topology(out, form.topology)
    figures = {}
    for plan in PLANS:
        made = _figure(source, plan, shapes[plan.name], form, out, views)
        sizes = known.get(plan.name, {}).get("views", {}) | made["views"]
        figures[plan.name] = made | {"views": {camera.name: sizes[camera.name] for camera in CAMERAS}}
    contents.write_text(json.dumps(_contents(figures), indent=1) + "\n", encoding="utf-8")


def prepare(archive: Path) -> tuple[Form, dict[str, Floats], Source]:
    """The shared form, and each figure's rest shape (V, 3) with mouth and eyes closed."""
    source = read_source(archive)
    shapes = {plan.name: shape(source, plan) for plan in PLANS}
    topology = skin.choose(source, list(shapes.values()))
    quads = topology.vertex[topology.cells]
    form = Form(topology, subdivide(topology.cells, len(topology.vertex), LEVELS))
    closed = {}
    for plan in PLANS:
        vertices = symmetric(sewn(shapes[plan.name], quads), source.mirror)
        stature = np.ptp(skin_of(vertices, form)[:, 1])
        closed[plan.name] = vertices * (plan.height_cm / stature)
    return form, closed, source


def skin_of(vertices: Floats, form: Form) -> Floats:
    """The fine vertices (F, 3) of the smooth skin over base vertices (V, 3)."""
    return np.asarray(form.fine.matrix @ controls(vertices[form.topology.vertex], form.fine))


def pose(rig: Rig, stance: Stance, form: Form) -> Posed:
    """The subdivided skin of a figure in a stance, with its normals and how open the sky is over it."""
    vertices, joints = rig.posed(stance)
    points = skin_of(vertices, form)
    normals = vertex_normals(points, form.fine.quads)
    return Posed(points, normals, _open_sky(points, normals, form, np.arange(len(form.topology.cells))), joints)


def _open_sky(points: Floats, normals: Floats, form: Form, cells: Ints) -> Floats:
    """How open (F,) 0..1 the sky is over fine points (F, 3) with these normals, were there only these cells."""
    count = len(form.topology.vertex)
    coarse = openness(points[:count], normals[:count], form.topology.cells[cells])
    return np.asarray(np.clip(form.fine.matrix @ coarse, 0.0, 1.0))


def least_steps(form: Form) -> Floats:
    """How far (F,) in cm skin must stand before other skin to be given a line: less in the face, on hands and feet."""
    steps = np.full(form.fine.matrix.shape[0], STEP_CM)
    for number, name in enumerate(skin.SEGMENTS):
        quads = form.fine.quads[form.topology.segment[form.fine.parent] == number]
        steps[quads] = STEPS_CM.get(name.rpartition("_")[2], STEP_CM)
    return steps


def _figure(
    source: Source, plan: Plan, vertices: Floats, form: Form, out: Path, views: Sequence[str]
) -> dict[str, Any]:
    rig = Rig(source, vertices)
    stances = {stance: pose(rig, stance, form) for stance in (ANATOMICAL, SIDEWAYS)}
    standing, count = stances[ANATOMICAL], len(form.topology.vertex)
    if len(views) == len(CAMERAS):
        write_figure(out, plan.name, standing.points[:count], standing.normals[:count], standing.joints)
    wanted = [camera for camera in CAMERAS if camera.name in views]
    shots = {camera.name: _view(plan, camera, stances[camera.stance], form, out) for camera in wanted}
    return {
        "height_cm": round(float(np.ptp(standing.points[:, 1])), 1),
        "weight_kg": plan.weight_kg,
        "views": {name: {"width_cm": shot.size[0], "height_cm": shot.size[1]} for name, shot in shots.items()},
    }


def _view(plan: Plan, camera: Camera, posed: Posed, form: Form, out: Path) -> Shot:
    fine = form.fine
    shot = shoot(camera, form.topology, fine, posed.points, posed.joints)
    shown = np.isin(fine.parent, shot.cells)
    quads = fine.quads[shown]
    visible, sight = see(shot.points, quads, fine.parent[shown], fine.rim, shot.top)
    normals = posed.normals @ shot.frame.T
    lines = contours(shot.points, triangles_of(quads), normals, least_steps(form), sight)
    open_sky = posed.open_sky
    if camera.top:
        lines = within(lines, below(visible.outline, shot.top + ROUNDED_TO_CM))  # the rim up there is line enough
        open_sky = _open_sky(posed.points, posed.normals, form, shot.cells)  # no shadow of the leg that isn't there
        box = visible.outline.bounds
        shot, visible, lines = shot.framed(box), visible.moved(box[:2]), [line - box[:2] for line in lines]
    write_view(out, plan.name, shot, len(form.topology.vertex), visible, lines)
    for level, per_cm in PX_PER_CM.items():
        grey = picture(shot, shot.points, normals, open_sky, quads, per_cm)
        write_picture(out / f"{plan.name}_{camera.name}_{level}.{FORMAT[level]}", grey)
    print(f"{plan.name} {camera.name}: {len(visible.cells)} cells seen, {len(lines)} lines", flush=True)
    return shot


def _contents(figures: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {
        "version": 1,
        "segments": list(skin.SEGMENTS),
        "views": [camera.name for camera in CAMERAS],
        "joints": list(JOINTS),
        "right_at": {"front": "left", "back": "right", "soles": "left"},
        "only_side": {each.name: SIDES[each.only_side] for each in CAMERAS if each.only_side},
        "figures": figures,
        "shade": {"px_per_cm": PX_PER_CM, "pad_cm": PAD_CM, "format": FORMAT},
    }
