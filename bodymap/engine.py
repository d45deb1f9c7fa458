"""Everything that answers a drawing on one figure, in one place: what the window, the plates and the verbs ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from bodymap.atlas.compile import Compiled, compile_atlas
from bodymap.atlas.load import Atlas
from bodymap.atlas.model import Caution, Region, TriggerPoint
from bodymap.atlas.shapes import PointZones, zones_of
from bodymap.body.places import Places
from bodymap.body.stroke import trace
from bodymap.body.surface import Side, Surface, SurfacePoint, SurfaceRegion
from bodymap.body.view import View, load_view
from bodymap.pain import cautions
from bodymap.pain.drawing import Mark
from bodymap.pain.evidence import NOTHING_SAID, Evidence
from bodymap.pain.match import Candidate, Matcher, Ranking
from bodymap.pain.reasons import Reason, reasons
from bodymap.pain.remainder import Lies, Remainder, lies_in, of_each_mark, remainder, unexplained
from bodymap.pain.together import explained_by, led_by, together

if TYPE_CHECKING:
    from bodymap.pain.confirm import Question


LIKELY = 5
"""The sources at the head of a list whose muscles a safety answer has to concern to be held against the drawing."""


class Source(Struct, frozen=True):
    """A ranked source as it is shown: the candidate and the reasons for it."""

    candidate: Candidate
    reasons: tuple[Reason, ...]

    @property
    def muscle(self) -> str:
        """The muscle's id."""
        return self.candidate.muscle

    @property
    def side(self) -> Side:
        """The side it is on."""
        return self.candidate.side

    @property
    def trigger_points(self) -> tuple[str, ...]:
        """Ids of its trigger points, the best first."""
        return self.candidate.trigger_points

    @property
    def score(self) -> float:
        """0-1, comparable within one answer."""
        return self.candidate.score

    @property
    def explains(self) -> float:
        """Share 0-1 of the pain that lies in its pattern."""
        return self.candidate.explains

    @property
    def pattern(self) -> float:
        """Share 0-1 of its pattern that hurts."""
        return self.candidate.pattern

    @property
    def stable(self) -> bool | None:
        """Whether it keeps its place when the pain is drawn again; None while that is not worked out."""
        return self.candidate.stable


class Answer(Struct, frozen=True, eq=False):
    """The answer to a drawing: ranked ``sources``, and the set that explains it ``together``, and how much of it.

    ``unexplained`` lies in no pattern of the atlas (with cm² and its share 0-1 of the pain), ``remainder`` is what the
    set does not explain. ``cautions`` are those that the drawing raises, emergencies first. ``evidence`` is what was
    said, ``ranking`` what all of it rests on.
    """

    sources: tuple[Source, ...]
    together: tuple[Source, ...]
    together_explains: float
    unexplained: SurfaceRegion
    unexplained_cm2: float
    unexplained_share: float
    remainder: Remainder
    cautions: tuple[Caution, ...]
    evidence: Evidence
    ranking: Ranking


class ChosenZones(Struct, frozen=True, eq=False):
    """The zones of a chosen source on one side."""

    muscle: str
    side: Side
    points: tuple[PointZones, ...]


class Engine:
    """The atlas on one figure. ``cache`` is a folder for compiled zones, or None to compile each time."""

    def __init__(self, atlas: Atlas, surface: Surface, cache: Path | None = None) -> None:
        self.atlas = atlas
        self.surface = surface
        self.compiled: Compiled = compile_atlas(atlas, surface, cache)
        self.matcher = Matcher(atlas, self.compiled)
        self.places = Places(surface, {landmark.id: landmark.place for landmark in atlas.landmarks.values()})
        self.zone = lru_cache(maxsize=32)(self._zone)
        self.view = lru_cache(maxsize=16)(self._view)

    def answer(
        self,
        drawing: Sequence[Mark],
        answers: Mapping[str, bool] | None = None,
        evidence: Evidence = NOTHING_SAID,
    ) -> Answer:
        """What a drawing means. ``answers`` are what the person said about the cautions (id -> yes), ``evidence`` what
        pressing showed and what was said to the questions."""
        ranking = self.matcher.rank(drawing, evidence)
        known = self.matcher.known
        members = together(known, ranking)
        sources = tuple(Source(each, reasons(known, each)) for each in led_by(members, ranking))
        chosen = {(member.muscle, member.side) for member in members}
        left = unexplained(ranking, self.compiled)
        groups = {self.atlas.muscles[source.muscle].group for source in sources[:LIKELY]}
        unmet = of_each_mark(ranking).tolist()
        return Answer(
            sources=sources,
            together=tuple(source for source in sources if (source.muscle, source.side) in chosen),
            together_explains=explained_by(ranking, members),
            unexplained=left.region,
            unexplained_cm2=left.cm2,
            unexplained_share=left.share,
            remainder=remainder(ranking, self.compiled, members),
            cautions=cautions.raised(self.atlas, self.compiled, ranking.drawn, answers, unmet, groups),
            evidence=evidence,
            ranking=ranking,
        )

    def stability(self, drawing: Sequence[Mark], answer: Answer) -> Answer:
        """``answer``, the answer to ``drawing``, with each source told whether its place would survive a redrawing.

        Apart from :meth:`answer`, because a pain that is being drawn is answered at every move of the brush.
        """
        from bodymap.pain.stability import stable  # not above: the first answer need not wait for it

        candidates = [source.candidate for source in answer.sources]
        told = [
            replace(each, stable=is_stable)
            for each, is_stable in zip(candidates, stable(self.matcher, drawing, candidates), strict=True)
        ]
        known = self.matcher.known
        by_name = {(each.muscle, each.side): Source(each, reasons(known, each)) for each in told}
        return replace(
            answer,
            sources=tuple(by_name.values()),
            together=tuple(by_name[each.muscle, each.side] for each in answer.together),
        )

    def questions(self, answer: Answer, evidence: Evidence | None = None) -> tuple[Question, ...]:
        """Where to press, and the few questions whose answers would tell the sources apart best.

        ``evidence`` is what was said so far; without it what the answer rests on.
        """
        from bodymap.pain.confirm import questions  # not above: the first answer need not wait for it

        ranked = [source.candidate for source in answer.sources]
        members = [source.candidate for source in answer.together]
        said = answer.evidence if evidence is None else evidence
        return questions(self.matcher.known, ranked, members, answer.ranking.drawn, said)

    def lies_in(self, region: SurfaceRegion) -> tuple[Lies, ...]:
        """The named regions that a part of the skin lies in, the most first."""
        return lies_in(self.compiled, region.weights)

    def region_at(self, point: SurfacePoint) -> tuple[str, str, Side] | None:
        """Id, plain name and side of the named region that a point lies in: the smallest of them; None for none."""
        side: Side = "left" if point.position[0] > 0 else "right"
        row = int(self.compiled.side_cells(np.array([point.cell]), side)[0])
        inside = np.flatnonzero(self.compiled.region[row] >= 128)
        if not len(inside):
            inside = np.flatnonzero(self.compiled.region[row] > 0)
        if not len(inside):
            return None
        region = self.atlas.regions[self.compiled.regions[int(inside[np.argmin(self.compiled.region_area[inside])])]]
        return region.id, region.plain, side

    def trigger_point(self, muscle: str, point: str) -> TriggerPoint:
        """A trigger point of the atlas. Raises KeyError when there is none of that id."""
        return next(each for each in self.atlas.muscles[muscle].trigger_points if each.id == point)

    def path(self, places: Sequence[str], side: Side) -> tuple[SurfacePoint, ...]:
        """A path over the skin through places as content files write them."""
        return tuple(trace(self.surface, [self.places.resolve(place, side) for place in places]))

    def _zone(self, muscle: str, side: Side, trigger_point: str | None = None) -> ChosenZones:
        points = [
            self._point_zones(muscle, point, side)
            for point in self.atlas.muscles[muscle].trigger_points
            if trigger_point in (None, point.id)
        ]
        return ChosenZones(muscle, side, tuple(points))

    def _point_zones(self, muscle: str, point: TriggerPoint, side: Side) -> PointZones:
        zones = self.compiled.shapes.find(muscle, point.id) or zones_of(self.places, point)
        return zones if side == "right" else zones.mirrored(self.surface)

    def _view(self, view: str) -> View:
        return load_view(self.surface, view)

    def region_mark(self, region: str, side: Side, number: int = 0) -> Mark:
        """A mark that covers a whole named region on one side. Raises KeyError when there is no such region."""
        named = self.atlas.regions[region]
        weights = self.compiled.region[:, self.compiled.regions.index(region)].astype(np.float32) / np.float32(255)
        on_skin = SurfaceRegion(weights)
        if side == "left" and not named.midline:
            on_skin = on_skin.mirrored(self.surface)
        return Mark(number, on_skin, label=_sided(named, side))

    def label(self, mark: Mark) -> str:
        """What a mark is called: side and plain name of its region, such as “Right outer thigh”."""
        named = self.region_at(mark.anchor) if mark.anchor else None
        if named is None:
            return mark.label or "Marked area"
        region, _, side = named
        return _sided(self.atlas.regions[region], side)


def _sided(region: Region, side: Side) -> str:
    """“Right outer thigh”; a midline region has no side."""
    return region.plain if region.midline else f"{side.capitalize()} {region.plain[0].lower()}{region.plain[1:]}"
