"""When the next reminder is due."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.routine.reminders import Reminders

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2024, 7, 1, 12, 0)  # noqa: DTZ001 - the time on somebody's wall


def test_they_are_off_until_somebody_wants_them() -> None:
    assert Reminders().next_due(MONDAY) is None


@pytest.mark.parametrize(
    ("now", "due"),
    [("07:59", "08:00"), ("08:00", "13:00"), ("12:00", "13:00"), ("19:59", "20:00")],
)
def test_the_next_of_the_times_of_a_day(now: str, due: str) -> None:
    at = datetime.fromisoformat(f"2024-07-01T{now}")
    assert Reminders(on=True).next_due(at) == datetime.fromisoformat(f"2024-07-01T{due}")


def test_after_the_last_of_a_day_comes_the_first_of_the_next_one_that_is_wanted() -> None:
    late = MONDAY.replace(hour=21)
    assert Reminders(on=True).next_due(late) == datetime.fromisoformat("2024-07-02T08:00")
    assert Reminders(on=True, weekdays=(0, 4)).next_due(late) == datetime.fromisoformat("2024-07-05T08:00")
    assert Reminders(on=True, weekdays=(0,)).next_due(late) == datetime.fromisoformat("2024-07-08T08:00")


def test_without_days_or_times_there_is_none() -> None:
    assert Reminders(on=True, weekdays=()).next_due(MONDAY) is None
    assert Reminders(on=True, times=()).next_due(MONDAY) is None


def test_every_few_hours_between_two_times() -> None:
    every = Reminders(on=True, mode="hours", hours=2.5, start="09:00", end="17:00")
    assert [f"{at:%H:%M}" for at in every.times_of_day()] == ["09:00", "11:30", "14:00", "16:30"]
    assert every.next_due(MONDAY) == MONDAY.replace(hour=14)


def test_through_the_night_for_somebody_who_works_then() -> None:
    night = Reminders(on=True, mode="hours", hours=3.0, start="22:00", end="05:00")
    assert [f"{at:%H:%M}" for at in night.times_of_day()] == ["01:00", "04:00", "22:00"]


def test_a_time_that_the_clocks_skip_reminds_after_the_gap() -> None:
    early = Reminders(on=True, times=("02:30",))
    due = early.next_due(datetime(2024, 3, 31, 1, 0, tzinfo=BERLIN))
    assert due is not None
    assert due.timestamp() == datetime(2024, 3, 31, 3, 30, tzinfo=BERLIN).timestamp()


def test_a_time_that_comes_twice_reminds_once() -> None:
    early = Reminders(on=True, times=("02:30",))
    first = early.next_due(datetime(2024, 10, 27, 1, 0, tzinfo=BERLIN))
    assert first is not None
    assert (first.hour, first.day, first.fold) == (2, 27, 0)
    again = early.next_due(datetime(2024, 10, 27, 2, 15, tzinfo=BERLIN, fold=1))
    assert again is not None
    assert again.day == 28


clocks = st.builds(lambda hour, minute: f"{hour:02d}:{minute:02d}", st.integers(0, 23), st.integers(0, 59))
reminders = st.builds(
    Reminders,
    on=st.just(True),
    mode=st.sampled_from(["times", "hours"]),
    times=st.lists(clocks, min_size=1, max_size=12).map(tuple),
    hours=st.floats(1.0, 12.0),
    start=clocks,
    end=clocks,
    weekdays=st.sets(st.integers(0, 6), min_size=1).map(tuple),
)


@given(wanted=reminders, now=st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)))  # noqa: DTZ001 - on a wall
def test_there_is_always_a_next_one_on_a_wanted_day_and_none_is_skipped(wanted: Reminders, now: datetime) -> None:
    due = wanted.next_due(now)
    assert due is not None
    assert now < due <= now + timedelta(days=8)
    assert due.weekday() in wanted.weekdays
    assert due.time() in wanted.times_of_day()
    assert wanted.next_due(due - timedelta(microseconds=1)) == due
    assert msgspec.json.decode(msgspec.json.encode(wanted), type=Reminders) == wanted


@pytest.mark.parametrize(
    "told",
    [{"times": ["24:00"]}, {"times": ["8:00"]}, {"hours": 0.01}, {"weekdays": [7]}, {"start": "x"}, {"loud": True},
     {"times": ["08:00"] * 13}],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_when_it_is_read(told: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(told, Reminders)
