"""Asks where a file is or should be, with the dialogs of the system where it has some."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from bodymap.pain.choir import Sex


class FileChooser(QObject):
    """File dialogs over a window. It begins in the person's documents and stays where they went."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def open_drawing(self, title: str) -> tuple[Path, Sex | None] | None:
        """A drawing to read, or a list of body map segments with whose numbers it has; None for nothing chosen."""
        lists: dict[str, Sex] = {
            self.tr("Body map segments, female map (*.txt *.csv)"): "female",
            self.tr("Body map segments, male map (*.txt *.csv)"): "male",
        }
        dialog = self._dialog(title, [self.tr("Drawings (*.json)"), *lists, self.tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        path, kind = self._asked(dialog)
        return None if path is None else (path, lists.get(kind))

    def save_drawing(self, title: str, name: str) -> Path | None:
        """Where a drawing should be written."""
        dialog = self._dialog(title, [self.tr("Drawings (*.json)")], name)
        dialog.setDefaultSuffix("json")
        return self._asked(dialog)[0]

    def save_picture(self, title: str, name: str) -> Path | None:
        """Where a picture should be written: its ending says of what kind it is."""
        kinds = {self.tr("Shaded picture (*.png)"): "png", self.tr("Line picture that can be enlarged (*.svg)"): "svg"}
        dialog = self._dialog(title, list(kinds), f"{name}.png")
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds.get(kind, "png")))
        dialog.filterSelected.connect(lambda kind: dialog.selectFile(f"{name}.{kinds.get(kind, 'png')}"))
        path, kind = self._asked(dialog)
        if path is not None and path.suffix.lower() not in (".png", ".svg"):
            path = path.with_name(f"{path.name}.{kinds.get(kind, 'png')}")
        return path

    def save_choir(self, title: str, name: str, sex: Sex) -> tuple[Path, Sex] | None:
        """Where a list of segments should be written, and whose numbers it should have."""
        sexes: dict[str, Sex] = {
            self.tr("Numbers of the female map (*.txt *.csv)"): "female",
            self.tr("Numbers of the male map (*.txt *.csv)"): "male",
        }
        dialog = self._dialog(title, list(sexes), name)
        dialog.setDefaultSuffix("txt")
        dialog.selectNameFilter(next(kind for kind, meant in sexes.items() if meant == sex))
        path, kind = self._asked(dialog)
        return None if path is None else (path, sexes.get(kind, sex))

    def _dialog(self, title: str, kinds: Sequence[str], name: str = "") -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._folder)
        dialog.setObjectName("saveFile" if name else "openFile")
        dialog.setNameFilters(list(kinds))
        if name:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(name)
        return dialog

    def _asked(self, dialog: QFileDialog) -> tuple[Path | None, str]:
        """The path that was chosen and the kind of file."""
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        files, kind = dialog.selectedFiles(), dialog.selectedNameFilter()
        dialog.deleteLater()
        if not accepted or not files:
            return None, kind
        self._folder = dialog.directory().absolutePath()
        return Path(files[0]), kind
