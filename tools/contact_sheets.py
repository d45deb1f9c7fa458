"""Contact sheets of the atlas: every muscle's pattern, close up, one sheet for each part of the body, for looking at.

python tools/contact_sheets.py [--figure man] [--group torso] [--muscle ID ...] [--output docs/atlas]
"""

from __future__ import annotations

import argparse
import os
from collections import defaultdict
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication, QGraphicsScene

from bodymap.atlas.load import load_atlas
from bodymap.body.surface import body_facts, load_surface
from bodymap.body.view import View
from bodymap.engine import Engine
from bodymap.gui.canvas.figure import FigureItem
from bodymap.gui.canvas.layers import SpotLayer, ZoneLayer
from bodymap.gui.canvas.pictures import Pictures
from bodymap.gui.closeup import pictures_of, zone_paths
from bodymap.gui.theme import LIGHT
from bodymap.paths import Paths, asset

TILE_WIDTH, TILE_HEIGHT, TITLE = 760, 380, 26
COLUMNS = 2
AROUND_CM, LEAST_CM, LEAST_SEEN_CM2 = 5.0, 34.0, 2.0


def seen_part(paths: QPainterPath) -> QRectF:
    """The piece of a view to show: all of the pattern with some of the body round it."""
    box = paths.boundingRect().adjusted(-AROUND_CM, -AROUND_CM, AROUND_CM, AROUND_CM)
    grow = max(0.0, LEAST_CM - box.height()) / 2
    return box.adjusted(-grow / 2, -grow, grow / 2, grow)


def draw_tile(painter: QPainter, engine: Engine, muscle: str, pictures: Pictures) -> None:
    """A muscle's pattern on each view that shows it, at one height."""
    painter.setPen(LIGHT.text)
    painter.drawText(QPointF(8, 18), engine.atlas.muscles[muscle].name)
    shown: list[tuple[View, QRectF]] = []
    for name in body_facts().views:
        view = engine.view(name)
        whole = QPainterPath()
        area = 0.0
        for point in engine.zone(muscle, "right").points:
            area += view.project(point.essential).area + view.project(point.spillover).area
            paths = zone_paths(view, point)
            whole.addPath(paths.essential)
            whole.addPath(paths.spillover)
        if area > LEAST_SEEN_CM2:
            shown.append((view, seen_part(whole)))
    if not shown:
        return
    height = min(TILE_HEIGHT - TITLE - 8, (TILE_WIDTH - 16) / sum(box.width() / box.height() for _, box in shown))
    left = 8.0
    for view, box in shown:
        target = QRectF(left, TITLE, box.width() * height / box.height(), height)
        draw_piece(painter, engine, muscle, pictures, view, box, target)
        left += target.width() + 4


def draw_piece(
    painter: QPainter, engine: Engine, muscle: str, pictures: Pictures, view: View, box: QRectF, target: QRectF
) -> None:
    """A piece of a view."""
    scene = QGraphicsScene()
    figure = FigureItem(view, pictures, LIGHT)
    scene.addItem(figure)
    bounds = figure.boundingRect()
    zones, spots = ZoneLayer(figure, bounds, LIGHT), SpotLayer(figure, bounds, LIGHT)
    paths = [zone_paths(view, point) for point in engine.zone(muscle, "right").points]
    zones.display(paths)
    spots.display(paths)
    painter.save()
    painter.setClipRect(target)
    scene.render(painter, target, box)
    painter.restore()


def sheet(engine: Engine, muscles: list[str], pictures: Pictures) -> QImage:
    """Tiles in rows."""
    rows = -(-len(muscles) // COLUMNS)
    image = QImage(COLUMNS * TILE_WIDTH, rows * TILE_HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    for number, muscle in enumerate(muscles):
        painter.save()
        painter.translate(number % COLUMNS * TILE_WIDTH, number // COLUMNS * TILE_HEIGHT)
        draw_tile(painter, engine, muscle, pictures)
        painter.restore()
    painter.end()
    return image


def main() -> None:
    """Paint the sheets that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figure", default="woman")
    parser.add_argument("--group")
    parser.add_argument("--muscle", nargs="*")
    parser.add_argument("--output", type=Path, default=Path("docs/atlas"))
    arguments = parser.parse_args()
    application = QApplication([])
    cache = Paths.resolve().cache
    engine = Engine(load_atlas(asset("atlas"), cache=cache), load_surface(arguments.figure), cache)
    pictures = pictures_of(body_facts().shade, application)
    for name in body_facts().views:
        pictures.picture(arguments.figure, name, LIGHT, 1000.0)
    pictures.wait()
    QCoreApplication.processEvents()
    groups: dict[str, list[str]] = defaultdict(list)
    for muscle in engine.atlas.muscles.values():
        if arguments.muscle:
            if muscle.id in arguments.muscle:
                groups["chosen"].append(muscle.id)
        elif arguments.group in (None, muscle.group):
            groups[muscle.group].append(muscle.id)
    arguments.output.mkdir(parents=True, exist_ok=True)
    for group, muscles in groups.items():
        path = arguments.output / f"{group}.webp"
        sheet(engine, muscles, pictures).save(str(path), quality=72)
        print(f"{path}: {len(muscles)} muscles")


if __name__ == "__main__":
    main()
