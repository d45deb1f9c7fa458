"""What was said about a pain when asked, in words, and how an answer changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from bodymap.gui.muscle_words import plain_name
from bodymap.gui.pain_words import quality_words
from bodymap.gui.panel.prose import side_word
from bodymap.pain.evidence import Evidence, FactorAnswer, Finding, QualityAnswer

if TYPE_CHECKING:
    from bodymap.engine import Engine
    from bodymap.pain.confirm import Question

DOT = " · "
"""Between the parts of a name; aloud it would be read as a word, so a screen reader gets a comma."""

What = Finding | FactorAnswer | QualityAnswer


class Said(Struct, frozen=True):
    """One answer and what it is in words."""

    what: What
    words: str


def said_so_far(evidence: Evidence, engine: Engine) -> tuple[Said, ...]:
    """Everything that was said, in the order in which it was; what this atlas does not know is left out."""
    found = [
        Said(each, _finding_words(each, engine))
        for each in evidence.findings
        if _point_name(engine, each.muscle, each.trigger_point) is not None
    ]
    factors = [
        Said(each, _yes_no(engine.atlas.factors[each.factor].name, each.yes))
        for each in evidence.factors
        if each.factor in engine.atlas.factors
    ]
    words = {str(quality): word for quality, word in quality_words().items()}
    feels = [Said(each, _yes_no(words[each.quality], each.yes)) for each in evidence.qualities if each.quality in words]
    return (*found, *factors, *feels)


def with_answer(evidence: Evidence, question: Question, key: str) -> Evidence:
    """What was said with a "yes" or "no" to a question; a skipped one changes nothing."""
    if key == "skip":
        return evidence
    if question.kind == "factor":
        return evidence.plus(FactorAnswer(question.about, yes=key == "yes"))
    return evidence.plus(QualityAnswer(question.about, yes=key == "yes"))


def without(evidence: Evidence, what: What) -> Evidence:
    """What was said but for one answer."""
    return replace(
        evidence,
        findings=tuple(each for each in evidence.findings if each != what),
        factors=tuple(each for each in evidence.factors if each != what),
        qualities=tuple(each for each in evidence.qualities if each != what),
    )


def point_words(engine: Engine, muscle: str, side: str, point: str) -> str:
    """A trigger point with its muscle and side: "Deepest muscle at the side of the hip · right · front part"."""
    known = engine.atlas.muscles[muscle]
    place = _point_name(engine, muscle, point) if len(known.trigger_points) > 1 else None
    where = [side_word(side), *([place] if place else [])]
    return DOT.join([plain_name(known), *(f"{each[:1].lower()}{each[1:]}" for each in where)])


def _point_name(engine: Engine, muscle: str, point: str) -> str | None:
    if muscle not in engine.atlas.muscles:
        return None
    points = engine.atlas.muscles[muscle].trigger_points
    return next((each.name for each in points if each.id == point), None)


def _finding_words(finding: Finding, engine: Engine) -> str:
    translate = QCoreApplication.translate
    name = point_words(engine, finding.muscle, finding.side, finding.trigger_point)
    told = []
    if finding.tender is not None:
        told.append(translate("Said", "tender") if finding.tender else translate("Said", "not tender"))
    if finding.familiar is not None:
        told.append(translate("Said", "my pain") if finding.familiar else translate("Said", "not my pain"))
    unsure = translate("Said", "not sure")
    return f"{name}: {', '.join(told) or unsure}"


def _yes_no(name: str, yes: bool) -> str:
    word = QCoreApplication.translate("Said", "yes") if yes else QCoreApplication.translate("Said", "no")
    return f"{name[:1].upper()}{name[1:]}: {word}"
