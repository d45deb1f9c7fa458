"""The body as a screen reader meets it, asked through Qt's own accessible interfaces."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bodymap.body.surface import Surface
from bodymap.engine import Engine
from bodymap.gui.canvas.canvas import BodyCanvas
from bodymap.gui.document import Document
from bodymap.gui.theme import Themes
from tests.gui.access_stage import children, listening

KEY, NAME = Qt.Key, QAccessible.Text.Name
THIGH = "Right outer thigh and hip"


@pytest.fixture(autouse=True)
def somebody_listens(qapp: QApplication) -> Iterator[None]:
    """Somebody uses a screen reader."""
    yield from listening()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What is announced, and whether it interrupts."""
    heard: list[tuple[str, bool]] = []

    def hear(_: QWidget, text: str, *, urgent: bool = False) -> None:
        if text:
            heard.append((text, urgent))

    monkeypatch.setattr("bodymap.gui.canvas.access_narrator.announce", hear)
    return heard


def face(canvas: BodyCanvas) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(canvas)


def part(canvas: BodyCanvas, name: str) -> QAccessibleInterface:
    return next(each for each in children(face(canvas)) if each.text(NAME) == name)


def names(of: QAccessibleInterface) -> list[str]:
    return [each.text(NAME) for each in children(of)]


def place(canvas: BodyCanvas, name: str) -> QAccessibleInterface:
    return next(each for each in children(part(canvas, "Places")) if each.text(NAME).startswith(name))


def act(of: QAccessibleInterface, name: str) -> None:
    of.actionInterface().doAction(name)
    QApplication.processEvents()


@pytest.mark.usefixtures("still")
class TestTheBody:
    def test_names_places_and_actions(self, canvas: BodyCanvas, document: Document, engine: Engine) -> None:
        body = face(canvas)
        assert (body.text(NAME), body.role()) == ("Body", QAccessible.Role.Grouping)
        assert names(body) == ["Marks", "Places", "Click where it hurts"]
        assert body.child(7) is None
        assert names(part(canvas, "Marks")) == []
        assert len(names(part(canvas, "Places"))) == len(set(names(part(canvas, "Places"))))
        act(place(canvas, THIGH), "Press")
        assert document.drawing[0].label == THIGH
        mark_id = document.drawing[0].id
        qualities: frozenset[str] = frozenset({"tingling"})
        document.change_mark(mark_id, intensity=6, qualities=qualities, timing=frozenset({"at_night"}))
        wanted = f"{THIGH}, marked, 6 of 10, tingling, at night"
        assert names(part(canvas, "Marks")) == [wanted]
        assert place(canvas, THIGH).text(NAME) == wanted
        document.add_mark(engine.places.resolve("right thigh 0.15 lateral"), 1.0)
        assert place(canvas, THIGH).text(NAME) == f"{wanted} and 5 of 10"
        document.clear()
        assert names(part(canvas, "Marks")) == []
        assert place(canvas, THIGH).text(NAME) == THIGH

    def test_what_has_the_keyboard(self, canvas: BodyCanvas, qtbot: QtBot) -> None:
        canvas.activateWindow()
        qtbot.waitUntil(canvas.hasFocus)
        act(place(canvas, THIGH), "SetFocus")
        focus = face(canvas).focusChild()
        assert focus is not None
        assert focus.text(NAME) == THIGH
        assert focus.state().focused
        assert [each.text(NAME) for each in children(part(canvas, "Places")) if each.state().selected] == [THIGH]
        qtbot.keyClick(canvas, KEY.Key_Down)
        there = face(canvas).focusChild()
        assert there is not None
        assert there.text(NAME) != THIGH
        assert not place(canvas, THIGH).state().focused

    def test_where_things_are(self, canvas: BodyCanvas, document: Document) -> None:
        act(place(canvas, "Left calf"), "Press")
        mark = children(part(canvas, "Marks"))[0]
        middle = mark.rect().center()
        for x, y, found in ((middle.x(), middle.y(), mark.text(NAME)), (-50, -50, None)):
            under = face(canvas).childAt(x, y)
            assert (under.text(NAME) if under is not None else None) == found
        assert canvas.rect().translated(canvas.mapToGlobal(canvas.rect().topLeft())).contains(mark.rect())
        area = place(canvas, "Left calf").rect()
        assert area.width() > mark.rect().width()
        assert area.contains(middle)
        assert mark.parent().text(NAME) == "Marks"
        assert mark.parent().indexOfChild(mark) == 0
        assert mark.parent().parent().text(NAME) == "Body"
        assert mark.parent().indexOfChild(face(canvas)) == -1

    def test_a_mark_is_made_stronger_and_is_gone_when_removed(self, canvas: BodyCanvas, document: Document) -> None:
        act(place(canvas, THIGH), "Press")
        document.select_mark(None)
        mark = children(part(canvas, "Marks"))[0]
        assert mark.actionInterface().actionNames() == ["Press", "SetFocus", "Increase", "Decrease"]
        for name, intensity in (("Increase", 6), ("Increase", 7), ("Decrease", 6)):
            act(mark, name)
            assert document.drawing[0].intensity == intensity
        assert document.selected_mark is not None, "what is changed is selected"
        item = mark.object()
        del mark
        document.undo_stack.setIndex(0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        with pytest.raises(RuntimeError):
            item.objectName()
        document.undo_stack.setIndex(1)
        assert names(part(canvas, "Marks")) == [f"{THIGH}, marked, 5 of 10"], "the mark came back as a new thing"

    def test_nothing_is_marked_during_a_routine(self, canvas: BodyCanvas, document: Document, engine: Engine) -> None:
        from bodymap.gui.values import Guide

        document.set_guide(Guide((engine.places.resolve("right thigh 0.5 lateral"),), None, "right", 2.0))
        act(place(canvas, THIGH), "Press")
        assert document.drawing == ()
        document.set_guide(None)

    def test_another_figure_and_no_atlas(self, canvas: BodyCanvas, document: Document, themes: Themes) -> None:
        act(place(canvas, THIGH), "Press")
        before = names(part(canvas, "Places"))
        document.set_figure("man")
        assert names(part(canvas, "Places")) == before
        assert not place(canvas, THIGH).rect().isEmpty()

    def test_its_faces_outlive_garbage_and_die_with_it(
        self, document: Document, themes: Themes, qtbot: QtBot, woman: Surface
    ) -> None:
        for _ in range(3):
            canvas = BodyCanvas(document, themes)
            canvas.resize(600, 400)
            for _ in range(20):
                gc.collect()
                assert len(names(part(canvas, "Places"))) > 100
            canvas.settle()
            canvas.deleteLater()
            del canvas
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            gc.collect()


@pytest.mark.usefixtures("still")
class TestWhatIsSaid:
    def test_of_changes(
        self, canvas: BodyCanvas, document: Document, engine: Engine, told: list[tuple[str, bool]], qtbot: QtBot
    ) -> None:
        def heard() -> list[tuple[str, bool]]:
            QApplication.processEvents()
            said, told[:] = list(told), []
            return said

        canvas.activateWindow()
        qtbot.waitUntil(canvas.hasFocus)
        document.add_mark(engine.places.resolve("right thigh 0.5 lateral"))
        ((first, urgent),) = heard()
        assert not urgent
        assert first.startswith(f"{document.drawing[0].label}, marked, 5 of 10. ")
        assert ". First source: Right " in first
        qtbot.keyClick(canvas, KEY.Key_BracketRight)
        ((stronger, _),) = heard()
        assert stronger.split(". ")[0] == "6 of 10"
        qtbot.keyClick(canvas, KEY.Key_Plus)
        ((larger, _),) = heard()
        assert larger.split(". ")[0] == "7 centimetres across"
        document.select_mark(None)
        qtbot.keyClick(canvas, KEY.Key_Plus)
        assert heard()[0][0].startswith("The next mark: ")
        label = document.drawing[0].label
        document.clear()
        assert heard() == [(f"{label}, no longer marked", False)]
        for at in ("right thigh 0.3 lateral", "right leg 0.5 lateral", "left leg 0.5 lateral"):
            document.add_mark(engine.places.resolve(at))
        heard()
        document.clear()
        assert heard() == [("Nothing is marked any more", False)]

    def test_an_emergency_interrupts(
        self, canvas: BodyCanvas, document: Document, engine: Engine, told: list[tuple[str, bool]]
    ) -> None:
        grave = next(
            caution for caution in engine.atlas.cautions.values() if caution.level == "emergency" and caution.ask
        )
        document.add_mark(engine.places.resolve("right thigh 0.5 lateral"))
        QApplication.processEvents()
        told.clear()
        document.set_safety_answers({grave.id: True})
        QApplication.processEvents()
        ((text, urgent),) = told
        assert urgent
        assert text.startswith(f"Warning: {grave.name}")

    def test_elsewhere_the_control_that_is_used_speaks(
        self, canvas: BodyCanvas, document: Document, engine: Engine, told: list[tuple[str, bool]]
    ) -> None:
        mark = document.add_mark(engine.places.resolve("right thigh 0.5 lateral"))
        QApplication.processEvents()
        told.clear()
        canvas.clearFocus()
        document.change_mark(mark, intensity=3)
        QApplication.processEvents()
        assert told == []
