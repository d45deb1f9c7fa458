"""Running text of the atlas: its terms explained on hover, its facts numbered with their sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCursor, QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip

from bodymap.gui.panel.glossary import glossary, terms_in
from bodymap.gui.theme import Theme, font

if TYPE_CHECKING:
    from bodymap.atlas.model import Source


RAISED = 1.2
"""How high raised numbers reach, as a share of the height of the letters beside them."""


class Citations:
    """Numbers the sources of a page in the order in which they are first named."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._numbers: dict[str, int] = {}

    def number(self, source_id: str) -> int:
        """The number of a source on this page, from 1."""
        return self._numbers.setdefault(source_id, len(self._numbers) + 1)

    def listed(self) -> list[tuple[int, Source]]:
        """Every source named so far, by number."""
        return [(number, self._sources[name]) for name, number in self._numbers.items() if name in self._sources]

    def source(self, source_id: str) -> Source | None:
        """The source with that id."""
        return self._sources.get(source_id)


def reference(source: Source) -> str:
    """A source in one line: authors, title, year, kind."""
    parts = [source.authors, f"“{source.title}”" if source.kind != "book" else source.title]
    if source.year is not None:
        parts.append(str(source.year))
    return ", ".join(part for part in parts if part) + "."


class Prose(QLabel):
    """A paragraph that wraps. Terms of the glossary are underlined and explained when hovered or followed.

    ``source_asked(id)`` is emitted when the number of a source is followed.
    """

    source_asked = Signal(str)

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        cites: Iterable[str] = (),
        citations: Citations | None = None,
        muted: bool = False,
        lead: str = "",
    ) -> None:
        super().__init__()
        self._citations = citations
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setFont(font("body"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        color = theme.text_muted if muted else theme.text
        start = f"<b>{escape(lead)}</b> " if lead else ""
        numbers = _numbers(cites, citations, theme.text_muted.name())
        said = f"{_room(self.font()) if numbers else ''}{start}{_marked_up(text, color.name())}{numbers}"
        self.setText(f'<div style="color:{color.name()};line-height:118%">{said}</div>')
        self.setAccessibleName(f"{lead} {text}".strip())
        self.linkHovered.connect(self._explain)
        self.linkActivated.connect(self._follow)

    def _explain(self, link: str) -> None:
        meaning = self.meaning(link)
        if meaning:
            QToolTip.showText(QCursor.pos(), f"<p>{escape(meaning)}</p>", self)
        else:
            QToolTip.hideText()

    def _follow(self, link: str) -> None:
        kind, _, name = link.partition(":")
        if kind == "source":
            self.source_asked.emit(name)
        else:
            self._explain(link)

    def meaning(self, link: str) -> str:
        """What a link explains when the pointer rests on it: the meaning of a term, or a source in one line."""
        kind, _, name = link.partition(":")
        if kind == "term" and name in glossary():
            return glossary()[name].meaning
        if kind == "source" and self._citations is not None:
            source = self._citations.source(name)
            return reference(source) if source is not None else ""
        return ""


def rich_text(text: str, spans: Iterable[tuple[int, int, str, str]]) -> str:
    """A plain text as rich text; each span (start, end, opening tag, closing tag) stands between its tags."""
    parts: list[str] = []
    at = 0
    for start, end, opening, closing in spans:
        parts += [escape(text[at:start]), opening, escape(text[start:end]), closing]
        at = end
    return "".join([*parts, escape(text[at:])])


def _marked_up(text: str, color: str) -> str:
    links = ((start, end, f'<a href="term:{term.id}" style="color:{color}">') for start, end, term in terms_in(text))
    return rich_text(text, ((*link, "</a>") for link in links))


def _room(letters: QFont) -> str:
    """Nothing, in larger letters: a label cuts off what reaches above its first line, as raised numbers do."""
    points = letters.pointSizeF()
    size = f"{points * RAISED:.1f}pt" if points > 0 else f"{round(letters.pixelSize() * RAISED)}px"
    return f'<span style="font-size:{size}">&#8203;</span>'


def _numbers(cites: Iterable[str], citations: Citations | None, color: str) -> str:
    if citations is None:
        return ""
    links = [
        f'<a href="source:{escape(name)}" style="color:{color};text-decoration:none">{citations.number(name)}</a>'
        for name in cites
    ]
    # Joined by spaces at which no line is broken, so that the numbers stay together.
    return f'<sup style="color:{color}">&nbsp;{"&nbsp;·&nbsp;".join(links)}</sup>' if links else ""


def side_word(side: str) -> str:
    """ "left" or "right" as a word on a tag."""
    if side == "left":
        return QCoreApplication.translate("Side", "Left")
    return QCoreApplication.translate("Side", "Right")
