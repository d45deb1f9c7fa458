"""The application: everything is built and wired here, and nothing is decided here.

The body is on screen first; the atlas is read meanwhile in a thread of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from bodymap import __version__
from bodymap.gui.collector import Collector
from bodymap.gui.dialogs.opener import Opener
from bodymap.gui.document import Document
from bodymap.gui.keeper import Keeper
from bodymap.gui.kept import KEPT_VERSION, Kept
from bodymap.gui.language import install_language
from bodymap.gui.loader import Loader, Make, engine_maker
from bodymap.gui.messages import Messages, catch_everything
from bodymap.gui.theme import Themes
from bodymap.gui.trace import trace_start
from bodymap.gui.window import Dialogs, MainWindow
from bodymap.journal.autosave import Autosave
from bodymap.paths import Options, Paths, asset

if TYPE_CHECKING:
    from bodymap.gui.player.panel import PlayerPanel


@dataclass(frozen=True)
class Bodymap:
    """The parts of the application. :meth:`start` shows the window, :meth:`close` leaves nothing running."""

    window: MainWindow
    document: Document
    messages: Messages
    loader: Loader
    keeper: Keeper
    collector: Collector

    def start(self) -> None:
        """Show the body, then load what answers it."""
        self.window.show()
        self.loader.load(self.document.figure)

    def close(self) -> None:
        """Write down what was entered and wait for the threads."""
        self.window.close()
        self.keeper.close()
        self.loader.wait()
        self.collector.stop()


def build(
    paths: Paths,
    make_engine: Make,
    *,
    dialogs: Dialogs | None = None,
    make_player: Callable[[Themes], PlayerPanel] | None = None,
) -> Bodymap:
    """Build everything; needs a QApplication. Nothing is shown or loaded yet."""
    collector = Collector()
    messages = Messages()
    autosave = Autosave(paths.data / "window.json", Kept, "your drawing", KEPT_VERSION)
    loaded = autosave.load()
    kept = loaded.value or Kept()
    themes = Themes()
    themes.set_mode(kept.theme)
    themes.apply()
    document = Document(figure=kept.figure)
    window = MainWindow(document, themes, messages, dialogs or Opener(), make_player or player_maker(paths, messages))
    window.restore(kept)
    loader = Loader(make_engine, window)
    loader.ready.connect(window.set_engine)
    loader.failed.connect(messages.report)
    window.figure_wanted.connect(loader.load)
    keeper = Keeper(window.kept, autosave.save, messages, window)
    window.changed.connect(keeper.touch)
    if loaded.notice:
        messages.error(loaded.notice)
    return Bodymap(window, document, messages, loader, keeper, collector)


def player_maker(paths: Paths, messages: Messages) -> Callable[[Themes], PlayerPanel]:
    """Makes the routine player when the first routine is started; it keeps its state in the data folder."""

    def make(themes: Themes) -> PlayerPanel:
        from bodymap.gui.player.panel import PlayerPanel  # only now: the body has to be on screen before
        from bodymap.routine.resume import ResumeFile

        player = PlayerPanel(themes, keep=ResumeFile(paths.data))
        player.problem.connect(messages.say)
        return player

    return make


def application() -> QApplication:
    """The QApplication, named and in the person's language."""
    QCoreApplication.setApplicationName("Bodymap")
    QCoreApplication.setApplicationVersion(__version__)
    app = QApplication(["bodymap"])
    app.setStyle("Fusion")
    app.setDesktopFileName("bodymap")
    app.setWindowIcon(QIcon(str(asset("icons/bodymap.svg"))))
    install_language(app)
    return app


def main(options: Options) -> int:
    """Open the window and wait until it is closed."""
    app = application()
    bodymap = build(options.paths, engine_maker(options.packs, options.paths.cache))
    restore_hooks = catch_everything(bodymap.messages)
    if not trace_start(bodymap.window, bodymap.document):
        QTimer.singleShot(0, bodymap.window.greet)
        bodymap.document.ready_changed.connect(
            bodymap.window.side.offer_to_resume, Qt.ConnectionType.SingleShotConnection
        )
    bodymap.start()
    code = app.exec()
    bodymap.close()
    restore_hooks()
    return code
