"""Reminders through the day: off until wanted, never during a routine, never long after their time."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from bodymap.gui.dialogs.reminder_part import ReminderPart, read_times
from bodymap.gui.power.reminding import LONGEST_MS, Reminding
from bodymap.gui.routine_settings import RoutineSettings
from bodymap.routine.reminders import Reminders

NOON = datetime(2026, 3, 2, 12, 0)  # noqa: DTZ001 - reminders are of the clock on the wall; a Monday


class Day:
    """A day that passes when told to."""

    def __init__(self) -> None:
        self.now, self.runs = NOON, False
        self.shown: list[str] = []
        self.owner = QObject()
        self.reminding = Reminding(lambda: self, lambda: self.runs, self.owner, lambda: self.now)

    def show(self, title: str, text: str) -> bool:
        self.shown.append(title)
        return True

    def withdraw(self) -> None:
        """Nothing to do."""

    def pass_(self, **time: float) -> None:
        self.now += timedelta(**time)
        self.reminding.look()

    @property
    def timer(self) -> object:
        return self.reminding._timer


@pytest.fixture
def day(qapp: object) -> Day:
    return Day()


def test_nobody_is_reminded_who_did_not_ask(day: Day) -> None:
    day.reminding.set_reminders(RoutineSettings().reminders)
    assert not day.reminding._timer.isActive()
    for _ in range(48):
        day.pass_(minutes=30)
    assert day.shown == []


def test_each_time_of_the_day_once(day: Day) -> None:
    day.reminding.set_reminders(Reminders(on=True, times=("13:00", "20:00")))
    assert day.reminding._timer.isActive()
    assert day.reminding._timer.interval() <= LONGEST_MS
    for _ in range(24 * 60):
        day.pass_(minutes=1)
    assert day.shown == ["Time for your routine"] * 2
    day.reminding.set_reminders(Reminders())
    assert not day.reminding._timer.isActive()


def test_not_during_a_routine_and_not_after_a_long_sleep(day: Day) -> None:
    day.reminding.set_reminders(Reminders(on=True, times=("13:00", "14:00", "15:00")))
    day.runs = True
    day.pass_(hours=1)
    day.runs = False
    assert day.shown == []
    day.pass_(hours=1, minutes=40)  # the lid was closed over it
    assert day.shown == []
    day.pass_(minutes=25)
    assert day.shown == ["Time for your routine"], "a few minutes late is still in time"
    day.reminding.set_reminders(Reminders())


@pytest.mark.parametrize(
    ("text", "times", "unread"),
    [
        ("8:00, 13.30", ("08:00", "13:30"), []),
        ("20:00 8:00 20:00", ("08:00", "20:00"), []),
        ("25:00, noon, 9:60", (), ["25:00", "noon", "9:60"]),
        ("", (), []),
    ],
)
def test_times_are_read_as_people_write_them(text: str, times: tuple[str, ...], unread: list[str]) -> None:
    assert read_times(text) == (times, unread)


def test_what_is_chosen_is_what_is_kept(qtbot: QtBot) -> None:
    part = ReminderPart(Reminders())
    qtbot.addWidget(part)
    with qtbot.waitExposed(part):
        part.show()
    assert part.reminders == Reminders()
    find = part.findChild
    find(QWidget, "remindersOn").setChecked(True)  # type: ignore[attr-defined]
    find(QWidget, "reminderTimes").setText("7:15, soon")  # type: ignore[attr-defined]
    said = find(QLabel, "reminderUnread")
    assert said is not None
    assert said.isVisible()
    assert said.text() == "Not a time of the day: soon"
    find(QWidget, "day-6").setChecked(False)  # type: ignore[attr-defined]
    assert part.reminders == Reminders(on=True, times=("07:15",), weekdays=(0, 1, 2, 3, 4, 5))
    find(QWidget, "reminderWay-1").setChecked(True)  # type: ignore[attr-defined]
    assert part.reminders.mode == "hours"
