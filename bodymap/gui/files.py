"""Drawings as files: save, open, a picture, a list for clinics' programs, and a comparison with an earlier one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from bodymap.errors import BodymapError
from bodymap.paths import write_whole

if TYPE_CHECKING:
    from bodymap.engine import Engine
    from bodymap.gui.document import Document
    from bodymap.gui.file_chooser import FileChooser
    from bodymap.gui.messages import Messages
    from bodymap.gui.theme import Themes
    from bodymap.pain.choir import Sex
    from bodymap.pain.drawing import Drawing


class Files(QObject):
    """What is done with a drawing as a file. What goes wrong is said in one sentence; nothing that was drawn is lost.

    ``today`` is the day on pictures and in names of files.
    """

    def __init__(
        self,
        document: Document,
        messages: Messages,
        themes: Themes,
        window: QWidget,
        *,
        choose: FileChooser | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(window)
        self._document, self._messages, self._themes, self._window = document, messages, themes, window
        self._chooser = choose
        self._today = today
        self._engine: Engine | None = None

    def set_engine(self, engine: Engine) -> None:
        """The atlas is loaded for a figure."""
        self._engine = engine

    @property
    def _choose(self) -> FileChooser:
        if self._chooser is None:
            from bodymap.gui.file_chooser import FileChooser  # only now: the first window is waited for

            self._chooser = FileChooser(self._window)
        return self._chooser

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action, by id."""
        done = {
            "open": self._open,
            "save": self._save,
            "picture": self._save_picture,
            "choir": self._save_choir,
            "compare": self._compare,
        }
        return {name: partial(self._told, do) for name, do in done.items()}

    # ---- in

    def _open(self, engine: Engine) -> None:
        """Put a saved drawing in place of the present one, as one undo step."""
        chosen = self._choose.open_drawing(self.tr("Open a drawing"))
        if chosen is not None:
            path, sex = chosen
            self._document.open_drawing(_read(path, sex, engine))
            self._messages.say(self.tr("“{}” is open. Undo brings back what was there.").format(path.name))

    def _compare(self, engine: Engine) -> None:
        """Show an earlier drawing beside the present one."""
        chosen = self._choose.open_drawing(self.tr("Choose the earlier drawing"))
        if chosen is None:
            return
        path, sex = chosen
        from bodymap.gui.compare.dialog import CompareDialog

        before, now = _read(path, sex, engine), self._document.drawing
        dialog = CompareDialog(engine, before, now, path.stem, self._themes.current, self._window)
        dialog.run()
        dialog.deleteLater()

    # ---- out

    def _save(self, _engine: Engine) -> None:
        """Write the drawing with all that was said of it."""
        from bodymap.pain.exchange import encode

        path = self._choose.save_drawing(self.tr("Save the drawing"), f"{self._name()}.json")
        if path is not None:
            self._write(path, encode(self._document.drawing, self._document.figure))

    def _save_picture(self, engine: Engine) -> None:
        """Write a page with all views, as PNG or SVG by the name of the file."""
        path = self._choose.save_picture(self.tr("Save a picture"), self._name())
        if path is None:
            return
        with _busy():
            from bodymap.gui.picture import draw_png, draw_svg

            drawing, day = self._document.drawing, self._today()
            vectors = path.suffix.lower() == ".svg"
            data = draw_svg(engine, drawing, day).encode() if vectors else draw_png(engine, drawing, day)
        self._write(path, data)

    def _save_choir(self, engine: Engine) -> None:
        """Write the segments of the CHOIR body map that hurt."""
        from bodymap.pain.choir import SEX_OF_FIGURE, choir_on, segments_of
        from bodymap.pain.choir_list import as_text

        name, sex = f"{self._name()}-choir.txt", SEX_OF_FIGURE[self._document.figure]
        chosen = self._choose.save_choir(self.tr("Save the body map segments"), name, sex)
        if chosen is not None:
            path, sex = chosen
            numbers = segments_of(self._document.drawing, choir_on(engine.places))
            self._write(path, f"{as_text(numbers, sex)}\n".encode())

    def _name(self) -> str:
        name = self.tr("pain-drawing")
        return f"{name}-{self._today().isoformat()}"

    def _write(self, path: Path, data: bytes) -> None:
        put(path, data)
        self._messages.say(self.tr("Saved as {}.").format(path))

    def _told(self, do: Callable[[Engine], None]) -> None:
        """Do it; whatever the person can mend is said as a sentence."""
        try:
            engine = self._engine
            if engine is None or engine.surface.name != self._document.figure:
                raise BodymapError(self.tr("The atlas is still being opened. Please try again in a moment."))
            do(engine)
        except BodymapError as error:
            self._messages.report(error)


def _read(path: Path, sex: Sex | None, engine: Engine) -> Drawing:
    """The marks of a file on the figure of an engine; ``sex`` says whose numbers a list of segments has.

    Raises:
        BodymapError: it can't be read, with one sentence.
    """
    with suppress(OSError, ValueError):  # reading it will say what is wrong with it
        mode = path.stat().st_mode
        if not (S_ISREG(mode) or S_ISDIR(mode)):  # a pipe would keep the window waiting for good
            raise BodymapError(f"{path.name} is no ordinary file. Please choose another one.")
    if sex is None:
        from bodymap.pain.exchange import decode, drawing_of, read_file

        drawing = drawing_of(decode(read_file(path), path.name), engine)
    else:
        from bodymap.pain.choir import choir_on, marks_of
        from bodymap.pain.choir_list import read_list

        drawing = marks_of(read_list(path, sex), choir_on(engine.places))
    if not drawing:
        raise BodymapError(f"The drawing {path.name} holds no mark.")
    return drawing


def put(path: Path, data: bytes) -> None:
    """Write a file in one go, readable by its owner alone: what was there before stays until all of it is written.

    Raises:
        BodymapError: it can't be written, with the reason.
    """
    try:
        write_whole(path, data, through_power_cut=False)
    except OSError as error:
        reason = error.strerror or error
        raise BodymapError(f"The file {path} can't be written: {reason}. Choose another folder or name.") from error


@contextmanager
def _busy() -> Iterator[None]:
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
