"""When to be reminded of the routine: at some times of the day or every few hours, on which days."""

from __future__ import annotations

import re

from msgspec.structs import replace
from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDoubleSpinBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from bodymap.gui.kit import button, column, label, row
from bodymap.gui.theme import font
from bodymap.routine.reminders import LEAST_HOURS, Reminders

MOST_TIMES = 12
_TIME = re.compile(r"^([0-9]{1,2})[:.]([0-5][0-9])$")


class ReminderPart(QWidget):
    """``reminders`` is what is chosen now. Times that can't be read are named, and left out."""

    def __init__(self, reminders: Reminders) -> None:
        super().__init__()
        self.setObjectName("reminders")
        self._before = reminders
        down = column(self, 0.5)
        self._on = QCheckBox(self.tr("Remind me of my routine while Bodymap is open"))
        self._on.setFont(font("body"))
        self._on.setObjectName("remindersOn")
        self._on.setChecked(reminders.on)
        self._on.toggled.connect(self._look)
        down.addWidget(self._on)
        self._inner = QWidget()
        inside = column(self._inner, 0.5, (3, 0, 0, 0))
        down.addWidget(self._inner)
        self._ways = QButtonGroup(self)
        self._times_line(inside)
        self._hours_line(inside)
        self._days = self._days_line(inside)
        self._look()

    @property
    def reminders(self) -> Reminders:
        """What is chosen now."""
        times, _ = read_times(self._times.text())
        return replace(
            self._before,
            on=self._on.isChecked(),
            mode="hours" if self._ways.checkedId() == 1 else "times",
            times=times,
            hours=self._hours.value(),
            start=self._start.time().toString("HH:mm"),
            end=self._end.time().toString("HH:mm"),
            weekdays=tuple(number for number, day in enumerate(self._days) if day.isChecked()),
        )

    def _times_line(self, inside: QVBoxLayout) -> None:
        now, times = self._before, row(gap=1)
        times.addWidget(self._way(0, self.tr("at"), on=now.mode == "times"))
        self._times = QLineEdit(", ".join(now.times))
        self._times.setObjectName("reminderTimes")
        self._times.setAccessibleName(self.tr("Times of the day"))
        self._times.textChanged.connect(self._look)
        times.addWidget(self._times, 1)
        inside.addLayout(times)
        self._unread = label("", "small", "warning")
        self._unread.setObjectName("reminderUnread")
        inside.addWidget(self._unread)

    def _hours_line(self, inside: QVBoxLayout) -> None:
        now, hours = self._before, row(gap=1)
        hours.addWidget(self._way(1, self.tr("every"), on=now.mode == "hours"))
        self._hours = QDoubleSpinBox()
        self._hours.setObjectName("reminderHours")
        self._hours.setAccessibleName(self.tr("Hours between reminders"))
        self._hours.setRange(LEAST_HOURS, 12.0)
        self._hours.setSingleStep(0.5)
        self._hours.setDecimals(1)
        self._hours.setSuffix(self.tr(" hours"))
        self._hours.setValue(now.hours)
        hours.addWidget(self._hours)
        self._start = self._clock(now.start, self.tr("from"), "reminderStart")
        self._end = self._clock(now.end, self.tr("to"), "reminderEnd")
        for words, edit in ((self.tr("from"), self._start), (self.tr("to"), self._end)):
            hours.addWidget(label(words, wrap=False))
            hours.addWidget(edit)
        hours.addStretch(1)
        inside.addLayout(hours)

    def _days_line(self, inside: QVBoxLayout) -> list[QPushButton]:
        line, days = row(gap=0.5), []
        for number in range(7):
            day = button(QLocale().standaloneDayName(number + 1, QLocale.FormatType.ShortFormat), "chip")
            day.setObjectName(f"day-{number}")
            day.setAccessibleName(QLocale().standaloneDayName(number + 1, QLocale.FormatType.LongFormat))
            day.setAutoDefault(False)
            day.setChecked(number in self._before.weekdays)
            days.append(day)
            line.addWidget(day)
        line.addStretch(1)
        inside.addLayout(line)
        return days

    def _way(self, number: int, words: str, *, on: bool) -> QRadioButton:
        made = QRadioButton(words)
        made.setFont(font("body"))
        made.setObjectName(f"reminderWay-{number}")
        made.setChecked(on)
        self._ways.addButton(made, number)
        return made

    def _clock(self, value: str, says: str, name: str) -> QTimeEdit:
        made = QTimeEdit(QTime.fromString(value, "HH:mm"))
        made.setObjectName(name)
        made.setAccessibleName(says)
        made.setDisplayFormat("HH:mm")
        return made

    def _look(self) -> None:
        self._inner.setVisible(self._on.isChecked())
        _, unread = read_times(self._times.text())
        words = self.tr("Not a time of the day: {}").format(", ".join(unread))
        self._unread.setText(words if unread else "")
        self._unread.setVisible(bool(unread))


def read_times(text: str) -> tuple[tuple[str, ...], list[str]]:
    """The times in “8:00, 13.30”, each as “08:00”, and the words that are none."""
    times: list[str] = []
    unread: list[str] = []
    for word in re.split(r"[,;\s]+", text.strip()):
        found = _TIME.match(word)
        if found and int(found[1]) < 24:
            times.append(f"{int(found[1]):02d}:{found[2]}")
        elif word:
            unread.append(word)
    return tuple(sorted(set(times)))[:MOST_TIMES], unread
