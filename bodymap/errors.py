"""The two families of errors: what the person can mend, and bugs.

A :class:`BodymapError` is the first family. Its text is one plain sentence that says where and what to do; it is shown
as it stands and never as a traceback. Every other exception is a bug and is allowed to look like one.
"""

from __future__ import annotations


class BodymapError(Exception):
    """Something outside the program is wrong: a file, an argument, a full disk. ``str(error)`` is for the person."""

    exit_code = 1


class UsageError(BodymapError):
    """The command line asked for something that does not exist or does not fit together."""

    exit_code = 2


class ContentError(BodymapError):
    """A content file is wrong. ``str(error)`` reads ``FILE:LINE:COLUMN: what is wrong and what was expected``."""


class PlaceError(BodymapError):
    """A place (address or landmark) can't be read, or isn't on the skin."""
