"""Flattened text: the plain text that is left of a page of the series, its notes in a list at the end."""

from __future__ import annotations

from tgreader.readers.flattext.reader import READER, FlatSource, place_in_file

__all__ = ["READER", "FlatSource", "place_in_file"]
