"""The slim bar on top: which figure, which view, undo and redo, theme and help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QMenu, QToolBar, QToolButton, QWidget

from bodymap.gui.actions import ActionSpec, specs
from bodymap.gui.folding import Folding
from bodymap.gui.icons import icon
from bodymap.gui.kit import row
from bodymap.gui.tool_size import ToolSize

if TYPE_CHECKING:
    from bodymap.gui.theme import Theme

HELP = ("own", "answers", "routine", "notice", "keys", "about")

FILES = ("open", "save", "picture", "choir", "compare")


class TopBar(QToolBar):
    """Made from the table of actions. ``theme_menu`` offers the three dresses."""

    def __init__(self, actions: Mapping[str, QAction], theme_menu: QMenu, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setIconSize(QSize(20, 20))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions = actions
        self._buttons: dict[str, QToolButton] = {}
        by_choice: dict[str, list[ActionSpec]] = {}
        for spec in specs():
            by_choice.setdefault(spec.choice, []).append(spec)
        self._content = Folding()
        line = self._content.line
        line.addWidget(self._segments("figureChooser", by_choice["figure"], self.tr("Figure")))
        line.addWidget(self._segments("viewChooser", by_choice["view"], self.tr("View")))
        icons = Qt.ToolButtonStyle.ToolButtonIconOnly
        self.tool_size = ToolSize()
        drawing = QWidget()
        tools = row(drawing, 0)
        tools.addWidget(self._segments("toolChooser", by_choice["tool"], self.tr("Drawing tool"), icons))
        tools.addWidget(self.tool_size)
        line.addWidget(drawing)
        line.addWidget(self._others(theme_menu, theme))
        self._content.level()
        self.addWidget(self._content)
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")  # shows where not even one group has room
        if more is not None:
            more.setAccessibleName(self.tr("More of the toolbar"))

    def _others(self, theme_menu: QMenu, theme: Theme) -> QWidget:
        """What stands at the end of the bar."""
        box = QWidget()
        line = row(box, 0.5)
        for name in ("undo", "redo", "fit"):
            line.addWidget(self._button(self._actions[name], Qt.ToolButtonStyle.ToolButtonIconOnly))
        line.addSpacing(12)
        file_menu = QMenu(self)
        file_menu.setObjectName("fileMenu")
        for name in FILES:
            file_menu.addAction(self._actions[name])
        self._files = self._menu_button("filesButton", self.tr("Drawings as files"), "file", file_menu, theme)
        self._dress = self._menu_button("themeButton", self.tr("Light or dark"), "theme", theme_menu, theme)
        help_menu = QMenu(self)
        help_menu.setObjectName("helpMenu")
        for name in HELP:
            help_menu.addAction(self._actions[name])
        self._help = self._menu_button("helpButton", self.tr("Help"), "help", help_menu, theme)
        for button in (self._files, self._dress, self._help):
            line.addWidget(button)
        return box

    def wear(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._files.setIcon(icon("file", theme))
        self._dress.setIcon(icon("theme", theme))
        self._help.setIcon(icon("help", theme))

    def _segments(
        self,
        name: str,
        choices: Sequence[ActionSpec],
        says: str,
        style: Qt.ToolButtonStyle = Qt.ToolButtonStyle.ToolButtonTextOnly,
    ) -> QWidget:
        box = QFrame()
        box.setObjectName(name)
        box.setAccessibleName(says)
        box.setProperty("kind", "segments")
        line = row(box, 0.25, (0.25, 0.25, 0.25, 0.25))
        group = QActionGroup(self)
        for spec in choices:
            group.addAction(self._actions[spec.id])
            line.addWidget(self._button(self._actions[spec.id], style))
        return box

    def _button(self, action: QAction, style: Qt.ToolButtonStyle) -> QToolButton:
        made = QToolButton()
        made.setDefaultAction(action)
        made.setToolButtonStyle(style)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setObjectName(f"tool-{action.objectName().removeprefix('action-')}")
        made.setAccessibleName(action.text())
        return made

    def _menu_button(self, name: str, says: str, icon_name: str, menu: QMenu, theme: Theme) -> QToolButton:
        made = QToolButton()
        made.setObjectName(name)
        made.setIcon(icon(icon_name, theme))
        made.setToolTip(says)
        made.setAccessibleName(says)
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made
