"""Small packs for tests: the least that is a whole atlas, to be bent."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

SOURCES = """\
schema: 1
sources:
  - {id: handbook, title: A handbook, kind: book, read: yes}
"""

LANDMARKS = """\
schema: 1
landmarks:
  - {id: outer_hip, name: Outer hip, place: thigh 0.05 lateral}
  - {id: outer_knee, name: Outer knee, place: thigh 0.95 lateral}
"""

REGIONS = """\
schema: 1
regions:
  - id: lateral_thigh
    name: Lateral thigh
    plain: Outer thigh
    group: hip_thigh_knee
    boxes: [{segment: thigh, along: [0.1, 0.9], around: [45, 135]}]
"""

CAUTIONS = """\
schema: 1
cautions:
  - id: numb_thigh
    level: doctor_first
    name: Numb outer thigh
    text: A numb patch can mean a squeezed nerve.
    do: See a doctor before you press here.
    ask: Is the skin of your outer thigh numb?
    asked_for: [hip_thigh_knee]
    when: [{any_region: [lateral_thigh], any_quality: [numb]}]
    blocks: [press]
    sources: [handbook]
"""

TECHNIQUE = """\
schema: 1
id: pressing
name: Pressing
kind: press
about: Steady pressure on one spot.
how: [Press slowly.]
tools: [tennis_ball, fingers]
max_seconds_per_spot: 60
max_repetitions: 5
max_discomfort: 6
per_day: [1, 3]
stop: [It tingles.]
evidence: [{text: It is in the handbook., sources: [handbook]}]
"""

MUSCLE = """\
schema: 1
id: outer_muscle
name: Musculus externus
plain: Outer muscle
group: hip_thigh_knee
depth: superficial
segments: [thigh]
about: It lies on the outside.
trigger_points:
  - id: middle
    name: Middle
    place: thigh 0.5 lateral
    fibres: [thigh 0.6 lateral, thigh 0.4 lateral]
    find: Halfway down the outside.
    refers: Up and down the outside of the thigh.
    essential: [[[outer_hip, 4], [thigh 0.5 lateral, 5], [outer_knee, 4]]]
    checked: no
    sources: [handbook]
feels: [{text: It aches., sources: [handbook]}]
activates: [{text: Running., sources: [handbook]}]
care:
  about: Press, then rest.
  per_day: [1, 2]
  expect: {text: It eases., sources: [handbook]}
  routines:
    - id: ball
      name: Ball against a wall
      choose_when: You can stand.
      treats: [middle]
      steps:
        - id: press
          technique: pressing
          title: Press
          at: middle
          position: Stand beside a wall.
          tool: tennis_ball
          instruction: Lean on the ball.
          cue: Lean in.
          dose: {seconds: 30, repetitions: 2, discomfort: [3, 5]}
          sources: [handbook]
"""


def write_pack(folder: Path, **files: str) -> Path:
    """A whole small pack; ``files`` replace or add by name, ``/`` written ``__``, and ``""`` leaves one out."""
    content = {
        "sources.yaml": SOURCES,
        "landmarks.yaml": LANDMARKS,
        "regions.yaml": REGIONS,
        "cautions.yaml": CAUTIONS,
        "techniques/pressing.yaml": TECHNIQUE,
        "muscles/outer_muscle.yaml": MUSCLE,
    }
    content |= {f"{name.replace('__', '/')}.yaml": dedent(text) for name, text in files.items()}
    for name, text in content.items():
        if text:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return folder
