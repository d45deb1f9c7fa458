"""The document without a window: marks, undo, answers, names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from bodymap.body.surface import Surface, SurfacePoint
from bodymap.engine import Engine
from bodymap.gui.document import Chosen, Document, Guide
from bodymap.pain.drawing import Drawing

PLACES = ("right thigh 0.5 lateral", "left leg 0.3 posterior", "right trunk 0.4 anterior", "left hand 0.5 dorsal")


@pytest.fixture
def surface_of(woman: Surface, man: Surface) -> Callable[[str], Surface]:
    return {"woman": woman, "man": man}.__getitem__


@pytest.fixture
def document(surface_of: Callable[[str], Surface], qapp: object) -> Document:
    return Document("woman", surface_of)


@pytest.fixture
def points(engine: Engine) -> list[SurfacePoint]:
    return [engine.places.resolve(place) for place in PLACES]


def seen(drawing: Drawing) -> list[tuple[object, ...]]:
    """What of a drawing is plain to see, for comparing."""
    return [
        (each.id, each.intensity, each.qualities, each.radius_cm, each.anchor, each.region.weights.tobytes())
        for each in drawing
    ]


def test_a_mark_covers_the_skin_round_its_point_and_is_selected(
    document: Document, points: list[SurfacePoint], woman: Surface
) -> None:
    made = document.add_mark(points[0])
    (mark,) = document.drawing
    assert document.selected_mark == made == mark.id
    assert mark.region.weights[points[0].cell] > 0.5
    assert mark.region.area(woman) == pytest.approx(3.14 * 9, rel=0.15)


def test_marks_are_named_at_once_and_better_when_the_atlas_is_there(
    document: Document, points: list[SurfacePoint], engine: Engine, qtbot: QtBot
) -> None:
    document.add_mark(points[0])
    document.add_mark(points[1])
    assert [mark.label for mark in document.drawing] == ["Right thigh", "Left lower leg"]
    assert document.answer is None
    with qtbot.waitSignals([document.ready_changed, document.drawing_changed, document.answer_changed]):
        document.set_engine(engine)
    first, second = (mark.label for mark in document.drawing)
    assert first.startswith("Right ")
    assert "thigh" in first
    assert second.startswith("Left ")
    assert first != "Right thigh"


def test_every_change_is_answered_before_the_call_returns(
    document: Document, points: list[SurfacePoint], engine: Engine
) -> None:
    document.set_engine(engine)
    heard: list[object] = []
    document.answer_changed.connect(heard.append)
    mark = document.add_mark(points[0])
    assert document.answer is heard[-1]
    assert document.answer is not None
    assert document.answer.sources[0].side == "right"
    document.move_mark(mark, points[1])
    assert {source.side for source in document.answer.sources} == {"left"}
    document.remove_mark(mark)
    assert document.answer.sources == ()


def test_what_was_said_about_cautions_is_part_of_the_answer(
    document: Document, points: list[SurfacePoint], engine: Engine
) -> None:
    document.set_engine(engine)
    document.add_mark(points[0])
    asked = next(each for each in engine.atlas.cautions.values() if each.ask)
    assert document.answer is not None
    assert asked.id not in {each.id for each in document.answer.cautions}
    document.set_safety_answers({asked.id: True})
    assert asked.id in {each.id for each in document.answer.cautions}


def test_undo_and_redo_of_each_kind_of_change(document: Document, points: list[SurfacePoint]) -> None:
    states: list[list[tuple[object, ...]]] = [seen(document.drawing)]
    first = document.add_mark(points[0])
    changes: list[Callable[[], object]] = [
        lambda: document.add_mark(points[1], 5.0),
        lambda: document.move_mark(first, points[2]),
        lambda: document.change_mark(first, intensity=9),
        lambda: document.change_mark(first, qualities=frozenset({"tingling"})),
        lambda: document.change_mark(first, radius_cm=6.0),
        lambda: document.remove_mark(first),
        document.clear,
    ]
    states.append(seen(document.drawing))
    for change in changes:
        change()
        states.append(seen(document.drawing))
    assert document.undo_stack.count() == len(changes) + 1
    for state in reversed(states[:-1]):
        document.undo_stack.undo()
        assert seen(document.drawing) == state
    for state in states[1:]:
        document.undo_stack.redo()
        assert seen(document.drawing) == state


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["add", "move", "resize", "strength", "remove", "undo", "redo"]), st.integers(0, 3)),
        max_size=12,
    )
)
def test_any_sequence_can_be_undone_to_nothing_and_redone(
    steps: list[tuple[str, int]], surface_of: Callable[[str], Surface], points: list[SurfacePoint], qapp: object
) -> None:
    document = Document("woman", surface_of)
    for what, number in steps:
        ids = [mark.id for mark in document.drawing]
        if what == "add":
            document.add_mark(points[number])
        elif what == "undo":
            document.undo_stack.undo()
        elif what == "redo":
            document.undo_stack.redo()
        elif number < len(ids) and what == "move":
            document.move_mark(ids[number], points[3 - number])
        elif number < len(ids) and what == "resize":
            document.change_mark(ids[number], radius_cm=2.0 + number)
        elif number < len(ids) and what == "strength":
            document.change_mark(ids[number], intensity=number)
        elif number < len(ids):
            document.remove_mark(ids[number])
        assert len({mark.id for mark in document.drawing}) == len(document.drawing)
        assert document.selected_mark is None or document.mark(document.selected_mark) is not None
    last, done = seen(document.drawing), document.undo_stack.index()
    document.undo_stack.setIndex(0)
    assert document.drawing == ()
    document.undo_stack.setIndex(done)
    assert seen(document.drawing) == last


def test_a_slider_that_is_held_is_one_step(document: Document, points: list[SurfacePoint]) -> None:
    one, other = document.add_mark(points[0]), document.add_mark(points[1])
    for strength in (6, 7, 8):
        document.change_mark(one, intensity=strength, held=True)
    document.change_mark(other, intensity=1, held=True)
    assert document.undo_stack.count() == 4
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert [mark.intensity for mark in document.drawing] == [5, 5]


def test_a_change_to_the_same_is_no_step(document: Document, points: list[SurfacePoint]) -> None:
    mark = document.add_mark(points[0])
    document.change_mark(mark, intensity=5, qualities=frozenset(), radius_cm=3.0)
    document.move_mark(mark, points[0])
    document.remove_mark(99)
    assert document.undo_stack.count() == 1


def test_intensity_and_radius_keep_to_their_limits(document: Document, points: list[SurfacePoint]) -> None:
    mark = document.add_mark(points[0])
    document.change_mark(mark, intensity=40, radius_cm=400.0)
    assert (document.drawing[0].intensity, document.drawing[0].radius_cm) == (10, 15.0)
    document.change_mark(mark, intensity=-3, radius_cm=0.01)
    assert (document.drawing[0].intensity, document.drawing[0].radius_cm) == (0, 0.5)


def test_removing_the_selected_mark_selects_its_neighbour(document: Document, points: list[SurfacePoint]) -> None:
    ids = [document.add_mark(point) for point in points[:3]]
    document.select_mark(ids[1])
    document.remove_mark(ids[1])
    assert document.selected_mark == ids[2]
    document.remove_mark(ids[2])
    assert document.selected_mark == ids[0]
    document.remove_mark(ids[0])
    assert document.selected_mark is None


def test_another_figure_keeps_marks_and_answer(
    document: Document, points: list[SurfacePoint], engine: Engine, qtbot: QtBot
) -> None:
    document.set_engine(engine)
    document.add_mark(points[0])
    before, answer = seen(document.drawing), document.answer
    with qtbot.waitSignal(document.figure_changed):
        document.set_figure("man")
    assert document.surface.name == "man"
    assert seen(document.drawing) == before
    assert document.answer is answer


def test_a_restored_drawing_starts_a_new_history_and_new_ids(document: Document, points: list[SurfacePoint]) -> None:
    document.add_mark(points[0])
    document.add_mark(points[1])
    kept = document.drawing
    other = Document("woman", lambda _: document.surface)
    other.restore(kept)
    assert seen(other.drawing) == seen(kept)
    assert not other.undo_stack.canUndo()
    assert other.add_mark(points[2]) not in {mark.id for mark in kept}


def test_choice_and_guide_tell_only_of_changes(document: Document, points: list[SurfacePoint]) -> None:
    heard: list[object] = []
    document.chosen_changed.connect(heard.append)
    document.guide_changed.connect(heard.append)
    document.choose("gluteus_minimus", "right")
    document.choose("gluteus_minimus", "right")
    document.choose_none()
    guide = Guide((points[0],), None, "right", 1.5)
    document.set_guide(guide)
    document.set_guide(Guide((points[0],), None, "right", 1.5))
    document.set_guide(None)
    assert heard == [Chosen("gluteus_minimus", "right"), None, guide, None]


def test_zones_of_the_choice_come_with_the_atlas(document: Document, engine: Engine) -> None:
    document.choose("gluteus_minimus", "left", "anterior")
    assert document.zones() is None
    document.set_engine(engine)
    zones = document.zones()
    assert zones is not None
    assert [point.id for point in zones.points] == ["anterior"]
    assert zones.points[0].spots[0].position[0] > 0, "the subject's left is +x"
