"""The editor of a routine: order, dose, steps dropped, a name of one's own. What is cut to a safe limit says why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from bodymap.gui.dialogs.frame import Dialog
from bodymap.gui.kit import button, card, column, empty, label, row, strong
from bodymap.gui.muscle_words import both_or_latin
from bodymap.gui.theme import SPACE
from bodymap.routine.dose import spoken_time
from bodymap.routine.edit import Changed, RoutineEdit, Row
from bodymap.routine.steps import PlannedStep

MOST_ASKED = 99
"""More than any limit: whoever asks for too much is told the limit instead of being stopped by the field."""


class RoutineEditor(Dialog):
    """``edit`` is the routine as it is now; ``run`` is True when it is to be saved, ``wants_start`` to start it too."""

    def __init__(self, edit: RoutineEdit, parent: QWidget | None = None) -> None:
        super().__init__("routineEditor", "", parent, width=680)
        self.set_title(self.tr("Change your routine"))
        self.edit = edit
        self.wants_start = False
        self._name = QLineEdit(edit.mine.name)
        self._name.setObjectName("routineName")
        self._name.setAccessibleName(self.tr("Name of the routine"))
        self._name.setMaxLength(80)
        self._name.textEdited.connect(self._renamed)
        line = row(gap=1.5)
        line.addWidget(label(self.tr("Name"), wrap=False))
        line.addWidget(self._name, 1)
        self.body.addLayout(line)
        self._why = label("")
        self._why.setObjectName("editWhy")
        self._note, inside = card("warning")
        inside.addWidget(self._why)
        self._note.hide()
        self.body.addWidget(self._note)
        self._rows = column(gap=1)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self._whole = label("", kind="muted")
        self._whole.setObjectName("editWhole")
        self.body.addWidget(self._whole)
        cancel = self.add_button(self.tr("Cancel"), "cancelEdit")
        cancel.clicked.connect(self.reject)
        save = self.add_button(self.tr("Save as mine"), "saveEdit")
        save.clicked.connect(self.accept)
        start = self.add_button(self.tr("Save and start"), "startEdit", primary=True)
        start.clicked.connect(self._start)
        self._show()

    def _start(self) -> None:
        self.wants_start = True
        self.accept()

    def _renamed(self, text: str) -> None:
        changed = self.edit.named(text)
        self.edit = changed.edit
        self._explain(changed.why)

    def _take(self, changed: Changed) -> None:
        self.edit = changed.edit
        self._explain(changed.why)
        self._show()

    def _explain(self, why: str) -> None:
        self._why.setText(why)
        self._note.setVisible(bool(why))

    def _show(self) -> None:
        focus: QWidget | None = self.focusWidget()  # of a window that has not been shown none has the keyboard
        was = focus.objectName() if focus else ""
        empty(self._rows)
        rows = self.edit.rows()
        for index, each in enumerate(rows):
            self._rows.addWidget(self._row(index, each, last=index == len(rows) - 1))
        whole = self.tr("{} in all").format(spoken_time(self.edit.routine().seconds))
        self._whole.setText(whole)
        again = self.findChild(QWidget, was) if was else None
        if again is not None and again.isEnabled():
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, index: int, each: Row, *, last: bool) -> QFrame:
        frame, inside = card("card" if each.unit is not None else "inset")
        frame.setObjectName(f"row-{index}")
        head = row(gap=0.5)
        words = column(gap=0)
        words.addWidget(strong(label(each.title)))
        words.addWidget(label(both_or_latin(each.muscle_plain, each.muscle_name), "small", "muted"))
        head.addLayout(words, 1)
        for text, says, name, to, possible in (
            ("↑", self.tr("Earlier"), "up", index - 1, index > 0),
            ("↓", self.tr("Later"), "down", index + 1, not last),
        ):
            press = button(text, "plain", f"{name}-{index}", says)
            press.setAccessibleName(f"{says}: {each.title}")
            press.setFixedWidth(5 * SPACE)
            press.setAutoDefault(False)
            press.setEnabled(possible)
            press.clicked.connect(lambda _=False, to=to: self._take(self.edit.moved(index, to)))
            head.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
        drop = button(self.tr("Drop"), "quiet", f"drop-{index}")
        drop.setAccessibleName(self.tr("Drop {}").format(each.title))
        drop.setAutoDefault(False)
        drop.clicked.connect(lambda: self._take(self.edit.dropped(index)))
        head.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        if each.unit is None:
            inside.addWidget(label(each.left_out.why if each.left_out else "", "small", "muted"))
        else:
            inside.addLayout(self._doses(index, each, each.unit.first))
            inside.addWidget(label(each.unit.first.dose_text, "small", "muted"))
        return frame

    def _doses(self, index: int, each: Row, step: PlannedStep) -> QHBoxLayout:
        dose = step.dose
        line = row(gap=1)
        times = QSpinBox()
        times.setObjectName(f"times-{index}")
        times.setAccessibleName(self.tr("How many times: {}").format(each.title))
        times.setRange(1, MOST_ASKED)
        times.setValue(dose.repetitions * dose.sets)
        times.setSuffix(self.tr(" times"))
        times.setKeyboardTracking(False)
        times.valueChanged.connect(lambda wanted: self._take(self.edit.with_repetitions(index, wanted)))
        line.addWidget(times)
        if each.seconds is not None:
            long = QDoubleSpinBox()
            long.setObjectName(f"seconds-{index}")
            long.setAccessibleName(self.tr("How long each time: {}").format(each.title))
            long.setDecimals(0)
            long.setRange(1.0, 1800.0)
            long.setSingleStep(5.0)
            long.setValue(dose.seconds or 0.0)
            long.setSuffix(self.tr(" seconds each"))
            long.setKeyboardTracking(False)
            long.valueChanged.connect(lambda wanted: self._take(self.edit.with_seconds(index, wanted)))
            line.addWidget(long)
        line.addStretch(1)
        return line
