"""The player beside a model of what it must be, over any order of commands, waits, sleeps and crashes.

The model knows how long the player ran and what each step may get. What must hold: the time that is left shrinks by
exactly what passes while it runs, no step is lost, none is run twice unless somebody went back, and each side gets its
full time unless it was skipped, eased or too much.
"""

from __future__ import annotations

from collections import Counter

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bodymap.atlas.model import Dose
from bodymap.routine.moments import Event
from bodymap.routine.player import Player
from bodymap.routine.saved import Saved
from tests.routine.content import CONTRACT, HEAT, PRESS, REST, STRIP, FakeClock, gone_on, routine, step

DOSES = {
    "press": PRESS,
    "strip": STRIP,
    "move": Dose(seconds=5.0, repetitions=3, sets=2, set_rest_seconds=20.0),
    "stretch": Dose(seconds=25.0, repetitions=2, rest_seconds=5.0),
    "contract_relax": CONTRACT,
    "heat": HEAT,
    "rest": REST,
}
CLOSE = 1e-6


class Machine(RuleBasedStateMachine):
    """``again``: steps gone back to or repeated; ``left``: steps not brought to their end at once, or lowered."""

    @initialize(kinds=st.lists(st.sampled_from(sorted(DOSES)), min_size=1, max_size=5), both=st.booleans())
    def open(self, kinds: list[str], both: bool) -> None:
        places = [f"thigh 0.{number} lateral" if number % 2 else None for number in range(len(kinds))]
        steps = [step(kind, DOSES[kind], number, place=places[number]) for number, kind in enumerate(kinds)]
        self.made = routine(both_sides=both, steps=steps)
        self.clock = FakeClock()
        self.slept = 0.0
        self.player = Player(self.made, self.clock, asleep=lambda: self.slept, cues=True)
        self.ran = 0.0
        self.begun: Counter[int] = Counter()
        self.again: set[int] = set()
        self.left: set[int] = set()
        self.events: list[Event] = []

    def hear(self) -> None:
        told = self.player.poll()
        for event in told:
            if event.kind == "step":
                self.begun[event.step] += 1
        self.events += told

    @rule(seconds=st.floats(0.0, 200.0))
    def wait(self, seconds: float) -> None:
        before = self.player.state()
        self.clock.pass_(seconds)
        after = self.player.state()
        if before.running:
            gone = min(seconds, before.total_left)
            self.ran += gone
            assert abs(before.total_left - after.total_left - gone) < CLOSE
        else:
            assert before == after
        self.hear()

    @rule()
    def start(self) -> None:
        self.player.start()
        self.hear()

    @rule()
    def pause(self) -> None:
        self.player.pause()
        self.hear()

    @rule()
    def skip(self) -> None:
        index = self.player.state().step_index
        if self.player.skip():
            self.left.add(index)
        self.hear()

    @rule()
    def ease(self) -> None:
        index = self.player.state().step_index
        if self.player.ease():
            self.left.add(index)
        self.hear()

    @rule(rating=st.none() | st.integers(0, 10))
    def too_much(self, rating: int | None) -> None:
        before = self.player.routine.steps
        index = self.player.state().step_index
        if self.player.too_much(rating):
            steps = self.player.routine.steps
            self.left |= {index} | {i for i, (old, new) in enumerate(zip(before, steps, strict=True)) if old != new}
            self.left |= {i for i, told in enumerate(self.player.tallies()) if told.outcome == "left"}
        self.hear()

    @rule()
    def hurry(self) -> None:
        self.player.hurry()
        self.hear()

    @rule()
    def back(self) -> None:
        index = self.player.state().step_index
        if self.player.back():
            self.left.add(index)
            self.again.add(self.player.state().step_index)
        self.hear()

    @rule()
    def repeat(self) -> None:
        if self.player.repeat():
            self.again.add(self.player.state().step_index)
        self.hear()

    @rule(seconds=st.floats(-5.0, 400.0))
    def more(self, seconds: float) -> None:
        before = self.player.state()
        added = self.player.more_time(seconds)
        assert 0.0 <= added <= max(seconds, 0.0) + CLOSE
        assert abs(self.player.state().total_left - before.total_left - added) < CLOSE

    @rule(seconds=st.floats(3.0, 5000.0))
    def close_the_lid(self, seconds: float) -> None:
        before = self.player.state()
        self.slept += seconds
        self.clock.pass_(seconds)
        after = self.player.state()
        assert after.total_left == before.total_left
        assert after.status == ("paused" if before.running else before.status)
        self.hear()

    @rule(away=st.floats(0.0, 1e6))
    def crash(self, away: float) -> None:
        if self.player.state().status in ("finished", "stopped"):
            return
        before = self.player.state()
        told = Saved.read(msgspec.json.decode(msgspec.json.encode(self.player.to_dict())))
        self.clock.pass_(away)
        self.player = gone_on(told, self.clock, asleep=lambda: self.slept, cues=True)
        after = self.player.state()
        assert (after.step_index, after.phase, after.total_left) == (before.step_index, before.phase, before.total_left)
        assert after.status == ("paused" if before.running else before.status)

    @invariant()
    def load_is_within_the_ceilings_and_the_time_that_passed(self) -> None:
        worked = 0.0
        for told, now, then in zip(self.player.tallies(), self.player.routine.steps, self.made.steps, strict=True):
            assert -CLOSE <= told.worked <= then.ceiling + CLOSE
            assert now.ceiling <= then.ceiling
            assert now.work_seconds <= then.work_seconds + CLOSE
            worked += told.worked
        assert worked <= self.ran + CLOSE

    @invariant()
    def what_is_told_is_in_order_and_was_due(self) -> None:
        due = [event.at for event in self.events]
        assert all(at <= self.clock.now + CLOSE for at in due)
        assert all(event.until >= event.at for event in self.events)

    @invariant()
    def no_step_is_run_twice_unless_repeated(self) -> None:
        """Going back runs the step gone back to, and after it only what had been left before its end."""
        first = min(self.again, default=len(self.made.steps))
        for index, count in self.begun.items():
            assert count == 1 or index in self.again or (index > first and index in self.left)

    def teardown(self) -> None:
        """Left alone from here on it comes to its end, and then no step is lost and no side is short of its time."""
        if not hasattr(self, "player"):
            return
        self.player.start()
        for _ in range(40):
            if self.player.state().finished:
                break
            self.clock.pass_(self.player.state().total_left)
            self.player.poll()
        assert self.player.state().finished
        tallies = self.player.tallies()
        assert all(told.outcome != "open" for told in tallies)
        for index, (told, planned) in enumerate(zip(tallies, self.made.steps, strict=True)):
            if index not in self.left and told.outcome == "done":
                assert told.worked >= planned.work_seconds - CLOSE


Machine.TestCase.settings = settings(max_examples=200, stateful_step_count=40, deadline=None)
TestMachine = Machine.TestCase
