"""How routines speak, sound, move and are steered: what the person chose, kept with the window's other settings.

It knows no Qt and little of the routine's core, because it is read before the window is shown.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from bodymap.routine.reminders import Reminders

Level = Annotated[float, Meta(ge=0.0, le=1.0)]
Button = Annotated[str, Meta(min_length=1, max_length=60)]
"""A key or mouse button by the name that :mod:`bodymap.gui.handsfree` gives it, such as ``key:Space``."""
Motion = Literal["system", "less", "full"]
Asleep = Literal["pause", "count"]

MOUSE_BUTTONS: Final = ("mouse:left", "mouse:middle", "mouse:right", "mouse:back", "mouse:forward")
HEADSET_BUTTONS: Final = (
    "key:Toggle Media Play/Pause",
    "key:Media Play",
    "key:Media Pause",
    "key:Media Stop",
    "key:Toggle Call/Hangup",
)
"""A headset sends one of the media keys, or the key that answers a call."""
PAUSE_BUTTONS: Final[tuple[Button, ...]] = ("key:Space", *MOUSE_BUTTONS, *HEADSET_BUTTONS)
NEXT_BUTTONS: Final[tuple[Button, ...]] = ("key:Media Next",)


class RoutineSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Volumes are 0..1; ``rate`` is -1 slowest to 1 fastest, 0 as the voice usually speaks; the rest is yes or no.

    ``voice`` is the engine's name of a voice, empty for its first one in the language of the texts. ``motion`` says
    whether things move on screen, ``asleep`` what a routine does with the time for which the computer slept.
    ``hold_for_next``: a pause button that is held down goes to the next step.
    """

    speaks: bool = True
    says_steps: bool = True
    says_cues: bool = True
    counts_down: bool = True
    voice: Annotated[str, Meta(max_length=200)] = ""
    voice_volume: Level = 0.9
    rate: Annotated[float, Meta(ge=-1.0, le=1.0)] = -0.1
    chimes: bool = True
    chime_volume: Level = 0.6
    pause_buttons: Annotated[tuple[Button, ...], Meta(max_length=24)] = PAUSE_BUTTONS
    next_buttons: Annotated[tuple[Button, ...], Meta(max_length=24)] = NEXT_BUTTONS
    hold_for_next: bool = True
    motion: Motion = "system"
    asleep: Asleep = "pause"
    awake: bool = True
    notifies: bool = True
    asks_ratings: bool = True
    reminders: Reminders = Reminders()


class Abilities(Struct, frozen=True):
    """What this computer can do for a routine. ``voices`` are empty as long as no voice has answered.

    ``silent`` is the sentence that says why there is no voice, empty when there may be one.
    """

    voices: tuple[str, ...] = ()
    silent: str = ""
    awake: bool = True
