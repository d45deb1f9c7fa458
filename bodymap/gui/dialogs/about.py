"""What Bodymap is, who made it, and every source its atlas rests on."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bodymap import __version__
from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.kit import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bodymap.atlas.model import Source


class About(Dialog):
    """Version, licence, where the figures come from, and the list of sources."""

    def __init__(self, sources: Iterable[Source], parent: QWidget | None = None) -> None:
        super().__init__("about", "", parent, width=640)
        self.set_title(self.tr("Bodymap {}").format(__version__))
        self.body.addWidget(
            label(
                self.tr(
                    "Shows which muscles are known to send pain where it hurts, and leads through self-treatment. "
                    "Free software under the MIT licence, made by the Bodymap contributors."
                )
            )
        )
        self.body.addWidget(
            label(
                self.tr(
                    "The figures are made from the MakeHuman base mesh and its shapes, which their makers gave to the "
                    "public domain (CC0). The window uses Qt, the geometry GEOS and NumPy."
                ),
                kind="muted",
            )
        )
        listed = sorted(sources, key=lambda source: ((source.authors or source.title).lower(), source.year or 0))
        if listed:
            self.body.addWidget(label(self.tr("Sources of the atlas ({})").format(len(listed)), "heading"))
        entries = dict.fromkeys(self._entry(source) for source in listed)
        for _, members in groupby(entries, key=lambda entry: entry[:1].upper()):
            # One label for all of a letter: hundreds of them would take the better part of a second.
            made = label("\n\n".join(members), "small", "muted")
            made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(made)
        close = self.add_button(self.tr("Close"), "close", primary=True)
        close.clicked.connect(self.accept)

    def _entry(self, source: Source) -> str:
        parts = [source.authors, source.title, str(source.year) if source.year else None]
        lines = [", ".join(part for part in parts if part) + "."]
        if source.url:
            lines.append(source.url.replace("/", "/\u200b"))
        if not source.read:
            lines.append(self.tr("Named from general knowledge; its text was not read for this atlas."))
        return "\n".join(lines)
