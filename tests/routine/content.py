"""A small muscle of our own, so that these tests don't change when the shipped content does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from bodymap.atlas.model import Care, CareRoutine, Caution, Cited, Dose, Muscle, Source, Step, Technique, TriggerPoint
from bodymap.routine.plan import plan
from bodymap.routine.player import Player
from bodymap.routine.saved import Saved
from bodymap.routine.steps import Routine

FACT = Cited(text="A fact.", sources=["book"])
CEILINGS = {  # kind: longest load on a spot, most repetitions, most discomfort
    "press": (120.0, 4, 6),
    "strip": (300.0, 12, 6),
    "move": (120.0, 10, 5),
    "stretch": (180.0, 5, 4),
    "contract_relax": (300.0, 5, 3),
    "heat": (1200.0, 1, 1),
    "rest": (300.0, 5, 2),
}


def technique(kind: str, **changes: object) -> Technique:
    seconds, repetitions, discomfort = CEILINGS[kind]
    values: dict[str, object] = {
        "schema": 1,
        "id": f"do_{kind}",
        "name": f"Do {kind}",
        "kind": kind,
        "about": "What it is.",
        "how": ["Do it."],
        "tools": ["none"],
        "max_seconds_per_spot": seconds,
        "max_repetitions": repetitions,
        "max_discomfort": discomfort,
        "per_day": [1, 3],
        "stop": ["Stop when it tingles."],
        "evidence": [{"text": "It helps.", "sources": ["book"]}],
    }
    return msgspec.convert(values | changes, Technique)


def step(kind: str, dose: Dose, number: int = 1, **changes: object) -> Step:
    values: dict[str, object] = {
        "id": f"{kind}_{number}",
        "technique": f"do_{kind}",
        "title": f"Step {kind} {number}",
        "at": None if kind in ("rest", "heat") else "front",
        "position": "Stand beside a wall.",
        "tool": "tennis_ball",
        "instruction": "Lean on it.",
        "cue": "Lean in.",
        "dose": dose,
        "stop": ["Stop when it is sharp."],
        "sources": ["book", "study"],
    }
    return Step(**(values | changes))  # type: ignore[arg-type]


PRESS = Dose(seconds=30.0, repetitions=3, rest_seconds=10.0, discomfort=(4, 6), until_eases=True)
STRIP = Dose(repetitions=2, rest_seconds=5.0, pace_cm_per_s=0.25, discomfort=(4, 5))
MOVE = Dose(seconds=5.0, repetitions=6)
CONTRACT = Dose(seconds=10.0, repetitions=3, contract_seconds=7.0, rest_seconds=3.0)
HEAT = Dose(seconds=600.0)
REST = Dose(seconds=40.0)

STEPS = [
    step("press", PRESS),
    step("strip", STRIP),
    step("move", MOVE, tool="lacrosse_ball"),
    step("contract_relax", CONTRACT),
    step("rest", REST, tool="none"),
    step("heat", HEAT, tool="heat_pack"),
]


@dataclass
class SmallAtlas:
    muscles: dict[str, Muscle]
    techniques: dict[str, Technique]
    cautions: dict[str, Caution]
    sources: dict[str, Source]


def caution(name: str, level: str, blocks: list[str]) -> Caution:
    return msgspec.convert(
        {"id": name, "level": level, "name": name.title(), "text": "Text.", "do": "See a doctor.", "blocks": blocks,
         "sources": ["book"]},
        Caution,
    )  # fmt: skip


def muscle(steps: list[Step]) -> Muscle:
    point = TriggerPoint(
        id="front", name="Front fibres", place="thigh 0.5 lateral", fibres=["thigh 0.5 lateral", "thigh 0.3 lateral"],
        find="Feel.", refers="Down.", essential=[[("thigh 0.5 lateral", 3.0)]], checked=False, sources=["book"],
    )  # fmt: skip
    first = CareRoutine(id="wall", name="Ball on the wall", choose_when="At first.", treats=["front"], steps=steps)
    other = CareRoutine(id="floor", name="Ball on the floor", choose_when="Later.", treats=["front"], steps=steps[:1])
    care = Care(
        about="How.", per_day=(1, 3), expect=Cited(text="Some soreness.", sources=["book"]), routines=[first, other]
    )
    return Muscle(
        schema=1, id="minimus", name="Gluteus minimus", plain="outer hip", group="hip_thigh_knee", depth="deep",
        segments=["thigh"], about="It is deep.", trigger_points=[point], feels=[FACT], activates=[FACT],
        habits=[Cited(text="Empty the back pocket before you sit.", sources=["book"])], care=care,
    )  # fmt: skip


def atlas(steps: list[Step] = STEPS, cautions: list[Caution] | None = None) -> SmallAtlas:
    techniques = {f"do_{kind}": technique(kind) for kind in CEILINGS}
    book = Source(id="book", title="A book", authors="A. Writer", year=1999, kind="book", read=True)
    known = {each.id: each for each in cautions or []}
    return SmallAtlas({"minimus": muscle(steps)}, techniques, known, {"book": book})


def routine(*, both_sides: bool = False, steps: list[Step] = STEPS) -> Routine:
    return plan(atlas(steps), "minimus", "right", both_sides=both_sides, path_length=lambda *_: 5.0)


class FakeClock:
    """Monotonic seconds that pass when told to."""

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


def gone_on(saved: Saved, clock: FakeClock, **how: Any) -> Player:
    """A player where another one was left."""
    return Player(saved.routine, clock, saved=saved, **how)


def reloaded(player: Player, clock: FakeClock, **how: Any) -> Player:
    """The player through the text of a file and back."""
    return gone_on(Saved.read(msgspec.json.decode(msgspec.json.encode(player.to_dict()))), clock, **how)
