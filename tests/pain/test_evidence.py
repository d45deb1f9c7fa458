"""What a person finds and answers: how it weighs, and what is asked next."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bodymap.engine import Answer, Engine
from bodymap.pain.drawing import Mark, spot
from bodymap.pain.evidence import (
    MOST,
    NOTHING_SAID,
    Evidence,
    FactorAnswer,
    Finding,
    QualityAnswer,
    as_score,
    finding_weight,
    with_odds,
)

PLACES = [
    "right thigh 0.5 lateral", "right leg 0.5 lateral", "right trunk 0.85 posterior", "right trunk 0.2 posterior",
    "right upper_arm 0.4 lateral", "neck 0.6 posterior", "right head 0.6 lateral", "right hand 0.5 dorsal",
]  # fmt: skip


def marks(engine: Engine, *places: str, radius: float = 3.0) -> tuple[Mark, ...]:
    return tuple(spot(engine.surface, at, engine.places.resolve(place), radius) for at, place in enumerate(places))


def score(answer: Answer, muscle: str, side: str = "right") -> float:
    return next(each.score for each in answer.sources if (each.muscle, each.side) == (muscle, side))


def pressed(muscle: str, point: str, *, tender: bool | None, familiar: bool | None) -> Evidence:
    return Evidence(findings=(Finding(muscle, "right", point, tender, familiar),))


def test_pressing_re_ranks_and_says_why(engine: Engine) -> None:
    drawing = marks(engine, "right thigh 0.5 lateral")
    plain = engine.answer(drawing)
    first, second = plain.sources[0], plain.sources[1]
    mine = pressed(second.muscle, second.trigger_points[0], tender=True, familiar=True)
    answer = engine.answer(drawing, evidence=mine)
    assert answer.sources[0].muscle == second.muscle
    assert "is tender, and pressing it gives your pain" in answer.sources[0].reasons[0].text
    assert answer.evidence == mine
    nothing = pressed(first.muscle, first.trigger_points[0], tender=False, familiar=None)
    answer = engine.answer(drawing, evidence=nothing)
    assert answer.sources[0].muscle != first.muscle
    told = next(each for each in answer.sources if each.muscle == first.muscle)
    assert any("is not tender" in reason.text for reason in told.reasons)
    assert told.muscle not in {each.muscle for each in answer.together}


@pytest.mark.parametrize(
    ("tender", "familiar", "said"),
    [
        (True, True, "is tender, and pressing it gives your pain."),
        (True, False, "is tender, but pressing it does not give your pain."),
        (True, None, "is tender."),
        (False, None, "is not tender."),
        (False, False, "is not tender."),
        (False, True, "is not tender, but pressing it gives your pain."),
        (None, True, "gives your pain when you press it."),
        (None, False, "does not give your pain when you press it."),
    ],
)
def test_each_finding_has_its_sentence(engine: Engine, tender: bool | None, familiar: bool | None, said: str) -> None:
    evidence = pressed("gluteus_minimus", "anterior", tender=tender, familiar=familiar)
    answer = engine.answer(marks(engine, "right thigh 0.5 lateral"), evidence=evidence)
    source = next(each for each in answer.sources if each.muscle == "gluteus_minimus")
    assert source.reasons[0].text == f"The spot (front part, above the hip bump) {said}"


def test_what_was_not_tried_changes_nothing(engine: Engine) -> None:
    drawing = marks(engine, "right thigh 0.5 lateral")
    untried = pressed("gluteus_minimus", "anterior", tender=None, familiar=None)
    assert [each.score for each in engine.answer(drawing, evidence=untried).sources] == [
        each.score for each in engine.answer(drawing).sources
    ]


def test_findings_of_the_other_side_and_of_sources_that_explain_nothing_count_for_nothing(engine: Engine) -> None:
    drawing = marks(engine, "right thigh 0.5 lateral")
    plain = [(each.muscle, each.score) for each in engine.answer(drawing).sources]
    other = Evidence(
        (Finding("gluteus_minimus", "left", "anterior", True, True), Finding("masseter", "right", "deep", True, True))
    )
    assert [(each.muscle, each.score) for each in engine.answer(drawing, evidence=other).sources] == plain


def test_the_point_that_gives_the_pain_leads_its_muscle(engine: Engine) -> None:
    drawing = marks(engine, "right thigh 0.5 lateral", "right thigh 0.5 posterior", "right leg 0.3 posterior")
    points = next(s for s in engine.answer(drawing).sources if s.muscle == "gluteus_minimus").trigger_points
    assert len(points) > 1
    evidence = pressed("gluteus_minimus", points[1], tender=True, familiar=True)
    source = next(s for s in engine.answer(drawing, evidence=evidence).sources if s.muscle == "gluteus_minimus")
    assert source.trigger_points[0] == points[1]
    assert set(source.trigger_points) == set(points)


def test_answers_about_factors_weigh_for_what_the_atlas_describes(engine: Engine) -> None:
    drawing = marks(engine, "right thigh 0.5 lateral")
    known = engine.matcher.known
    factor = next(iter(known.facts("gluteus_minimus").factors))
    for yes in (True, False):
        answer = engine.answer(drawing, evidence=Evidence(factors=(FactorAnswer(factor, yes),)))
        assert {factor in known.facts(source.muscle).factors for source in answer.sources} == {True, False}
        for source in answer.sources:
            described = factor in known.facts(source.muscle).factors
            weight = source.candidate.weighed.weight
            assert (weight == 1.0) if not described else ((weight > 1.0) == yes)
            reasons = [reason for reason in source.reasons if reason.kind == "factor"]
            assert len(reasons) == described
            assert all(set(reason.sources) <= set(engine.atlas.sources) and reason.sources for reason in reasons)


def test_timing_of_a_mark_speaks_for_what_is_described_so(engine: Engine) -> None:
    drawing = marks(engine, "right thigh 0.5 lateral")
    at_night = tuple(replace(mark, timing=frozenset({"at_night"})) for mark in drawing)
    plain, told = engine.answer(drawing), engine.answer(at_night)
    knows = [each for each in told.sources if "at_night" in engine.matcher.known.facts(each.muscle).factors]
    assert knows
    for source in told.sources:
        gained = source.candidate.total > next(s for s in plain.sources if s.muscle == source.muscle).candidate.total
        assert gained == (source in knows and source.candidate.timing == ("at_night",))
        assert any(reason.kind == "timing" for reason in source.reasons) == gained


def test_frequency_is_a_reason_with_its_source_and_decides_between_equals(engine: Engine) -> None:
    told = 0
    for place in PLACES:
        for source in engine.answer(marks(engine, place)).sources:
            reasons = [reason for reason in source.reasons if reason.kind == "frequency"]
            told += len(reasons)
            frequency = engine.trigger_point(source.muscle, source.candidate.fit.trigger_points[0]).frequency
            assert len(reasons) == (frequency is not None)
            if frequency is not None:
                assert reasons[0].sources == tuple(frequency.sources)
                assert reasons[0].values == (frequency.level,)
    assert told > len(PLACES)


@given(st.floats(0, 1.7), st.floats(1 / MOST, MOST))
def test_odds_keep_a_score_between_nothing_and_certainty(total: float, weight: float) -> None:
    before = as_score(total)
    after = with_odds(before, weight)
    assert 0 <= before < 1
    assert 0 <= after < 1
    assert (after >= before) if weight >= 1 else (after <= before)
    assert with_odds(0.0, weight) == 0.0


@given(st.floats(0, 1.7), st.floats(0.001, 0.5))
def test_a_larger_total_is_a_larger_score(total: float, more: float) -> None:
    assert as_score(total + more) > as_score(total)


def test_no_single_answer_turns_a_faint_source_into_the_first(engine: Engine) -> None:
    drawing = marks(engine, "right thigh 0.5 lateral")
    last = engine.answer(drawing).sources[-1]
    assert last.explains < 0.1
    evidence = pressed(last.muscle, last.trigger_points[0], tender=True, familiar=True)
    assert engine.answer(drawing, evidence=evidence).sources[0].muscle != last.muscle


CONFIRMING = [(True, True), (True, None), (None, True)]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(PLACES), min_size=1, max_size=3, unique=True),
    st.integers(0, 9),
    st.sampled_from(CONFIRMING),
    st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=3),
)
def test_a_confirming_answer_never_lowers_its_source(
    engine: Engine, places: list[str], rank: int, shown: tuple[bool | None, bool | None], said: list[tuple[int, bool]]
) -> None:
    drawing = marks(engine, *places)
    plain = engine.answer(drawing)
    chosen = plain.sources[min(rank, len(plain.sources) - 1)]
    known = engine.matcher.known
    factors = sorted({factor for each in plain.sources[:6] for factor in known.facts(each.muscle).factors})
    before = Evidence(factors=tuple(FactorAnswer(factors[at % len(factors)], yes) for at, yes in said))
    finding = Finding(chosen.muscle, chosen.side, chosen.trigger_points[0], *shown)
    assert finding_weight(finding) > 1
    without, with_it = (engine.answer(drawing, evidence=each) for each in (before, before.plus(finding)))
    assert score(with_it, chosen.muscle, chosen.side) >= score(without, chosen.muscle, chosen.side)
    own = next(iter(known.facts(chosen.muscle).factors), None)
    if own is not None and own not in {each.factor for each in before.factors}:
        yes = engine.answer(drawing, evidence=before.plus(FactorAnswer(own, yes=True)))
        assert score(yes, chosen.muscle, chosen.side) >= score(without, chosen.muscle, chosen.side)


def test_the_order_of_answers_is_of_no_account(engine: Engine) -> None:
    drawing = marks(engine, "right thigh 0.5 lateral", "right leg 0.5 lateral")
    findings = (
        Finding("gluteus_minimus", "right", "anterior", True, False),
        Finding("gluteus_minimus", "right", "posterior", False, None),
        Finding("peroneus_longus", "right", "tp1", True, True),
    )
    factors = (FactorAnswer("walking", yes=True), FactorAnswer("long_sitting", yes=False))
    qualities = (QualityAnswer("tingling", yes=True), QualityAnswer("burning", yes=False))
    one = engine.answer(drawing, evidence=Evidence(findings, factors, qualities))
    other = engine.answer(drawing, evidence=Evidence(findings[::-1], factors[::-1], qualities[::-1]))
    assert [each.candidate for each in one.sources] == [each.candidate for each in other.sources]


def test_what_is_said_again_replaces_what_was_said(engine: Engine) -> None:
    first = Finding("gluteus_minimus", "right", "anterior", tender=True)
    second = replace(first, familiar=True)
    assert NOTHING_SAID.plus(first).plus(second).findings == (second,)
    assert NOTHING_SAID.plus(FactorAnswer("walking", yes=True)).plus(FactorAnswer("walking", yes=False)).factors == (
        FactorAnswer("walking", yes=False),
    )
    assert not NOTHING_SAID


# What is asked


def test_one_presses_the_first_sources_and_answers_what_tells_them_apart(engine: Engine) -> None:
    drawing = marks(engine, "right thigh 0.5 lateral", "right leg 0.5 lateral")
    answer = engine.answer(drawing)
    asked = engine.questions(answer)
    presses = [each for each in asked if each.kind == "press"]
    assert [each.muscle for each in presses[:3]] == [each.muscle for each in answer.sources[:3]]
    assert presses[0].about == answer.sources[0].trigger_points[0]
    others = [each for each in asked if each.kind != "press"]
    assert len(others) == 3
    assert len({each.about for each in others}) == 3
    known = engine.matcher.known
    for each in others:
        facts = [known.facts(source.muscle) for source in answer.sources[:8]]
        described = [each.about in (one.factors if each.kind == "factor" else one.qualities) for one in facts]
        assert any(described)
        assert not all(described), "a question that all answers fit tells nothing"
        assert each.ask.endswith("?")
        assert each.bits > 0
    assert others[0].bits == max(each.bits for each in others)
    assert asked == engine.questions(answer), "the same every time"


def test_what_is_known_is_not_asked_again(engine: Engine) -> None:
    drawing = marks(engine, "right thigh 0.5 lateral", "right leg 0.5 lateral")
    evidence = NOTHING_SAID
    seen: set[tuple[str, str, str]] = set()
    for _ in range(4):
        answer = engine.answer(drawing, evidence=evidence)
        asked = engine.questions(answer)
        keys = {(each.kind, each.muscle, each.about) for each in asked}
        assert not keys & seen
        seen |= keys
        for each in asked:
            if each.kind == "press":
                assert each.side == "right"
                evidence = evidence.plus(Finding(each.muscle, "right", each.about, tender=False))
            elif each.kind == "factor":
                evidence = evidence.plus(FactorAnswer(each.about, yes=True))
            else:
                evidence = evidence.plus(QualityAnswer(each.about, yes=True))
    told = tuple(replace(mark, timing=frozenset({"constant"}), qualities=frozenset({"tingling"})) for mark in drawing)
    abouts = {each.about for each in engine.questions(engine.answer(told))}
    assert not abouts & {"constant", "at_night", "on_movement", "tingling"}


def test_nothing_is_asked_about_nothing(engine: Engine) -> None:
    assert engine.questions(engine.answer(())) == ()
