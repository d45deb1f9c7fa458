"""Hands for the file dialogs: they are the real ones, and modal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

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
    handled: list[QFileDialog] = []
    failed: list[BaseException] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not dialog.isVisible() or dialog in handled:
            return
        handled.append(dialog)
        try:
            assert dialog.objectName() == name
            act(dialog)
        except BaseException as error:  # noqa: BLE001 - raised again below, outside the dialog's own loop
            failed.append(error)
            dialog.reject()

    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(look)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
    if failed:
        raise failed[0]
    assert len(handled) == 1, f"the dialog {name} was not opened"
