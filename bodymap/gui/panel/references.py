"""The sources that a page rests on, and how sure they make us."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from bodymap.gui.kit import label
from bodymap.gui.panel.prose import reference

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from bodymap.atlas.model import Muscle, Source, TriggerPoint


def kind_words(source: Source) -> str:
    """Book, study, guideline or web page, and whether its text was read for this atlas."""
    translate = QCoreApplication.translate
    kind = {
        "book": translate("Sources", "Book"),
        "study": translate("Sources", "Study"),
        "guideline": translate("Sources", "Guideline"),
        "page": translate("Sources", "Web page"),
    }[source.kind]
    read = (
        translate("Sources", "read for this atlas")
        if source.read
        else translate("Sources", "cited from general knowledge")
    )
    return f"{kind}, {read}"


def source_label(number: int, source: Source) -> QLabel:
    """One source in full; its text can be selected and copied."""
    lines = [f"{number}. {reference(source)}", kind_words(source) + "."]
    if source.url:
        lines.append(source.url)
    if source.note:
        lines.append(source.note)
    made = label("\n".join(breakable(line) for line in lines), "small", "muted")
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setObjectName(f"reference-{source.id}")
    return made


def breakable(line: str) -> str:
    """A long address may break after each slash, so that it never widens the page."""
    return line.replace("/", "/\u200b") if "://" in line else line


def checked_words(muscle: Muscle) -> str:
    """Says honestly which trigger points were checked against a source that shows them."""
    translate = QCoreApplication.translate
    unchecked: Sequence[TriggerPoint] = [point for point in muscle.trigger_points if not point.checked]
    if not unchecked:
        return translate("Sources", "Places and patterns on this page were checked against the sources named.")
    if len(unchecked) == len(muscle.trigger_points):
        return translate(
            "Sources",
            "Places and patterns on this page are general knowledge, not yet checked against the book.",
        )
    names = ", ".join(point.name for point in unchecked)
    return translate("Sources", "Not yet checked against the book: {}. The rest was.").format(names)
