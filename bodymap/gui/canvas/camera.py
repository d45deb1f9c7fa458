"""Where the canvas looks: zoom and pan as plain arithmetic, without a widget.

Scene lengths are cm, screen lengths logical pixels. A pose says which scene point is in the middle of the viewport and
how many pixels a centimetre takes.
"""

from __future__ import annotations

from msgspec import Struct

ZOOM_PER_NOTCH = 1.25
"""Zoom factor of one notch of a mouse wheel (120 units of angle); fractions of a notch zoom by fractions of it."""
MOST_ZOOM = 14.0
"""How far the canvas zooms in, as a multiple of the scale at which everything fits."""
FREEDOM = 3.0
"""How fast panning becomes free when zooming in from the fit: fully from 1.5 times the fit on."""


class Pose(Struct, frozen=True):
    """Scene point (x, y) in the middle of the viewport, and pixels per cm."""

    x: float
    y: float
    scale: float


class Rect(Struct, frozen=True):
    """A rectangle of the scene in cm; y runs down."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle point."""
        return self.x + self.width / 2, self.y + self.height / 2

    def grown(self, by: float) -> Rect:
        """The rectangle with ``by`` cm more on every side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


class Camera(Struct, frozen=True):
    """The rules for poses of a viewport (``width`` x ``height`` pixels) over ``content``, the place of all figures."""

    width: float
    height: float
    content: Rect
    margin: float = 16.0

    def framing(self, rect: Rect) -> Pose:
        """The pose in which ``rect`` just fits, with the margin round it."""
        across = max(1.0, self.width - 2 * self.margin) / max(1e-6, rect.width)
        down = max(1.0, self.height - 2 * self.margin) / max(1e-6, rect.height)
        x, y = rect.middle
        return self.clamped(Pose(x, y, max(min(across, down), self.fit.scale)))

    @property
    def fit(self) -> Pose:
        """The pose that shows everything."""
        across = max(1.0, self.width - 2 * self.margin) / max(1e-6, self.content.width)
        down = max(1.0, self.height - 2 * self.margin) / max(1e-6, self.content.height)
        return Pose(*self.content.middle, min(across, down))

    def zoomed(self, pose: Pose, factor: float, at: tuple[float, float]) -> Pose:
        """``pose`` zoomed by ``factor`` so that the scene point under the pixel ``at`` stays there."""
        least = self.fit.scale
        scale = max(least, min(least * MOST_ZOOM, pose.scale * factor))
        if scale == pose.scale:
            return pose
        dx, dy = at[0] - self.width / 2, at[1] - self.height / 2
        x = pose.x + dx / pose.scale - dx / scale
        y = pose.y + dy / pose.scale - dy / scale
        return self.clamped(Pose(x, y, scale))

    def panned(self, pose: Pose, dx: float, dy: float) -> Pose:
        """``pose`` with the figures moved by ``dx``, ``dy`` pixels."""
        return self.clamped(Pose(pose.x - dx / pose.scale, pose.y - dy / pose.scale, pose.scale))

    def clamped(self, pose: Pose) -> Pose:
        """The nearest allowed pose: zoom within its limits, and the viewport's middle within what the fit shows.

        Close to the fit less of that is allowed, down to the fit itself, so that zooming out arrives there without a
        jump; zooming in is never held back, so that the point under the cursor stays.
        """
        fit = self.fit
        scale = max(fit.scale, min(fit.scale * MOST_ZOOM, pose.scale))
        free = min(1.0, FREEDOM * (1.0 - fit.scale / scale)) / 2 / fit.scale
        dx, dy = self.width * free, self.height * free
        return Pose(max(fit.x - dx, min(fit.x + dx, pose.x)), max(fit.y - dy, min(fit.y + dy, pose.y)), scale)

    def to_screen(self, pose: Pose, x: float, y: float) -> tuple[float, float]:
        """The pixel at which a scene point is seen."""
        return (x - pose.x) * pose.scale + self.width / 2, (y - pose.y) * pose.scale + self.height / 2

    def to_scene(self, pose: Pose, px: float, py: float) -> tuple[float, float]:
        """The scene point seen at a pixel."""
        return (px - self.width / 2) / pose.scale + pose.x, (py - self.height / 2) / pose.scale + pose.y

    def revealing(self, pose: Pose, x: float, y: float, border: float = 48.0) -> Pose:
        """``pose`` panned just so far that a scene point is at least ``border`` pixels inside the viewport."""
        px, py = self.to_screen(pose, x, y)
        dx = max(0.0, border - px) - max(0.0, px - (self.width - border))
        dy = max(0.0, border - py) - max(0.0, py - (self.height - border))
        return self.panned(pose, dx, dy) if dx or dy else pose


def between(start: Pose, end: Pose, share: float) -> Pose:
    """The pose ``share`` (0..1) of the way, moving so that the one scene point that both show alike stands still.

    That point is the cursor when zooming with the wheel. With the same zoom at both ends it is a straight pan.
    """
    if share >= 1.0:
        return end
    scale = start.scale * (end.scale / start.scale) ** share
    if abs(end.scale / start.scale - 1) < 1e-3:
        way = share
    else:
        way = (1 / scale - 1 / start.scale) / (1 / end.scale - 1 / start.scale)
    return Pose(start.x + (end.x - start.x) * way, start.y + (end.y - start.y) * way, scale)
