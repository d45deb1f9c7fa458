"""What was said when asked belongs to the document: it re-ranks, and it is remembered."""

from __future__ import annotations

import msgspec
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.gui.document import Document
from bodymap.gui.kept import Kept
from bodymap.gui.kept_evidence import evidence_of, kept_evidence
from bodymap.pain.evidence import Evidence, FactorAnswer, Finding, QualityAnswer
from bodymap.paths import Paths
from tests.gui.driver import App

FOUND = Finding("vastus_lateralis", "right", "middle_cluster", tender=True, familiar=True)
SAID = Evidence((FOUND,), (FactorAnswer("long_sitting", yes=False),), (QualityAnswer("numb", yes=True),))


def test_evidence_ranks_anew_and_is_no_undo_step(document: Document, qtbot: QtBot) -> None:
    document.add_mark(document.engine.places.resolve("right thigh 0.5 lateral"))  # type: ignore[union-attr]
    assert document.answer is not None
    before = [(each.muscle, each.side) for each in document.answer.sources]
    second = document.answer.sources[1]
    found = Finding(second.muscle, second.side, second.trigger_points[0], tender=True, familiar=True)
    steps = document.undo_stack.count()
    with qtbot.waitSignals([document.evidence_changed, document.answer_changed]):
        document.set_evidence(Evidence((found,)))
    after = [(each.muscle, each.side) for each in document.answer.sources]
    assert before[1] == after[0] == (second.muscle, second.side)
    assert document.undo_stack.count() == steps
    assert document.evidence.findings == (found,)
    with qtbot.assertNotEmitted(document.answer_changed):
        document.set_evidence(Evidence((found,)))
    document.set_evidence(Evidence())
    assert [(each.muscle, each.side) for each in document.answer.sources] == before


def test_stability_comes_when_it_is_asked_for_and_once(document: Document, qtbot: QtBot) -> None:
    document.settle()
    document.add_mark(document.engine.places.resolve("right thigh 0.5 lateral"))  # type: ignore[union-attr]
    assert document.answer is not None
    assert {each.stable for each in document.answer.sources} == {None}
    document.try_out(document.drawing)
    with qtbot.assertNotEmitted(document.answer_refined):
        document.settle()
    document.try_out(None)
    with qtbot.waitSignal(document.answer_refined):
        document.settle()
    assert {each.stable for each in document.answer.sources} <= {True, False}
    with qtbot.assertNotEmitted(document.answer_refined):
        document.settle()


def test_evidence_is_written_and_read_back_the_same() -> None:
    data = msgspec.json.encode(Kept(evidence=kept_evidence(SAID)))
    assert evidence_of(msgspec.json.decode(data, type=Kept).evidence) == SAID
    assert msgspec.json.decode(b"{}", type=Kept).evidence == kept_evidence(Evidence())


def test_what_was_said_is_there_at_the_next_start(app: App, qtbot: QtBot, paths: Paths, engine: Engine) -> None:
    app.parts.document.set_evidence(SAID)
    file = paths.data / "window.json"
    qtbot.waitUntil(lambda: file.exists() and b"middle_cluster" in file.read_bytes())
    again = App(qtbot, paths, engine)
    assert again.parts.document.evidence == SAID
    again.close()
