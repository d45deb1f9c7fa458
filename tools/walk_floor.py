"""The recorded walk through floor mode: a routine led from across the room, in both themes, in pictures.

python tools/walk_floor.py [--output docs/walk/floor] [--offscreen]

Like ``tools/walk.py`` it presses real keys and mouse buttons; only the clock of the routine is not the real one.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from walk import display, page
from walk_hands import LEFT, LOOKS, Picture, Walker

from bodymap.app import application
from bodymap.gui.handsfree import HOLD_MS
from bodymap.gui.loader import engine_maker
from bodymap.gui.player.rating import RatingScale
from bodymap.paths import Paths
from bodymap.routine.moments import Snapshot
from bodymap.routine.steps import Side

KEY = Qt.Key
MUSCLE, ROUTINE = "infraspinatus", "wall_ball"
SIDE: Side = "right"
IN_THE_DARK = ("ready", "floor", "stroke", "push", "switch", "pause", "done")


def open_routine(walker: Walker) -> None:
    """The routine of a shoulder blade, all safety questions answered with no."""
    engine = walker.parts.document.engine
    if engine is None:
        raise SystemExit("the atlas is not there")
    window = walker.window
    window.flow.answers = dict.fromkeys(engine.atlas.cautions, False)
    window.document.choose(MUSCLE, SIDE)
    window.flow.start(MUSCLE, SIDE, ROUTINE, True)
    walker.until(lambda: window.side.playing, "the player")


def begin(walker: Walker) -> None:
    """How strong the pain is, and the start."""
    scale = walker.find(RatingScale, "ratingBeforeScale")
    walker.click(scale, QPoint(round(scale.width() * 6.5 / 11), scale.height() // 2))
    walker.shoot("ready", "Opens a routine and says how strong the pain is.", "Six of ten; it may also be left unsaid.")
    walker.key(KEY.Key_Space)
    walker.key(KEY.Key_F)
    walker.until(walker.window.isFullScreen, "the whole screen")
    sees = "Step, clock, spot and what comes next, readable from two metres. The whole window is one button."
    walker.shoot("floor", "Starts it and presses F.", sees)


def click_anywhere(walker: Walker, *, held: bool = False) -> None:
    """A click somewhere in the window, without looking."""
    window, at = walker.window.windowHandle(), QPoint(walker.window.width() // 3, walker.window.height() - 40)
    player = walker.window.side.player
    before = walker.moment()
    QTest.mousePress(window, LEFT, pos=at)
    if held:
        walker.until(lambda: walker.moment() != before, f"what {HOLD_MS} ms of holding does")
    QTest.mouseRelease(window, LEFT, pos=at)
    walker.until(lambda: player.player is None or walker.moment().status != before.status or held, "the click to act")


def lie_down(walker: Walker) -> None:
    """The steps from the floor."""
    walker.pass_until(lambda now: now.phase.kind == "work", "the press")
    walker.pass_(12.0)
    walker.shoot("press", "Leans on the ball.", "The spot pulses on the body, the ring empties.")
    click_anywhere(walker)
    walker.shoot("pause", "Clicks somewhere, without looking.", "It pauses, and now says what a press does.")
    click_anywhere(walker)
    walker.pass_until(lambda now: now.phase.kind == "switch", "the other side")
    walker.shoot("switch", "Goes on until the sides change.", "The body turns to the other side.")
    click_anywhere(walker, held=True)
    walker.shoot("ready-already", "Holds the button down, being ready already.", "The press begins at once.")
    walker.pass_until(lambda now: now.ball is not None and now.phase.kind == "work", "the stroke")
    walker.pass_(walker.moment().phase.seconds / 2)
    walker.shoot("stroke", "Strokes slowly along the fibres.", "The ball moves at the pace that is meant.")
    walker.pass_until(lambda now: now.phase.kind == "contract", "the push")
    walker.pass_(walker.moment().phase.seconds * 0.8)
    walker.shoot("push", "Pushes gently.", "The ring breathes in with the push, and out when it lets go.")
    walker.pass_until(_over, "the end")
    walker.shoot("done", "Stays to the end.", "It says so, large enough for the floor.")
    click_anywhere_once(walker)
    scale = walker.find(RatingScale, "ratingAfterScale")
    walker.click(scale, QPoint(round(scale.width() * 3.5 / 11), scale.height() // 2))
    walker.shoot("after", "Gets up, clicks, and says how strong it is now.", "Before and after stand side by side.")
    walker.press("doneButton")


def click_anywhere_once(walker: Walker) -> None:
    """The click that leaves the floor."""
    cover = walker.find(QWidget, "floorCover")
    walker.click(cover, QPoint(cover.width() // 3, cover.height() - 40))
    walker.until(lambda: not walker.window.isFullScreen(), "the window as it was")


def _over(now: Snapshot) -> bool:
    return now.finished


def main() -> None:
    """Walk in both themes, and write the pictures and the page that shows them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=Path("docs/walk/floor"))
    parser.add_argument("--offscreen", action="store_true")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    for old in arguments.output.glob("*.webp"):
        old.unlink()
    taken: list[list[Picture]] = []
    with display(arguments.offscreen):
        app = application()
        make_engine = engine_maker((), Paths.resolve().cache)
        for look in LOOKS:
            walker = Walker(make_engine, look, arguments.output, only=IN_THE_DARK if look == "dark" else ())
            try:
                open_routine(walker)
                begin(walker)
                lie_down(walker)
            finally:
                walker.close()
            taken.append(walker.pictures)
        app.quit()
        del app
    text = page(*taken).replace("# A walk through Bodymap", "# A routine from the floor")
    (arguments.output / "README.md").write_text(text.replace("tools/walk.py", "tools/walk_floor.py"), encoding="utf-8")
    print(f"{sum(map(len, taken))} pictures")


if __name__ == "__main__":
    main()
