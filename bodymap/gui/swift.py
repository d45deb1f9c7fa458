"""One measured shortcut at the start."""

from __future__ import annotations

import sys


def spare_source_reading() -> None:
    """Keep PySide from reading the source of every module that is imported after it.

    It looks in each for the word PySide6, to know whether ``from __feature__ import ...`` may be in force there: an
    eighth of our start. Nothing here or in the libraries uses that feature, so the answer is always the default one.
    Where a later PySide does this differently, nothing is changed.
    """
    import PySide6.QtCore  # noqa: F401 - it brings the module that is looked up here

    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = _uses_no_feature  # there is no public switch


def _uses_no_feature(_module: object) -> bool:
    return True
