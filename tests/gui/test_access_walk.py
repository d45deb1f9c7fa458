"""Walking over the body without a window: nearly every region can be reached by arrows, and none is a dead end."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import numpy as np
import pytest

from bodymap.atlas.load import load_atlas
from bodymap.body.surface import Surface, body_facts
from bodymap.body.view import load_view
from bodymap.engine import Engine
from bodymap.gui.canvas.territory import Name, Territories, territories
from bodymap.gui.canvas.walker import Direction, RegionWalk, Stop
from bodymap.paths import asset

ARROWS: tuple[Direction, ...] = ((-1, 0), (1, 0), (0, -1), (0, 1))


@pytest.fixture(params=["woman", "man"])
def figure(request: pytest.FixtureRequest, woman: Surface, man: Surface) -> Surface:
    return woman if request.param == "woman" else man


@pytest.fixture
def walk(figure: Surface, shared_cache: Path) -> RegionWalk:
    engine = Engine(load_atlas(asset("atlas")), figure, shared_cache)
    return RegionWalk({view: load_view(figure, view) for view in body_facts().views}, territories(figure, engine))


def reached(walk: RegionWalk, start: Stop) -> tuple[set[int], list[tuple[Stop, Direction]]]:
    """The territories that arrows lead to, and the places from which one leads nowhere."""
    seen, stuck, queue = {start}, [], deque([start])
    while queue:
        at = queue.popleft()
        for arrow in ARROWS:
            found = walk.step(at, arrow)
            if found is None:
                stuck.append((at, arrow))
            elif found not in seen:
                seen.add(found)
                queue.append(found)
    return {stop.territory for stop in seen}, stuck


def number(known: Territories, region: str, side: str) -> int:
    return next(at for at, name in enumerate(known.names) if (name.region, name.side) == (region, side))


def test_arrows_alone_lead_over_the_whole_body(walk: RegionWalk) -> None:
    start = walk.stand(0)
    assert start is not None
    found, stuck = reached(walk, start)
    missed = [at for at in range(len(walk.territories.names)) if at not in found]
    assert len(missed) <= 4, "small steps and the list of places lead everywhere, but it should hardly need them"
    assert all(walk.territories.areas[at] < 30.0 for at in missed), [walk.territories.names[at] for at in missed]
    assert stuck == []


def test_a_step_leads_to_a_neighbour_or_goes_on_elsewhere(walk: RegionWalk) -> None:
    known = walk.territories
    beside = set(zip(known.of.repeat(4).tolist(), known.of[known.surface.neighbours].ravel().tolist(), strict=True))
    for territory in range(len(known.names)):
        at = walk.stand(territory)
        assert at is not None
        assert at.territory == territory
        for arrow in ARROWS:
            found = walk.step(at, arrow)
            assert found is not None
            assert (territory, found.territory) in beside
            assert found.territory != territory or found.view != at.view


def test_the_way_down_a_leg_and_round_it(walk: RegionWalk) -> None:
    at = walk.stand(number(walk.territories, "anterior_thigh", "right"), "front")
    down, names = at, []
    for _ in range(4):
        assert down is not None
        down = walk.step(down, (0, 1))
        assert down is not None
        assert down.view == "front"
        names.append(walk.territories.names[down.territory])
    assert {name.side for name in names} == {"right"}
    assert [name.region for name in names][-1] in ("anterior_ankle", "dorsal_forefoot")
    views = []
    for _ in range(8):
        assert at is not None
        at = walk.step(at, (-1, 0))
        assert at is not None
        views.append(at.view)
        assert walk.territories.names[at.territory].side == "right", "a leg is walked round, not left"
    assert {"front", "right", "back", "inner_right"} <= set(views)


def test_every_cell_belongs_to_the_region_that_is_named_there(figure: Surface, shared_cache: Path) -> None:
    engine = Engine(load_atlas(asset("atlas")), figure, shared_cache)
    known = territories(figure, engine)
    for cell in range(0, len(figure.cells), 37):
        found = engine.region_at(figure.point(cell, (0.5, 0.5)))
        assert found is not None
        region, _, side = found
        assert known.names[known.of[cell]] == Name(region, None if engine.atlas.regions[region].midline else side)


def test_what_a_mark_touches(walk: RegionWalk) -> None:
    known = walk.territories
    thigh = number(known, "anterior_thigh", "left")
    weights = (known.of == thigh).astype(np.float32)
    assert known.touched(weights) == {thigh}
    assert known.touched(np.zeros_like(weights)) == frozenset()
    stop = walk.place_of(weights, "back")
    assert stop is not None
    assert stop.territory == thigh
    small = np.zeros_like(weights)
    small[np.flatnonzero(known.of == thigh)[0]] = 0.2
    assert known.touched(small) == {thigh}, "the smallest mark is somewhere"
    two = known.middle(thigh), known.middle(number(known, "anterior_knee", "left"))
    both = np.zeros_like(weights)
    both[[point.cell for point in two]] = 1.0
    assert len(known.touched(both)) == 2


def test_without_an_atlas_there_are_the_segments(figure: Surface) -> None:
    known = territories(figure, None)
    assert {name.segment for name in known.names} == set(figure.segments)
    assert {name.region for name in known.names} == {""}
