"""Zoom and pan: the camera's arithmetic without a widget."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.gui.canvas.camera import MOST_ZOOM, Camera, Pose, Rect, between

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
