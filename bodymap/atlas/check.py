"""Does the content make sense? Generators of sentences, each ``FILE:LINE:COLUMN: what is wrong and what was expected``.

Whether a file fits its types is settled when it is read (:mod:`bodymap.atlas.load`); here is what only the whole atlas
can tell. :mod:`bodymap.atlas.check_places` asks the same of everything that lies on the body.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import get_args

import msgspec

from bodymap.atlas.check_places import place_errors
from bodymap.atlas.load import Atlas, read_atlas
from bodymap.atlas.model import CareRoutine, Caution, LinkKind, Muscle, Source, Step, StepKind, Technique
from bodymap.body.places import Places
from bodymap.body.surface import figure_names, load_surface
from bodymap.words import suggestion

CONVERSE: dict[LinkKind, LinkKind] = {
    "activates": "activated_by",
    "activated_by": "activates",
    "overloads": "overloaded_by",
    "overloaded_by": "overloads",
    "travels_with": "travels_with",
}
"""What the other muscle says of the same link."""

Complaint = tuple[tuple[str | int, ...], str]
"""A path within an entry, and the sentence."""


def check_packs(*packs: Path, only: Path | None = None) -> list[str]:
    """Every error of ``packs`` merged, on every figure, in the order of files and lines.

    With ``only``, a file or a folder, just the errors in there: how a pack over the shipped atlas is checked.
    """
    atlas, unread = read_atlas(*packs)
    errors = [error for error in unread if only is None or Path(_place_of(error)[0]).absolute().is_relative_to(only)]
    landmarks = {landmark.id: landmark.place for landmark in atlas.landmarks.values()}
    errors += find_errors(atlas, [Places(load_surface(figure), landmarks) for figure in figure_names()], only)
    return sorted(errors, key=_place_of)


def _place_of(error: str) -> tuple[str, int, int]:
    file, line, column = error.split(": ", 1)[0].rsplit(":", 2)
    return file, int(line), int(column)


def find_errors(atlas: Atlas, places: Sequence[Places] = (), only: Path | None = None) -> Iterator[str]:
    """Every error in the meaning of ``atlas``; what lies on the body is checked on each figure of ``places``.

    With ``only`` just of the entries that were read from that file or folder.
    """
    for kind, entries in _entries(atlas):
        for entry in entries:
            if not atlas.read_from(kind, entry.id, only):
                continue
            found = chain(_unknown_sources(atlas, entry), _complaints(atlas, entry))
            for path, sentence in found:
                yield f"{atlas.where(kind, entry.id, *path)}: {sentence}"
    yield from _uncited(atlas, only)
    yield from _unused(atlas, only)
    for kind, entry_id, path, sentence in place_errors(atlas, places, only):
        yield f"{atlas.where(kind, entry_id, *path)}: {sentence}"


def _entries(atlas: Atlas) -> Iterator[tuple[str, Collection[Muscle | Technique | Caution]]]:
    yield "cautions", list(atlas.cautions.values())
    yield "techniques", list(atlas.techniques.values())
    yield "muscles", list(atlas.muscles.values())


def _complaints(atlas: Atlas, entry: Muscle | Technique | Caution) -> Iterator[Complaint]:
    if isinstance(entry, Caution):
        yield from _caution(atlas, entry)
        return
    kind = "muscles" if isinstance(entry, Muscle) else "techniques"
    stem = Path(atlas.origins[kind][entry.id].path).stem
    if stem != entry.id:
        yield ("id",), f"the id “{entry.id}” and the name of the file differ; expected “{stem}”"
    if isinstance(entry, Technique):
        yield from _order(("per_day",), entry.per_day)
    else:
        yield from _muscle(atlas, entry)


def _unknown(what: str, name: str, known: Collection[str]) -> str:
    return f"there is no {what} “{name}”{suggestion(name, known)}"


# Sources


def _citations(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every key of a source that something cites, and where."""
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            inner = getattr(value, name)
            if name == "sources":
                yield from (((*path, name, index), key) for index, key in enumerate(inner))
            else:
                yield from _citations(inner, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _citations(item, (*path, index))


def _unknown_sources(atlas: Atlas, entry: msgspec.Struct) -> Iterator[Complaint]:
    for path, key in _citations(entry):
        if key not in atlas.sources:
            yield path, _unknown("source", key, atlas.sources)


def _uncited(atlas: Atlas, only: Path | None) -> Iterator[str]:
    cited = {key for _, entries in _entries(atlas) for entry in entries for _, key in _citations(entry)}
    unused: list[Source] = [source for source in atlas.sources.values() if source.id not in cited]
    for source in unused:
        if not atlas.read_from("sources", source.id, only):
            continue
        yield f"{atlas.where('sources', source.id, 'id')}: the source “{source.id}” is never cited"


# Factors


def _named(muscle: Muscle) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every factor that a muscle names, and where."""
    for name, items in (("worse", muscle.worse), ("restricts", muscle.restricts)):
        for index, item in enumerate(items):
            yield from (((name, index, "factors", at), factor) for at, factor in enumerate(item.factors))


def _factors(atlas: Atlas, muscle: Muscle) -> Iterator[Complaint]:
    for path, factor in _named(muscle):
        if factor not in atlas.factors:
            yield path, _unknown("factor", factor, atlas.factors)
    for name, items in (("worse", muscle.worse), ("restricts", muscle.restricts)):
        for index, item in enumerate(items):
            for at, factor in enumerate(item.factors):
                if factor in item.factors[:at]:
                    yield (name, index, "factors", at), f"the factor “{factor}” stands here twice"


def _unused(atlas: Atlas, only: Path | None) -> Iterator[str]:
    named = {factor for muscle in atlas.muscles.values() for _, factor in _named(muscle)}
    for factor in atlas.factors.values():
        if not atlas.read_from("factors", factor.id, only):
            continue
        if factor.id not in named:
            yield f"{atlas.where('factors', factor.id, 'id')}: no muscle names the factor “{factor.id}”"
        if not factor.ask.rstrip().endswith("?"):
            yield f"{atlas.where('factors', factor.id, 'ask')}: a question ends with a question mark"


# Muscles


def _muscle(atlas: Atlas, muscle: Muscle) -> Iterator[Complaint]:
    yield from _twice(("trigger_points",), [point.id for point in muscle.trigger_points])
    yield from _links(atlas, muscle)
    yield from _factors(atlas, muscle)
    yield from _known_for(atlas, muscle)
    yield from _order(("care", "per_day"), muscle.care.per_day)
    yield from _twice(("care", "routines"), [routine.id for routine in muscle.care.routines])
    for index, routine in enumerate(muscle.care.routines):
        for path, sentence in _routine(atlas, muscle, routine):
            yield ("care", "routines", index, *path), sentence


def _known_for(atlas: Atlas, muscle: Muscle) -> Iterator[Complaint]:
    for index, point in enumerate(muscle.trigger_points):
        named = [each.region for each in point.known_for]
        for at, region in enumerate(named):
            path = ("trigger_points", index, "known_for", at, "region")
            if region not in atlas.regions:
                yield path, _unknown("region", region, atlas.regions)
            elif region in named[:at]:
                yield path, f"the region “{region}” stands here twice"


def _twice(path: tuple[str | int, ...], ids: Sequence[str]) -> Iterator[Complaint]:
    for index, each in enumerate(ids):
        if each in ids[:index]:
            yield (*path, index, "id"), f"the id “{each}” stands here twice"


def _order(path: tuple[str | int, ...], pair: tuple[float, float]) -> Iterator[Complaint]:
    if pair[0] > pair[1]:
        yield path, f"goes from {pair[0]:g} down to {pair[1]:g}; the smaller comes first"


def _links(atlas: Atlas, muscle: Muscle) -> Iterator[Complaint]:
    points = [point.id for point in muscle.trigger_points]
    for index, link in enumerate(muscle.links):
        path = ("links", index)
        if link.via is not None and link.via not in points:
            yield (*path, "via"), _unknown(f"trigger point of {muscle.id}", link.via, points)
        if link.to == muscle.id:
            yield (*path, "to"), "a muscle can't be linked to itself"
        elif link.to not in atlas.muscles:
            yield (*path, "to"), _unknown("muscle", link.to, atlas.muscles)
        elif (link.to, link.kind, link.via) in [(each.to, each.kind, each.via) for each in muscle.links[:index]]:
            yield path, f"the link “{link.kind}” to {link.to} stands here twice"
        else:
            converse = CONVERSE[link.kind]
            back = [each.kind for each in atlas.muscles[link.to].links if each.to == muscle.id]
            if converse not in back and (back or _same_pack(atlas, muscle.id, link.to)):
                says = f"says “{', '.join(back)}”" if back else "has no link back"
                yield path, f"“{link.kind}” needs “{converse}” in {link.to}, which {says}"


def _same_pack(atlas: Atlas, muscle: str, other: str) -> bool:
    """A pack can't add to a file of another, so a link back is expected within one pack only."""
    origins = atlas.origins["muscles"]
    return origins[muscle].pack == origins[other].pack


def _routine(atlas: Atlas, muscle: Muscle, routine: CareRoutine) -> Iterator[Complaint]:
    points = [point.id for point in muscle.trigger_points]
    for index, point in enumerate(routine.treats):
        if point not in points:
            yield ("treats", index), _unknown(f"trigger point of {muscle.id}", point, points)
    yield from _twice(("steps",), [step.id for step in routine.steps])
    for index, step in enumerate(routine.steps):
        path = ("steps", index)
        if step.at is not None and step.at not in points:
            yield (*path, "at"), _unknown(f"trigger point of {muscle.id}", step.at, points)
        technique = atlas.techniques.get(step.technique)
        if technique is None:
            yield (*path, "technique"), _unknown("technique", step.technique, atlas.techniques)
            continue
        for inner, sentence in chain(_step(step, technique), _dose(step, technique)):
            yield (*path, *inner), sentence


def _step(step: Step, technique: Technique) -> Iterator[Complaint]:
    if step.tool not in technique.tools:
        yield ("tool",), f"“{step.tool}” is not a tool of {technique.id}, which knows {', '.join(technique.tools)}"
    on_a_place = technique.kind in ("press", "strip")
    if on_a_place and step.at is None and step.place is None and not step.path:
        yield (), f"a step of the kind “{technique.kind}” says where: expected at, place or path"
    if len(step.path) == 1:
        yield ("path",), "a path needs at least two places"


def _dose(step: Step, technique: Technique) -> Iterator[Complaint]:
    dose = step.dose
    ends = dose.seconds is not None or (technique.kind == "strip" and dose.pace_cm_per_s is not None)
    if not ends and not (technique.kind == "move" and dose.repetitions > 1):
        yield ("dose",), "the step has no end: expected seconds (or, for a stripping stroke, pace_cm_per_s)"
    repetitions = dose.repetitions * dose.sets
    load = ((dose.seconds or 0.0) + (dose.contract_seconds or 0.0)) * repetitions
    if load > technique.max_seconds_per_spot:
        most = f"{technique.id} allows {technique.max_seconds_per_spot:g} s on one spot"
        yield ("dose",), f"{load:g} s in all are too long: {most}"
    if repetitions > technique.max_repetitions:
        most = f"{technique.id} allows {technique.max_repetitions}"
        yield ("dose", "repetitions"), f"{repetitions} repetitions are too many: {most}"
    if dose.discomfort is not None:
        yield from _order(("dose", "discomfort"), dose.discomfort)
        if dose.discomfort[1] > technique.max_discomfort:
            most = f"{technique.id} allows up to {technique.max_discomfort}"
            yield ("dose", "discomfort"), f"a discomfort of {dose.discomfort[1]} is too much: {most}"
    if dose.contract_seconds is not None and technique.kind != "contract_relax":
        yield ("dose", "contract_seconds"), f"only contract_relax has a push, this step is “{technique.kind}”"


# Cautions


def _caution(atlas: Atlas, caution: Caution) -> Iterator[Complaint]:
    if caution.ask is None and not caution.when:
        yield (), f"the caution “{caution.id}” is never raised: expected ask or when"
    if caution.ask is not None and not caution.ask.rstrip().endswith("?"):
        yield ("ask",), "a question ends with a question mark"
    if caution.asked_for and caution.ask is None:
        yield ("asked_for",), "asked_for needs a question: expected ask"
    if caution.ask is not None and not caution.asked_for:
        yield ("ask",), "nobody is asked: expected the groups of muscles in asked_for"
    kinds = get_args(StepKind)
    if caution.level == "emergency" and caution.ask is not None and set(caution.blocks) != set(kinds):
        missing = ", ".join(kind for kind in kinds if kind not in caution.blocks)
        yield ("blocks",), f"an emergency leaves out every kind of step; missing: {missing}"
    for index, rule in enumerate(caution.when):
        for name, ids in (("any_region", rule.any_region), ("all_regions", rule.all_regions)):
            for position, region in enumerate(ids):
                if region not in atlas.regions:
                    yield ("when", index, name, position), _unknown("region", region, atlas.regions)
        asks = (rule.any_region, rule.all_regions, rule.any_quality, rule.intensity_at_least, rule.unexplained_at_least)
        if not any(asks):
            yield ("when", index), "the rule asks for nothing and would always hold"
        if rule.both_sides and rule.one_side_only:
            yield ("when", index), "both_sides and one_side_only can't both hold"
