"""What holds for any drawing on any figure."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from shapely.geometry import Point

from bodymap.atlas.model import Quality
from bodymap.body.surface import SurfaceRegion, body_facts
from bodymap.engine import Answer, Engine
from bodymap.pain.drawing import MAX_INTENSITY, TIMINGS, Mark, spot
from bodymap.pain.match import REACH
from bodymap.pain.together import (
    CONSIDERED,
    CROWD,
    DESCRIBED,
    LARGEST,
    LEAST,
    LINKED_PRICE,
    PRICE,
    RANK_WEIGHT,
    together,
)

OTHER = {"left": "right", "right": "left"}
QUALITIES = Quality.__args__  # type: ignore[attr-defined]
CELLS = 12_252

mark_facts = st.tuples(
    st.integers(0, CELLS - 1),
    st.floats(0.8, 7.0),
    st.integers(0, MAX_INTENSITY),
    st.frozensets(st.sampled_from(QUALITIES), max_size=2),
    st.frozensets(st.sampled_from(TIMINGS), max_size=1),
)
drawings = st.lists(mark_facts, min_size=1, max_size=4)


def marks(engine: Engine, facts: list[tuple[int, float, int, frozenset[str], frozenset[str]]]) -> tuple[Mark, ...]:
    assert len(engine.surface.cells) == CELLS
    return tuple(
        replace(
            spot(engine.surface, at, engine.surface.point(cell, (0.5, 0.5)), radius),
            intensity=intensity, qualities=qualities, timing=timing,
        )
        for at, (cell, radius, intensity, qualities, timing) in enumerate(facts)
    )  # fmt: skip


def same(one: Answer, other: Answer, *, mirrored: bool = False) -> None:
    """Both answers say the same, with the sides of the other one as in a mirror if wanted."""
    side = OTHER if mirrored else {each: each for each in OTHER}
    here = {(each.muscle, each.side): each for each in one.sources}
    there = {(each.muscle, side[each.side]): each for each in other.sources}
    assert here.keys() == there.keys()
    for name, source in here.items():
        assert set(source.trigger_points) == set(there[name].trigger_points)
        assert source.score == pytest.approx(there[name].score, abs=1e-4)
    assert {(each.muscle, each.side) for each in one.together} == {
        (each.muscle, side[each.side]) for each in other.together
    }
    assert one.unexplained_cm2 == pytest.approx(other.unexplained_cm2, rel=1e-3, abs=1e-2)
    assert one.remainder.share == pytest.approx(other.remainder.share, abs=1e-3)


@settings(max_examples=60, deadline=None)
@given(drawings)
def test_nothing_drawn_is_passed_over_in_silence(engine: Engine, facts: list) -> None:
    drawing = marks(engine, facts)
    answer = engine.answer(drawing)
    assert answer.sources or answer.unexplained_cm2 > 0
    for mark in drawing:
        alone = engine.answer((mark,))
        cm2 = mark.region.area(engine.surface)
        assert alone.sources or alone.unexplained_cm2 > 0.2 * cm2
        if alone.unexplained_cm2 > 0.51 * cm2:
            assert "unexplained_pain" in [each.id for each in answer.cautions]
    assert 0 <= answer.unexplained_share <= answer.remainder.share + 1e-5 <= 1 + 1e-5
    assert answer.unexplained_cm2 <= answer.remainder.cm2 + 1e-3
    if answer.unexplained_cm2 > 0.01:
        assert engine.lies_in(answer.unexplained)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, CELLS - 1), st.tuples(st.floats(0, 1), st.floats(0, 1)), st.floats(0.5, 6.0))
def test_a_disc_drawn_on_any_view_that_shows_a_place_is_answered(
    engine: Engine, cell: int, uv: tuple[float, float], radius: float
) -> None:
    point = engine.surface.point(cell, uv)
    for name in body_facts().views:
        view = engine.view(name)
        at = view.locate(point)
        if at is not None:
            region = view.lift(Point(at).buffer(radius))
            assert region.area(engine.surface) > 0
            answer = engine.answer((Mark(1, region),))
            assert answer.sources or answer.unexplained_cm2 > 0


@settings(max_examples=40, deadline=None)
@given(drawings)
def test_the_mirrored_drawing_has_the_mirrored_answer(engine: Engine, facts: list) -> None:
    drawing = marks(engine, facts)
    mirrored = tuple(replace(mark, region=mark.region.mirrored(engine.surface), anchor=None) for mark in drawing)
    same(engine.answer(drawing), engine.answer(mirrored), mirrored=True)


@settings(max_examples=40, deadline=None)
@given(drawings, st.randoms(use_true_random=False))
def test_the_order_of_marks_never_changes_the_answer(engine: Engine, facts: list, random) -> None:
    drawing = list(marks(engine, facts))
    before = engine.answer(drawing)
    random.shuffle(drawing)
    after = engine.answer(drawing)
    same(before, after)
    assert [each.muscle for each in after.sources] == [each.muscle for each in before.sources]
    assert [each.id for each in after.cautions] == [each.id for each in before.cautions]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, CELLS - 1), st.floats(0.5, 8.0), st.floats(0.0, 4.0))
def test_growing_a_mark_never_lowers_its_area(engine: Engine, cell: int, radius: float, more: float) -> None:
    middle = engine.surface.point(cell, (0.5, 0.5))
    small, large = (spot(engine.surface, 1, middle, each).region for each in (radius, radius + more))
    assert large.area(engine.surface) >= small.area(engine.surface)
    assert (large.weights >= small.weights - 1e-6).all()


@settings(max_examples=12, deadline=None)
@given(drawings)
def test_marking_more_of_a_pattern_never_lowers_how_much_of_it_hurts(engine: Engine, facts: list) -> None:
    drawing = marks(engine, facts)
    before = engine.answer(drawing)
    whole = SurfaceRegion((engine.surface.side < 0).astype("float32"))
    more = {(each.muscle, each.side): each for each in engine.answer((*drawing, Mark(99, whole))).sources}
    for source in before.sources:
        there = more.get((source.muscle, source.side))
        if there is not None and there.candidate.fit.columns == source.candidate.fit.columns:
            assert there.pattern >= source.pattern - 1e-4


@settings(max_examples=25, deadline=None)
@given(drawings)
def test_the_joint_explanation_is_the_best_of_all_sets(engine: Engine, facts: list) -> None:
    """Against every set weighed one by one, as docs/matching.md tells it."""
    ranking = engine.matcher.rank(marks(engine, facts))
    known, best, pain = engine.matcher.known, ranking.candidates[:CONSIDERED], ranking.pain

    def explained(members) -> float:
        return float(pain.mass @ np.max([best[at].cover for at in members], axis=0)) if members else 0.0

    def linked(one: int, other: int) -> bool:
        return best[one].side == best[other].side and known.link(best[one].muscle, best[other].muscle) is not None

    def groups(members) -> int:
        left, count = set(members), 0
        while left:
            count, found = count + 1, [left.pop()]
            while found:
                at = found.pop()
                near = {other for other in left if linked(at, other)}
                left -= near
                found += near
        return count

    def fitting(members) -> int:
        """Members described as a mark feels that they or a linked member reach."""
        return sum(
            any(
                mark.qualities & set(known.facts(best[at].muscle).qualities)
                and any(
                    (other == at or linked(at, other)) and float(pain.marks[row] @ best[other].cover) >= REACH
                    for other in members
                )
                for row, mark in enumerate(ranking.drawn)
            )
            for at in members
        )

    def worth(members) -> float:
        size = len(members)
        if size > 1 and any(
            explained(members) - explained([other for other in members if other != at]) < LEAST for at in members
        ):
            return -1.0
        count = groups(members)
        price = (LINKED_PRICE * (size - count) + PRICE * (count - 1)) * (1 + CROWD * max(size - 2, 0))
        rank = sum(best[at].score for at in members) / size
        return explained(members) - price + DESCRIBED * fitting(members) + RANK_WEIGHT * rank

    if best:
        fewer = range(min(len(best), 7))  # every set of the first seven: the chosen one is worth no less
        most = max(worth(each) for size in range(1, LARGEST + 1) for each in combinations(fewer, size))
        chosen = [at for at, each in enumerate(best) if each in together(known, ranking)]
        assert worth(chosen) == pytest.approx(max(most, worth(chosen)), abs=1e-4)
