"""Buttons that need not be looked at: any key, mouse button or headset key, short and long; and floor mode."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from bodymap.gui.dialogs.button_chooser import ButtonChooser
from bodymap.gui.dialogs.routine_settings import RoutineSettingsDialog
from bodymap.gui.handsfree import HandsFree, button_of, button_words
from bodymap.gui.player.ring import ClockRing
from bodymap.gui.routine_settings import Abilities, RoutineSettings
from tests.gui.driver import App, dialogs
from tests.gui.player_stage import Stage
from tests.routine.content import PRESS, routine, step

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton


def key(kind: QEvent.Type, which: Qt.Key, *, repeats: bool = False) -> QKeyEvent:
    return QKeyEvent(kind, which, Qt.KeyboardModifier.NoModifier, "", repeats)


def mouse(kind: QEvent.Type, which: Qt.MouseButton) -> QMouseEvent:
    return QMouseEvent(kind, QPointF(1, 1), QPointF(1, 1), which, which, Qt.KeyboardModifier.NoModifier)


class Hands:
    def __init__(self, settings: RoutineSettings | None = None) -> None:
        self.owner = QObject()
        self.hands = HandsFree(settings or RoutineSettings(), self.owner)
        self.wishes: list[str] = []
        self.hands.wished.connect(self.wishes.append)

    def press(self, which: Qt.Key, *, repeats: bool = False) -> bool:
        return self.hands.take(key(QEvent.Type.KeyPress, which, repeats=repeats))

    def release(self, which: Qt.Key) -> bool:
        return self.hands.take(key(QEvent.Type.KeyRelease, which))

    def hold(self) -> None:
        """As long as it takes."""
        assert self.hands._hold.isActive()
        self.hands._hold.stop()
        self.hands._hold.timeout.emit()


@pytest.fixture
def hands(qapp: object) -> Hands:
    return Hands()


@pytest.mark.parametrize("which", [KEY.Key_MediaTogglePlayPause, KEY.Key_MediaPlay, KEY.Key_ToggleCallHangup])
def test_a_headset_pauses_when_its_button_is_let_go(hands: Hands, which: Qt.Key) -> None:
    assert hands.press(which)
    assert hands.wishes == []
    assert hands.release(which)
    assert hands.wishes == ["pause"]


def test_a_long_press_goes_on_and_does_not_pause_as_well(hands: Hands) -> None:
    hands.press(KEY.Key_Space)
    hands.press(KEY.Key_Space, repeats=True)
    hands.hold()
    hands.press(KEY.Key_Space, repeats=True)
    hands.release(KEY.Key_Space)
    assert hands.wishes == ["next"]


def test_without_holding_a_press_acts_at_once(qapp: object) -> None:
    hands = Hands(RoutineSettings(hold_for_next=False))
    hands.press(KEY.Key_Space)
    assert hands.wishes == ["pause"]
    hands.release(KEY.Key_Space)
    assert hands.wishes == ["pause"]


def test_every_mouse_button_counts_and_the_key_for_next_is_next(hands: Hands) -> None:
    buttons = Qt.MouseButton
    for which in (LEFT, buttons.MiddleButton, buttons.RightButton, buttons.BackButton):
        hands.hands.take(mouse(QEvent.Type.MouseButtonPress, which))
        hands.hands.take(mouse(QEvent.Type.MouseButtonRelease, which))
    hands.press(KEY.Key_MediaNext)
    assert hands.wishes == ["pause"] * 4 + ["next"]


def test_what_was_not_chosen_is_left_alone(hands: Hands) -> None:
    assert not hands.press(KEY.Key_A)
    assert not hands.press(KEY.Key_VolumeUp)
    assert hands.wishes == []


def test_names_survive_being_kept_and_read_well(qapp: object) -> None:
    for which in (KEY.Key_Space, KEY.Key_MediaNext, KEY.Key_F13, KEY.Key_PageDown, KEY.Key_A):
        name = button_of(key(QEvent.Type.KeyPress, which))
        assert name.startswith("key:")
        assert button_words(name)
    assert button_of(key(QEvent.Type.KeyPress, KEY.Key_unknown)) == ""
    assert button_words("mouse:middle") == "Wheel click"
    assert button_words(button_of(mouse(QEvent.Type.MouseButtonPress, Qt.MouseButton.ExtraButton5))).startswith(
        "Mouse button "
    )


def test_in_the_panel_a_chosen_key_works_and_a_click_is_a_click(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.panel.set_settings(RoutineSettings(pause_buttons=("key:B", "mouse:back"), hold_for_next=False))
    stage.panel.open(routine(steps=[step("press", PRESS)]))
    stage.key(KEY.Key_B)
    assert stage.status == "running"
    qtbot.mouseClick(stage.panel, Qt.MouseButton.BackButton)
    assert stage.status == "paused"
    qtbot.mouseClick(stage.panel, LEFT)
    assert stage.status == "paused"


def test_next_goes_to_whatever_comes_next(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.panel.open(routine(both_sides=True, steps=[step("press", PRESS)]))
    stage.panel._wished("next")
    assert stage.status == "running"
    player = stage.panel.player
    assert player is not None
    stage.panel._wished("next")
    assert player.state().phase.kind == "work", "ready already"
    stage.panel._wished("next")
    assert player.state().step.id == "press_1.left", "it has eased"
    assert player.tallies()[0].outcome == "eased"


# ---- floor mode


@pytest.fixture
def playing(app: App) -> App:
    app.window.flow.answers = dict.fromkeys(app.engine.atlas.cautions, False)
    app.window.flow.start(
        "gluteus_minimus", "right", app.engine.atlas.muscles["gluteus_minimus"].care.routines[0].id, True
    )
    assert app.player.isVisible()
    return app


def test_floor_mode_is_the_whole_screen_and_one_button(playing: App, qtbot: QtBot) -> None:
    window, player = playing.window, playing.player
    before = window.saveGeometry()
    qtbot.keyClick(player, KEY.Key_F)
    assert window.isFullScreen()
    assert all(not bar.isVisible() for bar in window.findChildren(QToolBar))
    assert not window.statusBar().isVisible()
    ring = playing.find(ClockRing, "floorRing")
    assert ring.isVisible()
    cover = playing.find(QWidget, "floorCover")
    assert cover.size() == window.size()
    assert player.player is not None
    for place in (QPoint(20, window.height() - 30), QPoint(window.width() - 40, 200)):
        before_status = player.player.state().status
        target = window.childAt(place)
        assert target is cover, "nothing lies above the button"
        QTest.mouseClick(cover, LEFT, pos=place)
        assert player.player.state().status != before_status
    assert window.kept().geometry == bytes(before.toBase64().data()).decode(), "the next start is not full screen"
    qtbot.keyClick(player, KEY.Key_Escape)
    assert not window.isFullScreen()
    assert window.statusBar().isVisible()
    assert not playing.player.findChild(QWidget, "floorPage").isVisible()  # type: ignore[union-attr]
    assert player.player is not None, "leaving floor mode goes on with the routine"
    player.close_routine()


def test_on_the_floor_keys_pause_and_the_way_out_can_be_clicked(playing: App, qtbot: QtBot) -> None:
    player = playing.player
    player.toggle()
    player.set_floor(True)
    assert player.player is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(player, key(kind, KEY.Key_MediaTogglePlayPause))
    assert player.player.state().status == "paused"
    qtbot.keyClick(player, KEY.Key_Tab)
    qtbot.keyClick(player, KEY.Key_Right)
    assert player.player.state().step_index == 0, "what was not chosen does nothing here"
    playing.press("leaveFloor")
    assert not playing.window.isFullScreen()
    player.close_routine()


def test_the_end_on_the_floor_is_seen_from_there(playing: App) -> None:
    player = playing.player
    player.toggle()
    player.set_floor(True)
    for _ in range(4000):
        playing.clock.pass_(5.0)
        player.conductor.look()
        if player.player is None or player.player.state().finished:
            break
    title = playing.find(QLabel, "floorTitle")
    assert isinstance(title, QLabel)
    assert title.text() == "Done"
    assert title.isVisible()
    player._wished("pause")
    assert not playing.window.isFullScreen()
    assert playing.find(QPushButton, "doneButton").isVisible()
    player.close_routine()


@pytest.mark.parametrize("size", [(700, 720), (900, 600), (1600, 1440)])
def test_letters_on_the_floor_page_are_large_enough_and_nothing_is_cut(qtbot: QtBot, size: tuple[int, int]) -> None:
    stage = Stage(qtbot)
    stage.panel.resize(*size)
    stage.panel.open(routine(both_sides=True))
    stage.panel.toggle()
    stage.panel.set_floor(True)
    share = size[1] / 720
    page = stage.panel.findChild(QWidget, "floorPage")
    assert isinstance(page, QWidget)
    ring = stage.panel.findChild(ClockRing, "floorRing")
    assert isinstance(ring, ClockRing)
    qtbot.waitUntil(lambda: ring.width() >= 0.4 * size[1])
    for name, least in (("floorTitle", 28), ("floorCue", 24), ("floorNext", 24)):
        shown = stage.panel.findChild(QLabel, name)
        assert isinstance(shown, QLabel)
        assert shown.font().pixelSize() >= min(share, size[0] / 700) * least
        qtbot.waitUntil(lambda shown=shown: shown.height() >= shown.heightForWidth(shown.width()))
        assert page.rect().contains(shown.geometry())
    assert page.rect().contains(ring.geometry())


# ---- choosing


def test_a_button_is_chosen_by_pressing_it(qtbot: QtBot) -> None:
    chooser = ButtonChooser("Pause", ("key:Space",), "pause")
    qtbot.addWidget(chooser)
    with qtbot.waitExposed(chooser):
        chooser.show()
    catcher = chooser.catcher
    qtbot.mouseClick(catcher, LEFT)
    assert catcher.waits
    qtbot.keyClick(catcher, KEY.Key_F13)
    assert chooser.buttons == ("key:Space", "key:F13")
    qtbot.mouseClick(catcher, LEFT)
    qtbot.mouseClick(catcher, Qt.MouseButton.MiddleButton)
    assert chooser.buttons[-1] == "mouse:middle"
    qtbot.mouseClick(catcher, LEFT)
    qtbot.keyClick(catcher, KEY.Key_Escape)
    assert not catcher.waits
    assert len(chooser.buttons) == 3, "Escape stays the way out"
    chip = chooser.findChild(QPushButton, "chip-key:F13")
    assert isinstance(chip, QPushButton)
    qtbot.mouseClick(chip, LEFT)
    assert chooser.buttons == ("key:Space", "mouse:middle")


def test_a_button_given_another_meaning_loses_the_first(qtbot: QtBot) -> None:
    dialog = RoutineSettingsDialog(RoutineSettings(), Abilities())
    qtbot.addWidget(dialog)
    dialog.next.catcher.caught.emit("mouse:middle")
    assert "mouse:middle" not in dialog.settings.pause_buttons
    assert dialog.settings.next_buttons == ("key:Media Next", "mouse:middle")
    usual = dialog.findChild(QPushButton, "usualButtons")
    assert isinstance(usual, QPushButton)
    usual.click()
    assert dialog.settings == RoutineSettings()


def test_settings_are_kept_from_one_start_to_the_next(app: App) -> None:
    def act(dialog: object) -> None:
        assert isinstance(dialog, RoutineSettingsDialog)
        for name in ("countsDown", "awake"):
            box = dialog.findChild(QWidget, name)
            assert box is not None
            box.setChecked(False)  # type: ignore[attr-defined]
        motion = dialog.findChild(QWidget, "motion-1")
        motion.setChecked(True)  # type: ignore[union-attr]
        dialog.accept()

    with dialogs(("routineSettings", act)):
        app.window.actions_by_id["routine"].trigger()
    kept = app.window.kept().routine
    assert (kept.counts_down, kept.awake, kept.motion) == (False, False, "less")
    assert app.player.settings == kept
    app.window.side.player.set_settings(RoutineSettings())  # what the next test wants to see moves again
