"""What is said of a mark in the panel's tray: strength, kind, time, note, size, and what is done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QIcon, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QSlider, QWidget

from bodymap.gui.pain_words import quality_words, timing_words
from bodymap.gui.panel.mark_editor import MarkEditor, MarkLine
from bodymap.gui.panel.mark_swatch import SIGN_PX, paint_mark, sign_icon
from bodymap.gui.panel.mark_words import covered, extent, said_of
from bodymap.gui.theme import DARK, LIGHT, Theme
from bodymap.pain.drawing import MAX_NOTE, TIMINGS, Mark
from tests.gui.panel_stage import Stage


def opened(stage: Stage, *places: str) -> Mark:
    """The tray with these marks, the last one open."""
    stage.mark(*places)
    stage.press("describeMarks")
    return stage.document.drawing[-1]


def now(stage: Stage, mark: Mark) -> Mark:
    found = stage.document.mark(mark.id)
    assert found is not None
    return found


def note(stage: Stage, mark: Mark) -> QPlainTextEdit:
    found = stage.panel.findChild(QPlainTextEdit, f"note-{mark.id}")
    assert isinstance(found, QPlainTextEdit)
    return found


def test_every_time_has_a_word() -> None:
    assert set(timing_words()) == set(TIMINGS)


def test_when_it_hurts_is_picked_and_taken_back(stage: Stage) -> None:
    mark = opened(stage, "right thigh 0.5 lateral")
    stage.press(f"timing-{mark.id}-at_night")
    stage.press(f"timing-{mark.id}-on_movement")
    assert now(stage, mark).timing == {"at_night", "on_movement"}
    stage.document.undo_stack.undo()
    assert now(stage, mark).timing == {"at_night"}
    assert not stage.button(f"timing-{mark.id}-on_movement").isChecked()
    stage.press(f"timing-{mark.id}-at_night")
    assert not now(stage, mark).timing


def test_a_note_is_kept_as_it_is_typed_in_one_step(stage: Stage) -> None:
    mark = opened(stage, "right thigh 0.5 lateral")
    steps = stage.document.undo_stack.count()
    QTest.keyClicks(note(stage, mark), "worse on stairs")
    assert now(stage, mark).note == "worse on stairs"
    assert note(stage, mark).toPlainText() == "worse on stairs"
    assert stage.document.undo_stack.count() == steps + 1
    stage.document.undo_stack.undo()
    assert now(stage, mark).note == ""
    assert note(stage, mark).toPlainText() == ""


def test_undo_is_the_windows_while_a_note_is_written(stage: Stage) -> None:
    mark = opened(stage, "right thigh 0.5 lateral")
    action = stage.document.undo_stack.createUndoAction(stage.panel)
    action.setShortcut("Ctrl+Z")
    stage.panel.addAction(action)
    stage.panel.activateWindow()
    note(stage, mark).setFocus()
    QTest.keyClicks(note(stage, mark), "abc")
    QTest.keyClick(note(stage, mark), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert now(stage, mark).note == ""


def test_a_note_ends_at_its_limit_and_says_so_before(stage: Stage) -> None:
    mark = opened(stage, "right thigh 0.5 lateral")
    text = note(stage, mark)
    text.setPlainText("a" * (MAX_NOTE - 10))
    stage.settle()
    assert "10 more" in stage.words()
    cursor = text.textCursor()
    cursor.setPosition(3)
    text.setTextCursor(cursor)
    text.insertPlainText("😀" * 25)
    assert text.toPlainText() == "aaa" + "😀" * 10 + "a" * (MAX_NOTE - 13)
    assert now(stage, mark).note == text.toPlainText()
    assert text.textCursor().position() == 3 + 2 * 10


def test_a_note_grows_with_its_text(stage: Stage) -> None:
    mark = opened(stage, "right thigh 0.5 lateral")
    text = note(stage, mark)
    one = text.height()
    text.setPlainText("one\ntwo\nthree")
    stage.settle()
    three = text.height()
    assert three >= one + 2 * text.fontMetrics().lineSpacing()
    text.setPlainText("\n" * 40)
    stage.settle()
    assert text.height() <= three + 2 * text.fontMetrics().lineSpacing()


def test_sizes_are_those_of_the_skin(stage: Stage) -> None:
    mark = opened(stage, "right thigh 0.5 lateral")
    surface = stage.document.surface
    area = mark.region.area(surface)
    share = 100 * area / surface.area.sum()
    assert extent(mark.region, surface) == f"{area:.0f} cm², {share:.1f} % of the skin"
    assert extent(mark.region, surface) in stage.words()
    stage.mark("right thigh 0.52 lateral")
    both = stage.document.drawing
    total = float(extent(covered(both), surface).split(" ")[0])
    assert area < total < sum(each.region.area(surface) for each in both) - 5
    whole = stage.panel.findChild(QLabel, "wholeExtent")
    assert isinstance(whole, QLabel)
    assert whole.text() == extent(covered(both), surface)


def test_one_mark_is_open_and_the_others_are_a_line_each(stage: Stage) -> None:
    first_place, last_place = "right thigh 0.5 lateral", "left leg 0.5 lateral"
    last = opened(stage, first_place, last_place)
    first = stage.document.drawing[0]

    def shown() -> dict[int, bool]:
        sliders = {mark.id: stage.panel.findChild(QSlider, f"intensity-{mark.id}") for mark in (first, last)}
        return {number: slider is not None and slider.isVisible() for number, slider in sliders.items()}

    assert shown() == {first.id: False, last.id: True}
    line = stage.panel.findChild(QWidget, f"mark-{first.id}")
    assert line is not None
    assert line.height() < 50
    stage.press(f"markName-{first.id}")
    assert shown() == {first.id: True, last.id: False}
    stage.press(f"markName-{first.id}")
    assert shown() == {first.id: False, last.id: False}


def test_a_mark_is_mirrored_from_its_line(stage: Stage) -> None:
    mark = opened(stage, "right thigh 0.5 lateral")
    stage.document.change_mark(mark.id, intensity=8)
    stage.press(f"mirrorMark-{mark.id}")
    image = stage.document.drawing[-1]
    assert image.id != mark.id
    assert image.label.startswith("Left")
    assert image.intensity == 8
    stage.settle()
    editors = [each for each in stage.panel.findChildren(MarkEditor) if each.isVisible()]
    assert [each.mark_id for each in sorted(editors, key=lambda each: each.y())] == [mark.id, image.id]


def test_the_tray_works_by_keyboard(stage: Stage) -> None:
    mark = opened(stage, "right thigh 0.5 lateral")
    stage.panel.activateWindow()
    line = stage.button(f"markName-{mark.id}")
    line.setFocus()
    reached = []
    for _ in range(24):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.append(widget.objectName())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    wanted = [f"{name}-{mark.id}" for name in ("markName", "mirrorMark", "removeMark", "intensity")]
    wanted += [f"quality-{mark.id}-{quality}" for quality in quality_words()]
    wanted += [f"timing-{mark.id}-{timing}" for timing in timing_words()]
    assert reached[: len(wanted) + 1] == [*wanted, f"note-{mark.id}"]
    QTest.keyClick(stage.button(f"quality-{mark.id}-numb"), Qt.Key.Key_Space)
    assert now(stage, mark).qualities == {"numb"}
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert stage.document.selected_mark is None


def test_a_screen_reader_hears_all_that_was_said(stage: Stage) -> None:
    mark = opened(stage, "right thigh 0.5 lateral")
    stage.document.change_mark(mark.id, qualities=frozenset({"tingling"}))
    stage.document.change_mark(mark.id, timing=frozenset({"at_night"}))
    line = stage.panel.findChild(MarkLine)
    assert line is not None
    assert line.accessibleName() == f"{mark.label}, 5 of 10, tingling, at night"
    assert said_of(now(stage, mark)) == "5 of 10, tingling, at night"


def picture(theme: Theme, intensity: int, *qualities: str) -> QImage:
    made = QImage(40, 24, QImage.Format.Format_RGB32)
    made.fill(theme.window)
    painter = QPainter(made)
    paint_mark(painter, QRect(1, 1, 38, 22).toRectF(), theme, intensity, frozenset(qualities))
    painter.end()
    return made


def test_marks_can_be_told_apart_without_colour() -> None:
    def grey(image: QImage) -> QImage:
        return image.convertToFormat(QImage.Format.Format_Grayscale8)

    for theme in (LIGHT, DARK):
        lightness = [grey(picture(theme, step)).pixelColor(20, 12).lightness() for step in range(0, 11, 2)]
        assert lightness == sorted(lightness, reverse=True)
        assert lightness[0] - lightness[-1] > 40
        shown = [bytes(grey(picture(theme, 6, str(quality))).constBits()) for quality in quality_words()]
        assert len(set(shown)) == len(quality_words())


def test_chips_show_the_sign_that_stands_on_the_body(stage: Stage) -> None:
    mark = opened(stage, "right thigh 0.5 lateral")
    signs = set()
    for quality in quality_words():
        chip = stage.button(f"quality-{mark.id}-{quality}")
        plain = chip.icon().pixmap(SIGN_PX, SIGN_PX, QIcon.Mode.Normal, QIcon.State.Off).toImage()
        signs.add(bytes(plain.constBits()))
    assert len(signs) == len(quality_words())
    icon = sign_icon("burning", LIGHT)
    inks = [
        icon.pixmap(SIGN_PX, SIGN_PX, QIcon.Mode.Normal, state).toImage().pixelColor(SIGN_PX // 2, SIGN_PX // 2).name()
        for state in (QIcon.State.Off, QIcon.State.On)
    ]
    assert inks == [LIGHT.text.name(), LIGHT.accent_text.name()]


def test_removed_marks_leave_nothing_behind(stage: Stage) -> None:
    mark = opened(stage, "right thigh 0.5 lateral", "left leg 0.5 lateral")
    stage.press(f"removeMark-{mark.id}")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(stage.panel.findChildren(MarkEditor)) == 1
