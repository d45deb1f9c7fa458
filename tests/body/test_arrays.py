from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bodymap.body.arrays import Arrays
from bodymap.paths import asset


@pytest.mark.parametrize("name", ["topology", "woman", "man_front", "woman_soles"])
def test_arrays_are_those_that_numpy_reads(name: str) -> None:
    path = asset(f"body/{name}.npz")
    ours = Arrays(path)
    with np.load(path) as stored:
        for key in stored.files:
            assert ours[key].dtype == stored[key].dtype
            assert np.array_equal(ours[key], stored[key])


def test_an_array_that_is_not_there_is_a_key_error(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", here=np.arange(3))
    with pytest.raises(KeyError):
        Arrays(tmp_path / "a.npz")["there"]


def test_arrays_can_not_be_changed(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", here=np.arange(3))
    with pytest.raises(ValueError, match="read-only"):
        Arrays(tmp_path / "a.npz")["here"][0] = 7


def test_what_is_compressed_is_refused(tmp_path: Path) -> None:
    np.savez_compressed(tmp_path / "a.npz", here=np.zeros(1000))
    with pytest.raises(ValueError, match="compressed"):
        Arrays(tmp_path / "a.npz")["here"]


def test_only_plain_arrays_are_read(tmp_path: Path) -> None:
    fields = np.zeros(3, [("x", "<f4"), ("y", "<f4")])
    np.savez(tmp_path / "a.npz", fields=fields, columns=np.asfortranarray(np.zeros((2, 3))), none=np.zeros((0, 2)))
    ours = Arrays(tmp_path / "a.npz")
    with pytest.raises(ValueError, match="no plain array"):
        ours["fields"]
    with pytest.raises(ValueError, match="by columns"):
        ours["columns"]
    assert ours["none"].shape == (0, 2)
