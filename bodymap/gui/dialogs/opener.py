"""Opens dialogs on request: each is made when it is shown and let go afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from bodymap.gui.values import Engine


class Opener:
    """The dialogs of the real application; the window knows only what they are for."""

    def notice(self, parent: QWidget, *, first: bool) -> bool:
        """Say what this is and is not; whether it was understood."""
        from bodymap.gui.dialogs.notice import Notice

        dialog = Notice(parent, first=first)
        understood = dialog.run()
        dialog.deleteLater()
        return understood

    def keys(self, parent: QWidget, actions: dict[str, QAction]) -> None:
        """Show all keys."""
        from bodymap.gui.dialogs.keys import KeySheet

        dialog = KeySheet(actions, parent)
        dialog.run()
        dialog.deleteLater()

    def about(self, parent: QWidget, engine: Engine | None) -> None:
        """Show version and sources."""
        from bodymap.gui.dialogs.about import About

        dialog = About(engine.atlas.sources.values() if engine is not None else (), parent)
        dialog.run()
        dialog.deleteLater()
