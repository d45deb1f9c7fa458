"""The mouse tools of the canvas, without a widget."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bodymap.body.surface import Surface, SurfacePoint
from bodymap.gui.canvas.spot import SpotTool
from bodymap.gui.canvas.tools import Cursor, Pointer, Preview
from bodymap.gui.document import Document


class FlatBench:
    """A bench whose skin is the square 0..100, where a point's position is its place."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.previews: list[Preview | None] = []
        self.handle: int | None = None

    def point_at(self, at: Pointer) -> SurfacePoint | None:
        inside = at.view is not None and 0 <= at.x <= 100 and 0 <= at.y <= 100
        return SurfacePoint(int(at.x), (0.0, 0.0), (at.x, at.y, 0.0)) if inside else None

    def mark_at(self, at: Pointer) -> int | None:
        return next((mark.id for mark in self.document.drawing if self._near(mark.anchor, at)), None)

    def place_of(self, mark_id: int, view: str | None) -> tuple[float, float] | None:
        mark = self.document.mark(mark_id)
        return (mark.anchor.position[0], mark.anchor.position[1]) if mark and mark.anchor else None

    def handle_at(self, at: Pointer) -> int | None:
        return self.handle if at.px == 999 else None

    def show_preview(self, preview: Preview | None) -> None:
        self.previews.append(preview)

    def _near(self, anchor: SurfacePoint | None, at: Pointer) -> bool:
        return anchor is not None and abs(anchor.position[0] - at.x) + abs(anchor.position[1] - at.y) < 4


@pytest.fixture
def bench(woman: Surface, qapp: object) -> FlatBench:
    return FlatBench(Document("woman", lambda _: woman))


def at(x: float, y: float, view: str | None = "front") -> Pointer:
    return Pointer(x, y, view, x, y)


def places(bench: FlatBench) -> list[tuple[float, float]]:
    return [each.anchor.position[:2] for each in bench.document.drawing if each.anchor]


def test_a_click_previews_on_press_and_marks_on_release(bench: FlatBench) -> None:
    tool = SpotTool(bench)
    assert tool.press(at(20, 30))
    assert bench.previews[-1] == Preview(SurfacePoint(20, (0.0, 0.0), (20, 30, 0)), 3.0)
    assert bench.document.drawing == ()
    tool.release(at(20, 30))
    assert bench.previews[-1] is None
    assert places(bench) == [(20, 30)]


def test_a_shaky_click_on_a_mark_does_not_move_it(bench: FlatBench) -> None:
    tool = SpotTool(bench)
    tool.press(at(20, 30))
    tool.release(at(20, 30))
    tool.press(at(21, 31))
    tool.move(at(22, 32))
    tool.release(at(22, 32))
    assert places(bench) == [(20, 30)]
    assert bench.document.undo_stack.count() == 1


def test_dragging_a_mark_keeps_the_grip_and_is_one_step(bench: FlatBench) -> None:
    tool = SpotTool(bench)
    tool.press(at(20, 30))
    tool.release(at(20, 30))
    tool.press(at(21, 31))
    for x in range(22, 60):
        tool.move(at(x, 31))
    assert places(bench) == [(20, 30)], "until the button is let go nothing changes"
    tool.release(at(59, 31))
    assert places(bench) == [(58, 30)]
    assert bench.document.undo_stack.count() == 2
    bench.document.undo_stack.undo()
    assert places(bench) == [(20, 30)]


def test_a_mark_dragged_off_the_body_stays_where_it_was_last_on_it(bench: FlatBench) -> None:
    tool = SpotTool(bench)
    tool.press(at(90, 30))
    tool.move(at(98, 30))
    tool.move(at(150, 30))
    tool.release(at(150, 30))
    assert places(bench) == [(98, 30)]


def test_giving_up_changes_nothing(bench: FlatBench) -> None:
    tool = SpotTool(bench)
    tool.press(at(20, 30))
    tool.cancel()
    tool.release(at(20, 30))
    assert bench.document.drawing == ()
    assert bench.previews[-1] is None


def test_the_handle_removes_only_when_let_go_on_it(bench: FlatBench) -> None:
    bench.handle = bench.document.add_mark(SurfacePoint(20, (0.0, 0.0), (20, 30, 0)))
    tool = SpotTool(bench)
    on_handle = replace(at(20, 30), px=999)
    assert tool.cursor(on_handle) is Cursor.HANDLE
    tool.press(on_handle)
    tool.release(at(50, 50))
    assert len(bench.document.drawing) == 1
    tool.press(on_handle)
    tool.release(on_handle)
    assert bench.document.drawing == ()


def test_a_press_beside_the_body_is_left_to_the_canvas(bench: FlatBench) -> None:
    bench.document.add_mark(SurfacePoint(20, (0.0, 0.0), (20, 30, 0)))
    tool = SpotTool(bench)
    assert not tool.press(at(200, 30))
    assert not tool.press(Pointer(5, 5, None))
    assert bench.document.selected_mark is None
