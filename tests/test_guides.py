"""The lists of published pain guides are well formed, and the program that measures by them counts right."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.guides import (
    LISTS,
    WEIGHED,
    Answered,
    Guide,
    disagreements,
    figures,
    measure,
    read_guides,
    report,
    score,
)
from bodymap.atlas.load import Atlas, load_atlas
from bodymap.engine import Engine
from bodymap.paths import asset
from tests.command_line import Run

SOURCE = {"id", "title", "url", "read", "used_by_atlas"}
LIST = {"source", "regions", "ordered", "muscles", "unknown"}


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load_atlas(asset("atlas"))


@pytest.fixture(scope="module")
def told() -> Any:
    return yaml.safe_load(LISTS.read_text(encoding="utf-8"))


def members(entry: str | list[str]) -> list[str]:
    return [entry] if isinstance(entry, str) else entry


def test_sources(told: Any) -> None:
    assert set(told) == {"schema", "sources", "lists"}
    for each in told["sources"]:
        assert set(each) - {"used_by_atlas"} == SOURCE - {"used_by_atlas"}, each
        assert each["url"].startswith(("https://", "http://")), each["id"]
        assert each["read"] in {"whole", "opening", "excerpt"}, each["id"]
        assert each.get("used_by_atlas", True) is True, f"{each['id']}: leave it out instead"
    for key in ("id", "url"):
        assert [name for name, times in Counter(each[key] for each in told["sources"]).items() if times > 1] == []
    assert {each["id"] for each in told["sources"]} == {each["source"] for each in told["lists"]}


def test_lists(told: Any, atlas: Atlas) -> None:
    places = Counter((each["source"], *sorted(each["regions"])) for each in told["lists"])
    assert [place for place, times in places.items() if times > 1] == []
    for each in told["lists"]:
        assert set(each) <= LIST, each
        assert each["regions"], each
        assert each["muscles"], each
        assert set(each["regions"]) <= set(atlas.regions), each
        assert len(set(each["regions"])) == len(each["regions"]), each
        named = [muscle for entry in each["muscles"] for muscle in members(entry)]
        assert set(named) <= set(atlas.muscles), each
        assert len(set(named)) == len(named), f"a muscle twice: {each}"
        assert all(len(members(entry)) > 1 for entry in each["muscles"] if isinstance(entry, list)), each
        assert not set(each.get("unknown", ())) & set(atlas.muscles), each


def test_what_was_looked_at_is_told_apart(tmp_path: Path, atlas: Atlas) -> None:
    files = {each.url: Path(atlas.origins["sources"][each.id].path).stem for each in atlas.sources.values() if each.url}
    weighed = next(url for url, file in files.items() if file == "known_for")
    cited = next(url for url, file in files.items() if file not in WEIGHED and url.startswith("https://www."))
    sources = [
        {"id": "a", "url": weighed},
        {"id": "b", "url": cited.replace("https://www.", "http://") + "/"},
        {"id": "c", "url": "https://example.org/heel"},
        {"id": "d", "url": "https://example.org/copy", "used_by_atlas": True},
    ]
    lists = [{"source": each["id"], "regions": ["heel"], "muscles": ["soleus"]} for each in sources]
    path = tmp_path / "lists.yaml"
    path.write_text(yaml.safe_dump({"sources": sources, "lists": lists}), encoding="utf-8")
    assert [each.group for each in read_guides(path, atlas)] == ["looked at", "cited", "unseen", "looked at"]


def test_counting() -> None:
    """Twelve muscles, of which the second takes two entries, and a list of five with a group and a stranger."""
    entries = ("m1", "m2", "m2", *(f"m{number}" for number in range(3, 13)))
    answered = Answered(entries, dict.fromkeys(entries, 0.25))
    muscles = (("m4",), ("m10",), ("m11", "m1"), ("m99",))
    guide = Guide("page", ("heel", "medial_ankle"), True, muscles, ("extensor of somewhere",), "unseen")
    found = score(guide, answered)
    assert found.distinct == (4, 10, 1, None)
    assert found.plain == (5, 11, 1, None)
    assert (found.size, found.found(found.distinct), found.found(found.plain), found.leads) == (5, 3, 2, False)
    second = score(replace(guide, ordered=False, muscles=(("m3",),), unknown=()), answered)
    assert figures([found, second]).split() == [
        *("2", "2", "6"), "0.67", "0.50", "0.80", *("0.00", "of", "1"), *("0.50", "of", "2"),
    ]  # fmt: skip
    missed = [line.split() for _, line in disagreements([found, second])]
    assert [line[1] for line in missed] == ["m4", "m99", "extensor"]
    assert [" ".join(line[2:6]) for line in missed[:2]] == ["rank 4, explains 25%", "no zone there page,"]


def test_the_answer_is_that_of_the_command(engine: Engine, atlas: Atlas, run: Run, capsys: Any) -> None:
    guides = [each for each in read_guides(LISTS, atlas) if each.regions == ("toothache",)]
    assert len(guides) > 1
    scores = measure(guides, engine)
    said = run("match", "--region", "toothache", "--side", "right", "--json", "--top", "10")
    printed = [each["muscle"] for each in yaml.safe_load(said.out)["sources"]]
    assert list(scores[0].answered.entries[:10]) == printed
    report(scores, 5)
    told = capsys.readouterr().out
    assert "toothache" in told
    assert "lists held back" in told
