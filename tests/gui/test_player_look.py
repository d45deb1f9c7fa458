"""How the player looks and sounds: the ring, the sizes, the themes, when it paints, the chimes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from bodymap.gui.player.ring import ClockRing, Face
from bodymap.gui.player.sounds import CHIMES, Chimes
from bodymap.gui.player.ticker import wait_ms
from bodymap.gui.player.words import clock_time, phase_words
from bodymap.gui.theme import DARK, LIGHT
from bodymap.paths import asset
from bodymap.routine.player import Player
from bodymap.routine.steps import Routine
from tests.gui.player_stage import Stage
from tests.routine.content import HEAT, STRIP, FakeClock, routine, step


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    made = Stage(qtbot)
    made.panel.open(routine(both_sides=True))
    return made


def test_the_next_look_is_a_frame_a_second_or_an_event_away() -> None:
    clock = FakeClock()
    player = Player(routine(steps=[step("strip", STRIP), step("heat", HEAT)]), clock)
    player.start()
    clock.pass_(20.25)
    moment = player.state()
    assert wait_ms(moment, visible=True, calm=False) == 34
    assert wait_ms(moment, visible=True, calm=True) == 750
    assert wait_ms(moment, visible=False, calm=False) == 7750, "12 s before the end it is said what comes next"
    clock.pass_(15.0)
    assert wait_ms(player.state(), visible=False, calm=False) == 750, "the count"
    player.skip()
    clock.pass_(60.0)
    assert wait_ms(player.state(), visible=False, calm=False) == 10_000
    player.back()
    player.skip()
    player.hurry()
    assert wait_ms(player.state(), visible=True, calm=False) == 100


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda each: each.name)
def test_the_ring_is_full_on_the_side_that_is_left(qtbot: QtBot, theme: object) -> None:
    ring = ClockRing(theme)  # type: ignore[arg-type]
    qtbot.addWidget(ring)
    ring.set_diameter(200)
    ring.show_face(Face("Press", "15", left=0.5, strong=True))
    picture = ring.grab().toImage()
    scale = picture.width() / 200
    edge = round(200 * 0.034)

    def rim(x: int, y: int) -> QColor:
        return picture.pixelColor(round(x * scale), round(y * scale))

    # Half of the time has gone, clockwise from the top: the right half is empty, the left half still full.
    accent = theme.accent  # type: ignore[attr-defined]
    assert rim(edge, 100) == accent
    assert rim(200 - edge, 100) != accent
    assert rim(100, 100) != accent


def test_a_theme_is_worn_at_once(stage: Stage) -> None:
    stage.click("startButton")
    stage.pass_(25.0)
    stage.themes.set_mode("dark")
    dark = stage.panel.findChild(ClockRing, "clockRing").grab().toImage()  # type: ignore[union-attr]
    stage.themes.set_mode("light")
    light = stage.panel.findChild(ClockRing, "clockRing").grab().toImage()  # type: ignore[union-attr]
    assert dark != light


@pytest.mark.parametrize("width", [360, 440, 520])
@pytest.mark.parametrize("height", [600, 760, 1300])
def test_nothing_is_cut_off_at_any_size(stage: Stage, width: int, height: int) -> None:
    stage.panel.resize(width, height)
    stage.click("startButton")
    stage.qtbot.wait(0)
    panel = stage.panel
    assert (panel.width(), panel.height()) == (width, height)
    for name in ("backButton", "startButton", "skipButton", "repeatButton", "moreButton", "easedButton", "closeButton"):
        pressed = stage.button(name)
        area = pressed.rect().translated(pressed.mapTo(panel, pressed.rect().topLeft()))
        assert panel.rect().contains(area), name
        assert pressed.width() >= pressed.minimumSizeHint().width(), name
    details = panel._play.details
    stage.qtbot.waitUntil(lambda: details.inner.width() <= details.viewport().width())
    assert details.viewport().height() >= 120


def test_on_a_small_screen_with_large_letters_the_buttons_stay(stage: Stage) -> None:
    assert stage.panel.minimumSizeHint().height() <= 350
    stage.panel.resize(430, 350)
    stage.click("startButton")
    stage.qtbot.wait(0)
    assert stage.panel.height() == 350
    for name in ("backButton", "startButton", "skipButton", "moreButton", "tooMuchButton", "closeButton"):
        pressed = stage.button(name)
        area = pressed.rect().translated(pressed.mapTo(stage.panel, pressed.rect().topLeft()))
        assert stage.panel.rect().contains(area), name
        assert pressed.height() >= pressed.minimumHeight(), name
    assert stage.panel._play.details.viewport().height() >= 40
    assert stage.panel._play._next.isHidden()
    stage.panel.resize(430, 600)
    stage.qtbot.wait(0)
    assert not stage.panel._play._next.isHidden()


def test_all_sounds_are_there_and_soft() -> None:
    import struct
    import wave

    for chime in CHIMES:
        with wave.open(str(asset(f"sounds/{chime}.wav"))) as file:
            count, rate = file.getnframes(), file.getframerate()
            heights = struct.unpack(f"<{count}h", file.readframes(count))
        assert 0.2 < count / rate < 2.5
        assert max(map(abs, heights)) < 0.55 * 32768
        assert abs(heights[0]) < 200
        assert abs(heights[-1]) < 200
        assert max(abs(one - other) for one, other in pairwise(heights)) < 8000  # no clicks


def test_without_the_sound_library_a_sentence_is_said_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    chimes = Chimes()
    said: list[str] = []
    chimes.missing.connect(said.append)
    chimes.prepare()
    chimes.play("work")
    chimes.prepare()
    assert len(said) == 1
    assert said[0].startswith("The routine runs without sounds, since a sound library is missing")


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0.0, "0"), (0.01, "1"), (59.2, "1:00"), (65.0, "1:05"), (3600.0, "60:00")]
)
def test_the_clock_shows_a_second_until_it_is_over(seconds: float, shown: str) -> None:
    assert clock_time(seconds) == shown
    assert clock_time(seconds, always_minutes=True) == (shown if ":" in shown else f"0:0{shown}")


def test_every_phase_of_every_step_has_words() -> None:
    made: Routine = routine(both_sides=True)
    said = {phase_words(each, phase) for each in made.steps for phase in each.phases}
    assert {"Switch to the left side", "Back to the start", "Rest", "Get ready"} <= said
    assert "" not in said
