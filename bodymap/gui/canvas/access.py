"""The body as a screen reader meets it: a list of its regions and a list of the marks, each a thing with a name, a
place on the screen, the keyboard when the crosshair is there, and actions.

Nothing of it exists until a screen reader asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from bodymap.gui.access.items import FOCUS, LESS, MORE, PRESS, AccessItem, Told, face, index_of, register
from bodymap.gui.access.speech import listening, tell
from bodymap.gui.access.words import mark_words, marked_words
from bodymap.gui.canvas.access_narrator import Narrator
from bodymap.gui.canvas.territory import Name
from bodymap.gui.naming import segment_words, sided

if TYPE_CHECKING:
    from bodymap.gui.canvas.canvas import BodyCanvas
    from bodymap.gui.canvas.keys import Keys
    from bodymap.pain.drawing import Drawing, Mark

_EVENT, _ROLE = QAccessible.Event, QAccessible.Role


class CanvasAccess(QObject):
    """Regions and marks of one canvas as items. ``parts`` are what the canvas consists of."""

    def __init__(self, canvas: BodyCanvas, keys: Keys) -> None:
        super().__init__(canvas)
        self._canvas, self._keys = canvas, keys
        self.narrator = Narrator(canvas)
        self._places: dict[Name, AccessItem] = {}
        self._marks: dict[int, AccessItem] = {}
        self._known: tuple[Drawing, object, dict[int, list[Mark]]] | None = None
        self._focus: AccessItem | None = None
        self._lists: tuple[AccessItem, AccessItem] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._tell_focus)
        register(type(canvas), BodyInterface)
        keys.crosshair.stands.connect(self._came_to)
        canvas.document.drawing_changed.connect(self._drawing_changed)

    # ---- what there is

    @property
    def parts(self) -> list[QObject]:
        """The two lists, and the widgets that float over the body."""
        floating = self._canvas.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        words = [each for each in floating if each.isVisible() and each.objectName() in ("emptyHint", "wayToBestView")]
        return [*self._two_lists(), *words]

    def _two_lists(self) -> tuple[AccessItem, AccessItem]:
        if self._lists is None:
            translate = QCoreApplication.translate
            marks = Told(_ROLE.List, lambda: translate("Access", "Marks"), self._whole, lambda: self.marks)
            places = Told(_ROLE.List, lambda: translate("Access", "Places"), self._whole, lambda: self.places)
            self._lists = AccessItem(marks, self._canvas), AccessItem(places, self._canvas)
        return self._lists

    @property
    def marks(self) -> list[AccessItem]:
        """The marks, in the order they were made."""
        return [self._mark_item(mark.id) for mark in self._canvas.document.drawing]

    @property
    def places(self) -> list[AccessItem]:
        """The regions of the body, both sides of each."""
        return [self._place_item(name) for name in self._keys.crosshair.territories.names]

    @property
    def focus(self) -> AccessItem | None:
        """What has the keyboard on the body."""
        return self._focus if self._canvas.hasFocus() and self._keys.standing else None

    def at(self, x: int, y: int) -> AccessItem | None:
        """The mark or the region at a place of the screen."""
        canvas = self._canvas
        at = canvas.bench.pointer(QPointF(canvas.viewport().mapFromGlobal(QPoint(x, y))))
        mark, point = canvas.bench.mark_at(at), canvas.bench.point_at(at)
        if mark is not None:
            return self._mark_item(mark)
        territories = self._keys.crosshair.territories
        return self._place_item(territories.names[int(territories.of[point.cell])]) if point is not None else None

    def _place_item(self, name: Name) -> AccessItem:
        if name not in self._places:
            told = Told(
                _ROLE.ListItem,
                lambda: self._place_name(name),
                lambda: self._place_rect(name),
                actions={PRESS: lambda: self._press(name), FOCUS: lambda: self._go(name)},
                focused=lambda: self.focus is item,
                selected=lambda: self._focus is item,
            )
            self._places[name] = item = AccessItem(told, self._two_lists()[1])
        return self._places[name]

    def _mark_item(self, mark_id: int) -> AccessItem:
        if mark_id not in self._marks:
            document = self._canvas.document

            def stronger(by: int) -> None:
                mark = document.mark(mark_id)
                if mark is not None and self._canvas.marking:
                    document.change_mark(mark_id, intensity=mark.intensity + by)

            def name() -> str:
                mark = document.mark(mark_id)
                return mark_words(mark) if mark is not None else ""

            told = Told(
                _ROLE.ListItem,
                name,
                lambda: self._mark_rect(mark_id),
                actions={
                    PRESS: lambda: document.select_mark(mark_id),
                    FOCUS: lambda: self._go_to_mark(mark_id),
                    MORE: lambda: stronger(1),
                    LESS: lambda: stronger(-1),
                },
                focused=lambda: self.focus is item,
                selected=lambda: document.selected_mark == mark_id,
            )
            self._marks[mark_id] = item = AccessItem(told, self._two_lists()[0])
        return self._marks[mark_id]

    # ---- names

    def _place_name(self, name: Name) -> str:
        """The region with its side, and how it is marked."""
        engine = self._canvas.document.engine
        plain = engine.atlas.regions[name.region].plain if name.region and engine is not None else ""
        label = sided(plain or segment_words(name.segment or "trunk"), name.side)
        marks = self._marked().get(self._number(name), [])
        return f"{label}, {marked_words(marks)}" if marks else label

    def _number(self, name: Name) -> int:
        names = self._keys.crosshair.territories.names
        return names.index(name) if name in names else -1

    def _marked(self) -> dict[int, list[Mark]]:
        """The marks on each region that is marked."""
        drawing, territories = self._canvas.document.drawing, self._keys.crosshair.territories
        if self._known is None or self._known[0] is not drawing or self._known[1] is not territories:
            made: dict[int, list[Mark]] = {}
            for mark in drawing:
                for each in territories.touched(mark.region.weights):
                    made.setdefault(each, []).append(mark)
            self._known = drawing, territories, made
        return self._known[2]

    # ---- where things are on the screen

    def _whole(self) -> QRect:
        viewport = self._canvas.viewport()
        return QRect(viewport.mapToGlobal(QPoint()), viewport.size())

    def _place_rect(self, name: Name) -> QRect:
        number, crosshair = self._number(name), self._keys.crosshair
        stop = crosshair.stop
        if stop is None or stop.territory != number:
            stop = crosshair.walk.stand(number, stop.view if stop is not None else self._canvas.large_view)
        box = crosshair.walk.box(number, stop.view) if stop is not None else None
        return self._on_screen(stop.view, QRectF(*box)) if stop is not None and box is not None else QRect()

    def _mark_rect(self, mark_id: int) -> QRect:
        canvas = self._canvas
        mark = canvas.document.mark(mark_id)
        if mark is None:
            return QRect()
        seen = {view: canvas.projector.mark(mark, view).path.boundingRect() for view in canvas.stage.panels}
        view = max(seen, key=lambda each: seen[each].width() * seen[each].height())
        return self._on_screen(view, seen[view])

    def _on_screen(self, view: str, box: QRectF) -> QRect:
        canvas = self._canvas
        place = box.translated(*canvas.stage.to_scene(view, 0, 0))
        first, last = canvas.pixel_of(place.left(), place.top()), canvas.pixel_of(place.right(), place.bottom())
        on_viewport = QRectF(first, last).toAlignedRect()
        return QRect(canvas.viewport().mapToGlobal(on_viewport.topLeft()), on_viewport.size())

    # ---- what a screen reader does

    def _go(self, name: Name) -> None:
        self._canvas.setFocus()
        self._keys.crosshair.to_territory(self._number(name))

    def _press(self, name: Name) -> None:
        """Mark the middle of a region, or select the mark that is there: as Space does."""
        self._go(name)
        self._keys.mark_here()

    def _go_to_mark(self, mark_id: int) -> None:
        self._canvas.setFocus()
        self._canvas.document.select_mark(mark_id)
        self._keys.crosshair.to_mark(mark_id)
        self.at_mark(mark_id)

    # ---- what a screen reader is told

    def at_mark(self, mark_id: int) -> None:
        """The keyboard came to a mark."""
        self._focus_on(self._mark_item(mark_id))

    def _came_to(self, territory: int | None) -> None:
        if territory is None:
            self._focus = None
        else:
            self._focus_on(self._place_item(self._keys.crosshair.territories.names[territory]))

    def _focus_on(self, item: AccessItem) -> None:
        if item is not self._focus:
            self._focus = item
            if listening():
                self._soon.start()  # later, so that the last of several is told, and after the canvas itself

    def _tell_focus(self) -> None:
        if self.focus is not None:
            tell(self.focus, _EVENT.Focus)

    def _drawing_changed(self) -> None:
        """Items of marks come and go with the marks; what is marked now is called so."""
        drawing = self._canvas.document.drawing
        ids = {mark.id for mark in drawing}
        before = self._known[2] if self._known is not None else {}
        for gone in self._marks.keys() - ids:
            item = self._marks.pop(gone)
            if item is self._focus:
                self._focus = None
            tell(item, _EVENT.ObjectDestroyed)
            item.deleteLater()
        if not listening():
            return
        for new in [mark.id for mark in drawing if mark.id not in self._marks]:
            tell(self._mark_item(new), _EVENT.ObjectCreated)
        for known in self._marks.values():
            tell(known, _EVENT.NameChanged)
        for number in before.keys() | self._marked().keys():
            if before.get(number) != self._marked().get(number):
                tell(self._place_item(self._keys.crosshair.territories.names[number]), _EVENT.NameChanged)


class BodyInterface(QAccessibleWidget):
    """The face of the canvas towards screen readers: what is on it instead of how it scrolls."""

    def __init__(self, canvas: BodyCanvas) -> None:
        super().__init__(canvas, _ROLE.Grouping)
        self._canvas = canvas

    def childCount(self) -> int:
        """The lists of marks and places, and what floats over the body."""
        return len(self._children)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # none
        """One of them."""
        return face(self._children, index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of one of them, -1 for something else."""
        return index_of(self._children, child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # none
        """The mark or region at a place of the screen."""
        found = self._canvas.keys.access.at(x, y)
        return QAccessible.queryAccessibleInterface(found) if found is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # none
        """What the crosshair is on."""
        focus = self._canvas.keys.access.focus
        return QAccessible.queryAccessibleInterface(focus) if focus is not None else super().focusChild()

    @property
    def _children(self) -> Sequence[QObject]:
        return self._canvas.keys.access.parts
