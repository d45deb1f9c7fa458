"""A source stands in the atlas once, so that a reader who follows two numbers does not find the same page twice."""

from __future__ import annotations

import re
from collections import defaultdict

from bodymap.atlas.load import load_atlas
from bodymap.paths import asset


def _twice(names: dict[str, str]) -> list[list[str]]:
    same = defaultdict(list)
    for key, name in names.items():
        same[name].append(key)
    return [keys for keys in same.values() if len(keys) > 1]


def test_no_two_sources_are_the_same_page() -> None:
    sources = load_atlas(asset("atlas")).sources
    pages = {
        key: re.sub(r"^https?://(www\.)?", "", source.url.lower()).rstrip("/")
        for key, source in sources.items()
        if source.url
    }
    assert len(pages) > 500
    assert _twice(pages) == []


def test_no_two_sources_have_the_same_title() -> None:
    sources = load_atlas(asset("atlas")).sources
    assert _twice({key: re.sub(r"\W+", " ", source.title.lower()).strip() for key, source in sources.items()}) == []
