"""Zoom, arrangement, walking, tools: the canvas's arithmetic without a widget."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from bodymap.body.surface import Surface, SurfacePoint
from bodymap.body.view import load_view
from bodymap.gui.canvas.arrange import Profile, arrange, profile
from bodymap.gui.canvas.camera import MOST_ZOOM, Camera, Pose, Rect, between
from bodymap.gui.canvas.shapes import path_of, path_of_runs, runs_of
from bodymap.gui.canvas.stipple import SPACING_PX, spacing_cm, stipple
from bodymap.gui.canvas.tools import Cursor, Pointer, Preview, SpotTool
from bodymap.gui.canvas.walker import step, to_next_region
from bodymap.gui.document import Document

CAMERA = Camera(900, 600, Rect(0, 0, 340, 190))
pixels = st.tuples(st.floats(0, 900), st.floats(0, 600))
poses = st.builds(
    lambda x, y, zoom: CAMERA.clamped(Pose(x, y, CAMERA.fit.scale * zoom)),
    st.floats(20, 320),
    st.floats(20, 170),
    st.floats(2.0, 6.0),
)


@given(poses, pixels, st.floats(0.8, 2.0))
def test_zoom_keeps_the_point_under_the_cursor(pose: Pose, pixel: tuple[float, float], factor: float) -> None:
    scene = CAMERA.to_scene(pose, *pixel)
    after = CAMERA.zoomed(pose, factor, pixel)
    middle = CAMERA.to_screen(CAMERA.fit, after.x, after.y)
    if not (1 < middle[0] < 899 and 1 < middle[1] < 599):
        return  # held back at the rim
    assert CAMERA.to_screen(after, *scene) == pytest.approx(pixel, abs=1e-6)


@given(poses, poses, st.floats(0, 1))
def test_the_way_between_two_poses_stays_between_them(start: Pose, end: Pose, share: float) -> None:
    way = between(start, end, share)
    low, high = sorted((start.scale, end.scale))
    assert low * 0.999999 <= way.scale <= high * 1.000001
    for a, b, c in ((start.x, end.x, way.x), (start.y, end.y, way.y)):
        assert min(a, b) - 1e-6 <= c <= max(a, b) + 1e-6


@given(poses, pixels, st.floats(1.2, 2.0), st.floats(0, 1))
def test_on_the_way_of_a_zoom_the_cursor_point_does_not_wander(
    pose: Pose, pixel: tuple[float, float], factor: float, share: float
) -> None:
    end = CAMERA.zoomed(pose, factor, pixel)
    scene = CAMERA.to_scene(pose, *pixel)
    if CAMERA.to_screen(end, *scene) != pytest.approx(pixel, abs=1e-6):
        return  # held back at the rim
    assert CAMERA.to_screen(between(pose, end, share), *scene) == pytest.approx(pixel, abs=1e-3)


def test_zoom_has_limits_and_ends_at_the_fit() -> None:
    pose = CAMERA.fit
    for _ in range(40):
        pose = CAMERA.zoomed(pose, 1.5, (100, 100))
    assert pose.scale == pytest.approx(CAMERA.fit.scale * MOST_ZOOM)
    for _ in range(40):
        pose = CAMERA.zoomed(pose, 1 / 1.5, (800, 500))
    assert pose == CAMERA.fit


@given(pixels, st.floats(1.0, MOST_ZOOM))
def test_zooming_in_from_the_fit_is_never_held_back(pixel: tuple[float, float], factor: float) -> None:
    scene = CAMERA.to_scene(CAMERA.fit, *pixel)
    after = CAMERA.zoomed(CAMERA.fit, factor, pixel)
    assert CAMERA.to_screen(after, *scene) == pytest.approx(pixel, abs=1e-6)


@given(poses, st.floats(-5000, 5000), st.floats(-5000, 5000))
def test_the_figures_can_not_be_lost_by_panning(pose: Pose, dx: float, dy: float) -> None:
    after = CAMERA.panned(pose, dx, dy)
    x, y = CAMERA.to_screen(CAMERA.fit, after.x, after.y)
    assert -1e-6 <= x <= 900 + 1e-6
    assert -1e-6 <= y <= 600 + 1e-6


@given(poses, pixels)
def test_zooming_out_arrives_at_the_fit_without_a_jump(pose: Pose, pixel: tuple[float, float]) -> None:
    almost = CAMERA.zoomed(pose, CAMERA.fit.scale * 1.001 / pose.scale, pixel)
    x, y = CAMERA.to_screen(almost, CAMERA.fit.x, CAMERA.fit.y)
    assert abs(x - 450) + abs(y - 300) < 4


def test_fit_shows_everything_and_framing_the_part() -> None:
    left, top = CAMERA.to_screen(CAMERA.fit, 0, 0)
    right, bottom = CAMERA.to_screen(CAMERA.fit, 340, 190)
    assert left >= 16
    assert top >= 16
    assert right <= 884
    assert bottom <= 584
    part = CAMERA.framing(Rect(100, 50, 40, 40))
    assert CAMERA.to_screen(part, 120, 70) == pytest.approx((450, 300))
    assert part.scale == pytest.approx((600 - 32) / 40)


def test_revealing_pans_only_when_it_must() -> None:
    pose = CAMERA.clamped(Pose(170, 95, CAMERA.fit.scale * 4))
    assert CAMERA.revealing(pose, 170, 95) is pose
    x, y = CAMERA.to_scene(pose, 890, 300)
    px, py = CAMERA.to_screen(CAMERA.revealing(pose, x, y), x, y)
    assert (px, py) == pytest.approx((852, 300))


def body_profiles(surface: Surface) -> dict[str, tuple[Profile, shapely.Geometry]]:
    views = {name: load_view(surface, name) for name in ("front", "back", "left", "right", "soles")}
    return {
        name: (profile(*view.size_cm, shapely.get_coordinates(view.outline)), view.outline)
        for name, view in views.items()
    }


@pytest.mark.parametrize("aspect", [2.4, 1.33, 1.0, 0.6, 0.3])
@pytest.mark.parametrize("figure", ["woman", "man"])
def test_figures_never_overlap_and_stay_in_the_content(
    figure: str, aspect: float, request: pytest.FixtureRequest
) -> None:
    profiles = body_profiles(request.getfixturevalue(figure))
    made = arrange({name: shape for name, (shape, _) in profiles.items()}, aspect)
    placed = [shapely.affinity.translate(profiles[name][1], *made.places[name]) for name in profiles]
    for one, other in itertools.combinations(placed, 2):
        assert one.distance(other) >= 2.0
    box = shapely.box(0, 0, made.content.width, made.content.height).buffer(1e-6)
    assert all(box.covers(each) for each in placed)


def test_a_wide_canvas_has_one_row_and_a_narrow_one_several(woman: Surface) -> None:
    profiles = {name: shape for name, (shape, _) in body_profiles(woman).items()}
    assert len(arrange(profiles, 1.8).rows) == 1
    assert len(arrange(profiles, 0.5).rows) == 2
    assert len(arrange(profiles, 0.15).rows) == 4


def test_soles_lie_under_the_arm_instead_of_beside_it(woman: Surface) -> None:
    profiles = {name: shape for name, (shape, _) in body_profiles(woman).items()}
    made = arrange(profiles, 1.8)
    assert made.places["soles"][0] < made.places["right"][0] + profiles["right"].width


def test_paths_keep_points_and_holes() -> None:
    ring = shapely.Point(0, 0).buffer(2).difference(shapely.Point(0, 0).buffer(1))
    path = path_of(ring)
    assert not path.contains(path.boundingRect().center())
    assert path.boundingRect().width() == pytest.approx(4)
    two = path_of_runs([np.array([[0.0, 0.0], [1.0, 0.0]]), np.array([[5.0, 5.0], [6.0, 5.0]])])
    assert two.elementCount() == 4
    assert two.elementAt(2).isMoveTo()
    assert path_of(shapely.MultiPolygon()).isEmpty()


def test_hidden_points_break_a_line_into_runs() -> None:
    assert runs_of([(0, 0), (1, 0), None, (3, 0), None, (5, 0), (6, 0)]) == [[(0, 0), (1, 0)], [(5, 0), (6, 0)]]


@given(st.floats(1.0, 80.0))
def test_dots_stay_about_the_same_size_on_the_screen(scale: float) -> None:
    assert SPACING_PX / 1.5 <= spacing_cm(scale) * scale <= SPACING_PX * 1.5


def test_dots_stay_put_on_the_skin_while_zooming_a_little() -> None:
    one, other = (stipple(QColor("red"), scale, 2.0) for scale in (10.0, 11.0))
    assert one.textureImage().width() != other.textureImage().width()
    tiles = [brush.transform().m11() * brush.textureImage().width() for brush in (one, other)]
    assert tiles[0] == pytest.approx(tiles[1]), "the pattern repeats after the same length of skin"


def test_the_crosshair_crosses_gaps_and_stops_at_the_rim() -> None:
    def on_skin(x: float, y: float) -> bool:
        return 0 <= y <= 10 and (0 <= x <= 10 or 30 <= x <= 40)

    assert step((5, 5), (1, 0), 2.0, on_skin) == (7, 5)
    assert step((9, 5), (1, 0), 2.0, on_skin) == (30, 5)
    assert step((39, 5), (1, 0), 2.0, on_skin) == (39, 5)
    assert step((5, 9), (0, 1), 2.0, on_skin) == (5, 9)


def test_the_crosshair_goes_to_the_next_region() -> None:
    def name(x: float, y: float) -> str | None:
        return None if x > 20 else "thigh" if x < 10 else "knee"

    assert to_next_region((5, 0), (1, 0), name) == (12, 0)
    assert to_next_region((15, 0), (1, 0), name) == (15, 0)


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
