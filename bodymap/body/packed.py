"""A field as text for files: base64 of its cells and its values, checked when it comes back."""

from __future__ import annotations

from base64 import b64decode, b64encode

import numpy as np

from bodymap.body.field import Field
from bodymap.body.surface import LATTICE

FARTHEST_CM = 1000.0
"""No value of a field is larger than this; outside of what was painted, values say nothing."""


def pack_field(field: Field) -> tuple[str, str]:
    """The cells (ascending int32) and the values (n x 5 x 5 float32, cm) of a field as base64, little-endian."""
    values = np.clip(field.values, -FARTHEST_CM, FARTHEST_CM).astype("<f4")
    return b64encode(field.cells.astype("<i4").tobytes()).decode(), b64encode(values.tobytes()).decode()


def unpack_field(cells: str, values: str, count: int) -> Field:
    """The field that :func:`pack_field` told of, on a skin of ``count`` cells.

    Raises:
        ValueError: the text is no field, or one that lies elsewhere.
    """
    rows = np.frombuffer(b64decode(cells, validate=True), "<i4").astype(np.int32)
    depths = np.frombuffer(b64decode(values, validate=True), "<f4").astype(np.float32)
    orderly = len(rows) > 0 and rows[0] >= 0 and rows[-1] < count and bool((np.diff(rows) > 0).all())
    if not orderly or len(depths) != len(rows) * LATTICE**2:
        raise ValueError("the cells are not those of the body")
    if not bool((np.abs(depths) <= FARTHEST_CM).all()):
        raise ValueError("a value is too large, or no number")
    return Field(rows, depths.reshape(-1, LATTICE, LATTICE))
