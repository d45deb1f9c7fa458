"""The marks of the drawing and what each feels like: a tray at the foot of the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSlider, QVBoxLayout, QWidget

from bodymap.gui.flow import FlowLayout
from bodymap.gui.icons import icon
from bodymap.gui.kit import Flowing, button, column, icon_button, label, row, rule
from bodymap.gui.pain_words import quality_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from bodymap.atlas.model import Quality
    from bodymap.gui.document import Document
    from bodymap.gui.theme import Theme
    from bodymap.pain.drawing import Mark


class MarkEditor(QWidget):
    """One mark: its place, how strong it is (0-10) and what it feels like. Every change goes to the document."""

    def __init__(self, mark: Mark, document: Document, theme: Theme) -> None:
        super().__init__()
        self.mark_id = mark.id
        self._document = document
        self.setObjectName(f"mark-{mark.id}")
        inner = column(self, 0.75, (0, 0.75, 0, 0.75))
        inner.addLayout(self._head(mark, theme))
        self._details = QWidget()
        details = column(self._details, 0.75)
        details.addLayout(self._strength(mark))
        details.addWidget(self._qualities(mark))
        inner.addWidget(self._details)
        self.show_mark(mark)
        self.set_open(document.selected_mark == mark.id)

    def _head(self, mark: Mark, theme: Theme) -> QVBoxLayout:
        box = column(gap=0)
        line = row(gap=0.5)
        self._name = button(mark.label, "section", f"markName-{mark.id}")
        self._name.clicked.connect(self._toggle)
        remove = icon_button(
            "close", theme, self.tr("Remove this mark: {}").format(mark.label), f"removeMark-{mark.id}"
        )
        remove.clicked.connect(lambda: self._document.remove_mark(self.mark_id))
        line.addWidget(self._name, 1)
        line.addWidget(remove)
        box.addLayout(line)
        self._summary = label("", "small", "muted")
        self._summary.setContentsMargins(5, 0, 0, 0)
        box.addWidget(self._summary)
        return box

    def _strength(self, mark: Mark) -> QVBoxLayout:
        box = column(gap=0.25)
        line = row(gap=1.25)
        caption = label(self.tr("How strong?"), "small", "muted", wrap=False)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 10)
        self.slider.setPageStep(2)
        self.slider.setObjectName(f"intensity-{mark.id}")
        self.slider.setAccessibleName(self.tr("How strong, from 0 to 10"))
        caption.setBuddy(self.slider)
        self._number = label("10", "body", wrap=False)
        self._number.setMinimumWidth(self._number.sizeHint().width())
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.slider.valueChanged.connect(self._strength_moved)
        line.addWidget(caption)
        line.addWidget(self.slider, 1)
        line.addWidget(self._number)
        box.addLayout(line)
        return box

    def _qualities(self, mark: Mark) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        self._chips: dict[Quality, QPushButton] = {}
        for quality, word in quality_words().items():
            chip = button(word, "chip", f"quality-{mark.id}-{quality}")
            chip.clicked.connect(self._qualities_picked)
            self._chips[quality] = chip
            flow.addWidget(chip)
        return box

    def show_mark(self, mark: Mark) -> None:
        """Show the state of ``mark``."""
        words = quality_words()
        said = [words[quality].lower() for quality in words if quality in mark.qualities]
        strength = self.tr("{} of 10").format(mark.intensity)
        self._name.setText(mark.label)
        self._summary.setText(" · ".join([strength, *said]))
        self._number.setText(str(mark.intensity))
        with QSignalBlocker(self.slider):
            self.slider.setValue(mark.intensity)
        for quality, chip in self._chips.items():
            chip.setChecked(quality in mark.qualities)

    def set_open(self, wanted: bool) -> None:
        """Show slider and chips, or only the summary."""
        self._details.setVisible(wanted)
        self._summary.setVisible(not wanted)

    def _toggle(self) -> None:
        selected = self._document.selected_mark == self.mark_id
        self._document.select_mark(None if selected else self.mark_id)

    def _strength_moved(self, value: int) -> None:
        self._document.change_mark(self.mark_id, intensity=value, held=True)

    def _qualities_picked(self) -> None:
        picked = frozenset(quality for quality, chip in self._chips.items() if chip.isChecked())
        self._document.change_mark(self.mark_id, qualities=picked)


class MarksTray(QFrame):
    """How many marks there are, and room to describe them. Hidden while there is none."""

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("marksTray")
        self._document = document
        self._theme = theme
        self._open = False
        self._editors: dict[int, MarkEditor] = {}
        outer = column(self, 0)
        outer.addWidget(rule())
        outer.addLayout(self._bar())
        self._list = column(gap=0, margins=(2.5, 0, 2.5, 1))
        self._inner = Flowing()
        self._inner.setLayout(self._list)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inner)
        outer.addWidget(self._scroll)
        document.drawing_changed.connect(self.refresh)
        document.selected_mark_changed.connect(self._selected)
        self.refresh()

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        for mark_id in list(self._editors):
            self._drop(mark_id)
        self.refresh()

    def _bar(self) -> QVBoxLayout:
        box = column(gap=0, margins=(2, 0.75, 2, 0.75))
        line = row(gap=0.5)
        self._toggle = button("", "section", "describeMarks")
        self._toggle.clicked.connect(lambda: self._set_open(not self._open))
        clear = button(self.tr("Clear all"), "quiet", "clearMarks")
        clear.clicked.connect(self._document.clear)
        line.addWidget(self._toggle, 1)
        line.addWidget(clear)
        box.addLayout(line)
        return box

    def refresh(self) -> None:
        """Show the marks as they are now, keeping the editors (and the focus) of those that stay."""
        drawing = self._document.drawing
        present = {mark.id for mark in drawing}
        for gone in [mark_id for mark_id in self._editors if mark_id not in present]:
            self._drop(gone)
        for place, mark in enumerate(drawing):
            if mark.id in self._editors:
                self._editors[mark.id].show_mark(mark)
            else:
                editor = MarkEditor(mark, self._document, self._theme)
                self._editors[mark.id] = editor
                self._list.insertWidget(place, editor)
        self.setVisible(bool(drawing))
        self._set_open(self._open)

    def _drop(self, mark_id: int) -> None:
        editor = self._editors.pop(mark_id)
        self._list.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def _selected(self, mark_id: int | None) -> None:
        for each, editor in self._editors.items():
            editor.set_open(each == mark_id)
        self._fit()

    def _set_open(self, wanted: bool) -> None:
        self._open = wanted
        count = len(self._document.drawing)
        words = self.tr("1 mark") if count == 1 else self.tr("{} marks").format(count)
        self._toggle.setText(self.tr("{}: describe the pain").format(words))
        self._toggle.setIcon(icon("down" if wanted else "up", self._theme, self._theme.text_muted))
        self._toggle.setAccessibleName(self.tr("{}. How strong is the pain, what does it feel like?").format(words))
        self._scroll.setVisible(wanted)
        if wanted and self._document.selected_mark is None and self._document.drawing:
            self._document.select_mark(self._document.drawing[-1].id)
        self._fit()

    def _fit(self) -> None:
        """Never take more than half of the panel: the answer above has to stay in sight."""
        shown = self._scroll.isVisibleTo(self) and bool(self._editors)
        wanted = self._inner.heightForWidth(max(self.width(), 200)) if shown else 0
        self._scroll.setFixedHeight(min(wanted, max(160, self.window().height() * 45 // 100)))
        selected = self._editors.get(self._document.selected_mark or 0)
        if selected is not None and wanted:
            # Its slider and chips have just been unfolded: their places are known after the next turn of the loop.
            QTimer.singleShot(0, selected, lambda: self._scroll.ensureWidgetVisible(selected, 0, 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chips break into lines anew."""
        super().resizeEvent(event)
        self._fit()
