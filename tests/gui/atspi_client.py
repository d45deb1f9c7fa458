"""A screen reader's side of the conversation: it knows Bodymap only through AT-SPI, the Linux accessibility bus.

The system's Python runs it, for that has the bindings (python3-gi, gir1.2-atspi-2.0); nothing of Bodymap is imported.
    dbus-run-session -- python3 atspi_client.py COMMAND THAT STARTS BODYMAP ...
It starts Bodymap, uses it as somebody who sees nothing would, and prints what it found as one line of JSON.
"""

import ctypes
import json
import os
import subprocess
import sys
import time
import warnings

warnings.simplefilter("ignore")  # the bindings call their own short names deprecated

import gi  # noqa: E402 - and it tells its version so

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - after the version

LEFT, DOWN, TAB, SPACE, ESCAPE, DELETE, STRONGER, Q = 0xFF51, 0xFF54, 0xFF09, 0x20, 0xFF1B, 0xFFFF, 0xFF55, 0x71
CONTROL = 37  # the key's code: held down while another is typed
HEARD = (
    "object:state-changed:focused",
    "object:announcement",
    "object:property-change:accessible-name",
    "object:children-changed",
)
heard = []


def hear(event, *_):
    try:
        name, role = event.source.get_name(), event.source.get_role_name()
    except GLib.GError:  # it is gone already
        name, role = "", ""
    said = event.any_data if isinstance(event.any_data, str) else ""
    heard.append({"type": event.type, "role": role, "name": name, "on": event.detail1, "said": said})


def listen(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.01)  # so that the loop does not take the processor from the window


def wait(condition, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = condition()
        except GLib.GError:  # what was looked at went away meanwhile
            found = None
        if found:
            return found
        listen(0.05)
    sys.exit(f"waited in vain for {condition.__name__}")


def parts(of):
    return [each for each in (of.get_child_at_index(at) for at in range(of.get_child_count())) if each is not None]


def everything(of):
    yield of
    for each in parts(of):
        yield from everything(each)


def shown(thing):
    return thing.get_state_set().contains(Atspi.StateType.SHOWING)


def find(name, role, among):
    return next((each for each in everything(among) if each.get_name() == name and each.get_role_name() == role), None)


def tree(thing, deep=0):
    """What is shown, as lines of text; long lists are cut, and mere boxes without a name are left out."""
    if not shown(thing) and deep:
        return []
    name, role = thing.get_name(), thing.get_role_name()
    mere = not name and role in ("filler", "panel", "layered pane", "unknown", "split pane", "label", "scroll pane")
    lines = [] if mere else [f"{'  ' * deep}{role}: {name}" if name else f"{'  ' * deep}{role}"]
    inside = parts(thing)
    for each in inside[:5] if role == "list" else inside:
        lines += tree(each, deep + (not mere))
    if role == "list" and len(inside) > 5:
        lines.append(f"{'  ' * (deep + 1)}... {len(inside)} in all")
    return lines


def actions(thing):
    return [thing.get_action_name(at) for at in range(thing.get_n_actions())]


def do(thing, name):
    done = thing.do_action(actions(thing).index(name))
    listen(0.6)
    return done


def key(symbol, held=None):
    """Type a key as a keyboard does; gives what was heard of it."""
    before = len(heard)
    if held is not None:
        Atspi.generate_keyboard_event(held, None, Atspi.KeySynthType.PRESS)
    Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)
    if held is not None:
        Atspi.generate_keyboard_event(held, None, Atspi.KeySynthType.RELEASE)
    listen(0.8)
    return heard[before:]


def box(thing):
    on_screen = thing.get_extents(Atspi.CoordType.SCREEN)
    return [on_screen.x, on_screen.y, on_screen.width, on_screen.height]


def names(of):
    return [each.get_name() for each in parts(of)]


def activate():
    """Give the largest window the keyboard, as a window manager would: there is none here."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x.XOpenDisplay(os.environ["DISPLAY"].encode()))
    window, number, numbers = ctypes.c_ulong, ctypes.c_uint, [ctypes.c_uint() for _ in range(4)]
    root, parent, children, count = window(), window(), ctypes.POINTER(window)(), number()
    top = ctypes.c_ulong(x.XDefaultRootWindow(display))
    x.XQueryTree(display, top, *map(ctypes.byref, (root, parent, children, count)))
    sizes = {}
    for child in children[: count.value]:
        place = ctypes.c_int(), ctypes.c_int()
        x.XGetGeometry(display, window(child), *map(ctypes.byref, (root, *place, *numbers)))
        sizes[child] = numbers[0].value * numbers[1].value
    x.XSetInputFocus(display, window(max(sizes, key=sizes.get)), 1, ctypes.c_ulong(0))
    x.XFlush(display)
    listen(0.5)
    x.XCloseDisplay(display)


def session(found):
    def application():
        return next((each for each in parts(Atspi.get_desktop(0)) if each.get_child_count()), None)

    root = wait(application)

    def notice():
        return find("I understand", "push button", root)

    do(wait(notice), "Press")

    def body():
        return find("Body", "panel", root)

    canvas = wait(body)
    marks, places = find("Marks", "list", canvas), find("Places", "list", canvas)

    def named():
        return any("thigh" in name and "outer" in name for name in names(places))

    wait(named)
    found["places"] = names(places)
    found["tree"] = tree(root)
    for event in HEARD:
        Atspi.EventListener.new(hear).register(event)
    activate()
    canvas.grab_focus()
    listen(0.5)
    found["walk"] = [key(symbol) for symbol in (LEFT, LEFT, DOWN, DOWN)]
    found["marked"] = key(SPACE)
    found["marks"] = names(marks)
    found["stronger"] = key(STRONGER)
    found["after stronger"] = names(marks)
    outer = next(each for each in parts(places) if "outer thigh" in each.get_name() and "Right" in each.get_name())
    found["place actions"] = actions(outer)
    before = len(heard)
    do(outer, "Press")
    found["pressed"] = {"name": outer.get_name(), "box": box(outer), "heard": heard[before:], "marks": names(marks)}
    x, y, width, height = box(parts(marks)[-1])
    under = canvas.get_accessible_at_point(x + width // 2, y + height // 2, Atspi.CoordType.SCREEN)
    found["under"] = under.get_name() if under is not None else ""
    before = len(heard)
    do(parts(marks)[-1], "Increase")
    found["increased"] = {"marks": names(marks), "heard": heard[before:]}
    found["mark actions"] = actions(parts(marks)[0])
    key(ESCAPE)  # nothing is selected, so that Tab goes to the first mark
    found["tabbed"] = key(TAB)
    found["deleted"] = key(DELETE)
    found["left"] = names(marks)
    found["tree with a mark"] = tree(root)
    found["bare"] = sorted(
        {
            each.get_role_name()
            for each in everything(root)
            if shown(each)
            and each.get_state_set().contains(Atspi.StateType.FOCUSABLE)
            and not each.get_name()
            and each.get_role_name() not in ("layered pane", "scroll pane", "frame", "filler")
        }
    )
    key(Q, CONTROL)


def main():
    command = sys.argv[1:]
    process = subprocess.Popen(command)
    Atspi.init()
    found = {}
    try:
        session(found)
        found["exit"] = process.wait(20)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(10)
        sys.stdout.write(json.dumps(found) + "\n")


main()
