"""The examples of the handbook for content are content."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from bodymap.atlas.explain import read
from bodymap.atlas.load import CautionFile, FactorFile, LandmarkFile, SourceFile
from bodymap.atlas.model import Depth, Level, LinkKind, Muscle, StepKind, Technique
from bodymap.atlas.yaml_reader import parse
from bodymap.body.address import ASPECTS, DIRECTIONS, FOOT_ASPECTS, HAND_ASPECTS, parse_place
from tests.test_house import ROOT

TEXT = (ROOT / "docs" / "pack-format.md").read_text(encoding="utf-8")


def examples() -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


def test_the_muscle_of_the_handbook_is_a_muscle() -> None:
    muscle = read(parse(examples()[1].encode(), "docs"), Muscle)
    assert isinstance(muscle, Muscle), muscle
    fields = set(Muscle.__struct_fields__)
    assert fields <= set(re.findall(r"^(\w+):", examples()[1], re.MULTILINE)), "a field is not explained"


def test_the_other_files_of_the_handbook_are_what_they_say() -> None:
    kinds = {
        "landmarks.yaml": LandmarkFile,
        "sources.yaml": SourceFile,
        "factors.yaml": FactorFile,
        "cautions.yaml": CautionFile,
        "techniques/pressing.yaml": Technique,
    }
    parts = re.split(r"^# (\S+\.yaml)\n", examples()[2], flags=re.MULTILINE)[1:]
    assert parts[::2] == list(kinds)
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        whole = text if text.startswith("schema") else f"schema: 1\n{text}"
        value = read(parse(whole.encode(), name), kinds[name])
        assert isinstance(value, kinds[name]), value


def test_the_places_of_the_handbook_can_be_read() -> None:
    places = re.findall(r"^\| `([^`]+)` \|", TEXT.partition("## Places")[2].partition("## Zones")[0], re.MULTILINE)
    assert len(places) == 6
    for place in places:
        parse_place(place)


def test_the_handbook_names_every_kind_of_thing() -> None:
    words = [*get_args(LinkKind), *get_args(StepKind), *get_args(Level), *get_args(Depth), *ASPECTS, *HAND_ASPECTS]
    words += [*FOOT_ASPECTS, *DIRECTIONS, "thumb", "little_finger", "great_toe", "fifth_toe"]
    assert [word for word in words if not re.search(rf"\b{word}\b", TEXT)] == []


def test_links_of_the_documents_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    assert len(pages) >= 4
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)\)", page.read_text(encoding="utf-8"))
        if "://" not in target and not Path(page.parent, target).exists()
    ]
    assert broken == []


def test_the_numbers_that_are_told_are_those_of_the_atlas() -> None:
    held = re.search(
        r"\* (\d+) muscles, (\d+) trigger points", (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    )
    assert held is not None
    for name in ("README.md", "CHANGELOG.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert set(re.findall(r"(\d+) muscles", text)) == {held[1]}, name
        assert set(re.findall(r"(\d+) trigger points", text)) == {held[2]}, name
