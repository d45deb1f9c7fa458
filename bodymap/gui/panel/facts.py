"""What the atlas knows of a muscle, section by section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from bodymap.gui.kit import button, column, label, row, rule, strong
from bodymap.gui.muscle_words import both_names
from bodymap.gui.panel.prose import RAISED, Citations, Prose
from bodymap.gui.panel.references import checked_words, source_label
from bodymap.gui.panel.section import Section

if TYPE_CHECKING:
    from bodymap.atlas.model import Cited, Differential, Link, LinkKind, Muscle
    from bodymap.engine import Engine
    from bodymap.gui.theme import Theme

OPEN_AT_FIRST = frozenset({"feels", "worse", "links"})


class Facts(QObject):
    """Builds the sections of one muscle's page. ``linked(muscle)`` asks for another, ``shown(widget)`` to scroll."""

    linked = Signal(str)
    shown = Signal(QWidget)

    def __init__(self, engine: Engine, theme: Theme, opened: dict[str, bool], parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._theme = theme
        self._opened = opened
        self.citations = Citations(engine.atlas.sources)
        self._sources: Section | None = None

    def sections(self, muscle: Muscle) -> list[Section]:
        """Every section that has something to say, in reading order; the sources last."""
        made = [
            self._facts("feels", self.tr("What it feels like"), muscle.feels),
            self._facts("worse", self.tr("What makes it worse"), muscle.worse),
            self._links(muscle.links),
            self._facts("activates", self.tr("What sets it off"), muscle.activates),
            self._facts("perpetuates", self.tr("What keeps it going"), muscle.perpetuates),
            self._facts("restricts", self.tr("What it holds back"), muscle.restricts),
            self._differentials(muscle.differentials),
            self._facts("habits", self.tr("Habits that help"), muscle.habits),
            self._care(muscle),
            self._facts("disagreements", self.tr("Where the sources disagree"), muscle.disagreements),
        ]
        found = [section for section in made if section is not None]
        self._sources = self._references(muscle)
        return [*found, self._sources]

    def prose(self, text: str, cites: Sequence[str] = (), *, lead: str = "", muted: bool = False) -> Prose:
        """A paragraph with its terms explained and its sources numbered."""
        made = Prose(text, self._theme, cites=cites, citations=self.citations, lead=lead, muted=muted)
        made.source_asked.connect(self._show_source)
        return made

    def _section(self, name: str, title: str) -> Section:
        made = Section(name, title, self._theme, opened=self._opened.get(name, name in OPEN_AT_FIRST))
        made.toggled.connect(lambda is_open: self._opened.__setitem__(name, is_open))
        return made

    def _facts(self, name: str, title: str, facts: Sequence[Cited]) -> Section | None:
        if not facts:
            return None
        section = self._section(name, title)
        for fact in facts:
            section.body.addLayout(bullet(self.prose(fact.text, fact.sources)))
        return section

    def _links(self, links: Sequence[Link]) -> Section | None:
        known = [link for link in links if link.to in self._engine.atlas.muscles]
        unknown = [link for link in links if link.to not in self._engine.atlas.muscles]
        if not links:
            return None
        section = self._section("links", self.tr("Which muscles go with it"))
        for link in known:
            other = self._engine.atlas.muscles[link.to]
            box = column(gap=0.25)
            go = button(both_names(other), "link", f"link-{link.to}", self.tr("Open the page of this muscle"))
            go.clicked.connect(lambda _=False, to=link.to: self.linked.emit(to))
            box.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
            kind = label(self._link_words(link.kind), "small", "muted")
            kind.setContentsMargins(5, 0, 0, 0)
            box.addWidget(kind)
            text = self.prose(link.text, link.sources)
            text.setContentsMargins(5, 0, 0, 0)
            box.addWidget(text)
            section.body.addLayout(box)
        for link in unknown:
            section.body.addLayout(bullet(self.prose(link.text, link.sources)))
        return section

    def _link_words(self, kind: LinkKind) -> str:
        return {
            "activates": self.tr("this one can set it off"),
            "activated_by": self.tr("can set this one off"),
            "overloads": self.tr("this one can overload it"),
            "overloaded_by": self.tr("can overload this one"),
            "travels_with": self.tr("often sore together"),
        }[kind]

    def _differentials(self, others: Sequence[Differential]) -> Section | None:
        if not others:
            return None
        section = self._section("differentials", self.tr("What else it might be"))
        for number, other in enumerate(others):
            if number:
                section.body.addWidget(rule())
            section.body.addWidget(strong(label(other.name)))
            section.body.addWidget(self.prose(other.differs, lead=self.tr("How it differs:")))
            section.body.addWidget(self.prose(other.do, other.sources, lead=self.tr("What to do:")))
        return section

    def _care(self, muscle: Muscle) -> Section:
        section = self._section("expect", self.tr("What to expect from treating it"))
        care = muscle.care
        section.body.addWidget(self.prose(care.about))
        section.body.addWidget(self.prose(care.expect.text, care.expect.sources))
        low, high = care.per_day
        often = self.tr("Once a day.") if low == high == 1 else self.tr("{} to {} times a day.").format(low, high)
        if low == high != 1:
            often = self.tr("{} times a day.").format(low)
        section.body.addWidget(self.prose(often, lead=self.tr("How often:")))
        for fact in care.avoid:
            section.body.addLayout(bullet(self.prose(fact.text, fact.sources, lead=self.tr("Avoid:"))))
        return section

    def _references(self, muscle: Muscle) -> Section:
        section = self._section("sources", self.tr("Sources"))
        section.body.addWidget(label(checked_words(muscle), "small"))
        self._cite_rest(muscle)
        for number, source in self.citations.listed():
            section.body.addWidget(source_label(number, source))
        return section

    def _cite_rest(self, muscle: Muscle) -> None:
        """The routine's steps and the trigger points name sources too, though not beside a text on this page."""
        for point in muscle.trigger_points:
            for name in point.sources:
                self.citations.number(name)
        for routine in muscle.care.routines:
            for step in routine.steps:
                for name in step.sources:
                    self.citations.number(name)

    def _show_source(self, source_id: str) -> None:
        section = self._sources
        if section is None:
            return
        section.set_open(True)
        found = section.findChild(QLabel, f"reference-{source_id}")
        if found is not None:
            self.shown.emit(found)


def bullet(text: QWidget) -> QHBoxLayout:
    """A paragraph behind a dot."""
    line = row(gap=0.75)
    dot = label("•", kind="muted", wrap=False)
    dot.setContentsMargins(0, round(dot.fontMetrics().ascent() * (RAISED - 1)), 0, 0)  # beside the letters, not above
    line.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(text, 1)
    return line
