"""The main job through the real window: it hurts, click, see the source, be led through its routine."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bodymap.engine import Engine
from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.document import Chosen
from bodymap.pain.cautions import questions
from bodymap.paths import Paths
from tests.gui.driver import App, answer_all, click_in, dialogs

KEY = Qt.Key


def run_to_the_end(app: App) -> list[str]:
    """Let the clock run until the routine says that it is done; the titles of the steps as they were shown."""
    titles: list[str] = []
    for _ in range(4000):
        state = app.player.player.state() if app.player.player else None
        if state is None or state.finished:
            break
        if not titles or titles[-1] != state.step.id:
            titles.append(state.step.id)
        app.clock.pass_(2.0)
        app.player.conductor.look()
    return titles


def test_from_the_pain_to_the_end_of_the_routine(fresh_app: App, qtbot: QtBot) -> None:
    app = fresh_app
    app.start()
    with dialogs(("notice", lambda notice: click_in(notice, "understood"))):
        app.window.greet()

    app.click_body("front", "right thigh 0.5 anterolateral")
    app.click_body("right", "right thigh 0.6 lateral")
    app.click_body("right", "right leg 0.5 lateral")
    assert len(app.parts.document.drawing) == 3
    assert app.sources()[0] == ("gluteus_minimus", "right")
    assert all(side == "right" for _, side in app.sources())

    app.choose_first()
    assert app.parts.document.chosen == Chosen("gluteus_minimus", "right")
    zones = app.parts.document.zones()
    assert zones is not None
    assert app.window.canvas.forward_view == "right"
    panel = app.window.canvas.stage.panels["right"]
    assert any(
        not paths.essential.isEmpty() and paths.spots for paths in app.window.canvas.projector.zones(zones, "right")
    )
    assert panel.zones.isVisible()

    with dialogs(("safetyQuestions", answer_all)):
        app.press("startButton")
    assert app.window.side.playing
    assert app.player.isVisible()
    guide = app.parts.document.guide
    assert guide is not None
    assert guide.side == "right"

    QTest.keyClick(app.player, KEY.Key_Space)
    steps = run_to_the_end(app)
    routine = app.player.player
    assert routine is not None
    assert steps == [step.id for step in routine.routine.steps]
    assert routine.state().finished
    assert "done" in app.heard.chimes

    app.press("doneButton")
    assert not app.window.side.playing
    assert app.parts.document.guide is None
    assert app.page().muscle_id == "gluteus_minimus"
    assert not [text for text, tone in app.said if tone == "error"]

    app.press("startButton")
    app.key(KEY.Key_Space)
    assert app.player.player is not None
    assert app.player.player.state().running, "the second routine has not got the keyboard"
    app.player.close_routine()


def test_the_ball_moves_along_the_fibres_while_stripping(fresh_app: App, qtbot: QtBot) -> None:
    app = fresh_app
    app.start()
    app.parts.document.choose("gluteus_minimus", "right", "anterior")
    with dialogs(("safetyQuestions", answer_all)):
        app.press("startButton")
    QTest.keyClick(app.player, KEY.Key_Space)
    seen: list[float] = []
    for _ in range(400):
        guide = app.parts.document.guide
        if guide is not None and guide.progress is not None and len(guide.points) > 1:
            seen.append(guide.progress)
        app.clock.pass_(0.5)
        app.player.conductor.look()
    assert max(seen) > 0.9
    assert min(seen) < 0.1
    moved = [abs(after - before) for before, after in pairwise(seen) if after != before]
    assert moved, "the ball never moved"
    assert sorted(moved)[len(moved) // 2] < 0.1
    QTest.keyClick(app.player, KEY.Key_Escape)
    app.player.close_routine()


def test_with_the_keyboard_alone(fresh_app: App, qtbot: QtBot) -> None:
    app = fresh_app
    app.start()
    with dialogs(("notice", lambda notice: QTest.keyClick(notice, KEY.Key_Return))):
        app.window.greet()
    canvas = app.window.canvas

    assert app.key(KEY.Key_F6) is canvas
    mark_by_keys(app)
    assert len(app.parts.document.drawing) == 1
    assert app.sources()

    app.key(KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not app.parts.document.drawing
    app.key(KEY.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(app.parts.document.drawing) == 1

    assert app.key(KEY.Key_F7).objectName().startswith("source-")
    app.key(KEY.Key_Return)
    assert app.parts.document.chosen is not None
    start = app.key(KEY.Key_F7)
    assert start.objectName() == "startButton"

    def answer(asked: Dialog) -> None:
        for _ in range(200):
            focus = asked.focusWidget() or asked
            if focus.objectName() == "continue" and not focus.accessibleDescription():
                QTest.keyClick(focus, KEY.Key_Return)
                return
            if focus.objectName().startswith("no-"):
                QTest.keyClick(focus, KEY.Key_Space)
            asked.focusNextChild()
        raise AssertionError("the questions could not be answered by keys")

    with dialogs(("safetyQuestions", answer)):
        QTest.keyClick(start, KEY.Key_Return)
    assert app.window.side.playing
    app.key(KEY.Key_Space)
    assert app.player.player is not None
    assert app.player.player.state().running
    app.key(KEY.Key_Space)
    assert not app.player.player.state().running
    app.player.close_routine()
    app.key(KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert app.parts.document.chosen is None


def mark_by_keys(app: App) -> None:
    """Move the crosshair down the body until the status line names a thigh, and mark there."""
    for _ in range(3):
        app.key(KEY.Key_Left)
    for _ in range(100):
        if "thigh" in app.hover_text():
            break
        app.key(KEY.Key_Down)
    assert "thigh" in app.hover_text()
    app.key(KEY.Key_Return)


def test_a_routine_broken_off_is_offered_again(fresh_app: App, qtbot: QtBot, paths: Paths, engine: Engine) -> None:
    app = fresh_app
    app.start()
    app.parts.document.choose("gluteus_minimus", "right")
    with dialogs(("safetyQuestions", answer_all)):
        app.press("startButton")
    QTest.keyClick(app.player, KEY.Key_Space)
    app.clock.pass_(30.0)
    app.player.conductor.look()
    app.parts.close()

    again = App(qtbot, paths, engine)
    again.start()
    with dialogs(("notice", lambda notice: click_in(notice, "understood"))):
        again.window.greet()
    again.window.side.offer_to_resume()
    assert again.window.panel.resume.isVisible()
    again.press("resumeRoutine")
    assert again.window.side.playing
    assert again.player.player is not None
    assert not again.player.player.state().running
    again.player.close_routine()
    again.close()


def test_marks_can_not_be_made_by_accident_while_a_routine_runs(fresh_app: App, qtbot: QtBot) -> None:
    app = fresh_app
    app.start()
    app.click_body("right", "right thigh 0.5 lateral")
    app.choose_first()
    with dialogs(("safetyQuestions", answer_all)):
        app.press("startButton")
    app.window.canvas.fit()
    app.click_body("right", "right leg 0.5 lateral")
    assert len(app.parts.document.drawing) == 1
    changing = [app.window.actions_by_id[name] for name in ("undo", "redo", "clear")]
    assert not any(action.isEnabled() for action in changing)
    app.player.close_routine()
    assert [action.isEnabled() for action in changing] == [True, False, True]
    app.window.canvas.fit()
    app.click_body("right", "right leg 0.5 lateral")
    assert len(app.parts.document.drawing) == 2


def test_yes_to_an_emergency_question_starts_nothing(fresh_app: App) -> None:
    app = fresh_app
    app.start()
    app.parts.document.choose("gluteus_minimus", "right")
    seen: list[str] = []

    def read(doctor: Dialog) -> None:
        seen.extend(label.text() for label in doctor.findChildren(QLabel))
        click_in(doctor, "close")

    with dialogs(("safetyQuestions", lambda asked: answer_all(asked, yes=("cauda_equina",))), ("seeDoctor", read)):
        app.press("startButton")
    assert app.engine.atlas.cautions["cauda_equina"].do in seen
    assert not app.window.side.playing
    assert app.window.flow.answers["cauda_equina"] is True


def test_a_yes_stays_in_sight_until_it_is_taken_back(fresh_app: App) -> None:
    app = fresh_app
    app.start()
    app.click_body("right", "right thigh 0.5 lateral")
    app.parts.document.choose("gluteus_minimus", "right")
    with dialogs(
        ("safetyQuestions", lambda asked: answer_all(asked, yes=("cauda_equina",))),
        ("seeDoctor", lambda doctor: click_in(doctor, "close")),
    ):
        app.press("startButton")
    assert app.window.panel.cautions.shown[0].id == "cauda_equina"
    start = app.window.findChild(QPushButton, "startButton")
    assert start is not None
    assert not start.isEnabled()
    with dialogs(("safetyQuestions", answer_all)):
        app.press("answers-cauda_equina")
    assert "cauda_equina" not in {caution.id for caution in app.window.panel.cautions.shown}
    assert start.isEnabled()


def test_a_yes_that_rules_out_some_steps_leaves_the_rest(fresh_app: App) -> None:
    app = fresh_app
    app.start()
    app.parts.document.choose("gluteus_minimus", "right")
    caution = next(
        each
        for each in questions(app.engine.atlas, ["hip_thigh_knee"])
        if each.level != "emergency" and "strip" in each.blocks and "heat" not in each.blocks
    )
    with dialogs(
        ("safetyQuestions", lambda asked: answer_all(asked, yes=(caution.id,))),
        ("seeDoctor", lambda doctor: click_in(doctor, "goOn")),
    ):
        app.press("startButton")
    assert app.player.player is not None
    routine = app.player.player.routine
    assert not {step.kind for step in routine.steps} & set(caution.blocks)
    assert {left.caution for left in routine.left_out} == {caution.id}
    app.player.close_routine()
