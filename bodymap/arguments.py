"""The words after ``bodymap``: what there is, and what is said about words that are not."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from bodymap import __version__
from bodymap.words import suggestion

# The module of a verb and what it does. A module is imported only for its verb: the window must be there at once.
_VERBS = {
    "match": ("match", "which muscles could send the pain that you describe"),
    "compare": ("compare", "what became of a pain between two drawings"),
    "plate": ("plate", "draw the referral plate of a muscle: all views, zones, X marks"),
    "drawing": ("export", "turn a drawing into JSON, SVG, PNG or a CHOIR list, or a CHOIR list into a drawing"),
    "show": ("show", "everything the atlas says about a muscle, with sources"),
    "check": ("check", "check content files: errors as FILE:LINE:COLUMN: sentence"),
    "muscles": ("listing", "list the muscles"),
    "regions": ("listing", "list the named regions of the body"),
    "landmarks": ("listing", "list the landmarks that places can be named by"),
    "factors": ("listing", "list what can make a pain worse, with the question about each"),
}
_EPILOG = """\
Without a verb the window opens. `bodymap VERB --help` tells more about a verb.

examples:
  bodymap match --region lateral_thigh_hip --side right --intensity 6
  bodymap match --at "right thigh 0.5 lateral" --at "right leg 0.5 lateral" --quality tingling
  bodymap plate gluteus_minimus -o plate.png
  bodymap check my_pack

Exit code: 0 for success, 1 for an error, 2 for wrong usage. Bodymap is no diagnosis: pain with an emergency sign, or
that does not go away, belongs to a doctor.
"""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of repeating the whole usage."""

    def error(self, message: str) -> NoReturn:
        wrong = re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)", message)
        if wrong:
            choices = re.findall(r"[\w-]+", wrong[2])
            what = "verb" if "VERB" in message else message.partition(":")[0].removeprefix("argument ")
            hint = suggestion(wrong[1], choices) or f"; choose one of: {', '.join(choices)}"
            message = f"there is no {what} “{wrong[1]}”{hint}"
        self.exit(2, f"{self.prog}: {message}. `{self.prog} --help` tells more.\n")


def parser_for(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of a command line; only the verb among ``words`` is imported."""
    everywhere = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument("--data-dir", metavar="DIR", help="keep settings and the journal in DIR")
    everywhere.add_argument(
        "--pack", metavar="DIR", type=Path, action="append", help="add a pack of content files; may be repeated"
    )
    parser = _Parser(
        prog="bodymap",
        description="Shows which muscles' trigger points are known to send pain where it hurts, and how to treat them.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[everywhere],
    )
    parser.add_argument("--version", action="version", version=f"Bodymap {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs")
    for name, (module, about) in _VERBS.items():
        verb = verbs.add_parser(
            name,
            help=about,
            description=f"{about[0].upper()}{about[1:]}.",
            parents=[everywhere],
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name in words:
            verb_module = import_module(f"bodymap.verbs.{module}")
            verb_module.add_arguments(verb)
            verb.set_defaults(run=verb_module.run)
    return parser
