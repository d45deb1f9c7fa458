"""A routine made ready to be played: frozen steps with their phases, in the order in which they are done.

Times are seconds, lengths centimetres, discomfort the 0-10 numeric rating scale. The values are msgspec structs so that
a running routine can be written to disk and checked when it is read back.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from bodymap.atlas.model import Dose, StepKind, Tool

Side = Literal["left", "right"]
PhaseKind = Literal["get_ready", "work", "contract", "relax", "rest", "switch"]
Reason = Literal["caution", "time", "spots", "ceiling", "same_spot", "missing"]

LOADING: Final[frozenset[str]] = frozenset({"work", "contract", "relax"})
"""The kinds of phase that put load on the spot, and so count towards the ceiling of a technique."""

Duration = Annotated[float, Meta(ge=0.0, le=7200.0)]


def other_side(side: Side) -> Side:
    """Left for right and right for left."""
    return "left" if side == "right" else "right"


class Ready(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A value of the routine: immutable, and strict about its fields when it is read back."""


class Phase(Ready, frozen=True):
    """A stretch of time in which one thing is done: repetition ``repetition`` of ``of`` in a set, and which set."""

    kind: PhaseKind
    seconds: Duration
    repetition: Annotated[int, Meta(ge=1, le=30)] = 1
    of: Annotated[int, Meta(ge=1, le=30)] = 1
    in_set: Annotated[int, Meta(ge=1, le=5)] = 1
    of_sets: Annotated[int, Meta(ge=1, le=5)] = 1

    @property
    def loads(self) -> bool:
        """Whether this phase puts load on the spot."""
        return self.kind in LOADING


class PlannedStep(Ready, frozen=True):
    """One step for one side, resolved: everything the player and the window need to show it.

    ``source_step`` is the step of the atlas it comes from; both sides of it share ``turn``, its place in the order.
    ``side`` is None for what is done once for both, such as a bath. ``place`` and ``path`` are texts of that side.
    ``ceiling`` is the longest time of load of this step. Steps that press on the same place of the body share
    ``spot_key`` (empty: nothing is pressed) and ``spot_ceiling``, the longest time of load on it in one session.
    ``muscle`` and ``care`` say which routine of the atlas the step is from; ``muscle_plain`` is what people call it.
    """

    id: str
    source_step: str
    turn: Annotated[int, Meta(ge=0)]
    kind: StepKind
    technique: str
    title: str
    spot: str
    instruction: str
    position: str
    cue: str
    tool: Tool
    side: Side | None
    place: str | None
    path: tuple[str, ...]
    dose: Dose
    dose_text: str
    phases: Annotated[tuple[Phase, ...], Meta(min_length=1)]
    ceiling: Duration
    stop: tuple[str, ...]
    sources: tuple[str, ...]
    note: str = ""
    muscle: str = ""
    muscle_name: str = ""
    muscle_plain: str = ""
    care: str = ""
    spot_key: str = ""
    spot_ceiling: Duration = 7200.0

    @property
    def seconds(self) -> float:
        """How long the step takes with nothing added."""
        return sum(phase.seconds for phase in self.phases)

    @property
    def work_seconds(self) -> float:
        """How long the spot is under load in it."""
        return sum(phase.seconds for phase in self.phases if phase.loads)


class LeftOut(Ready, frozen=True):
    """A step that is not done, and why, as a sentence.

    ``reason``: an answer to a safety question (``caution`` is its id), no ``time`` left, too many ``spots`` for a
    session, the spot has its time already (``ceiling``), another step treats the ``same_spot``, or it is ``missing`` in
    the atlas.
    """

    step: str
    title: str
    caution: str
    why: str
    reason: Reason = "caution"
    muscle: str = ""


class Routine(Ready, frozen=True):
    """A routine for one side or for both, with what belongs on its first and its last page.

    Of several muscles ``muscle`` and ``side`` are those of the first; ``muscle_name`` and ``muscle_plain`` name all.
    ``references`` says in a line what each source is that a step names by its key.
    """

    id: str
    muscle: str
    muscle_name: str
    name: str
    side: Side
    both_sides: bool
    steps: tuple[PlannedStep, ...]
    left_out: tuple[LeftOut, ...]
    expect: str
    avoid: tuple[str, ...]
    habits: tuple[str, ...]
    per_day: tuple[int, int]
    references: dict[str, str]
    muscle_plain: str = ""

    @property
    def seconds(self) -> float:
        """How long all of it takes with nothing added or skipped."""
        return sum(step.seconds for step in self.steps)
