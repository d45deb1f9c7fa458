"""The viewport: it owns zoom and pan and nothing else. The rules for them are in :mod:`bodymap.gui.canvas.camera`."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QEvent,
    QPointF,
    QRectF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsScene, QGraphicsView, QPinchGesture, QWidget

from bodymap.gui.canvas.camera import ZOOM_PER_NOTCH, Camera, Pose, Rect, between
from bodymap.gui.motion import reduced_motion

WHEEL_MS = 140
TRAVEL_MS = 380
ROOM_CM = 4000.0
"""Empty scene round the figures, so that the scroll bars (hidden) never stop a pose that the camera allows."""


class ZoomView(QGraphicsView):
    """Shows a scene in a pose. ``camera_moved`` tells that the pose changed, ``zoomed_out`` that all is seen again."""

    camera_moved = Signal()
    zoomed_out = Signal()

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        # Asked for the one Qt made, PySide would first make every class of widgets there is, to see which it might be.
        self.setViewport(QWidget())
        self._content = Rect(0.0, 0.0, 1.0, 1.0)
        self._home: Rect | None = None
        self._steered = False
        self._pose = Pose(0.0, 0.0, 1.0)
        self._target = self._pose
        self._start = self._pose
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._follow)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    # ---- where it looks

    @property
    def camera(self) -> Camera:
        """The rules for the viewport as it is now."""
        return Camera(self.viewport().width(), self.viewport().height(), self._content)

    @property
    def pose(self) -> Pose:
        """Where it looks now; while it moves, somewhere on the way."""
        return self._pose

    @property
    def target(self) -> Pose:
        """Where it looks when the movement under way has ended."""
        return self._target

    @property
    def steered(self) -> bool:
        """Whether the person zoomed or panned since the canvas was last fitted: then it must not move by itself."""
        return self._steered

    def set_content(self, content: Rect) -> None:
        """Say where the figures are."""
        self._content = content
        room = QRectF(content.x, content.y, content.width, content.height)
        self.setSceneRect(room.adjusted(-ROOM_CM, -ROOM_CM, ROOM_CM, ROOM_CM))
        if not self._steered:
            self._go_home(0)

    def frame_rect(self, rect: Rect | None, animated: bool = True) -> None:
        """Show a part of the scene, or all of it (None); the canvas keeps to it when the window changes its size."""
        self._home, self._steered = rect, False
        self._go_home(TRAVEL_MS if animated else 0)

    def go(self, pose: Pose, milliseconds: int = 0) -> None:
        """Look somewhere else, at once or in a smooth movement; with reduced motion always at once."""
        self._animation.stop()
        self._target = self.camera.clamped(pose)
        unmoved = milliseconds == 0 or self._target == self._pose
        if unmoved or not self.isVisible() or reduced_motion(self):
            self._look(self._target)
            return
        self._start = self._pose
        self._animation.setDuration(milliseconds)
        self._animation.start()

    def zoom(self, factor: float, at: QPointF | None = None, milliseconds: int = WHEEL_MS) -> None:
        """Zoom by a factor about a pixel of the viewport, or about its middle."""
        self._steered = True
        middle = QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        pixel = at if at is not None else middle
        self.go(self.camera.zoomed(self._target, factor, (pixel.x(), pixel.y())), milliseconds)
        if self._target.scale <= self.camera.fit.scale * 1.001:
            self._home, self._steered = None, False
            self.zoomed_out.emit()

    def pan(self, dx: float, dy: float, milliseconds: int = 0) -> None:
        """Move the figures by pixels."""
        panned = self.camera.panned(self._target, dx, dy)
        if panned != self._target:
            self._steered = True
            self.go(panned, milliseconds)

    def moving(self) -> bool:
        """Whether a movement is under way."""
        return self._animation.state() == QAbstractAnimation.State.Running

    def scene_at(self, px: float, py: float) -> tuple[float, float]:
        """The scene point under a pixel of the viewport, to fractions of a pixel."""
        return self.camera.to_scene(self._pose, px, py)

    def pixel_of(self, x: float, y: float) -> QPointF:
        """The pixel of the viewport at which a scene point is seen."""
        return QPointF(*self.camera.to_screen(self._pose, x, y))

    def _go_home(self, milliseconds: int) -> None:
        camera = self.camera
        self.go(camera.fit if self._home is None else camera.framing(self._home), milliseconds)

    def _follow(self, share: object) -> None:
        if isinstance(share, float):
            self._look(between(self._start, self._target, share))

    def _look(self, pose: Pose) -> None:
        """Scroll in whole pixels, the rest is in the transform; a mere pan then moves pixels instead of painting."""
        left = pose.x * pose.scale - self.viewport().width() / 2
        top = pose.y * pose.scale - self.viewport().height() / 2
        if pose.scale == self._pose.scale and self.transform().m11() == pose.scale:
            left, top = left + self.transform().dx(), top + self.transform().dy()
            pose = self._snapped(pose, round(left) - left, round(top) - top)
        else:
            self.setTransform(QTransform(pose.scale, 0, 0, pose.scale, floor(left) - left, floor(top) - top))
            left, top = floor(left), floor(top)
        self._pose = pose
        self.horizontalScrollBar().setValue(round(left))
        self.verticalScrollBar().setValue(round(top))
        self.camera_moved.emit()

    def _snapped(self, pose: Pose, dx: float, dy: float) -> Pose:
        return Pose(pose.x + dx / pose.scale, pose.y + dy / pose.scale, pose.scale)

    # ---- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep showing what was shown."""
        super().resizeEvent(event)
        if self._steered:
            self.go(self._target)
        else:
            self._go_home(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the cursor; fractions of a notch, as touchpads send them, add up to a smooth zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            delta = event.angleDelta()
            self.pan(delta.x() / 2, delta.y() / 2) if delta.x() else self.pan(delta.y() / 2, 0)
        elif event.angleDelta().y():
            self.zoom(ZOOM_PER_NOTCH ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinch with two fingers on a touch screen or a touchpad."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1.0 + event.value(), event.position(), 0)
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
                moved = pinch.centerPoint() - pinch.lastCenterPoint()
                self.zoom(pinch.scaleFactor(), QPointF(at), 0)
                self.pan(moved.x(), moved.y())
                event.accept()
                return True
        return super().viewportEvent(event)
