"""A mark is checked when it is made, also out of another one."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from bodymap.engine import Engine
from bodymap.pain.drawing import spot


@pytest.mark.parametrize("wrong", [{"intensity": 11}, {"intensity": -1}, {"timing": frozenset({"on_sundays"})}])
def test_a_mark_that_cannot_be_is_refused(engine: Engine, wrong: dict[str, Any]) -> None:
    mark = spot(engine.surface, 1, engine.places.resolve("right thigh 0.5 lateral"))
    with pytest.raises(ValueError, match=r"intensity goes|a mark hurts"):
        replace(mark, **wrong)
    with pytest.raises(ValueError, match=r"intensity goes|a mark hurts"):
        type(mark)(1, mark.region, **wrong)
    assert replace(mark, intensity=10, timing=frozenset({"at_night"})).intensity == 10
