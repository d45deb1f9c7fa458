"""Which warnings a drawing and a person's answers call for. Emergencies come before everything else."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from msgspec import Struct

from bodymap.atlas.compile import Compiled
from bodymap.atlas.load import Atlas
from bodymap.atlas.model import Caution, Group, Rule
from bodymap.body.surface import Side
from bodymap.pain.drawing import Mark

LEVELS = ("emergency", "doctor_first", "take_care")
TOUCH = 0.25
"""A mark is in a region when their overlap is at least this share of the smaller of the two."""

SIDES: tuple[Side, Side] = ("right", "left")


class Touch(Struct, frozen=True):
    """A mark lies in a region on a side; ``unexplained`` is the share 0-1 of the mark that lies in no pattern."""

    region: str
    side: Side
    mark: Mark
    unexplained: float = 0.0


def touches(compiled: Compiled, drawing: Sequence[Mark], unexplained: Sequence[float] = ()) -> tuple[Touch, ...]:
    """Every region that each mark lies in, with its side. A midline region touched counts on the side of the mark.

    ``unexplained`` holds the share of each mark that lies in no pattern, in the order of the drawing.
    """
    if not drawing:
        return ()
    weights = np.stack([mark.region.weights for mark in drawing])
    cells = np.flatnonzero(weights.max(axis=0) > 0)
    shares = tuple(unexplained) or (0.0,) * len(drawing)
    found: list[Touch] = []
    for side in SIDES:
        here = cells[(compiled.surface.side[cells] < 0) == (side == "right")]
        marked = weights[:, here] * compiled.surface.area[here]
        overlap = marked @ compiled.region[compiled.side_cells(here, side)].astype(np.float32) / 255
        smaller = np.minimum(marked.sum(axis=1)[:, None], compiled.region_area)
        met = (overlap >= TOUCH * smaller) & (overlap > 0)
        found.extend(
            Touch(compiled.regions[region], side, drawing[row], shares[row])
            for row, region in np.argwhere(met).tolist()
        )
    return tuple(found)


def raised(
    atlas: Atlas,
    compiled: Compiled,
    drawing: Sequence[Mark],
    answers: Mapping[str, bool] | None = None,
    unexplained: Sequence[float] = (),
    groups: Collection[Group] = (),
) -> tuple[Caution, ...]:
    """The cautions that the marks or a yes among the ``answers`` (caution id -> yes) call for, emergencies first.

    ``unexplained`` holds the share of each mark that lies in no pattern, in the order of the drawing. A yes calls for
    its caution where that is an emergency or is asked about muscles of one of the ``groups``: an artificial hip is no
    matter for a headache.
    """
    found = touches(compiled, drawing, unexplained)
    said = answers or {}
    hits = [
        caution
        for caution in atlas.cautions.values()
        if any(_holds(rule, found) for rule in caution.when)
        or (said.get(caution.id) and (caution.level == "emergency" or _concerns(caution, groups)))
    ]
    return tuple(sorted(hits, key=lambda caution: LEVELS.index(caution.level)))


def questions(atlas: Atlas, groups: Collection[Group]) -> tuple[Caution, ...]:
    """The cautions to ask about before a routine for muscles of these groups, emergencies first."""
    asked = [caution for caution in atlas.cautions.values() if caution.ask and _concerns(caution, groups)]
    return tuple(sorted(asked, key=lambda caution: LEVELS.index(caution.level)))


def _concerns(caution: Caution, groups: Collection[Group]) -> bool:
    """Whether a caution is asked about muscles of one of these groups."""
    return not caution.asked_for or not set(caution.asked_for).isdisjoint(groups)


def _holds(rule: Rule, found: Sequence[Touch]) -> bool:
    """Whether every condition that a rule gives is met."""
    wanted = {*rule.any_region, *rule.all_regions}
    fitting = [touch for touch in found if _fits(rule, touch) and (not wanted or touch.region in wanted)]
    if not fitting:
        return False
    by_side = {side: {touch.region for touch in fitting if touch.side == side} for side in SIDES}
    met = [side for side in SIDES if by_side[side] and set(rule.all_regions) <= by_side[side]]
    if rule.both_sides:
        return len(met) == 2
    if rule.one_side_only:
        return len(met) == 1
    return bool(met)


def _fits(rule: Rule, touch: Touch) -> bool:
    if touch.mark.intensity < rule.intensity_at_least or rule.side not in (None, touch.side):
        return False
    if touch.unexplained < rule.unexplained_at_least:
        return False
    return not rule.any_quality or bool(touch.mark.qualities & set(rule.any_quality))
