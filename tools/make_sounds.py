"""Make the soft chimes of the routine player: ``python tools/make_sounds.py [FOLDER]`` fills ``assets/sounds``.

Each is one to three gentle notes, a sine with a little of its octave, that swell in a few milliseconds and ring off, so
that they are heard across a room and never startle. They are computed here and owe nothing to any recording.
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from pathlib import Path

RATE = 22050
PEAK = 0.5
SWELL_S = 0.012

# Notes as (starts at seconds, frequency in Hz, rings for seconds). Work rises, rest falls, the end comes home.
CHIMES: dict[str, list[tuple[float, float, float]]] = {
    "work": [(0.0, 523.25, 0.55), (0.14, 659.26, 0.8)],
    "rest": [(0.0, 659.26, 0.55), (0.14, 523.25, 0.8)],
    "switch": [(0.0, 587.33, 0.5), (0.18, 587.33, 0.5), (0.36, 783.99, 0.9)],
    "soon": [(0.0, 880.0, 0.28)],
    "done": [(0.0, 523.25, 0.7), (0.2, 659.26, 0.8), (0.4, 783.99, 1.5)],
    "half": [(0.0, 698.46, 0.5)],
    "tick": [(0.0, 1046.5, 0.21)],
}
WAKE_S = 0.6
WAKE_HEIGHT = 2
"""Of 32767: too faint to be heard, but not the plain silence at which a wireless loudspeaker goes on sleeping."""


def samples(notes: list[tuple[float, float, float]]) -> list[int]:
    """The notes together as 16-bit samples at :data:`RATE`; it begins and ends in silence."""
    length = max(start + ring for start, _, ring in notes)
    mixed = [0.0] * (int(length * RATE) + 1)
    for start, frequency, ring in notes:
        first = int(start * RATE)
        for index in range(min(int(ring * RATE), len(mixed) - first)):
            time = index / RATE
            swell = min(1.0, time / SWELL_S)
            fade = math.exp(-4.6 * time / ring) * (1.0 - time / ring)
            tone = math.sin(math.tau * frequency * time) + 0.18 * math.sin(2 * math.tau * frequency * time)
            mixed[first + index] += swell * fade * tone
    loudest = max(abs(value) for value in mixed)
    return [round(value / loudest * PEAK * 32767) for value in mixed]


def wake_up() -> list[int]:
    """The samples that come before the first sound after a while, so that a sleepy loudspeaker doesn't swallow it."""
    pattern = (0, 1, WAKE_HEIGHT, 1, 0, -1, -WAKE_HEIGHT, -1)
    return [pattern[index // 4 % len(pattern)] for index in range(int(WAKE_S * RATE))]


def write(path: Path, values: list[int]) -> None:
    """A mono WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))


def main() -> None:
    """Write all of them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "assets" / "sounds"
    folder.mkdir(parents=True, exist_ok=True)
    for name, notes in CHIMES.items():
        write(folder / f"{name}.wav", samples(notes))
    write(folder / "wake.wav", wake_up())


if __name__ == "__main__":
    main()
