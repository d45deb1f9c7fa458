"""Doses: kept under the ceiling of their technique, laid out as phases, and said in plain words."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from bodymap.atlas.model import Dose, StepKind, Technique
from bodymap.routine.steps import Phase

GET_READY_SECONDS: Final = 10.0
"""Between two steps in the same place with the same tool."""
BEGIN_SECONDS: Final = 20.0
"""Before the first step: its text was read before the start was pressed."""
SETTLE_SECONDS: Final = 30.0
"""To read about another position or tool and get there, from the floor too."""
FETCH_SECONDS: Final = 60.0
"""To make a heat pack or a bath ready."""
SWITCH_SECONDS: Final = 15.0
RETURN_SECONDS: Final = 3.0
"""Between two passes the ball is lifted and brought back to the start of its path; it can't be there at once."""
MOVE_SECONDS: Final = 4.0
"""One slow movement there and back when the content gives repetitions and no pace."""
CONTRACT_SECONDS: Final = 7.0
"""The gentle push of post-isometric relaxation where the content gives none; published holds are 3 to 10 seconds."""
PATH_CM: Final = 10.0
"""The length of a stroke whose path can't be measured."""
SHORTEST_SECONDS: Final = 1.0


class Settled(Struct, frozen=True):
    """A dose with nothing left open: ``dose.seconds`` is one repetition, of a stripping stroke one pass.

    ``ceiling`` is the longest load on the spot in seconds, ``note`` says what was shortened and why (or nothing).
    """

    dose: Dose
    ceiling: float
    note: str


def settle(dose: Dose, technique: Technique, path_cm: float | None) -> Settled:
    """Fill in what the dose leaves open and cut it to the ceilings of its technique.

    Repetitions are given up before a repetition is shortened, since a pass or a hold is one piece of work. ``path_cm``
    is the length of a stripping stroke, None when there is nothing to measure.
    """
    ceiling = float(technique.max_seconds_per_spot)
    wanted = _fill(dose, technique.kind, ceiling, path_cm)
    effort = wanted.contract_seconds or 0.0
    seconds = wanted.seconds or SHORTEST_SECONDS
    most = min(technique.max_repetitions, max(1, int((ceiling + 1e-6) / (seconds + effort))))
    sets, repetitions = at_most(most, wanted.sets, wanted.repetitions)
    if seconds + effort > ceiling:
        effort *= ceiling / (seconds + effort)
        seconds = max(ceiling - effort, 0.0)
    kept = replace(
        wanted,
        seconds=seconds,
        repetitions=repetitions,
        sets=sets,
        contract_seconds=effort if effort > 0.0 else None,
        discomfort=_capped(wanted.discomfort, technique.max_discomfort),
    )
    return Settled(kept, ceiling, _note(wanted, kept, technique))


def at_most(most: int, sets: int, repetitions: int) -> tuple[int, int]:
    """Sets and repetitions of which there are ``most`` (at least 1) in all: whole sets are given up first."""
    kept = min(repetitions, most)
    return min(sets, most // kept), kept


def load_seconds(dose: Dose) -> float:
    """How long a settled dose puts load on the spot."""
    return dose.sets * dose.repetitions * ((dose.seconds or 0.0) + (dose.contract_seconds or 0.0))


def _fill(dose: Dose, kind: StepKind, ceiling: float, path_cm: float | None) -> Dose:
    """The dose with the length of one repetition worked out where the content leaves it open."""
    seconds, repetitions, rest = dose.seconds, dose.repetitions, dose.rest_seconds
    if kind == "strip" and dose.pace_cm_per_s:
        one_pass = (path_cm or PATH_CM) / dose.pace_cm_per_s
        passes = 1 if seconds is None else max(1, round(seconds / one_pass))
        # Time enough for several passes is several passes: a stroke goes one way only, at its pace.
        seconds, repetitions = (one_pass if seconds is None else seconds / passes), repetitions * passes
    if kind == "strip" and repetitions > 1:
        rest = max(rest, RETURN_SECONDS)
    if seconds is None and kind == "move":
        seconds = MOVE_SECONDS
    if seconds is None:
        # Only "until it eases" comes without any time; the ceiling is then what ends it.
        seconds = ceiling / (repetitions * dose.sets)
    effort = (dose.contract_seconds or CONTRACT_SECONDS) if kind == "contract_relax" else None
    seconds = max(seconds, SHORTEST_SECONDS)
    return replace(dose, seconds=seconds, repetitions=repetitions, contract_seconds=effort, rest_seconds=rest)


def _capped(target: tuple[int, int] | None, most: int) -> tuple[int, int] | None:
    return None if target is None else (min(target[0], most), min(target[1], most))


def _note(wanted: Dose, kept: Dose, technique: Technique) -> str:
    if load_seconds(kept) < load_seconds(wanted) - 0.5:
        limit = spoken_time(technique.max_seconds_per_spot)
        return f"Shortened: {technique.name.lower()} is not done for more than {limit} on one spot."
    if kept.discomfort != wanted.discomfort:
        return f"Made gentler: {technique.name.lower()} stays at {technique.max_discomfort} of 10 or less."
    return ""


def phases(dose: Dose, kind: StepKind, lead_in: Phase) -> tuple[Phase, ...]:
    """The phases of a settled dose in order, with ``lead_in`` (get ready or switch) before them."""
    laid = [lead_in]
    for in_set in range(1, dose.sets + 1):
        for number in range(1, dose.repetitions + 1):
            done = Phase(
                kind="work", seconds=dose.seconds or 0.0, repetition=number, of=dose.repetitions, in_set=in_set,
                of_sets=dose.sets,
            )  # fmt: skip
            if kind == "contract_relax" and dose.contract_seconds:
                laid.append(replace(done, kind="contract", seconds=dose.contract_seconds))
                done = replace(done, kind="relax")
            laid.append(done)
            ends_set = number == dose.repetitions
            rest = 0.0 if ends_set and in_set == dose.sets else dose.rest_seconds
            if ends_set and in_set < dose.sets:
                rest = max(rest, dose.set_rest_seconds)
            if rest > 0.0:
                laid.append(replace(done, kind="rest", seconds=rest))
    return tuple(laid)


def within(run: tuple[Phase, ...], budget: float) -> tuple[Phase, ...]:
    """``run`` cut so that its load fits ``budget`` seconds: what no longer fits is left off the end."""
    kept: list[Phase] = []
    left = budget
    for phase in run:
        if not phase.loads:
            kept.append(phase)
            continue
        if left < SHORTEST_SECONDS:
            break
        kept.append(replace(phase, seconds=min(phase.seconds, left)))
        left -= kept[-1].seconds
    while kept and not kept[-1].loads:
        kept.pop()
    return tuple(kept)


def dose_text(dose: Dose, kind: StepKind) -> str:
    """A settled dose in plain words, such as “3 times 30 seconds, rest 10 seconds, discomfort 4 to 6 of 10”."""
    parts = [(f"{dose.sets} sets of " if dose.sets > 1 else "") + _amount(dose, kind)]
    if dose.repetitions > 1 and dose.rest_seconds > (RETURN_SECONDS if kind == "strip" else 0.0):
        parts.append(f"rest {spoken_time(dose.rest_seconds)} between")
    if dose.sets > 1 and dose.set_rest_seconds > 0.0:
        parts.append(f"rest {spoken_time(dose.set_rest_seconds)} between sets")
    if dose.discomfort is not None:
        low, high = dose.discomfort
        if high == 0:
            parts.append("no discomfort")
        else:
            parts.append(f"discomfort {high} of 10" if low == high else f"discomfort {low} to {high} of 10")
    if dose.until_eases:
        parts.append("move on sooner when it eases")
    return ", ".join(parts)


def _amount(dose: Dose, kind: StepKind) -> str:
    time = spoken_time(dose.seconds or 0.0)
    if kind == "contract_relax":
        push = spoken_time(dose.contract_seconds or 0.0)
        return f"{_times(dose.repetitions)}push {push}, then let go {time}"
    if kind == "strip":
        return f"1 slow pass of {time}" if dose.repetitions == 1 else f"{dose.repetitions} slow passes of {time}"
    if kind == "move" and dose.repetitions > 1:
        return f"{dose.repetitions} slow movements, {time} each"
    return f"{_times(dose.repetitions)}{time}"


def _times(count: int) -> str:
    return "" if count == 1 else f"{count} times "


def spoken_time(seconds: float) -> str:
    """``seconds`` as people say it: “45 seconds”, “1 minute 30 seconds”, “12 minutes”."""
    whole = max(1, round(seconds))
    minutes, rest = divmod(whole, 60)
    said = []
    if minutes:
        said.append("1 minute" if minutes == 1 else f"{minutes} minutes")
    if rest:
        said.append("1 second" if rest == 1 else f"{rest} seconds")
    return " ".join(said)
