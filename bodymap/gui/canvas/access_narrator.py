"""Says what changed in the drawing, and what comes of it: for people who don't see the body and the list beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from bodymap.gui.access.speech import announce, listening
from bodymap.gui.access.words import mark_words, marked_words, size_words, strength_words
from bodymap.gui.naming import sided

if TYPE_CHECKING:
    from bodymap.body.surface import Side
    from bodymap.gui.canvas.canvas import BodyCanvas
    from bodymap.pain.drawing import Mark

FEW = 2
"""So many marks that came or went at once are named one by one."""


class Narrator(QObject):
    """Tells a screen reader in one sentence what a change to the drawing did, its first source, and new warnings."""

    def __init__(self, canvas: BodyCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._known: dict[int, Mark] = {mark.id: mark for mark in canvas.document.drawing}
        self._first: tuple[str, Side] | None = None
        self._warned: frozenset[str] = frozenset()
        self._say: list[str] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)  # when the answer to the change is there as well
        self._soon.timeout.connect(self._speak)
        canvas.document.drawing_changed.connect(self._drawing_changed)
        canvas.document.answer_changed.connect(self._answered)

    def say_size(self, radius_cm: float) -> None:
        """The next mark will have another size."""
        words = QCoreApplication.translate("Access", "The next mark: {}")
        announce(self._canvas, words.format(size_words(radius_cm)))

    def _drawing_changed(self) -> None:
        before, self._known = self._known, {mark.id: mark for mark in self._canvas.document.drawing}
        if not listening():
            return
        added = [mark for number, mark in self._known.items() if number not in before]
        removed = [mark for number, mark in before.items() if number not in self._known]
        if len(added) > FEW or len(removed) > FEW:
            self._say = [_count(len(self._known))]
        else:
            gone = QCoreApplication.translate("Access", "{}, no longer marked")
            self._say += [gone.format(mark.label) for mark in removed]
            self._say += [mark_words(mark) for mark in added]
        if self._canvas.hasFocus():  # elsewhere the control that was used says it
            changed = [(before[number], mark) for number, mark in self._known.items() if number in before]
            self._say += [_change(old, new) for old, new in changed if old is not new]
        self._soon.start()

    def _answered(self) -> None:
        """The answer may be another one, also when nothing was drawn: what one says of oneself can raise a warning."""
        if listening() and not self._canvas.document.trying:
            self._soon.start()

    def _speak(self) -> None:
        """What happened, then what to beware of, then the source; an emergency interrupts and comes first."""
        emergencies, warnings = self._warnings()
        said = [*emergencies, *self._say, *warnings, self._source()]
        self._say = []
        announce(self._canvas, ". ".join(each.rstrip(".") for each in said if each), urgent=bool(emergencies))

    def _source(self) -> str:
        """The first source, if it is another one than before."""
        document = self._canvas.document
        answer, engine = document.answer, document.engine
        if answer is None or engine is None or not document.drawing:
            self._first = None
            return ""
        first = (answer.sources[0].muscle, answer.sources[0].side) if answer.sources else None
        if first == self._first:
            return ""
        self._first = first
        if first is None:
            return QCoreApplication.translate("Access", "No muscle in the atlas is known to cause this")
        words = QCoreApplication.translate("Access", "First source: {}, {}")
        muscle = engine.atlas.muscles[first[0]]
        return words.format(sided(muscle.plain, first[1]), muscle.name)

    def _warnings(self) -> tuple[list[str], list[str]]:
        """The emergencies and the other warnings that came up with the last change."""
        answer = self._canvas.document.answer
        cautions = answer.cautions if answer is not None else ()
        new = [caution for caution in cautions if caution.id not in self._warned]
        self._warned = frozenset(caution.id for caution in cautions)
        words = QCoreApplication.translate("Access", "Warning: {}. {}")
        told = [(caution.level == "emergency", words.format(caution.name, caution.do)) for caution in new]
        return [said for grave, said in told if grave], [said for grave, said in told if not grave]


def _count(marks: int) -> str:
    translate = QCoreApplication.translate
    if marks == 0:
        return translate("Access", "Nothing is marked any more")
    return translate("Access", "{} marks").format(marks) if marks > 1 else translate("Access", "One mark")


def _change(old: Mark, new: Mark) -> str:
    """What is different about a mark."""
    if old.intensity != new.intensity:
        return strength_words(new.intensity)
    if old.radius_cm != new.radius_cm:
        return size_words(new.radius_cm)
    if (old.qualities, old.timing, old.note) != (new.qualities, new.timing, new.note):
        return marked_words([new])
    return mark_words(new)
