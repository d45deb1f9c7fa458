"""The shipped views of the inner side of the legs."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from tests.body.shipped import FIGURES, VIEWS, arrays, contents, drawn, joints

TOES = ("great_toe", "second_toe", "third_toe", "fourth_toe", "fifth_toe")


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize(("view", "side"), [("inner_left", 1), ("inner_right", -1)])
def test_inner_views_show_one_leg_from_its_inner_side(figure: str, view: str, side: int) -> None:
    """The whole leg and nothing of the arms; what is nearer to the other leg is seen, and the toes point forward."""
    cells, topology, at = drawn(figure, view).cells, arrays("topology"), joints(figure)
    assert set(topology["side"][cells].tolist()) == {side}
    names = contents()["segments"]
    shown = {names[segment] for segment in np.unique(topology["segment"][cells])}
    assert {"thigh", "leg", "foot", "great_toe"} <= shown <= {"trunk", "thigh", "leg", "foot", *TOES}
    corners = arrays(figure)["vertices"].astype(float)[topology["cells"][cells]]
    facing = np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1])[:, 0]
    seen = shapely.area(drawn(figure, view).parts)
    assert seen[facing * side < 0].sum() > 0.99 * seen.sum()
    height = contents()["figures"][figure]["views"][view]["height_cm"]
    assert at["hip.R"][1] - 4 < height < at["hip.R"][1]
    across = arrays(f"{figure}_{view}")["xy"][topology["cells"][cells]][..., 0].mean(axis=1)
    toes = topology["segment"][cells] == names.index("great_toe")
    assert (across[toes].mean() - across.mean()) * side > 5


@pytest.mark.parametrize("figure", FIGURES)
def test_the_inner_views_are_mirror_images(figure: str) -> None:
    left, right = drawn(figure, "inner_left"), drawn(figure, "inner_right")
    mirror = arrays("topology")["mirror_cell"]
    assert np.array_equal(np.sort(mirror[left.cells]), right.cells)
    turned = shapely.affinity.scale(left.outline, -1, 1, origin=(0, 0))
    turned = shapely.affinity.translate(turned, left.outline.bounds[2], 0)
    assert shapely.symmetric_difference(turned, right.outline).area < 2


@pytest.mark.parametrize("figure", FIGURES)
def test_the_file_says_which_side_a_view_shows(figure: str) -> None:
    for view in VIEWS:
        sides = set(arrays("topology")["side"][drawn(figure, view).cells].tolist())
        only = contents()["only_side"].get(view)
        assert sides == ({1, -1} if only is None else {{"left": 1, "right": -1}[only]}), view
