"""The recorded walk: a person's way through the real window, from the first start to the end of a routine, in pictures.

python tools/walk.py [--output docs/walk] [--screenshot docs/screenshot.png] [--offscreen] [--quick]

It presses real keys and mouse buttons; only the clock of the routine is not the real one. Every step waits for what it
expects to see, so a walk that comes to its end also shows that the way is open. It walks on a display of Xvfb when
that is installed. ``--quick`` walks once, in the light theme, and takes no big screenshot.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QPushButton, QRadioButton
from walk_hands import LOOKS, SIZE, Picture, Walker

from bodymap.app import application
from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.loader import Make, engine_maker
from bodymap.gui.panel.source_card import SourceCard
from bodymap.paths import Paths
from bodymap.routine.moments import Snapshot

KEY = Qt.Key
BIG = QSize(1600, 1000)
OUTER_THIGH, OUTER_LEG = "right thigh 0.5 lateral", "right leg 0.5 lateral"
IN_THE_DARK = ("ranking", "pattern", "where-to-press", "questions", "stripping", "finished")
BEST = "source-gluteus_minimus-right"


def first_start(walker: Walker) -> None:
    """What this is and is not, once."""

    def read(notice: Dialog) -> None:
        walker.shoot("notice", "Starts Bodymap for the first time.", "It says once what it is and what it is not.")
        walker.press("understood", notice)

    with walker.dialog("notice", read):
        QTimer.singleShot(0, walker.window.greet)


def mark(walker: Walker) -> None:
    """Say where it hurts."""
    canvas = walker.window.canvas
    walker.move(canvas.viewport(), walker.pixel("right", OUTER_THIGH))
    walker.until(lambda: "thigh" in walker.said("hoverText"), "the name of the thigh")
    walker.shoot("hover", "Moves the mouse over the outer thigh.", "The place lights up with its name and its side.")
    walker.click_body("right", OUTER_THIGH)
    walker.find(SourceCard, BEST)
    walker.shoot("first-mark", "Clicks there.", "The mark is answered at once with the muscles that send pain there.")
    walker.click_body("right", OUTER_LEG)
    walker.until(lambda: len(walker.parts.document.drawing) == 2, "two marks")
    answer = walker.parts.document.answer
    if answer is None or (answer.sources[0].muscle, answer.sources[0].side) != ("gluteus_minimus", "right"):
        raise SystemExit("gluteus minimus is not the first source of the outer thigh and leg")
    walker.shoot(
        "ranking",
        "Clicks on the outer side of the leg as well.",
        "Gluteus minimus on the right comes first, with what speaks for it in plain words.",
    )


def choose(walker: Walker) -> None:
    """Look at the pattern of the best source."""
    walker.click(walker.find(SourceCard, BEST))
    walker.until(lambda: walker.window.canvas.forward_view == "right", "the right side to come forward")
    walker.shoot(
        "pattern",
        "Chooses gluteus minimus.",
        "The side that tells most comes forward: where pain is always felt (solid), where it may spill over (dotted), "
        "the fibres, and a cross where to press.",
    )
    walker.key(KEY.Key_0)
    walker.shoot("all-views", "Presses 0.", "The same pattern on every view on which it can be seen.")


def read(walker: Walker) -> None:
    """The muscle's page from top to bottom."""
    walker.press("point-anterior")
    walker.read("press")
    walker.shoot(
        "where-to-press",
        "Picks the front fibres, to see these alone.",
        "A close-up of the spot, and how to find it with the fingers.",
    )
    walker.read("perpetuates")
    for section, name, sees in (
        ("links", "links", "The muscles that go with it, and why; each is one click away."),
        ("activates", "causes", "What sets it off and what keeps it going, with the sources."),
        ("differentials", "what-else", "What else it might be, how that differs, and what to do about it."),
    ):
        walker.read(section)
        walker.shoot(name, "Reads on.", sees)
    walker.press("point-all")


def answer(walker: Walker) -> None:
    """The safety questions before the first routine."""

    def say_no(asked: Dialog) -> None:
        walker.shoot("questions", "Presses “Start the routine”.", "A few questions for safety come first.")
        for pick in asked.findChildren(QRadioButton):
            if pick.objectName().startswith("no-") and pick.isVisible() and not pick.isChecked():
                walker.click(pick)
        walker.press("continue", asked)

    with walker.dialog("safetyQuestions", say_no):
        QTimer.singleShot(0, lambda: walker.press("startButton"))
    walker.until(lambda: walker.window.side.playing, "the routine")


def doing(now: Snapshot, step: str, phase: str) -> bool:
    """Whether the routine is at that kind of step, and in that kind of phase of it."""
    return now.running and now.step.kind == step and now.phase.kind == phase


def play(walker: Walker) -> None:
    """The routine at the wall, to its end."""
    walker.shoot(
        "ready",
        "Says no to all of them.",
        "The routine takes the panel's place, and the body comes close to where it works.",
    )
    walker.key(KEY.Key_Space)
    walker.pass_until(lambda now: doing(now, "strip", "work"), "the stroke")
    walker.pass_(0.4 * walker.moment().phase.seconds)
    walker.shoot(
        "stripping",
        "Presses the space bar and rolls the tennis ball at the wall.",
        "The ball moves along the fibres at the pace at which to roll; the clock shows how long.",
    )
    walker.pass_until(lambda now: doing(now, "strip", "rest"), "a rest")
    walker.pass_(3.0)
    walker.shoot("rest", "Lets go of the ball.", "Between two strokes there is a rest, which is timed as well.")
    walker.pass_until(lambda now: doing(now, "heat", "work"), "the heat")
    walker.pass_(200.0)
    walker.shoot("heat", "Lies down with something warm.", "What to do, for how long, and what comes next.")
    walker.pass_until(lambda now: doing(now, "move", "work"), "the movement")
    walker.pass_(4.0)
    walker.shoot("moving", "Swings the leg.", "Each repetition is counted, with the time that it takes.")
    walker.pass_until(lambda now: now.finished, "the end")
    walker.shoot(
        "finished",
        "Goes on to the end.",
        "How long was treated, what to expect now, how often to do it, and a habit that helps.",
    )
    walker.press("doneButton")
    walker.until(lambda: not walker.window.side.playing, "the panel")


def press_on_the_floor(walker: Walker) -> None:
    """The other routine: the ball on the floor, broken off after a while."""
    walker.read("routine")
    walker.click(walker.find(QRadioButton, "routine-floor_ball"))
    walker.shoot("other-routine", "Chooses another routine.", "Each says when to choose it.")
    walker.press("startButton")
    walker.until(lambda: walker.window.side.playing, "the routine")
    walker.key(KEY.Key_Space)
    walker.pass_until(lambda now: doing(now, "press", "work"), "the pressing")
    walker.pass_(12.0)
    walker.shoot(
        "pressing",
        "Lies on the lacrosse ball.",
        "The spot pulses on the body; the clock says how long to stay; “It has eased” goes on sooner.",
    )
    walker.key(KEY.Key_Escape)
    walker.find(QPushButton, "reallyStopButton")
    walker.shoot("stop", "Presses Escape.", "The clock stands still, and nothing is ended without asking.")
    walker.press("reallyStopButton")
    walker.until(lambda: not walker.window.side.playing, "the panel")


def walk(walker: Walker) -> None:
    """All of it."""
    first_start(walker)
    mark(walker)
    choose(walker)
    read(walker)
    answer(walker)
    play(walker)
    press_on_the_floor(walker)


def big_screenshot(make_engine: Make, file: Path) -> None:
    """The main window with a pattern, for the front page."""
    walker = Walker(make_engine, "light", file.parent, size=BIG)
    walker.click_body("right", OUTER_THIGH)
    walker.click_body("right", OUTER_LEG)
    walker.click(walker.find(SourceCard, BEST))
    walker.key(KEY.Key_0)
    walker.save(file, pointer=False)
    walker.close()


def page(light: list[Picture], dark: list[Picture]) -> str:
    """docs/walk/README.md."""
    lines = [
        "# A walk through Bodymap",
        "",
        "Made by `python tools/walk.py`, which presses these keys and buttons in the real window; do not edit.",
        "Only the clock of the routine was made to run faster.",
    ]
    for number, each in enumerate(light, start=1):
        lines += ["", f"## {number}. {each.did}", "", each.sees, "", f"![{each.sees}]({each.file})"]
    if dark:
        lines += ["", "## The same in the dark theme"]
    for each in dark:
        lines += ["", each.sees, "", f"![{each.sees}]({each.file})"]
    return "\n".join(lines) + "\n"


@contextmanager
def display(offscreen: bool) -> Iterator[None]:
    """A display to walk on: one of Xvfb's own with the platform plugin that people have, else none at all."""
    server = None if offscreen else shutil.which("Xvfb")
    os.environ.update(QT_SCALE_FACTOR="1", QT_QPA_PLATFORM="xcb" if server else "offscreen")
    if server is None:
        yield
        return
    read, write = os.pipe()
    process = subprocess.Popen(
        [server, "-displayfd", str(write), "-screen", "0", f"{SIZE.width()}x{SIZE.height()}x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            os.environ["DISPLAY"] = f":{told.readline().strip()}"
        yield
    finally:
        process.terminate()
        process.wait(10)


def main() -> None:
    """Walk, and write the pictures and the page that shows them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=Path("docs/walk"))
    parser.add_argument("--screenshot", type=Path, default=Path("docs/screenshot.png"))
    parser.add_argument("--offscreen", action="store_true")
    parser.add_argument("--quick", action="store_true")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    for old in arguments.output.glob("*.webp"):
        old.unlink()
    with display(arguments.offscreen):
        app = application()
        make_engine = engine_maker((), Paths.resolve().cache)
        taken: list[list[Picture]] = [[], []]
        for number, look in enumerate(LOOKS[: 1 if arguments.quick else 2]):
            walker = Walker(make_engine, look, arguments.output, only=IN_THE_DARK if look == "dark" else ())
            try:
                walk(walker)
            finally:
                walker.close()
            taken[number] = walker.pictures
        if not arguments.quick:
            big_screenshot(make_engine, arguments.screenshot)
        app.quit()
        del app
    (arguments.output / "README.md").write_text(page(*taken), encoding="utf-8")
    size = sum(file.stat().st_size for file in arguments.output.glob("*.webp"))
    print(f"{sum(map(len, taken))} pictures, {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
