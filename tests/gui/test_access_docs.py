"""The keys in docs/accessibility.md are those of the table of actions.

To write them anew: BODYMAP_REFRESH_DOCS=1 make test ARGS=tests/gui/test_access_docs.py
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

import pytest
from PySide6.QtWidgets import QApplication

from bodymap.gui.actions import canvas_keys, player_keys, specs
from tests.test_house import ROOT

FILE = ROOT / "docs" / "accessibility.md"
BETWEEN = re.compile(r"(<!-- keys: .*? -->\n)(.*?)(<!-- end of keys -->)", re.DOTALL)


def table(title: str, lines: Iterable[tuple[str, str]]) -> str:
    rows = "\n".join(f"| {keys.replace('|', '&#124;')} | {does} |" for keys, does in lines)
    return f"\n**{title}**\n\n| Keys | What they do |\n| --- | --- |\n{rows}\n"


def tables() -> str:
    everywhere = [(spec.shortcut, spec.text.rstrip(" …")) for spec in specs() if spec.shortcut]
    made = (("On the body", canvas_keys()), ("During a routine", player_keys()), ("Everywhere", everywhere))
    return "".join(table(title, lines) for title, lines in made) + "\n"


@pytest.mark.usefixtures("qapp")
def test_the_page_on_accessibility_lists_the_keys_there_are(qapp: QApplication) -> None:
    text = FILE.read_text(encoding="utf-8")
    found = BETWEEN.search(text)
    assert found is not None
    if os.environ.get("BODYMAP_REFRESH_DOCS"):
        FILE.write_text(text[: found.start(2)] + tables() + text[found.end(2) :], encoding="utf-8")
    else:
        assert found[2] == tables(), "another key or another word: see above how to write the page anew"
