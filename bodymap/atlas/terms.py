"""The words and measures that content files are written in, and what every value read from them has in common.

Lengths are centimetres, times seconds, discomfort is the 0-10 numeric rating scale.
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
FactorKind = Literal["posture", "movement", "time"]
FrequencyLevel = Literal["very_common", "common", "uncommon"]
Level = Literal["emergency", "doctor_first", "take_care"]
Quality = Literal[
    "aching", "burning", "tingling", "numb", "sharp", "throbbing", "deep", "stiff", "cramping", "swollen", "hot", "weak"
]


class Frozen(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A value read from a content file: immutable, and strict about its fields."""


class Cited(Frozen, frozen=True, kw_only=True):
    """A fact a reader can act on, in our words, with the keys of its sources."""

    text: Text
    sources: Sources
