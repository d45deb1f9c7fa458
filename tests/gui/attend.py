"""Somebody who works on each modal dialog as it opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog


@contextmanager
def attended(act: Callable[[QDialog, int], None]) -> Iterator[list[QDialog]]:
    """``act`` works on every modal dialog that opens inside, told how many came before; gives those that were opened.

    What it raises closes the dialog and is raised again outside of the dialog's own loop.
    """
    handled: list[QDialog] = []
    failed: list[BaseException] = []

    def look() -> None:
        open_now = QApplication.activeModalWidget()
        if not isinstance(open_now, QDialog) or not open_now.isVisible() or open_now in handled:
            return
        handled.append(open_now)
        try:
            act(open_now, len(handled) - 1)
        except BaseException as error:  # noqa: BLE001 - raised again below
            failed.append(error)
            open_now.reject()

    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(look)
    timer.start()
    try:
        yield handled
    finally:
        timer.stop()
    if failed:
        raise failed[0]
