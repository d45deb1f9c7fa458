"""How a muscle is treated, as content files say it: techniques with their ceilings, and routines made of steps."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from bodymap.atlas.terms import Cited, Frozen, Id, Line, Place, Rating, Seconds, Sources, StepKind, Text, Tool


class Dose(Frozen, frozen=True, kw_only=True):
    """How much. One repetition is ``seconds`` of work; ``rest_seconds`` lie between repetitions.

    ``contract_seconds`` is the gentle push before the stretch of a contract-relax repetition. ``pace_cm_per_s`` is the
    speed of a stripping stroke: without ``seconds`` a pass lasts as long as its path needs at that pace. ``sets`` is
    how often all repetitions are done, with ``set_rest_seconds`` between two sets.
    """

    seconds: Seconds | None = None
    repetitions: Annotated[int, Meta(ge=1, le=30)] = 1
    rest_seconds: Annotated[float, Meta(ge=0.0, le=300.0)] = 0.0
    contract_seconds: Seconds | None = None
    pace_cm_per_s: Annotated[float, Meta(gt=0.0, le=20.0)] | None = None
    discomfort: tuple[Rating, Rating] | None = None
    until_eases: bool = False
    sets: Annotated[int, Meta(ge=1, le=5)] = 1
    set_rest_seconds: Annotated[float, Meta(ge=0.0, le=300.0)] = 0.0


class Technique(Frozen, frozen=True, kw_only=True):
    """A way of treating a muscle, and the ceilings that no step made from it may pass.

    ``max_repetitions`` counts those of all sets. ``max_spots_per_session`` is how many spots a session presses at most
    (each side counts), over all techniques that press; the smallest that is given holds.
    """

    schema: Literal[1]
    id: Id
    name: Line
    kind: StepKind
    about: Text
    how: Annotated[list[Text], Meta(min_length=1)]
    tools: Annotated[list[Tool], Meta(min_length=1)]
    max_seconds_per_spot: Seconds
    max_repetitions: Annotated[int, Meta(ge=1, le=30)]
    max_discomfort: Rating
    max_spots_per_session: Annotated[int, Meta(ge=1, le=20)] | None = None
    per_day: tuple[int, int]
    stop: Annotated[list[Text], Meta(min_length=1)]
    evidence: Annotated[list[Cited], Meta(min_length=1)]


class Step(Frozen, frozen=True, kw_only=True):
    """One step of a routine. ``at`` names a trigger point; ``place`` and ``path`` override its place and fibres."""

    id: Id
    technique: Id
    title: Line
    at: Id | None = None
    place: Place | None = None
    path: list[Place] = []
    position: Text
    tool: Tool
    instruction: Text
    cue: Line
    dose: Dose
    stop: list[Text] = []
    sources: Sources


class CareRoutine(Frozen, frozen=True, kw_only=True):
    """A routine for a muscle: which trigger points it treats, when to choose it, and its steps in order."""

    id: Id
    name: Line
    choose_when: Text
    treats: list[Id]
    steps: Annotated[list[Step], Meta(min_length=1, max_length=12)]


class Care(Frozen, frozen=True, kw_only=True):
    """Self-care of a muscle. ``routines`` start with the one to try first; ``per_day`` is how often, from-to."""

    about: Text
    per_day: tuple[int, int]
    expect: Cited
    avoid: list[Cited] = []
    routines: Annotated[list[CareRoutine], Meta(min_length=1)]
