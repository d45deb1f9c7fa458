"""The marks of the drawing and what each feels like: a tray at the foot of the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bodymap.gui.icons import icon
from bodymap.gui.kit import Flowing, button, column, label, row, rule
from bodymap.gui.panel.mark_editor import MarkEditor
from bodymap.gui.panel.mark_words import covered, extent

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from bodymap.gui.document import Document
    from bodymap.gui.theme import Theme


LEAST_PX = 160
"""The tray is not lower than this (logical pixels) when it is open and holds that much."""


class _Shelf(QScrollArea):
    """Scrolls up and down; as high as wanted, and lower where a warning or a small window leaves less room."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def want(self, height: int) -> None:
        """Be that high (logical pixels) if there is room."""
        if height != self._wanted:
            self._wanted = height
            self.setMinimumHeight(min(height, LEAST_PX))
            self.updateGeometry()

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll so that a part is seen, and its beginning in any case."""
        self.ensureWidgetVisible(part, 0, 4)
        bar = self.verticalScrollBar()
        bar.setValue(min(bar.value(), part.y()))

    def sizeHint(self) -> QSize:
        """The height that is wanted."""
        return QSize(super().sizeHint().width(), self._wanted)


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
        self._scroll = _Shelf()
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
        self._extent = label("", "small", "muted")
        self._extent.setObjectName("wholeExtent")
        self._extent.setContentsMargins(26, 0, 0, 2)
        box.addWidget(self._extent)
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
                editor.grew.connect(self._fit)
                self._editors[mark.id] = editor
                self._list.insertWidget(place, editor)
        if drawing:
            self._extent.setText(extent(covered(drawing), self._document.surface))
        self.setVisible(bool(drawing))
        self._set_open(self._open)

    def _drop(self, mark_id: int) -> None:
        editor = self._editors.pop(mark_id)
        self._list.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def _selected(self, mark_id: int | None) -> None:
        for each, editor in self._editors.items():
            editor.set_open(self._open and each == mark_id)
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
        self._selected(self._document.selected_mark)

    def _fit(self) -> None:
        """Never take more than half of the panel: the answer above has to stay in sight."""
        shown = self._scroll.isVisibleTo(self) and bool(self._editors)
        wanted = self._inner.heightForWidth(max(self.width(), 200)) if shown else 0
        self._scroll.want(min(wanted, max(LEAST_PX, self.window().height() * 45 // 100)))
        selected = self._editors.get(self._document.selected_mark or 0)
        if selected is not None and wanted:
            # Its slider and chips have just been unfolded: their places are known after the next turn of the loop.
            QTimer.singleShot(0, selected, lambda: self._scroll.bring_into_sight(selected))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chips break into lines anew."""
        super().resizeEvent(event)
        self._fit()
