"""How large the drawing tool is: a small slider in the bar on top, there only for tools that have a size."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QSlider, QWidget

from bodymap.gui.edits import LARGEST_RADIUS_CM, SMALLEST_RADIUS_CM
from bodymap.gui.kit import label, row

STEPS = 60


class ToolSize(QWidget):
    """Shows a radius in cm, and asks for another one with ``asked``. Each step is larger by the same share."""

    asked = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("toolSize")
        line = row(self, 0.75, (1, 0, 1, 0))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("toolSizeSlider")
        self.slider.setRange(0, STEPS)
        self.slider.setPageStep(6)
        self.slider.setFixedWidth(84)
        self.slider.setAccessibleName(self.tr("Size of the tool"))
        self.slider.setToolTip(self.tr("Size of the tool (+ and −, or Ctrl and the wheel)"))
        self.slider.valueChanged.connect(lambda step: self.asked.emit(_radius(step)))
        self._told = label("", "small", "muted", wrap=False)
        self._told.setMinimumSize(QSize(self._told.fontMetrics().horizontalAdvance("00.0 cm"), 0))
        line.addWidget(self.slider)
        line.addWidget(self._told)

    def show_size(self, radius_cm: float, *, sized: bool) -> None:
        """Show the size of the tool in hand, or nothing for one without (its room stays, so that nothing jumps)."""
        for part in (self.slider, self._told):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
            part.setVisible(sized)
        with QSignalBlocker(self.slider):
            self.slider.setValue(
                round(
                    STEPS * math.log(radius_cm / SMALLEST_RADIUS_CM) / math.log(LARGEST_RADIUS_CM / SMALLEST_RADIUS_CM)
                )
            )
        width = 2 * radius_cm
        self._told.setText(self.tr("{} cm").format(f"{width:.0f}" if width >= 10 else f"{width:.1f}"))


def _radius(step: int) -> float:
    return float(SMALLEST_RADIUS_CM * (LARGEST_RADIUS_CM / SMALLEST_RADIUS_CM) ** (step / STEPS))
