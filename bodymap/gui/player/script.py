"""What the voice says at each event of a routine, in the order of importance: words for somebody with closed eyes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from bodymap.gui.player.words import phase_words, side_words, tool_words
from bodymap.gui.routine_settings import RoutineSettings
from bodymap.routine.moments import Event
from bodymap.routine.player import Player
from bodymap.routine.steps import PlannedStep

Rank = Literal[0, 1, 2, 3]
ASIDE: Final = 0
"""Said only into silence: half-way, what comes next."""
COUNT: Final = 1
CHANGE: Final = 2
"""Another phase."""
STEP: Final = 3
"""A whole instruction, or an answer to what the person did: it is said to its end, whatever else happens."""


class Line(Struct, frozen=True):
    """Something to say; a line of a higher rank is not broken off by one of a lower rank."""

    text: str
    rank: Rank


def line_for(events: Iterable[Event], player: Player, settings: RoutineSettings, now: float) -> Line | None:
    """One line for what has happened by ``now`` (seconds of the player's clock): what still holds, put together."""
    said: list[Line] = []
    for event in events:
        line = _line(event, player, settings) if event.holds(now) else None
        if line is None:
            continue
        if line.rank >= CHANGE:
            said.clear()  # what came before it is over
        said.append(line)
    if not said:
        return None
    return Line(" ".join(line.text for line in said), max(line.rank for line in said))


def _line(event: Event, player: Player, settings: RoutineSettings) -> Line | None:
    if event.kind in ("finished", "suspended", "lowered"):
        return _great_line(event, player)
    if event.kind == "second":
        return Line(_number(round(event.seconds)), COUNT) if settings.counts_down else None
    step = player.routine.steps[event.step]
    if event.kind == "step":
        return _step_line(step, player, event, settings)
    return _cue_line(step, player, event) if settings.says_cues else None


def _great_line(event: Event, player: Player) -> Line | None:
    translate = QCoreApplication.translate
    if event.kind == "lowered":
        return Line(player.notes.lowered[-1].why, STEP) if player.notes.lowered else None
    if event.kind == "finished":
        return Line(translate("Script", "That was the last step. Stay as you are for a moment."), STEP)
    return Line(translate("Script", "The computer slept, so the routine is paused."), STEP)


def _cue_line(step: PlannedStep, player: Player, event: Event) -> Line | None:
    if event.kind == "phase":
        return _phase_line(step, event)
    if event.kind == "half":
        return Line(QCoreApplication.translate("Script", "Half-way."), ASIDE)
    if event.kind == "preview" and event.next_step is not None:
        return Line(_preview(step, player.routine.steps[event.next_step]), ASIDE)
    return None


def _step_line(step: PlannedStep, player: Player, event: Event, settings: RoutineSettings) -> Line | None:
    translate = QCoreApplication.translate
    switching = event.phase is not None and event.phase.kind == "switch"
    if switching and settings.says_cues:
        to_left, to_right = (
            translate("Script", "Switch sides. The same on the left."),
            translate("Script", "Switch sides. The same on the right."),
        )
        return Line(_joined(to_left if step.side == "left" else to_right, step.cue), STEP)
    if settings.says_steps:
        before = player.routine.steps[event.step - 1] if event.step else None
        parts = [step.title, side_words(step.side)]
        if step.tool != "none" and (before is None or before.tool != step.tool):
            parts.append(tool_words(step.tool))
        if before is None or before.position != step.position:
            parts.append(step.position)
        return Line(_joined(*parts, step.instruction), STEP)
    if settings.says_cues:
        return Line(_joined(step.title, side_words(step.side)), STEP)
    return None


def _phase_line(step: PlannedStep, event: Event) -> Line | None:
    phase = event.phase
    if phase is None:
        return None
    words = phase_words(step, phase)
    if phase.loads and phase.of > 1 and phase.kind != "relax":
        count = QCoreApplication.translate("Script", "{what}, {number} of {all}.")
        return Line(count.format(what=words, number=phase.repetition, all=phase.of), CHANGE)
    return Line(_joined(words), CHANGE)


def _preview(step: PlannedStep, coming: PlannedStep) -> str:
    translate = QCoreApplication.translate
    if coming.turn == step.turn:
        to_left, to_right = translate("Script", "Next, the left side."), translate("Script", "Next, the right side.")
        return to_left if coming.side == "left" else to_right
    return translate("Script", "Next: {title}.").format(title=coming.title)


def _joined(*parts: str) -> str:
    """Sentences one after the other, each with its stop, so that the voice takes breath between them."""
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)


def _number(value: int) -> str:
    translate = QCoreApplication.translate
    words = {
        1: translate("Script", "One."),
        2: translate("Script", "Two."),
        3: translate("Script", "Three."),
        4: translate("Script", "Four."),
        5: translate("Script", "Five."),
    }
    return words.get(value, "")


def reply(kind: Literal["paused", "going_on", "eased", "more"]) -> Line:
    """The answer to something the person did with their eyes closed."""
    translate = QCoreApplication.translate
    words = {
        "paused": translate("Script", "Paused."),
        "going_on": translate("Script", "Going on."),
        "eased": translate("Script", "It has eased."),
        "more": translate("Script", "A little longer."),
    }
    return Line(words[kind], CHANGE)
