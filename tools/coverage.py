"""docs/coverage.md: what the atlas holds, counted. Run it after changing content; a test compares.

python tools/coverage.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bodymap.atlas.load import Atlas, load_atlas
from bodymap.atlas.model import Muscle
from bodymap.body.surface import load_surface
from bodymap.engine import Engine
from bodymap.paths import asset

TARGET = Path("docs/coverage.md")
GROUPS = {
    "head_neck": "Head and neck",
    "upper_back_shoulder_arm": "Upper back, shoulder and arm",
    "elbow_to_finger": "Elbow to finger",
    "torso": "Torso",
    "lower_torso": "Lower torso",
    "hip_thigh_knee": "Hip, thigh and knee",
    "leg_ankle_foot": "Leg, ankle and foot",
}


def lines(engine: Engine) -> Iterator[str]:
    """The page, line by line."""
    atlas = engine.atlas
    muscles = list(atlas.muscles.values())
    points = [point for muscle in muscles for point in muscle.trigger_points]
    checked = sum(point.checked for point in points)
    routines = sum(len(muscle.care.routines) for muscle in muscles)
    yield "# What the atlas holds"
    yield ""
    yield "Made by `python tools/coverage.py`; do not edit. Areas are cm² on the woman. Checked: the place or the"
    yield "referral of the trigger point was seen in a source and not only recalled."
    yield ""
    yield f"* {len(muscles)} muscles, {len(points)} trigger points, {routines} routines"
    yield f"* {checked} of {len(points)} trigger points checked ({checked / len(points):.0%})"
    yield f"* {len(atlas.sources)} sources, of which {sum(s.read for s in atlas.sources.values())} were read"
    yield f"* {len(atlas.landmarks)} landmarks, {len(atlas.regions)} regions, {len(atlas.cautions)} cautions"
    for group, title in GROUPS.items():
        rows = [muscle for muscle in muscles if muscle.group == group]
        if rows:
            yield from ("", f"## {title}", "")
            yield "| muscle | points | checked | essential cm² | spillover cm² | sources | routines |"
            yield "| --- | --: | --: | --: | --: | --: | --: |"
            yield from (row(engine, atlas, muscle) for muscle in sorted(rows, key=lambda each: each.name))


def row(engine: Engine, atlas: Atlas, muscle: Muscle) -> str:
    """One muscle."""
    compiled = engine.compiled
    columns = [i for i, (owner, _) in enumerate(compiled.points) if owner == muscle.id]
    area = engine.surface.area
    essential = float(area @ compiled.essential[:, columns].max(axis=1)) / 255
    spillover = float(area @ compiled.spillover[:, columns].max(axis=1)) / 255
    cited = {key for point in muscle.trigger_points for key in point.sources}
    cited |= {key for fact in (*muscle.feels, *muscle.activates, *muscle.perpetuates) for key in fact.sources}
    checked = sum(point.checked for point in muscle.trigger_points)
    count = len(muscle.trigger_points)
    return (
        f"| {atlas.muscles[muscle.id].name} | {count} | {checked} | {essential:.0f} | {spillover:.0f} "
        f"| {len(cited)} | {len(muscle.care.routines)} |"
    )


def page() -> str:
    """The whole page."""
    engine = Engine(load_atlas(asset("atlas")), load_surface("woman"))
    return "\n".join(lines(engine)) + "\n"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
    print(TARGET)
