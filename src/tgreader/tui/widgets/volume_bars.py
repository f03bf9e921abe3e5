"""A bar for each volume, as long as it has documents among the hits; the cursor on one leaves the others out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events

from tgreader.reading.searching.answers import VolumeCount
from tgreader.tui.glyphs import bar, drawable
from tgreader.tui.typeset import cells, shortened_within
from tgreader.tui.widgets.item_view import ItemView, Row

_ONE_ROW = 56
"""Cells. A list as wide as this has a volume's name and its bar beside each other."""
_NAME = 0.55


class VolumeBars(ItemView):
    """Volumes, those with most hits first, after a row for all of them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"volumes--bar", "volumes--count"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.volumes: Sequence[VolumeCount] = ()

    def show(self, volumes: Sequence[VolumeCount], picked: str | None = None) -> None:
        """Show other counts, with the cursor on the volume picked."""
        self.volumes = volumes
        self.fill(next((n for n, volume in enumerate(volumes) if volume.id == picked), 0))

    @property
    def picked(self) -> str | None:
        """The volume at the cursor; None where all are."""
        return self.volumes[self.cursor].id if self.volumes else None

    def count(self) -> int:
        """The number of rows' volumes, all of them together being the first."""
        return len(self.volumes)

    def gap(self, item: int) -> int:
        """None: the bars are compared."""
        return 0

    def estimates(self) -> Iterator[int]:
        """One row or two, by the width; a row for all needs no bar."""
        return (self.measure(item) for item in range(len(self.volumes)))

    def measure(self, item: int) -> int:
        """As estimated."""
        return 1 if self._is_one_row or self.volumes[item].id is None else 2

    def draw(self, item: int) -> list[Row]:
        """The volume's name, its bar and its count."""
        volume, width = self.volumes[item], self._width()
        most = max((one.documents for one in self.volumes if one.id is not None), default=1)
        dim, worn = self.style_of("volumes--count"), self.style_of("volumes--bar")
        count = f" {volume.documents:,}"
        if volume.id is None:
            return [Row("", [_padded(drawable(volume.name), width - cells(count), self.base), Segment(count, dim)])]
        longest = max(len(f" {one.documents:,}") for one in self.volumes)
        if self._is_one_row:
            name = _padded(drawable(volume.name), int(width * _NAME), self.base)
            drawn = bar(volume.documents / most, width - int(width * _NAME) - longest - 1)
            return [Row("", [name, Segment(f" {drawn}", worn), Segment(f"{count:>{longest}}", dim)])]
        drawn = bar(volume.documents / most, width - longest)
        return [
            Row("", [_padded(drawable(volume.name), width, self.base)]),
            Row("", [Segment(drawn, worn), Segment(f"{count:>{longest}}", dim)]),
        ]

    def clicked(self, item: int, event: events.Click) -> None:
        """A click is what going there with the keys is."""

    @property
    def _is_one_row(self) -> bool:
        return self.size.width >= _ONE_ROW

    def _width(self) -> int:
        return max(1, self.size.width - 3)


def _padded(text: str, width: int, style: Style) -> Segment:
    shown = shortened_within(text, width)
    return Segment(shown + " " * max(0, width - cells(shown)), style)
