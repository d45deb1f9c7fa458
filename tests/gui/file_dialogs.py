"""Hands for the file dialogs: they are the real ones, and modal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit

from tests.gui.attend import attended

Act = Callable[[QFileDialog], None]


def at(path: Path, kind: str = "") -> Act:
    """Type a path and accept; ``kind`` is a part of the kind of file to pick first."""

    def act(dialog: QFileDialog) -> None:
        if kind:
            wanted = next(each for each in dialog.nameFilters() if kind in each)
            dialog.selectNameFilter(wanted)
            dialog.filterSelected.emit(wanted)
        dialog.setDirectory(str(path.parent))
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(name, QLineEdit)
        name.setText(path.name)
        dialog.accept()

    return act


def cancelled(dialog: QFileDialog) -> None:
    """Think better of it."""
    dialog.reject()


@contextmanager
def file_dialog(name: str, act: Act) -> Iterator[None]:
    """What is done inside opens one file dialog; ``act`` works on it."""

    def work(dialog: QDialog, _place: int) -> None:
        assert isinstance(dialog, QFileDialog)
        assert dialog.objectName() == name
        act(dialog)

    with attended(work) as handled:
        yield
    assert len(handled) == 1, f"the dialog {name} was not opened"
