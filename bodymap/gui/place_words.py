"""Where a part of the skin lies, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bodymap.gui.naming import sided

if TYPE_CHECKING:
    from bodymap.atlas.load import Atlas
    from bodymap.pain.remainder import Lies

MOST = 3


def lies_words(atlas: Atlas, lies: Sequence[Lies]) -> str:
    """The regions that hold most of it: "right outer thigh, left calf"; nothing for nothing."""
    named: list[str] = []
    for each in lies:
        region = atlas.regions[each.region]
        name = sided(region.plain, None if region.midline else each.side)
        name = name[:1].lower() + name[1:]
        if name not in named:
            named.append(name)
    return ", ".join(named[:MOST])
