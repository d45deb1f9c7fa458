"""Every text of the window can be translated: it stands in the file that translators get, under its own context."""

from __future__ import annotations

import ast
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bodymap.body.surface import body_facts
from bodymap.gui.naming import segment_words
from bodymap.paths import asset

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "bodymap" / "gui").rglob("*.py"), ROOT / "bodymap" / "app.py"])
FILES.remove(ROOT / "bodymap" / "gui" / "plate.py")  # a printed sheet, in English so far
AFRESH = "`make texts` reads all texts afresh"


class Texts(ast.NodeVisitor):
    """Collects (context, text) of every call of ``tr`` and ``translate``; ``strange`` are lines lupdate can't read."""

    def __init__(self) -> None:
        self.found: set[tuple[str, str]] = set()
        self.strange: list[int] = []
        self._context = ""

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        outer, self._context = self._context, node.name
        self.generic_visit(node)
        self._context = outer

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in ("tr", "translate"):
            said = [each.value if isinstance(each, ast.Constant) else None for each in node.args]
            if name == "tr" and isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "self":
                said.insert(0, self._context)
            elif name == "tr":
                said = []  # only self.tr has a context that lupdate knows
            if len(said) in (2, 3) and all(isinstance(each, str) for each in said):  # the third tells translators more
                self.found.add((str(said[0]), str(said[1])))
            elif not isinstance(node.func, ast.Attribute) or getattr(node.func.value, "id", "") != "painter":
                self.strange.append(node.lineno)
        self.generic_visit(node)


def texts(path: Path) -> Texts:
    made = Texts()
    made.visit(ast.parse(path.read_text(encoding="utf-8")))
    return made


def offered() -> set[tuple[str, str]]:
    """What translators get."""
    root = ET.parse(asset("i18n") / "bodymap.ts").getroot()  # noqa: S314 - our own file
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in root.iter("context")
        for message in context.iter("message")
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_lupdate_can_read_every_text(path: Path) -> None:
    assert texts(path).strange == []


def test_translators_get_every_text_and_no_other() -> None:
    used = set().union(*(texts(path).found for path in FILES))
    assert len(used) > 300
    assert used - offered() == set(), AFRESH
    assert offered() - used == set(), AFRESH


def test_every_segment_has_words() -> None:
    for segment in body_facts().segments:
        assert segment_words(segment).strip()
