"""Does everything that lies on the body lie where its words say? Landmarks, regions, zones, spots, paths of strokes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path as FilePath

import numpy as np

from bodymap.atlas.load import Atlas
from bodymap.atlas.model import Muscle, Region, Step, Stroke, TriggerPoint
from bodymap.body.address import SEGMENTS, Between, Named, Place, parse_place
from bodymap.body.field import Field
from bodymap.body.named import box_field, strokes_field
from bodymap.body.places import Places
from bodymap.body.stroke import path_length, trace
from bodymap.errors import PlaceError
from bodymap.words import suggestion

Path = tuple[str | int, ...]
Complaint = tuple[Path, str]
Located = tuple[str, str, Path, str]
"""Kind of entry, its id, a path within it, the sentence."""


def place_errors(atlas: Atlas, places: Sequence[Places], only: FilePath | None = None) -> Iterator[Located]:
    """Everything wrong with places, on each figure; the same sentence is said once however many figures say it.

    With ``only`` just in the entries that were read from that file or folder.
    """
    said: set[Located] = set()
    for error in _all(atlas, places, only):
        if error not in said:
            said.add(error)
            yield error


def _all(atlas: Atlas, places: Sequence[Places], only: FilePath | None) -> Iterator[Located]:
    known: list[str] = []
    for landmark in atlas.landmarks.values():
        if atlas.read_from("landmarks", landmark.id, only):
            for path, sentence in _landmark(landmark.place, known, places):
                yield "landmarks", landmark.id, path, sentence
        known.append(landmark.id)
    for region in atlas.regions.values():
        if atlas.read_from("regions", region.id, only):
            for path, sentence in _region(region, places):
                yield "regions", region.id, path, sentence
    for muscle in atlas.muscles.values():
        if atlas.read_from("muscles", muscle.id, only):
            for path, sentence in _muscle(atlas, muscle, places):
                yield "muscles", muscle.id, path, sentence


def _landmark(text: str, known: Sequence[str], places: Sequence[Places]) -> Iterator[Complaint]:
    try:
        later = [name for name in _names(parse_place(text)) if not name.startswith("@") and name not in known]
    except PlaceError as error:
        yield ("place",), str(error)
        return
    for name in later:
        yield ("place",), f"“{name}” is no landmark before this one{suggestion(name, known)}"
    if not later:
        yield from _resolved(places, text, ("place",))


def _names(place: Place) -> list[str]:
    """The landmarks and joints that a place rests on."""
    spots = (place.start, place.end) if isinstance(place, Between) else (place,)
    return [spot.base.name for spot in spots if isinstance(spot.base, Named)]


def _resolved(places: Sequence[Places], text: str, path: Path, segments: Sequence[str] = ()) -> Iterator[Complaint]:
    """What keeps ``text`` from being a point of the skin, and of one of ``segments`` if any are given."""
    for figure in places:
        try:
            point = figure.resolve(text)
        except PlaceError as error:
            yield path, str(error)
            return
        segment = figure.surface.segment_name(point.cell)
        if segments and segment not in segments:
            where = f"lies on the {segment} of the {figure.surface.name}"
            yield path, f"“{text}” {where}; its muscle lies in {', '.join(segments)}"


def _region(region: Region, places: Sequence[Places]) -> Iterator[Complaint]:
    if not region.boxes and not region.strokes:
        yield (), f"the region “{region.id}” is empty: expected boxes or strokes"
    for index, box in enumerate(region.boxes):
        path = ("boxes", index)
        if box.segment not in SEGMENTS:
            yield (*path, "segment"), f"there is no segment “{box.segment}”{suggestion(box.segment, SEGMENTS)}"
        elif box.along[0] >= box.along[1]:
            yield (*path, "along"), f"goes from {box.along[0]:g} to {box.along[1]:g}; the smaller comes first"
        else:
            for figure in places:
                field = box_field(figure.surface, box.segment, box.along, box.around)
                yield from _empty(field, figure, path)
    yield from _strokes(region.strokes, ("strokes",), places)


def _strokes(strokes: Sequence[Stroke], path: Path, places: Sequence[Places]) -> Iterator[Complaint]:
    for index, stroke in enumerate(strokes):
        wrong = [
            ((*path, index, position, 0), sentence)
            for position, (text, _) in enumerate(stroke)
            for _, sentence in _resolved(places, text, ())
        ]
        yield from wrong
        if not wrong:
            for figure in places:
                yield from _empty(strokes_field(figure, [stroke]), figure, (*path, index))


def _empty(field: Field, figure: Places, path: Path) -> Iterator[Complaint]:
    if not np.any(field.region(figure.surface).weights > 0):
        yield path, f"touches no skin of the {figure.surface.name}"


def _muscle(atlas: Atlas, muscle: Muscle, places: Sequence[Places]) -> Iterator[Complaint]:
    for index, segment in enumerate(muscle.segments):
        if segment not in SEGMENTS:
            yield ("segments", index), f"there is no segment “{segment}”{suggestion(segment, SEGMENTS)}"
    for index, point in enumerate(muscle.trigger_points):
        for path, sentence in _point(point, muscle, places):
            yield ("trigger_points", index, *path), sentence
    for number, routine in enumerate(muscle.care.routines):
        for position, step in enumerate(routine.steps):
            for path, sentence in _step(atlas, muscle, step, places):
                yield ("care", "routines", number, "steps", position, *path), sentence


def _point(point: TriggerPoint, muscle: Muscle, places: Sequence[Places]) -> Iterator[Complaint]:
    yield from _resolved(places, point.place, ("place",), muscle.segments)
    for index, spot in enumerate(point.spots):
        yield from _resolved(places, spot, ("spots", index), muscle.segments)
    yield from _path(point.fibres, ("fibres",), places)
    yield from _strokes(point.essential, ("essential",), places)
    yield from _strokes(point.spillover, ("spillover",), places)


def _path(texts: Sequence[str], path: Path, places: Sequence[Places]) -> Iterator[Complaint]:
    wrong = [((*path, index), said) for index, text in enumerate(texts) for _, said in _resolved(places, text, ())]
    yield from wrong
    if not wrong:
        for figure in places:
            if _length(figure, texts) < 1.0:
                yield path, f"the path is shorter than 1 cm on the {figure.surface.name}"


def _step(atlas: Atlas, muscle: Muscle, step: Step, places: Sequence[Places]) -> Iterator[Complaint]:
    if step.place is not None:
        yield from _resolved(places, step.place, ("place",))
    if len(step.path) > 1:
        yield from _path(step.path, ("path",), places)
    technique, pace = atlas.techniques.get(step.technique), step.dose.pace_cm_per_s
    texts = step.path or next((point.fibres for point in muscle.trigger_points if point.id == step.at), [])
    if (
        technique is None
        or technique.kind != "strip"
        or pace is None
        or step.dose.seconds is not None
        or len(texts) < 2
    ):
        return
    for figure in places:
        if _length(figure, texts) / pace * step.dose.repetitions * step.dose.sets > technique.max_seconds_per_spot:
            most = f"{technique.id} allows {technique.max_seconds_per_spot:g} s on one spot"
            yield ("dose",), f"at this pace the {figure.surface.name}'s path takes too long: {most}"


def _length(figure: Places, texts: Sequence[str]) -> float:
    """The length in cm of a path over the skin; 0 where a place of it is wrong, which is said elsewhere."""
    try:
        return path_length(trace(figure.surface, [figure.resolve(text) for text in texts]))
    except PlaceError:
        return 0.0
