"""Small helpers for sentences that are shown to people."""

from __future__ import annotations

from collections.abc import Iterable


def suggestion(word: str, known: Iterable[str]) -> str:
    """`` (did you mean “x”?)`` when something known is close to what was written, else nothing."""
    from difflib import get_close_matches  # not above: a start has no mistake to correct

    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean “{close[0]}”?)" if close else ""
