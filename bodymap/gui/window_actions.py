"""The window's actions: what each of them does, which can be done now and which of several is chosen, and their bar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from bodymap.gui import actions
from bodymap.gui.theme_menu import ThemeMenu
from bodymap.gui.toolbar import TopBar

if TYPE_CHECKING:
    from bodymap.gui.dialogs.opener import Opener
    from bodymap.gui.theme import Mode, Theme
    from bodymap.gui.window import MainWindow

VIEWS = ("front", "back", "left", "right", "soles", "inner_legs")


class WindowActions(QObject):
    """The actions of a window that has its parts, ``by_id``; they stand in ``bar`` and keep in step with the window."""

    def __init__(self, window: MainWindow, dialogs: Opener) -> None:
        super().__init__(window)
        self._window = window
        theme = window.themes.current
        self.by_id = actions.build(window, self._handlers(dialogs), theme)
        self._modes = ThemeMenu(self._set_mode, window)
        self.bar = TopBar(self.by_id, self._modes, theme)
        self._connect()

    def _handlers(self, dialogs: Opener) -> dict[str, actions.Handler]:
        window = self._window
        document, canvas, flow = window.document, window.canvas, window.flow
        views = {f"view_{view}": partial(canvas.show_view, view) for view in VIEWS}
        return {
            "undo": canvas.keys.undo,
            "redo": canvas.keys.redo,
            "clear": document.clear,
            "fit": canvas.fit,
            "view_all": lambda: canvas.show_view(None),
            **views,
            **window.files.handlers(),
            **{f"tool_{tool}": partial(canvas.toolbox.choose, tool) for tool in canvas.toolbox.names},
            "mirror": document.mirror_selected,
            "woman": lambda: document.set_figure("woman"),
            "man": lambda: document.set_figure("man"),
            "to_body": lambda: canvas.setFocus(Qt.FocusReason.TabFocusReason),
            "to_sources": window.panel.focus_content,
            "search": window.panel.focus_search,
            "theme": lambda: self._set_mode("light" if window.themes.current.is_dark else "dark"),
            "answers": flow.edit_answers,
            "routine": window.side.edit_settings,
            "own": flow.open_own,
            "notice": lambda: window.show_notice(first=False),
            "keys": lambda: dialogs.keys(window, self.by_id),
            "about": lambda: dialogs.about(window, document.engine),
            "quit": window.close,
        }

    def _connect(self) -> None:
        document, canvas = self._window.document, self._window.canvas
        document.drawing_changed.connect(self.look)
        document.selected_mark_changed.connect(self.look)
        document.figure_changed.connect(self.look)
        document.undo_stack.indexChanged.connect(self.look)
        canvas.view_shown.connect(self.look)
        canvas.toolbox.changed.connect(self.look)
        canvas.toolbox.resized.connect(self.look)
        self.bar.tool_size.asked.connect(canvas.toolbox.resize)
        self._window.side.currentChanged.connect(self.look)
        self._window.themes.changed.connect(self._wear)

    @Slot()
    def look(self) -> None:
        """Show what can be done now, and what is chosen. During a routine nothing is drawn: the marks lead it."""
        document, canvas, by_id = self._window.document, self._window.canvas, self.by_id
        marking, marked, stack = canvas.marking, bool(document.drawing), document.undo_stack
        can = {
            "undo": marking and stack.canUndo(),
            "redo": marking and stack.canRedo(),
            "clear": marking and marked,
            "open": marking,
            "mirror": marking and document.selected_mark is not None,
            **dict.fromkeys(("save", "picture", "choir", "compare"), marked),
            **dict.fromkeys((f"tool_{tool}" for tool in canvas.toolbox.names), marking),
        }
        for name, possible in can.items():
            by_id[name].setEnabled(possible)
        for name in (f"tool_{canvas.toolbox.name}", f"view_{canvas.large_view or 'all'}", document.figure):
            by_id[name].setChecked(True)
        self.bar.tool_size.show_size(canvas.toolbox.radius_cm, sized=marking and canvas.toolbox.sized)
        self._modes.show_mode(self._window.themes.mode)

    def _set_mode(self, mode: Mode) -> None:
        self._window.themes.set_mode(mode)
        self.look()
        self._window.changed.emit()

    def _wear(self, theme: Theme) -> None:
        actions.wear(self.by_id, theme)
        self.bar.wear(theme)
