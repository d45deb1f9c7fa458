"""What the atlas is made of: frozen, typed values that the YAML files are read into.

Lengths are centimetres, times seconds, discomfort is the 0-10 numeric rating scale. Everything one-sided is written for
the right side; the left is its mirror. A *place* is text in the language of :mod:`bodymap.body.address`
(``thigh 0.5 lateral``, ``greater_trochanter 4 up``, ``greater_trochanter to iliac_crest_top 0.5``).
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from bodymap.atlas.care import Care, CareRoutine, Dose, Step, Technique
from bodymap.atlas.terms import (
    Cited,
    Depth,
    FactorKind,
    FrequencyLevel,
    Frozen,
    Group,
    Id,
    Level,
    Line,
    LinkKind,
    Place,
    Quality,
    Rating,
    Sources,
    StepKind,
    Stroke,
    Text,
    Tool,
    Zone,
)

__all__ = [
    "Aggravator",
    "Box",
    "Care",
    "CareRoutine",
    "Caution",
    "Cited",
    "Depth",
    "Differential",
    "Dose",
    "Factor",
    "FactorKind",
    "Frequency",
    "FrequencyLevel",
    "Frozen",
    "Group",
    "Id",
    "Landmark",
    "Level",
    "Line",
    "Link",
    "LinkKind",
    "Muscle",
    "Place",
    "Quality",
    "QualityNote",
    "Region",
    "Rule",
    "Source",
    "Step",
    "StepKind",
    "Stroke",
    "Technique",
    "Text",
    "Tool",
    "TriggerPoint",
    "Zone",
]


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
    """A named area of the skin, made of boxes and strokes together; ``typed`` is what people type who mean it."""

    id: Id
    name: Line
    plain: Line
    typed: Annotated[list[Line], Meta(max_length=12)] = []
    group: Group
    midline: bool = False
    boxes: list[Box] = []
    strokes: list[Stroke] = []


class Factor(Frozen, frozen=True, kw_only=True):
    """Something that can make a pain worse, or that a tight muscle makes hard, and the yes-or-no question about it.

    ``typed`` is what people type who mean it.
    """

    id: Id
    name: Line
    ask: Line
    typed: Annotated[list[Line], Meta(max_length=12)] = []
    kind: FactorKind


class Aggravator(Cited, frozen=True, kw_only=True):
    """What makes the pain of a muscle worse or what it holds back; ``factors`` are those of the atlas that it names."""

    factors: Annotated[list[Id], Meta(max_length=12)] = []


class Frequency(Frozen, frozen=True, kw_only=True):
    """How often a trigger point is found in people with pain there. One without is as frequent as most."""

    level: FrequencyLevel
    sources: Sources


class KnownFor(Frozen, frozen=True, kw_only=True):
    """A region for whose pain a trigger point is described as a leading or the classic muscular source."""

    region: Id
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
    frequency: Frequency | None = None
    known_for: Annotated[list[KnownFor], Meta(max_length=8)] = []
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
    worse: list[Aggravator] = []
    activates: Annotated[list[Cited], Meta(min_length=1)]
    perpetuates: list[Cited] = []
    restricts: list[Aggravator] = []
    links: list[Link] = []
    differentials: list[Differential] = []
    habits: list[Cited] = []
    disagreements: list[Cited] = []
    care: Care


class Rule(Frozen, frozen=True, kw_only=True):
    """When a caution is raised by the marks: every condition that is given must hold.

    ``any_region``: some mark touches one of them; ``all_regions``: every one of them is touched, on one side unless
    ``both_sides`` asks for both; ``any_quality``: one of the marks that touch them has one of the qualities; ``side``:
    only marks on that side count; ``unexplained_at_least``: this share 0-1 of such a mark lies in no pattern of the
    atlas.
    """

    any_region: list[Id] = []
    all_regions: list[Id] = []
    any_quality: list[Quality] = []
    both_sides: bool = False
    one_side_only: bool = False
    side: Literal["left", "right"] | None = None
    intensity_at_least: Rating = 0
    unexplained_at_least: Annotated[float, Meta(ge=0.0, le=1.0)] = 0.0


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
