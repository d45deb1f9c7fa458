"""One mark in the tray: a line that tells it, and what can be said of it when it is open."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QSlider, QVBoxLayout, QWidget

from bodymap.gui.flow import FlowLayout
from bodymap.gui.kit import button, column, icon_button, label, row, strong
from bodymap.gui.pain_words import quality_words, timing_words
from bodymap.gui.panel.mark_note import NoteField
from bodymap.gui.panel.mark_swatch import SIGN_PX, MarkSwatch, sign_icon
from bodymap.gui.panel.mark_words import extent, said_of, strength

if TYPE_CHECKING:
    from bodymap.gui.document import Document
    from bodymap.gui.theme import Theme
    from bodymap.pain.drawing import Mark


class MarkLine(QPushButton):
    """A mark in one line: how it looks on the body, its place, how strong it is."""

    def __init__(self, mark: Mark, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"markName-{mark.id}")
        self.setProperty("kind", "section")
        self.setAutoDefault(True)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._inner = row(self, 1, (0.5, 0.5, 0.5, 0.5))
        self._swatch = MarkSwatch(theme, mark.intensity, mark.qualities)
        self._name = strong(label(mark.label))
        self._strength = label("", "small", "muted", wrap=False)
        self._strength.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        for part, stretch in ((self._swatch, 0), (self._name, 1), (self._strength, 0)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._inner.addWidget(part, stretch)

    def show_mark(self, mark: Mark) -> None:
        """Show the state of ``mark``."""
        self._swatch.show_mark(mark.intensity, mark.qualities)
        self._name.setText(mark.label)
        self._strength.setText(strength(mark))
        self.setAccessibleName(f"{mark.label}, {said_of(mark)}")
        self.setToolTip(said_of(mark))

    def sizeHint(self) -> QSize:
        """As large as what is on it."""
        return self._inner.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never smaller than what is on it."""
        return self._inner.totalMinimumSize()


class MarkEditor(QWidget):
    """One mark: its place, how strong it is (0-10), what it feels like, when, and a note.

    Every change goes to the document. ``grew`` follows a change of its height.
    """

    grew = Signal()

    def __init__(self, mark: Mark, document: Document, theme: Theme) -> None:
        super().__init__()
        self.mark_id = mark.id
        self._document, self._theme = document, theme
        self.setObjectName(f"mark-{mark.id}")
        self._inner = column(self, 0.5, (0, 0.25, 0, 0.25))
        self._inner.addLayout(self._head(mark))
        self._details: QWidget | None = None
        self.show_mark(mark)
        self.set_open(False)

    def _head(self, mark: Mark) -> QHBoxLayout:
        line = row(gap=0.25)
        self._line = MarkLine(mark, self._theme)
        self._line.clicked.connect(self._toggle)
        says = self.tr("Mark the other side too: {}").format(mark.label)
        self._mirror = icon_button("mirror", self._theme, says, f"mirrorMark-{mark.id}")
        self._mirror.clicked.connect(lambda: self._document.mirror_mark(self.mark_id))
        says = self.tr("Remove this mark: {}").format(mark.label)
        self._remove = remove = icon_button("close", self._theme, says, f"removeMark-{mark.id}")
        remove.clicked.connect(lambda: self._document.remove_mark(self.mark_id))
        line.addWidget(self._line, 1)
        line.addWidget(self._mirror)
        line.addWidget(remove)
        return line

    # ---- what can be said; made when the mark is first opened

    def _make_details(self, mark: Mark) -> QWidget:
        made = QWidget()
        inner = column(made, 1, (0.5, 0, 0.5, 1))
        self._extent = label("", "small", "muted")
        inner.addWidget(self._extent)
        inner.addLayout(self._strength(mark))
        words = {str(quality): word for quality, word in quality_words().items()}
        box, self._feels = self._chips(f"quality-{mark.id}", words, self.tr("What does it feel like?"))
        for quality, chip in self._feels.items():
            chip.setIcon(sign_icon(quality, self._theme))
            chip.setIconSize(QSize(SIGN_PX, SIGN_PX))
            chip.clicked.connect(self._feels_picked)
        inner.addWidget(box)
        box, self._when = self._chips(f"timing-{mark.id}", timing_words(), self.tr("When does it hurt?"))
        for chip in self._when.values():
            chip.clicked.connect(self._when_picked)
        inner.addWidget(box)
        self._note = NoteField(f"note-{mark.id}", self.tr("Note on {}").format(mark.label))
        self._note.written.connect(self._note_written)
        self._note.grew.connect(self.grew)
        inner.addWidget(self._note)
        return made

    def _strength(self, mark: Mark) -> QVBoxLayout:
        box = column(gap=0)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 10)
        self.slider.setPageStep(2)
        self.slider.setObjectName(f"intensity-{mark.id}")
        self.slider.setAccessibleName(self.tr("How strong, from 0 to 10"))
        self.slider.valueChanged.connect(self._strength_moved)
        box.addWidget(self.slider)
        ends = row(gap=1)
        ends.addWidget(label(self.tr("0: no pain"), "small", "muted", wrap=False))
        ends.addStretch(1)
        ends.addWidget(label(self.tr("10: the worst I can imagine"), "small", "muted", wrap=False))
        box.addLayout(ends)
        return box

    def _chips(self, name: str, words: Mapping[str, str], asks: str) -> tuple[QWidget, dict[str, QPushButton]]:
        box = QWidget()
        box.setAccessibleName(asks)
        box.setToolTip(asks)
        flow = FlowLayout(box)
        chips = {}
        for key, word in words.items():
            chips[key] = button(word, "chip", f"{name}-{key}")
            chips[key].setAccessibleDescription(asks)
            flow.addWidget(chips[key])
        return box, chips

    # ---- showing

    def show_mark(self, mark: Mark) -> None:
        """Show the state of ``mark``."""
        self._line.show_mark(mark)
        if self._details is None:
            return
        self._extent.setText(extent(mark.region, self._document.surface))
        with QSignalBlocker(self.slider):
            self.slider.setValue(mark.intensity)
        for quality, chip in self._feels.items():
            chip.setChecked(quality in mark.qualities)
        for timing, chip in self._when.items():
            chip.setChecked(timing in mark.timing)
        self._note.show_note(mark.note)

    def set_open(self, wanted: bool) -> None:
        """Show all that can be said, or only the line."""
        mark = self._document.mark(self.mark_id)
        if wanted and self._details is None and mark is not None:
            self._details = self._make_details(mark)
            self._inner.addWidget(self._details)
            # What is made late would come last by keyboard.
            stops = [self._remove, self.slider, *self._feels.values(), *self._when.values(), self._note.text]
            for before, after in pairwise(stops):
                self.setTabOrder(before, after)
            self.show_mark(mark)
        if self._details is not None:
            self._details.setVisible(wanted)
        self._mirror.setVisible(wanted)
        self._line.setChecked(wanted)

    # ---- what was asked for

    def _toggle(self) -> None:
        selected = self._document.selected_mark == self.mark_id
        self._line.setChecked(selected)
        self._document.select_mark(None if selected else self.mark_id)

    def _strength_moved(self, value: int) -> None:
        self._document.change_mark(self.mark_id, intensity=value, held=True)

    def _feels_picked(self) -> None:
        self._document.change_mark(self.mark_id, qualities=_picked(self._feels))

    def _when_picked(self) -> None:
        self._document.change_mark(self.mark_id, timing=_picked(self._when))

    def _note_written(self, text: str) -> None:
        self._document.change_mark(self.mark_id, note=text, held=True)


def _picked(chips: Mapping[str, QPushButton]) -> frozenset[str]:
    return frozenset(key for key, chip in chips.items() if chip.isChecked())
