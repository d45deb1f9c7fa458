"""One result of a search as a card that can be pressed, with the words that were found standing out."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from bodymap.gui.kit import CardButton, label, repolish, row
from bodymap.gui.muscle_words import capital, plain_name
from bodymap.gui.panel.prose import rich_text
from bodymap.gui.panel.source_card import tag

if TYPE_CHECKING:
    from bodymap.atlas.load import Atlas
    from bodymap.atlas.search import Hit, Where
    from bodymap.gui.theme import Role, Theme

Marks = Sequence[tuple[int, int]]


class ResultCard(CardButton):
    """A muscle or a place that was found, and why."""

    def __init__(self, hit: Hit, atlas: Atlas, theme: Theme) -> None:
        super().__init__()
        self.hit = hit
        self._theme = theme
        self.setObjectName(f"result-{hit.kind}-{hit.id}")
        self.body.setSpacing(2)
        said = self._place(hit) if hit.kind == "region" else self._muscle(hit, atlas)
        self.setAccessibleName(". ".join(said))

    def set_chosen(self, chosen: bool) -> None:
        """Look like the one that Enter opens."""
        if bool(self.property("chosen")) != chosen:
            self.setProperty("chosen", chosen)
            repolish(self)

    def _place(self, hit: Hit) -> list[str]:
        name, says = capital(hit.title), self.tr("Muscles that send pain to this place")
        self._head(name, hit.marks if hit.text == hit.title else (), self.tr("Place"))
        said = [name]
        if hit.text != hit.title:
            self._line(hit.text, hit.marks, lead_words(hit.where))
            said.append(f"{lead_words(hit.where)} {hit.text}")
        self.add(label(says, "small", "muted"))
        return [*said, says]

    def _muscle(self, hit: Hit, atlas: Atlas) -> list[str]:
        muscle = atlas.muscles[hit.id]
        plain = plain_name(muscle)
        self._head(plain, hit.marks if hit.text == muscle.plain else (), "")
        self._line(muscle.name, hit.marks if hit.text == muscle.name else ())
        said = [plain, muscle.name]
        if hit.text not in (muscle.name, muscle.plain):
            lead = lead_words(hit.where)
            self._line(hit.text, hit.marks, lead)
            said.append(f"{lead} {hit.text}".strip())
        return said

    def _head(self, name: str, marks: Marks, kind: str) -> None:
        line = QWidget()
        inner = row(line, 1.0)
        inner.addWidget(self._text(name, marks, "heading"), 1)
        if kind:
            inner.addWidget(tag(kind), 0, Qt.AlignmentFlag.AlignTop)
        self.add(line)

    def _line(self, text: str, marks: Marks, lead: str = "") -> None:
        made = self._text(text, marks, "small", lead)
        made.setProperty("kind", "muted")
        self.add(made)

    def _text(self, text: str, marks: Marks, role: Role, lead: str = "") -> QLabel:
        made = label("", role)
        made.setTextFormat(Qt.TextFormat.RichText)
        start = f"{escape(lead)} " if lead else ""
        made.setText(start + emphasised(text, marks, self._theme.accent.name()))
        return made


def emphasised(text: str, marks: Marks, color: str) -> str:
    """The text as rich text, with what stands at ``marks`` (start, end) bold and in a colour."""
    return rich_text(text, ((start, end, f'<b style="color:{color}">', "</b>") for start, end in marks))


def lead_words(where: Where) -> str:
    """What the text of a result tells about the muscle."""
    translate = QCoreApplication.translate
    return {
        "name": translate("Search", "Also called:"),
        "refers": translate("Search", "Sends pain to:"),
        "point": translate("Search", "Trigger point:"),
        "feels": translate("Search", "Feels like:"),
        "worse": translate("Search", "Worse with:"),
        "restricts": translate("Search", "Makes hard:"),
        "mistaken": translate("Search", "What else it could be:"),
        "causes": translate("Search", "Brought on by:"),
        "habits": translate("Search", "Helps:"),
        "about": "",
    }[where]
