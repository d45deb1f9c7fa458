"""An earlier drawing beside the present one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QStackedWidget, QWidget

from bodymap.body.surface import body_facts
from bodymap.gui.closeup import pictures_of
from bodymap.gui.compare.look import Sample
from bodymap.gui.compare.picture import ComparePicture, Which
from bodymap.gui.compare.seen import seen_on_views
from bodymap.gui.compare.words import rows, sentences, verdict
from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.kit import button, column, label, row, strong
from bodymap.gui.theme import SPACE
from bodymap.pain.compare import compare

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from bodymap.engine import Engine
    from bodymap.gui.theme import Theme
    from bodymap.pain.drawing import Drawing

WIDTH = 940


class CompareDialog(Dialog):
    """``before`` was drawn earlier and is called ``name``; ``now`` is the present drawing. Nothing is changed."""

    def __init__(
        self, engine: Engine, before: Drawing, now: Drawing, name: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__("compareDialog", "", parent, width=WIDTH)
        self.set_title(self.tr("Then and now"))
        self._theme = theme
        self._found = compare(engine.compiled, before, now)
        self._seen = seen_on_views(engine, before, now)
        self._pictures = pictures_of(body_facts().shade, self)
        self.body.addWidget(label(verdict(self._found), "heading"))
        self.body.addLayout(self._switch(name))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._picture("both", self.tr("Both drawings over each other")))
        self._stack.addWidget(self._pair())
        self.body.addWidget(self._stack)
        self.body.addWidget(self._facts(engine))
        caution = self.tr("Areas are those of a model body. Nobody draws the same pain twice alike.")
        self.body.addWidget(label(caution, "small", "muted"))
        close = self.add_button(self.tr("Close"), "close", primary=True)
        close.clicked.connect(self.accept)
        self.finished.connect(lambda _: self._pictures.wait())

    def _switch(self, name: str) -> QHBoxLayout:
        """How the pictures stand, and what is what in them."""
        line = row(gap=1.5)
        box = QFrame()
        box.setProperty("kind", "segments")
        box.setAccessibleName(self.tr("How the drawings are shown"))
        inner = row(box, 0.25, (0.25, 0.25, 0.25, 0.25))
        group = QButtonGroup(box)
        for place, (key, text) in enumerate(
            (("over", self.tr("Over each other")), ("beside", self.tr("Side by side")))
        ):
            chip = button(text, "chip", f"compare-{key}")
            chip.setProperty("kind", None)
            chip.setCheckable(True)
            chip.setChecked(place == 0)
            chip.clicked.connect(lambda _=False, place=place: self._stack.setCurrentIndex(place))
            group.addButton(chip)
            inner.addWidget(chip)
        line.addWidget(box)
        line.addStretch(1)
        for what, words in (("then", self.tr("Then: {}").format(name)), ("now", self.tr("Now"))):
            line.addWidget(Sample(what, self._theme))
            line.addWidget(label(words, "small", "muted", wrap=False))
        return line

    def _picture(self, which: Which, says: str) -> ComparePicture:
        return ComparePicture(self._seen, which, self._pictures, self._theme, says)

    def _pair(self) -> QWidget:
        made = QWidget()
        line = row(made, 2)
        kinds: tuple[tuple[Which, str], ...] = (("then", self.tr("Then")), ("now", self.tr("Now")))
        for which, words in kinds:
            side = column(gap=0.5)
            side.addWidget(strong(label(words, "small")))
            side.addWidget(self._picture(which, words))
            line.addLayout(side, 1)
        return made

    def _facts(self, engine: Engine) -> QWidget:
        made = QWidget()
        both = row(made, 4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        for place, head in enumerate((self.tr("Then"), self.tr("Now")), start=1):
            grid.addWidget(label(head, "small", "muted", wrap=False), 0, place)
        for line, (name, then, now) in enumerate(rows(self._found), start=1):
            grid.addWidget(label(name, "small", "muted", wrap=False), line, 0)
            for place, text in ((1, then), (2, now)):
                grid.addWidget(label(text, wrap=False), line, place)
        told = QGridLayout()
        told.setHorizontalSpacing(2 * SPACE)
        told.setVerticalSpacing(SPACE // 2)
        told.setColumnStretch(1, 1)
        for line, each in enumerate(sentences(self._found, engine.atlas, engine.surface)):
            word, says = label(each.word, "small", "muted", wrap=False), label(each.says)
            for part in (word, says):
                part.setToolTip(f"<p>{each.means}</p>" if each.means else "")  # as a paragraph it wraps
            says.setAccessibleDescription(each.means)
            told.addWidget(word, line, 0, Qt.AlignmentFlag.AlignTop)
            told.addWidget(says, line, 1)
        left = column(gap=0)
        left.addLayout(grid)
        left.addStretch(1)
        right = column(gap=0)
        right.addLayout(told)
        right.addStretch(1)
        both.addLayout(left)
        both.addLayout(right, 1)
        return made
