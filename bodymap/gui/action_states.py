"""Which actions can be done now, and which of several is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas
    from bodymap.gui.document import Document


def show_states(by_id: Mapping[str, QAction], document: Document, canvas: BodyCanvas) -> None:
    """Enable and check the actions by the state of the document and the canvas.

    During a routine nothing is drawn: it is led by the marks as they are.
    """
    marking, stack = canvas.marking, document.undo_stack
    by_id["undo"].setEnabled(marking and stack.canUndo())
    by_id["redo"].setEnabled(marking and stack.canRedo())
    by_id["clear"].setEnabled(marking and bool(document.drawing))
    by_id["open"].setEnabled(marking)
    for name in ("save", "picture", "choir", "compare"):
        by_id[name].setEnabled(bool(document.drawing))
    by_id["mirror"].setEnabled(marking and document.selected_mark is not None)
    for tool in canvas.toolbox.names:
        by_id[f"tool_{tool}"].setEnabled(marking)
    by_id[f"tool_{canvas.toolbox.name}"].setChecked(True)
    by_id[f"view_{canvas.large_view or 'all'}"].setChecked(True)
    by_id[document.figure].setChecked(True)
