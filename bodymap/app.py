"""The application: everything is built and wired here, and nothing is decided here.

The body is on screen first. What needs its geometry is imported after that, and the atlas is read in a thread.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from bodymap import __version__
from bodymap.gui.kept import KEPT_VERSION, Kept
from bodymap.gui.messages import Messages, catch_everything
from bodymap.gui.theme import Themes
from bodymap.gui.trace import Trace
from bodymap.gui.window import MainWindow
from bodymap.journal.autosave import Autosave
from bodymap.paths import Options, Paths, asset

if TYPE_CHECKING:
    from bodymap.gui.collector import Collector
    from bodymap.gui.dialogs.opener import Opener
    from bodymap.gui.document import Document
    from bodymap.gui.keeper import Keeper
    from bodymap.gui.loader import Loader, Make
    from bodymap.gui.player.panel import PlayerPanel

FIRST_SIGHT_SECONDS = 0.2
"""The longest wait for the first picture: a display that is slower than this gets the real canvas first."""
TURN_SECONDS = 0.0005
"""How soon a thread that reads or works ahead lets the window have its turn; Python's own 5 ms are half a frame."""


class Bodymap(Struct, frozen=True):
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


class Shell(Struct, frozen=True):
    """What there is before the body's geometry: the empty window, and what was remembered for it."""

    window: MainWindow
    messages: Messages
    autosave: Autosave[Kept]
    kept: Kept
    notice: str | None


def open_shell(paths: Paths) -> Shell:
    """Read what was remembered, and make the empty window in its place and dress. Needs a QApplication."""
    autosave = Autosave(paths.data / "window.json", Kept, "your drawing", KEPT_VERSION)
    loaded = autosave.load()
    kept = loaded.value or Kept()
    themes = Themes()
    themes.set_mode(kept.theme)
    themes.apply()
    return Shell(MainWindow(themes, kept, paths.cache), Messages(), autosave, kept, loaded.notice)


def show_first_sight(app: QApplication, shell: Shell) -> bool:
    """Show the figures as they were last seen before the imports that take most of the start; whether that was done."""
    sight = shell.window.first_sight()
    if sight is None:
        return False
    shell.window.show()
    until = monotonic() + FIRST_SIGHT_SECONDS
    while not sight.painted and monotonic() < until:
        app.processEvents()
    return sight.painted


def furnish(
    shell: Shell,
    paths: Paths,
    make_engine: Make,
    *,
    dialogs: Opener | None = None,
    make_player: Callable[[Themes], PlayerPanel] | None = None,
) -> Bodymap:
    """Build everything into the window and wire it."""
    from bodymap.gui.collector import Collector
    from bodymap.gui.dialogs.opener import Opener
    from bodymap.gui.document import Document
    from bodymap.gui.keeper import Keeper
    from bodymap.gui.loader import Loader
    from bodymap.gui.power.notices import system_notices
    from bodymap.gui.power.reminding import Reminding

    window, messages = shell.window, shell.messages
    collector = Collector()
    document = Document(figure=shell.kept.figure)
    window.furnish(document, messages, dialogs or Opener(), make_player or player_maker(paths, messages))
    window.flow.keep_in(paths.data)
    loader = Loader(make_engine, window)
    loader.ready.connect(window.set_engine)
    window.side.check_with(window.flow.why_not)
    loader.failed.connect(messages.report)
    window.figure_wanted.connect(loader.load)
    reminding = Reminding(partial(system_notices, messages), lambda: window.side.playing, window)
    window.side.changed.connect(lambda: reminding.set_reminders(window.side.settings.reminders))
    reminding.set_reminders(shell.kept.routine.reminders)
    keeper = Keeper(window.kept, shell.autosave.save, messages, window)
    window.changed.connect(keeper.touch)
    if shell.notice:
        messages.error(shell.notice)
    return Bodymap(window, document, messages, loader, keeper, collector)


def player_maker(paths: Paths, messages: Messages) -> Callable[[Themes], PlayerPanel]:
    """Makes the routine player when it is first needed; it keeps its state in the data folder."""

    def make(themes: Themes) -> PlayerPanel:
        from bodymap.gui.player.company import System
        from bodymap.gui.player.panel import PlayerPanel
        from bodymap.gui.power.awake import system_awake
        from bodymap.gui.power.desktop import ask_for_motion
        from bodymap.gui.power.notices import system_notices
        from bodymap.gui.power.remote import Remote
        from bodymap.gui.voice.voice import system_voice
        from bodymap.journal.sessions import SessionLog
        from bodymap.routine.resume import ResumeFile

        desktop = ask_for_motion()
        system = System(system_awake(messages), system_notices(messages), Remote(messages))
        player = PlayerPanel(
            themes,
            keep=ResumeFile(paths.data),
            log=SessionLog(paths.data),
            voice=system_voice(messages),
            system=system,
        )
        player.problem.connect(messages.say)
        player.destroyed.connect(desktop.close)
        return player

    return make


def application() -> QApplication:
    """The QApplication, named and in the person's language."""
    from bodymap.gui.language import install_language

    QCoreApplication.setApplicationName("Bodymap")
    QCoreApplication.setApplicationVersion(__version__)
    app = QApplication(["bodymap", "-style", "fusion"])  # setStyle() would make PySide's class of styles, for nothing
    app.setDesktopFileName("bodymap")
    app.setWindowIcon(QIcon(str(asset("icons/bodymap.svg"))))
    install_language(app)
    return app


def main(options: Options) -> int:
    """Open the window and wait until it is closed."""
    sys.setswitchinterval(TURN_SECONDS)
    gc.disable()  # nothing to collect while everything is being made; the collector takes over
    app = application()
    shell = open_shell(options.paths)
    restore_hooks = catch_everything(shell.messages)
    trace = Trace()
    if show_first_sight(app, shell):
        trace.tell("shown")
    from bodymap.gui.loader import engine_maker

    bodymap = furnish(shell, options.paths, engine_maker(options.packs, options.paths.cache))
    trace.watch(bodymap.window, bodymap.document)
    if not trace.on:
        QTimer.singleShot(0, bodymap.window.greet)
        once = Qt.ConnectionType.SingleShotConnection
        bodymap.document.ready_changed.connect(bodymap.window.side.offer_to_resume, once)
    bodymap.start()
    code = app.exec()
    bodymap.close()
    restore_hooks()
    return code
