"""The picture of a drawing as SVG: outlines and vector marks, readable by itself, told to screen readers.

Written by hand, so that it holds nothing but what stands here: no program's name with its version, no path, no user.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

import numpy as np
import shapely
from PySide6.QtGui import QPainterPath
from shapely.geometry.base import BaseGeometry

from bodymap.gui.paper import FAMILY, PAPER
from bodymap.gui.patterns import FILLED, SPACING_PX, sign, sign_color, strength_alpha, strength_color
from bodymap.gui.picture_page import NUMBER_RADIUS, SWATCH_SIGN, Entry, Figure, Page, Seen, letters_away, shown_on
from bodymap.gui.picture_page import legend as legend_of
from bodymap.gui.plate_layout import FIGURES_HEIGHT, FIGURES_TOP, MARGIN, stand
from bodymap.pain.drawing import Mark
from bodymap.pain.exchange import shown

SIMPLER_CM = 0.04
"""Outlines may leave their line by this much: a tenth of a pixel."""
_NAMESPACE = "http://www.w3.org/2000/svg"
_NO_XML = re.compile("[\ufffe\uffff]")


def svg_of(page: Page) -> str:
    """The page as a standalone SVG document."""
    width, height = (f"{length:g}" for length in page.size)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    fonts = quoteattr(", ".join((*FAMILY, "sans-serif")))
    about = f"{page.day}. {page.total}"
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="{_NAMESPACE}" {size} role="img" aria-labelledby="title about" font-family={fonts}>',
        f'<title id="title">{_text(page.title)}</title><desc id="about">{_text(about)}</desc>',
        f"<defs>{''.join(_patterns(page))}</defs>",
        f'<rect width="{width}" height="{height}" fill="{PAPER.window.name()}"/>',
        *_head(page),
        *_legend(page),
        *(part for figure in page.figures for part in _figure(figure, page)),
        *(part for entry in page.entries for part in _entry(entry)),
        *_foot(page),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _head(page: Page) -> Iterable[str]:
    yield _words(page.title, MARGIN, 78, 36, bold=True)
    yield _words(f"{page.day} · {page.total}", MARGIN, 108, 17, muted=True)


def _legend(page: Page) -> Iterable[str]:
    yield '<g aria-hidden="true">'
    for sample in legend_of(page):
        if sample.intensity is not None:
            yield _swatch(sample.x, sample.y, sample.intensity, ())
        elif sample.quality:
            yield _sign(sample.quality, sample.x + 13, sample.y + 9, 18.0, PAPER.text.name())
        yield _words(sample.words, sample.x + sample.indent, sample.y + 14, 14, muted=True)
    yield "</g>"


def _figure(figure: Figure, page: Page) -> Iterable[str]:
    view = figure.view
    yield f"<g><title>{_text(figure.name)}</title>"
    outline = _path(view.far.simplify(SIMPLER_CM), figure)
    yield f'<path d="{outline}" fill="{PAPER.body_light.name()}" stroke="{PAPER.outline.name()}" stroke-width="1"/>'
    inner = "".join(_line(run, figure) for run in view.contours if len(run) > 1)
    if inner:
        yield f'<path d="{inner}" fill="none" stroke="{PAPER.contour.name()}" stroke-width="0.8"/>'
    for seen in figure.seen:
        yield from _mark(seen, figure, page)
    yield "</g>"
    middle = stand(view, figure.box)
    top = FIGURES_TOP + FIGURES_HEIGHT + 26
    yield _words(figure.name, middle, top, 16, muted=True, anchor="middle")
    if figure.letters:
        for letter, away in zip(figure.letters, (-1, 1), strict=True):
            yield _words(
                letter, middle + away * letters_away(figure.name), top, 16, bold=True, muted=True, anchor="middle"
            )


def _mark(seen: Seen, figure: Figure, page: Page) -> Iterable[str]:
    mark = seen.mark
    path = _path(seen.area, figure)
    color = strength_color(PAPER, mark.intensity).name()
    yield f'<g role="img"><title>{seen.number}: {_text(mark.label)}</title><desc>{_text(page.details(mark))}</desc>'
    yield (
        f'<path d="{path}" fill="{color}" fill-opacity="{strength_alpha(mark.intensity):.2f}" fill-rule="evenodd"'
        f' stroke="{color}" stroke-width="1.4" stroke-linejoin="round"/>'
    )
    if shown_on(mark):
        yield f'<path d="{path}" fill="url(#{_pattern_id(mark)})" fill-rule="evenodd"/>'
    if seen.numbered:
        yield from _number(seen)
    yield "</g>"


def _number(seen: Seen) -> Iterable[str]:
    (x, y), (tip_x, tip_y) = seen.at, seen.tip
    yield f'<path d="M{tip_x:.1f} {tip_y:.1f}L{x:.1f} {y:.1f}" stroke="{PAPER.text_muted.name()}" stroke-width="0.8"/>'
    yield (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{NUMBER_RADIUS}" fill="{PAPER.window.name()}"'
        f' stroke="{PAPER.text_muted.name()}" stroke-width="0.8"/>'
    )
    yield _words(str(seen.number), x, y + 4.3, 12, bold=True, anchor="middle")


def _entry(entry: Entry) -> Iterable[str]:
    yield _words(str(entry.number), entry.x, entry.y + 14, 15, bold=True)
    yield _swatch(entry.x + 24, entry.y, entry.mark.intensity, shown_on(entry.mark))
    yield _words(entry.label, entry.x + 60, entry.y + 14, 15, bold=True)
    yield _words(entry.details, entry.x + 60, entry.y + 32, 13, muted=True)


def _foot(page: Page) -> Iterable[str]:
    width, height = page.size
    yield f'<path d="M{MARGIN} {height - 60:g}H{width - MARGIN:g}" stroke="{PAPER.border.name()}" stroke-width="1"/>'
    if page.more:
        yield _words(page.more, MARGIN, height - 100, 13, muted=True)
    yield _words(page.foot, MARGIN, height - 36, 13, muted=True)


def _swatch(x: float, y: float, intensity: int, qualities: tuple[str, ...]) -> str:
    color = strength_color(PAPER, intensity).name()
    box = f'<rect x="{x:g}" y="{y:g}" width="26" height="18" rx="5"'
    fill = f'fill="{color}" fill-opacity="{strength_alpha(intensity):.2f}" stroke="{color}" stroke-width="1.2"'
    pitch = 26 / max(1, len(qualities))
    color = sign_color(PAPER, intensity).name()
    signs = (
        _sign(quality, x + (index + 0.5) * pitch, y + 9, min(SWATCH_SIGN, pitch), color)
        for index, quality in enumerate(qualities)
    )
    return f'{box} fill="{PAPER.body_light.name()}"/>{box} {fill}/>{"".join(signs)}'


def _patterns(page: Page) -> Iterable[str]:
    """A tile for each set of signs that some mark shows; light signs for strong marks, dark ones for faint ones."""
    made = set()
    for mark in page.drawing:
        name = _pattern_id(mark)
        qualities = shown_on(mark)
        if not qualities or name in made:
            continue
        made.add(name)
        color, count = sign_color(PAPER, mark.intensity).name(), len(qualities)
        size = count * SPACING_PX
        yield f'<pattern id="{name}" width="{size:g}" height="{size:g}" patternUnits="userSpaceOnUse">'
        for row in range(count):
            for column in range(count):
                x, y = (column + 0.5) * SPACING_PX, (row + 0.5) * SPACING_PX
                yield _sign(qualities[(row + column) % count], x, y, SPACING_PX, color)
        yield "</pattern>"


def _pattern_id(mark: Mark) -> str:
    return _named(shown_on(mark), mark.intensity)


def _named(qualities: tuple[str, ...], intensity: int) -> str:
    return "-".join((*qualities, sign_color(PAPER, intensity).name()[1:]))


def _sign(quality: str, x: float, y: float, box: float, color: str) -> str:
    """The sign of a quality about (x, y) for a square of that size, as the window draws it."""
    fill = color if quality in FILLED else "none"
    path = _elements(sign(quality), x, y, box * 0.30)
    width = max(1.0, box * 0.085)
    return f'<path d="{path}" fill="{fill}" stroke="{color}" stroke-width="{width:.2f}" stroke-linecap="round"/>'


def _elements(path: QPainterPath, x: float, y: float, size: float) -> str:
    """A painter path as path data, moved and scaled."""
    kinds = {QPainterPath.ElementType.MoveToElement: "M", QPainterPath.ElementType.LineToElement: "L"}
    kinds[QPainterPath.ElementType.CurveToElement] = "C"
    data = []
    for index in range(path.elementCount()):
        element = path.elementAt(index)
        data.append(f"{kinds.get(element.type, ' ')}{x + element.x * size:.2f} {y + element.y * size:.2f}")
    return "".join(data)


def _path(geometry: BaseGeometry, figure: Figure) -> str:
    """The rings of an area of a view as path data of the page."""
    rings = shapely.get_rings(np.array(shapely.get_parts(geometry)))
    return "".join(f"{_line(shapely.get_coordinates(ring)[:-1], figure)}Z" for ring in rings)


def _line(points: np.ndarray, figure: Figure) -> str:
    at = points * figure.scale + (figure.box.left(), figure.box.top())
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in at)


def _words(
    text: str, x: float, y: float, size: int, *, bold: bool = False, muted: bool = False, anchor: str = "start"
) -> str:
    color = (PAPER.text_muted if muted else PAPER.text).name()
    weight = ' font-weight="600"' if bold else ""
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{color}"{weight}{where}>{_text(text)}</text>'


def _text(text: str) -> str:
    return escape(" ".join(_NO_XML.sub("", shown(text)).split()))
