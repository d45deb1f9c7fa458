"""Drawing pain freely: a brush that runs along the skin, and an eraser. See :mod:`bodymap.gui.canvas.tools`."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, hypot

import numpy as np
from msgspec.structs import replace

from bodymap.body.field import Field
from bodymap.body.paint import Paint, brush_piece
from bodymap.body.surface import Ints, SurfacePoint, SurfaceRegion
from bodymap.gui.canvas.tools import Bench, Cursor, Pointer
from bodymap.gui.edits import shape_of
from bodymap.pain.drawing import DEFAULT_INTENSITY, MAX_INTENSITY, Drawing, Mark, ViewStroke

BRUSH_CM = 2.5
STEP_SHARE = 0.15
"""The brush puts a piece on when it has gone this share of its radius: hands shake less than that."""
PIECE_SHARE = 0.8
"""Where the pointer leaps farther than this share of the radius, as a quick hand does, pieces go in between."""
TOUCHES = 0.1
"""The brush touches a mark where both cover more than this of a cell."""
NEW = 0
"""The number of a mark that is being drawn and does not exist yet."""


class Freehand:
    """What brush, eraser and lasso share: the way of the pointer over one view, in cm."""

    marks = True

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._view: str | None = None
        self._way: list[tuple[float, float]] = []
        self._fresh: list[Ints] = []
        self._heeded = (0.0, 0.0)

    def _changed(self) -> Ints:
        """The cells that were worked on since this was asked last."""
        fresh, self._fresh = np.concatenate([*self._fresh, np.zeros(0, np.int32)]), []
        return fresh

    def _begin(self, at: Pointer) -> None:
        self._view, self._way = at.view, [(at.x, at.y)]
        self._heeded = at.x, at.y

    def _steps(self, at: Pointer, radius_cm: float) -> Iterator[Pointer]:
        """The pointer on its way from where it was last heeded to where it is, also beside the body."""
        if self._view is None:
            return
        (x, y), (to_x, to_y) = self._heeded, self._bench.place_on(at, self._view)
        gone = hypot(to_x - x, to_y - y)
        if gone < STEP_SHARE * radius_cm:
            return
        self._heeded = to_x, to_y
        pieces = ceil(gone / (PIECE_SHARE * radius_cm))
        for share in (step / pieces for step in range(1, pieces + 1)):
            yield replace(at, view=self._view, x=x + share * (to_x - x), y=y + share * (to_y - y))

    def _stroke(self, radius_cm: float, lasso: bool, erases: bool) -> ViewStroke:
        figure, view = self._bench.document.figure, self._view or ""
        return ViewStroke(view, figure, "lasso" if lasso else "brush", tuple(self._way), radius_cm, erases)

    def _gone(self, at: Pointer) -> float:
        """How far the pointer is from where it was last on the skin, in cm."""
        x, y = self._way[-1]
        return hypot(at.x - x, at.y - y)


class BrushTool(Freehand):
    """Paint pain with a round brush. A stroke that begins on or at a mark adds to it; any other one makes a new mark.

    A pen that tells its pressure sets how strong the pain of a new mark is.
    """

    def __init__(self, bench: Bench, radius_cm: float = BRUSH_CM) -> None:
        super().__init__(bench)
        self.radius_cm = radius_cm
        self._paint: Paint | None = None
        self._onto: Mark | None = None
        self._last: SurfacePoint | None = None
        self._pressure = 0.0

    def press(self, at: Pointer) -> bool:
        """Begin to paint on the skin."""
        self.cancel()
        point = self._bench.point_at(at)
        if point is None:
            self._bench.document.select_mark(None)
            return False
        surface = self._bench.document.surface
        self._onto = self._touched(at, brush_piece(surface, None, point, self.radius_cm))
        self._begin(at)
        self._paint = Paint(surface, shape_of(self._onto, surface) if self._onto is not None else None)
        self._add(at, point)
        self._show()
        return True

    def move(self, at: Pointer) -> None:
        """Paint on to where the pointer is; beside the body nothing is painted."""
        if self._paint is None:
            return
        self._pressure = max(self._pressure, at.pressure)
        painted = False
        for step in self._steps(at, self.radius_cm):
            point = self._bench.point_at(step)
            if point is None:
                self._last = None
            else:
                self._add(step, point)
                painted = True
        if painted:
            self._show()

    def release(self, at: Pointer) -> None:
        """Keep what was painted: one undo step."""
        paint, onto, document = self._paint, self._onto, self._bench.document
        if paint is None:
            return
        strokes = (self._stroke(self.radius_cm, lasso=False, erases=False),)
        told = round(self._pressure * MAX_INTENSITY) if self._pressure > 0 and onto is None else None
        field = paint.field
        self._forget()
        document.draw(field, strokes, onto=onto.id if onto is not None else None, intensity=told)
        self._bench.show_painting(None)

    def cancel(self) -> None:
        """Give up the stroke; the answer is again that of the drawing."""
        if self._paint is not None:
            self._forget()
            self._bench.show_painting(None)
            self._bench.document.try_out(None)

    def cursor(self, at: Pointer) -> Cursor:
        """Round over the skin: the canvas shows what the brush would cover."""
        return Cursor.BRUSH if self._bench.point_at(at) is not None else Cursor.EMPTY

    def _touched(self, at: Pointer, piece: Field) -> Mark | None:
        """The mark under the pointer, or else the last one made that the brush touches."""
        document, under = self._bench.document, self._bench.mark_at(at)
        if under is not None:
            return document.mark(under)
        covered = piece.region(document.surface).weights[piece.cells]
        touched = (
            mark
            for mark in reversed(document.drawing)
            if (mark.region.weights[piece.cells] * covered).max(initial=0.0) > TOUCHES
        )
        return next(touched, None)

    def _forget(self) -> None:
        self._paint = self._onto = self._last = self._view = None
        self._pressure = 0.0

    def _add(self, at: Pointer, point: SurfacePoint) -> None:
        if self._paint is None:
            return
        self._pressure = max(self._pressure, at.pressure)
        surface = self._bench.document.surface
        piece = brush_piece(surface, self._last, point, self.radius_cm, self._gone(at), self._paint.settled)
        self._paint.add(piece)
        self._fresh.append(piece.cells)
        self._last = point
        self._way.append((at.x, at.y))

    def _show(self) -> None:
        """Show what is painted so far, and what would explain it."""
        paint, document = self._paint, self._bench.document
        if paint is None:
            return
        number = self._onto.id if self._onto is not None else NEW
        self._bench.show_painting({number: paint.field}, self._changed())
        document.try_out(_tried(document.drawing, self._onto, paint.region))


class EraserTool(Freehand):
    """Rub out: takes the skin under the brush away from all marks."""

    def __init__(self, bench: Bench, radius_cm: float = BRUSH_CM) -> None:
        super().__init__(bench)
        self.radius_cm = radius_cm
        self._active = False
        self._left: dict[int, Paint] = {}
        self._last: SurfacePoint | None = None

    def press(self, at: Pointer) -> bool:
        """Begin to rub."""
        self.cancel()
        point = self._bench.point_at(at)
        if point is None:
            return False
        self._begin(at)
        self._active = True
        self._rub(at, point)
        self._show()
        return True

    def move(self, at: Pointer) -> None:
        """Rub on to where the pointer is."""
        if not self._active:
            return
        rubbed = False
        for step in self._steps(at, self.radius_cm):
            point = self._bench.point_at(step)
            if point is None:
                self._last = None
            else:
                self._rub(step, point)
                rubbed = True
        if rubbed:
            self._show()

    def release(self, at: Pointer) -> None:
        """Keep what is left: one undo step, if anything was rubbed out."""
        left = {number: paint.field for number, paint in self._left.items()}
        if not self._active:
            return
        stroke = self._stroke(self.radius_cm, lasso=False, erases=True)
        self._forget()
        if left:
            self._bench.document.erase(left, (stroke,))
        self._bench.show_painting(None)

    def cancel(self) -> None:
        """Nothing was rubbed out."""
        if self._active:
            self._forget()
            self._bench.show_painting(None)

    def cursor(self, at: Pointer) -> Cursor:
        """Round over the skin, as the brush."""
        return Cursor.BRUSH if self._bench.point_at(at) is not None else Cursor.EMPTY

    def _forget(self) -> None:
        self._active, self._left, self._last, self._view = False, {}, None, None

    def _rub(self, at: Pointer, point: SurfacePoint) -> None:
        document = self._bench.document
        piece = brush_piece(document.surface, self._last, point, self.radius_cm, self._gone(at))
        self._fresh.append(piece.cells)
        self._last = point
        self._way.append((at.x, at.y))
        for mark in document.drawing:
            if not mark.region.weights[piece.cells].any():
                continue
            paint = self._left.get(mark.id) or Paint(document.surface, shape_of(mark, document.surface))
            if paint.take(piece):
                self._left[mark.id] = paint

    def _show(self) -> None:
        """Show what is left of the marks so far."""
        left = {number: paint.field for number, paint in self._left.items()}
        self._bench.show_painting(left, self._changed())


def _tried(drawing: Drawing, onto: Mark | None, region: SurfaceRegion) -> Drawing:
    """The drawing as it would be with a mark of that region, or with the mark ``onto`` grown to it."""
    if onto is None:
        return (*drawing, Mark(NEW, region, DEFAULT_INTENSITY))
    return tuple(replace(each, region=region) if each.id == onto.id else each for each in drawing)
