"""Undo and redo over any changes of a drawing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.body.surface import Surface
from bodymap.engine import Engine
from bodymap.gui.document import Document
from bodymap.gui.sheet import MOST_STEPS

STEPS = st.lists(
    st.tuples(st.sampled_from(["draw", "erase", "mirror", "change", "remove", "move"]), st.integers(0, 5)), max_size=12
)


@settings(max_examples=15, deadline=None)
@given(STEPS)
def test_undo_and_redo_are_exact_over_any_changes(engine: Engine, woman: Surface, steps: list[tuple[str, int]]) -> None:
    document = Document("woman", lambda _: woman)
    document.set_engine(engine)
    states = [document.drawing]
    for kind, number in steps:
        _change(document, engine, kind, number)
        if document.drawing != states[-1]:
            states.append(document.drawing)
    for state in reversed(states[:-1]):
        document.undo_stack.undo()
        assert document.drawing == state
    for state in states[1:]:
        document.undo_stack.redo()
        assert document.drawing == state


def test_a_long_session_keeps_a_bounded_history_that_still_undoes(engine: Engine, woman: Surface) -> None:
    document = Document("woman", lambda _: woman)
    mark = document.add_mark(engine.places.resolve("right thigh 0.5 lateral"))
    for step in range(MOST_STEPS + 20):
        document.change_mark(mark, intensity=step % 10)
    assert document.undo_stack.count() <= MOST_STEPS
    now = document.drawing
    document.undo_stack.undo()
    assert document.drawing != now
    document.undo_stack.redo()
    assert document.drawing == now


def _change(document: Document, engine: Engine, kind: str, number: int) -> None:
    spot = engine.places.resolve(f"right thigh {0.1 + 0.15 * number:.2f} lateral")
    if kind == "draw":
        document.add_mark(spot, 3.0)
        return
    if not document.drawing:
        return
    mark = document.drawing[number % len(document.drawing)]
    if kind == "erase":
        field = document.region_field("lateral_thigh_hip", "right")
        assert field is not None
        document.erase({mark.id: field})
    elif kind == "mirror":
        document.mirror_mark(mark.id)
    elif kind == "change":
        document.change_mark(mark.id, intensity=number, note=str(number))
    elif kind == "remove":
        document.remove_mark(mark.id)
    else:
        document.move_mark(mark.id, spot)
