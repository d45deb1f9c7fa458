"""Reminders through the day: when the next one is due. Who shows it, and how, is the window's business."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

Clock = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""A time of day, such as 08:30."""
Weekday = Annotated[int, Meta(ge=0, le=6)]
"""0 is Monday."""
LEAST_HOURS: Final = 1.0
EVERY_DAY: Final = (0, 1, 2, 3, 4, 5, 6)


class Reminders(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """When to remind: at these ``times``, or every ``hours`` hours from ``start`` to ``end``, on these ``weekdays``.

    Off until somebody turns them on. ``mode`` keeps the other way's settings for when they change their mind.
    """

    on: bool = False
    mode: Literal["times", "hours"] = "times"
    times: Annotated[tuple[Clock, ...], Meta(max_length=12)] = ("08:00", "13:00", "20:00")
    hours: Annotated[float, Meta(ge=LEAST_HOURS, le=12.0)] = 3.0
    start: Clock = "08:00"
    end: Clock = "20:00"
    weekdays: Annotated[tuple[Weekday, ...], Meta(max_length=7)] = EVERY_DAY

    def next_due(self, now: datetime) -> datetime | None:
        """The next time after ``now`` (local, with or without a time zone), None when there is none.

        A time that the clocks skip in spring is made up for after the gap, one that comes twice in autumn reminds once.
        """
        if not self.on:
            return None
        for days in range(8):
            day = now.date() + timedelta(days=days)
            if day.weekday() not in self.weekdays:
                continue
            due = [datetime.combine(day, at, tzinfo=now.tzinfo) for at in self.times_of_day()]
            to_come = [at for at in due if at.timestamp() > now.timestamp()]
            if to_come:
                return min(to_come, key=datetime.timestamp)
        return None

    def times_of_day(self) -> tuple[time, ...]:
        """The times of a day at which it reminds, in order. From 20:00 to 08:00 it goes on after midnight."""
        if self.mode == "times":
            return tuple(sorted({_time(each) for each in self.times}))
        return tuple(sorted(set(self._through_the_day())))

    def _through_the_day(self) -> Iterator[time]:
        start, end, every = _minutes(self.start), _minutes(self.end), round(self.hours * 60)
        if end < start:
            end += 24 * 60
        for minute in range(start, min(end, start + 24 * 60 - 1) + 1, every):
            yield time((minute // 60) % 24, minute % 60)


def _time(clock: str) -> time:
    return time(int(clock[:2]), int(clock[3:]))


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])
