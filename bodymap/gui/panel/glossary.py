"""The field's own words, each explained in a sentence or two, shown when the pointer rests on them."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Term(Struct, frozen=True):
    """A word of the field: how it may be written in a text (a pattern), and what it means."""

    id: str
    pattern: str
    meaning: str


@lru_cache(maxsize=1)
def glossary() -> dict[str, Term]:
    """All explained terms by id."""
    return {term.id: term for term in (*_pain_terms(), *_treatment_terms(), *_lasting_terms(), *_body_terms())}


def _pain_terms() -> tuple[Term, ...]:
    """Where pain comes from and where it is felt."""
    return (
        Term(
            "trigger_point",
            r"trigger points?",
            translate(
                "Glossary",
                "A small, tender spot in a tight band of muscle. Pressing it can bring on the pain you know, "
                "often somewhere else.",
            ),
        ),
        Term(
            "referred_pain",
            r"referred pain|refers? pain|pain referral",
            translate("Glossary", "Pain that is felt in one place although it comes from another."),
        ),
        Term(
            "referral_zone",
            r"referral (?:zones?|patterns?|areas?)|pain patterns?",
            translate("Glossary", "The area of skin where a trigger point usually makes itself felt."),
        ),
        Term(
            "essential",
            r"essential (?:zones?|area|pattern)",
            translate("Glossary", "Where nearly everybody with this trigger point feels the pain. Drawn solid."),
        ),
        Term(
            "spillover",
            r"spillover(?: zones?| area| pattern)?",
            translate("Glossary", "Where the pain spreads in some people, when it is strong. Drawn as dots."),
        ),
    )


def _treatment_terms() -> tuple[Term, ...]:
    """What is done about it."""
    return (
        Term(
            "ischemic_compression",
            r"isch(?:a)?emic compression",
            translate(
                "Glossary",
                "Steady pressure on one tender spot until the tenderness eases. The skin pales while you press.",
            ),
        ),
        Term(
            "stripping",
            r"strip(?:ping)?(?: massage| strokes?)",
            translate("Glossary", "A very slow stroke with steady pressure along the fibres of a muscle."),
        ),
        Term(
            "post_isometric",
            r"post-isometric relaxation|contract[- ]relax",
            translate(
                "Glossary",
                "Push gently against a hold for some seconds, let go, then let the muscle lengthen.",
            ),
        ),
    )


def _lasting_terms() -> tuple[Term, ...]:
    """Why it stays, and how it is weighed."""
    return (
        Term(
            "satellite",
            r"satellites?(?: trigger points?)?",
            translate(
                "Glossary",
                "A trigger point that appears because another one keeps sending pain or strain there. "
                "It tends to return until the first one is treated.",
            ),
        ),
        Term(
            "perpetuating",
            r"perpetuating factors?",
            translate("Glossary", "Something that keeps a trigger point going: a posture, a habit, a shoe."),
        ),
        Term(
            "taut_band",
            r"taut bands?",
            translate("Glossary", "A strand inside a muscle that feels like a tight cord under the finger."),
        ),
        Term(
            "differential",
            r"differential diagnos[ie]s",
            translate("Glossary", "Other conditions that can hurt in the same place and should be kept in mind."),
        ),
        Term(
            "rating",
            r"numeric rating scale",
            translate("Glossary", "A number from 0 (nothing) to 10 (the worst you can imagine)."),
        ),
    )


def _body_terms() -> tuple[Term, ...]:
    """Places and movements of the body."""
    return (
        Term(
            "iliac_crest",
            r"iliac crests?|crest of the (?:pelvis|ilium)",
            translate(
                "Glossary", "The upper rim of the hip bone, where your hands rest when you put them on your hips."
            ),
        ),
        Term(
            "trochanter",
            r"greater trochanter",
            translate("Glossary", "The bony knob you feel at the side of your hip, at the top of the thigh bone."),
        ),
        Term(
            "sacrum",
            r"sacrum",
            translate("Glossary", "The flat triangular bone at the base of the spine, between the buttocks."),
        ),
        Term(
            "sciatica",
            r"sciatica",
            translate("Glossary", "Pain along the leg from an irritated nerve, often with tingling or numbness."),
        ),
        Term(
            "dorsiflexion",
            r"dorsiflexion",
            translate("Glossary", "Bending the foot up, toes toward the shin."),
        ),
        Term(
            "abduction",
            r"abduct(?:ion|ing|s|or|ors)?",
            translate("Glossary", "Moving a limb away from the middle of the body."),
        ),
        Term(
            "adduction",
            r"adduct(?:ion|ing|s|or|ors)?",
            translate("Glossary", "Moving a limb toward, or across, the middle of the body."),
        ),
        Term(
            "proximal",
            r"proximal(?:ly)?",
            translate("Glossary", "Nearer to the trunk."),
        ),
        Term(
            "distal",
            r"distal(?:ly)?",
            translate("Glossary", "Further from the trunk."),
        ),
        Term(
            "entrapment",
            r"entrap(?:ment|ped|s)?",
            translate("Glossary", "A nerve that is squeezed on its way, which can make skin tingle or go numb."),
        ),
    )


@lru_cache(maxsize=1)
def _finder() -> re.Pattern[str]:
    # The longest wording first, so that "satellite trigger points" is one term and not two.
    ordered = sorted(glossary().values(), key=lambda term: -len(term.pattern))
    return re.compile(r"\b(?:" + "|".join(f"(?P<{term.id}>{term.pattern})" for term in ordered) + r")\b", re.IGNORECASE)


def terms_in(text: str) -> list[tuple[int, int, Term]]:
    """Where explained terms stand in ``text``: start, end and the term; only the first place of each."""
    seen: set[str] = set()
    found: list[tuple[int, int, Term]] = []
    for match in _finder().finditer(text):
        name = match.lastgroup
        if name is not None and name not in seen:
            seen.add(name)
            found.append((match.start(), match.end(), glossary()[name]))
    return found
