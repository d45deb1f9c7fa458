"""What the atlas is made of: frozen, typed values that the YAML files are read into.

Lengths are centimetres, times seconds, discomfort is the 0-10 numeric rating scale. Everything one-sided is written for
the right side; the left is its mirror. A *place* is text in the language of :mod:`bodymap.body.address`
(``thigh 0.5 lateral``, ``greater_trochanter 4 up``, ``greater_trochanter to iliac_crest_top 0.5``).
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Id = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
Line = Annotated[str, Meta(min_length=2, max_length=120)]
Text = Annotated[str, Meta(min_length=2, max_length=1200)]
Place = Annotated[str, Meta(min_length=2, max_length=160)]
Radius = Annotated[float, Meta(gt=0.0, le=20.0)]
Seconds = Annotated[float, Meta(gt=0.0, le=1800.0)]
Rating = Annotated[int, Meta(ge=0, le=10)]
Stroke = Annotated[list[tuple[Place, Radius]], Meta(min_length=1, max_length=24)]
Zone = Annotated[list[Stroke], Meta(max_length=12)]
Sources = Annotated[list[Id], Meta(min_length=1, max_length=16)]

Group = Literal[
    "head_neck",
    "upper_back_shoulder_arm",
    "elbow_to_finger",
    "torso",
    "lower_torso",
    "hip_thigh_knee",
    "leg_ankle_foot",
]
Depth = Literal["superficial", "middle", "deep"]
LinkKind = Literal["activates", "activated_by", "overloads", "overloaded_by", "travels_with"]
StepKind = Literal["press", "strip", "move", "stretch", "contract_relax", "heat", "rest"]
Tool = Literal[
    "none",
    "fingers",
    "tennis_ball",
    "lacrosse_ball",
    "soft_ball",
    "cane",
    "roller",
    "towel",
    "strap",
    "heat_pack",
    "bath",
]
Level = Literal["emergency", "doctor_first", "take_care"]
Quality = Literal[
    "aching", "burning", "tingling", "numb", "sharp", "throbbing", "deep", "stiff", "cramping", "swollen", "hot", "weak"
]


class Frozen(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A value read from a content file: immutable, and strict about its fields."""


class Source(Frozen, frozen=True, kw_only=True):
    """A book, study, guideline or page that facts rest on. ``read``: its text was seen and not only recalled."""

    id: Id
    title: Text
    authors: Line | None = None
    year: Annotated[int, Meta(ge=1800, le=2100)] | None = None
    kind: Literal["book", "study", "guideline", "page"]
    read: bool
    url: Annotated[str, Meta(pattern=r"^https?://", max_length=400)] | None = None
    note: Text | None = None


class Landmark(Frozen, frozen=True, kw_only=True):
    """A named bony or soft landmark. ``place`` may use addresses, joints (``@knee``) and landmarks before it."""

    id: Id
    name: Line
    place: Place
    about: Text | None = None
    midline: bool = False


class Box(Frozen, frozen=True, kw_only=True):
    """A patch in address space: ``along`` T from-to of a segment, ``around`` degrees from-to (90 is lateral)."""

    segment: Id
    along: tuple[float, float]
    around: tuple[float, float] = (0.0, 360.0)


class Region(Frozen, frozen=True, kw_only=True):
    """A named area of the skin, made of boxes and strokes together."""

    id: Id
    name: Line
    plain: Line
    group: Group
    midline: bool = False
    boxes: list[Box] = []
    strokes: list[Stroke] = []


class Cited(Frozen, frozen=True, kw_only=True):
    """A fact a reader can act on, in our words, with the keys of its sources."""

    text: Text
    sources: Sources


class QualityNote(Frozen, frozen=True, kw_only=True):
    """A way this muscle's pain is described to feel, with the keys of the sources that describe it."""

    quality: Quality
    sources: Sources


class TriggerPoint(Frozen, frozen=True, kw_only=True):
    """One trigger point of a muscle: where it is, how to find it, and where it sends pain.

    ``place`` is the spot itself, ``spots`` further X marks of the same cluster; ``fibres`` is the path that a stripping
    stroke follows, in the order of the stroke.
    """

    id: Id
    name: Line
    place: Place
    spots: list[Place] = []
    fibres: Annotated[list[Place], Meta(min_length=2, max_length=12)]
    find: Text
    refers: Text
    essential: Annotated[Zone, Meta(min_length=1)]
    spillover: Zone = []
    checked: bool
    sources: Sources


class Link(Frozen, frozen=True, kw_only=True):
    """How this muscle goes with another. ``via`` names the trigger point of this muscle if it is one in particular."""

    to: Id
    kind: LinkKind
    text: Text
    via: Id | None = None
    sources: Sources


class Differential(Frozen, frozen=True, kw_only=True):
    """Something else that hurts in the same place: how it differs, and what to do about it."""

    name: Line
    differs: Text
    do: Text
    sources: Sources


class Dose(Frozen, frozen=True, kw_only=True):
    """How much. One repetition is ``seconds`` of work; ``rest_seconds`` lie between repetitions.

    ``contract_seconds`` is the gentle push before the stretch of a contract-relax repetition. ``pace_cm_per_s`` is the
    speed of a stripping stroke: without ``seconds`` a pass lasts as long as its path needs at that pace.
    """

    seconds: Seconds | None = None
    repetitions: Annotated[int, Meta(ge=1, le=30)] = 1
    rest_seconds: Annotated[float, Meta(ge=0.0, le=300.0)] = 0.0
    contract_seconds: Seconds | None = None
    pace_cm_per_s: Annotated[float, Meta(gt=0.0, le=20.0)] | None = None
    discomfort: tuple[Rating, Rating] | None = None
    until_eases: bool = False


class Technique(Frozen, frozen=True, kw_only=True):
    """A way of treating a muscle, and the ceiling that no step made from it may pass."""

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


class Muscle(Frozen, frozen=True, kw_only=True):
    """A muscle with all that the atlas knows of it: one file each."""

    schema: Literal[1]
    id: Id
    name: Line
    plain: Line
    synonyms: list[Line] = []
    group: Group
    depth: Depth
    segments: Annotated[list[Id], Meta(min_length=1)]
    about: Text
    trigger_points: Annotated[list[TriggerPoint], Meta(min_length=1)]
    feels: Annotated[list[Cited], Meta(min_length=1)]
    qualities: list[QualityNote] = []
    worse: list[Cited] = []
    activates: Annotated[list[Cited], Meta(min_length=1)]
    perpetuates: list[Cited] = []
    restricts: list[Cited] = []
    links: list[Link] = []
    differentials: list[Differential] = []
    habits: list[Cited] = []
    disagreements: list[Cited] = []
    care: Care


class Rule(Frozen, frozen=True, kw_only=True):
    """When a caution is raised by the marks: every condition that is given must hold.

    ``any_region``: some mark touches one of them; ``all_regions``: every one of them is touched, on one side unless
    ``both_sides`` asks for both; ``any_quality``: one of the marks that touch them has one of the qualities; ``side``:
    only marks on that side count.
    """

    any_region: list[Id] = []
    all_regions: list[Id] = []
    any_quality: list[Quality] = []
    both_sides: bool = False
    one_side_only: bool = False
    side: Literal["left", "right"] | None = None
    intensity_at_least: Rating = 0


class Caution(Frozen, frozen=True, kw_only=True):
    """A warning. ``ask`` is the question put before the first routine; ``blocks`` are steps left out after a yes.

    ``typed``: what people type in a search who may mean it. It is shown first when all words of one are there.
    """

    id: Id
    level: Level
    name: Line
    typed: list[Line] = []
    text: Text
    do: Text
    ask: Text | None = None
    asked_for: list[Group] = []
    when: list[Rule] = []
    blocks: list[StepKind] = []
    sources: Sources
