"""When the screen has to stay awake: from the start of a routine through every rest to its end."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from bodymap.gui.player.company import System
from bodymap.gui.power.wakeful import Wakeful
from bodymap.gui.routine_settings import RoutineSettings
from tests.gui.player_stage import Stage
from tests.routine.content import PRESS, routine, step


class Bed:
    """Remembers whether it is held."""

    def __init__(self) -> None:
        self.held = False
        self.times = 0

    def possible(self) -> bool:
        return True

    def hold(self) -> bool:
        self.held = True
        self.times += 1
        return True

    def release(self) -> None:
        self.held = False


def test_awake_from_the_start_through_every_rest_to_the_end(qtbot: QtBot) -> None:
    bed = Bed()
    stage = Stage(qtbot, system=System(awake=bed))
    stage.panel.open(routine(steps=[step("press", PRESS)]))
    assert not bed.held, "nothing runs yet"
    stage.click("startButton")
    kinds = set()
    while stage.status == "running":
        assert bed.held
        assert stage.panel.player is not None
        kinds.add(stage.panel.player.state().phase.kind)
        stage.pass_(1.0)
    assert kinds == {"get_ready", "work", "rest"}
    assert not bed.held
    assert bed.times == 1


def test_a_long_pause_lets_the_screen_sleep_and_going_on_wakes_it(qtbot: QtBot) -> None:
    bed = Bed()
    stage = Stage(qtbot, system=System(awake=bed))
    stage.panel.open(routine(steps=[step("press", PRESS)]))
    stage.click("startButton")
    stage.click("startButton")
    assert bed.held, "a short pause"
    wakeful = stage.panel.findChild(Wakeful)
    assert wakeful is not None
    assert wakeful._pause.isActive()
    wakeful._pause.stop()
    wakeful._pause.timeout.emit()
    assert not bed.held
    stage.click("startButton")
    assert bed.held
    stage.panel.close_routine()
    assert not bed.held


def test_who_does_not_want_it_is_left_alone(qtbot: QtBot) -> None:
    bed = Bed()
    stage = Stage(qtbot, system=System(awake=bed))
    stage.panel.set_settings(RoutineSettings(awake=False))
    stage.panel.open(routine())
    stage.click("startButton")
    assert bed.times == 0
