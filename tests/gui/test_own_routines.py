"""One routine from several sources in the time there is; the editor and its limits; what is saved as one's own."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from bodymap.gui.dialogs.frame import Dialog
from bodymap.journal.mine import MyRoutines
from tests.gui.driver import App, answer_all, click_in, dialogs


def words(dialog: Dialog) -> str:
    QApplication.processEvents()  # what has just been put into a layout is shown by it
    return "\n".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


def marked(app: App) -> None:
    app.click_body("right", "right thigh 0.6 lateral")
    app.click_body("right", "right leg 0.5 lateral")
    app.sources()


def tick(dialog: Dialog, *names: str) -> None:
    for box in dialog.findChildren(QCheckBox):
        box.setChecked(box.objectName() in names)


def test_from_the_list_to_one_routine_of_eight_minutes(app: App) -> None:
    marked(app)

    def make(dialog: Dialog) -> None:
        ticked = [box for box in dialog.findChildren(QCheckBox) if box.isChecked()]
        assert ticked, "what together explains the pain is ticked"
        tick(dialog, "source-gluteus_minimus-right", "source-peroneus_longus-right")
        pick = dialog.findChild(QRadioButton, "minutes-3")
        assert pick is not None
        pick.setChecked(True)
        assert "There is no time left for it in 3 minutes." in words(dialog)
        eight = dialog.findChild(QRadioButton, "minutes-8")
        assert eight is not None
        eight.setChecked(True)
        click_in(dialog, "startTogether")

    with dialogs(("routineMaker", make), ("safetyQuestions", answer_all)):
        app.press("makeRoutine")
    player = app.player.player
    assert player is not None
    muscles = list(dict.fromkeys(step.muscle for step in player.routine.steps))
    assert muscles == ["gluteus_minimus", "peroneus_longus"], "the key muscle comes first"
    assert player.routine.seconds <= 8 * 60
    chosen = app.parts.document.chosen
    assert chosen is not None
    assert chosen.muscle == "gluteus_minimus"
    app.player.toggle()
    while player.state().step.muscle == "gluteus_minimus":
        app.player.conductor.do(lambda each: each.skip())
    chosen = app.parts.document.chosen
    assert chosen is not None
    assert chosen.muscle == "peroneus_longus", "the body shows what is treated now"
    app.player.close_routine()


def test_nothing_ticked_can_not_be_started(app: App) -> None:
    marked(app)

    def make(dialog: Dialog) -> None:
        tick(dialog)
        for name in ("startTogether", "editRoutine"):
            press = dialog.findChild(QPushButton, name)
            assert press is not None
            assert not press.isEnabled()
        assert "Choose 1 to 12 muscles" in words(dialog)
        click_in(dialog, "closeMaker")

    with dialogs(("routineMaker", make)):
        app.window.actions_by_id["own"].trigger()


def test_a_routine_is_changed_within_limits_saved_started_and_deleted(app: App) -> None:
    marked(app)

    def make(dialog: Dialog) -> None:
        tick(dialog, "source-gluteus_minimus-right", "source-peroneus_longus-right")
        click_in(dialog, "editRoutine")

    def change(dialog: Dialog) -> None:
        times = dialog.findChild(QSpinBox, "times-0")
        assert times is not None
        times.setValue(60)
        said = dialog.findChild(QLabel, "editWhy")
        assert said is not None
        assert "at most on one spot" in said.text(), "the limit is explained"
        times = dialog.findChild(QSpinBox, "times-0")
        assert times is not None
        assert times.value() < 60
        rows = [each for each in dialog.findChildren(QWidget) if each.objectName().startswith("row-")]
        titles = [each.findChild(QLabel).text() for each in rows]  # type: ignore[union-attr]
        click_in(dialog, "down-0")
        moved = dialog.findChild(QWidget, "row-1").findChild(QLabel).text()  # type: ignore[union-attr]
        assert moved == titles[0]
        count = len(rows)
        click_in(dialog, "drop-0")
        rows = [each for each in dialog.findChildren(QWidget) if each.objectName().startswith("row-")]
        assert len(rows) == count - 1
        name = dialog.findChild(QLineEdit, "routineName")
        assert name is not None
        name.setText("Evening")
        name.textEdited.emit("Evening")
        click_in(dialog, "saveEdit")

    def begin(dialog: Dialog) -> None:
        (mine,) = MyRoutines(app.paths.data).load().value or ()
        assert mine.name == "Evening"
        assert "Evening" in words(dialog)
        click_in(dialog, f"startMine-{mine.id}")

    with dialogs(
        ("routineMaker", make), ("routineEditor", change), ("routineMaker", begin), ("safetyQuestions", answer_all)
    ):
        app.window.actions_by_id["own"].trigger()
    player = app.player.player
    assert player is not None
    assert player.routine.id == "mine"
    assert player.routine.name == "Evening"
    app.player.close_routine()

    def delete(dialog: Dialog) -> None:
        (mine,) = MyRoutines(app.paths.data).load().value or ()
        click_in(dialog, f"deleteMine-{mine.id}")
        assert "Evening" not in words(dialog)
        click_in(dialog, "closeMaker")

    with dialogs(("routineMaker", delete)):
        app.window.actions_by_id["own"].trigger()
    assert MyRoutines(app.paths.data).load().value == ()


def test_the_length_of_a_hold_has_its_limit_too(app: App) -> None:
    app.parts.document.choose("peroneus_longus", "right")

    def make(dialog: Dialog) -> None:
        click_in(dialog, "editRoutine")

    def change(dialog: Dialog) -> None:
        fields = [each for each in dialog.findChildren(QDoubleSpinBox) if each.objectName().startswith("seconds-")]
        assert fields
        fields[0].setValue(1800.0)
        said = dialog.findChild(QLabel, "editWhy")
        assert said is not None
        assert "at most on one spot" in said.text()
        click_in(dialog, "cancelEdit")

    with dialogs(("routineMaker", make), ("routineEditor", change), ("routineMaker", lambda each: each.reject())):
        app.window.actions_by_id["own"].trigger()


def test_before_anything_is_marked_it_says_how_to_begin(app: App) -> None:
    def look(dialog: Dialog) -> None:
        assert "Mark where it hurts." in words(dialog)
        press = dialog.findChild(QPushButton, "startTogether")
        assert press is not None
        assert not press.isVisible()
        dialog.reject()

    with dialogs(("routineMaker", look)):
        app.window.actions_by_id["own"].trigger()
