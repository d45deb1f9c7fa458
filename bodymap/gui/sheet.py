"""The sheet that pain is drawn on: the marks on a figure, the selected one, and the history of their changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from bodymap.body.field import Field
from bodymap.body.surface import Side, Surface, SurfacePoint, load_surface
from bodymap.gui import edits
from bodymap.gui.commands import ChangeDrawing
from bodymap.gui.naming import field_of, named, shape_name, sided
from bodymap.gui.values import Engine
from bodymap.pain.drawing import DEFAULT_RADIUS_CM, Drawing, Mark, ViewStroke, spot

MARK_RADIUS_CM = DEFAULT_RADIUS_CM
MOST_STEPS = 300
"""So many changes can be taken back: each holds the skin of what it changed."""


class Sheet(QObject):
    """A pain drawing with its undo history. ``surface_of`` gives the skin of a figure by name."""

    drawing_changed = Signal()
    selected_mark_changed = Signal(object)

    def __init__(self, figure: str, surface_of: Callable[[str], Surface] = load_surface, parent: QObject | None = None):
        super().__init__(parent)
        self._surface_of = surface_of
        self._surfaces: dict[str, Surface] = {}
        self._figure = figure
        self._drawing: Drawing = ()
        self._next_id = 1
        self._selected: int | None = None
        self._engine: Engine | None = None
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(MOST_STEPS)

    # ---- what there is

    @property
    def drawing(self) -> Drawing:
        """The marks, in the order they were made."""
        return self._drawing

    @property
    def figure(self) -> str:
        """The figure on the canvas: "woman" or "man"."""
        return self._figure

    @property
    def selected_mark(self) -> int | None:
        """Id of the selected mark."""
        return self._selected

    @property
    def engine(self) -> Engine | None:
        """The loaded atlas; None until it is ready."""
        return self._engine

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
        mark_id = self._new_id()
        made = replace(spot(self.surface, mark_id, point, radius_cm), label=self.label_at(point))
        self._do(self.tr("Mark pain"), (*self._drawing, made), mark_id)
        return mark_id

    def draw(
        self,
        field: Field,
        strokes: tuple[ViewStroke, ...] = (),
        *,
        onto: int | None = None,
        intensity: int | None = None,
    ) -> int | None:
        """Mark pain of any shape, or give the mark ``onto`` that shape. Returns the mark's id, None for no shape."""
        if field.empty:
            return None
        mark = self.mark(onto) if onto is not None else None
        if mark is None:
            mark = Mark(self._new_id(), field.region(self.surface))
        made = edits.shaped(mark, self.surface, field, strokes)
        made = replace(edits.said(made, intensity), label=shape_name(self._engine, self.surface, made.region))
        self._do(self.tr("Mark pain"), self._with(made), made.id)
        return made.id

    def mark_named(self, region: str, side: Side | None) -> int | None:
        """Mark a named region whole. Returns the mark's id; None while the atlas loads."""
        field = self.region_field(region, side)
        return None if field is None else self.draw(field)

    def erase(self, left: Mapping[int, Field], strokes: tuple[ViewStroke, ...] = ()) -> None:
        """Take skin away from marks: ``left`` is what is left of each that was touched. Emptied marks are removed."""
        drawing = edits.without(self._drawing, self.surface, left, strokes)
        if left:
            selected = self._selected if any(each.id == self._selected for each in drawing) else None
            self._do(self.tr("Erase"), drawing, selected)

    def mirror_mark(self, mark_id: int) -> int | None:
        """Mark the same place on the other side of the body too. Returns the new mark's id.

        Where that is marked already, as after mirroring twice or in the midline, that mark is selected instead.
        """
        mark = self.mark(mark_id)
        if mark is None:
            return None
        image = edits.mirrored(mark, self.surface, self._next_id)
        twin = next((each for each in self._drawing if edits.alike(each, image, self.surface)), None)
        if twin is not None:
            self.select_mark(twin.id)
            return twin.id
        self._new_id()
        image = replace(image, label=shape_name(self._engine, self.surface, image.region))
        self._do(self.tr("Mirror mark"), (*self._drawing, image), image.id)
        return image.id

    def mirror_selected(self) -> None:
        """Mirror the selected mark, if there is one."""
        if self._selected is not None:
            self.mirror_mark(self._selected)

    def move_mark(self, mark_id: int, point: SurfacePoint) -> None:
        """Move a spot so that its middle lies at ``point``. What was drawn is moved by :meth:`move_shape`."""
        mark = self.mark(mark_id)
        if mark is None or mark.anchor is None or mark.anchor == point:
            return
        moved = replace(edits.moved_spot(mark, self.surface, point), label=self.label_at(point))
        self._do(self.tr("Move mark"), self._with(moved), mark_id)

    def move_shape(self, mark_id: int, field: Field) -> None:
        """Give a drawn mark its shape elsewhere."""
        mark = self.mark(mark_id)
        if mark is not None and not field.empty:
            moved = replace(edits.shaped(mark, self.surface, field, ()), strokes=())
            moved = replace(moved, label=shape_name(self._engine, self.surface, moved.region))
            self._do(self.tr("Move mark"), self._with(moved), mark_id)

    def change_mark(
        self,
        mark_id: int,
        *,
        intensity: int | None = None,
        qualities: frozenset[str] | None = None,
        timing: frozenset[str] | None = None,
        note: str | None = None,
        radius_cm: float | None = None,
        held: bool = False,
    ) -> None:
        """Change how strong (0-10), of what kind, when, or how large a mark is, or its note; what is None stays.

        ``held`` says that the control is still being moved: steps that follow each other then become one.
        """
        mark = self.mark(mark_id)
        if mark is None:
            return
        changed = edits.said(mark, intensity, qualities, timing, note)
        if radius_cm is not None:
            changed = edits.resized(changed, self.surface, radius_cm)
        if changed is mark:
            return
        given = {"intensity": intensity, "radius": radius_cm, "note": note, "timing": timing, "qualities": qualities}
        what = next(name for name, value in given.items() if value is not None)
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

    def open_drawing(self, drawing: Drawing) -> None:
        """Put another drawing in place of this one, as one undo step. Its marks get ids of their own."""
        opened = tuple(replace(mark, id=self._new_id()) for mark in drawing)
        self._do(self.tr("Open a drawing"), opened, None)

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

    def _new_id(self) -> int:
        self._next_id += 1
        return self._next_id - 1

    def _with(self, changed: Mark) -> Drawing:
        """The drawing with a mark in place of the one of its id, or added to it."""
        if self.mark(changed.id) is None:
            return (*self._drawing, changed)
        return tuple(changed if each.id == changed.id else each for each in self._drawing)

    def _do(self, text: str, drawing: Drawing, selected: int | None, folds_into: str = "") -> None:
        before, after = (self._drawing, self._selected), (drawing, selected)
        self.undo_stack.push(ChangeDrawing(text, self._put, before, after, folds_into))

    def _put(self, drawing: Drawing, selected: int | None) -> None:
        self._drawing = drawing
        self.drawing_changed.emit()
        self.select_mark(selected)
        self._put_anew()

    def _put_anew(self) -> None:
        """The drawing is another one now."""

    # ---- names

    def _name_marks(self) -> None:
        """Name the marks anew, as when the atlas has been loaded after they were made."""
        self._drawing = tuple(self._named(each) for each in self._drawing)

    def _named(self, mark: Mark) -> Mark:
        if mark.anchor is not None:
            return replace(mark, label=self.label_at(mark.anchor))
        return replace(mark, label=shape_name(self._engine, self.surface, mark.region))

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
