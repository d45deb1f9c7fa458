"""What the clock shows at a moment, in the panel as well as across the room."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bodymap.gui.player.guide import breath
from bodymap.gui.player.ring import Face
from bodymap.gui.player.words import clock_time, phase_words, repetition_words, side_words, status_words
from bodymap.routine.moments import Snapshot
from bodymap.routine.steps import PlannedStep


def face_of(moment: Snapshot, turns: int, *, calm: bool = False) -> Face:
    """The clock's face in a routine of ``turns`` steps; ``calm``: nothing on it moves but the seconds."""
    translate = QCoreApplication.translate
    if moment.status == "ready":
        below = (
            translate("Player", "one step") if turns == 1 else translate("Player", "{count} steps").format(count=turns)
        )
        return Face(status_words(moment), clock_time(moment.total_left), below, left=0.0)
    paused = moment.status == "paused"
    if moment.phase.kind == "switch" and not paused:
        word, below = translate("Player", "Switch"), translate("Player", "to the left")
        if moment.step.side == "right":
            below = translate("Player", "to the right")
        return Face(word, clock_time(moment.seconds_left), below, 1.0 - moment.phase_fraction)
    full = breath(moment, calm=calm)
    return Face(
        word=status_words(moment),
        numeral=clock_time(moment.seconds_left),
        below=phase_words(moment.step, moment.phase) if paused else repetition_words(moment),
        left=1.0 - moment.phase_fraction,
        strong=moment.phase.loads,
        dimmed=paused,
        breath=None if full is None else round(full, 3),
    )


def next_words(step: PlannedStep, following: PlannedStep | None) -> str:
    """What comes after ``step``, with the side where that changes."""
    translate = QCoreApplication.translate
    if following is None:
        return translate("Player", "This is the last step")
    if following.side != step.side and following.side is not None:
        side = side_words(following.side).lower()
        return translate("Player", "Next: {title}, {side}").format(title=following.title, side=side)
    return translate("Player", "Next: {title}").format(title=following.title)
