"""Doses: completed, kept under the ceilings whatever the content asks for, and said in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.atlas.model import Dose
from bodymap.routine.dose import RETURN_SECONDS, dose_text, phases, settle, spoken_time, within
from bodymap.routine.steps import Phase
from tests.routine.content import CEILINGS, technique

LEAD = Phase(kind="get_ready", seconds=10.0)

doses = st.builds(
    Dose,
    seconds=st.none() | st.floats(0.5, 1800.0),
    repetitions=st.integers(1, 30),
    rest_seconds=st.floats(0.0, 300.0),
    contract_seconds=st.none() | st.floats(0.5, 60.0),
    pace_cm_per_s=st.none() | st.floats(0.05, 20.0),
    discomfort=st.none() | st.tuples(st.integers(0, 10), st.integers(0, 10)).map(lambda pair: (min(pair), max(pair))),
    until_eases=st.booleans(),
    sets=st.integers(1, 5),
    set_rest_seconds=st.floats(0.0, 300.0),
)


@given(dose=doses, kind=st.sampled_from(sorted(CEILINGS)), path=st.none() | st.floats(1.0, 60.0))
def test_no_dose_passes_the_ceilings(dose: Dose, kind: str, path: float | None) -> None:
    rule = technique(kind)
    settled = settle(dose, rule, path)
    laid = phases(settled.dose, rule.kind, LEAD)
    load = sum(phase.seconds for phase in laid if phase.loads)
    assert 0.0 < load <= rule.max_seconds_per_spot + 1e-3
    assert 1 <= settled.dose.repetitions * settled.dose.sets <= rule.max_repetitions
    assert settled.dose.discomfort is None or settled.dose.discomfort[1] <= rule.max_discomfort
    assert laid[0] is LEAD
    assert laid[-1].loads
    assert all(phase.of == settled.dose.repetitions for phase in laid[1:])
    assert sum(phase.loads for phase in laid) == settled.dose.repetitions * settled.dose.sets * (
        2 if kind == "contract_relax" and settled.dose.contract_seconds else 1
    )
    assert dose_text(settled.dose, rule.kind)


@given(dose=doses, kind=st.sampled_from(sorted(CEILINGS)), budget=st.floats(1.0, 400.0))
def test_a_run_cut_to_a_budget_keeps_its_order_and_ends_with_load(dose: Dose, kind: str, budget: float) -> None:
    rule = technique(kind)
    laid = phases(settle(dose, rule, None).dose, rule.kind, LEAD)
    cut = within(laid, budget)
    assert sum(phase.seconds for phase in cut if phase.loads) <= budget + 1e-6
    assert [phase.kind for phase in cut] == [phase.kind for phase in laid[: len(cut)]]
    assert cut[-1].loads


def test_repetitions_are_given_up_before_a_repetition_is_shortened() -> None:
    settled = settle(Dose(seconds=50.0, repetitions=4, rest_seconds=10.0), technique("press"), None)
    assert (settled.dose.seconds, settled.dose.repetitions) == (50.0, 2)
    assert settled.note == "Shortened: do press is not done for more than 2 minutes on one spot."


def test_sets_are_given_up_before_repetitions() -> None:
    wanted = Dose(seconds=5.0, repetitions=4, sets=3, set_rest_seconds=60.0)
    settled = settle(wanted, technique("move"), None)
    assert (settled.dose.sets, settled.dose.repetitions) == (2, 4)  # 10 movements in all, and 3 sets would be 12


def test_the_phases_of_two_sets() -> None:
    two = Dose(seconds=5.0, repetitions=2, rest_seconds=3.0, sets=2, set_rest_seconds=30.0)
    laid = phases(settle(two, technique("move"), None).dose, "move", LEAD)
    assert [(phase.kind, phase.seconds, phase.repetition, phase.in_set) for phase in laid[1:]] == [
        ("work", 5, 1, 1), ("rest", 3, 1, 1), ("work", 5, 2, 1), ("rest", 30, 2, 1),
        ("work", 5, 1, 2), ("rest", 3, 1, 2), ("work", 5, 2, 2),
    ]  # fmt: skip


def test_one_repetition_too_long_is_shortened() -> None:
    settled = settle(Dose(seconds=500.0), technique("press"), None)
    assert (settled.dose.seconds, settled.dose.repetitions) == (120.0, 1)


def test_discomfort_is_capped_and_told() -> None:
    settled = settle(Dose(seconds=30.0, discomfort=(5, 9)), technique("press"), None)
    assert settled.dose.discomfort == (5, 6)
    assert settled.note == "Made gentler: do press stays at 6 of 10 or less."


def test_until_it_eases_alone_ends_at_the_ceiling() -> None:
    settled = settle(Dose(until_eases=True, repetitions=2), technique("press"), None)
    assert settled.dose.seconds == 60.0


def test_time_for_several_passes_is_several_passes_in_one_direction() -> None:
    settled = settle(Dose(seconds=80.0, pace_cm_per_s=0.25), technique("strip"), 5.0)
    assert (settled.dose.repetitions, settled.dose.seconds) == (4, 20.0)
    assert settled.dose.rest_seconds == RETURN_SECONDS


@pytest.mark.parametrize(
    ("kind", "dose", "said"),
    [
        ("press", Dose(seconds=30.0, repetitions=3, rest_seconds=10.0, discomfort=(4, 6), until_eases=True),
         "3 times 30 seconds, rest 10 seconds between, discomfort 4 to 6 of 10, move on sooner when it eases"),
        ("strip", Dose(seconds=60.0, repetitions=1), "1 slow pass of 1 minute"),
        ("strip", Dose(seconds=50.0, repetitions=4, rest_seconds=3.0), "4 slow passes of 50 seconds"),
        ("move", Dose(seconds=5.0, repetitions=6), "6 slow movements, 5 seconds each"),
        ("contract_relax", Dose(seconds=10.0, repetitions=3, contract_seconds=7.0),
         "3 times push 7 seconds, then let go 10 seconds"),
        ("heat", Dose(seconds=900.0, discomfort=(0, 0)), "15 minutes, no discomfort"),
        ("move", Dose(seconds=5.0, repetitions=5, sets=2, set_rest_seconds=60.0),
         "2 sets of 5 slow movements, 5 seconds each, rest 1 minute between sets"),
    ],
)  # fmt: skip
def test_a_dose_in_words(kind: str, dose: Dose, said: str) -> None:
    assert dose_text(dose, kind) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "1 second"), (59.6, "1 minute"), (90.0, "1 minute 30 seconds"), (121.0, "2 minutes 1 second")],
)
def test_time_in_words(seconds: float, said: str) -> None:
    assert spoken_time(seconds) == said
