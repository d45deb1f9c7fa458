"""Texts in the person's language, where a translation is shipped; English otherwise."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from bodymap.errors import BodymapError
from bodymap.paths import asset


def install_language(app: QCoreApplication, locale: QLocale | None = None) -> bool:
    """Use ``assets/i18n/bodymap_LANGUAGE.qm`` if there is one for the locale; whether there was."""
    try:
        folder = asset("i18n")
    except BodymapError:
        return False
    translator = QTranslator(app)
    if not translator.load(locale or QLocale.system(), "bodymap", "_", str(folder)):
        return False
    return app.installTranslator(translator)
