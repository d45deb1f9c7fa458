"""The editor of a routine: a value that each change makes anew, so that undoing is keeping the one before.

Whatever is asked for, the dose stays between the least that makes sense and the ceilings of its technique; where a wish
is cut, :attr:`Changed.why` says so in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import isfinite

import msgspec
from msgspec import Struct, field, structs
from msgspec.structs import replace

from bodymap.atlas.model import Technique
from bodymap.errors import BodymapError
from bodymap.routine.dose import spoken_time
from bodymap.routine.mine import MOST_STEPS, VERSION, MyRoutine, MyStep, build, find, resolved, steps_of
from bodymap.routine.resolve import Knowledge, Locate, PathLength, Unit
from bodymap.routine.steps import LeftOut, Routine

LEAST_SECONDS = 3.0
"""Shorter than this nobody can get on the spot and off again."""
LONGEST_REST_SECONDS = 120.0


class Workshop(Struct, frozen=True):
    """What a routine is made with: the atlas, the safety answers, and measures on the figure."""

    atlas: Knowledge
    answers: Mapping[str, bool] = field(default_factory=dict)
    path_length: PathLength | None = None
    locate: Locate | None = None


class Row(Struct, frozen=True):
    """A step in the editor. ``unit`` is None when it is not done, and ``left_out`` then says why.

    ``repetitions`` and ``seconds`` are the least and the most that may be chosen; ``seconds`` is None where the pace of
    a stroke decides it. ``technique`` is where the ceilings come from.
    """

    step: MyStep
    title: str
    muscle_name: str
    muscle_plain: str
    unit: Unit | None
    left_out: LeftOut | None
    repetitions: tuple[int, int] = (1, 1)
    seconds: tuple[float, float] | None = None
    technique: Technique | None = None


class Changed(Struct, frozen=True):
    """The routine after a change, and why it is not all that was asked for (empty: it is)."""

    edit: RoutineEdit
    why: str = ""


class RoutineEdit(Struct, frozen=True):
    """A routine that is being changed. ``mine`` is what would be saved."""

    shop: Workshop
    mine: MyRoutine

    @classmethod
    def of(cls, shop: Workshop, routine: Routine, *, id: str) -> RoutineEdit:  # noqa: A002 - the field
        """Begin with a planned or combined routine. ``id`` names it among the person's own (lower case and digits)."""
        steps = steps_of(shop.atlas, routine)
        title = _name(f"{routine.muscle_name}: {routine.name}")
        told = {"version": VERSION, "id": id, "name": title, "steps": msgspec.to_builtins(steps)}
        return cls(shop, msgspec.convert(told, MyRoutine))

    def routine(self) -> Routine:
        """The routine as it would be played now."""
        shop = self.shop
        return build(shop.atlas, self.mine, answers=shop.answers, path_length=shop.path_length, locate=shop.locate)

    def rows(self) -> tuple[Row, ...]:
        """The steps in order, with what can be chosen for each."""
        left = {(each.muscle, each.step): each for each in self.routine().left_out}
        return tuple(self._row(each, left.get((each.muscle, each.step))) for each in self.mine.steps)

    def _row(self, each: MyStep, left: LeftOut | None) -> Row:
        found = find(self.shop.atlas, each)
        if found is None:
            return Row(each, each.step, "", "", None, left)
        muscle, _, step = found
        made = resolved(self.shop.atlas, each, self.shop.answers, self.shop.path_length)
        if isinstance(made, LeftOut):
            return Row(each, step.title, muscle.name, muscle.plain, None, made)
        technique = self.shop.atlas.techniques[step.technique]
        return Row(
            each, step.title, muscle.name, muscle.plain, None if left else made, left,
            repetitions=(1, _most_repetitions(made, technique)),
            seconds=None if step.dose.pace_cm_per_s else (LEAST_SECONDS, _most_seconds(made, technique)),
            technique=technique,
        )  # fmt: skip

    # Changes

    def moved(self, index: int, to: int) -> Changed:
        """The step at ``index`` at the place ``to`` of the order."""
        steps = list(self.mine.steps)
        step = steps.pop(self._known(index))
        steps.insert(min(max(to, 0), len(steps)), step)
        return Changed(self._with(tuple(steps)))

    def dropped(self, index: int) -> Changed:
        """Without the step at ``index``; the last one stays."""
        steps = self.mine.steps
        self._known(index)
        if len(steps) == 1:
            return Changed(self, "A routine has at least one step.")
        return Changed(self._with((*steps[:index], *steps[index + 1 :])))

    def added(self, step: MyStep) -> Changed:
        """With one more step at the end, as far as a routine may be long."""
        if len(self.mine.steps) >= MOST_STEPS:
            return Changed(self, f"A routine has at most {MOST_STEPS} steps.")
        if find(self.shop.atlas, step) is None:
            return Changed(self, "The atlas does not have this step.")
        if any((each.muscle, each.care, each.step) == (step.muscle, step.care, step.step) for each in self.mine.steps):
            return Changed(self, "This step is in your routine already.")
        return Changed(self._with((*self.mine.steps, step)))

    def named(self, name: str) -> Changed:
        """With another name."""
        title = _name(name)
        if not title:
            return Changed(self, "Please give your routine a name.")
        why = "The name was shortened." if len(" ".join(name.split())) > len(title) else ""
        return Changed(replace(self, mine=structs.replace(self.mine, name=title)), why)

    def with_repetitions(self, index: int, wanted: int) -> Changed:
        """The step at ``index`` so many times (passes of a stroke, holds, movements), in one set."""
        row = self._possible(index)
        least, most = row.repetitions
        given = min(max(wanted, least), most)
        changed = self._changed(index, repetitions=given, sets=1)
        if given == wanted:
            return Changed(changed)
        if given == least:
            return Changed(changed, "Once is the least. Drop the step if you want to do without it.")
        return Changed(changed, f"{_limit(row)}, so {_times(given)} the most here.")

    def with_seconds(self, index: int, wanted: float) -> Changed:
        """One repetition of the step at ``index`` so long."""
        row = self._possible(index)
        if row.seconds is None:
            return Changed(self, "How long a slow stroke takes is decided by its path and its pace.")
        least, most = row.seconds
        given = min(max(wanted if isfinite(wanted) else least, least), most)
        changed = self._changed(index, seconds=given)
        if given == wanted:
            return Changed(changed)
        if given == least:
            return Changed(changed, f"{spoken_time(least)} are the least that do any good.")
        return Changed(changed, f"{_limit(row)}, so {spoken_time(given)} are the most here.")

    def with_rest(self, index: int, wanted: float) -> Changed:
        """So long a rest between two repetitions of the step at ``index``."""
        given = min(max(wanted if isfinite(wanted) else 0.0, 0.0), LONGEST_REST_SECONDS)
        why = "" if given == wanted else f"A rest lasts {spoken_time(LONGEST_REST_SECONDS)} at most."
        return Changed(self._changed(index, rest_seconds=given), why)

    # Inside

    def _possible(self, index: int) -> Row:
        row = self._row(self.mine.steps[self._known(index)], None)
        if row.unit is None:
            raise BodymapError(row.left_out.why if row.left_out else "The atlas does not have this step any more.")
        return row

    def _changed(self, index: int, **changes: float) -> RoutineEdit:
        steps = self.mine.steps
        return self._with((*steps[:index], structs.replace(steps[index], **changes), *steps[index + 1 :]))

    def _with(self, steps: tuple[MyStep, ...]) -> RoutineEdit:
        return replace(self, mine=structs.replace(self.mine, steps=steps))

    def _known(self, index: int) -> int:
        if not 0 <= index < len(self.mine.steps):
            raise IndexError(f"there is no step {index}")
        return index


def _most_repetitions(made: Unit, technique: Technique) -> int:
    """How often one repetition, as long as it is now, fits under the ceilings, on each side."""
    once = max((step.dose.seconds or 0.0) + (step.dose.contract_seconds or 0.0) for step in made.steps)
    return max(1, min(technique.max_repetitions, int((technique.max_seconds_per_spot + 1e-6) / once)))


def _most_seconds(made: Unit, technique: Technique) -> float:
    """How long one repetition may be with as many of them as there are now."""
    dose = made.first.dose
    whole = technique.max_seconds_per_spot / (dose.repetitions * dose.sets)
    return max(LEAST_SECONDS, whole - (dose.contract_seconds or 0.0))


def _limit(row: Row) -> str:
    """The ceiling that was met, as the beginning of a sentence."""
    if row.technique is None:
        return "There is a limit"
    time = spoken_time(row.technique.max_seconds_per_spot)
    return f"{row.technique.name} is done {row.technique.max_repetitions} times and for {time} at most on one spot"


def _times(count: int) -> str:
    return "once is" if count == 1 else f"{count} times are"


def _name(name: str) -> str:
    """A name in one line without control characters, at most 80 long."""
    return " ".join(re.sub(r"[^\w\s.,:;!?()'’“”&+/–-]", "", name).split())[:80].strip()
