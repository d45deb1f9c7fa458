"""The document: the one truth that canvas, panel and player watch.

It owns the pain drawing with its undo history, the chosen source, the figure, and what the body shows as a guide during
a routine. Widgets call its methods and listen to its signals; nobody else changes the drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from bodymap.body.surface import Side, Surface, load_surface
from bodymap.gui.sheet import MARK_RADIUS_CM, Sheet
from bodymap.gui.values import Chosen, Engine, Guide
from bodymap.pain.drawing import Drawing
from bodymap.pain.evidence import NOTHING_SAID, Evidence

if TYPE_CHECKING:
    from bodymap.engine import Answer, ChosenZones

__all__ = ["MARK_RADIUS_CM", "Chosen", "Document", "Engine", "Guide"]


class Document(Sheet):
    """The drawing and the choices of one window. ``surface_of`` gives the skin of a figure by name."""

    answer_changed = Signal(object)
    answer_refined = Signal(object)
    evidence_changed = Signal()
    chosen_changed = Signal(object)
    figure_changed = Signal(str)
    guide_changed = Signal(object)
    ready_changed = Signal(bool)

    def __init__(
        self,
        figure: str = "woman",
        surface_of: Callable[[str], Surface] = load_surface,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(figure, surface_of, parent)
        self._answer: Answer | None = None
        self._trying = False
        self._chosen: Chosen | None = None
        self._guide: Guide | None = None
        self._safety: Mapping[str, bool] = {}
        self._evidence = NOTHING_SAID

    # ---- what there is

    @property
    def answer(self) -> Answer | None:
        """What explains the drawing; None while the atlas loads."""
        return self._answer

    @property
    def trying(self) -> bool:
        """Whether the present answer is that of a drawing that is still being made."""
        return self._trying

    @property
    def evidence(self) -> Evidence:
        """What pressing showed and what was said to questions about this pain."""
        return self._evidence

    @property
    def chosen(self) -> Chosen | None:
        """The source that is looked at."""
        return self._chosen

    @property
    def guide(self) -> Guide | None:
        """What a running routine shows on the body."""
        return self._guide

    @property
    def ready(self) -> bool:
        """Whether marks are answered yet."""
        return self._engine is not None

    # ---- the answer and the choice

    def try_out(self, drawing: Drawing | None) -> None:
        """Answer a drawing that is still being made, without keeping it; None answers the kept one again."""
        self._trying = drawing is not None
        if self._engine is not None:
            shown = self._drawing if drawing is None else drawing
            self._answer = self._engine.answer(shown, self._safety, self._evidence)
            self.answer_changed.emit(self._answer)

    def settle(self) -> None:
        """Work out which places in the list would survive a redrawing: for when the drawing rests."""
        answer = self._answer
        if self._engine is None or answer is None or self._trying or not answer.sources:
            return
        if answer.sources[0].stable is None:
            self._answer = self._engine.stability(self._drawing, answer)
            self.answer_refined.emit(self._answer)

    def set_evidence(self, evidence: Evidence) -> None:
        """What pressing showed and what was said to questions; the drawing is answered anew. No undo step."""
        if evidence != self._evidence:
            self._evidence = evidence
            self.evidence_changed.emit()
            self._put_anew()

    def set_engine(self, engine: Engine) -> None:
        """The atlas is loaded: name the marks made meanwhile, and answer them."""
        self._engine = engine
        if self._drawing:
            self._name_marks()
            self.drawing_changed.emit()
        self.ready_changed.emit(True)
        self._put_anew()

    def set_safety_answers(self, answers: Mapping[str, bool]) -> None:
        """What the person said about the cautions (id -> yes); the drawing is answered anew."""
        if dict(answers) != self._safety:
            self._safety = dict(answers)
            self._put_anew()

    def choose(self, muscle: str, side: Side, trigger_point: str | None = None) -> None:
        """Look at a source."""
        self._set_chosen(Chosen(muscle, side, trigger_point))

    def choose_none(self) -> None:
        """Look at no source."""
        self._set_chosen(None)

    def zones(self) -> ChosenZones | None:
        """The zones of the chosen source; None without one, or while the atlas loads."""
        if self._engine is None or self._chosen is None:
            return None
        zones = self._engine.zone(self._chosen.muscle, self._chosen.side)
        wanted = self._chosen.trigger_point
        if wanted is None:
            return zones
        return replace(zones, points=tuple(point for point in zones.points if point.id == wanted))

    def set_figure(self, name: str) -> None:
        """Show another figure. The marks lie on the same cells, so they carry over."""
        if name != self._figure:
            self._surfaces[name] = self._surface_of(name)
            self._figure = name
            self.figure_changed.emit(name)

    def set_guide(self, guide: Guide | None) -> None:
        """Show where the routine works, or nothing."""
        if guide != self._guide:
            self._guide = guide
            self.guide_changed.emit(guide)

    def _set_chosen(self, chosen: Chosen | None) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self.chosen_changed.emit(chosen)

    def _put_anew(self) -> None:
        """Answer the drawing."""
        self.try_out(None)
