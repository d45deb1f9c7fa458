"""The words of the player: phases, sides and tools, and times on its clock."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bodymap.atlas.model import Tool
from bodymap.gui.handsfree import button_words
from bodymap.gui.routine_settings import PAUSE_BUTTONS, RoutineSettings
from bodymap.routine.moments import Snapshot
from bodymap.routine.steps import Phase, PlannedStep, Side


def side_words(side: Side | None) -> str:
    """“Right side”, or “Both sides” for what is done once."""
    if side is None:
        return QCoreApplication.translate("Player", "Both sides")
    if side == "left":
        return QCoreApplication.translate("Player", "Left side")
    return QCoreApplication.translate("Player", "Right side")


def phase_words(step: PlannedStep, phase: Phase) -> str:
    """What to do in this phase, in a word or two."""
    translate = QCoreApplication.translate
    if phase.kind == "work":
        return {
            "press": translate("Player", "Press"),
            "strip": translate("Player", "Slow stroke"),
            "move": translate("Player", "Move slowly"),
            "stretch": translate("Player", "Stretch"),
            "contract_relax": translate("Player", "Let go"),
            "heat": translate("Player", "Warmth"),
            "rest": translate("Player", "Breathe"),
        }[step.kind]
    if phase.kind == "switch":
        to_left = translate("Player", "Switch to the left side")
        return to_left if step.side == "left" else translate("Player", "Switch to the right side")
    if phase.kind == "rest":
        return translate("Player", "Back to the start") if step.kind == "strip" else translate("Player", "Rest")
    return {
        "get_ready": translate("Player", "Get ready"),
        "contract": translate("Player", "Push gently"),
        "relax": translate("Player", "Let go"),
    }[phase.kind]


def status_words(moment: Snapshot) -> str:
    """The word on the clock."""
    translate = QCoreApplication.translate
    if moment.status == "ready":
        return translate("Player", "In all")
    if moment.status == "paused":
        return translate("Player", "Paused")
    return phase_words(moment.step, moment.phase)


def repetition_words(moment: Snapshot) -> str:
    """“2 of 3” while a step has several repetitions, else nothing."""
    if moment.phase.of < 2 or moment.phase.kind in ("get_ready", "switch") or moment.status == "ready":
        return ""
    words = QCoreApplication.translate("Player", "{number} of {all}")
    return words.format(number=moment.phase.repetition, all=moment.phase.of)


def tool_words(tool: Tool) -> str:
    """The tool as people call it."""
    translate = QCoreApplication.translate
    return {
        "none": translate("Player", "No tool"),
        "fingers": translate("Player", "Your fingers"),
        "tennis_ball": translate("Player", "Tennis ball"),
        "lacrosse_ball": translate("Player", "Lacrosse ball"),
        "soft_ball": translate("Player", "Soft ball"),
        "cane": translate("Player", "Massage cane"),
        "roller": translate("Player", "Foam roller"),
        "towel": translate("Player", "Towel"),
        "strap": translate("Player", "Strap or belt"),
        "heat_pack": translate("Player", "Warm, damp pack"),
        "bath": translate("Player", "Warm bath"),
    }[tool]


TOOL_ICONS: dict[Tool, str] = {
    "none": "tool-none",
    "fingers": "tool-none",
    "tennis_ball": "tool-ball",
    "lacrosse_ball": "tool-hard-ball",
    "soft_ball": "tool-hard-ball",
    "cane": "tool-cane",
    "roller": "tool-roller",
    "towel": "tool-towel",
    "strap": "tool-strap",
    "heat_pack": "tool-heat",
    "bath": "tool-bath",
}


def clock_time(seconds: float, *, always_minutes: bool = False) -> str:
    """Seconds left as a clock shows them: “24”, “1:05”. A second that has begun counts, so that 0 means the end.

    ``always_minutes`` is for where nothing else says what is counted: “0:24”.
    """
    whole = max(0, -int(-seconds // 1))
    minutes, rest = divmod(whole, 60)
    return f"{minutes}:{rest:02d}" if minutes or always_minutes else str(rest)


def hands_free_words(settings: RoutineSettings) -> tuple[str, str]:
    """What the buttons that need not be looked at do: a press, and a long press or the buttons for “next”."""
    translate = QCoreApplication.translate
    pausing, going_on = settings.pause_buttons, settings.next_buttons
    press = translate("Player", "Any click, Space or headset button: pause")
    if not set(PAUSE_BUTTONS[:4]) <= set(pausing):
        names = ", ".join(button_words(each) for each in pausing[:3])
        press = translate("Player", "{buttons}: pause").format(buttons=names) if names else ""
    if settings.hold_for_next and pausing:
        return press, translate("Player", "hold it: next  ·  Esc: leave")
    if going_on:
        names = ", ".join(button_words(each) for each in going_on[:2])
        return press, translate("Player", "{buttons}: next  ·  Esc: leave").format(buttons=names)
    return press, translate("Player", "Esc: leave")
