"""The document: the one truth that canvas, panel and player watch.

It owns the pain drawing with its undo history, the chosen source, the figure, and what the body shows as a guide during
a routine. Widgets call its methods and listen to its signals; nobody else changes the drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from bodymap.body.surface import Side, Surface, SurfacePoint, SurfaceRegion, load_surface
from bodymap.gui.commands import ChangeDrawing
from bodymap.gui.naming import field_of, named, sided
from bodymap.gui.values import Chosen, Engine, Guide
from bodymap.pain.drawing import DEFAULT_RADIUS_CM, MAX_INTENSITY, Drawing, Mark, spot

if TYPE_CHECKING:
    from bodymap.body.field import Field
    from bodymap.engine import Answer, ChosenZones

__all__ = ["MARK_RADIUS_CM", "Chosen", "Document", "Engine", "Guide"]

MARK_RADIUS_CM = DEFAULT_RADIUS_CM
SMALLEST_RADIUS_CM = 0.5
LARGEST_RADIUS_CM = 15.0


class Document(QObject):
    """The drawing and the choices of one window. ``surface_of`` gives the skin of a figure by name."""

    drawing_changed = Signal()
    answer_changed = Signal(object)
    chosen_changed = Signal(object)
    figure_changed = Signal(str)
    guide_changed = Signal(object)
    ready_changed = Signal(bool)
    selected_mark_changed = Signal(object)

    def __init__(
        self,
        figure: str = "woman",
        surface_of: Callable[[str], Surface] = load_surface,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._surface_of = surface_of
        self._surfaces: dict[str, Surface] = {}
        self._figure = figure
        self._drawing: Drawing = ()
        self._next_id = 1
        self._selected: int | None = None
        self._answer: Answer | None = None
        self._chosen: Chosen | None = None
        self._guide: Guide | None = None
        self._engine: Engine | None = None
        self._safety: Mapping[str, bool] = {}
        self.undo_stack = QUndoStack(self)

    # ---- what there is

    @property
    def drawing(self) -> Drawing:
        """The marks, in the order they were made."""
        return self._drawing

    @property
    def answer(self) -> Answer | None:
        """What explains the drawing; None while the atlas loads."""
        return self._answer

    @property
    def chosen(self) -> Chosen | None:
        """The source that is looked at."""
        return self._chosen

    @property
    def figure(self) -> str:
        """The figure on the canvas: "woman" or "man"."""
        return self._figure

    @property
    def guide(self) -> Guide | None:
        """What a running routine shows on the body."""
        return self._guide

    @property
    def selected_mark(self) -> int | None:
        """Id of the selected mark."""
        return self._selected

    @property
    def engine(self) -> Engine | None:
        """The loaded atlas; None until it is ready."""
        return self._engine

    @property
    def ready(self) -> bool:
        """Whether marks are answered yet."""
        return self._engine is not None

    @property
    def surface(self) -> Surface:
        """The skin of the present figure."""
        if self._figure not in self._surfaces:
            self._surfaces[self._figure] = self._surface_of(self._figure)
        return self._surfaces[self._figure]

    def mark(self, mark_id: int) -> Mark | None:
        """The mark with that id, or None."""
        return next((each for each in self._drawing if each.id == mark_id), None)

    # ---- the drawing: each call that changes something is one undo step

    def add_mark(self, point: SurfacePoint, radius_cm: float = MARK_RADIUS_CM) -> int:
        """Mark pain round a point of the skin and select the mark. Returns its id."""
        mark_id = self._next_id
        self._next_id += 1
        made = replace(spot(self.surface, mark_id, point, radius_cm), label=self.label_at(point))
        self._do(self.tr("Mark pain"), (*self._drawing, made), mark_id)
        return mark_id

    def mark_region(self, region: SurfaceRegion, label: str) -> int:
        """Mark pain on a whole region of the skin and select the mark. Returns its id."""
        mark_id = self._next_id
        self._next_id += 1
        self._do(self.tr("Mark pain"), (*self._drawing, Mark(mark_id, region, label=label)), mark_id)
        return mark_id

    def move_mark(self, mark_id: int, point: SurfacePoint) -> None:
        """Move a mark so that its middle lies at ``point``."""
        mark = self.mark(mark_id)
        if mark is None or mark.anchor == point:
            return
        region = spot(self.surface, mark_id, point, mark.radius_cm).region
        moved = replace(mark, region=region, anchor=point, label=self.label_at(point))
        self._do(self.tr("Move mark"), self._with(moved), mark_id)

    def change_mark(
        self,
        mark_id: int,
        *,
        intensity: int | None = None,
        qualities: frozenset[str] | None = None,
        radius_cm: float | None = None,
        held: bool = False,
    ) -> None:
        """Change how strong (0-10), of what kind or how large a mark is; what is None stays.

        ``held`` says that the control is still being moved: steps that follow each other then become one.
        """
        mark = self.mark(mark_id)
        if mark is None:
            return
        changed = mark
        if intensity is not None and intensity != mark.intensity:
            changed = replace(changed, intensity=max(0, min(MAX_INTENSITY, intensity)))
        if qualities is not None and qualities != mark.qualities:
            changed = replace(changed, qualities=qualities)
        if radius_cm is not None and mark.anchor is not None:
            radius = max(SMALLEST_RADIUS_CM, min(LARGEST_RADIUS_CM, radius_cm))
            if radius != mark.radius_cm:
                region = spot(self.surface, mark_id, mark.anchor, radius).region
                changed = replace(changed, region=region, radius_cm=radius)
        if changed is mark:
            return
        what = "intensity" if intensity is not None else "radius" if radius_cm is not None else "qualities"
        self._do(self.tr("Change mark"), self._with(changed), mark_id, f"{what}:{mark_id}" if held else "")

    def remove_mark(self, mark_id: int) -> None:
        """Remove a mark; the one after it (or the last one) becomes selected if it was."""
        at = next((index for index, each in enumerate(self._drawing) if each.id == mark_id), None)
        if at is None:
            return
        left = self._drawing[:at] + self._drawing[at + 1 :]
        selected = self._selected
        if selected == mark_id:
            selected = left[min(at, len(left) - 1)].id if left else None
        self._do(self.tr("Remove mark"), left, selected)

    def clear(self) -> None:
        """Remove all marks."""
        if self._drawing:
            self._do(self.tr("Clear all marks"), (), None)

    def restore(self, drawing: Drawing) -> None:
        """Put a saved drawing in place; the undo history starts anew."""
        self.undo_stack.clear()
        self._next_id = max((each.id for each in drawing), default=0) + 1
        self._put(drawing, None)

    def select_mark(self, mark_id: int | None) -> None:
        """Select a mark, or none. Selecting is no undo step."""
        if mark_id is not None and self.mark(mark_id) is None:
            mark_id = None
        if mark_id != self._selected:
            self._selected = mark_id
            self.selected_mark_changed.emit(mark_id)

    def _with(self, changed: Mark) -> Drawing:
        return tuple(changed if each.id == changed.id else each for each in self._drawing)

    def _do(self, text: str, drawing: Drawing, selected: int | None, folds_into: str = "") -> None:
        before, after = (self._drawing, self._selected), (drawing, selected)
        self.undo_stack.push(ChangeDrawing(text, self._put, before, after, folds_into))

    def _put(self, drawing: Drawing, selected: int | None) -> None:
        self._drawing = drawing
        self.drawing_changed.emit()
        self.select_mark(selected)
        self._find_answer()

    # ---- the answer and the choice

    def set_engine(self, engine: Engine) -> None:
        """The atlas is loaded: name the marks made meanwhile, and answer them."""
        self._engine = engine
        if self._drawing:
            self._drawing = tuple(self._named(each) for each in self._drawing)
            self.drawing_changed.emit()
        self.ready_changed.emit(True)
        self._find_answer()

    def set_safety_answers(self, answers: Mapping[str, bool]) -> None:
        """What the person said about the cautions (id -> yes); the drawing is answered anew."""
        if dict(answers) != self._safety:
            self._safety = dict(answers)
            self._find_answer()

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

    def _find_answer(self) -> None:
        if self._engine is not None:
            self._answer = self._engine.answer(self._drawing, self._safety)
            self.answer_changed.emit(self._answer)

    # ---- names

    def _named(self, mark: Mark) -> Mark:
        return mark if mark.anchor is None else replace(mark, label=self.label_at(mark.anchor))

    def region_at(self, point: SurfacePoint) -> tuple[str, Side | None]:
        """The named region at a point of the skin and its side: no id while the atlas loads, no side in the midline."""
        region, _, side = named(self._engine, self.surface, point)
        return region, side

    def region_field(self, region: str, side: Side | None) -> Field | None:
        """Where a named region lies on the skin; None while the atlas loads."""
        return field_of(self._engine, region, side)

    def label_at(self, point: SurfacePoint) -> str:
        """What people call the place, with its side: "Right outer thigh"."""
        _, name, side = named(self._engine, self.surface, point)
        return sided(name, side)
