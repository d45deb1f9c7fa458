"""The drawing tools of a canvas: which there are, which one is in hand, and how large it is."""

from __future__ import annotations

from typing import Literal, cast, get_args

from PySide6.QtCore import QObject, Signal

from bodymap.gui.canvas.bench import CanvasBench
from bodymap.gui.canvas.freehand import BrushTool, EraserTool
from bodymap.gui.canvas.lasso import LassoTool
from bodymap.gui.canvas.picking import MoveTool, RegionTool
from bodymap.gui.canvas.spot import SpotTool
from bodymap.gui.canvas.tools import Tool
from bodymap.gui.edits import LARGEST_RADIUS_CM, SMALLEST_RADIUS_CM

ToolName = Literal["spot", "brush", "lasso", "eraser", "region", "move"]
TOOLS: tuple[ToolName, ...] = get_args(ToolName)
SIZED: tuple[ToolName, ...] = ("spot", "brush", "eraser")
STEP = 1.15
"""One notch of the wheel or one press of a key makes a tool larger by this factor."""


class Toolbox(QObject):
    """One tool at a time is in hand. ``changed`` tells its name, ``resized`` its name and new radius in cm."""

    changed = Signal(str)
    resized = Signal(str, float)

    def __init__(self, bench: CanvasBench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._spot = SpotTool(bench)
        self._brush = BrushTool(bench)
        self._eraser = EraserTool(bench)
        self._tools: dict[ToolName, Tool] = {
            "spot": self._spot,
            "brush": self._brush,
            "lasso": LassoTool(bench),
            "eraser": self._eraser,
            "region": RegionTool(bench),
            "move": MoveTool(bench),
        }
        self._name: ToolName = "spot"

    @property
    def names(self) -> tuple[ToolName, ...]:
        """The names of all tools."""
        return TOOLS

    @property
    def current(self) -> Tool:
        """The tool in hand."""
        return self._tools[self._name]

    @property
    def spot(self) -> Tool:
        """The tool for spots, the one that removes them with their cross."""
        return self._spot

    @property
    def name(self) -> ToolName:
        """The name of the tool in hand."""
        return self._name

    @property
    def sized(self) -> bool:
        """Whether the tool in hand has a size."""
        return self._name in SIZED

    @property
    def radius_cm(self) -> float:
        """The size of the tool in hand; that of a spot for one without."""
        return self._of_size().radius_cm

    def choose(self, name: str) -> None:
        """Take a tool in hand. Raises KeyError when there is none of that name."""
        tool = cast("ToolName", name)
        self._tools[tool].cancel()
        if tool != self._name:
            self.current.cancel()
            self._name = tool
            self.changed.emit(name)

    def resize(self, radius_cm: float) -> None:
        """Make the tool in hand larger or smaller, within limits."""
        tool = self._of_size()
        radius = max(SMALLEST_RADIUS_CM, min(LARGEST_RADIUS_CM, radius_cm))
        if self.sized and radius != tool.radius_cm:
            tool.radius_cm = radius
            self.resized.emit(self._name, radius)

    def step(self, notches: float) -> None:
        """Larger (positive) or smaller by some notches."""
        self.resize(self.radius_cm * STEP**notches)

    def _of_size(self) -> SpotTool | BrushTool | EraserTool:
        if self._name == "brush":
            return self._brush
        return self._eraser if self._name == "eraser" else self._spot
