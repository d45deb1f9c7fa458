"""``bodymap show MUSCLE``: everything the atlas says about a muscle."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec
import numpy as np

from bodymap.atlas.load import Atlas
from bodymap.atlas.model import Aggravator, CareRoutine, Cited, Dose, Muscle, TriggerPoint
from bodymap.paths import Options
from bodymap.verbs.common import add_figure, atlas_of, engine_of, muscle_id, print_json

_FREQUENCY = {
    "very_common": "among those found most often in people with pain there.",
    "common": "often found in people with pain there.",
    "uncommon": "seldom found, or seldom reported.",
}
Cite = Callable[[Sequence[str]], str]
Shares = list[dict[str, Any]]
_LEAST_CM2 = 1.0
_LEAST_SHARE = 0.02
"""A region with less of a zone than this is left out of the text; JSON has it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("muscle", metavar="MUSCLE", help="its id, name or synonym; `bodymap muscles` lists them")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    add_figure(parser)


def run(arguments: argparse.Namespace, options: Options) -> int:
    """Print all of it."""
    atlas = atlas_of(options)
    muscle = atlas.muscles[muscle_id(atlas, arguments.muscle)]
    zones = _zones(options, arguments.figure, atlas, muscle)
    keys = _cited(muscle)
    if arguments.json:
        sources = {key: msgspec.to_builtins(atlas.sources[key]) for key in keys if key in atlas.sources}
        print_json({"muscle": msgspec.to_builtins(muscle), "zones": zones, "sources": sources})
        return 0
    for line in _lines(atlas, muscle, zones, keys):
        print(line)
    return 0


def _zones(options: Options, figure: str, atlas: Atlas, muscle: Muscle) -> dict[str, dict[str, Any]]:
    """For each trigger point the size of its zones and the named regions that they lie in."""
    engine = engine_of(options, figure, atlas)
    compiled, area = engine.compiled, engine.surface.area
    one_side = compiled.region.astype(np.float32) / 255
    either_side = np.maximum(one_side, one_side[engine.surface.mirror_cell])  # a zone in the midline lies on both

    def shares(weights: np.ndarray[Any, np.dtype[np.uint8]]) -> dict[str, Any]:
        skin = weights.astype(np.float32) / 255 * area
        total = float(skin.sum())
        in_region = skin @ either_side
        regions: Shares = [
            {"id": name, "cm2": round(float(cm2), 1), "share": round(float(cm2) / total, 3)}
            for name, cm2 in zip(compiled.regions, in_region, strict=True)
            if cm2 >= _LEAST_CM2
        ]
        regions.sort(key=lambda each: (-each["cm2"], each["id"]))
        return {"cm2": round(total, 1), "regions": regions}

    columns = {point: index for index, (owner, point) in enumerate(compiled.points) if owner == muscle.id}
    return {
        point: {"essential": shares(compiled.essential[:, index]), "spillover": shares(compiled.spillover[:, index])}
        for point, index in columns.items()
    }


def _cited(muscle: Muscle) -> list[str]:
    """The keys of all the sources of a muscle, in the order in which they are first cited."""
    found: dict[str, None] = {}

    def walk(value: object) -> None:
        if isinstance(value, msgspec.Struct):
            for name in value.__struct_fields__:
                if name == "sources":
                    found.update(dict.fromkeys(getattr(value, name)))
                else:
                    walk(getattr(value, name))
        elif isinstance(value, list):
            for item in value:
                walk(item)

    walk(muscle)
    return list(found)


def _lines(atlas: Atlas, muscle: Muscle, zones: dict[str, dict[str, Any]], keys: Sequence[str]) -> Iterator[str]:
    numbers = {key: number for number, key in enumerate(keys, start=1)}

    def cite(sources: Sequence[str]) -> str:
        return f" [{', '.join(str(numbers[key]) for key in sources)}]"

    yield f"{muscle.name} ({muscle.plain})"
    if muscle.synonyms:
        yield f"also: {', '.join(muscle.synonyms)}"
    yield from _wrapped(muscle.about)
    for point in muscle.trigger_points:
        yield from _point(atlas, point, zones[point.id], cite)
    for title, items in _facts(atlas, muscle, cite):
        if items:
            yield from _heading(title)
            for item in items:
                yield from _wrapped(item, "- ")
    yield from _heading("Care")
    yield from _wrapped(f"{muscle.care.about} {_span(muscle.care.per_day)} times a day.")
    yield from _wrapped(f"{muscle.care.expect.text}{cite(muscle.care.expect.sources)}")
    for routine in muscle.care.routines:
        yield from _routine(routine, cite)
    yield from _heading("Sources")
    for key, number in numbers.items():
        yield from _wrapped(_reference(atlas, key), f"{number:3}. ")


def _facts(atlas: Atlas, muscle: Muscle, cite: Cite) -> list[tuple[str, list[str]]]:
    """The parts of the page that are lists of facts, with their titles."""

    def cited(facts: Sequence[Cited]) -> list[str]:
        return [fact.text + cite(fact.sources) for fact in facts]

    def aggravating(facts: Sequence[Aggravator]) -> list[str]:
        named = [[atlas.factors[each].name for each in fact.factors if each in atlas.factors] for fact in facts]
        return [
            text + (f" Asked about as: {', '.join(names)}." if names else "")
            for text, names in zip(cited(facts), named, strict=True)
        ]

    links = [
        f"{link.kind.replace('_', ' ')} {link.to}{f', from {link.via}' if link.via else ''}: {link.text}"
        f"{cite(link.sources)}"
        for link in muscle.links
    ]
    others = [f"{other.name}: {other.differs} {other.do}{cite(other.sources)}" for other in muscle.differentials]
    return [
        ("What it feels like", cited(muscle.feels)),
        ("Described as", [note.quality + cite(note.sources) for note in muscle.qualities]),
        ("What makes it worse", aggravating(muscle.worse)),
        ("What starts it", cited(muscle.activates)),
        ("What keeps it going", cited(muscle.perpetuates)),
        ("What it restricts", aggravating(muscle.restricts)),
        ("Goes with", links),
        ("What else it might be", others),
        ("What prevents its return", cited(muscle.habits)),
        ("Where sources disagree", cited(muscle.disagreements)),
        ("Avoid", cited(muscle.care.avoid)),
    ]


def _point(atlas: Atlas, point: TriggerPoint, zones: dict[str, Any], cite: Cite) -> Iterator[str]:
    yield from _heading(f"Trigger point: {point.name} ({point.id})")
    checked = (
        "checked against a source that was seen" if point.checked else "from memory of the literature, not checked"
    )
    yield from _wrapped(f"Where: {'; '.join([point.place, *point.spots])}{cite(point.sources)} ({checked})")
    yield from _wrapped(f"Fibres: {' > '.join(point.fibres)}")
    yield from _wrapped(f"Find it: {point.find}")
    yield from _wrapped(f"Refers: {point.refers}")
    if point.frequency:
        yield from _wrapped(f"How often: {_FREQUENCY[point.frequency.level]}{cite(point.frequency.sources)}")
    for known in point.known_for:
        name = atlas.regions[known.region].name.lower() if known.region in atlas.regions else known.region
        yield from _wrapped(f"Best known for: {name}{cite(known.sources)}")
    for name in ("essential", "spillover"):
        zone = zones[name]
        if zone["cm2"]:
            parts = [
                f"{atlas.regions[each['id']].plain.lower()} {each['cm2']:.0f} cm² ({each['share']:.0%})"
                for each in zone["regions"]
                if each["share"] >= _LEAST_SHARE
            ]
            yield from _wrapped(f"{name.capitalize()} zone, {zone['cm2']:.0f} cm²: {', '.join(parts)}")


def _routine(routine: CareRoutine, cite: Cite) -> Iterator[str]:
    yield from _heading(f"Routine: {routine.name} ({routine.id})")
    yield from _wrapped(f"{routine.choose_when} Treats {', '.join(routine.treats)}.")
    for number, step in enumerate(routine.steps, start=1):
        where = step.at or step.place or ""
        head = f"{step.title} ({step.technique}{f' at {where}' if where else ''}; {step.tool.replace('_', ' ')})"
        yield from _wrapped(f"{head}: {step.position} {step.instruction}{cite(step.sources)}", f"{number:2}. ")
        yield from _wrapped(_dose(step.dose), "    ")
        for stop in step.stop:
            yield from _wrapped(f"Stop: {stop}", "    ")


def _dose(dose: Dose) -> str:
    parts = [f"{dose.repetitions} times" if dose.repetitions > 1 else "once"]
    if dose.sets > 1:
        parts.insert(0, f"{dose.sets} sets")
    if dose.contract_seconds:
        parts.append(f"push {dose.contract_seconds:g} s")
    if dose.seconds:
        parts.append(f"{dose.seconds:g} s")
    if dose.pace_cm_per_s:
        parts.append(f"{dose.pace_cm_per_s:g} cm per second")
    if dose.rest_seconds:
        parts.append(f"rest {dose.rest_seconds:g} s between")
    if dose.discomfort:
        parts.append(f"discomfort {_span(dose.discomfort)} of 10")
    if dose.until_eases:
        parts.append("sooner when it eases")
    return f"Dose: {', '.join(parts)}."


def _span(pair: tuple[int, int]) -> str:
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]} to {pair[1]}"


def _reference(atlas: Atlas, key: str) -> str:
    source = atlas.sources.get(key)
    if source is None:
        return key
    year = f" ({source.year})" if source.year else ""
    seen = "" if source.read else " [not seen, recalled]"
    authors = f"{source.authors}. " if source.authors else ""
    return f"{authors}{source.title}{year}.{f' {source.url}' if source.url else ''}{seen}"


def _heading(text: str) -> list[str]:
    return ["", text, "-" * len(text)]


def _wrapped(text: str, start: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        100,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_long_words=False,
        break_on_hyphens=False,
    )
