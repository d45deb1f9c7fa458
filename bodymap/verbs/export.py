"""``bodymap drawing FILE``: a drawing as JSON, as a picture or as a list of the CHOIR body map, or such a list."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bodymap.errors import BodymapError, UsageError
from bodymap.paths import Options
from bodymap.verbs.common import FIGURES, engine_of

if TYPE_CHECKING:
    from bodymap.engine import Engine
    from bodymap.pain.choir import Sex
    from bodymap.pain.drawing import Drawing

_EPILOG = """\
Without a file to write to it says what is marked.

  bodymap drawing mine.json --svg mine.svg --png mine.png
  bodymap drawing mine.json --choir list.csv --sex female
  bodymap drawing list.csv --from choir --sex female --json mine.json

docs/exchange.md tells what the files hold.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.epilog = _EPILOG
    parser.add_argument("file", metavar="FILE", type=Path, help="the drawing to read")
    parser.add_argument(
        "--from",
        dest="kind",
        choices=("json", "choir"),
        default="json",
        help="what FILE is (json)",
    )
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the drawing with all that it keeps")
    parser.add_argument("--svg", metavar="FILE", type=Path, help="write a picture of outlines")
    parser.add_argument("--png", metavar="FILE", type=Path, help="write a picture of shaded figures")
    parser.add_argument("--choir", metavar="FILE", type=Path, help="write the segments of the CHOIR body map: 101,102")
    parser.add_argument(
        "--sex", choices=("male", "female"), help="whose CHOIR numbers: its two figures differ (that of the figure)"
    )
    parser.add_argument("--date", metavar="DAY", type=_day, help="the day on a picture, such as 2026-11-21 (today)")
    parser.add_argument("--figure", choices=FIGURES, help="whose body it is shown or measured on (that of the drawing)")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day like 2026-11-21") from None


def run(arguments: argparse.Namespace, options: Options) -> int:
    """Read, write what is asked for, and say where it is."""
    drawing, engine = _read(arguments, options)
    if not drawing:
        raise UsageError(f"The drawing {arguments.file} holds no mark.")
    wanted = [name for name in ("json", "svg", "png", "choir") if getattr(arguments, name)]
    for name in wanted:
        path: Path = getattr(arguments, name)
        try:
            path.write_bytes(_made(name, drawing, engine, arguments))
        except OSError as error:
            raise BodymapError(f"The file {path} can't be written: {error.strerror}.") from error
        print(path)
    if not wanted:
        _tell(drawing, engine, _sex(arguments, engine))
    return 0


def _read(arguments: argparse.Namespace, options: Options) -> tuple[Drawing, Engine]:
    if arguments.kind == "choir":
        return _read_choir(arguments, options)
    from bodymap.pain.exchange import drawing_of
    from bodymap.verbs.drawing import file_of

    file = file_of(arguments.file)
    engine = engine_of(options, arguments.figure or file.figure or FIGURES[0])
    return drawing_of(file, engine), engine


def _read_choir(arguments: argparse.Namespace, options: Options) -> tuple[Drawing, Engine]:
    from bodymap.pain.choir import choir_on, marks_of
    from bodymap.pain.choir_list import read_list

    sex: Sex | None = arguments.sex
    if sex is None:
        raise UsageError("A CHOIR list needs --sex male or --sex female: the two number 112 to 117 differently.")
    numbers = read_list(arguments.file, sex)
    engine = engine_of(options, arguments.figure or ("woman" if sex == "female" else "man"))
    return marks_of(numbers, choir_on(engine.places)), engine


def _sex(arguments: argparse.Namespace, engine: Engine) -> Sex:
    from bodymap.pain.choir import SEX_OF_FIGURE

    sex: Sex | None = arguments.sex
    return sex or SEX_OF_FIGURE[engine.surface.name]


def _made(name: str, drawing: Drawing, engine: Engine, arguments: argparse.Namespace) -> bytes:
    """The content of a file of that kind."""
    if name == "json":
        from bodymap.pain.exchange import encode

        return encode(drawing, engine.surface.name)
    if name == "choir":
        return f"{_choir(drawing, engine, _sex(arguments, engine))}\n".encode()
    from bodymap.gui.picture import draw_png, draw_svg

    day = arguments.date or date.today()  # noqa: DTZ011 - the day of the person, where they are
    return draw_svg(engine, drawing, day).encode() if name == "svg" else draw_png(engine, drawing, day)


def _choir(drawing: Drawing, engine: Engine, sex: Sex) -> str:
    from bodymap.pain.choir import choir_on, segments_of
    from bodymap.pain.choir_list import as_text

    return as_text(segments_of(drawing, choir_on(engine.places)), sex)


def _tell(drawing: Drawing, engine: Engine, sex: Sex) -> None:
    whole = float(engine.surface.area.sum())
    for mark in drawing:
        area = mark.region.area(engine.surface)
        words = ", ".join([*sorted(mark.qualities), *(timing.replace("_", " ") for timing in sorted(mark.timing))])
        feels = f": {words}" if words else ""
        print(f"{mark.label} ({mark.intensity} of 10, {area:.0f} cm², {100 * area / whole:.1f} % of the skin){feels}")
    print(f"CHOIR body map, {sex}: {_choir(drawing, engine, sex)}")
