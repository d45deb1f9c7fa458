"""Arrangement, paths, dots and walking: the canvas's arithmetic without a widget."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from bodymap.body.surface import Surface, body_facts
from bodymap.body.view import load_view
from bodymap.gui.canvas.arrange import Profile, arrange, packed, profile
from bodymap.gui.canvas.shapes import path_of, path_of_runs, runs_of
from bodymap.gui.canvas.stipple import SPACING_PX, spacing_cm, stipple
from bodymap.gui.canvas.walker import step


def body_profiles(surface: Surface) -> dict[str, tuple[Profile, shapely.Geometry]]:
    views = {name: load_view(surface, name) for name in body_facts().views}
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
    for aspect in (1.8, 0.5, 0.15):
        placed = [view for row in arrange(profiles, aspect).rows for view in row]
        assert sorted(placed) == sorted(profiles)


@pytest.mark.parametrize("figure", ["woman", "man"])
def test_inner_legs_stand_under_the_arms_and_cost_hardly_any_room(figure: str, request: pytest.FixtureRequest) -> None:
    profiles = {name: shape for name, (shape, _) in body_profiles(request.getfixturevalue(figure)).items()}
    made = arrange(profiles, 1.8)
    assert made.places["inner_right"][0] < made.places["right"][0] + profiles["right"].width
    assert made.places["inner_left"][0] + profiles["inner_left"].width > made.places["left"][0]
    without = arrange({name: each for name, each in profiles.items() if "inner" not in name}, 1.8)
    assert made.content.width < 1.04 * without.content.width


def test_what_has_room_on_both_sides_stands_in_the_middle_of_it(woman: Surface) -> None:
    """Packing from the left and from the right gives the same row the other way round."""
    profiles = [(name, shape) for name, (shape, _) in body_profiles(woman).items()]
    places, width = packed(profiles)
    mirrored, same = packed([(name, each.mirrored()) for name, each in reversed(profiles)])
    assert same == pytest.approx(width)
    for name, each in profiles:
        assert mirrored[name] == pytest.approx(width - places[name] - each.width)


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
