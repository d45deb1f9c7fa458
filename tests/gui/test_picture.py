"""Pictures of a drawing: what they show is where it hurts, and they hold nothing else."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from xml.dom.minidom import Document, Element, parseString

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from bodymap.body.surface import SurfaceRegion, body_facts
from bodymap.engine import Engine
from bodymap.gui.picture import draw_png, draw_svg
from bodymap.gui.picture_page import MOST_ENTRIES, NUMBER_RADIUS, Page
from bodymap.pain.drawing import Drawing, Mark, ViewStroke, spot

DAY = date(2026, 11, 21)
NOTE = "Nobody else shall read this"


def mark(engine: Engine, place: str, radius: float = 4.0, **said: object) -> Mark:
    made = spot(engine.surface, 1, engine.places.resolve(place), radius)
    return replace(made, label=said.pop("label", place), **said)  # type: ignore[arg-type]


@pytest.fixture
def drawing(engine: Engine) -> Drawing:
    """Three marks: outer thigh, low back, left sole."""
    stroke = ViewStroke("left", "woman", "brush", ((1.0, 2.0),))
    return (
        mark(
            engine,
            "right thigh 0.5 lateral",
            6.0,
            intensity=8,
            qualities=frozenset({"aching", "tingling"}),
            timing=frozenset({"at_night"}),
            note=NOTE,
            strokes=(stroke,),
        ),
        mark(engine, "l4", intensity=2, qualities=frozenset({"deep"})),
        mark(engine, "left foot 0.55 plantar", 2.0, intensity=0, label="Sole <b>&\x00 \ufffe “x”"),
    )


def parsed(svg: str) -> Document:
    return parseString(svg.encode())  # noqa: S318 - our own


def elements(parent: Document | Element, name: str) -> list[Element]:
    return list(parent.getElementsByTagName(name))


def said(element: Element, name: str) -> str:
    return "".join(child.data for child in elements(element, name)[0].childNodes)


def test_the_svg_is_xml_that_stands_alone(engine: Engine, drawing: Drawing) -> None:
    text = draw_svg(engine, drawing, DAY)
    svg = parsed(text)
    assert {element.tagName for element in elements(svg, "*")} == {
        *("svg", "title", "desc", "defs", "pattern", "rect", "g", "path", "circle", "text")
    }
    assert set(re.findall(r"(\w+:)//", text)) == {"http:"}, "the namespace is the only address"
    assert text.count("http:") == 1
    known = {element.getAttribute("id") for element in elements(svg, "pattern")}
    used = set(re.findall(r"url\(#([^)]+)\)", text))
    assert used
    assert used <= known
    numbers = re.findall(r'(?: d| x| y| cx| cy)="([^"]*)"', text)
    assert all(re.fullmatch(r"[-\d. MLHCZ]*", each) for each in numbers), "only plain numbers"
    assert elements(svg, "rect")[0].getAttribute("fill") == "#ffffff"


def test_the_svg_tells_each_mark_on_each_view_that_shows_it(engine: Engine, drawing: Drawing) -> None:
    svg = parsed(draw_svg(engine, drawing, DAY))
    marks = [group for group in elements(svg, "g") if group.getAttribute("role") == "img"]
    titles = [said(group, "title") for group in marks]
    views = {said(group.parentNode, "title") for group in marks if said(group, "title").startswith("1:")}  # type: ignore[arg-type]
    assert {"Right side", "Front", "Back"} <= views
    assert "Left side" not in views
    assert "3: Sole <b>& “x”" in titles
    described = said(marks[titles.index("1: right thigh 0.5 lateral")], "desc")
    assert described == "8 of 10 · 113 cm² (0.7 %) · Aching, Tingling · at night"


def test_the_pictures_tell_nothing_private(engine: Engine, drawing: Drawing, qapp: QApplication) -> None:
    for data in (draw_svg(engine, drawing, DAY).encode(), draw_png(engine, drawing, DAY)):
        assert NOTE.encode() not in data
        assert b"Author" not in data
        assert b"tEXt" not in data
        assert re.search(rb"/(home|root|usr)", data) is None


def test_the_total_counts_shared_skin_once(engine: Engine) -> None:
    once = mark(engine, "thigh 0.5 anterior", 5.0)
    page = Page(engine, (once, replace(once, id=2, intensity=9)), DAY)
    assert page.total == f"2 marks, {once.region.area(engine.surface):.0f} cm², 0.5 % of the skin"
    assert Page(engine, (once,), DAY).total.startswith("1 mark, ")


def test_an_empty_drawing_is_a_picture_of_the_body(engine: Engine, qapp: QApplication) -> None:
    nothing = Mark(1, SurfaceRegion(np.zeros(len(engine.surface.cells), np.float32)))
    assert "Nothing is marked." in draw_svg(engine, (), DAY)
    assert not QImage.fromData(draw_png(engine, (nothing,), DAY)).isNull()


def test_numbers_stand_beside_their_marks_and_not_over_each_other(engine: Engine) -> None:
    places = [f"right thigh {0.2 + 0.05 * step:.2f} anterior" for step in range(12)] + ["left thigh 0.4 anterior"]
    page = Page(engine, tuple(mark(engine, place, 1.5) for place in places), DAY)
    front = next(figure for figure in page.figures if figure.view.id == "front")
    assert [seen.number for seen in front.seen] == list(range(1, 14))
    for one, other in combinations(front.seen, 2):
        away = np.hypot(one.at[0] - other.at[0], one.at[1] - other.at[1])
        assert away > 2 * NUMBER_RADIUS, (one.number, other.number)
    middle = front.box.center().x()
    assert front.seen[0].at[0] < front.seen[0].tip[0] < middle
    assert front.seen[-1].at[0] > front.seen[-1].tip[0] > middle


def test_many_marks_make_the_page_longer_up_to_a_point(engine: Engine) -> None:
    one = mark(engine, "thigh 0.5 anterior", 1.0)
    heights = [Page(engine, (one,) * count, DAY).size[1] for count in (1, 9, 10, MOST_ENTRIES, 400)]
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]
    page = Page(engine, (one,) * 40, DAY)
    assert len(page.entries) == MOST_ENTRIES
    assert page.more == "4 more marks are shown on the body only."
    assert max(entry.y for entry in page.entries) + 40 < page.size[1] - 90


def test_a_long_label_stays_in_its_column(engine: Engine) -> None:
    entry = Page(engine, (mark(engine, "l4", label="Right lower back " * 12),), DAY).entries[0]
    assert len(entry.label) <= 36
    assert entry.label.endswith("…")


@pytest.mark.parametrize(("place", "view"), [("right thigh 0.5 lateral", "right"), ("l4", "back")])
def test_the_png_is_painted_where_it_hurts(engine: Engine, qapp: QApplication, place: str, view: str) -> None:
    made = (mark(engine, place, 5.0, intensity=8),)
    image = QImage.fromData(draw_png(engine, made, DAY)).convertToFormat(QImage.Format.Format_RGB888)
    bare = QImage.fromData(draw_png(engine, (), DAY)).convertToFormat(QImage.Format.Format_RGB888)
    figure = next(each for each in Page(engine, made, DAY).figures if each.view.id == view)
    at = figure.view.locate(engine.places.resolve(place))
    assert at is not None
    ratio = image.width() / 1404
    x = (figure.box.left() + at[0] * figure.scale) * ratio
    y = (figure.box.top() + at[1] * figure.scale) * ratio
    painted, before = image.pixelColor(round(x), round(y)), bare.pixelColor(round(x), round(y))
    assert painted.blue() > painted.red() + 30, painted.name()
    assert before.red() > before.blue(), before.name()
    beside = round(x + 9 * figure.scale * ratio), round(y - 9 * figure.scale * ratio)
    assert image.pixelColor(*beside).name() == bare.pixelColor(*beside).name()
    assert image.pixelColor(3, 3).name() == "#ffffff"
    assert abs(image.dotsPerMeterX() * 0.0254 - 300) < 1


def test_every_view_is_on_the_page(engine: Engine) -> None:
    page = Page(engine, (), DAY)
    assert sorted(figure.view.id for figure in page.figures) == sorted(body_facts().views)
    assert all(figure.name != figure.view.id for figure in page.figures), "a view has no name"
