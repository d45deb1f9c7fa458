"""What was said about a drawing when asked, as it is remembered: press checks and answers to questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct

from bodymap.atlas.model import Quality

if TYPE_CHECKING:
    from bodymap.pain.evidence import Evidence

Name = Annotated[str, Meta(max_length=200)]


class KeptFinding(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What pressing a trigger point showed; None is not sure."""

    muscle: Name
    side: Literal["right", "left"]
    trigger_point: Name
    tender: bool | None = None
    familiar: bool | None = None


class KeptEvidence(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``factors`` and ``qualities`` are answers by id: yes or no."""

    findings: Annotated[list[KeptFinding], Meta(max_length=2000)] = []
    factors: dict[Name, bool] = {}
    qualities: dict[Quality, bool] = {}


def kept_evidence(evidence: Evidence) -> KeptEvidence:
    """What was said, as it is remembered."""
    return KeptEvidence(
        findings=[
            KeptFinding(
                muscle=each.muscle,
                side=each.side,
                trigger_point=each.trigger_point,
                tender=each.tender,
                familiar=each.familiar,
            )
            for each in evidence.findings
        ],
        factors={each.factor: each.yes for each in evidence.factors},
        qualities={each.quality: each.yes for each in evidence.qualities},  # type: ignore[misc] # asked by their ids
    )


def evidence_of(kept: KeptEvidence) -> Evidence:
    """What was said. A muscle or factor that the atlas does not have any more is passed over when it is weighed."""
    from bodymap.pain.evidence import Evidence, FactorAnswer, Finding, QualityAnswer

    findings = (
        Finding(each.muscle, each.side, each.trigger_point, each.tender, each.familiar) for each in kept.findings
    )
    return Evidence(
        findings=tuple(findings),
        factors=tuple(FactorAnswer(factor, yes) for factor, yes in kept.factors.items()),
        qualities=tuple(QualityAnswer(quality, yes) for quality, yes in kept.qualities.items()),
    )
