"""How well the ranking agrees with published pain guides: which of their muscles come first when their place hurts.

    python benchmarks/guides.py [FILE] [--figure woman] [--worst 30] [--only REGION]

The lists stand in ``benchmarks/guides.yaml``, which tells how they were written down. A place is marked whole on the
right side, as ``bodymap match --region ID --side right`` does. Two counts of the first ten places: of different
muscles, and of entries as they are printed, where a muscle of both sides takes two. Three groups of lists are told
apart, because only what the program was not made from says something about it:

- looked at: the ranking weighs facts of the page (``used_by_atlas``, or its address is among the sources of those);
- cited: the page stands among the atlas's sources for something else, such as where a muscle sends its pain;
- unseen: nothing in the atlas rests on it. Cited and unseen lists together are the ones held back.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import yaml

from bodymap.atlas.load import Atlas, load_atlas
from bodymap.body.surface import load_surface
from bodymap.engine import Engine
from bodymap.paths import asset

LISTS = Path(__file__).with_suffix(".yaml")
FIRST, LEADING = 10, 3
WEIGHED = ("known_for", "frequency")
"""Files of sources whose facts move a muscle up or down."""

Group = Literal["looked at", "cited", "unseen"]
Entry = tuple[str, ...]
"""A muscle, or several of which one is enough."""


@dataclass(frozen=True)
class Guide:
    """A published list: the muscles named for a pain in ``regions``, in its order. ``unknown`` have no id here."""

    source: str
    regions: tuple[str, ...]
    ordered: bool
    muscles: tuple[Entry, ...]
    unknown: tuple[str, ...]
    group: Group

    @property
    def place(self) -> str:
        """The regions as one word for tables."""
        return "+".join(self.regions)


@dataclass(frozen=True)
class Answered:
    """What the program says to the place of a list: ``entries`` as printed, and the share of the pain each explains."""

    entries: tuple[str, ...]
    explains: Mapping[str, float]

    @property
    def distinct(self) -> tuple[str, ...]:
        """Each muscle once, where it stands first."""
        return tuple(dict.fromkeys(self.entries))


@dataclass(frozen=True)
class Score:
    """A list and the places (from 1) of its entries in the answer; None for one that is not in it."""

    guide: Guide
    answered: Answered
    distinct: tuple[int | None, ...]
    plain: tuple[int | None, ...]

    @property
    def size(self) -> int:
        """How many muscles the list names, those without an id too."""
        return len(self.distinct) + len(self.guide.unknown)

    def found(self, places: Sequence[int | None]) -> int:
        """How many of them are among the first ten."""
        return sum(place is not None and place <= FIRST for place in places)

    @property
    def leads(self) -> bool:
        """Whether the first muscle of the list is among the first three."""
        return self.distinct[0] is not None and self.distinct[0] <= LEADING


def read_guides(path: Path, atlas: Atlas) -> list[Guide]:
    """The lists of a file, each with the group it belongs to."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    groups = {each["id"]: _group(each, _cited(atlas)) for each in told["sources"]}
    return [
        Guide(
            each["source"],
            tuple(each["regions"]),
            bool(each.get("ordered")),
            tuple((entry,) if isinstance(entry, str) else tuple(entry) for entry in each["muscles"]),
            tuple(each.get("unknown", ())),
            groups[each["source"]],
        )
        for each in told["lists"]
    ]


def _cited(atlas: Atlas) -> dict[str, bool]:
    """Address of each source of the atlas -> whether the ranking weighs what is said there."""
    cited: dict[str, bool] = {}
    for source in atlas.sources.values():
        if source.url:
            weighed = Path(atlas.origins["sources"][source.id].path).stem in WEIGHED
            cited[_address(source.url)] = weighed or cited.get(_address(source.url), False)
    return cited


def _address(url: str) -> str:
    return url.partition("//")[2].removeprefix("www.").rstrip("/").lower()


def _group(source: Mapping[str, Any], cited: Mapping[str, bool]) -> Group:
    address = _address(source["url"])
    if source.get("used_by_atlas") or cited.get(address):
        return "looked at"
    return "cited" if address in cited else "unseen"


def score(guide: Guide, answered: Answered) -> Score:
    """Where the entries of a list stand in an answer."""
    return Score(guide, answered, _places(guide, answered.distinct), _places(guide, answered.entries))


def _places(guide: Guide, ranked: Sequence[str]) -> tuple[int | None, ...]:
    at = {muscle: place for place, muscle in reversed(list(enumerate(ranked, start=1)))}
    return tuple(min((at[muscle] for muscle in entry if muscle in at), default=None) for entry in guide.muscles)


def asker(engine: Engine) -> Callable[[tuple[str, ...]], Answered]:
    """Asks for the muscles of a pain over whole regions of the right side; the same question is answered once."""

    @cache
    def ask(regions: tuple[str, ...]) -> Answered:
        marks = [engine.region_mark(region, "right", number) for number, region in enumerate(regions)]
        explains: dict[str, float] = {}
        entries = []
        for source in engine.answer(marks).sources:
            entries.append(source.muscle)
            explains[source.muscle] = max(explains.get(source.muscle, 0.0), source.explains)
        return Answered(tuple(entries), explains)

    return ask


def measure(guides: Iterable[Guide], engine: Engine) -> list[Score]:
    """Every list against the ranking."""
    ask = asker(engine)
    return [score(guide, ask(guide.regions)) for guide in guides]


def figures(scores: Sequence[Score]) -> str:
    """One row of figures for some lists: counts, recall of both kinds, and the first-listed muscle."""
    named = sum(each.size for each in scores)
    distinct = sum(each.found(each.distinct) for each in scores) / named
    plain = sum(each.found(each.plain) for each in scores) / named
    by_region: dict[str, list[float]] = defaultdict(list)
    for each in scores:
        for region in each.guide.regions:
            by_region[region].append(each.found(each.distinct) / each.size)
    mean = sum(sum(values) / len(values) for values in by_region.values()) / len(by_region)
    ordered = [each.leads for each in scores if each.guide.ordered]
    leads = [each.leads for each in scores]
    first = f"{sum(ordered) / len(ordered):6.2f} of {len(ordered):2}" if ordered else f"{'-':>12}"
    return (
        f"{len(scores):5}{len(by_region):8}{named:8}{distinct:9.2f}{plain:9.2f}{mean:9.2f}{first}"
        f"{sum(leads) / len(leads):6.2f} of {len(leads):3}"
    )


COLUMNS = "".join(
    f"{name:>{width}}"
    for name, width in zip(
        ("", "lists", "regions", "muscles", "recall", "printed", "a region", "ordered", "all"),
        (32, 5, 8, 8, 9, 9, 9, 12, 13),
        strict=True,
    )
)


def print_groups(scores: Sequence[Score]) -> None:
    """The overall figures of each group, and of lists with one region and with several."""
    held = [each for each in scores if each.guide.group != "looked at"]
    rows = {
        "HELD BACK": held,
        "  cited for something else": [each for each in held if each.guide.group == "cited"],
        "  unseen": [each for each in held if each.guide.group == "unseen"],
        "  one region": [each for each in held if len(each.guide.regions) == 1],
        "  several regions": [each for each in held if len(each.guide.regions) > 1],
        "LOOKED AT": [each for each in scores if each.guide.group == "looked at"],
        "all": list(scores),
    }
    print(
        f"Recall of the listed muscles among the first {FIRST}: of different muscles, of entries as printed, and the\n"
        f"first as a mean over regions; then how often the first-listed is among the first {LEADING}.\n"
    )
    print(COLUMNS)
    for name, chosen in rows.items():
        if chosen:
            print(f"{name:32}{figures(chosen)}")


def print_table(title: str, scores: Sequence[Score], key: Callable[[Score], Iterable[str]]) -> None:
    """Figures per region or per source."""
    rows: dict[str, list[Score]] = defaultdict(list)
    for each in scores:
        for name in key(each):
            rows[name].append(each)
    print(f"\n{title}\n{COLUMNS}")
    for name in sorted(rows):
        print(f"{name:32}{figures(rows[name])}")


def reason(each: Score, index: int) -> str:
    """Why an entry of a list is missed: where it stands, and how much of the pain its pattern explains."""
    place, entry = each.distinct[index], each.guide.muscles[index]
    if place is None:
        return "no zone there"
    share = max(each.answered.explains.get(muscle, 0.0) for muscle in entry)
    return f"rank {place}, explains {share:.0%}"


def disagreements(scores: Iterable[Score]) -> list[tuple[float, str]]:
    """Missed entries, the worst first: early in an ordered list, alone in a short one, far down or not there."""
    found = []
    for each in scores:
        for index, (entry, place) in enumerate(zip(each.guide.muscles, each.distinct, strict=True)):
            lead = index == 0 and each.guide.ordered
            if place is not None and place <= (LEADING if lead else FIRST):
                continue
            far = 2.0 if place is None else min(place / FIRST, 2.0)
            weight = far + (1.0 if lead else 0.0) + 1.0 / (index + 1)
            line = f"{each.guide.place:44} {'/'.join(entry):44} {reason(each, index):24} {each.guide.source}"
            found.append((weight, f"{line}, {index + 1} of {each.size}"))
        found += [
            (2.0, f"{each.guide.place:44} {name:44} {'not in the atlas':24} {each.guide.source}")
            for name in each.guide.unknown
        ]
    return sorted(found, key=lambda item: (-item[0], item[1]))


def report(scores: Sequence[Score], worst: int) -> None:
    """Print everything, and the worst disagreements with the lists held back."""
    held = [each for each in scores if each.guide.group != "looked at"]
    print_groups(scores)
    print_table("Per region, held back", held, lambda each: each.guide.regions)
    print_table("Per region, looked at", [each for each in scores if each not in held], lambda each: each.guide.regions)
    print_table("Per source (* looked at)", scores, lambda each: [f"{each.guide.source}{'*' * (each not in held)}"])
    print(f"\nThe worst disagreements of {len(held)} lists held back")
    for _, line in disagreements(held)[:worst]:
        print(line)


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path, default=LISTS, help="the lists (those beside this program)")
    parser.add_argument("--figure", choices=("woman", "man"), default="woman")
    parser.add_argument("--worst", type=int, default=30, help="how many disagreements to print (30)")
    parser.add_argument("--only", metavar="REGION", help="only lists for this region")
    told = parser.parse_args()
    atlas = load_atlas(asset("atlas"))
    guides = [each for each in read_guides(told.file, atlas) if told.only in (None, *each.regions)]
    if not guides:
        sys.exit(f"There is no list for the region “{told.only}”.")
    with tempfile.TemporaryDirectory() as folder:
        engine = Engine(atlas, load_surface(told.figure), Path(folder))
    report(measure(guides, engine), told.worst)
    return 0


if __name__ == "__main__":
    sys.exit(main())
