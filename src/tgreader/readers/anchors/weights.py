"""What each feature of a place, or of a step, is worth: the logarithm of how much likelier it makes a marker.

`weights.json` holds a table a style of document: `fused` (`Moscow.5`), `space` (`Moscow. 5`), `bracket` (`Moscow.[5]`).
It is made by `tests/benchmarks/fit_anchors.py` from 13 volumes of the series; the other 6 that were at hand are what
the accuracy is measured on. A feature that is not named is worth nothing.
"""

from __future__ import annotations

import json
import os
from functools import cache


@cache
def weights_of(style: str) -> dict[str, float]:
    """The weights for documents of a style."""
    with open(os.path.join(os.path.dirname(__file__), "weights.json"), encoding="utf-8") as file:
        table = json.load(file)
    return {name: float(worth) for name, worth in table[style].items()}
