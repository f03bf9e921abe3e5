"""Which digits of a flattened text are footnote markers."""

from __future__ import annotations

from tgreader.readers.anchors.candidate import Stretch
from tgreader.readers.anchors.doubt import SURE
from tgreader.readers.anchors.solver import Anchor, solve

__all__ = ["SURE", "Anchor", "Stretch", "solve"]
