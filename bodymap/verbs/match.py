"""``bodymap match``: which muscles could send the pain that is described."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bodymap.errors import UsageError
from bodymap.paths import Options
from bodymap.verbs.common import add_figure, engine_of, print_json

if TYPE_CHECKING:
    from bodymap.body.surface import SurfaceRegion
    from bodymap.engine import Answer, Engine, Source
    from bodymap.pain.drawing import Mark
    from bodymap.verbs.drawing import Told

_EPILOG = """\
--side, --radius, --intensity, --quality and --when belong to the --region or --at before them.

  bodymap match --region lateral_thigh_hip --side right --intensity 6 --quality aching --at "right leg 0.5 lateral"

--pressed says what pressing a trigger point showed: mine (tender, and it gives your pain), tender, sore (tender, but
not your pain) or nothing. --yes and --no answer questions about factors and qualities.

  bodymap match --at "right thigh 0.5 lateral" --pressed gluteus_minimus:anterior:right:mine --yes long_sitting
"""
TIMINGS = ("constant", "on_movement", "at_night")
_LEVELS = {"emergency": "EMERGENCY", "doctor_first": "See a doctor first", "take_care": "Take care"}


class _NewMark(argparse.Action):
    """``--region`` and ``--at`` start a mark."""

    def __call__(self, _p: object, namespace: argparse.Namespace, value: Any, _o: str | None = None) -> None:
        marks = [*(namespace.marks or []), {self.dest: value}]
        namespace.marks = marks


class _OfMark(argparse.Action):
    """``--side``, ``--radius``, ``--intensity``, ``--quality``, ``--when`` say more about the mark before them."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, value: Any, option: str | None = None
    ) -> None:
        if not namespace.marks:
            parser.error(f"{option} belongs to a mark: put it after the --region or --at that it says more about")
        mark = namespace.marks[-1]
        if self.dest in ("qualities", "timing"):
            mark.setdefault(self.dest, []).append(value)
        elif self.dest in mark:
            parser.error(f"{option} stands twice for one mark")
        else:
            mark[self.dest] = value


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.epilog = _EPILOG
    parser.set_defaults(marks=None)
    parser.add_argument("--region", metavar="ID", action=_NewMark, help="a named region hurts; `bodymap regions`")
    parser.add_argument("--at", metavar="PLACE", action=_NewMark, help="a spot hurts: an address or a landmark")
    parser.add_argument("--side", choices=("left", "right"), action=_OfMark, help="which side (right if not said)")
    parser.add_argument(
        "--radius", dest="radius_cm", metavar="CM", type=_radius, action=_OfMark, help="of a spot (3 cm)"
    )
    parser.add_argument("--intensity", metavar="0-10", type=_intensity, action=_OfMark, help="how much it hurts (5)")
    parser.add_argument(
        "--quality",
        dest="qualities",
        metavar="WORD",
        action=_OfMark,
        help="how it feels, such as aching; may be repeated",
    )
    parser.add_argument("--when", dest="timing", choices=TIMINGS, action=_OfMark, help="when it hurts; may be repeated")
    parser.add_argument(
        "--pressed", metavar="M:P:S:WHAT", action="append", default=[], help="what pressing a spot showed"
    )
    parser.add_argument("--yes", metavar="ID", action="append", default=[], help="a factor or quality that is so")
    parser.add_argument("--no", metavar="ID", action="append", default=[], help="a factor or quality that is not so")
    parser.add_argument("--drawing", metavar="FILE", type=Path, help="the marks of a JSON file, before the others")
    parser.add_argument("--top", metavar="N", type=_count, default=10, help="how many sources to print (10)")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    add_figure(parser)


def _intensity(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 10:
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number from 0 to 10")
    return int(text)


def _radius(text: str) -> float:
    try:
        radius = float(text)
    except ValueError:
        radius = 0.0
    if not 0.0 < radius <= 20.0:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of cm above 0 and up to 20")
    return radius


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number from 1 up")
    return int(text)


def run(arguments: argparse.Namespace, options: Options) -> int:
    """Match and print."""
    from bodymap.verbs.drawing import QUALITIES, Told, marks_of, read_drawing
    from bodymap.verbs.evidence import evidence_of
    from bodymap.words import suggestion

    told = read_drawing(arguments.drawing) if arguments.drawing else []
    for each in arguments.marks or []:
        for quality in each.get("qualities", []):
            if quality not in QUALITIES:
                hint = suggestion(quality, QUALITIES)
                raise UsageError(f"There is no quality “{quality}”{hint}; choose from {', '.join(QUALITIES)}.")
        told.append(Told(**each))
    if not told:
        raise UsageError("Say where it hurts: --region, --at or --drawing. `bodymap match --help` tells more.")
    engine = engine_of(options, arguments.figure)
    marks = marks_of(told, engine)
    evidence = evidence_of(engine.atlas, arguments.pressed, arguments.yes, arguments.no)
    answer = engine.stability(marks, engine.answer(marks, evidence=evidence))
    sources = answer.sources[: arguments.top]
    if arguments.json:
        print_json(_as_json(told, marks, answer, sources, engine))
    else:
        _print(marks, answer, sources, engine)
    return 0


def _as_json(
    told: Sequence[Told], marks: Sequence[Mark], answer: Answer, sources: Sequence[Source], engine: Engine
) -> dict[str, Any]:
    from bodymap.verbs.drawing import as_json

    return {
        "marks": [as_json(each, mark, engine) for each, mark in zip(told, marks, strict=True)],
        "sources": [
            {
                "rank": rank,
                "muscle": source.muscle,
                "trigger_points": list(source.trigger_points),
                "side": source.side,
                "score": round(source.score, 4),
                "explains": round(source.explains, 4),
                "pattern": round(source.pattern, 4),
                "stable": source.stable,
                "frequency": source.candidate.frequency,
                "known_for": list(source.candidate.leads_in),
                "terms": _terms(source),
                "reasons": [reason.text for reason in source.reasons],
            }
            for rank, source in enumerate(sources, start=1)
        ],
        "together": [{"muscle": source.muscle, "side": source.side} for source in answer.together],
        "together_explains": round(answer.together_explains, 4),
        "unexplained_cm2": round(answer.unexplained_cm2, 1),
        "unexplained": _left(answer.unexplained, answer.unexplained_cm2, answer.unexplained_share, engine),
        "remainder": _left(answer.remainder.region, answer.remainder.cm2, answer.remainder.share, engine),
        "cautions": [{"id": each.id, "level": each.level, "text": each.text} for each in answer.cautions],
        "questions": [
            {"kind": each.kind, "about": each.about, "muscle": each.muscle or None, "side": each.side, "ask": each.ask}
            for each in engine.questions(answer)
        ],
    }


def _terms(source: Source) -> dict[str, Any]:
    """What the score is made of, as in docs/matching.md."""
    candidate, fit = source.candidate, source.candidate.fit
    return {
        "fits": round(fit.fits, 4),
        "focus": round(fit.focus, 4),
        "prior": fit.prior,
        "own": round(fit.own, 4),
        "partner": candidate.partner.muscle if candidate.partner else None,
        "partner_adds": round(candidate.partner.adds, 4) if candidate.partner else 0.0,
        "heard": round(candidate.heard, 4),
        "total": round(candidate.total, 4),
        "evidence_weight": round(candidate.weighed.weight, 4),
    }


def _left(region: SurfaceRegion, cm2: float, share: float, engine: Engine) -> dict[str, Any]:
    """Skin that is left over, and where."""
    lies = engine.lies_in(region) if cm2 > 0 else ()
    return {
        "cm2": round(cm2, 1),
        "share": round(share, 4),
        "regions": [{"region": each.region, "side": each.side, "cm2": round(each.cm2, 1)} for each in lies],
    }


def _print(marks: Sequence[Mark], answer: Answer, sources: Sequence[Source], engine: Engine) -> None:
    for caution in answer.cautions:
        print(f"{_LEVELS[caution.level]}: {caution.text} {caution.do}\n")
    print("Marked: " + "; ".join(f"{mark.label} ({mark.intensity} of 10)" for mark in marks))
    if not sources:
        print("No known pattern explains this. If it stays or worries you, see a doctor.")
    for rank, source in enumerate(sources, start=1):
        muscle = engine.atlas.muscles[source.muscle]
        points = {point.id: point.name for point in muscle.trigger_points}
        names = "; ".join(points[each].lower() for each in source.trigger_points)
        print(f"\n{rank:2}. {muscle.name}, {source.side} ({names})")
        print(f"    {' '.join(reason.text for reason in source.reasons)}")
    if len(answer.together) > 1:
        names = " and ".join(f"{engine.atlas.muscles[each.muscle].name} ({each.side})" for each in answer.together)
        print(f"\nTogether: {names} explain {round(answer.together_explains * 100)} % of it.")
    for what, region, cm2 in (
        ("any pattern", answer.unexplained, answer.unexplained_cm2),
        ("these", answer.remainder.region, answer.remainder.cm2),
    ):
        several = len(answer.together) > 1 or what == "any pattern"
        if sources and several and cm2 >= 1.0:
            print(f"\nNot explained by {what}: {cm2:.0f} cm² ({_places(region, engine)}).")
    asked = [each.ask for each in engine.questions(answer)]
    if asked:
        print("\nTo tell them apart:")
        for ask in asked:
            print(f"  - {ask}")


def _places(region: SurfaceRegion, engine: Engine) -> str:
    plain = [engine.atlas.regions[each.region].plain.lower() for each in engine.lies_in(region)[:3]]
    return ", ".join(plain)
