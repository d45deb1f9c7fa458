"""A note on a mark: one line that grows with what is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bodymap.gui.kit import column, label
from bodymap.gui.theme import font
from bodymap.pain.drawing import MAX_NOTE

MOST_LINES = 5
TOLD_BELOW = 80
"""How many characters are left is told from so few on."""


class NoteText(QPlainTextEdit):
    """The text itself. ``grew`` follows a change of its height.

    It keeps no history of its own: undo takes back what was typed as one step of the drawing.
    """

    grew = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font("small"))
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.fit())
        self.fit()

    def fit(self) -> None:
        """As high as the text, up to :data:`MOST_LINES` lines."""
        lines = max(1, min(MOST_LINES, round(self.document().size().height())))
        full = lines == MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        around = self.contentsMargins().top() + self.contentsMargins().bottom() + 2 * self.document().documentMargin()
        height = round(lines * self.fontMetrics().lineSpacing() + around + 2)
        if height != self.height():
            self.setFixedHeight(height)
            self.grew.emit()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the window's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_history(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo go on to the window."""
        if _is_history(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew."""
        super().resizeEvent(event)
        self.fit()


class NoteField(QWidget):
    """The text with a line that says how much room is left. ``written(text)`` follows the typing."""

    written = Signal(str)
    grew = Signal()

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        inner = column(self, 0.25)
        self.text = NoteText()
        self.text.setObjectName(name)
        self.text.setAccessibleName(says)
        self.text.setPlaceholderText(self.tr("A note, if you like"))
        self._left = label("", "small", "muted")
        self._left.hide()
        inner.addWidget(self.text)
        inner.addWidget(self._left)
        self.text.textChanged.connect(self._changed)
        self.text.grew.connect(self.grew)

    def show_note(self, note: str) -> None:
        """Show what is written; the cursor stays where it is when nothing is new."""
        if note == self.text.toPlainText():
            return
        with QSignalBlocker(self.text):
            self.text.setPlainText(note)
            self.text.moveCursor(QTextCursor.MoveOperation.End)
        self._tell_room(note)

    def _changed(self) -> None:
        typed = self.text.toPlainText()
        if len(typed) > MAX_NOTE:
            typed = self._cut(typed)
        self._tell_room(typed)
        self.written.emit(typed)

    def _cut(self, typed: str) -> str:
        """What fits: what was typed or pasted last is cut, before the cursor. Qt counts in units of UTF-16."""
        at = self.text.textCursor().position() * 2
        units = typed.encode("utf-16-le", "surrogatepass")
        before, after = (part.decode("utf-16-le", "surrogatepass") for part in (units[:at], units[at:]))
        before = before[: max(0, MAX_NOTE - len(after))]
        with QSignalBlocker(self.text):
            self.text.setPlainText((before + after)[:MAX_NOTE])
            cursor = self.text.textCursor()
            cursor.setPosition(len(before.encode("utf-16-le", "surrogatepass")) // 2)
            self.text.setTextCursor(cursor)
        return self.text.toPlainText()

    def _tell_room(self, typed: str) -> None:
        left = MAX_NOTE - len(typed)
        shown = left < TOLD_BELOW
        self._left.setText(self.tr("Room for {} more characters").format(left) if shown else "")
        if shown == self._left.isHidden():
            self._left.setVisible(shown)
            self.grew.emit()


def _is_history(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
